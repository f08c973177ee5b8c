import type { Answer } from './answer';

/** Customers and the median deal by rep and quarter, sorted by both; a line each. */
export interface FunnelTable {
  readonly lines: number;
  readonly rep: readonly string[];
  /** Quarters since the first one of the data. */
  readonly quarter: Int32Array;
  readonly customers: Int32Array;
  readonly median: Float64Array;
}

export function funnelAnswer(table: FunnelTable): Answer {
  return Array.from({ length: table.lines }, (_, line) => [
    table.rep[line] ?? '',
    table.quarter[line] ?? -1,
    table.customers[line] ?? 0,
    // The mean of two amounts has half a cent at most.
    Math.round((table.median[line] ?? NaN) * 1000),
  ]);
}
