import type { CellColumn } from '../columns/cell-column';
import { countPowers, powers } from './magnitudes';

/** A few amounts that are a power of ten above what a column holds. */
export interface OddAmounts {
  /** Their places among the amounts. */
  readonly rows: readonly number[];
  readonly factor: number;
  /** All of them are above this, and nothing else is. */
  readonly beyond: number;
}

/** Fewer other amounts tell nothing of what is usual. */
const leastOthers = 20;
/** More than this share of a column is no slip. */
const mostOdd = 0.1;
/** So many times the next amount below: real sales have large deals, but hardly a gap like this. */
const leastGap = 20;
/** Where amounts have a tail of their own, the largest of many may well be that large. */
const mostTail = 3;
/** The usual amounts, but for a twentieth at either end, and half as much beyond them. */
const [end, slack] = [0.05, 1.5];

/**
 * The largest amounts of a column, where they are few, far above all others, and a hundredth or a
 * thousandth of each would be a usual one. Nothing is found where usual amounts themselves differ by
 * more than a tenth of that factor, or trail off by themselves.
 */
export function findOddAmounts(amounts: Float64Array): OddAmounts | undefined {
  if (!mayHaveGap(amounts)) return undefined;
  const sorted = amounts
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const most = Math.min(Math.floor(sorted.length * mostOdd), sorted.length - leastOthers);
  const first = gapIn(sorted, sorted.length - Math.max(most, 0));
  if (first === undefined) return undefined;
  const [below = 0, least = 0, top = 0] = [sorted[first - 1], sorted[first], sorted.at(-1)];
  const low = sorted[Math.floor((first - 1) * end)] ?? 0;
  const high = sorted[Math.ceil((first - 1) * (1 - end))] ?? 0;
  if (below > high * mostTail) return undefined;
  const middle = sorted[first >> 1] ?? 0;
  const isFactor = (factor: number) =>
    high / low <= factor / 10 && least / factor >= low / slack && top / factor <= high * slack;
  const off = (factor: number) => Math.abs(Math.log10(least / factor / middle));
  const [factor] = [100, 1000].filter(isFactor).sort((one, other) => off(one) - off(other));
  if (factor === undefined) return undefined;
  const beyond = Math.sqrt(below * least);
  const rows: number[] = [];
  for (let row = 0; row < amounts.length; row += 1) {
    if (Math.abs(amounts[row] ?? 0) > beyond) rows.push(row);
  }
  return { rows, factor, beyond };
}

/** A gap of `leastGap` times lies between sizes that are at least so many powers of two apart. */
const leastPowers = Math.floor(Math.log2(leastGap));

/** The first look, for the many columns without a gap among their largest: they need not be sorted. */
function mayHaveGap(amounts: Float64Array): boolean {
  const counts = countPowers(amounts);
  const most = (amounts.length - (counts[0] ?? 0)) * mostOdd;
  let [above, last] = [0, 0];
  for (let power = powers - 1; power > 0 && above <= most; power -= 1) {
    const count = counts[power] ?? 0;
    if (count === 0) continue;
    if (last - power >= leastPowers) return true;
    above += count;
    last = power;
  }
  return false;
}

/** Where the amounts start that are far above all below them. */
function gapIn(sorted: Float64Array, from: number): number | undefined {
  for (let at = Math.max(from, 1); at < sorted.length; at += 1) {
    if ((sorted[at] ?? 0) >= (sorted[at - 1] ?? 0) * leastGap) return at;
  }
  return undefined;
}

/**
 * Whether some rows have names in a column that no other row has, and several rows each: what is sold
 * there, or to whom, explains that they differ.
 */
export function haveOwnNames(
  { codes, values, counts }: CellColumn,
  rows: readonly number[],
): boolean {
  if (!codes || values.length > codes.length / 2) return false;
  const here = new Map<number, number>();
  for (const row of rows) {
    const code = codes[row] ?? -1;
    here.set(code, (here.get(code) ?? 0) + 1);
  }
  const areSeveral = rows.length >= here.size * 2;
  return areSeveral && [...here].every(([code, count]) => code >= 0 && counts[code] === count);
}
