import { Session, track, type Outcome, type Tracked } from '../../src/jobs';
import { issueSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const plan: Rows = [
  ['Region', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
  ['North', 120, 120, 120],
  ['South', 60, 60, 60],
];
/** Of North 100, 110 and 120 each month, and of South 50, 60 and 70. */
const risen: Rows = [
  ['North', 100, 210, 330],
  ['South', 50, 110, 180],
];

const trackOf = (sheets: Readonly<Record<string, Rows>>) =>
  track(new Session(workbookWith(sheets)));

function issuesOf(outcome: Outcome<Tracked>): string[] {
  const { issues } = 'stopped' in outcome ? outcome.stopped : outcome.done;
  return issues.map(({ code, at, found }) => `${code} ${at} ${found}`);
}

function totalOf(outcome: Outcome<Tracked>): number {
  if ('done' in outcome) return outcome.done.sales.total;
  throw new Error(JSON.stringify(outcome.stopped.unclear.concat(outcome.stopped.issues as never)));
}

describe('figures to date are not added up', () => {
  test.each([
    ['kum.'],
    ['kumuliert'],
    ['YTD'],
    ['cumulative'],
    ['cum.'],
    ['cumulé'],
    ['acumulado'],
    ['acum.'],
    ['累計'],
  ])('where the headers of the months say %s', async (word) => {
    const header = ['Region', `Jan 2026 ${word}`, `Feb 2026 ${word}`, `Mar 2026 ${word}`];
    const outcome = await trackOf({ Sales: [header, ...risen], Plan: plan });
    expect(issuesOf(outcome)).toEqual([`figuresToDate Sales!B1 ${word}`]);
  });

  test.each([
    ['Umsatz kumuliert'],
    ['Sales YTD'],
    ['Sales_YTD'],
    ['Revenue to date'],
    ['Cumulative sales'],
    ["Chiffre d'affaires cumulé"],
    ['Ventas acumuladas'],
    ['Vendas acum.'],
    ['売上累計'],
  ])('of a column called %s', async (header) => {
    const sales: Rows = [
      ['Month', 'Region', header],
      ['2026-01', 'North', 100],
      ['2026-02', 'North', 210],
    ];
    expect(issuesOf(await trackOf({ Sales: sales, Plan: plan }))).toEqual([
      `figuresToDate Sales!C1 ${header}`,
    ]);
  });

  test('where the title, a note below or the name of the sheet says so', async () => {
    const header = ['Region', 'Jan', 'Feb', 'Mar'];
    const title = 'Umsatz 2026 kumuliert (YTD)';
    const titled: Rows = [[title], [], header, ...risen];
    expect(issuesOf(await trackOf({ Sales: titled, Plan: plan }))).toEqual([
      `figuresToDate Sales!A1 ${title}`,
    ]);
    const name = 'YTD Sales 2026';
    expect(issuesOf(await trackOf({ [name]: [header, ...risen], Plan: plan }))).toEqual([
      `figuresToDate '${name}'!B1 ${name}`,
    ]);
    const noted: Rows = [plan[0] ?? [], ...risen, [], ['Alle Werte kumuliert']];
    expect(issuesOf(await trackOf({ Sales: noted, Plan: plan }))).toEqual([
      'figuresToDate Sales!A5 Alle Werte kumuliert',
    ]);
  });

  test('of targets as little as of sales', async () => {
    const sales: Rows = [
      ['Date', 'Region', 'Sales'],
      ['2026-01-13', 'North', 100],
      ['2026-02-14', 'South', 60],
    ];
    const header = ['Region', 'Jan 2026 kum.', 'Feb 2026 kum.', 'Mar 2026 kum.'];
    const outcome = await trackOf({ Sales: sales, Plan: [header, ...risen] });
    expect(issuesOf(outcome)).toEqual(['figuresToDate Plan!B1 kum.']);
    const [issue] = 'stopped' in outcome ? outcome.stopped.issues : [];
    expect(issue && issueSentence(issue, wordsFor('en'))).toBe(
      'Plan!B1: by "kum." the figures of "kum." are those to date, which cannot be added. Give the figures of each period, or reword this where they are.',
    );
  });
});

describe('figures that are no sums to date are read', () => {
  test('where a column to date stands beside them', async () => {
    const across: Rows = [
      ['Region', 'Jan 2026', 'Feb 2026', 'YTD'],
      ['North', 100, 110, 210],
      ['South', 50, 60, 110],
    ];
    // 100 + 110 + 50 + 60
    expect(totalOf(await trackOf({ 'Sales YTD': across, Plan: plan }))).toBe(320);
    const long: Rows = [
      ['Month', 'Region', 'Umsatz', 'Umsatz kumuliert'],
      ['2026-01', 'North', 100, 100],
      ['2026-02', 'North', 110, 210],
    ];
    // 100 + 110
    expect(totalOf(await trackOf({ Sales: long, Plan: plan }))).toBe(210);
  });

  test('where they fall under a title that speaks of the year to date', async () => {
    const rows: Rows = [
      ['Region', 'Jan', 'Feb', 'Mar'],
      ['North', 100, 90, 120],
      ['South', 50, 60, 40],
    ];
    // 100 + 90 + 120 + 50 + 60 + 40
    expect(totalOf(await trackOf({ 'Sales 2026 YTD': rows, Plan: plan }))).toBe(460);
  });

  test('where they are the sales of days on a sheet called "YTD Sales"', async () => {
    const rows: Rows = [
      ['Date', 'Region', 'Sales'],
      ['2026-01-13', 'North', 100],
      ['2026-02-14', 'North', 110],
    ];
    expect(totalOf(await trackOf({ 'YTD Sales': rows, Plan: plan }))).toBe(210);
  });

  test('where they are of whole years', async () => {
    const rows: Rows = [
      ['Year', 'Region', 'Sales YTD'],
      [2025, 'North', 100],
      [2026, 'North', 110],
    ];
    const yearly: Rows = [
      ['Year', 'Region', 'Target'],
      [2025, 'North', 100],
      [2026, 'North', 100],
    ];
    expect(totalOf(await trackOf({ Sales: rows, Plan: yearly }))).toBe(210);
  });
});
