import { findIso, isDay, serialOf, type SerialDate } from '../../sales';
import { isWeekday } from './calendar-words';
import { findNamedMonth, fullYear } from './named-dates';
import { plainText } from './plain-text';

/**
 * The order of day, month and year in a column of text dates. Four digits at the start are a year
 * in any of them; two are one in `ymd` alone.
 */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** A date in digits whose parts the column has to order. */
interface Parts {
  readonly first: number;
  readonly second: number;
  readonly third: number;
  /** The first has four digits. */
  readonly isYearFirst: boolean;
  /** No part has four digits. */
  readonly isShort: boolean;
  /** Points stand between them. */
  readonly isDotted: boolean;
}

const numeric = /^(\d{1,4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?$|^(\d{1,2})( )(\d{1,2}) (\d{4})$/;

/** A time of day behind the date. "5. 3.20" has none. */
const time =
  /(?:(?<=\d)T|[ ,]+|(?<=日|\)) ?)(?:(?:um|at|à|às|a las|kl\.?|午前|午後) ?)?\d{1,2}(?:[:h時]\d{2}(?:[:分]\d{2}(?:[.,]\d+)?)?[秒分]?|\.\d{2} Uhr|(?= ?[ap]\.? ?m))(?: ?[ap]\.? ?m\.?| ?Uhr| ?h)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))*$/iu;

/** A weekday before digits: "Di., 17.03.2026", "sábado, 17/01/2026". */
const leadingWord = /^(\p{L}{2,})(?:-feira)?\.?,? (?=\d)/u;
/** Japanese weekdays behind a date: "(木)", "木曜日". */
const japaneseWeekday = / ?\(?[月火水木金土日](?:曜日?\)?|\))$/u;
const japanese = /^(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日$/u;
const eraYear = /^(令和|平成|昭和)(\d{1,2}|元)(?=年)/u;
/** The years before the first one of an era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const week =
  /^(\d{4})[- ]?(?:W|KW ?)(\d{1,2})(?:-?([1-7]))?$|^(?:W|KW|week|woche|semaine|semana) ?(\d{1,2})[ ,./-]+(?:de )?(\d{4})$|^(\d{4})年 ?第?(\d{1,2})週$/iu;

type Reading = { readonly day: SerialDate } | { readonly parts: Parts };

function read(text: string): Reading | undefined {
  if (text.length > 60 || !/\p{Nd}/u.test(text)) return undefined;
  const plain = plainText(text);
  const iso = findIso(plain);
  if (iso !== undefined) return { day: iso };
  const bare = plain.replace(time, '').replace(japaneseWeekday, '');
  const match = numeric.exec(withoutWeekday(bare));
  const parts = match && partsOf(match);
  if (parts) return { parts };
  const day = findCompact(bare) ?? findJapanese(bare) ?? findWeekDay(bare) ?? findNamed(bare);
  return day === undefined ? undefined : { day };
}

function withoutWeekday(text: string): string {
  const [lead, word = ''] = leadingWord.exec(text) ?? [];
  return lead !== undefined && isWeekday(word) ? text.slice(lead.length) : text;
}

function partsOf(match: RegExpExecArray): Parts | undefined {
  const texts = [match[1] ?? match[5], match[3] ?? match[7], match[4] ?? match[8]];
  const [first = '', second = '', third = ''] = texts;
  const isYearFirst = first.length === 4;
  if (first.length === 3 || third.length === 3 || (isYearFirst && third.length === 4)) {
    return undefined;
  }
  // Years have two digits or four.
  if (!isYearFirst && third.length === 1) return undefined;
  return {
    first: Number(first),
    second: Number(second),
    third: Number(third),
    isYearFirst,
    isShort: first.length === 2 && third.length === 2,
    isDotted: match[2] === '.',
  };
}

function dayOf(year: number, month: number, day: number): SerialDate | undefined {
  return year >= 1900 && isDay(year, month, day) ? serialOf(year, month, day) : undefined;
}

function findCompact(text: string): SerialDate | undefined {
  const match = compact.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

function findJapanese(text: string): SerialDate | undefined {
  const match = japanese.exec(withoutEra(text));
  if (!match) return undefined;
  const [, year, month, day] = match;
  return dayOf(Number(year), Number(month), Number(day));
}

/** @example withoutEra('令和8年1月') // '2026年1月' */
export function withoutEra(text: string): string {
  return text.replace(eraYear, (_, era: string, year: string) =>
    String((eras[era] ?? 0) + (year === '元' ? 1 : Number(year))),
  );
}

/** As ISO 8601 counts the days of a week. */
const thursday = 4;

/** Days since Monday. */
function weekday(serial: SerialDate): number {
  return (serial - 2) % 7;
}

/**
 * The day of an ISO week; without one its Thursday, in whose month and year most of its days lie. The
 * first week has the year's first Thursday.
 */
function findWeekDay(text: string): SerialDate | undefined {
  const match = week.exec(text);
  if (!match) return undefined;
  const year = Number(match[1] ?? match[5] ?? match[6]);
  const number = Number(match[2] ?? match[4] ?? match[7]);
  if (year < 1901 || number < 1) return undefined;
  const mondayOfFirst = (inYear: number) => {
    const fourth = serialOf(inYear, 1, 4);
    return fourth - weekday(fourth);
  };
  const monday = mondayOfFirst(year) + 7 * (number - 1);
  return monday < mondayOfFirst(year + 1) ? monday + Number(match[3] ?? thursday) - 1 : undefined;
}

function findNamed(text: string): SerialDate | undefined {
  const named = findNamedMonth(text);
  const [first, second] = named?.numbers ?? [];
  if (!named || !first || !second || named.numbers.length > 2) return undefined;
  const [year, day] = first.isYear ? [first, second] : [second, first];
  if (day.digits.length > 2 || ![2, 4].includes(year.digits.length)) return undefined;
  return dayOf(fullYear(Number(year.digits)), named.month, Number(day.digits));
}

/** Whether a text looks like a date in any order. */
export function looksLikeDate(text: string): boolean {
  return read(text) !== undefined;
}

/** The date a text means in a column of this order. Undefined where it means none. */
export function findTextDate(text: string, order: DateOrder): SerialDate | undefined {
  const reading = read(text);
  if (!reading) return undefined;
  return 'day' in reading ? reading.day : inOrder(reading.parts, order);
}

function inOrder(parts: Parts, order: DateOrder): SerialDate | undefined {
  const { first, second, third, isYearFirst, isShort } = parts;
  if (isYearFirst) return dayOf(first, second, third);
  if (order === 'ymd' && isShort) return dayOf(fullYear(first), second, third);
  return order === 'mdy'
    ? dayOf(fullYear(third), first, second)
    : dayOf(fullYear(third), second, first);
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

/** How texts in digits alone can be read: what decides, and what does not. */
export interface DigitDates {
  /** Texts that have their day first in any reading, and those that have their month first. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Texts that leave both open. */
  readonly open: number;
}

/** Counts the texts in digits alone by what they leave open. */
export function countOrders(texts: Iterable<string>): DigitDates {
  const counts = { dayFirst: 0, monthFirst: 0, open: 0 };
  for (const text of texts) {
    const leaning = leaningOf(text);
    if (leaning === 'openDotted') counts.open += 1;
    else if (leaning && leaning !== 'same') counts[leaning] += 1;
  }
  return counts;
}

type Leaning = keyof DigitDates | 'openDotted' | 'same';

function leaningOf(text: string): Leaning | undefined {
  const reading = read(text);
  if (!reading || !('parts' in reading) || reading.parts.isYearFirst) return undefined;
  const canDayFirst = inOrder(reading.parts, 'dmy') !== undefined;
  const canMonthFirst = inOrder(reading.parts, 'mdy') !== undefined;
  if (canDayFirst !== canMonthFirst) return canDayFirst ? 'dayFirst' : 'monthFirst';
  if (!canDayFirst) return undefined;
  const { first, second, isDotted } = reading.parts;
  if (first === second) return 'same';
  return isDotted ? 'openDotted' : 'open';
}

/**
 * Finds the order of day and month from the whole column: a first number above 12 must be a day, a
 * second one above 12 too. With points between them the day comes first, unless other texts with points
 * prove otherwise: no country writes 2.13.2026. Never guessed from a single cell that has none.
 * `texts` are [row, text] pairs.
 */
export function orderOf(texts: Iterable<readonly [number, string]>): OrderEvidence {
  const first: Partial<Record<Leaning, { row: number; text: string }>> = {};
  const short = new ShortDates();
  for (const [row, text] of texts) {
    short.note(text);
    const leaning = leaningOf(text);
    if (leaning) first[leaning] ??= { row, text };
  }
  if (short.haveYearFirst()) return { kind: 'found', order: 'ymd' };
  const { monthFirst, open, openDotted, same } = first;
  const isPointless = monthFirst === undefined || !monthFirst.text.includes('.');
  const dayFirst = first.dayFirst ?? (isPointless && !open ? openDotted : undefined);
  if (dayFirst && monthFirst) return { kind: 'mixed', dayFirst, monthFirst };
  if (dayFirst) return { kind: 'found', order: 'dmy' };
  if (monthFirst) return { kind: 'found', order: 'mdy' };
  if (open) return { kind: 'ambiguous', ...open };
  return { kind: 'found', order: same ? 'dmy' : 'ymd' };
}

/**
 * Dates of three times two digits, as 26/03/05: the year comes first where every text can be read
 * so, and the other readings cannot be, or would put a handful of days into more years than months
 * of the year, or one or two days of the month (20 to 29 as a year) into several years, some of them
 * before 2015.
 */
class ShortDates {
  private canBe = true;
  private needsYear = false;
  private readonly firsts = new Set<number>();
  private readonly thirds = new Set<number>();

  note(text: string): void {
    const reading = this.canBe ? read(text) : undefined;
    if (!reading || !('parts' in reading) || reading.parts.isYearFirst) return;
    const { parts } = reading;
    this.canBe = parts.isShort && inOrder(parts, 'ymd') !== undefined;
    this.needsYear ||= !inOrder(parts, 'dmy') && !inOrder(parts, 'mdy');
    this.firsts.add(parts.first);
    this.thirds.add(parts.third);
  }

  haveYearFirst(): boolean {
    if (!this.canBe || this.firsts.size === 0) return false;
    if (this.needsYear || (this.firsts.size <= 3 && this.thirds.size > 12)) return true;
    const areYears = this.firsts.size <= 2 && [...this.firsts].every((one) => one > 19 && one < 30);
    const areOld = [...this.thirds].some((one) => one < 15 || one > 29);
    return areYears && areOld && this.thirds.size > this.firsts.size;
  }
}
