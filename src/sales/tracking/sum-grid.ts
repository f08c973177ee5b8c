import { exactSum, Sums, type Amounts } from '../dataset';
import { GroupSums } from './group-sums';

/** Sums of amounts by group and step of time, and which of them have any. */
export class SumGrid {
  private readonly sums: Sums;
  private readonly isSet: Uint8Array;
  /** Whether sums are exact, so that they may be added in any order. */
  readonly isExact: boolean;

  /** `amounts` says in which unit sums are added. */
  constructor(
    readonly groups: number,
    readonly steps: number,
    private readonly amounts: Pick<Amounts, 'decimals'>,
  ) {
    this.sums = new Sums(groups * steps, amounts);
    this.isSet = new Uint8Array(groups * steps);
    this.isExact = amounts.decimals !== undefined;
  }

  /** Adds an amount in the unit of the amounts. */
  add(group: number, step: number, value: number): void {
    const cell = group * this.steps + step;
    this.sums.add(cell, value);
    this.isSet[cell] = 1;
  }

  /** Takes exact sums for all groups and steps, in order: of cell 0, none. */
  takeMinor(cells: Int32Array, sums: Float64Array): void {
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? 0;
      if (cell === 0) continue;
      this.sums.add(at, sums[cell] ?? 0);
      this.isSet[at] = 1;
    }
  }

  /** The sums of all groups together, where they are exact. */
  ofAllGroups(): SumGrid {
    const { steps, isSet, sums } = this;
    const all = new SumGrid(1, steps, this.amounts);
    for (let at = 0; at < isSet.length; at += 1) {
      if (isSet[at] === 1) all.add(0, at % steps, sums.minor(at));
    }
    return all;
  }

  /**
   * The sum of each group over steps, both ends included, where any of them has one. With `shares`,
   * of each step that share alone.
   */
  over(from: number, to: number, shares?: Float64Array): GroupSums {
    const found = new GroupSums(this.groups);
    for (let group = 0; group < this.groups; group += 1) {
      if (!this.isExact || shares) this.addUp(group, from, to, shares, found);
      else this.addUpExactly(group, from, to, found);
    }
    return found;
  }

  private addUpExactly(group: number, from: number, to: number, into: GroupSums): void {
    const { isSet, sums } = this;
    const start = group * this.steps;
    let whole = 0;
    let isAny = false;
    for (let cell = start + from; cell <= start + to; cell += 1) {
      if (isSet[cell] !== 1) continue;
      isAny = true;
      whole += sums.minor(cell);
    }
    if (isAny) into.set(group, sums.inOwnUnit(whole));
  }

  private addUp(
    group: number,
    from: number,
    to: number,
    shares: Float64Array | undefined,
    into: GroupSums,
  ): void {
    const start = group * this.steps;
    const parts: number[] = [];
    for (let step = from; step <= to; step += 1) {
      if (this.isSet[start + step] !== 1) continue;
      parts.push(this.sums.total(start + step) * (shares ? (shares[step] ?? 0) : 1));
    }
    if (parts.length > 0) into.set(group, exactSum(parts));
  }
}
