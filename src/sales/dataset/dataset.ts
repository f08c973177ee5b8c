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
}

/** The column of a dimension, which must be there. */
export function getDimension(dataset: Dataset, dimension: string): TextColumn {
  const column = dataset.dimensions.get(dimension);
  if (!column) throw new Error(`The data set has no dimension ${JSON.stringify(dimension)}`);
  return column;
}
