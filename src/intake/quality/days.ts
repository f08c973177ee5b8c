import { periodAt, periodIndex, type SerialDate } from '../../sales';

/** The days between which nearly all rows lie, with room around them. */
export interface UsualSpan {
  readonly from: SerialDate;
  readonly to: SerialDate;
}

/** Room beside the usual days: two years, or twice their span. */
const leastRoom = 731;

/** Where the days of a table lie, a few far ones left out. Undefined for too few rows. */
export function findUsualSpan(dates: Int32Array): UsualSpan | undefined {
  if (dates.length < 4) return undefined;
  const sorted = dates.slice().sort();
  const tenth = Math.ceil(sorted.length / 10);
  const low = sorted[tenth] ?? 0;
  const high = sorted[sorted.length - 1 - tenth] ?? 0;
  const room = Math.max(leastRoom, 2 * (high - low));
  return { from: low - room, to: high + room };
}

/** At least so many months must have rows before one without is a gap. */
const leastMonths = 6;

/** The labels of months without rows between the first and the last; none where that is usual. */
export function findGaps(dates: Int32Array, { from, to }: UsualSpan): string[] {
  const months = new Set<number>();
  for (const date of new Set(dates)) {
    if (date >= from && date <= to) months.add(periodIndex(date, 'month'));
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
