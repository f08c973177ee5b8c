import {
  conversionIssues,
  convert,
  hierarchyIssues,
  isBlocking,
  unassignedIssues,
  unknownDealIssues,
  type Issue,
} from '../../../src/intake';
import { columnOf, tableOf, type Rows } from '../raw-tables';

const lines: Rows = [
  ['Date', 'Rep', 'Team', 'Currency', 'Sales'],
  ['2026-01-02', 'Ann', 'West', 'EUR', 10],
  ['2026-01-03', 'Bob', 'East', 'usd ', 20],
  ['2026-01-04', 'Ann', 'East', null, 30],
  ['2026-01-05', 'Ann', 'West', 'EUR', 30],
  ['2026-01-06', 'Ann', 'West', 'EUR', 30],
  ['2026-01-07', 'Ann', 'West', null, 30],
];

const told = ({ code, at, found, expected }: Issue) => [code, at, found, expected];

describe('what a join leaves', () => {
  test('names a cell for each of two parents of one child', async () => {
    const table = await tableOf(lines);
    const several = [{ child: 'Ann', parents: ['West', 'East'] }];
    const [rep, team] = [columnOf(table, 'Rep'), columnOf(table, 'Team')];
    const issues = hierarchyIssues(table, rep, team, several);
    expect(issues.map(told)).toEqual([
      ['severalParents', 'Data!C4', 'Ann → East', 'Ann → West (Data!C2)'],
    ]);
  });

  test('names the first cell of each key without a parent; blank ones need none', async () => {
    const table = await tableOf(lines);
    const issues = unassignedIssues(table, columnOf(table, 'Rep'), 'Team', [
      { key: '', rows: 1, amount: 1 },
      { key: 'Bob', rows: 1, amount: 20 },
    ]);
    expect(issues.map(told)).toEqual([['notAssigned', 'Data!B3', 'Bob', 'Team']]);
    expect(issues.some(isBlocking)).toBe(false);
  });

  test('names the deals that are credited and not sold', async () => {
    const table = await tableOf([
      ['Deal', 'Rep', 'Share'],
      ['D1', 'Ann', 1],
      ['D2', 'Ann', 1],
    ]);
    const issues = unknownDealIssues(table, columnOf(table, 'Deal'), ['D2']);
    expect(issues.map(told)).toEqual([['unknownDeal', 'Data!A3', 'D2', 'Deal']]);
    expect(issues.some(isBlocking)).toBe(false);
  });

  test('blocks where sales cannot be converted, and says why', async () => {
    const table = await tableOf(lines);
    const read = convert(table, {
      date: columnOf(table, 'Date'),
      amount: columnOf(table, 'Sales'),
      dimensions: new Map(),
    });
    const issues = conversionIssues(
      table,
      columnOf(table, 'Currency'),
      'EUR',
      {
        missing: [{ currency: 'USD', day: 46_025, rows: 1 }],
        blankRows: 2,
        ownRate: 1.08,
      },
      read,
    );
    expect(issues.map(told)).toEqual([
      ['missingRate', 'Data!D3', 'USD', '2026-01-03'],
      ['blankCurrency', 'Data!D4', '2', 'Currency'],
      ['otherReportCurrency', 'Data!D1', '1.08', 'EUR'],
    ]);
    expect(issues.every(isBlocking)).toBe(true);
  });
});
