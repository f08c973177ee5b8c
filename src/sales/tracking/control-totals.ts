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
  const soldOf = ofKeys.within(days);
  const add = (isUnassignedSide: boolean) =>
    exactSum(
      keys.flatMap((key, group) =>
        isUnassigned(key) === isUnassignedSide ? [soldOf(group) ?? 0] : [],
      ),
    );
  return { assigned: add(false), unassigned: add(true), total: ofAll.within(days)(0) ?? 0 };
}

export function splitOfTargets(
  targets: Dataset,
  groups: Int32Array,
  keys: readonly (readonly string[])[],
): Split {
  const side = keys.map((key) => Number(isUnassigned(key)));
  const [sums, total] = [new Sums(2, targets.amounts), new Sums(1, targets.amounts)];
  targets.amounts.values.forEach((amount, row) => {
    sums.add(side[groups[row] ?? 0] ?? 0, amount);
    total.add(0, amount);
  });
  return { assigned: sums.total(0), unassigned: sums.total(1), total: total.total(0) };
}
