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

/** Worst variance first; rows without a target behind, largest actual first; unassigned last. */
export function worstFirst(a: Ordered, b: Ordered): number {
  return byVariance(a, b, 1);
}

/** As `worstFirst`, but with the best variance first. */
export function bestFirst(a: Ordered, b: Ordered): number {
  return byVariance(a, b, -1);
}

/** By key, unassigned last. */
export function inKeyOrder(a: Ordered, b: Ordered): number {
  return unassignedLast(a, b) || compareKeys(a.key, b.key);
}

function byVariance(a: Ordered, b: Ordered, direction: 1 | -1): number {
  return (
    unassignedLast(a, b) ||
    Number(!isMeasured(a.variance)) - Number(!isMeasured(b.variance)) ||
    (isMeasured(a.variance) && isMeasured(b.variance)
      ? direction * (a.variance - b.variance)
      : b.actual - a.actual) ||
    compareKeys(a.key, b.key)
  );
}

function unassignedLast(a: Ordered, b: Ordered): number {
  return Number(isUnassigned(a.key)) - Number(isUnassigned(b.key));
}

/** By code unit, so that the order is the same on every machine. */
export function compareKeys(a: readonly string[] = [], b: readonly string[] = []): number {
  for (let index = 0; index < a.length; index += 1) {
    const [left = '', right = ''] = [a[index], b[index]];
    if (left !== right) return left === '' ? 1 : right === '' ? -1 : left < right ? -1 : 1;
  }
  return 0;
}
