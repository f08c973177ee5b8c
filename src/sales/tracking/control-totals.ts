import type { SerialDate } from '../calendar';
import { exactSum, Sums, type Dataset } from '../dataset';
import type { Actuals } from './actual-sums';
import { isUnassigned } from './row-order';

/** What the parts add up to: assigned + unassigned = total, for sales and targets. */
export interface ControlTotals {
  readonly sales: Split;
  readonly targets: Split;
  /** Sales of keys and periods without a target: part of the total's variance, of no row's. */
  readonly salesWithoutTarget: number;
  /** Rows dated after the as-of day. */
  readonly rowsAfterAsOf: number;
}

export interface Split {
  readonly assigned: number;
  readonly unassigned: number;
  readonly total: number;
}

export function splitOfSales({ keys, ofKeys, ofAll }: Actuals, asOf: SerialDate): Split {
  const days = { start: 0, end: asOf };
  const sold = ofKeys.within(days);
  const [assigned, unassigned]: [number[], number[]] = [[], []];
  for (const [group, key] of keys.entries()) {
    (isUnassigned(key) ? unassigned : assigned).push(sold.sum(group));
  }
  return {
    assigned: exactSum(assigned),
    unassigned: exactSum(unassigned),
    total: ofAll.within(days).sum(0),
  };
}

export function splitOfTargets(
  targets: Dataset,
  groups: Int32Array,
  keys: readonly (readonly string[])[],
): Split {
  const side = keys.map((key) => Number(isUnassigned(key)));
  const [sums, total] = [new Sums(2, targets.amounts), new Sums(1, targets.amounts)];
  const { values } = targets.amounts;
  for (let row = 0; row < targets.rows; row += 1) {
    sums.add(side[groups[row] ?? 0] ?? 0, values[row] ?? 0);
    total.add(0, values[row] ?? 0);
  }
  return { assigned: sums.total(0), unassigned: sums.total(1), total: total.total(0) };
}
