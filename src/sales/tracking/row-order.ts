import { isMeasured, type Measure } from '../measures';

/** What the order of rows looks at. */
export interface Ordered {
  /** One text per dimension; an empty one stands for "(unassigned)". */
  readonly key: readonly string[];
  readonly actual: number;
  readonly variance: Measure;
}

/** Whether a key lacks a text in any of its dimensions. */
export function isUnassigned(key: readonly string[]): boolean {
  return key.includes('');
}

/**
 * Worst or best variance first, rows without a target behind, largest actual first; or by key alone.
 * Unassigned ones come last.
 */
export type RowOrder = 'worstFirst' | 'bestFirst' | 'byKey';

/** Rows in an order: what it looks at is taken from each row once. */
export function inOrder<Row extends Ordered>(rows: readonly Row[], order: RowOrder): Row[] {
  return rows
    .map((row) => placedIn(order, row))
    .sort((a, b) => a.rank - b.rank || a.value - b.value || compareKeys(a.row.key, b.row.key))
    .map(({ row }) => row);
}

function placedIn<Row extends Ordered>(order: RowOrder, row: Row) {
  const { key, variance, actual } = row;
  const unassigned = isUnassigned(key) ? 2 : 0;
  if (order === 'byKey') return { row, rank: unassigned, value: 0 };
  if (!isMeasured(variance)) return { row, rank: unassigned + 1, value: -actual };
  return { row, rank: unassigned, value: order === 'worstFirst' ? variance : -variance };
}

/** By code unit, so that the order is the same on every machine. */
export function compareKeys(a: readonly string[] = [], b: readonly string[] = []): number {
  for (let index = 0; index < a.length; index += 1) {
    const [left = '', right = ''] = [a[index], b[index]];
    if (left !== right) return left === '' ? 1 : right === '' ? -1 : left < right ? -1 : 1;
  }
  return 0;
}
