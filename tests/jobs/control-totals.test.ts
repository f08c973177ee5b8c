import {
  assessData,
  planReport,
  reportJson,
  Session,
  track,
  writeQualitySheet,
} from '../../src/jobs';
import { qualityWordsFor, wordsFor } from '../../src/wording';
import { rowsExplained } from '../intake/dirty-sources';
import { workbookWith, type Rows } from '../intake/raw-tables';

const words = wordsFor('en');

/** Nine rows below the header: five used, four set aside, each for a reason of its own. */
const sales: Rows = [
  ['Order Date', 'Region', 'Sales'],
  ['2026-01-13', 'North', 100],
  ['2026-01-14', 'South', 50.25],
  ['no day', 'North', 7],
  ['2026-02-02', 'North', 'seven'],
  ['2026-02-03', null, 30],
  ['2026-02-13', 'South', { error: '#N/A' }],
  ['2026-02-14', 'South', -20.25],
  ['2026-02-15', 'North', 40],
  [null, 'Total', 200],
];
const targets: Rows = [
  ['Month', 'Region', 'Target'],
  ['2026-01', 'North', 120],
  ['2026-01', 'South', 60],
  ['2026-02', 'North', 'open'],
];
// 100 + 50.25 + 30 − 20.25 + 40
const counted = { rows: 9, used: 5, setAside: 4, total: 200 };
const planned = { rows: 3, used: 2, setAside: 1, total: 180 };

const open = () => {
  const workbook = workbookWith({ Sales: sales, Plan: targets });
  return { workbook, session: new Session(workbook) };
};

describe('rows in are rows used and rows set aside', () => {
  test('in the figures as JSON, each row set aside with its cell and reason', async () => {
    const outcome = await track(open().session);
    if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.issues));
    const json = reportJson(outcome.done, undefined, '', words);
    expect(json.sales).toEqual(counted);
    expect(json.targets).toEqual(planned);
    expect(rowsExplained(outcome.done.issues)).toBe(counted.setAside + planned.setAside);
    expect(json.issues.map(({ code, at }) => `${code} ${at}`)).toEqual(
      expect.arrayContaining([
        'notADate Sales!A4',
        'notANumber Sales!C5',
        'errorCell Sales!C7',
        'subtotalRow Sales!B10',
        'notANumber Plan!C4',
      ]),
    );
  });

  test('on the report’s sheet', async () => {
    const outcome = await planReport(open().session);
    if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.issues));
    const texts = outcome.done.plan.cells.flat().filter((cell) => typeof cell === 'string');
    expect(texts).toContainEqual(
      'Sales: Sales!A1:C10, 5 rows used and 4 rows set aside of 9 rows. Targets: Plan!A1:C4, 2 rows used and 1 row set aside of 3 rows.',
    );
  });

  test('on the page about the data, and on its sheet', async () => {
    const { session, workbook } = open();
    const data = await assessData(session);
    expect(data.sides.map(({ side, quality }) => [side, quality.counts, quality.total])).toEqual([
      ['sales', { rows: 9, used: 5, setAside: 4, skipped: 1 }, 200],
      ['targets', { rows: 3, used: 2, setAside: 1, skipped: 0 }, 180],
    ]);
    await writeQualitySheet(session, data);
    const sheet = workbook.contents().sheets.find(({ name }) => name === 'Data quality');
    const figures = (sheet?.cells ?? []).flatMap((row) =>
      typeof row[2] === 'number' && typeof row[0] === 'string'
        ? [`${row[0]} ${String(row[2])}`]
        : [],
    );
    const { read, used, setAside, skipped, total } = qualityWordsFor('en').counts;
    expect(figures).toEqual([
      ...[`${read} 9`, `${used} 5`, `${setAside} 4`, `${skipped} 1`, `${total} 200`],
      ...[`${read} 3`, `${used} 2`, `${setAside} 1`, `${skipped} 0`, `${total} 180`],
    ]);
  });
});
