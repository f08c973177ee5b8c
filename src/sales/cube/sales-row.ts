import type { SerialDate } from '../calendar';
import type { Dataset } from '../dataset';

/** One row of a data set by itself, as texts and amounts, whatever numbers the columns have for them. */
export interface SalesRow {
  readonly date: SerialDate;
  readonly amount: number;
  /** By the name of the dimension. */
  readonly dimensions: ReadonlyMap<string, string>;
  /** By the name of the column; one without a number is left out. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** One row as it was and as it is: without `before` it was added, without `after` removed. */
export interface RowEdit {
  readonly before?: SalesRow;
  readonly after?: SalesRow;
}

/** The row of a data set as it stands now; take it before the row is changed. */
export function rowOf(dataset: Dataset, row: number): SalesRow {
  if (row < 0 || row >= dataset.rows) throw new RangeError(`There is no row ${String(row)}`);
  const numbers = new Map<string, number>();
  for (const [name, column] of dataset.numbers ?? []) {
    if (column.blanks?.[row] !== 1) numbers.set(name, column.values[row] ?? 0);
  }
  return {
    date: dataset.dates[row] ?? 0,
    amount: dataset.amounts.values[row] ?? 0,
    dimensions: new Map(
      [...dataset.dimensions].map(([name, { codes, values }]) => [
        name,
        values[codes[row] ?? 0] ?? '',
      ]),
    ),
    numbers,
  };
}
