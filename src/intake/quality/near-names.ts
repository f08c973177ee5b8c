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

/** Names that are spelled almost alike, each group once. Nothing is merged by it. */
export function findNearNames(names: readonly NameCount[]): NearNames[] {
  const bySkeleton = new Map<string, NameCount[]>();
  for (const one of names) {
    const skeleton = skeletonOf(one.name);
    if (skeleton === '') continue;
    const known = bySkeleton.get(skeleton);
    if (known) known.push(one);
    else bySkeleton.set(skeleton, [one]);
  }
  const alike: NearNames[] = [];
  const leaders: NameCount[] = [];
  for (const group of bySkeleton.values()) {
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
  return leaders.length > mostNames ? alike : [...alike, ...findSlips(leaders)];
}

/** Most often first; of equals the one with less to clean. */
function byCount(one: NameCount, other: NameCount): number {
  return (
    other.count - one.count ||
    Number(cleanText(one.name) !== one.name) - Number(cleanText(other.name) !== other.name)
  );
}

const wordsOf = (name: string) => fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Names one word of which differs by a letter or two, and one of which is much rarer. */
function findSlips(names: readonly NameCount[]): NearNames[] {
  const entries = names.map((name) => ({ ...name, words: wordsOf(name.name) }));
  const buckets = new Map<string, number[]>();
  entries.forEach(({ words }, index) => {
    words.forEach((_, place) => {
      // All words but one are the same, and that one begins with the same letter.
      const rest = words.map((other, at) => (at === place ? other.charAt(0) : other)).join(' ');
      const key = `${String(place)} ${rest}`;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(index);
      else buckets.set(key, [index]);
    });
  });
  const slips = new Map<number, number>();
  for (const [key, bucket] of buckets) {
    if (bucket.length < 2 || bucket.length > 500) continue;
    const place = Number(key.slice(0, key.indexOf(' ')));
    const sorted = [...bucket].sort(
      (one, other) => (entries[other]?.count ?? 0) - (entries[one]?.count ?? 0),
    );
    for (const [rank, rare] of sorted.entries()) {
      const [wrong, count] = [entries[rare]?.words[place] ?? '', entries[rare]?.count ?? 0];
      if (slips.has(rare)) continue;
      const right = sorted.slice(0, rank).find((often) => {
        const other = entries[often];
        return (
          other !== undefined &&
          other.count >= count * rarer &&
          !slips.has(often) &&
          isSlip(wrong, other.words[place] ?? '')
        );
      });
      if (right !== undefined) slips.set(rare, right);
    }
  }
  const groups = new Map<number, NameCount[]>();
  for (const [rare, often] of slips) {
    const { name = '', count = 0 } = names[rare] ?? {};
    groups.set(often, [...(groups.get(often) ?? []), { name, count }]);
  }
  return [...groups].flatMap(([often, from]) => {
    const into = names[often];
    return into ? [{ into, from, isSameLetters: false }] : [];
  });
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
