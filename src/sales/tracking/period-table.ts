import type { Period } from '../calendar';
import { exactSum } from '../dataset';
import type { Measure } from '../measures';
import { noTarget } from './figures';
import type { GroupSums } from './group-sums';

const [isSold, isTargeted] = [1, 2];

/** Actual and target of every group in every period, as columns: a cell where there is either. */
export class PeriodTable {
  private readonly actuals: Float64Array;
  private readonly targets: Float64Array;
  private readonly known: Uint8Array;

  constructor(
    private readonly groups: number,
    readonly periods: readonly Period[],
  ) {
    const cells = groups * periods.length;
    this.actuals = new Float64Array(cells);
    this.targets = new Float64Array(cells);
    this.known = new Uint8Array(cells);
  }

  /** Takes what is known of each group in the period at a place: an actual, a target, or both. */
  take(place: number, actuals: GroupSums, targets: GroupSums): void {
    const { length } = this.periods;
    for (let group = 0; group < this.groups; group += 1) {
      const cell = group * length + place;
      this.actuals[cell] = actuals.sum(group);
      this.targets[cell] = targets.sum(group);
      this.known[cell] = (actuals.has(group) ? isSold : 0) + (targets.has(group) ? isTargeted : 0);
    }
  }

  /** Whether a group has sales or a target in the period at a place. */
  has(group: number, place: number): boolean {
    return this.known[group * this.periods.length + place] !== 0;
  }

  /** 0 where nothing was sold. */
  actual(group: number, place: number): number {
    return this.actuals[group * this.periods.length + place] ?? 0;
  }

  target(group: number, place: number): Measure {
    const cell = group * this.periods.length + place;
    const isSet = ((this.known[cell] ?? 0) & isTargeted) !== 0;
    return isSet ? (this.targets[cell] ?? 0) : noTarget;
  }

  /** What was sold in groups and periods without a target. */
  soldWithoutTarget(): number {
    const { actuals, known } = this;
    const parts = new Float64Array(actuals.length);
    let count = 0;
    for (let cell = 0; cell < known.length; cell += 1) {
      if (known[cell] === isSold) parts[count++] = actuals[cell] ?? 0;
    }
    return exactSum(parts.subarray(0, count));
  }
}
