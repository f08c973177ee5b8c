import { exactSum, Sums, type Amounts } from '../dataset';

/** Sums of amounts by group and step of time, and which of them have any. */
export class SumGrid {
  private readonly sums: Sums;
  private readonly isSet: Uint8Array;
  private readonly isExact: boolean;

  /** `amounts` says in which unit sums are added. */
  constructor(
    readonly groups: number,
    readonly steps: number,
    amounts: Pick<Amounts, 'decimals'>,
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

  /**
   * The sum of a group over steps, both ends included; undefined where none of them has any. With
   * `shares`, of each step that share alone.
   */
  over(group: number, from: number, to: number, shares?: Float64Array): number | undefined {
    const { isSet, sums } = this;
    const start = group * this.steps;
    if (!this.isExact || shares) return this.added(start, from, to, shares);
    let whole = 0;
    let isAny = false;
    for (let cell = start + from; cell <= start + to; cell += 1) {
      if (isSet[cell] !== 1) continue;
      isAny = true;
      whole += sums.minor(cell);
    }
    return isAny ? sums.inOwnUnit(whole) : undefined;
  }

  private added(
    start: number,
    from: number,
    to: number,
    shares: Float64Array | undefined,
  ): number | undefined {
    const parts: number[] = [];
    for (let step = from; step <= to; step += 1) {
      if (this.isSet[start + step] !== 1) continue;
      parts.push(this.sums.total(start + step) * (shares ? (shares[step] ?? 0) : 1));
    }
    return parts.length > 0 ? exactSum(parts) : undefined;
  }
}
