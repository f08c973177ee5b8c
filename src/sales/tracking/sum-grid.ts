import { exactSum, Sums, type Amounts } from '../dataset';
import { GroupSums } from './group-sums';

/** Sums of amounts by group and step of time, and which of them have any. */
export class SumGrid {
  private readonly sums: Sums;
  private readonly isSet: Uint8Array;
  /** Whether sums are exact, so that they may be added in any order. */
  readonly isExact: boolean;

  /** `amounts` says in which minor unit sums are added. */
  constructor(
    readonly groups: number,
    readonly steps: number,
    private readonly amounts: Pick<Amounts, 'decimals'>,
  ) {
    this.sums = new Sums(groups * steps, amounts);
    this.isSet = new Uint8Array(groups * steps);
    this.isExact = amounts.decimals !== undefined;
  }

  add(group: number, step: number, amount: number): void {
    const cell = group * this.steps + step;
    this.sums.add(cell, amount);
    this.isSet[cell] = 1;
  }

  /** Takes exact sums for all groups and steps, in order: of cell 0, none. */
  takeMinor(cells: Int32Array, sums: Float64Array): void {
    gather(cells, sums, this.sums.minors, this.isSet);
  }

  /** The sums of all groups together, where they are exact. */
  ofAllGroups(): SumGrid {
    const all = new SumGrid(1, this.steps, this.amounts);
    addGroups(this.sums.minors, this.isSet, all.sums.minors, all.isSet);
    return all;
  }

  /**
   * The sum of each group over steps, both ends included, where any of them has one. With `shares`,
   * of each step that share alone.
   */
  over(from: number, to: number, shares?: Float64Array): GroupSums {
    const found = new GroupSums(this.groups);
    if (this.isExact && !shares) {
      addSteps(this.sums.minors, this.isSet, this.steps, from, to, this.sums.scale, found);
      return found;
    }
    for (let group = 0; group < this.groups; group += 1) {
      const start = group * this.steps;
      const parts: number[] = [];
      for (let step = from; step <= to; step += 1) {
        if (this.isSet[start + step] !== 1) continue;
        parts.push(this.sums.total(start + step) * (shares ? (shares[step] ?? 0) : 1));
      }
      if (parts.length > 0) found.set(group, exactSum(parts));
    }
    return found;
  }
}

// The loops over all cells stand outside of the class: within it the compiler builds on what it finds
// in one grid, and has to begin anew with the next.

function gather(
  cells: Int32Array,
  sums: Float64Array,
  minors: Float64Array,
  isSet: Uint8Array,
): void {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? 0;
    if (cell === 0) continue;
    minors[at] = sums[cell] ?? 0;
    isSet[at] = 1;
  }
}

/** Adds the steps of all groups to those of one. */
function addGroups(
  minors: Float64Array,
  isSet: Uint8Array,
  ofAll: Float64Array,
  isAnySet: Uint8Array,
): void {
  let step = 0;
  for (let at = 0; at < minors.length; at += 1) {
    if (isSet[at] === 1) {
      ofAll[step] = (ofAll[step] ?? 0) + (minors[at] ?? 0);
      isAnySet[step] = 1;
    }
    step = step + 1 === ofAll.length ? 0 : step + 1;
  }
}

/** Adds up some steps of every group, `width` steps each, in minor units. */
function addSteps(
  minors: Float64Array,
  isSet: Uint8Array,
  width: number,
  from: number,
  to: number,
  scale: number,
  into: GroupSums,
): void {
  const { values, isSet: isAny } = into;
  for (let group = 0; group < values.length; group += 1) {
    const start = group * width;
    let whole = 0;
    let any = 0;
    for (let cell = start + from; cell <= start + to; cell += 1) {
      // Where nothing is set the sum is 0.
      whole += minors[cell] ?? 0;
      any |= isSet[cell] ?? 0;
    }
    values[group] = whole / scale + 0;
    isAny[group] = any;
  }
}
