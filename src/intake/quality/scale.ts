import { periodAt, periodIndex, type SerialDate } from '../../sales';

/** A time whose amounts are a power of ten away from those of the rest. */
export interface UnlikelyScale {
  readonly from: SerialDate;
  readonly to: SerialDate;
  /** 1000: a thousand times as large as the rest. */
  readonly factor: number;
  readonly rows: number;
}

/** A month with fewer amounts tells nothing of its scale. */
const leastRows = 5;
/** How far from a power of ten a ratio may lie, as a power of ten: about a quarter. */
const tolerance = 0.1;

/**
 * Times whose median amount is about 100, 1,000, … times that of the months beside them, or as many
 * times smaller: a lost decimal point, or amounts in thousands. What most rows have is taken for
 * right.
 */
export function findUnlikelyScales(dates: Int32Array, amounts: Float64Array): UnlikelyScale[] {
  const byMonth = new Map<number, number[]>();
  const byDate = new Map<SerialDate, number[]>();
  for (const date of new Set(dates)) {
    const month = periodIndex(date, 'month');
    const list = byMonth.get(month) ?? [];
    byMonth.set(month, list);
    byDate.set(date, list);
  }
  for (let row = 0; row < dates.length; row += 1) {
    const amount = Math.abs(amounts[row] ?? 0);
    if (amount !== 0) byDate.get(dates[row] ?? 0)?.push(amount);
  }
  const months = [...byMonth]
    .filter(([, values]) => values.length >= leastRows)
    .sort(([one], [other]) => one - other)
    .map(([index, values]) => ({ index, rows: values.length, median: medianOf(values) }));
  return unlikelyIn(months);
}

interface Month {
  readonly index: number;
  readonly rows: number;
  readonly median: number;
}

function unlikelyIn(months: readonly Month[]): UnlikelyScale[] {
  let level = 0;
  const rowsAt = new Map<number, number>();
  const levels = months.map((month, index) => {
    const before = months[index - 1];
    if (before) level += powerBetween(before.median, month.median);
    rowsAt.set(level, (rowsAt.get(level) ?? 0) + month.rows);
    return level;
  });
  if (rowsAt.size < 2) return [];
  const [usual = 0] = [...rowsAt].sort(([, one], [, other]) => other - one)[0] ?? [];
  const found: { from: SerialDate; to: SerialDate; factor: number; rows: number }[] = [];
  months.forEach(({ index, rows }, place) => {
    const power = (levels[place] ?? 0) - usual;
    if (power === 0) return;
    const { start, end } = periodAt(index, 'month');
    const last = found.at(-1);
    if (last && levels[place - 1] === levels[place]) {
      last.to = end;
      last.rows += rows;
    } else found.push({ from: start, to: end, factor: 10 ** power, rows });
  });
  return found;
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
