import { isBlank, isUncalculated } from '../../workbook';
import { NumberCount } from '../texts/code-texts';
import { isDateFormat } from '../columns/column';
import { saysNoFigure } from '../texts/plain-text';
import { looksLikeDate } from '../texts/text-dates';
import { findTextPeriod } from '../texts/text-periods';
import { headerText, type Row } from './shape';
import { findTotal } from '../texts/total-words';

/** What a column holds, by a handful of its cells. */
export interface ColumnLook {
  readonly filled: number;
  readonly blank: number;
  readonly numbers: number;
  readonly texts: number;
  /** Whole numbers that can be years. */
  readonly years: number;
}

const looked = 500;

/**
 * Looks at the cells below a header; one that repeats it is not counted. Texts such as "R101" are
 * figures where the header names figures.
 */
export function lookAt(
  rows: readonly Row[],
  column: number,
  [from, to]: readonly [number, number],
  isNamedFigure: boolean,
): ColumnLook {
  const header = rows[from - 1]?.[column];
  const look = { filled: 0, blank: 0, numbers: 0, texts: 0, years: 0 };
  const numberTexts = new NumberCount(isNamedFigure);
  for (let row = from; row < Math.min(to, from + looked); row += 1) {
    const cell = rows[row]?.[column];
    if (isBlank(cell) || (isNamedFigure && saysNoFigure(cell))) {
      look.blank += 1;
      continue;
    }
    if (cell === header && typeof cell === 'string') continue;
    look.filled += 1;
    if (typeof cell === 'string') {
      look.texts += 1;
      numberTexts.take(cell, 1);
      if (/^(19|20)\d{2}$/.test(cell.trim())) look.years += 1;
    } else if (isUncalculated(cell)) {
      look.numbers += 1;
    } else if (typeof cell === 'number') {
      look.numbers += 1;
      if (Number.isInteger(cell) && cell >= 1990 && cell <= 2100) look.years += 1;
    }
  }
  look.numbers += numberTexts.numbers;
  look.texts -= numberTexts.numbers;
  return look;
}

export const holdsNumbers = ({ filled, numbers }: ColumnLook): boolean =>
  filled > 0 && numbers > filled / 2;

export const holdsYears = ({ filled, years }: ColumnLook): boolean =>
  filled > 0 && years === filled;

/** Zeros in front are of ids, and of no figures. */
export const isCode = (text: string): boolean => /^\s*0\d/.test(text);

/** Rows below a header whose cells tell whether they are dates. */
const rowsOfTimes = 5;

/** Whether the first cells below a header are dates or periods. */
export function holdsTimes(
  {
    rows,
    formats,
  }: { readonly rows: readonly Row[]; readonly formats: readonly (readonly string[])[] },
  header: number,
  column: number,
): boolean {
  const filled = rows
    .slice(header + 1, header + 1 + rowsOfTimes)
    .map((row) => row[column])
    .filter((cell) => !isBlank(cell));
  if (filled.length === 0) return false;
  if (filled.every((cell) => typeof cell === 'number')) {
    return isDateFormat(formats[header + 1]?.[column] ?? '');
  }
  return filled.every(
    (cell) =>
      typeof cell === 'string' && (looksLikeDate(cell) || findTextPeriod(cell) !== undefined),
  );
}

/**
 * Whether blank cells of a column mean what stands above them: labels that come once each, blanks
 * below most of them, and another key beside the blanks; or each followed by the total that bears its name.
 * `but` are rows that do not count.
 */
export function fillsDown(
  rows: readonly Row[],
  column: number,
  others: readonly number[],
  [from, to]: readonly [number, number],
  but: ReadonlySet<number>,
): boolean {
  const seen = new Set<unknown>();
  let [blank, filled] = [0, 0];
  // How many labels have blanks below, and whether the last one has.
  let [followed, isFollowed] = [0, false];
  let [summed, label] = [0, ''];
  for (let row = from; row < to; row += 1) {
    const cells = rows[row] ?? [];
    const cell = cells[column];
    if (but.has(row) || cells.every(isBlank)) {
      if (isFollowed && label !== '' && findTotal(headerText(cell))?.of === label) summed += 1;
      continue;
    }
    if (!isBlank(cell)) {
      if (typeof cell !== 'string' || seen.has(cell)) return false;
      seen.add(cell);
      label = headerText(cell);
      filled += 1;
      isFollowed = false;
      continue;
    }
    if (filled === 0) return false;
    if (!others.some((other) => !isBlank(cells[other]))) continue;
    blank += 1;
    if (!isFollowed) followed += 1;
    isFollowed = true;
  }
  if (followed > 0 && summed === followed) return true;
  // Blanks below the last label alone are those of rows at the end that have none.
  const isAtEnd = filled > 1 && followed === 1 && isFollowed;
  return filled > 0 && blank >= filled && followed * 2 >= filled && !isAtEnd;
}
