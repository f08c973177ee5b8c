import { dayRangeOf, lastSerial, periodAt, TimeAxis, type SerialDate } from '../../sales';
import { powers, powersOf } from './magnitudes';

/** A time whose amounts are a power of ten away from those of the rest. */
export interface UnlikelyScale {
  readonly from: SerialDate;
  readonly to: SerialDate;
  /** 1000: a thousand times as large as the rest. */
  readonly factor: number;
  /** Of these days, the amounts that are beyond this alone; left out, all of them. */
  readonly beyond?: number;
}

/** A month with fewer amounts tells nothing of its scale. */
const leastRows = 5;
/** Amounts of two scales lie at least so many times apart, or they cannot be told from each other. */
const leastApart = 3;
/** How far from a power of ten a ratio may lie, as a power of ten: about a quarter. */
const tolerance = 0.1;

/**
 * Times whose median amount is about 100, 1,000, … times that of the months beside them, or as many
 * times smaller: a lost decimal point, or amounts in thousands. What most rows have is taken for
 * right. Where no amount lies between the two scales, those of the odd one in the months beside belong
 * to it, and the others of its own months do not.
 */
export function findUnlikelyScales(dates: Int32Array, amounts: Float64Array): UnlikelyScale[] {
  const range = dayRangeOf(dates, dates.length, 0, lastSerial);
  if (!range) return [];
  const time = new TimeAxis({ grain: 'month' }, range);
  if (!mayDiffer(dates, amounts, time)) return [];
  const months = monthsIn(dates, amounts, time).filter(({ rows }) => rows >= leastRows);
  return withRowsBeside(unlikelyIn(months), dates, amounts);
}

function monthsIn(
  dates: Int32Array,
  amounts: Float64Array,
  { stepOfDay, firstDay, firstPeriod, size }: TimeAxis,
): Month[] {
  const byMonth = Array.from({ length: size }, (): number[] => []);
  for (let row = 0; row < dates.length; row += 1) {
    const amount = Math.abs(amounts[row] ?? 0);
    if (amount !== 0) byMonth[stepOfDay[(dates[row] ?? 0) - firstDay] ?? 0]?.push(amount);
  }
  return byMonth.map((values, step) => ({
    index: firstPeriod + step,
    rows: values.length,
    median: medianOf(values),
  }));
}

/** Medians of more months are not looked at beforehand: the years of some dates must be mistyped. */
const mostMonths = 1200;
/** Two scales are so many powers of two apart at least, and their medians' powers one less. */
const leastPowers = Math.floor((2 - tolerance) * Math.log2(10));

/** The first look, for the many tables whose months are all of one scale: they need not be sorted. */
function mayDiffer(dates: Int32Array, amounts: Float64Array, time: TimeAxis): boolean {
  const { size } = time;
  if (size > mostMonths) return true;
  const counts = countByMonth(dates, amounts, time);
  let before: { readonly low: number; readonly high: number } | undefined;
  for (let step = 0; step < size; step += 1) {
    const ofMonth = counts.subarray(step * powers + 1, (step + 1) * powers);
    const rows = ofMonth.reduce((sum, count) => sum + count, 0);
    if (rows < leastRows) continue;
    const now = { low: powerAt(ofMonth, (rows - 1) >> 1), high: powerAt(ofMonth, rows >> 1) };
    const apart = before ? Math.max(now.high - before.low, before.high - now.low) : 0;
    if (apart >= leastPowers) return true;
    before = now;
  }
  return false;
}

/** By month, how many amounts are of each power of two. */
function countByMonth(
  dates: Int32Array,
  amounts: Float64Array,
  { stepOfDay, firstDay, size }: TimeAxis,
): Int32Array {
  const counts = new Int32Array(size * powers);
  const powerOf = powersOf(amounts);
  for (let row = 0; row < dates.length; row += 1) {
    const step = stepOfDay[(dates[row] ?? 0) - firstDay] ?? 0;
    const at = step * powers + powerOf(row);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The power of the amount at a place in the order of size. */
function powerAt(counts: Int32Array, place: number): number {
  let before = 0;
  return counts.findIndex((count) => (before += count) > place);
}

/** Whether an amount is of a scale's side of a bound: above it for one that is too large. */
export function isBeyond(amount: number, factor: number, beyond: number): boolean {
  const size = Math.abs(amount);
  return factor > 1 ? size >= beyond : size > 0 && size <= beyond;
}

interface Month {
  readonly index: number;
  readonly rows: number;
  readonly median: number;
}

interface OddMonths {
  from: SerialDate;
  to: SerialDate;
  readonly factor: number;
  /** The days from the last month of another scale on, and up to the next. */
  readonly earliest: SerialDate;
  latest: SerialDate;
}

interface Unlikely {
  readonly spans: readonly OddMonths[];
  /** What amounts are about in the other months. */
  readonly usual: number;
}

function withRowsBeside(
  { spans, usual }: Unlikely,
  dates: Int32Array,
  amounts: Float64Array,
): UnlikelyScale[] {
  const plain = spans.map(({ from, to, factor }) => ({ from, to, factor }));
  const [factor = 1, ...others] = new Set(spans.map((span) => span.factor));
  const beyond = usual * Math.sqrt(factor);
  if (others.length > 0 || !areApart(amounts, beyond)) return plain;
  let last = -Infinity;
  return spans.map((span) => {
    let { from, to } = span;
    for (let row = 0; row < dates.length; row += 1) {
      const day = dates[row] ?? 0;
      if (day < span.earliest || day > span.latest || day <= last) continue;
      if (!isBeyond(amounts[row] ?? 0, factor, beyond)) continue;
      from = Math.min(from, day);
      to = Math.max(to, day);
    }
    last = to;
    return { from, to, factor, beyond };
  });
}

function areApart(amounts: Float64Array, bound: number): boolean {
  let [below, above] = [0, Infinity];
  for (const amount of amounts) {
    const size = Math.abs(amount);
    if (size < bound) below = Math.max(below, size);
    else above = Math.min(above, size);
  }
  return above >= below * leastApart;
}

function unlikelyIn(months: readonly Month[]): Unlikely {
  let level = 0;
  const rowsAt = new Map<number, number>();
  const levels = months.map((month, index) => {
    const before = months[index - 1];
    if (before) level += powerBetween(before.median, month.median);
    rowsAt.set(level, (rowsAt.get(level) ?? 0) + month.rows);
    return level;
  });
  const [most = 0] = [...rowsAt].sort(([, one], [, other]) => other - one)[0] ?? [];
  const usual = medianOf(months.flatMap(({ median }, at) => (levels[at] === most ? median : [])));
  const spans: OddMonths[] = [];
  for (const [place, { index }] of months.entries()) {
    const power = (levels[place] ?? 0) - most;
    if (power === 0) continue;
    const { start, end } = periodAt(index, 'month');
    const [before, after] = [months[place - 1], months[place + 1]];
    const latest = after ? periodAt(after.index, 'month').end : Infinity;
    const last = spans.at(-1);
    if (last && levels[place - 1] === levels[place]) {
      last.to = end;
      last.latest = latest;
    } else {
      const earliest = before ? periodAt(before.index, 'month').start : -Infinity;
      spans.push({ from: start, to: end, factor: 10 ** power, earliest, latest });
    }
  }
  return { spans, usual };
}

/** The power of ten, two at least, that lies between two figures; 0 for none. */
function powerBetween(one: number, other: number): number {
  const ratio = Math.log10(other / one);
  const power = Math.round(ratio);
  return Math.abs(power) >= 2 && Math.abs(ratio - power) <= tolerance ? power : 0;
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
