import { isBlank, type CellValue, type GivenRows } from '../../workbook';
import { hasEndsOfTotal, mayBeTotal } from './total-words';

/** A cell whose text may name a total. */
export interface TotalCell {
  readonly row: number;
  readonly column: number;
}

type Row = readonly CellValue[];
type Rows = readonly Row[];
type Given = Pick<GivenRows, 'rows'> & Partial<GivenRows>;

/** What is noted of rows while they are read, so that they need not be gone through again. */
export class RowScan {
  readonly totals: TotalCell[] = [];
  /** The rows that hold something and no number, as headers do that printed pages repeat. */
  readonly wordy: number[] = [];
  /** The rows with a single filled cell, as notes have. */
  readonly lonely: number[] = [];
  /** The rows without a filled cell. */
  readonly blank: number[] = [];
  rowCount = 0;
  /** By row, how many cells are filled. */
  private counts: Uint16Array;
  private readonly columns: Columns = { width: 0, blank: [] };

  /** With room for so many rows; others may follow. */
  constructor(rows: number) {
    this.counts = new Uint16Array(rows);
  }

  /** Takes some rows, which stand below those taken before. */
  take(rows: Rows, from = 0, to = rows.length): void {
    this.takeGiven({ rows: rows as Row[] }, from, to);
  }

  /** As `take`, of rows as a host gave them: they are read, and put back where that changes them. */
  takeGiven({ rows, read }: Given, from: number, to: number): void {
    this.makeRoom(to - from);
    const { counts, columns, totals, rowCount } = this;
    const odd: number[] = [];
    countCells(rows, from, to, { counts, columns, totals, odd, start: rowCount, read });
    for (const at of odd) this.noteRow(rowCount + at - from, rows[at] ?? []);
    this.rowCount += to - from;
  }

  isBlankColumn(column: number): boolean {
    return column >= this.columns.width || this.columns.blank.includes(column);
  }

  /** How many cells of a row are filled. */
  filled(row: number): number {
    return row < this.rowCount ? (this.counts[row] ?? 0) : 0;
  }

  /** Leaves blank rows at the end off. */
  trim(): number {
    while (this.rowCount > 0 && this.filled(this.rowCount - 1) === 0) {
      this.rowCount -= 1;
      this.blank.pop();
    }
    return this.rowCount;
  }

  private noteRow(row: number, cells: readonly unknown[]): void {
    const filled = this.counts[row] ?? 0;
    if (filled === 0) this.blank.push(row);
    else if (!cells.some((cell) => typeof cell === 'number')) this.wordy.push(row);
    if (filled === 1) this.lonely.push(row);
  }

  private makeRoom(rows: number): void {
    const needed = this.rowCount + rows;
    if (needed <= this.counts.length) return;
    const longer = new Uint16Array(Math.max(needed, this.counts.length * 2));
    longer.set(this.counts);
    this.counts = longer;
  }
}

/** So many columns, and those of them that hold nothing so far. */
interface Columns {
  width: number;
  blank: number[];
}

interface Notes {
  readonly counts: Uint16Array;
  readonly columns: Columns;
  readonly totals: TotalCell[];
  /** Rows that hold no number, or a single cell at most, as they stand among those given. */
  readonly odd: number[];
  /** The number of the first row. */
  readonly start: number;
  /** Left out where rows are read already. */
  readonly read: GivenRows['read'] | undefined;
}

/**
 * Counts the filled cells of rows. Of all work on a row this is the most, so it stands outside of the
 * class: within it the compiler builds on what it finds in one scan, and has to begin anew with the
 * next.
 */
function countCells(rows: GivenRows['rows'], from: number, to: number, notes: Notes): void {
  const { counts, columns, totals, odd, start, read } = notes;
  let readAt = -1;
  for (let at = from; at < to; at += 1) {
    const row = rows[at] ?? [];
    const width = row.length;
    const totalsBefore = totals.length;
    let blanks = 0;
    let numbers = 0;
    let isUnread = false;
    for (let column = 0; column < width; column += 1) {
      const cell = row[column];
      if (typeof cell === 'string') {
        if (!hasEndsOfTotal(cell)) continue;
        isUnread ||= cell === '' || cell.startsWith('#');
        if (!isFilled(cell, start + at - from, column, totals)) blanks += 1;
      } else if (typeof cell === 'number') numbers += 1;
      else if (cell === null || cell === undefined) blanks += 1;
      else isUnread ||= typeof cell === 'object';
    }
    if (isUnread && read && readAt !== at) {
      // Once more, now that it is read.
      rows[at] = read(row);
      totals.length = totalsBefore;
      readAt = at;
      at -= 1;
      continue;
    }
    counts[start + at - from] = width - blanks;
    if (width - blanks < 2 || numbers === 0) odd.push(at);
    if (width > columns.width || columns.blank.length > 0) noteColumns(row, columns);
  }
}

function noteColumns(row: readonly unknown[], columns: Columns): void {
  while (columns.width < row.length) columns.blank.push(columns.width++);
  const isBlankHere = (column: number) => isBlank((row[column] ?? null) as CellValue);
  // Most rows change nothing, and are many.
  if (!columns.blank.every(isBlankHere)) columns.blank = columns.blank.filter(isBlankHere);
}

/** Whether a text is more than spaces. Notes one that may be a total's label. */
function isFilled(text: string, row: number, column: number, totals: TotalCell[]): boolean {
  if (mayBeTotal(text)) {
    totals.push({ row, column });
    return true;
  }
  const first = text.charCodeAt(0);
  return (first > 32 && first < 128) || !isBlank(text);
}

/** The notes of rows that are all there already. */
export function scanRows(rows: Rows): RowScan {
  const scan = new RowScan(rows.length);
  scan.take(rows);
  return scan;
}
