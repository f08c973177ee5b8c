import { lastSerial, periodAt, periodIndex, type Grain, type SerialDate } from '../calendar';
import { blockRows } from './block';

/** How rows are told apart by their day: by periods of a grain, by spans of one's own, or not. */
export interface TimeSteps {
  readonly grain?: Grain;
  /** In rising order, the days on which a new span begins. Days before the first are a span too. */
  readonly cuts?: readonly SerialDate[];
}

/** The first and the last day of some rows. */
export interface DayRange {
  readonly first: SerialDate;
  readonly last: SerialDate;
}

/** Of columns of dates that were gone through once: they stay as they are, as data sets do. */
const knownRanges = new WeakMap<Int32Array, DayRange>();

/** The first and the last day from `from` to `to` on which any row is dated. */
export function dayRangeOf(
  dates: Int32Array,
  rows: number,
  from: SerialDate,
  to: SerialDate,
): DayRange | undefined {
  if (rows !== dates.length) return rangeWithin(dates, rows, from, to);
  const whole = knownRanges.get(dates) ?? rangeWithin(dates, rows, 0, lastSerial);
  if (!whole) return undefined;
  knownRanges.set(dates, whole);
  const isWithin = whole.first >= from && whole.last <= to;
  return isWithin ? whole : rangeWithin(dates, rows, from, to);
}

function rangeWithin(
  dates: Int32Array,
  rows: number,
  from: SerialDate,
  to: SerialDate,
): DayRange | undefined {
  // Whole numbers to the compiler too, or every comparison is one of fractions.
  const least = Math.max(from, 0) | 0;
  const most = Math.min(to, lastSerial) | 0;
  const known = Int32Array.of(lastSerial + 1, -1);
  for (let row = 0; row < rows; row += blockRows) {
    widen(known, dates, row, Math.min(row + blockRows, rows), least, most);
  }
  const [first = 0, last = -1] = known;
  return first <= last ? { first, last } : undefined;
}

/** Widens the first and the last day known by those of some rows. */
function widen(
  known: Int32Array,
  dates: Int32Array,
  from: number,
  to: number,
  least: SerialDate,
  most: SerialDate,
): void {
  let [first = 0, last = 0] = known;
  for (let row = from; row < to; row += 1) {
    const day = dates[row] ?? 0;
    if (day < first && day >= least) first = day;
    if (day > last && day <= most) last = day;
  }
  known[0] = first;
  known[1] = last;
}

/**
 * Days put into steps of time, numbered from 0 on. The step of a day is looked up, not computed: a
 * million rows fall on a few thousand days.
 */
export class TimeAxis {
  /** How many steps there are. */
  readonly size: number;
  /** The number of the period that is step 0. */
  readonly firstPeriod: number;
  readonly stepOfDay: Int32Array;
  /** The day that the first entry of `stepOfDay` is of. */
  readonly firstDay: SerialDate;

  constructor(
    private readonly steps: TimeSteps,
    range: DayRange,
  ) {
    const { grain, cuts } = steps;
    if (grain) {
      this.firstPeriod = periodIndex(range.first, grain);
      this.size = periodIndex(range.last, grain) - this.firstPeriod + 1;
      this.firstDay = periodAt(this.firstPeriod, grain).start;
      const days = periodAt(this.firstPeriod + this.size - 1, grain).end - this.firstDay + 1;
      this.stepOfDay = new Int32Array(days);
      for (let step = 0; step < this.size; step += 1) {
        const { start, end } = periodAt(this.firstPeriod + step, grain);
        this.stepOfDay.fill(step, start - this.firstDay, end - this.firstDay + 1);
      }
      return;
    }
    this.firstPeriod = 0;
    this.size = (cuts?.length ?? 0) + 1;
    this.firstDay = range.first;
    this.stepOfDay = new Int32Array(cuts ? range.last - range.first + 1 : 0);
    let step = 0;
    for (let day = 0; day < this.stepOfDay.length; day += 1) {
      while (cuts && (cuts[step] ?? Infinity) <= range.first + day) step += 1;
      this.stepOfDay[day] = step;
    }
  }

  /** The number of the period or span of a day. */
  stepOf(day: SerialDate): number {
    const { grain, cuts } = this.steps;
    if (grain) return periodIndex(day, grain);
    return (cuts ?? []).filter((cut) => cut <= day).length;
  }

  /** Whether the step of a day can be looked up. */
  covers(day: SerialDate): boolean {
    const { grain, cuts } = this.steps;
    return (!grain && !cuts) || (day >= this.firstDay && day <= this.lastDay);
  }

  /** An axis that reaches over these days as well. */
  including(range: DayRange): TimeAxis {
    return new TimeAxis(this.steps, {
      first: Math.min(this.firstDay, range.first),
      last: Math.max(this.lastDay, range.last),
    });
  }

  private get lastDay(): SerialDate {
    return this.firstDay + Math.max(1, this.stepOfDay.length) - 1;
  }
}
