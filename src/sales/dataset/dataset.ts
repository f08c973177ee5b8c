import type { Amounts } from './amounts';
import type { TextColumn } from './text-column';

/** Sales lines or targets as columns; all of them have `rows` entries in the same order. */
export interface Dataset {
  readonly rows: number;
  /** Serial dates. Of a target, the first day of its period. */
  readonly dates: Int32Array;
  readonly amounts: Amounts;
  /** By the name of the dimension as the sales call it: "Salesperson". */
  readonly dimensions: ReadonlyMap<string, TextColumn>;
  /** Other figures of a row, by the name of their column: "Quantity", "Unit cost". */
  readonly numbers?: ReadonlyMap<string, Amounts>;
  /**
   * By what a column is for, the dimension or number that is: "orderId" → "Invoice". What is not
   * named here goes by its own name; "amount" is always `amounts`.
   */
  readonly roles?: ReadonlyMap<string, string>;
}

/** The numbers a column holds, by what it is for. */
export function findNumbers(dataset: Dataset, role: string): Amounts | undefined {
  return role === 'amount' ? dataset.amounts : dataset.numbers?.get(nameOf(dataset, role));
}

/** The texts a column holds, by what it is for. */
export function findTexts(dataset: Dataset, role: string): TextColumn | undefined {
  return dataset.dimensions.get(nameOf(dataset, role));
}

/** The name that a data set has for what a column is for. */
export function nameOf(dataset: Dataset, role: string): string {
  return dataset.roles?.get(role) ?? role;
}

/** The column of a dimension, which must be there. */
export function getDimension(dataset: Dataset, dimension: string): TextColumn {
  const column = dataset.dimensions.get(dimension);
  if (!column) throw new Error(`The data set has no dimension ${JSON.stringify(dimension)}`);
  return column;
}
