import { periodOf, serialOf, type Period } from '../../sales';
import { plainText } from './plain-text';

/** "01/26", alone or beside a word; no part of a date, a number or a code. */
const short = /(?<![\p{L}\d.,/-])(\d{1,2}) ?[./-] ?(\d{2})(?![\p{L}\d.,/-])/u;
/** Years that are no days of a month by their size alone, but may be. */
const [firstYear, lastYear] = [20, 39];

interface ShortMonth {
  readonly month: number;
  readonly year: number;
  /** The text with the month as the calendar writes it. */
  readonly spelled: string;
}

/** Whether a cell holds nothing but a text such as "01/26", which may be a month, a day, or none of both. */
export function mayBeShortMonth(cell: unknown): cell is string {
  return typeof cell === 'string' && short.exec(plainText(cell))?.[0] === plainText(cell);
}

/** Undefined where nothing of the kind stands there; null where it can be no month of a year. */
function shortMonth(text: string): ShortMonth | null | undefined {
  const plain = plainText(text);
  const match = short.exec(plain);
  if (!match) return undefined;
  const [month, year] = [Number(match[1]), Number(match[2])];
  if (month < 1 || month > 12 || year < firstYear || year > lastYear) return null;
  const label = `20${String(year)}-${String(month).padStart(2, '0')}`;
  return { month, year: 2000 + year, spelled: plain.replace(short, label) };
}

/** The month that "01/26" means where it is known to be one. */
export function findShortMonth(text: string): Period | undefined {
  const found = /\p{L}/u.test(text) ? undefined : shortMonth(text);
  return found ? periodOf(serialOf(found.year, found.month, 1), 'month') : undefined;
}

/**
 * Whether all texts such as "01/26" are months of years, and no days of months: they are of one year, or
 * follow one another without a gap. One alone tells nothing.
 */
export function areShortMonths(texts: Iterable<unknown>): boolean {
  const months = new Set<number>();
  for (const text of texts) {
    const found = typeof text === 'string' ? shortMonth(text) : undefined;
    if (found === null) return false;
    if (found) months.add(found.year * 12 + found.month - 1);
  }
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const isOneYear = Math.floor(first / 12) === Math.floor(last / 12);
  return months.size > 1 && (isOneYear || last - first === months.size - 1);
}

/** Whether all texts are such as "01/26" and "01/27", or "01/05", which may be days or months. */
export function mayBeDays(texts: readonly unknown[]): boolean {
  const isOpen = (text: unknown) => {
    const [, first, second] = (mayBeShortMonth(text) && short.exec(plainText(text))) || [];
    const [before, after] = [Number(first), Number(second)];
    const isMonth = before <= 12 && after <= lastYear;
    return before > 0 && after > 0 && (isMonth || (before <= 31 && after <= 12));
  };
  return texts.length > 0 && texts.every(isOpen) && !areShortMonths(texts);
}

/** Names of columns or sheets, with "01/26" as "2026-01" where all of them together prove a month. */
export function withLongMonths<Cell>(cells: readonly Cell[]): readonly (Cell | string)[] {
  if (!areShortMonths(cells)) return cells;
  return cells.map((cell) => (typeof cell === 'string' && shortMonth(cell)?.spelled) || cell);
}
