import { finish } from '../../sales';
import { isBlank, type CellValue } from '../../workbook';
import { CellColumn } from './cell-column';

type Row = readonly CellValue[];

/** Rows are encoded in slices of this many, so that a row's cells are still in the cache. */
const slice = 4096;

/**
 * The data rows of a table. They are kept as read until their columns are asked for; once every
 * column is encoded, the rows themselves are let go.
 */
export class CellGrid {
  private rows: readonly Row[] | undefined;
  private readonly encoded: (CellColumn | undefined)[];
  private count: number;
  private changes = 0;

  /** `encoded` are columns that were encoded while the rows were read, by index. */
  constructor(
    rows: readonly Row[],
    readonly columnCount: number,
    encoded?: ReadonlyMap<number, CellColumn>,
  ) {
    this.rows = rows;
    this.count = rows.length;
    this.encoded = Array.from({ length: columnCount }, (_, index) => encoded?.get(index));
  }

  /** A grid of columns that are encoded already. */
  static of(columns: readonly CellColumn[], rowCount: number): CellGrid {
    const grid = new CellGrid([], columns.length);
    grid.rows = undefined;
    grid.count = rowCount;
    columns.forEach((cells, index) => (grid.encoded[index] = cells));
    return grid;
  }

  get rowCount(): number {
    return this.count;
  }

  cell(row: number, column: number): CellValue {
    return this.rows ? (this.rows[row]?.[column] ?? null) : this.column(column).at(row);
  }

  isBlankRow(row: number): boolean {
    for (let column = 0; column < this.columnCount; column += 1) {
      if (!isBlank(this.cell(row, column))) return false;
    }
    return true;
  }

  /** The cells of a column, encoded when they are first asked for. */
  column(index: number): CellColumn {
    const known = this.encoded[index];
    if (known) return known;
    finish(this.encode([index]));
    return this.encoded[index] ?? new CellColumn(this.rowCount);
  }

  /** Encodes columns in small steps, between which the caller may let others work. */
  *encode(indices: readonly number[]): Generator<undefined, void> {
    const { rows, changes } = this;
    if (!rows) return;
    const open = indices.flatMap((index) =>
      index < this.columnCount && !this.encoded[index]
        ? [{ index, cells: new CellColumn(rows.length) }]
        : [],
    );
    for (let from = 0; from < rows.length; from += slice) {
      const to = Math.min(from + slice, rows.length);
      for (const { index, cells } of open) cells.take(rows, index, from, to, from);
      yield;
    }
    if (changes === this.changes) {
      for (const { index, cells } of open) this.encoded[index] ??= cells;
    } else {
      // Cells were replaced between steps, perhaps above the one that was under way.
      yield* this.encode(indices);
    }
  }

  /** Encodes what is left, and lets the rows as read go. */
  *settle(): Generator<void> {
    yield* this.encode(this.encoded.map((_, index) => index));
    this.rows = undefined;
    for (const cells of this.encoded) cells?.compact();
  }

  /** Replaces a cell wherever it is kept. */
  set(row: number, column: number, cell: CellValue): void {
    this.changes += 1;
    this.encoded[column]?.set(row, cell);
    if (!this.rows) return;
    const changed = [...(this.rows[row] ?? [])];
    changed[column] = cell;
    // Rows as read are this grid's own: `readTable` hands them over.
    (this.rows as Row[])[row] = changed;
  }

  /** Adds rows at the end. */
  append(rows: readonly Row[]): void {
    const from = this.count;
    this.changes += 1;
    this.count += rows.length;
    this.encoded.forEach((cells, column) => {
      cells?.grow(this.count);
      cells?.take(rows, column, 0, rows.length, from);
    });
    if (this.rows) this.rows = [...this.rows, ...rows];
  }

  /** In small steps, the grid of the given rows in that order; where a row is below 0, a blank one. */
  *pick(rows: Int32Array): Generator<undefined, CellGrid> {
    const { rows: asRead } = this;
    const picked = new CellGrid([], this.columnCount);
    picked.count = rows.length;
    picked.rows = asRead && Array.from(rows, (row) => asRead[row] ?? []);
    for (const [index, cells] of this.encoded.entries()) {
      yield;
      picked.encoded[index] = cells?.pick(rows);
      if (!asRead) picked.encoded[index]?.compact();
    }
    return picked;
  }

  /** Some rows, spread over the whole table: the first fifth of them stands at the top. */
  sample(size: number): readonly Row[] {
    return Array.from(this.sampleRows(size), (row) => this.row(row));
  }

  /** In small steps, every column of such a sample. */
  *sampleColumns(size: number): Generator<undefined, CellColumn[]> {
    const rows = this.sampleRows(size);
    const isRead = this.encoded.every((known) => known !== undefined);
    const asRead = isRead ? [] : Array.from(rows, (row) => this.row(row));
    const columns: CellColumn[] = [];
    for (const [index, known] of this.encoded.entries()) {
      yield;
      const cells = known?.pick(rows) ?? new CellColumn(rows.length);
      if (!known) cells.take(asRead, index, 0, rows.length, 0);
      columns.push(cells);
    }
    return columns;
  }

  private sampleRows(size: number): Int32Array {
    const count = Math.min(size, this.rowCount);
    const top = count < this.rowCount ? Math.floor(size / 5) : count;
    const step = (this.rowCount - top) / (size - top);
    const rows = new Int32Array(count);
    for (let index = 0; index < count; index += 1) {
      rows[index] = index < top ? index : Math.floor(top + (index - top) * step);
    }
    return rows;
  }

  private row(row: number): Row {
    return (
      this.rows?.[row] ??
      Array.from({ length: this.columnCount }, (_, column) => this.cell(row, column))
    );
  }
}
