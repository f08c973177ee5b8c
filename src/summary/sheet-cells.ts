import { isMeasured, type Measure } from '../sales';
import type { Area, CellContent } from '../workbook';
import type { Words } from '../wording';

/** Cells put one by one, kept as rows. */
export class SheetCells {
  private readonly cells: CellContent[][] = [];

  put(row: number, column: number, content: CellContent): void {
    while (this.cells.length <= row) this.cells.push([]);
    const line = this.cells[row];
    if (!line) return;
    while (line.length < column) line.push(null);
    line[column] = content;
  }

  rows(): CellContent[][] {
    return this.cells;
  }
}

export function box(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}

export function hasCells(area: Area): boolean {
  return area.rows > 0 && area.columns > 0;
}

export function keyTexts(key: readonly string[], words: Words): string[] {
  return key.length === 0
    ? [words.total]
    : key.map((text) => (text === '' ? words.unassigned : text));
}

/** A figure as a cell shows it; where there is none, "n.a.". */
export function shownCell(value: Measure | string, words: Words): CellContent {
  if (typeof value === 'string') return value;
  return isMeasured(value) ? value : words.notAvailable;
}
