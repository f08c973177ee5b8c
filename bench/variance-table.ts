import { cents, type Answer } from './answer';

/** Sales and targets by region, product and month, sorted by all three; a line each. */
export interface VarianceTable {
  readonly lines: number;
  readonly region: readonly string[];
  readonly product: readonly string[];
  /** Months since the first one of the data. */
  readonly month: Int32Array;
  readonly sum: Float64Array;
  readonly count: Int32Array;
  /** NaN where there is none. */
  readonly target: Float64Array;
}

export function varianceAnswer(table: VarianceTable): Answer {
  return Array.from({ length: table.lines }, (_, line) => [
    table.region[line] ?? '',
    table.product[line] ?? '',
    table.month[line] ?? -1,
    cents(table.sum[line] ?? 0),
    table.count[line] ?? 0,
    cents(table.target[line] ?? NaN),
  ]);
}
