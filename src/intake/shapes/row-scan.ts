import { isBlank, type CellValue, type GivenRows } from '../../workbook';
import { hash, hasEndsOfTotal, mayBeTotal } from '../texts/total-words';

/** A cell whose text may name a total. */
export interface TotalCell {
  readonly row: number;
  readonly column: number;
}

type Row = readonly CellValue[];
type Rows = readonly Row[];
type Given = Pick<GivenRows, 'rows'> & Partial<GivenRows>;

/** Which cells of rows have to be looked at; all others are known to be numbers or ordinary texts. */
export interface Looked {
  /** Rows of another width are looked at as a whole. */
  readonly width: number;
  readonly columns: readonly number[];
  /** How many of the columns that are known hold numbers. */
  readonly numbers: number;
}

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
  private whole: Looked = { width: 0, columns: [], numbers: 0 };

  /** With room for so many rows; others may follow. */
  constructor(rows: number) {
    this.counts = new Uint16Array(rows);
  }

  /** Takes some rows, which stand below those taken before. */
  take(rows: Rows, from = 0, to = rows.length): void {
    this.takeGiven({ rows: rows as Row[] }, from, to);
  }

  /**
   * As `take`, of rows as a host gave them: they are read, and put back where that changes them.
   * `looked` tells what is known of them already.
   */
  takeGiven({ rows, read }: Given, from: number, to: number, looked?: Looked): void {
    this.makeRoom(to - from);
    const { counts, columns, totals, rowCount } = this;
    const odd: number[] = [];
    const toLook = looked ?? this.wholeRows(rows[from]?.length ?? 0);
    const notes = { counts, columns, totals, odd, start: rowCount, read, looked: toLook };
    countCells(rows, from, to, notes);
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

  /** Forgets the rows from one on, to take them anew. */
  rewind(row: number): void {
    this.rowCount = Math.min(this.rowCount, row);
    while ((this.totals.at(-1)?.row ?? -1) >= row) this.totals.pop();
    for (const rows of [this.wordy, this.lonely, this.blank]) {
      while ((rows.at(-1) ?? -1) >= row) rows.pop();
    }
  }

  private noteRow(row: number, cells: readonly unknown[]): void {
    const filled = this.counts[row] ?? 0;
    if (filled === 0) this.blank.push(row);
    else if (!cells.some((cell) => typeof cell === 'number')) this.wordy.push(row);
    if (filled === 1) this.lonely.push(row);
  }

  private wholeRows(width: number): Looked {
    if (this.whole.width !== width) {
      this.whole = { width, columns: Array.from({ length: width }, (_, at) => at), numbers: 0 };
    }
    return this.whole;
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
  readonly looked: Looked;
}

/**
 * Counts the filled cells of rows. Of all work on a row this is the most, so it stands outside of the
 * class: within it the compiler builds on what it finds in one scan, and has to begin anew with the
 * next.
 */
function countCells(rows: GivenRows['rows'], from: number, to: number, notes: Notes): void {
  const { counts, columns, odd, start, looked } = notes;
  const { width, columns: places } = looked;
  const known = looked.numbers * oneNumber;
  const count = places.length;
  for (let at = from; at < to; at += 1) {
    let row = rows[at] ?? [];
    let found = row.length === width ? known : -1;
    for (let place = 0; found >= 0 && place < count; place += 1) {
      const cell = row[places[place] ?? 0];
      if (typeof cell === 'string') {
        // As in `isOrdinary`, by which columns are read ahead.
        if (hasEndsOfTotal(cell) && isSpecial(cell)) found = -1;
      } else if (typeof cell === 'number') found += oneNumber;
      else if (cell === null || cell === undefined) found += 1;
      else if (typeof cell === 'object') found = -1;
    }
    if (found < 0) {
      found = countAnyCells(rows, at, start + at - from, notes);
      row = rows[at] ?? [];
    }
    const filled = row.length - (found & mostCells);
    counts[start + at - from] = filled;
    if (filled < 2 || found <= mostCells) odd.push(at);
    if (row.length > columns.width || columns.blank.length > 0) noteColumns(row, columns);
  }
}

/**
 * A row's blank cells and its numbers are counted in one figure, since a sheet has fewer columns. −1: a
 * cell has to be read or noted, so that the row is gone through as a whole.
 */
const mostCells = 2 ** 15 - 1;
const oneNumber = mostCells + 1;

/** Whether a cell holds a text, and one that is neither blank nor an error nor a total's label. */
export function isOrdinary(cell: unknown): cell is string {
  return typeof cell === 'string' && !(hasEndsOfTotal(cell) && isSpecial(cell));
}

/** Whether a text may be blank, an error or a total's label. */
function isSpecial(text: string): boolean {
  const first = text.charCodeAt(0);
  const isPlain = first > hash && first < 128;
  return mayBeTotal(text) || (!isPlain && (first === hash || isBlank(text)));
}

/**
 * What is found in all cells of a row, which is read where that changes it. Notes labels of totals.
 */
function countAnyCells(
  rows: GivenRows['rows'],
  at: number,
  rowNumber: number,
  { totals, read }: Notes,
): number {
  const cells = read ? (rows[at] = read(rows[at] ?? [])) : (rows[at] ?? []);
  let found = 0;
  for (const [column, cell] of cells.entries()) {
    if (typeof cell === 'number') found += oneNumber;
    else if (isBlank(cell as CellValue)) found += 1;
    else if (typeof cell === 'string' && mayBeTotal(cell)) totals.push({ row: rowNumber, column });
  }
  return found;
}

function noteColumns(row: readonly unknown[], columns: Columns): void {
  while (columns.width < row.length) columns.blank.push(columns.width++);
  const isBlankHere = (column: number) => isBlank((row[column] ?? null) as CellValue);
  // Most rows change nothing, and are many.
  if (!columns.blank.every(isBlankHere)) columns.blank = columns.blank.filter(isBlankHere);
}

/** The notes of rows that are all there already. */
export function scanRows(rows: Rows): RowScan {
  const scan = new RowScan(rows.length);
  scan.take(rows);
  return scan;
}
