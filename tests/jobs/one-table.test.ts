import { buildReport, findData, Session, track, type ReportWishes } from '../../src/jobs';
import { issueSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** Sales and their targets in columns of one table. */
const plan: Rows = [
  ['Month', 'Region', 'Actual', 'Target'],
  ['2026-01', 'West', 70, 60],
  ['2026-01', 'East', 40, 65],
  ['2026-02', 'West', 30, 35],
  ['2026-02', 'East', 9, 20],
];
const quotas: Rows = [
  ['Region', 'Month', 'Quota'],
  ['West', '2026-01', 61],
  ['East', '2026-02', 66],
];
const orders: Rows = [
  ['Order Date', 'Region', 'Amount'],
  ['2026-01-05', 'West', 71],
  ['2026-02-06', 'East', 41],
];

/** The plan under other headers. */
const planOf = (...headers: readonly string[]): Rows => [
  headers,
  ...plan.slice(1).map((row) => headers.map((_, column) => row[column] ?? 7)),
];
const sessionOf = (sheets: Readonly<Record<string, Rows>>) => new Session(workbookWith(sheets));

/** What was taken for what, and what is asked. */
async function taken(sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) {
  const { sales, targets, unclear } = await findData(sessionOf(sheets), wishes);
  return {
    sales: sales && [sales.source.name, sales.date?.header, sales.amount?.header],
    targets: targets && [targets.source.name, targets.date?.header, targets.amount?.header],
    asked: unclear.map(({ question, candidates }) => [question, ...candidates]),
  };
}

describe('sales and targets in one table', () => {
  test('are both taken from it where nothing else holds either', async () => {
    expect(await taken({ Plan: plan })).toEqual({
      sales: ['Plan', 'Month', 'Actual'],
      targets: ['Plan', 'Month', 'Target'],
      asked: [],
    });
    const outcome = await track(sessionOf({ Plan: plan }));
    if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.unclear));
    // 70 + 40 + 30 + 9 = 149 of 60 + 65 + 35 + 20 = 180.
    expect(outcome.done.report.total).toMatchObject({ actual: 149, target: 180, variance: -31 });
    expect(outcome.done.mapping.sales.by).toEqual(['Region']);
  });

  test('are taken beside those of the year so far, which are neither', async () => {
    const rows: Rows = [
      ['Region', 'Month', 'Sales', 'Sales YTD', 'Target', 'Target YTD'],
      ['North', '2026-01', 900, 900, 1000, 1000],
      ['North', '2026-02', 950, 1850, 1000, 2000],
      ['South', '2026-01', 500, 500, 600, 600],
    ];
    expect(await taken({ Report: rows })).toEqual({
      sales: ['Report', 'Month', 'Sales'],
      targets: ['Report', 'Month', 'Target'],
      asked: [],
    });
  });

  test('are for everything together without names, whatever variances look like their targets', async () => {
    const rows: Rows = [
      ['Month', 'Sales', 'Target', 'Variance'],
      ['2026-01', 10, 20, -10],
      ['2026-02', 11, 20, -9],
    ];
    expect((await taken({ Plan: rows })).asked).toEqual([]);
  });

  test.each([
    ['Monat', 'Region', 'Ist (EUR)', 'Soll (EUR)'],
    ['Mois', 'Région', 'Réalisé', 'Objectif'],
    ['Mes', 'Región', 'Real', 'Objetivo'],
    ['月', '地域', '実績', '目標'],
    ['Month', 'Region', 'Sales', 'Sales target'],
    ['Month', 'Region', 'Actual', 'Budget', 'Variance'],
    ['Month', 'Region', 'Sales TY', 'Target', 'Sales LY'],
  ])('are told by their headers: %s | %s | %s | %s', async (...headers) => {
    const { sales, targets, asked } = await taken({ Plan: planOf(...headers) });
    expect([sales?.[2], targets?.[2], asked]).toEqual([headers[2], headers[3], []]);
  });

  test('are not guessed where last year stands beside the target', async () => {
    const basis = planOf('Month', 'Region', 'Sales last year', 'Target');
    const { sales, asked } = await taken({ Plan: basis });
    expect(sales).toBeUndefined();
    expect(asked).toContainEqual(['salesSource']);
    // A person may mean just that.
    expect(await taken({ Plan: basis }, { sales: 'Plan' })).toMatchObject({
      sales: ['Plan', 'Month', 'Sales last year'],
      targets: ['Plan', 'Month', 'Target'],
    });
  });

  test('leave the sales to a table of nothing else', async () => {
    expect(await taken({ Orders: orders, Plan: plan })).toEqual({
      sales: ['Orders', 'Order Date', 'Amount'],
      targets: ['Plan', 'Month', 'Target'],
      asked: [],
    });
  });

  test('are asked about where other targets or another such table are there', async () => {
    expect((await taken({ Plan: plan, Quotas: quotas })).asked).toEqual([
      ['targetSource', 'Quotas', 'Plan'],
    ]);
    const other = planOf('Date', 'Customer', 'Revenue', 'Goal');
    expect((await taken({ Plan: plan, Accounts: other })).asked).toContainEqual([
      'salesSource',
      'Plan',
      'Accounts',
    ]);
  });

  test('are never the same column, unless a person says so', async () => {
    const unnamed = planOf('Month', 'Region', 'Revenue', 'Alpha');
    expect(await taken({ Book: unnamed }, { targets: 'Book' })).toMatchObject({
      sales: ['Book', 'Month', 'Revenue'],
      targets: ['Book', 'Month', 'Alpha'],
    });
    const more = planOf('Month', 'Region', 'Revenue', 'Alpha', 'Beta');
    expect((await taken({ Book: more }, { targets: 'Book' })).asked).toEqual([
      ['targetAmount', 'Alpha', 'Beta'],
    ]);
  });

  test('are asked about their cells once', async () => {
    const days = plan.map((row, index) => [index === 0 ? 'Day' : '1/2/2026', ...row.slice(1)]);
    expect((await taken({ Plan: days })).asked).toEqual([['dateOrder', 'dmy', 'mdy']]);
    const dated = (header: string) =>
      plan.map(([, ...row], index) =>
        index === 0 ? ['Date', header, ...row] : ['2026-01-30', '2026-01-31', ...row],
      );
    expect((await taken({ Plan: dated('Day') })).asked).toEqual([['salesDate', 'Date', 'Day']]);
  });

  test('are dated each by its own column, where it was asked which one the sales have', async () => {
    const rows: Rows = [
      ['Date', 'Amount', 'Month', 'Target'],
      ['2026-01-05', 90, '2026-01', 300],
      ['2026-01-20', 210, '2026-02', 200],
    ];
    const asked = await taken({ Data: rows }, { salesDate: 'Date' });
    expect(asked.asked).toEqual([['targetDate', 'Date', 'Month']]);
    const wishes = { salesDate: 'Date', targetDate: 'Month' };
    const outcome = await track(sessionOf({ Data: rows }), wishes);
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped.unclear));
    // January: 90 + 210 = 300 of 300, and not of 300 + 200.
    expect(outcome.done.report.rows.map(({ actual, target }) => [actual, target])).toEqual([
      [300, 300],
      [0, 200],
    ]);
  });

  test('are not taken from the report that is made of them', async () => {
    const workbook = workbookWith({ Orders: orders, Quotas: quotas });
    const session = new Session(workbook);
    expect(await buildReport(session)).toHaveProperty('done');
    const { sales, targets } = await findData(session);
    expect([sales?.source.name, targets?.source.name]).toEqual(['Orders', 'Quotas']);
  });

  test('are read from several sheets of one layout together', async () => {
    const sheet = (west: number) => [
      ['Region', 'Actual', 'Target'],
      ['West', west, 60],
      ['East', west + 2, 65],
    ];
    const found = await taken({ 'Jan 2026': sheet(70), 'Feb 2026': sheet(30) });
    expect(found).toEqual({
      sales: ['Jan 2026/*', 'Period', 'Actual'],
      targets: ['Jan 2026/*', 'Period', 'Target'],
      asked: [],
    });
  });
});

describe('a forecast beside what was sold', () => {
  const budget: Rows = [
    ['Region', 'Month', 'Target'],
    ['North', '2026-01', 110],
    ['North', '2026-02', 100],
    ['South', '2026-01', 60],
    ['South', '2026-02', 40],
  ];

  test.each(['Actual', 'Ist', 'Réel', 'Sales'])(
    'is not taken for the sales where they are headed "%s"',
    async (header) => {
      const sales: Rows = [
        ['Month', 'Region', header, 'Forecast'],
        ['2026-01', 'North', 100, 110],
        ['2026-02', 'North', 90, 80],
        ['2026-01', 'South', 50, 55],
        ['2026-02', 'South', 45, 40],
      ];
      const sheets = { Sales: sales, Budget: budget };
      expect((await taken(sheets)).sales).toEqual(['Sales', 'Month', header]);
    },
  );

  test('of months to come is set aside, each at the header of its month', async () => {
    const sales: Rows = [
      ['Region', 'Jan 2026 Actual', 'Feb 2026 Actual', 'Mar 2026 Forecast'],
      ['North', 100, 90, 80],
      ['South', 50, 45, 40],
    ];
    const outcome = await track(sessionOf({ Sales: sales, Budget: budget }));
    if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.unclear));
    const { report, issues } = outcome.done;
    // 100 + 90 + 50 + 45
    expect(report.total.actual).toBe(285);
    const blank = issues.filter(({ code }) => /blank|lacks/.test(code));
    const told = 'Sales!D1: no column has "Actual" of this period; its rows are set aside.';
    expect(blank.map((one) => issueSentence(one, wordsFor('en')))).toEqual([told, told]);
  });
});
