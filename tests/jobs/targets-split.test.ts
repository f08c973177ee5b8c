import { Session, track, type Outcome, type ReportWishes, type Tracked } from '../../src/jobs';
import { isMeasured } from '../../src/sales';
import { issueSentence, unclearSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const words = wordsFor('en');

const run = (sales: Rows, targets: Rows, wishes: ReportWishes = {}) =>
  track(new Session(workbookWith({ Sales: sales, Targets: targets })), wishes);

/** The target of each row of January, and what there is to remark. */
function builtOf(outcome: Outcome<Tracked>) {
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.unclear));
  const { report, issues } = outcome.done;
  const january = report.rows.filter(({ period }) => period.label === '2026-01');
  return {
    rows: january.map(({ key, actual, target }) => [
      ...key,
      actual,
      isMeasured(target) ? target : target.reason,
    ]),
    remarks: issues.map((issue) => issueSentence(issue, words)),
  };
}

function refusedOf(outcome: Outcome<Tracked>): string[] {
  if ('done' in outcome) throw new Error('It was built');
  const { unclear, issues } = outcome.stopped;
  return [
    ...unclear.map((one) => unclearSentence(one, words)),
    ...issues.map((issue) => issueSentence(issue, words)),
  ];
}

const byRep: Rows = [
  ['Rep', 'Month', 'Target'],
  ['Ann', '2026-01', 60],
  ['Bob', '2026-01', 40],
  ['Ann', '2026-02', 70],
  ['Bob', '2026-02', 30],
];
const addedUp =
  'Targets!A1: no column of "Sales" has the names of "Rep"; targets of different names are added up.';

describe('targets split by something that the sales lack', () => {
  test('are added up for sales without any names, and it is said so', async () => {
    const sales: Rows = [
      ['Date', 'Amount'],
      ['2026-01-12', 50],
      ['2026-01-20', 25],
      ['2026-02-13', 80],
    ];
    expect(builtOf(await run(sales, byRep))).toEqual({ rows: [[75, 100]], remarks: [addedUp] });
  });

  const byShop: Rows = [
    ['Date', 'Shop', 'Amount'],
    ['2026-01-12', 'West', 50],
    ['2026-01-20', 'East', 25],
    ['2026-02-13', 'West', 80],
    ['2026-02-14', 'East', 10],
  ];

  test('are added up for the total where the sales have other names', async () => {
    const outcome = await run(byShop, byRep, { by: [] });
    expect(builtOf(outcome)).toEqual({ rows: [[75, 100]], remarks: [addedUp] });
  });

  test('are added up for each name that both have', async () => {
    const targets: Rows = [
      ['Shop', 'Rep', 'Month', 'Target'],
      ['West', 'Ann', '2026-01', 30],
      ['West', 'Bob', '2026-01', 20],
      ['East', 'Ann', '2026-01', 15],
      ['East', 'Bob', '2026-01', 5],
    ];
    const { rows, remarks } = builtOf(await run(byShop, targets));
    expect(rows).toEqual(
      expect.arrayContaining([
        ['West', 50, 50],
        ['East', 25, 20],
      ]),
    );
    expect(remarks).toContain(addedUp.replace('A1', 'B1'));
  });

  test('are refused where the same stands twice in all of their columns', async () => {
    const twice: Rows = [...byRep, ['Bob', '2026-01', 41]];
    expect(refusedOf(await run(byShop, twice, { by: [] }))).toEqual([
      'Targets!C6: a second target for Bob, 2026-01-01; the first is in Targets!C3. Remove one or add them up.',
    ]);
  });

  test('are refused where only a remark beside some of them tells them apart', async () => {
    const remarked: Rows = [
      ['Shop', 'Month', 'Target', 'Remark'],
      ['West', '2026-01', 30, null],
      ['West', '2026-01', 20, 'old'],
      ['East', '2026-01', 15, null],
    ];
    expect(refusedOf(await run(byShop, remarked))).toEqual([
      'Targets!C3: a second target for West, 2026-01-01; the first is in Targets!C2. Remove one or add them up.',
    ]);
  });
});

test('names that are all spelled otherwise are told by both spellings', async () => {
  const sales: Rows = [
    ['Date', 'Rep', 'Amount'],
    ['2026-01-12', 'Ann', 50],
    ['2026-01-20', 'José', 25],
    ['2026-02-13', 'Ann', 80],
    ['2026-02-14', 'José', 10],
  ];
  const targets: Rows = [
    ['Rep', 'Month', 'Target'],
    ['ANN', '2026-01', 60],
    ['JOSE', '2026-01', 40],
  ];
  const sentence =
    'Targets!A2: "ANN" of the targets in "Targets" is "Ann" in "Rep" of the sales, and names spelled otherwise are other names. Spell all of them alike.';
  expect(refusedOf(await run(sales, targets))).toEqual([sentence]);
  expect(refusedOf(await run(sales, targets, { by: ['Rep'] }))).toEqual([sentence]);
});

test('numbers of shops that zeros in front keep apart are told by both spellings', async () => {
  const sales: Rows = [
    ['Date', 'Store', 'Amount'],
    ['2026-01-12', '0101', 50],
    ['2026-01-20', '0102', 25],
  ];
  const targets: Rows = [
    ['Store', 'Month', 'Target'],
    [101, '2026-01', 60],
    [102, '2026-01', 40],
  ];
  expect(refusedOf(await run(sales, targets))).toEqual([
    'Targets!A2: "101" of the targets in "Targets" is "0101" in "Store" of the sales, and names spelled otherwise are other names. Spell all of them alike.',
  ]);
});

test.each([
  ['R1', 'R2', 1, 2],
  [1, 2, 'R1', 'R2'],
  [1, 2, 101, 102],
])(
  'regions that are %p and %p in the sales but %p and %p in the targets are asked about, not added up',
  async (west, east, first, second) => {
    const sales: Rows = [
      ['Date', 'Region', 'Amount'],
      ['2026-01-12', west, 50],
      ['2026-01-20', east, 25],
    ];
    const targets: Rows = [
      ['Region', 'Month', 'Target'],
      [first, '2026-01', 60],
      [second, '2026-01', 40],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: sales, Targets: targets })));
    expect('stopped' in outcome && outcome.stopped.unclear).toEqual([
      { question: 'targetDimension', source: 'Targets', subject: 'Region', candidates: [] },
    ]);
  },
);
