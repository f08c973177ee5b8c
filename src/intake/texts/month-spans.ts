import { findMonth } from './calendar-words';
import { fullYear } from './named-dates';

/** Months from one to another, both included; those above 12, or before the first, are of later years. */
export interface MonthSpan {
  readonly from: number;
  readonly to: number;
  readonly year?: number;
  /** What stands before and behind. */
  readonly rest: string;
}

const year = "(?: ?['’]?(\\d{4}|\\d{2}))?(?!\\d)";
const to =
  ' ?(?:[-~/+&]|\\.\\.+) ?| (?:bis|und|to|through|thru|until|and|a|à|au|et|y|e|hasta|até|ate) ';
const named = new RegExp(
  `(?<!\\p{L})(\\p{L}{3,})\\.?${year}(?:${to})(\\p{L}{3,})\\.?(?!\\p{L})${year}`,
  'iu',
);
const quarters = new RegExp(`(?<!\\p{L})Q([1-4])${year}(?:${to})Q?([1-4])(?!\\d)${year}`, 'iu');
const japanese = /(?:(\d{4})年 ?)?(\d{1,2})月? ?[-~] ?(?:(\d{4})年 ?)?(\d{1,2})月(?:期)?/u;

/**
 * The months that a plain text spells by the first and the last of them: "Jan-Mar 2026", "Januar bis
 * März", "Q1-Q2", "1~3月". Undefined for any other text.
 */
export function findMonthSpan(text: string): MonthSpan | undefined {
  const words = named.exec(text);
  const first = findMonth(words?.[1] ?? '');
  const last = findMonth(words?.[3] ?? '');
  if (words && first && last) return spanOf(text, words, first, last, [words[2], words[4]]);
  const byQuarter = quarters.exec(text);
  if (byQuarter) {
    const [, start, one, end, other] = byQuarter;
    return spanOf(text, byQuarter, Number(start) * 3 - 2, Number(end) * 3, [one, other]);
  }
  const inDigits = japanese.exec(text);
  if (!inDigits) return undefined;
  const [, one, start, other, end] = inDigits;
  const [from, until] = [Number(start), Number(end)];
  return from >= 1 && until >= 1 && from <= 12 && until <= 12
    ? spanOf(text, inDigits, from, until, [one, other])
    : undefined;
}

function spanOf(
  text: string,
  { 0: whole, index }: RegExpExecArray,
  from: number,
  to: number,
  years: readonly (string | undefined)[],
): MonthSpan | undefined {
  // "Mai/May" is one month in two languages.
  if (from === to) return undefined;
  const [first, last] = years.map((digits) => digits && fullYear(Number(digits)));
  const rest = `${text.slice(0, index)} ${text.slice(index + whole.length)}`.trim();
  if (first && last) return { from, to: to + 12 * (last - first), year: first, rest };
  const year = first || last;
  return { from, to, ...(year && { year }), rest };
}

/** The quarter that a span is; undefined for any other. */
export function quarterOf({ from, to }: Pick<MonthSpan, 'from' | 'to'>): number | undefined {
  return from % 3 === 1 && to === from + 2 ? to / 3 : undefined;
}
