import {
  amountsOf,
  groupTogether,
  Sums,
  summarizeByKey,
  totalOf,
  usualThresholds,
} from '../../src/sales';
import { linesOf } from './sales-data';

describe('grouping', () => {
  test('lets sales and targets of one key meet', () => {
    const sales = linesOf(
      ['Person', 'Region'],
      [
        ['2026-01-01', 1, 'Ann', 'West'],
        ['2026-01-01', 1, 'Bob', 'West'],
        ['2026-01-01', 1, 'Ann', 'West'],
      ],
    );
    const targets = linesOf(
      ['Person', 'Region'],
      [
        ['2026-01-01', 1, 'Bob', 'West'],
        ['2026-01-01', 1, 'Cid', 'East'],
      ],
    );
    const [ofSales, ofTargets] = groupTogether([sales, targets], ['Person', 'Region']);
    expect([...(ofSales?.groups ?? [])]).toEqual([0, 1, 0]);
    expect([...(ofTargets?.groups ?? [])]).toEqual([1, 2]);
    expect(ofTargets?.keys).toEqual([
      ['Ann', 'West'],
      ['Bob', 'West'],
      ['Cid', 'East'],
    ]);
  });

  test('keeps keys apart that read the same when joined', () => {
    const sales = linesOf(
      ['A', 'B'],
      [
        ['2026-01-01', 1, 'x,y', 'z'],
        ['2026-01-01', 1, 'x', 'y,z'],
      ],
    );
    expect(groupTogether([sales], ['A', 'B'])[0]?.keys).toHaveLength(2);
  });

  test('tells names apart by case, spaces and accents', () => {
    const sales = linesOf(
      ['A'],
      [
        ['2026-01-01', 1, 'West'],
        ['2026-01-01', 1, 'west'],
        ['2026-01-01', 1, 'West '],
      ],
    );
    expect(groupTogether([sales], ['A'])[0]?.keys).toHaveLength(3);
  });

  test('keeps apart the keys of columns with more texts than numbers can count together', () => {
    // 300,000 texts in each of three columns: 2.7 · 10^16 combinations.
    const size = 300_000;
    const column = {
      codes: Int32Array.of(size - 1, size - 1, size - 1),
      values: Array.from({ length: size }, (_, index) => String(index)),
    };
    const last = { ...column, codes: Int32Array.of(0, 1, 2) };
    const dataset = {
      rows: 3,
      dates: new Int32Array(3),
      amounts: amountsOf(new Float64Array(3)),
      dimensions: new Map([
        ['A', column],
        ['B', column],
        ['C', last],
      ]),
    };
    const [grouping] = groupTogether([dataset], ['A', 'B', 'C']);
    expect([...(grouping?.groups ?? [])]).toEqual([0, 1, 2]);
  });

  test('refuses a dimension that is not there', () => {
    expect(() => groupTogether([linesOf([], [])], ['Person'])).toThrow('"Person"');
  });
});

describe('amounts', () => {
  test('have the smallest minor unit that any of them needs, and stay as they are', () => {
    expect(amountsOf(Float64Array.of(7, 16.448, 0.1))).toEqual({
      values: Float64Array.of(7, 16.448, 0.1),
      decimals: 3,
    });
  });

  test('have the minor unit of all, however many rows lie between those that need it', () => {
    const values = new Float64Array(200_000).fill(0.5);
    values[199_999] = 0.125;
    const amounts = amountsOf(values);
    expect(amounts.decimals).toBe(3);
    // 199,999 halves and an eighth
    expect(totalOf(amounts)).toBe(99_999.625);
  });

  test('add up exactly in minor units', () => {
    const sums = new Sums(1, { decimals: 2 });
    // In floating point the first two alone are 0.30000000000000004.
    for (const amount of [0.1, 0.2, -0.3, 1.15, -1.15]) sums.add(0, amount);
    expect(sums.total(0)).toBe(0);
  });

  test.each([
    // 0.28 + 0.52 + 0.12 = 0.92, and 0.000161 + 0.000299 + 0.000069 = 0.000529
    [[9_000_000_000_000.28, 9_000_000_000_000.52, 9_000_000_000_000.12], 27_000_000_000_000.92],
    [[1_000_000_000.000161, 1_000_000_000.000299, 400_000_000.000069], 2_400_000_000.000529],
  ])('add up exactly up to 2^53 minor units: %j', (amounts, sum) => {
    expect(totalOf(amountsOf(Float64Array.from(amounts)))).toBe(sum);
  });

  test('have no minor unit in which one of them could not be told from its neighbour', () => {
    // In cents more than 2^51.
    expect(amountsOf(Float64Array.of(30_000_000_000_000.25)).decimals).toBeUndefined();
  });

  test('have no minor unit where they need more than six decimals', () => {
    expect(amountsOf(Float64Array.of(1 / 3, 2)).decimals).toBeUndefined();
  });

  test('have no minor unit where their sum would be too large to count in it', () => {
    const amounts = amountsOf(Float64Array.of(9e13, 0.001, -9e13));
    expect(amounts.decimals).toBeUndefined();
    const sums = new Sums(1, amounts);
    for (const value of amounts.values) sums.add(0, value);
    expect(sums.total(0)).toBe(0.001);
  });
});

test('a summary by key adds all dates of a key', () => {
  const sales = linesOf(
    ['Person'],
    [
      ['2025-01-01', 0.1, 'Ann'],
      ['2026-01-01', 0.2, 'Ann'],
    ],
  );
  const targets = linesOf(['Person'], [['2024-01-01', 0.3, 'Ann']]);
  const { rows, total } = summarizeByKey(sales, targets, {
    by: ['Person'],
    order: 'worstFirst',
    thresholds: usualThresholds,
    method: 'strict',
  });
  expect(rows).toMatchObject([{ key: ['Ann'], actual: 0.3, target: 0.3, status: 'ahead' }]);
  expect(total).toMatchObject({ variance: 0, prior: { reason: 'noPriorSales' } });
});
