import { fc } from '../properties';
import { CellGrid } from '../../src/intake';
import { findRepeatedRows } from '../../src/intake/quality/duplicates';
import { countPowers, powersOf } from '../../src/intake/quality/magnitudes';
import { finish } from '../../src/sales';
import type { CellValue } from '../../src/workbook';

const cell = fc.constantFrom<CellValue>(null, 'West', 'East', 1, 2, 0.5, true, { error: '#N/A' });

/** Each row that stands earlier, found by comparing the cells of all pairs. */
function repeatsByHand(rows: readonly (readonly CellValue[])[]): number[][] {
  return rows.flatMap((row, at) => {
    const key = JSON.stringify(row);
    const first = rows.findIndex((other) => JSON.stringify(other) === key);
    return first < at && row.some((one) => one !== null) ? [[at, first]] : [];
  });
}

test('rows all of whose cells equal those of an earlier one are found, with the first of them', () => {
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 60 });
  fc.assert(
    fc.property(rows, (cells) => {
      const { rows: repeated, first } = finish(findRepeatedRows(new CellGrid(cells, 3)));
      const found = Array.from(repeated, (row, at) => [row, first[at]]);
      expect(found).toEqual(repeatsByHand(cells));
    }),
    { numRuns: 500 },
  );
});

test('of 20,000 different rows and three that stand again, these three are found', () => {
  const rows: CellValue[][] = Array.from({ length: 20_000 }, (_, row) => [
    row,
    `Order ${String(row)}`,
  ]);
  rows.push([17, 'Order 17'], [19_999, 'Order 19999'], [17, 'Order 17']);
  const { rows: repeated, first } = finish(findRepeatedRows(new CellGrid(rows, 2)));
  expect([[...repeated], [...first]]).toEqual([
    [20_000, 20_001, 20_002],
    [17, 19_999, 17],
  ]);
});

test('the power of two of a size is the whole part of its logarithm, whatever its sign', () => {
  const size = fc.double({ min: 1e-9, max: 1e15, noNaN: true });
  fc.assert(
    fc.property(size, (one) => {
      const powerOf = powersOf(Float64Array.of(1, one, -one));
      expect(powerOf(2)).toBe(powerOf(1));
      const power = powerOf(1) - powerOf(0);
      expect(one).toBeGreaterThanOrEqual(2 ** power);
      expect(one).toBeLessThan(2 ** (power + 1));
    }),
  );
  const counts = countPowers(Float64Array.of(0, 8, -9, 15.9, 16));
  expect([...counts].filter((count) => count > 0)).toEqual([1, 3, 1]);
});
