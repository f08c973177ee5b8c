import {
  elapsedShare,
  isFiner,
  periodAt,
  periodIndex,
  periodOf,
  periodsWithin,
  type Grain,
  type Phasing,
  type SerialDate,
} from '../calendar';
import {
  amountsOf,
  exactSum,
  Sums,
  type Dataset,
  type Grouping,
  type TextColumn,
} from '../dataset';
import { type Measure } from '../measures';
import { phaseByWorkingDays } from '../targets';
import { noTarget } from './figures';

/** Targets by group and period, in periods of one grain. */
export class TargetCells {
  private readonly sums: Sums;
  private readonly isSet: Uint8Array;
  private readonly first: number;
  private readonly periods: number;

  /** `groups` groups; `targets` must be in periods of `grain`. */
  constructor(
    targets: Dataset,
    private readonly grouping: Grouping | undefined,
    groups: number,
    private readonly grain: Grain,
  ) {
    const indices = Int32Array.from(targets.dates, (date) => periodIndex(date, grain));
    this.first = indices.reduce((least, index) => Math.min(least, index), indices[0] ?? 0);
    const last = indices.reduce((most, index) => Math.max(most, index), indices[0] ?? -1);
    this.periods = targets.rows === 0 ? 0 : last - this.first + 1;
    this.sums = new Sums(groups * this.periods, targets.amounts);
    this.isSet = new Uint8Array(groups * this.periods);
    for (let row = 0; row < targets.rows; row += 1) {
      const group = this.grouping?.groups[row] ?? 0;
      const cell = group * this.periods + (indices[row] ?? 0) - this.first;
      this.sums.add(cell, targets.amounts.values[row] ?? 0);
      this.isSet[cell] = 1;
    }
  }

  /** The target of a span that begins and ends with periods of the grain. */
  target(group: number, start: SerialDate, end: SerialDate): Measure {
    return this.add(group, start, end, () => 1);
  }

  /** The part of a span's target that is due by the end of the as-of day. */
  toDate(
    group: number,
    start: SerialDate,
    end: SerialDate,
    asOf: SerialDate,
    phasing: Phasing,
  ): Measure {
    return this.add(group, start, end, (index) => {
      const period = periodAt(index, this.grain);
      return elapsedShare(period.start, period.end, asOf, phasing);
    });
  }

  private add(
    group: number,
    start: SerialDate,
    end: SerialDate,
    shareOf: (index: number) => number,
  ): Measure {
    const from = Math.max(0, periodIndex(start, this.grain) - this.first);
    const to = Math.min(this.periods - 1, periodIndex(end, this.grain) - this.first);
    const parts: number[] = [];
    for (let period = from; period <= to; period += 1) {
      const cell = group * this.periods + period;
      if (this.isSet[cell] === 1) parts.push(this.sums.total(cell) * shareOf(this.first + period));
    }
    return parts.length > 0 ? exactSum(parts) : noTarget;
  }
}

/**
 * Targets in periods no longer than `grain`: longer ones are split by working days, each split
 * adding up to its target exactly.
 */
export function targetsAtGrain(targets: Dataset, targetGrain: Grain, grain: Grain): Dataset {
  if (!isFiner(grain, targetGrain)) return targets;
  const dates: number[] = [];
  const amounts: number[] = [];
  const rows: number[] = [];
  const scale = 10 ** (targets.amounts.decimals ?? 0);
  for (let row = 0; row < targets.rows; row += 1) {
    const period = periodOf(targets.dates[row] ?? 0, targetGrain);
    const amount = (targets.amounts.values[row] ?? 0) / scale;
    const parts = phaseByWorkingDays(amount, period, grain);
    periodsWithin(period, grain).forEach((part, index) => {
      dates.push(part.start);
      amounts.push(parts[index] ?? 0);
      rows.push(row);
    });
  }
  const dimensions = new Map<string, TextColumn>();
  for (const [name, column] of targets.dimensions) {
    const codes = Int32Array.from(rows, (row) => column.codes[row] ?? 0);
    dimensions.set(name, { codes, values: column.values });
  }
  return {
    rows: rows.length,
    dates: Int32Array.from(dates),
    amounts: amountsOf(Float64Array.from(amounts)),
    dimensions,
  };
}
