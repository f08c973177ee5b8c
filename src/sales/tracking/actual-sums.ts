import { periodAt, periodIndex, type Grain, type SerialDate } from '../calendar';
import {
  aggregate,
  dayRangeOf,
  type Aggregate,
  type DayRange,
  type FigureReader,
  type KeyCells,
} from '../cube';
import type { Dataset } from '../dataset';
import { isMeasured } from '../measures';
import { GroupSums } from './group-sums';
import { SumGrid } from './sum-grid';

/** A span of days, both ends included. */
export interface Days {
  readonly start: SerialDate;
  readonly end: SerialDate;
}

/** What was sold, by key and by the spans that a report looks at. */
export interface Actuals {
  /** All keys that have rows, whatever their dates. */
  readonly keys: readonly (readonly string[])[];
  readonly ofKeys: SoldByGroup;
  /** One group: all rows. */
  readonly ofAll: SoldByGroup;
  /** The days on which any row is dated, up to the as-of day. */
  readonly days: DayRange | undefined;
  readonly rowsAfterAsOf: number;
}

const nothing = new GroupSums(0);

/** Sums of amounts by group, over the spans they were added up for. */
export class SoldByGroup {
  constructor(
    private readonly sums: SumGrid,
    /** By the day on which a step of the sums begins, its number. */
    private readonly steps: ReadonlyMap<SerialDate, number>,
    private readonly periods: readonly Days[],
    private readonly firstPeriod: number,
  ) {}

  /**
   * For each group the sum of its rows dated in a span, where there are any. The span must be one of
   * those that were named, or begin before all days.
   */
  within({ start, end }: Days): GroupSums {
    if (end < start) return nothing;
    return this.sums.over(this.stepFrom(start), this.stepFrom(end + 1) - 1);
  }

  /** As `within`, of the part of a period up to the as-of day. */
  inPeriod(index: number): GroupSums {
    const period = this.periods[index - this.firstPeriod];
    return period ? this.within(period) : nothing;
  }

  private stepFrom(day: SerialDate): number {
    const step = this.steps.get(day);
    if (step === undefined) throw new Error(`No span begins on day ${String(day)}`);
    return step;
  }
}

/**
 * Adds up the sales by key and by the pieces of time out of which every period of the grain up to
 * the as-of day, and every one of the spans, can be put together: one pass for all of them. In
 * steps, between which the caller may let others work.
 */
export function* actualSteps(
  sales: Dataset,
  by: readonly string[],
  grain: Grain,
  asOf: SerialDate,
  spans: readonly Days[],
): Generator<undefined, Actuals> {
  const days = dayRangeOf(sales.dates, sales.rows, 0, asOf);
  const first = days ? periodIndex(days.first, grain) : 0;
  const last = days ? periodIndex(days.last, grain) : -1;
  const periods = Array.from({ length: last - first + 1 }, (_, at): Days => {
    const { start, end } = periodAt(first + at, grain);
    return { start, end: Math.min(end, asOf) };
  });
  const cuts = cutsOf([...periods, ...spans, { start: 0, end: asOf }]);
  const steps = new Map(cuts.map((cut, index) => [cut, index + 1]));
  yield;
  const sold = aggregate(sales, { by, cuts, measures: ['sales'] });
  yield;
  const byKey = sold.byKey();
  yield;
  const ofKeys = gridOf(sold, byKey, sales);
  const soldBy = (grid: SumGrid) => new SoldByGroup(grid, steps, periods, first);
  const ofAll = () => {
    const all = aggregate(sales, { by: [], cuts, measures: ['sales'] });
    return gridOf(all, all.byKey(), sales);
  };
  return {
    keys: byKey.keys,
    ofKeys: soldBy(ofKeys),
    // Exact sums of keys add up to the sum of all rows; those that are not are added up from the rows.
    ofAll: soldBy(ofKeys.isExact ? ofKeys.ofAllGroups() : ofAll()),
    days,
    rowsAfterAsOf: rowsAfter(sales, asOf),
  };
}

/** The sums of keys by step. */
function gridOf(sold: Aggregate, { keys, steps, cells }: KeyCells, { amounts }: Dataset): SumGrid {
  const minor = sold.minorSums('sales');
  const grid = new SumGrid(keys.length, steps, amounts);
  if (minor) grid.takeMinor(cells, minor);
  else {
    const read = sold.readerOf('sales');
    cells.forEach((cell, at) => {
      if (cell !== 0) grid.add(Math.floor(at / steps), at % steps, numberIn(read, cell));
    });
  }
  return grid;
}

function rowsAfter({ rows, dates }: Dataset, asOf: SerialDate): number {
  let count = 0;
  for (let row = 0; row < rows; row += 1) if ((dates[row] ?? 0) > asOf) count += 1;
  return count;
}

/** The days on which one of the spans begins, or has just ended. */
function cutsOf(spans: readonly Days[]): SerialDate[] {
  const cuts = new Set<SerialDate>();
  for (const { start, end } of spans) cuts.add(start).add(end + 1);
  return [...cuts].sort((a, b) => a - b);
}

function numberIn(read: FigureReader, cell: number): number {
  const figure = read(cell);
  if (!isMeasured(figure)) throw new Error('Sums of amounts are always measurable');
  return figure;
}
