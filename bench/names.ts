const consonants = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r'];
const vowels = ['a', 'e', 'i', 'o'];
const syllables = consonants.flatMap((first) => vowels.map((second) => first + second));
const [count, all] = [syllables.length, syllables.length ** 3];

/**
 * Made-up names, the same for the same number. A fourth syllable follows from the three before it,
 * so that two names differ in more than a letter: nothing here looks like a misspelling.
 */
export function nameOf(number: number): string {
  // 7,919 is prime to the number of names: neighbours get names that stand far apart.
  const place = (number * 7919) % all;
  const parts = [Math.floor(place / count ** 2), Math.floor(place / count) % count, place % count];
  const check = parts.reduce((sum, part, index) => sum + part * (index + 1) ** 2, 3) % count;
  const text = [...parts, check].map((part) => syllables[part] ?? '').join('');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const regions = [
  'North',
  'Northeast',
  'East',
  'Southeast',
  'South',
  'Southwest',
  'West',
  'Northwest',
];
export const channels = ['Direct', 'Online', 'Partner', 'Reseller', 'Retail'];
