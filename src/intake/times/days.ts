import {
  dayRangeOf,
  lastSerial,
  periodAt,
  periodIndex,
  type DayRange,
  type SerialDate,
} from '../../sales';

/** The days between which nearly all rows lie, with room around them. */
export interface UsualSpan {
  readonly from: SerialDate;
  readonly to: SerialDate;
}

/** Room beside the usual days: two years, or twice their span. */
const leastRoom = 731;

/** Where the days of a table lie, a few far ones left out. Undefined for too few rows. */
export function findUsualSpan(dates: Int32Array): UsualSpan | undefined {
  const range = dates.length < 4 ? undefined : dayRangeOf(dates, dates.length, 0, lastSerial);
  if (!range) return undefined;
  const counts = countDays(dates, range);
  const tenth = Math.ceil(dates.length / 10);
  const low = dayAt(counts, tenth) + range.first;
  const high = dayAt(counts, dates.length - 1 - tenth) + range.first;
  const room = Math.max(leastRoom, 2 * (high - low));
  return { from: low - room, to: high + room };
}

/** By day from the first on, how many rows it has. */
function countDays(dates: Int32Array, { first, last }: DayRange): Int32Array {
  const counts = new Int32Array(last - first + 1);
  for (let row = 0; row < dates.length; row += 1) {
    const at = (dates[row] ?? 0) - first;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The day of a row by its place in time, the first being 0. */
function dayAt(counts: Int32Array, place: number): number {
  let before = 0;
  return counts.findIndex((count) => (before += count) > place);
}

/** At least so many months must have rows before one without is a gap. */
const leastMonths = 6;

/** The labels of months without rows between the first and the last; none where that is usual. */
export function findGaps(dates: Int32Array, { from, to }: UsualSpan): string[] {
  const months = new Set<number>();
  const range = dayRangeOf(dates, dates.length, Math.max(0, from), to);
  if (!range) return [];
  for (const [at, count] of countDays(dates, range).entries()) {
    if (count > 0) months.add(periodIndex(range.first + at, 'month'));
  }
  if (months.size < leastMonths) return [];
  const sorted = [...months].sort((one, other) => one - other);
  const [first = 0, end = 0] = [sorted[0], sorted.at(-1)];
  const missing: string[] = [];
  for (let index = first; index <= end; index += 1) {
    if (!months.has(index)) missing.push(periodAt(index, 'month').label);
  }
  return missing.length * 3 <= months.size ? missing : [];
}
