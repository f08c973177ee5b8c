import {
  elapsedShare,
  isFiner,
  lastSerial,
  periodAt,
  periodIndex,
  periodOf,
  periodsWithin,
  type Grain,
  type Phasing,
  type SerialDate,
} from '../calendar';
import { dayRangeOf, TimeAxis } from '../cube';
import { amountsOf, type Dataset, type TextColumn } from '../dataset';
import { phaseByWorkingDays } from '../targets';
import type { Days } from './actual-sums';
import type { GroupSums } from './group-sums';
import { SumGrid } from './sum-grid';

interface Elapsed {
  readonly asOf: SerialDate;
  readonly phasing: Phasing;
  readonly shares: Float64Array;
}

/** Targets by group and period, in periods of one grain. */
export class TargetCells {
  private elapsed: Elapsed | undefined;

  private constructor(
    private readonly cells: SumGrid,
    /** The first period's number. */
    private readonly first: number,
    private readonly grain: Grain,
  ) {}

  /** `targets` must be in periods of `grain`; `groupOfRow` says which of the groups each row is of. */
  static of(targets: Dataset, groupOfRow: Int32Array, groups: number, grain: Grain): TargetCells {
    const days = dayRangeOf(targets.dates, targets.rows, 0, lastSerial);
    const time = new TimeAxis({ grain }, days ?? { first: 1, last: 1 });
    const cells = new SumGrid(groups, time.size, targets.amounts);
    addRows(targets, groupOfRow, time, cells);
    return new TargetCells(cells, time.firstPeriod, grain);
  }

  /** All groups as one; `targets` are those that these cells were made of. */
  ofAllGroups(targets: Dataset): TargetCells {
    const { cells, first, grain } = this;
    // Exact sums of groups add up to the sum of all rows; others are added up from the rows.
    return cells.isExact
      ? new TargetCells(cells.ofAllGroups(), first, grain)
      : TargetCells.of(targets, new Int32Array(targets.rows), 1, grain);
  }

  /** For each group its target of a span, which begins and ends with periods of the grain. */
  within({ start, end }: Days): GroupSums {
    const [from, to] = this.periodsOf(start, end);
    return this.cells.over(from, to);
  }

  /** For each group the part of a span's target that is due by the end of the as-of day. */
  toDate(days: Days, asOf: SerialDate, phasing: Phasing): GroupSums {
    if (days.end <= asOf) return this.within(days);
    const [from, to] = this.periodsOf(days.start, days.end);
    return this.cells.over(from, to, this.sharesAt(asOf, phasing));
  }

  /** The first and the last period of a span. */
  private periodsOf(start: SerialDate, end: SerialDate): readonly [number, number] {
    const from = Math.max(0, periodIndex(start, this.grain) - this.first);
    const to = Math.min(this.cells.steps - 1, periodIndex(end, this.grain) - this.first);
    return [from, to];
  }

  /** By period, the share of it that has passed at the end of the as-of day. */
  private sharesAt(asOf: SerialDate, phasing: Phasing): Float64Array {
    if (this.elapsed?.asOf !== asOf || this.elapsed.phasing !== phasing) {
      const shares = Float64Array.from({ length: this.cells.steps }, (_, index) => {
        const { start, end } = periodAt(this.first + index, this.grain);
        return elapsedShare(start, end, asOf, phasing);
      });
      this.elapsed = { asOf, phasing, shares };
    }
    return this.elapsed.shares;
  }
}

function addRows(
  { rows, dates, amounts: { values } }: Dataset,
  groupOfRow: Int32Array,
  { stepOfDay, firstDay }: TimeAxis,
  into: SumGrid,
): void {
  for (let row = 0; row < rows; row += 1) {
    const step = stepOfDay[(dates[row] ?? 0) - firstDay] ?? 0;
    into.add(groupOfRow[row] ?? 0, step, values[row] ?? 0);
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
  for (let row = 0; row < targets.rows; row += 1) {
    const period = periodOf(targets.dates[row] ?? 0, targetGrain);
    const amount = targets.amounts.values[row] ?? 0;
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
