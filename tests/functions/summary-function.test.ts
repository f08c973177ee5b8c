import { functions } from '../../src/functions';
import { shown, startFunctionsRuntime } from './functions-runtime';

beforeAll(startFunctionsRuntime);

const summary = (...cells: unknown[]) =>
  shown(() => functions['SUMMARY']?.(...cells)) as unknown[][];
const column = (...values: unknown[]) => values.map((value) => [value]);
const failure = (error: string) => expect.objectContaining({ error }) as unknown;
const header = ['AC', 'PL', 'ΔPL', 'ΔPL %', 'Attainment', 'Status'];

// West 40 + 35 = 75 of 100, North 60 of 50, East 0 of 20, South 10 without a target, 5 unassigned.
const keys = column('West', 'North', 'West', 'South', null);
const sales = column(40, 60, 35, 10, 5);
const targetKeys = column('North', 'West', 'East');
const targets = column(50, 100, 20);
const west = ['West', 75, 100, -25, -0.25, 0.75, 'behind'];
const east = ['East', 0, 20, -20, -1, 0, 'behind'];
const north = ['North', 60, 50, 10, 0.2, 1.2, 'ahead'];
const none = failure('#N/A');
const south = ['South', 10, none, none, none, none, 'no target'];
const unassigned = ['(unassigned)', 5, none, none, none, none, 'no target'];
// 150 of 170: 15 of the 150 have no target, and count all the same.
const total = ['Total', 150, 170, -20, -20 / 170, 150 / 170, 'behind'];

test('lists every key with sales or a target, worst first, unassigned and total last', () => {
  expect(summary(keys, sales, targetKeys, targets)).toEqual([
    ['Key', ...header],
    west,
    east,
    north,
    south,
    unassigned,
    total,
  ]);
});

test('sorts the best first or by key, without headers, when asked to', () => {
  expect(summary(keys, sales, targetKeys, targets, null, 2, 2)).toEqual([
    north,
    east,
    west,
    south,
    unassigned,
    total,
  ]);
  expect(summary(keys, sales, targetKeys, targets, null, 'key', 'without')).toEqual([
    east,
    north,
    south,
    west,
    unassigned,
    total,
  ]);
});

test('adds an earlier span at the end, so that the other columns stay where they are', () => {
  const prior = column(50, 40, 10, null, 0);
  const table = summary(keys, sales, targetKeys, targets, prior);
  expect(table[0]).toEqual(['Key', ...header, 'PY', 'ΔPY', 'ΔPY %']);
  // West 75 after 60, North 60 after 40, East nothing after nothing.
  expect(table[1]).toEqual([...west, 60, 15, 0.25]);
  expect(table[2]).toEqual([...east, 0, 0, failure('#DIV/0!')]);
  expect(table[3]).toEqual([...north, 40, 20, 0.5]);
  expect(table.at(-1)).toEqual([...total, 100, 50, 0.5]);
});

test('takes several key columns, whatever their cells are', () => {
  const table = summary(
    [
      ['West', 2026],
      ['West', 2025],
      [null, 2026],
    ],
    column(7, 3, 1),
    [['West', 2026]],
    column(10),
  );
  expect(table).toEqual([
    ['Key 1', 'Key 2', ...header],
    ['West', 2026, 7, 10, -3, -0.3, 0.7, 'behind'],
    ['West', 2025, 3, none, none, none, none, 'no target'],
    ['(unassigned)', 2026, 1, none, none, none, none, 'no target'],
    ['Total', '', 11, 10, 1, 0.1, 1.1, 'ahead'],
  ]);
});

test('takes whole columns with their headers', () => {
  const length = 20_000;
  const whole = (...values: unknown[]) =>
    Array.from({ length }, (_, index) => [values[index] ?? null]);
  const table = summary(
    whole('Region', 'West', 'North', 'West', 'South'),
    whole('Amount', 40, 60, 35, 10),
    whole('Area', 'North', 'West', 'East'),
    whole('Quota', 50, 100, 20),
  );
  expect(table.slice(0, 5)).toEqual([['Region', ...header], west, east, north, south]);
  expect(table).toHaveLength(6);
});

test('takes no first row for headers whose key comes again below', () => {
  const table = summary(column('West', 'West'), column('n/a', 40), targetKeys, targets);
  const wrong = failure('#VALUE!');
  expect(table).toContainEqual(['West', wrong, 100, wrong, wrong, wrong, wrong]);
  expect(table.at(-1)?.[1]).toEqual(wrong);
});

test('shows a wrong amount in its own key and in the total only', () => {
  const division = { type: 'Error', code: '#DIV/0!' };
  const table = summary(keys, column(40, 60, division, 10, 5), targetKeys, targets);
  const broken = failure('#DIV/0!');
  expect(table).toEqual([
    ['Key', ...header],
    east,
    north,
    south,
    ['West', broken, 100, broken, broken, broken, broken],
    unassigned,
    ['Total', broken, 170, broken, broken, broken, broken],
  ]);
});

test('keeps an error in a key as a row of its own', () => {
  const table = summary(column('West', '#N/A'), column(40, 2), targetKeys, targets);
  expect(table).toContainEqual([{ error: '#N/A' }, 2, none, none, none, none, 'no target']);
});

test('adds cents exactly', () => {
  const table = summary(column('a', 'a', 'a'), column(0.1, 0.2, 0.3), column('a'), column(0.6));
  expect(table[1]).toEqual(['a', 0.6, 0.6, 0, 0, 1, 'ahead']);
});

test('takes blank target cells for no target', () => {
  const table = summary(column('a'), column(4), column('a', 'b'), column(null, 9));
  expect(table[2]).toEqual(['a', 4, none, none, none, none, 'no target']);
});

test.each([
  ['sales of other rows than their keys', [column('a', 'b'), column(1), column('a'), column(1)]],
  ['amounts of several columns', [column('a'), [[1, 2]], column('a'), column(1)]],
  ['keys of unequal width', [[['a', 'b']], column(1), column('a'), column(1)]],
  ['an order it does not know', [column('a'), column(1), column('a'), column(1), null, 4]],
  ['headers it does not know', [column('a'), column(1), column('a'), column(1), null, 1, 0]],
  ['earlier amounts of other rows', [column('a'), column(1), column('a'), column(1), column(1, 2)]],
])('refuses %s with a sentence', (_, cells) => {
  const [[cell]] = summary(...cells) as [[{ error: string; message: string }]];
  expect(cell.error).toBe('#VALUE!');
  expect(cell.message).toMatch(/\.$/);
});

test('says that there is nothing to add', () => {
  expect(summary(column(null), column(null), column(null), column(null))).toEqual([
    [{ error: '#N/A', message: 'There are no sales and no targets in these ranges.' }],
  ]);
});
