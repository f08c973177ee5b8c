import type { Period } from '../calendar';
import { exactSum } from '../dataset';
import type { Measure } from '../measures';
import { noTarget } from './figures';

/** For a period, what is known of each group in it: an actual, a target, or both. */
export interface PeriodSource {
  readonly actuals: (period: Period) => (group: number) => number | undefined;
  readonly targets: (period: Period) => (group: number) => number | undefined;
}

const [isSold, isTargeted] = [1, 2];

/** Actual and target of every group in every period, as columns: a cell where there is either. */
export class PeriodTable {
  private readonly actuals: Float64Array;
  private readonly targets: Float64Array;
  private readonly known: Uint8Array;

  constructor(
    groups: number,
    readonly periods: readonly Period[],
    source: PeriodSource,
  ) {
    const width = periods.length;
    this.actuals = new Float64Array(groups * width);
    this.targets = new Float64Array(groups * width);
    this.known = new Uint8Array(groups * width);
    periods.forEach((period, place) => {
      const [soldOf, plannedOf] = [source.actuals(period), source.targets(period)];
      for (let group = 0; group < groups; group += 1) {
        const cell = group * width + place;
        const sold = soldOf(group);
        const planned = plannedOf(group);
        if (sold !== undefined) this.actuals[cell] = sold;
        if (planned !== undefined) this.targets[cell] = planned;
        this.known[cell] =
          (sold === undefined ? 0 : isSold) + (planned === undefined ? 0 : isTargeted);
      }
    });
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
