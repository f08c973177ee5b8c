import { isDay, periodOf, serialOf, type Period, type SerialDate } from '../../sales';
import type { CellColumn } from './cell-column';
import { fold } from '../header-words';
import { plainText } from '../texts/plain-text';

/** What the numbers of a column of time mean that are no serial days: 20260105, or 202601. */
export type DigitSpelling = 'yyyymmdd' | 'yyyymm';

/** The years that such digits name. */
const [firstYear, lastYear] = [1950, 2099];

/** The day that a number's digits spell, or the first of the month that they do. */
export function dayOfDigits(number: number, as: DigitSpelling): SerialDate | undefined {
  if (!Number.isInteger(number)) return undefined;
  const months = as === 'yyyymm' ? number : Math.floor(number / 100);
  const [year, month] = [Math.floor(months / 100), months % 100];
  const day = as === 'yyyymm' ? 1 : number % 100;
  if (year < firstYear || year > lastYear || !isDay(year, month, day)) return undefined;
  return serialOf(year, month, day);
}

/** A column whose first numbers show nothing of it is not asked further. */
const enoughAsked = 50;

/** How most numbers of a column spell days or months, and how many do. */
export function findDigitDates(
  cells: CellColumn,
): { readonly as: DigitSpelling; readonly count: number } | undefined {
  const { numbers, codes, numberCount, dayCount } = cells;
  // Serial days are told from such digits by their size.
  if (!numbers || numberCount === 0 || dayCount > 0) return undefined;
  const counts = { yyyymmdd: 0, yyyymm: 0 };
  let asked = 0;
  for (let row = 0; row < cells.length; row += 1) {
    if (codes && (codes[row] ?? -1) >= 0) continue;
    const number = numbers[row] ?? 0;
    const as = number > 999_999 ? 'yyyymmdd' : 'yyyymm';
    if (dayOfDigits(number, as) !== undefined) counts[as] += 1;
    asked += 1;
    if (asked === enoughAsked && counts.yyyymmdd + counts.yyyymm === 0) return undefined;
  }
  const as = counts.yyyymmdd > counts.yyyymm ? 'yyyymmdd' : 'yyyymm';
  return counts[as] > numberCount / 2 ? { as, count: counts[as] } : undefined;
}

const compact = /^(\d{4})(\d{2})$/;
/** The posting period of SAP: 001.2026, 001/2026. */
const posting = /^0(\d{2})[./](\d{4})$/;

/**
 * The month that digits mean in a column of time, and nowhere else.
 * @example findDigitMonth('202601')?.label // '2026-01'
 */
export function findDigitMonth(text: string): Period | undefined {
  const plain = text.trim();
  const [, year, month] = compact.exec(plain) ?? [];
  const [, ofPosting, yearOfPosting] = posting.exec(plain) ?? [];
  const digits = Number(`${year ?? yearOfPosting ?? ''}${month ?? ofPosting ?? ''}`);
  const day = dayOfDigits(digits, 'yyyymm');
  return day === undefined ? undefined : periodOf(day, 'month');
}

/** Headers of weeks, quarters and halves of a year. */
const otherParts =
  /(?<![a-z])(?:[ck]w|wk|hj)(?![a-z])|week|woche|semain|seman|週|quart|trimest|四半期|half|halb|semest|半期|tertial/;
const monthPart = /month|monat|mois|(?<![a-z])mes(?![a-z])|月/;
const twoNumbers = /^(?:\d+ ?[./-] ?\d+|\d{6})$/;

/** Whether a header says that its column counts parts of a year that are no months. */
export function countsOtherParts(header: string): boolean {
  const folded = fold(header);
  return otherParts.test(folded) && !monthPart.test(folded);
}

/** Whether digits alone name a year and a part of it: of weeks, "03/2026" is no March. */
export function isCounted(text: string): boolean {
  return text.length <= 10 && twoNumbers.test(plainText(text));
}
