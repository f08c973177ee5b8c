import type { CellValue } from '../../workbook';
import { CellColumn } from '../columns/cell-column';
import type { AheadWish } from '../raw-table';
import { isOrdinary, type Looked } from '.';

type Rows = readonly (readonly CellValue[])[];

interface Ahead {
  readonly index: number;
  readonly cells: CellColumn;
  /** Nothing but numbers, or nothing but ordinary texts, came so far. */
  isPlain: boolean;
}

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
    }));
  }

  /** Takes the plain columns of some rows, unread; the first row of all stands in the source at `start`. */
  takePlain(rows: Rows, from: number, to: number, start: number): void {
    const offset = start - this.firstRow;
    for (const column of this.columns) {
      if (!column.isPlain) continue;
      const { index, cells } = column;
      const before = cells.mark();
      cells.take(rows, index, from, to, offset);
      const isMixed = cells.numbers !== undefined && cells.codes !== undefined;
      column.isPlain = !isMixed && cells.values.slice(before.distinct).every(isOrdinary);
      // An error comes as its text and a stock as a rich value: they are taken once they were read.
      if (!column.isPlain) cells.rewind(before, offset);
    }
  }

  /** As `takePlain`, of the other columns, after the rows were read. */
  takeMixed(rows: Rows, from: number, to: number, start: number): void {
    for (const { index, cells, isPlain } of this.columns) {
      if (!isPlain) cells.take(rows, index, from, to, start - this.firstRow);
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
