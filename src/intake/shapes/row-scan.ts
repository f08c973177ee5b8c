import { isBlank, type CellValue } from '../../workbook';
import { hasEndsOfTotal, mayBeTotal } from './total-words';

/** A cell whose text may name a total. */
export interface TotalCell {
  readonly row: number;
  readonly column: number;
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
  /** By column: 1 where it holds anything. */
  private columns = new Uint8Array(64);
  private counts = new Uint16Array(1024);

  /** Takes some rows, which stand below those taken before. */
  take(rows: readonly (readonly CellValue[])[], from = 0, to = rows.length): void {
    this.makeRoom(rows, from, to);
    const { columns, counts } = this;
    const start = this.rowCount - from;
    // Of all work on a row this is the most: what is seldom is left to functions of its own.
    for (let at = from; at < to; at += 1) {
      const row = rows[at] ?? [];
      let filled = 0;
      let numbers = 0;
      for (let column = 0; column < row.length; column += 1) {
        const cell = row[column];
        if (typeof cell === 'number') numbers += 1;
        else if (typeof cell === 'string') {
          if (hasEndsOfTotal(cell) && !this.takeDoubtful(cell, start + at, column)) continue;
        } else if (cell === null || cell === undefined) continue;
        filled += 1;
        columns[column] = 1;
      }
      counts[start + at] = filled;
      if (filled < 2 || numbers === 0) this.noteRow(start + at, filled, numbers);
    }
    this.rowCount = start + to;
  }

  isBlankColumn(column: number): boolean {
    return this.columns[column] !== 1;
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

  /** Notes a text that may be a total's label, and tells whether there is more than spaces. */
  private takeDoubtful(text: string, row: number, column: number): boolean {
    if (mayBeTotal(text)) {
      this.totals.push({ row, column });
      return true;
    }
    const first = text.charCodeAt(0);
    return (first > 32 && first < 128) || !isBlank(text);
  }

  private noteRow(row: number, filled: number, numbers: number): void {
    if (filled === 0) this.blank.push(row);
    else if (numbers === 0) this.wordy.push(row);
    if (filled === 1) this.lonely.push(row);
  }

  private makeRoom(rows: readonly (readonly CellValue[])[], from: number, to: number): void {
    const needed = this.rowCount + to - from;
    if (needed > this.counts.length) {
      const longer = new Uint16Array(Math.max(needed, this.counts.length * 2));
      longer.set(this.counts);
      this.counts = longer;
    }
    let width = 0;
    for (let at = from; at < to; at += 1) width = Math.max(width, rows[at]?.length ?? 0);
    if (width <= this.columns.length) return;
    const wider = new Uint8Array(width * 2);
    wider.set(this.columns);
    this.columns = wider;
  }
}

/** The notes of rows that are all there already. */
export function scanRows(rows: readonly (readonly CellValue[])[]): RowScan {
  const scan = new RowScan();
  scan.take(rows);
  return scan;
}
