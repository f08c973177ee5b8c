import { findError, isError, type CellValue, type GivenRows } from '../../workbook';
import { CellColumn, type Mark } from '../columns/cell-column';
import type { AheadWish } from '../raw-table';
import { isOrdinary, type Looked, type RowScan } from '.';

type Row = readonly CellValue[];
type Rows = readonly Row[];

interface Ahead {
  readonly index: number;
  readonly cells: CellColumn;
  /** Nothing but numbers, or nothing but ordinary texts, came so far. */
  isPlain: boolean;
  /** How many rows were taken; of a column of many texts that is fewer than were read. */
  taken: number;
}

/**
 * A column with more distinct texts than this is not taken with the others. Its texts and their list fill
 * the cache, which they share with the other columns' rows: taken alone, many rows at a time, they took
 * half as long.
 */
const manyTexts = 1024;
const rowsAtOnce = 131_072;
/** So many of them before others may work. */
const rowsAStep = 16_384;

/**
 * Columns that are encoded while the rows are read, when a row's cells are in the cache anyway. Of a
 * column that holds nothing but numbers, or nothing but ordinary texts, the cells need not be looked
 * at one by one: its distinct texts tell all. A column that turns out to hold anything else is looked
 * at like the others from there on, and taken once its cells were read.
 *
 * What was wished is a hint: a table takes these columns only where its rows begin where they were said
 * to and are as many as were encoded.
 */
export class ColumnsAhead {
  readonly firstRow: number;
  private readonly columns: readonly Ahead[];

  /** `rows` is how many rows the source has, those above the first one included. */
  constructor({ firstRow, columns }: AheadWish, rows: number) {
    this.firstRow = firstRow;
    const length = Math.max(0, rows - firstRow);
    this.columns = columns.map((index) => ({
      index,
      cells: new CellColumn(length),
      isPlain: true,
      taken: 0,
    }));
  }

  /** Takes the plain columns of some rows, unread; the first row of all stands in the source at `start`. */
  takePlain(rows: Rows, from: number, to: number, start: number): void {
    for (const column of this.columns) {
      if (!column.isPlain || isLate(column)) continue;
      const before = column.cells.mark();
      takeRows(column, rows, from, to, start - this.firstRow);
      judge(column, before, start - this.firstRow);
    }
  }

  /** As `takePlain`, of the other columns, after the rows were read. */
  takeMixed(rows: Rows, from: number, to: number, start: number): void {
    for (const column of this.columns) {
      if (!column.isPlain && !isLate(column)) {
        takeRows(column, rows, from, to, start - this.firstRow);
      }
    }
  }

  /** Whether so many rows were read since a column of many texts was taken that it is worth while. */
  isDue({ rowCount }: RowScan): boolean {
    const most = rowCount - this.firstRow - rowsAtOnce;
    return this.columns.some((column) => isLate(column) && column.taken <= most);
  }

  /**
   * In small steps, takes the columns of many texts up to where the rows were read. Where one of them
   * turns out to hold anything else, its rows are looked at anew, which need reading once.
   */
  *takeLate(rows: Row[], scan: RowScan, read: GivenRows['read']): Generator<undefined, void> {
    const { firstRow } = this;
    const { rowCount } = scan;
    const late = this.columns.filter(({ taken }) => firstRow + taken < rowCount);
    const unlike: Ahead[] = [];
    for (const column of late) {
      const { isPlain, taken, cells } = column;
      const before = cells.mark();
      yield* this.takeUpTo(column, rows, rowCount);
      if (!isPlain || judge(column, before, taken)) continue;
      unlike.push(column);
    }
    if (unlike.length === 0) return;
    const first = firstRow + Math.min(...unlike.map(({ taken }) => taken));
    scan.rewind(first);
    const given = { rows, read: (row: readonly unknown[]) => (isRead(row) ? row : read(row)) };
    for (let from = first; from < rowCount; from += rowsAStep) {
      const looked = this.looked(rows[from]?.length ?? 0);
      scan.takeGiven(given, from, Math.min(from + rowsAStep, rowCount), looked);
      yield;
    }
    for (const column of unlike) yield* this.takeUpTo(column, rows, rowCount);
  }

  private *takeUpTo(column: Ahead, rows: Rows, end: number): Generator<undefined, void> {
    while (this.firstRow + column.taken < end) {
      const { taken } = column;
      const from = this.firstRow + taken;
      takeRows(column, rows, from, Math.min(from + rowsAStep, end), taken);
      yield;
    }
  }

  /** What is left to be looked at in rows of so many cells. */
  looked(width: number): Looked {
    const columns = this.columns.filter(({ index, isPlain }) => isPlain && index < width);
    const known = new Set(columns.map(({ index }) => index));
    return {
      width,
      columns: Array.from({ length: width }, (_, index) => index).filter(
        (index) => !known.has(index),
      ),
      numbers: columns.filter(({ cells }) => cells.codes === undefined).length,
    };
  }

  /** The columns by index, if the table's rows begin where they were said to, and are so many. */
  of(firstRow: number, rowCount: number): ReadonlyMap<number, CellColumn> {
    const fits = firstRow === this.firstRow;
    const columns = fits ? this.columns.filter(({ cells }) => cells.length === rowCount) : [];
    return new Map(columns.map(({ index, cells }) => [index, cells]));
  }
}

/** Whether a column is left until many rows were read. */
function isLate({ cells }: Ahead): boolean {
  return cells.values.length > manyTexts;
}

/** Takes rows of a column, the first of which is the column's row `offset`. */
function takeRows(column: Ahead, rows: Rows, from: number, to: number, offset: number): void {
  column.cells.take(rows, column.index, from, to, offset);
  column.taken = offset + to - from;
}

/** Whether a column is still plain; if not, it is as it was before some row. */
function judge(column: Ahead, before: Mark, row: number): boolean {
  const { cells } = column;
  const isMixed = cells.numbers !== undefined && cells.codes !== undefined;
  column.isPlain = !isMixed && cells.values.slice(before.distinct).every(isOrdinary);
  // An error comes as its text and a stock as a rich value: they are taken once they were read.
  if (!column.isPlain) {
    cells.rewind(before, row);
    column.taken = row;
  }
  return column.isPlain;
}

/** Whether a row was read already: its errors are ours then, and would be taken for rich values. */
function isRead(row: readonly unknown[]): row is Row {
  return (row as Row).some((cell) => isError(cell) && findError(cell.error) === cell);
}
