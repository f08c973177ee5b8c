import {
  convert,
  findAssignmentColumns,
  findCreditColumns,
  findRateColumns,
  isBlocking,
  readAssignments,
  readCredits,
  readRates,
  type Issue,
  type JoinFound,
} from '../../../src/intake';
import {
  assign,
  convertCurrencies,
  exactSum,
  getDimension,
  splitCredit,
  type Dataset,
} from '../../../src/sales';
import { columnOf, tableOf, type Rows } from '../raw-tables';

const lines: Rows = [
  ['Date', 'Deal', 'Rep', 'Currency', 'Sales'],
  ['2026-02-10', 'D-1001', 'Ann', 'EUR', 100],
  ['2026-03-10', 'D-1002', 'Ann', 'USD', 200],
  ['2026-03-11', 'D-1003', 'Bob', 'USD', 50],
  ['2026-03-12', 'D-1004', 'Cid', 'EUR', 25],
];

const assignments: Rows = [
  ['Rep', 'Team', 'From'],
  ['Ann', 'West', '2026-01-01'],
  ['Ann', 'East', '2026-03-01'],
  ['Bob', 'West', '2026-01-01'],
];

const credits: Rows = [
  ['Deal', 'Rep', 'Share'],
  ['D-1002', 'Ann', '75%'],
  ['D-1002', 'Bob', '25%'],
];

const rates: Rows = [
  ['Date', 'Currency', 'Rate'],
  ['2026-01-01', 'USD', 0.5],
  ['2026-03-11', 'USD', 0.75],
];

function get<T>(found: JoinFound<T>): T {
  if ('found' in found) return found.found;
  throw new Error(found.unclear.map(({ question }) => question).join(', '));
}

function clear<T extends { readonly issues: readonly Issue[] }>(read: T): T {
  const blocking = read.issues.filter(isBlocking);
  if (blocking.length > 0) throw new Error(blocking.map(({ code, at }) => code + at).join(', '));
  return read;
}

/** What a team sold. */
function sumOf(dataset: Dataset, team: string): number {
  const { codes, values } = getDimension(dataset, 'Team');
  return exactSum(dataset.amounts.values.filter((_, row) => values[codes[row] ?? -1] === team));
}

describe('sales joined to tables of a workbook', () => {
  test('are converted, shared and given to teams, and every one of them stays', async () => {
    const table = await tableOf(lines);
    const sales = (header: string) => ({ table, column: columnOf(table, header) });
    const [joined, shared, rated] = [
      await tableOf(assignments),
      await tableOf(credits),
      await tableOf(rates),
    ];
    const { dataset } = convert(table, {
      date: columnOf(table, 'Date'),
      amount: columnOf(table, 'Sales'),
      dimensions: new Map(
        ['Deal', 'Rep', 'Currency'].map((header) => [header, columnOf(table, header)]),
      ),
    });
    const converted = convertCurrencies(dataset, {
      currency: 'Currency',
      to: 'EUR',
      rates: clear(readRates(rated, get(findRateColumns(rated)), { to: 'EUR', base: 'first' }))
        .rates,
      method: { kind: 'actual' },
    });
    if (!('dataset' in converted)) throw new Error('All rates are there');
    const creditColumns = get(
      findCreditColumns(shared, { deal: sales('Deal'), person: sales('Rep') }),
    );
    const split = splitCredit(converted.dataset, {
      deal: 'Deal',
      person: 'Rep',
      credits: clear(readCredits(shared, creditColumns)).credits,
    });
    const teams = assign(split.dataset, {
      from: 'Rep',
      to: 'Team',
      assignments: clear(readAssignments(joined, get(findAssignmentColumns(joined, sales('Rep')))))
        .assignments,
      as: { kind: 'asWas' },
    });
    // D-1001: 100 to Ann in West. D-1002: 200 · 0.5 = 100, 75 to Ann, by then in East, and 25 to Bob
    // in West. D-1003: 50 · 0.75 = 37.5 to Bob in West. D-1004: 25 to Cid, who has no team.
    expect(sumOf(teams.dataset, 'West')).toBe(162.5);
    expect(sumOf(teams.dataset, 'East')).toBe(75);
    expect(sumOf(teams.dataset, '')).toBe(25);
    expect(teams.unassigned).toEqual([{ key: 'Cid', rows: 1, amount: 25 }]);
    expect([...split.sourceRows]).toEqual([0, 1, 1, 2, 3]);
  });
});
