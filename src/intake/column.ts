import { findPeriod, lastSerial } from '../sales';
import { isBlank, isError, type CellValue } from '../workbook';
import { findRole, type Role } from './header-words';
import { addressIn, shown, type RawTable } from './raw-table';
import { looksLikeDate, orderOf, type OrderEvidence } from './text-dates';
import { decimalSignOf, looksLikeNumber, type SignEvidence } from './text-numbers';

export type ColumnKind = 'date' | 'period' | 'number' | 'text' | 'blank';

/** What a column holds, judged from all its cells. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly role: Role | undefined;
  readonly kind: ColumnKind;
  /** Cells that are not blank. */
  readonly filled: number;
  /** Of text dates, how day and month stand. */
  readonly dateOrder: OrderEvidence;
  /** Of numbers written as text, which sign is the decimal one. */
  readonly decimalSign: SignEvidence;
}

/** A column's kind is what more than half of its filled cells are. */
const majority = 0.5;

/** Serial dates of sales lie within these: 1950-01-01 to 2099-12-31. */
const [earliest, latest] = [18_264, 73_050];

const dateFormat = /(^|[^\\"])[yd]/i;

/** Whether a number format shows dates. @example isDateFormat('yyyy-mm-dd') // true */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return dateFormat.test(bare) && !/general/i.test(bare);
}

export function readColumn(table: RawTable, index: number): Column {
  const header = table.headers[index] ?? '';
  const role = findRole(header);
  const counts = { number: 0, dateNumber: 0, text: 0, dateText: 0, periodText: 0, numberText: 0 };
  let filled = 0;
  for (const row of table.rows) {
    const cell = row[index];
    if (isBlank(cell)) continue;
    filled += 1;
    if (typeof cell === 'number') {
      counts.number += 1;
      if (cell >= earliest && cell <= latest) counts.dateNumber += 1;
    } else if (typeof cell === 'string') {
      counts.text += 1;
      // Texts of a kind come in runs: a column that shows none among its first is not asked again.
      if (counts.text <= 50 || counts.dateText > 0) counts.dateText += Number(looksLikeDate(cell));
      if (counts.text <= 50 || counts.numberText > 0) {
        counts.numberText += Number(looksLikeNumber(cell));
      }
      if (counts.text <= 50 || counts.periodText > 0) {
        counts.periodText += Number(findPeriod(cell) !== undefined);
      }
    }
  }
  const looksDated = hasDateFormat(table, index) || role === 'date' || role === 'otherDate';
  const kind = kindOf(counts, filled, looksDated);
  return {
    index,
    header,
    role,
    kind,
    filled,
    dateOrder: kind === 'date' ? orderOf(textsOf(table, index)) : { kind: 'found', order: 'ymd' },
    decimalSign:
      kind === 'number' ? decimalSignOf(textsOf(table, index)) : { kind: 'found', sign: '.' },
  };
}

function kindOf(
  counts: Readonly<
    Record<'number' | 'dateNumber' | 'text' | 'dateText' | 'periodText' | 'numberText', number>
  >,
  filled: number,
  looksDated: boolean,
): ColumnKind {
  if (filled === 0) return 'blank';
  const dates = counts.dateText + (looksDated ? counts.dateNumber : 0);
  if (dates > filled * majority) return 'date';
  if (counts.periodText > filled * majority) return 'period';
  if (counts.number + counts.numberText > filled * majority) return 'number';
  return 'text';
}

function hasDateFormat(table: RawTable, index: number): boolean {
  return table.formats.some((row) => isDateFormat(row[index] ?? ''));
}

function* textsOf(table: RawTable, index: number): Generator<readonly [number, string]> {
  for (const [number, row] of table.rows.entries()) {
    const cell = row[index];
    if (typeof cell === 'string' && cell.trim() !== '') yield [number, cell];
  }
}

/** The first cell of a column that is not of a kind: what to show for a column that is none. */
export function firstOther(
  table: RawTable,
  column: Column,
  fits: (cell: CellValue) => boolean,
): { readonly at: string; readonly found: string } {
  const row = table.rows.findIndex((cells) => {
    const cell = cells[column.index];
    return !isBlank(cell) && !fits(cell ?? null);
  });
  const number = Math.max(0, row);
  return {
    at: addressIn(table, number, column.index),
    found: shown(table.rows[number]?.[column.index]),
  };
}

/**
 * A cell as the text of a dimension; blank cells, and error values, have none. Spaces and case stay
 * as they are: names are never merged silently.
 */
export function dimensionText(cell: CellValue | undefined): string {
  if (cell === undefined || cell === null || isError(cell) || isBlank(cell)) return '';
  return typeof cell === 'string' ? cell : shown(cell);
}

/** The distinct texts of a column, blanks left out. */
export function distinctTexts(table: RawTable, index: number): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const row of table.rows) {
    const text = dimensionText(row[index]);
    if (text !== '') texts.add(text);
  }
  return texts;
}

/** A number that Excel could mean as a day. */
export function isSerialDate(cell: CellValue | undefined): cell is number {
  return typeof cell === 'number' && cell >= 1 && cell <= lastSerial;
}
