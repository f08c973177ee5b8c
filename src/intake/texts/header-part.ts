import { civilOf, findIso, periodOf, serialOf, type SerialDate } from '../../sales';
import type { CellValue } from '../../workbook';
import { findMonth } from './calendar-words';
import { plainText } from './plain-text';
import { findTextDate, looksLikeDate } from './text-dates';
import { findMonthSpan, quarterOf, type MonthSpan } from './month-spans';
import { findTextPeriod } from './text-periods';
import { findTotal } from './total-words';

/** What a cell of a header says of time, and what else it says. */
export interface HeaderPart {
  readonly year?: number;
  /** 1 to 4, and 1 to 12. Without a year, that of another cell is meant. */
  readonly quarter?: number;
  readonly month?: number;
  readonly day?: SerialDate;
  /** Spelled by the first and the last of several months, which may be no quarter or year. */
  readonly span?: { readonly from: number; readonly to: number };
  /** A text of a day in digits that its neighbours have to decide. */
  readonly dateText?: string;
  /** A year or quarter of a business year, whose months nobody tells. */
  readonly isFiscal?: boolean;
  readonly isTotal?: boolean;
  /** What stands there besides the period: "Target" of "Jan Target". */
  readonly rest: string;
}

/** Days of headers lie within these: 1990-01-01 to 2099-12-31. */
const [earliest, latest] = [32_874, 73_050];

const separators = /[\s/|,;:()[\]_-]+/u;
const loose = /^[\s/|,;:()[\]_–—-]+|[\s/|,;:([\]_–—-]+$/gu;

const monthNumber = /^(?:month|monat|mois|mes|mês|período|m|p) ?(\d{1,2})$/i;
const japaneseMonth = /^(\d{1,2})月(?:度|分)?$/u;
const quarter =
  /^(?:q|t|quarter|quartal|trimestre|trim\.?) ?([1-4])$|^([1-4])(?:\.|st|nd|rd|th|er|e|º|o)? ?(?:q|t|quarter|quartal|trimestre|trim\.?)$|^第 ?([1-4]) ?四半期$/iu;
const fiscal = /^(?:FY|GJ|AF) ?['’]?\d{2,4}(?:[ /-]?(?:\d{2}|Q[1-4]))?$|^Q[1-4] ?FY ?\d{2,4}$/i;
const wholeYear =
  /^(?:(?:full|whole) year|year|ytd|year to date|annual|fy|(?:gesamt)?jahr|année|annuel|año|anual|ano|年間|通期|年計)$/iu;
/** Portuguese months that are parts of English words: "Sell-out", "Out-of-home", "Set-up". */
const noMonth = /(?<=\p{L}-)(?:out|set)(?!\p{L})|(?<!\p{L})(?:out|set)(?=-\p{L})/iu;
const yearWord = /^(?:['’]\d{2}|(?:19|20)\d{2}年?)$/;

/** A number as a header: a year, or a day. */
function numberPart(cell: number): HeaderPart | undefined {
  if (Number.isInteger(cell) && cell >= 1990 && cell <= 2100) return { year: cell, rest: '' };
  const isDay = Number.isInteger(cell) && cell >= earliest && cell <= latest;
  return isDay ? { day: cell, rest: '' } : undefined;
}

/**
 * What a header's cell says of time; undefined where it says nothing of it.
 * @example headerPart('Jan Target') // { month: 1, rest: 'Target' }
 */
export function headerPart(cell: CellValue | undefined): HeaderPart | undefined {
  if (typeof cell === 'number') return numberPart(cell);
  if (typeof cell !== 'string') return undefined;
  const text = plainText(cell).replace(/\s+/g, ' ');
  if (text === '' || text.length > 60) return undefined;
  const day = findIso(text);
  if (day !== undefined) return { day, rest: '' };
  const span = findMonthSpan(text);
  if (span) return spanPart(span);
  if (looksLikeDate(text) && !findTextPeriod(text)) {
    const days = new Set(
      (['ymd', 'dmy', 'mdy'] as const).map((order) => findTextDate(text, order)),
    );
    days.delete(undefined);
    const [only] = days;
    return days.size === 1 && only !== undefined
      ? { day: only, rest: '' }
      : { dateText: text, rest: '' };
  }
  if (fiscal.test(text)) return { isFiscal: true, rest: '' };
  const named = noMonth.test(text) ? undefined : namedPart(text);
  if (named) return named;
  const total = findTotal(text);
  if (total) return { isTotal: true, rest: total.of };
  return wholeYear.test(text) ? { isTotal: true, rest: '' } : undefined;
}

function spanPart({ rest, from, to, year }: MonthSpan): HeaderPart {
  const quarter = quarterOf({ from, to });
  const part = finished(
    {
      span: { from, to },
      ...(year !== undefined && { year }),
      ...(quarter !== undefined && { quarter }),
    },
    rest,
  );
  const isOpenYear = from === 1 && to === 12 && part.year === undefined;
  return isOpenYear ? { ...part, isTotal: true } : part;
}

interface Word {
  readonly from: number;
  readonly to: number;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const word of text.split(separators)) {
    if (word === '') continue;
    from = text.indexOf(word, from);
    words.push({ from, to: from + word.length });
    from += word.length;
  }
  return words;
}

/** The longest run of words that names a period; a year alone comes last. */
function namedPart(text: string): HeaderPart | undefined {
  const words = wordsOf(text);
  let year: { readonly part: Omit<HeaderPart, 'rest'>; readonly without: string } | undefined;
  for (let size = Math.min(4, words.length); size > 0; size -= 1) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const [from, to] = [words[at]?.from ?? 0, words[at + size - 1]?.to ?? 0];
      const part = periodIn(text.slice(from, to));
      if (!part) continue;
      const without = `${text.slice(0, from).replace(loose, '')} ${text.slice(to).replace(loose, '')}`;
      if (part.month !== undefined || part.quarter !== undefined) return finished(part, without);
      year ??= { part, without };
    }
  }
  return year && finished(year.part, year.without);
}

/** Finds a year in what is left, and whether it speaks of a total. */
function finished(part: Omit<HeaderPart, 'rest'>, without: string): HeaderPart {
  let rest = without.trim();
  let found = part;
  if (part.year === undefined) {
    const words = rest.split(' ');
    const at = words.findIndex((word) => yearWord.test(word));
    if (at >= 0) {
      found = { ...part, year: yearOf(words[at] ?? '') };
      rest = words.filter((_, index) => index !== at).join(' ');
    }
  }
  const total = findTotal(rest);
  const isWholeYear = found.month === undefined && found.quarter === undefined;
  if (total && isWholeYear) return { ...found, isTotal: true, rest: total.of };
  if (wholeYear.test(rest) && isWholeYear) return { ...found, isTotal: true, rest: '' };
  return { ...found, rest: rest.replace(loose, '').trim() };
}

function yearOf(word: string): number {
  const digits = Number(word.replace(/\D/g, ''));
  return digits < 100 ? 2000 + digits : digits;
}

function periodIn(text: string): Omit<HeaderPart, 'rest'> | undefined {
  const period = findTextPeriod(text);
  if (period) {
    const { year, month } = civilOf(period.start);
    if (period.grain === 'year') return year >= 1990 && year <= 2100 ? { year } : undefined;
    return period.grain === 'month' ? { year, month } : { year, quarter: Math.ceil(month / 3) };
  }
  const number = monthNumber.exec(text) ?? japaneseMonth.exec(text);
  if (number) {
    const month = Number(number[1]);
    return month >= 1 && month <= 12 ? { month } : undefined;
  }
  const quarters = quarter.exec(text);
  if (quarters) return { quarter: Number(quarters[1] ?? quarters[2] ?? quarters[3]) };
  const month = /^\p{L}{3,}\.?$/u.test(text) ? findMonth(text.replace('.', '')) : undefined;
  return month === undefined ? undefined : { month };
}

/** The cells of a column's header together: the finest period, and what else they say. */
export function joinParts(parts: readonly (HeaderPart | undefined)[]): HeaderPart | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0) return undefined;
  const joined = known.reduce((one, other) => ({ ...one, ...other }));
  const rests = new Set(known.map(({ rest }) => rest).filter((rest) => rest !== ''));
  return { ...joined, rest: [...rests].join(' ') };
}

/** How fine the time is that a header names; undefined where it names none by itself. */
export function finenessOf(part: HeaderPart): 'day' | 'month' | 'quarter' | 'year' | undefined {
  if (part.isTotal || part.isFiscal) return undefined;
  if (part.day !== undefined || part.dateText !== undefined) return 'day';
  if (part.month !== undefined) return 'month';
  if (part.quarter !== undefined || isOddSpan(part)) return 'quarter';
  return part.year === undefined ? undefined : 'year';
}

/** Whether a header names months that are together no quarter or year. */
function isOddSpan({ span, quarter }: HeaderPart): boolean {
  return span !== undefined && quarter === undefined && (span.from !== 1 || span.to !== 12);
}

/** A period's label as the calendar reads it: `2026-03`, `2026-Q1`, `2026`; a day as `2026-03-31`. */
export function labelOf(part: HeaderPart, year: number): string {
  const { month, quarter: number, span } = part;
  if (span && isOddSpan(part)) {
    return `${String(year)}-${String(span.from)}-${String(span.to)}`;
  }
  if (month !== undefined) return periodOf(serialOf(year, month, 1), 'month').label;
  if (number !== undefined) return periodOf(serialOf(year, number * 3, 1), 'quarter').label;
  return String(year);
}

/** Stands for the year in labels of periods whose year each row tells. */
export const openYear = '*';

/** @example yearlessLabel({ month: 3, rest: '' }) // '*-03' */
export function yearlessLabel({ month, quarter: number }: HeaderPart): string {
  return month === undefined
    ? `${openYear}-Q${String(number ?? 1)}`
    : `${openYear}-${String(month).padStart(2, '0')}`;
}
