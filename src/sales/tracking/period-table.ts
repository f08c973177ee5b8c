import type { Period } from '../calendar';
import { Sums, type Amounts } from '../dataset';
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
  take(place: number, sold: GroupSums, target: GroupSums): void {
    const { groups, periods, actuals, targets, known } = this;
    const cells = { first: place, width: periods.length, groups };
    put(sold, cells, actuals, known, isSold);
    put(target, cells, targets, known, isTargeted);
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
}

/** What was sold in groups and periods without a target. */
export class SoldWithoutTarget {
  private readonly sums: Sums;

  /** `amounts` are those that were sold. */
  constructor(amounts: Pick<Amounts, 'decimals'>) {
    this.sums = new Sums(1, amounts);
  }

  /** Takes what is known of each group in one more period. */
  take({ values, isSet }: GroupSums, target: GroupSums): void {
    addAlone(values, isSet, target.isSet, this.sums);
  }

  sum(): number {
    return this.sums.total(0);
  }
}

/** Adds the sums of groups that the others lack. */
function addAlone(
  values: Float64Array,
  isSet: Uint8Array,
  isSetInOthers: Uint8Array,
  into: Sums,
): void {
  for (let group = 0; group < values.length; group += 1) {
    if (isSet[group] === 1 && isSetInOthers[group] !== 1) into.add(0, values[group] ?? 0);
  }
}

/** Puts the sums of groups into every `width`th cell, and marks those that have any. */
function put(
  { values, isSet }: GroupSums,
  {
    first,
    width,
    groups,
  }: { readonly first: number; readonly width: number; readonly groups: number },
  into: Float64Array,
  known: Uint8Array,
  mark: number,
): void {
  for (let group = 0; group < Math.min(groups, values.length); group += 1) {
    const cell = first + group * width;
    into[cell] = values[group] ?? 0;
    if (isSet[group] === 1) known[cell] = (known[cell] ?? 0) | mark;
  }
}
