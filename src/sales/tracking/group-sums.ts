/** A sum for each group, where there is anything to add up. */
export class GroupSums {
  private readonly values: Float64Array;
  private readonly isSet: Uint8Array;

  constructor(readonly groups: number) {
    this.values = new Float64Array(groups);
    this.isSet = new Uint8Array(groups);
  }

  set(group: number, sum: number): void {
    this.values[group] = sum;
    this.isSet[group] = 1;
  }

  has(group: number): boolean {
    return this.isSet[group] === 1;
  }

  /** 0 where there is nothing. */
  sum(group: number): number {
    return this.values[group] ?? 0;
  }

  /** Undefined where there is nothing. */
  of(group: number): number | undefined {
    return this.has(group) ? this.sum(group) : undefined;
  }
}
