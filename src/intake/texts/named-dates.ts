import { findMonth, isJoint, isWeekday } from './calendar-words';

/** A month in letters, with the numbers that stand beside it, in their order. */
export interface NamedMonth {
  readonly month: number;
  readonly numbers: readonly { readonly digits: string; readonly isYear: boolean }[];
}

const tokens = /\p{L}+|['’]?\d+|[\s.,/-]+|./gu;

/**
 * A text of a month in letters, numbers, and nothing else but weekdays and words such as "de".
 * Undefined for any other text.
 */
export function findNamedMonth(text: string): NamedMonth | undefined {
  if (!/\p{L}{3}/u.test(text) || !/\d/.test(text)) return undefined;
  const found: number[] = [];
  const numbers: { digits: string; isYear: boolean }[] = [];
  for (const token of text.match(tokens) ?? []) {
    if (/^[\s.,/-]+$/.test(token)) continue;
    if (/^['’]?\d+$/.test(token)) {
      const digits = token.replace(/^['’]/, '');
      numbers.push({ digits, isYear: digits.length === 4 || digits !== token });
      continue;
    }
    const month = findMonth(token);
    if (month !== undefined) found.push(month);
    else if (!isWeekday(token) && !isJoint(token)) return undefined;
  }
  // "mar" is March, and Tuesday in French and Spanish: beside a month it is the day.
  if (found.length === 2 && found[0] === 3) found.shift();
  const [month] = found;
  return month === undefined || found.length > 1 ? undefined : { month, numbers };
}

/** Two digits as Excel reads them: 00 to 29 is this century. @example fullYear(29) // 2029 */
export function fullYear(year: number): number {
  return year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year;
}
