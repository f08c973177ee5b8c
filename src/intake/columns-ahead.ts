import type { CellValue } from '../workbook';
import { CellColumn } from './cell-column';
import type { AheadWish } from './raw-table';
import { isOrdinary, type Looked } from './shapes';

type Rows = readonly (readonly unknown[])[];

interface Ahead {
  readonly index: number;
  readonly cells: CellColumn;
}

/**
 * Columns that are encoded while the rows are read, when a row's cells are in the cache anyway. Of a
 * column that holds nothing but numbers, or nothing but ordinary texts, the cells need not be looked
 * at one by one: its distinct texts tell all. A column that turns out to hold anything else is left,
 * to be looked at like the others and encoded when it is asked for.
 *
 * What was wished is a hint: a table takes these columns only where its rows begin where they were said
 * to and are as many as were encoded.
 */
export class ColumnsAhead {
  readonly firstRow: number;
  private columns: readonly Ahead[];

  /** `rows` is how many rows the source has, those above the first one included. */
  constructor({ firstRow, columns }: AheadWish, rows: number) {
    this.firstRow = firstRow;
    const length = Math.max(0, rows - firstRow);
    this.columns = columns.map((index) => ({ index, cells: new CellColumn(length) }));
  }

  /** Takes some rows of those given, which stand in the source from row `start` on. */
  take(rows: Rows, from: number, to: number, start: number): void {
    const offset = start - this.firstRow;
    this.columns = this.columns.filter(({ index, cells }) => {
      const known = cells.values.length;
      // Rows come unread: an error's text or a rich value, such as a stock, is no ordinary text, and so
      // its column is left.
      cells.take(rows as readonly (readonly CellValue[])[], index, from, to, offset);
      const isMixed = cells.numbers !== undefined && cells.codes !== undefined;
      return !isMixed && cells.values.slice(known).every(isOrdinary);
    });
  }

  /** What is left to be looked at in rows of so many cells. */
  looked(width: number): Looked {
    const columns = this.columns.filter(({ index }) => index < width);
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
