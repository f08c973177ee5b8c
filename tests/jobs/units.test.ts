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
    expect(issuesOf(await trackOf(sales, targets))).toEqual([
      'severalVersions Plan!B3 Forecast / Budget',
    ]);
  });
});
