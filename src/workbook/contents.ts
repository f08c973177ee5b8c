import type { Area } from './address';
import type { Layout } from './layout';

export interface SheetContents extends Layout {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** The formula with its `=`. */
  readonly formula: string;
  /** The sheet it belongs to; left out, the whole workbook. */
  readonly sheet?: string;
  readonly comment?: string;
}

/** A whole workbook as plain data: what a file holds and what a workbook host starts from. */
export interface WorkbookContents {
  readonly sheets: readonly SheetContents[];
  readonly names: readonly DefinedName[];
  /** The first day of the file's serial dates. Values in `sheets` are 1900-based either way. */
  readonly dateSystem: 1900 | 1904;
}

/** A sheet with nothing on it. */
export function emptySheet(name: string): SheetContents {
  return {
    name,
    visibility: 'visible',
    isProtected: false,
    cells: [],
    formats: [],
    columnWidths: {},
    rowHeights: {},
    frozen: { rows: 0, columns: 0 },
    gridlines: true,
    merges: [],
    rules: [],
    charts: [],
    tables: [],
  };
}

/** The area from A1 to the last cell that holds anything; no rows for a blank sheet. */
export function usedArea(cells: Layout['cells']): Area {
  let rows = 0;
  let columns = 0;
  cells.forEach((row, index) => {
    const last = row.findLastIndex((content) => content !== null && content !== '');
    if (last >= 0) rows = index + 1;
    columns = Math.max(columns, last + 1);
  });
  return { row: 0, column: 0, rows, columns };
}
