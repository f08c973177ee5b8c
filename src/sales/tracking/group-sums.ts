/** A sum for each group, where there is anything to add up. */
export class GroupSums {
  /** By group; 0 where there is nothing. */
  readonly values: Float64Array;
  /** By group: 1 where there is anything. */
  readonly isSet: Uint8Array;

  constructor(groups: number) {
    this.values = new Float64Array(groups);
    this.isSet = new Uint8Array(groups);
  }

  set(group: number, sum: number): void {
    this.values[group] = sum;
    this.isSet[group] = 1;
  }

  /** 0 where there is nothing. */
  sum(group: number): number {
    return this.values[group] ?? 0;
  }

  /** Undefined where there is nothing. */
  of(group: number): number | undefined {
    return this.isSet[group] === 1 ? this.sum(group) : undefined;
  }
}
