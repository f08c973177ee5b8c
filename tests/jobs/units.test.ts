import { Session, track, type Outcome, type ReportWishes, type Tracked } from '../../src/jobs';
import { workbookWith, type Rows } from '../intake/raw-tables';

const dates = ['2026-01-13', '2026-02-14'];
const months = ['2026-01', '2026-02'];
const rows = (headers: string[], first: string[], ...figures: unknown[][]): Rows => [
  headers,
  ...first.map((label, row) => [label, ...figures.map((column) => column[row])] as Rows[number]),
];

async function trackOf(sales: Rows, targets: Rows, wishes: ReportWishes = {}) {
  const session = new Session(workbookWith({ Sales: sales, Plan: targets }));
  return track(session, wishes);
}

function issuesOf(outcome: Outcome<Tracked>): string[] {
  const { issues } = 'stopped' in outcome ? outcome.stopped : outcome.done;
  return issues.map(({ code, at, found, expected }) => `${code} ${at} ${found} / ${expected}`);
}

const plainTargets = rows(['Month', 'Target'], months, [9, 9]);

describe('currencies', () => {
  test('of sales and targets that differ are refused, by column, by sign or by header', async () => {
    const inDollars = rows(['Month', 'Target'], months, ['$9.00', '$9.00']);
    const inEuros = rows(['Date', 'Sales'], dates, ['€5.00', '€7.00']);
    expect(issuesOf(await trackOf(inEuros, inDollars))).toEqual([
      'otherCurrency Plan!B2 $ / € (Sales!B2)',
    ]);
    const named = rows(['Date', 'Currency', 'Sales'], dates, ['EUR', 'EUR'], [5, 7]);
    const inPounds = rows(['Month', 'Currency', 'Target'], months, ['GBP', 'GBP'], [9, 9]);
    expect(issuesOf(await trackOf(named, inPounds))).toEqual([
      'otherCurrency Plan!B2 GBP / EUR (Sales!B2)',
    ]);
    const headed = rows(['Month', 'Target (CHF)'], months, [9, 9]);
    expect(issuesOf(await trackOf(named, headed))).toEqual([
      'otherCurrency Plan!B1 CHF / EUR (Sales!B2)',
    ]);
  });

  test('that a column and the signs beside the figures name differently are refused', async () => {
    const sales = rows(['Date', 'Currency', 'Sales'], dates, ['EUR', 'EUR'], ['€5.00', '$7.00']);
    expect(issuesOf(await trackOf(sales, plainTargets))).toEqual([
      'mixedCurrencies Sales!C3 $ / EUR',
    ]);
  });

  test.each([
    ['€5.00', 'EUR 7.00'],
    ['$5.00', '7.00 USD'],
    ['￥5', '7円'],
    ['Rs. 5', '₹7'],
    ['kr 5', 'SEK 7'],
    ['5 zł', '7 PLN'],
  ])('written as %s and as %s are one', async (one, other) => {
    const sales = rows(['Date', 'Sales'], dates, [one, other]);
    const outcome = await trackOf(sales, plainTargets);
    expect(issuesOf(outcome)).toEqual([]);
    expect('done' in outcome && outcome.done.sales).toMatchObject({ used: 2, total: 12 });
  });

  test('that share a sign with a third are not one by it', async () => {
    const three = [...dates, '2026-02-15'];
    const sales = rows(['Date', 'Sales'], three, ['$5.00', '7.00 USD', '8.00 CAD']);
    expect(issuesOf(await trackOf(sales, plainTargets))).toEqual([
      'mixedCurrencies Sales!B4 CAD / USD',
    ]);
  });

  test('in a column of the targets are nothing they are set by', async () => {
    const sales = rows(['Date', 'Currency', 'Sales'], dates, ['EUR', 'EUR'], [5, 7]);
    const targets = rows(['Month', 'Currency', 'Target'], months, ['EUR', 'EUR'], [9, 9]);
    const outcome = await trackOf(sales, targets);
    expect(issuesOf(outcome)).toEqual([]);
    expect('done' in outcome && outcome.done.mapping.sales.by).toEqual([]);
  });
});

test('targets counted in thousands are not held against sales that are not', async () => {
  const sales = rows(['Date', 'Sales (EUR)'], dates, [5000, 7000]);
  const targets = rows(['Month', 'Target (T€)'], months, [9, 9]);
  expect(issuesOf(await trackOf(sales, targets))).toEqual([
    'otherScale Plan!B1 Target (T€) / "Sales (EUR)" (Sales!B1)',
  ]);
});

describe('targets whose unit is told elsewhere than in their header', () => {
  const sales = rows(['Date', 'Sales'], dates, [5000, 7000]);
  const across: Rows = [
    ['Region', 'Jan', 'Feb'],
    ['West', 4, 5],
    ['East', 1, 2],
  ];
  const regions = rows(['Date', 'Region', 'Sales'], dates, ['West', 'East'], [5000, 7000]);

  test.each([
    ['Plan 2026 in TEUR'],
    ['Targets 2026 (in thousands)'],
    ['Plan 2026, Angaben in Tsd. €'],
    ['Objectifs 2026 (k€)'],
    ['Plan 2026 K USD'],
    ['Targets 2026, $k'],
    ['Targets 2026 (K)'],
    ["Targets 2026 ('000)"],
    ['Targets 2026 x1000'],
    ['Plan 2026, Beträge in 1.000 €'],
    ["Objectifs 2026 en milliers d'euros"],
    ['Objetivos 2026 en miles de euros'],
    ['目標 2026 単位：千円'],
  ])('in the title "%s" are not held against sales in plain money', async (title) => {
    const outcome = await trackOf(regions, [[title], ...across]);
    expect(issuesOf(outcome)).toEqual([`otherScale Plan!A1 ${title} / "Sales" (Sales!C1)`]);
  });

  test.each([
    ['Bonus ab 1.000 € Umsatz 2026'],
    ['Umsatzziel 2026: 5 Mio EUR'],
    ['Plan 2026 Team M'],
  ])('are, where the title "%s" only speaks of an amount, or of a letter', async (title) => {
    const outcome = await trackOf(regions, [[title], ...across]);
    expect(issuesOf(outcome).filter((issue) => issue.startsWith('other'))).toEqual([]);
  });

  test.each([['k€'], ['Region (k€)'], ['Region in TEUR'], ["Region ('000)"]])(
    'in the corner "%s" of months across are not either',
    async (corner) => {
      const months = [corner, 'Jan 2026', 'Feb 2026'];
      const outcome = await trackOf(regions, [months, ...across.slice(1)]);
      expect(issuesOf(outcome)).toEqual([`otherScale Plan!A1 ${corner} / "Sales" (Sales!C1)`]);
    },
  );

  test.each([['alle Werte in TEUR'], ['In thousands'], ['Angaben in Tsd. €']])(
    'in the note "%s" below them are not either',
    async (note) => {
      const outcome = await trackOf(regions, [
        ['Region', 'Jan 2026', 'Feb 2026'],
        ...across.slice(1),
        [],
        [note],
      ]);
      expect(issuesOf(outcome)).toEqual([`otherScale Plan!A5 ${note} / "Sales" (Sales!C1)`]);
    },
  );

  test('are, where a note only speaks of an amount in thousands', async () => {
    const note = 'Without 5 k€ of Ann and 3 TEUR of Bob';
    const outcome = await trackOf(regions, [
      ['Region', 'Jan 2026', 'Feb 2026'],
      ...across.slice(1),
      [],
      [note],
    ]);
    expect(issuesOf(outcome).filter((issue) => issue.startsWith('other'))).toEqual([]);
  });

  test('in each of their cells are read with it', async () => {
    const inCells = rows(['Month', 'Target'], months, ['9 T€', '9,5 k€']);
    const outcome = await trackOf(sales, inCells);
    // 9 × 1,000 + 9.5 × 1,000
    expect('done' in outcome && outcome.done.targets.total).toBe(18_500);
  });

  test('in cells and in their header alike are not counted in thousands twice', async () => {
    const titled: Rows = [['Umsatz 2026 in TEUR'], ...sales];
    const twice = rows(['Month', 'Target (T€)'], months, ['9 T€', 9]);
    expect(issuesOf(await trackOf(titled, twice))).toEqual([
      'otherScale Plan!B2 9 T€ / "Target (T€)" (Plan!B1)',
    ]);
  });

  test('in the name of their sheet are not either', async () => {
    const session = new Session(workbookWith({ Sales: regions, 'Plan 2026 TEUR': across }));
    expect(issuesOf(await track(session))).toEqual([expect.stringContaining('otherScale')]);
  });

  test('are, where a title of the sales tells the same', async () => {
    const titled: Rows = [['Umsatz 2026 in TEUR'], ...regions];
    const outcome = await trackOf(titled, [['Plan 2026 in TEUR'], ...across]);
    expect(issuesOf(outcome).filter((issue) => issue.startsWith('other'))).toEqual([]);
  });

  test('nowhere are doubted where the sales are fifty times as much', async () => {
    // 7,000 in February against 140 is 50 times, against 141 it is not.
    const plan = (february: number) => rows(['Month', 'Target'], months, [1, february]);
    expect(issuesOf(await trackOf(sales, plan(140)))).toEqual([
      'salesBeyondTargets Plan!B1 50 / Target',
    ]);
    expect(issuesOf(await trackOf(sales, plan(141)))).toEqual([]);
  });
});

test('a year to date with targets for some of its months alone says so', async () => {
  const sales = rows(['Date', 'Sales'], [...dates, '2026-03-05'], [5, 7, 8]);
  expect(issuesOf(await trackOf(sales, plainTargets))).toEqual([
    'targetsOfSomePeriods Plan!A1 2 / 3',
  ]);
});

describe('a mistyped year', () => {
  const many = Array.from(
    { length: 30 },
    (_, index) => `2026-01-${String((index % 28) + 1).padStart(2, '0')}`,
  );
  const plan = rows(['Month', 'Target'], months, [1000, 1000]);
  const hundreds = many.map(() => 100);

  test('in the far future does not move the report there: its row is counted and left out', async () => {
    const sales = rows(['Date', 'Sales'], [...many, '2062-01-05'], [...hundreds, 1]);
    const outcome = await trackOf(sales, plan);
    expect('done' in outcome && outcome.done.report.request.asOf).toBe(46_050);
    expect('done' in outcome && outcome.done.sales).toEqual({
      rows: 31,
      used: 30,
      setAside: 1,
      total: 3000,
    });
    expect(issuesOf(outcome)).toEqual(['afterAsOf Sales!A1 1 / 2026-01-28']);
  });

  test('before 1950 is set aside with its day', async () => {
    // Day 12 is 12 January 1900.
    const cells: Rows = [
      ['Date', 'Sales'],
      ...many.map((_, row) => [46_023 + (row % 28), 100]),
      [12, 1],
    ];
    const session = new Session(workbookWith({ Sales: cells, Plan: plan }));
    const outcome = await track(session);
    expect(issuesOf(outcome)).toEqual(['earlyDate Sales!A32 1900-01-12 / Date']);
    expect('done' in outcome && outcome.done.report.periods).toHaveLength(2);
  });
});

test('targets whose header names a currency give the one that sales are converted into', async () => {
  const sales = rows(['Date', 'Currency', 'Sales'], dates, ['EUR', 'USD'], [50, 110]);
  const targets = rows(['Month', 'Target EUR'], months, [9, 9]);
  const rates = rows(['Date', 'USD'], ['2026-01-01', '2026-02-01'], [1.1, 1.1]);
  const book = workbookWith({ Sales: sales, Plan: targets, Rates: rates });
  const asked = await track(new Session(book), { joins: { rates: 'Rates' } });
  const open = 'stopped' in asked ? asked.stopped.unclear : [];
  expect(open.map(({ question }) => question)).not.toContain('reportCurrency');
});

describe('a budget and a forecast', () => {
  test('in columns of their own are asked for', async () => {
    const targets = rows(['Month', 'Budget', 'Forecast'], months, [9, 9], [8, 8]);
    const sales = rows(['Date', 'Sales'], dates, [5, 7]);
    const outcome = await trackOf(sales, targets);
    expect('stopped' in outcome && outcome.stopped.unclear).toMatchObject([
      { question: 'targetAmount', candidates: ['Budget', 'Forecast'] },
    ]);
    const answered = await trackOf(sales, targets, { targetAmount: 'Forecast' });
    expect('done' in answered && answered.done.targets.total).toBe(16);
  });

  test('in rows of one column are not added', async () => {
    const targets = rows(['Month', 'Scenario', 'Target'], months, ['Budget', 'Forecast'], [9, 8]);
    const sales = rows(['Date', 'Sales'], dates, [5, 7]);
    const outcome = await trackOf(sales, targets);
    expect('stopped' in outcome && outcome.stopped.unclear).toMatchObject([
      { question: 'targetRows', candidates: ['Budget', 'Forecast'], subject: 'Scenario' },
    ]);
    const readings = { Plan: { versions: { Forecast: 'targets' as const } } };
    const answered = await trackOf(sales, targets, { readings });
    expect('done' in answered && answered.done.targets).toMatchObject({ used: 1, total: 8 });
  });

  test('are refused where their texts say nothing known', async () => {
    const targets = rows(['Month', 'Scenario', 'Target'], months, ['Red', 'Blue'], [9, 8]);
    const sales = rows(['Date', 'Sales'], dates, [5, 7]);
    expect(issuesOf(await trackOf(sales, targets))).toEqual(['severalVersions Plan!B3 Blue / Red']);
  });
});

describe('targets in units', () => {
  const sales = rows(['Date', 'Units', 'Revenue'], dates, [10, 20], [100, 180]);
  const targets = rows(['Month', 'Target Units'], months, [15, 15]);

  test('are not held against amounts of money', async () => {
    expect(issuesOf(await trackOf(sales, targets))).toEqual([
      'targetsInUnits Plan!B1 Target Units / Revenue',
    ]);
  });

  test.each(['Deals target', 'Target # of deals', 'Target number of orders', 'Ziel Neukunden'])(
    'are seen in what is counted on the way to a sale: %s',
    async (header) => {
      const counted = rows(['Month', header], months, [15, 15]);
      const asked = await trackOf(sales, counted, { targetAmount: header });
      expect(issuesOf(asked)).toEqual([`targetsInUnits Plan!B1 ${header} / Revenue`]);
    },
  );

  test('are not seen in the value of what is counted', async () => {
    const ofValue = rows(['Month', 'Deals value target'], months, [150, 150]);
    const asked = await trackOf(sales, ofValue, { targetAmount: 'Deals value target' });
    expect(issuesOf(asked)).toEqual([]);
  });

  test('are not seen in the target of a business unit', async () => {
    const ofUnit = rows(['Month', 'Business Unit Target'], months, [150, 150]);
    const asked = await trackOf(sales, ofUnit, { targetAmount: 'Business Unit Target' });
    expect(issuesOf(asked).filter((issue) => issue.startsWith('targetsInUnits'))).toEqual([]);
  });

  test('are held against the units sold where a person chooses them', async () => {
    const outcome = await trackOf(sales, targets, { salesAmount: 'Units' });
    // 10 + 20 of 15 + 15
    expect('done' in outcome && outcome.done.report.total).toMatchObject({
      actual: 30,
      target: 30,
    });
  });
});
