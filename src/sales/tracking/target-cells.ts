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

interface Asked {
  readonly start: SerialDate;
  readonly end: SerialDate;
  readonly periods: readonly [number, number];
}

interface Elapsed {
  readonly asOf: SerialDate;
  readonly phasing: Phasing;
  readonly shares: Float64Array;
}

/** Targets by group and period, in periods of one grain. */
export class TargetCells {
  private readonly sums: Sums;
  private readonly isSet: Uint8Array;
  private readonly first: number;
  private readonly periods: number;
  private asked: Asked = { start: 0, end: -1, periods: [0, -1] };
  private elapsed: Elapsed | undefined;

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
    return this.add(group, this.periodsOf(start, end), undefined);
  }

  /** The part of a span's target that is due by the end of the as-of day. */
  toDate(
    group: number,
    start: SerialDate,
    end: SerialDate,
    asOf: SerialDate,
    phasing: Phasing,
  ): Measure {
    return this.add(group, this.periodsOf(start, end), this.sharesAt(asOf, phasing));
  }

  private add(
    group: number,
    [from, to]: readonly [number, number],
    shares: Float64Array | undefined,
  ): Measure {
    const parts: number[] = [];
    for (let period = from; period <= to; period += 1) {
      const cell = group * this.periods + period;
      if (this.isSet[cell] !== 1) continue;
      parts.push(this.sums.total(cell) * (shares ? (shares[period] ?? 0) : 1));
    }
    return parts.length > 0 ? exactSum(parts) : noTarget;
  }

  /** The first and the last period of a span. Kept, since a span is asked for group after group. */
  private periodsOf(start: SerialDate, end: SerialDate): readonly [number, number] {
    if (this.asked.start !== start || this.asked.end !== end) {
      const from = Math.max(0, periodIndex(start, this.grain) - this.first);
      const to = Math.min(this.periods - 1, periodIndex(end, this.grain) - this.first);
      this.asked = { start, end, periods: [from, to] };
    }
    return this.asked.periods;
  }

  /** By period, the share of it that has passed at the end of the as-of day. */
  private sharesAt(asOf: SerialDate, phasing: Phasing): Float64Array {
    if (this.elapsed?.asOf !== asOf || this.elapsed.phasing !== phasing) {
      const shares = Float64Array.from({ length: this.periods }, (_, index) => {
        const { start, end } = periodAt(this.first + index, this.grain);
        return elapsedShare(start, end, asOf, phasing);
      });
      this.elapsed = { asOf, phasing, shares };
    }
    return this.elapsed.shares;
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
