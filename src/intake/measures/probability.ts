import type { Column } from '../columns/column';
import { figuresIn, signOf } from '../convert';
import type { SourceTable } from '../mapping';

/**
 * The probability of each row, between 0 and 1; NaN where its cell means none.
 *
 * Text with a percent sign says what it is. Plain numbers are percents where one of the column is
 * above 1; a fraction among percents could be either, and means none.
 */
export function probabilitiesOf(table: SourceTable, column: Column): Float64Array {
  const cells = table.raw.grid.column(column.index);
  const numbers = figuresIn(cells, signOf(column));
  const { codes, values } = cells;
  const hasSign = values.map((value) => typeof value === 'string' && /%|％/.test(value));
  const isPlain = (row: number) => !hasSign[codes?.[row] ?? -1];
  const arePercents = numbers.some((number, row) => number > 1 && isPlain(row));
  return numbers.map((number, row) => {
    const isPercent = arePercents && isPlain(row);
    if (isPercent && number > 0 && number < 1) return NaN;
    const probability = isPercent ? number / 100 : number;
    return probability >= 0 && probability <= 1 ? probability : NaN;
  });
}
