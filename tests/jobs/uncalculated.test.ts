import { Session, stopLines, track, type DataWishes } from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** A formula as programs write it that do not calculate. */
const formula = { formula: '=1+1' };
const plan: Rows = [
  ['Month', 'Region', 'Target'],
  ['2026-01', 'North', 1000],
  ['2026-01', 'South', 800],
];
const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 100],
  ['2026-01-06', 'South', 20],
  ['2026-01-07', 'North', 3],
];

/** The rows with another cell in a column, from a row on. */
const having = (rows: Rows, column: number, from = 1): Rows =>
  rows.map((row, at) => (at < from ? row : row.with(column, formula)));

async function told(sheets: Readonly<Record<string, Rows>>, wishes: DataWishes = {}) {
  const outcome = await track(new Session(workbookWith(sheets)), wishes);
  if ('stopped' in outcome) return stopLines(outcome.stopped, wordsFor('en'));
  const { sales: sold, targets, issues } = outcome.done;
  return {
    sales: [sold.total, sold.used, sold.setAside],
    targets: [targets.total, targets.used, targets.setAside],
    issues: issues.map(({ code, at, found }) => `${code} ${at} ${found}`),
  };
}

describe('a column used that holds formulas alone which were never calculated is refused', () => {
  const save = 'Open the file in Excel and save it.';

  test('as amounts, by the first cell and their number', async () => {
    const lines = await told({ Sales: having(sales, 2), Plan: plan });
    expect(lines).toEqual([`Sales!C2: 3 formulas in "Amount" were never calculated. ${save}`]);
  });

  test('as amounts that no header names', async () => {
    const unnamed = having(sales, 2).with(0, ['Date', 'Region', 'X1']);
    expect(await told({ Sales: unnamed, Plan: plan })).toEqual([
      `Sales!C2: 3 formulas in "X1" were never calculated. ${save}`,
    ]);
  });

  test('as dates', async () => {
    const lines = await told({ Sales: having(sales, 0), Plan: plan });
    expect(lines).toEqual([`Sales!A2: 3 formulas in "Date" were never calculated. ${save}`]);
  });

  test('as targets', async () => {
    const lines = await told({ Sales: sales, Plan: having(plan, 2) });
    expect(lines).toEqual([`Plan!C2: 2 formulas in "Target" were never calculated. ${save}`]);
  });

  test('as names on either side', async () => {
    expect(await told({ Sales: having(sales, 1), Plan: plan })).toEqual([
      `Sales!B2: 3 formulas in "Region" were never calculated. ${save}`,
    ]);
    expect(await told({ Sales: sales, Plan: having(plan, 1) })).toEqual([
      `Plan!B2: 2 formulas in "Region" were never calculated. ${save}`,
    ]);
  });

  test('as scenarios, which would tell actual from planned rows', async () => {
    const scenario = (row: Rows[number], at: number) => [...row, at === 0 ? 'Scenario' : formula];
    expect(await told({ Sales: sales.map(scenario), Plan: plan })).toEqual([
      `Sales!D2: 3 formulas in "Scenario" were never calculated. ${save}`,
    ]);
  });

  test('as figures of periods across', async () => {
    const wide: Rows = [
      ['Region', 'Jan 2026', 'Feb 2026'],
      ['North', formula, formula],
      ['South', formula, formula],
    ];
    expect(await told({ Sales: sales, Plan: wide })).toEqual([
      `Plan!B2: 4 formulas in "Target" were never calculated. ${save}`,
    ]);
  });

  test('as headers', async () => {
    const wide: Rows = [
      ['Region', 46_023, formula, formula],
      ['North', 1, 2, 3],
    ];
    expect(await told({ Sales: sales, Plan: wide })).toContain(
      `Plan!C1: 2 formulas in the header were never calculated. ${save}`,
    );
  });
});

test('rows whose amount alone was never calculated are set aside, each with its cell', async () => {
  // 100 is left of 100 + 20 + 3.
  expect(await told({ Sales: having(sales, 2, 2), Plan: plan })).toEqual({
    sales: [100, 1, 2],
    targets: [1800, 2, 0],
    issues: ['errorCell Sales!C3 #BUSY!', 'errorCell Sales!C4 #BUSY!'],
  });
  const { issues } = wordsFor('en');
  expect(
    issues.errorCell({ code: 'errorCell', at: 'A!C3', found: '#BUSY!', expected: 'Amount' }),
  ).toBe(
    'A!C3: the formula in column "Amount" was never calculated. Open the file in Excel and save it.',
  );
});

test('formulas in columns that are not used, and in totals, do not matter', async () => {
  const more = sales.map((row, at) => [...row, at === 0 ? 'Note' : formula]);
  const wide: Rows = [
    ['Region', 'Jan 2026', 'Feb 2026', 'Total'],
    ['North', 1000, 10, formula],
    ['South', 800, 20, formula],
    ['Total', formula, formula, formula],
  ];
  // 1000 + 10 + 800 + 20; the row of totals is set aside.
  expect(await told({ Sales: more, Plan: wide })).toEqual({
    sales: [123, 3, 0],
    targets: [1830, 4, 1],
    issues: ['subtotalRow Plan!A4 Total'],
  });
});

test('a formula that shows an empty text is a blank cell', async () => {
  const blank = sales.with(2, ['2026-01-06', 'South', { formula: '=""', result: '' }]);
  expect(await told({ Sales: blank, Plan: plan })).toMatchObject({
    sales: [103, 2, 1],
    issues: ['blankAmount Sales!C3 (blank)'],
  });
});
