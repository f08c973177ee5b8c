import { reportJson, Session, track } from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 90],
  ['2026-01-20', 'South', 210],
  ['2026-02-03', 'North', 120],
  [null, 'Total', 420],
];
const plan: Rows = [
  ['Sales targets 2026'],
  [],
  ['Region', 'Jan', 'Feb', 'Total'],
  ['North', 100, 110, 210],
  ['South', 200, null, 200],
  ['Total', 300, 110, 410],
  ['Source: the board'],
];

test('a report takes targets with months across and totals as they stand', async () => {
  const outcome = await track(new Session(workbookWith({ Sales: sales, Plan: plan })));
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const json = reportJson(outcome.done, undefined, '2026-02-28', wordsFor('en'));
  expect(json).toMatchObject({
    mapping: { targets: { source: 'Plan', date: 'Period', amount: 'Target', grain: 'month' } },
    sales: { rows: 4, used: 3, setAside: 1, total: 420 },
    targets: { rows: 6, used: 3, setAside: 3, total: 410 },
    total: { actual: 420, target: 410, variance: 10 },
  });
  expect(outcome.done.issues.map(({ code, at }) => `${code} ${at}`)).toEqual(
    expect.arrayContaining([
      'subtotalRow Sales!B5',
      'subtotalRow Plan!A6',
      'noteRow Plan!A7',
      'blankAcross Plan!C5',
    ]),
  );
});
