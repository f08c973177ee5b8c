import { findIso, isDay, serialOf, type SerialDate } from '../sales';

/** The order of day, month and year in a column of text dates. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

interface Parts {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly isYearFirst: boolean;
}

const numeric = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})\.?(?:[ T,]+\d{1,2}:\d{2}.*)?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNameYear = /^(\d{1,2})[. -]+([a-z]{3,9})\.?[, -]+(\d{2}|\d{4})$/i;
const nameDayYear = /^([a-z]{3,9})\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{2}|\d{4})$/i;

function partsOf(text: string): Parts | undefined {
  const match = numeric.exec(text);
  if (!match) return undefined;
  const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const isYearFirst = (match[1] ?? '').length === 4;
  if (!isYearFirst && !/^(\d{2}|\d{4})$/.test(match[4] ?? '')) return undefined;
  return { first, second, third, isYearFirst };
}

/** Two digits as Excel reads them: 00 to 29 is this century. */
function fullYear(year: number): number {
  return year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function findNamed(text: string): SerialDate | undefined {
  const dayFirst = dayNameYear.exec(text);
  const nameFirst = dayFirst ? undefined : nameDayYear.exec(text);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : nameFirst
      ? [nameFirst[2], nameFirst[1], nameFirst[3]]
      : [];
  if (name === undefined) return undefined;
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const full = fullYear(Number(year));
  return isDay(full, month, Number(day)) ? serialOf(full, month, Number(day)) : undefined;
}

/** Whether a text looks like a date in any order. */
export function looksLikeDate(text: string): boolean {
  const trimmed = text.trim();
  return (
    findIso(trimmed) !== undefined ||
    partsOf(trimmed) !== undefined ||
    findNamed(trimmed) !== undefined
  );
}

/** The date a text means in a column of this order. Undefined where it means none. */
export function findTextDate(text: string, order: DateOrder): SerialDate | undefined {
  const trimmed = text.trim();
  const plain = findIso(trimmed) ?? findNamed(trimmed);
  if (plain !== undefined) return plain;
  const parts = partsOf(trimmed);
  if (!parts) return undefined;
  const { first, second, third, isYearFirst } = parts;
  const [year, month, day] = isYearFirst
    ? [first, second, third]
    : order === 'mdy'
      ? [fullYear(third), first, second]
      : [fullYear(third), second, first];
  return isDay(year, month, day) && year >= 1900 ? serialOf(year, month, day) : undefined;
}

/** What a column's texts say about their order together. */
export type OrderEvidence =
  | { readonly kind: 'found'; readonly order: DateOrder }
  | { readonly kind: 'ambiguous'; readonly row: number; readonly text: string }
  /** Two texts that cannot be of one order. */
  | {
      readonly kind: 'mixed';
      readonly dayFirst: { readonly row: number; readonly text: string };
      readonly monthFirst: { readonly row: number; readonly text: string };
    };

/**
 * Finds the order of day and month from the whole column: a first number above 12 must be a day, a
 * second one above 12 too. Never guessed from a single cell. `texts` are [row, text] pairs.
 */
export function orderOf(texts: Iterable<readonly [number, string]>): OrderEvidence {
  let dayFirst: { row: number; text: string } | undefined;
  let monthFirst: { row: number; text: string } | undefined;
  let open: { row: number; text: string } | undefined;
  for (const [row, text] of texts) {
    const parts = partsOf(text.trim());
    if (!parts || parts.isYearFirst) continue;
    const canDayFirst = isDay(fullYear(parts.third), parts.second, parts.first);
    const canMonthFirst = isDay(fullYear(parts.third), parts.first, parts.second);
    if (canDayFirst && !canMonthFirst) dayFirst ??= { row, text };
    else if (canMonthFirst && !canDayFirst) monthFirst ??= { row, text };
    else if (canDayFirst && parts.first !== parts.second) open ??= { row, text };
  }
  if (dayFirst && monthFirst) return { kind: 'mixed', dayFirst, monthFirst };
  if (dayFirst) return { kind: 'found', order: 'dmy' };
  if (monthFirst) return { kind: 'found', order: 'mdy' };
  return open ? { kind: 'ambiguous', ...open } : { kind: 'found', order: 'ymd' };
}
