import { isBlank, type CellValue } from '../../workbook';
import { mayBeTotal } from './total-words';

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
  /** By column: 1 where it holds anything. */
  private columns = new Uint8Array(64);
  rowCount = 0;
  private counts = new Uint16Array(1024);

  take(row: readonly CellValue[]): void {
    let filled = 0;
    let hasNumber = false;
    for (let column = 0; column < row.length; column += 1) {
      const cell = row[column] ?? null;
      if (cell === null || cell === '') continue;
      if (typeof cell === 'string') {
        const first = cell.charCodeAt(0);
        if ((first <= 32 || first > 127) && isBlank(cell)) continue;
        if (mayBeTotal(cell)) this.totals.push({ row: this.rowCount, column });
      }
      if (typeof cell === 'number') hasNumber = true;
      filled += 1;
      if (column >= this.columns.length) this.widen(column);
      this.columns[column] = 1;
    }
    if (this.rowCount === this.counts.length) {
      const longer = new Uint16Array(this.rowCount * 2);
      longer.set(this.counts);
      this.counts = longer;
    }
    this.counts[this.rowCount] = filled;
    if (filled > 0 && !hasNumber) this.wordy.push(this.rowCount);
    this.rowCount += 1;
  }

  private widen(column: number): void {
    const wider = new Uint8Array(column * 2);
    wider.set(this.columns);
    this.columns = wider;
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
    while (this.rowCount > 0 && this.filled(this.rowCount - 1) === 0) this.rowCount -= 1;
    return this.rowCount;
  }
}

/** The notes of rows that are all there already. */
export function scanRows(rows: readonly (readonly CellValue[])[]): RowScan {
  const scan = new RowScan();
  for (const row of rows) scan.take(row);
  return scan;
}
