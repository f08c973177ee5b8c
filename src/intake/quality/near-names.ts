import { fold } from '../header-words';
import { cleanText } from './clean-text';

export interface NameCount {
  readonly name: string;
  readonly count: number;
}

/** Names that may be one: `into` stands most often. */
export interface NearNames {
  readonly into: NameCount;
  readonly from: readonly NameCount[];
  /** They differ in case, spaces, accents and signs alone, not in a letter. */
  readonly isSameLetters: boolean;
}

/** A rare name is taken for a slip of one that stands at least so many times as often. */
const rarer = 5;
/** Slips are looked for among at most so many names. */
const mostNames = 20_000;
/** So many names are gone through before others may work. */
export const namesAStep = 4096;
/** Of names that differ in one word, so many pairs. */
const pairsAStep = 20_000;

/**
 * The letters and digits of a name. Signs between two digits stay: 1-1 is not 11. So do + and #,
 * which tell C, C++ and C# apart.
 * @example skeletonOf('GTX Pro') // 'gtxpro'
 */
function skeletonOf(name: string): string {
  return fold(name)
    .replace(/(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu, '|')
    .replace(/[^\p{L}\p{N}|+#&%]+/gu, '');
}

/**
 * In small steps, names that are spelled almost alike, each group once. Nothing is merged by it.
 */
export function* nearNameSteps(names: readonly NameCount[]): Generator<undefined, NearNames[]> {
  const bySkeleton = new Map<string, NameCount[]>();
  for (const [index, one] of names.entries()) {
    if (index % namesAStep === namesAStep - 1) yield;
    const skeleton = skeletonOf(one.name);
    if (skeleton === '') continue;
    const known = bySkeleton.get(skeleton);
    if (known) known.push(one);
    else bySkeleton.set(skeleton, [one]);
  }
  const alike: NearNames[] = [];
  const leaders: NameCount[] = [];
  let looked = 0;
  for (const group of bySkeleton.values()) {
    if (++looked % namesAStep === 0) yield;
    const [only] = group;
    if (only && group.length === 1) {
      leaders.push(only);
      continue;
    }
    const [into, ...from] = [...group].sort(byCount);
    if (!into) continue;
    leaders.push({ name: into.name, count: group.reduce((sum, { count }) => sum + count, 0) });
    // Spaces alone are found and mended by themselves.
    const cleaned = new Set(group.map(({ name }) => cleanText(name)));
    if (cleaned.size > 1) alike.push({ into, from, isSameLetters: true });
  }
  if (leaders.length > mostNames) return alike;
  yield;
  return [...alike, ...(yield* slipSteps(leaders))];
}

/** Most often first; of equals the one with less to clean. */
function byCount(one: NameCount, other: NameCount): number {
  return (
    other.count - one.count ||
    Number(cleanText(one.name) !== one.name) - Number(cleanText(other.name) !== other.name)
  );
}

const wordsOf = (name: string) => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];

interface Entry extends NameCount {
  readonly words: readonly string[];
}

/** Names one word of which differs by a letter or two, and one of which is much rarer. */
function* slipSteps(names: readonly NameCount[]): Generator<undefined, NearNames[]> {
  const entries: Entry[] = [];
  const buckets = new Map<string, Entry[]>();
  for (const name of names) {
    if (entries.length % namesAStep === namesAStep - 1) yield;
    const entry = { ...name, words: wordsOf(name.name) };
    entries.push(entry);
    putInBuckets(entry, buckets);
  }
  const slips = new Map<Entry, Entry>();
  let pairs = 0;
  for (const [key, bucket] of buckets) {
    if (bucket.length < 2 || bucket.length > 500) continue;
    pairs += bucket.length ** 2;
    if (pairs > pairsAStep) {
      yield;
      pairs = 0;
    }
    findSlips(bucket, Number(key.slice(0, key.indexOf(' '))), slips);
  }
  const groups = new Map<Entry, NameCount[]>();
  for (const [{ name, count }, often] of slips) {
    const group = groups.get(often);
    if (group) group.push({ name, count });
    else groups.set(often, [{ name, count }]);
  }
  return Array.from(groups, ([{ name, count }, from]) => ({
    into: { name, count },
    from,
    isSameLetters: false,
  }));
}

/** All words but one are the same in a bucket, and that one begins with the same letter. */
function putInBuckets(entry: Entry, buckets: Map<string, Entry[]>): void {
  entry.words.forEach((_, place) => {
    const rest = entry.words.map((word, at) => (at === place ? word.charAt(0) : word)).join(' ');
    const key = `${String(place)} ${rest}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(entry);
    else buckets.set(key, [entry]);
  });
}

/** Adds the slips among names that differ in the word at a place. */
function findSlips(bucket: readonly Entry[], place: number, slips: Map<Entry, Entry>): void {
  const sorted = [...bucket].sort((one, other) => other.count - one.count);
  for (const [rank, rare] of sorted.entries()) {
    if (slips.has(rare)) continue;
    const wrong = rare.words[place] ?? '';
    const right = sorted
      .slice(0, rank)
      .find(
        (often) =>
          often.count >= rare.count * rarer &&
          !slips.has(often) &&
          isSlip(wrong, often.words[place] ?? ''),
      );
    if (right) slips.set(rare, right);
  }
}

/** Whether a word may be a slip of another: short words and numbers are too easily others. */
function isSlip(word: string, other: string): boolean {
  const longer = Math.max(word.length, other.length);
  if (longer < 5 || /\d/.test(word + other) || /^[ivxlc]+$/.test(word + other)) return false;
  // Two letters tell "Eastern" from "Western".
  const most = longer < 9 ? 1 : 2;
  return distance(word, other, most) <= most;
}

/** Letters to change, add, leave out, or exchange with their neighbour; more than `most` is `most + 1`. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let least = Math.min(
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
      );
      const isTurned = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && isTurned) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      line.push(least);
    }
    if (Math.min(...line) > most) return most + 1;
    [before, above] = [above, line];
  }
  return above[other.length] ?? 0;
}
