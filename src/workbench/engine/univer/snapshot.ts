import { BooleanNumber } from '@univerjs/core';
import type { ICellData, IColumnData, IRowData, IStyleData, IWorksheetData } from '@univerjs/core';

import { usedArea } from '../../../workbook';
import type { FormatRun, SheetContents } from '../../../workbook';
import { toNewCellData, withoutSpilled } from './cell-data';
import { toRange } from './ranges';
import {
  columnPixels,
  fittingRowPixels,
  overlaid,
  rowPixels,
  standardColumnWidth,
  standardFont,
  standardRowHeight,
  toStyleData,
} from './styles';

/** Rows and columns beyond the last filled one that a sheet shows; it grows as cells are set. */
export const spare = { rows: 200, columns: 12 };
const least = { rows: 1000, columns: 40 };

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** How many rows and columns a sheet needs. Formats of whole columns don't stretch it. */
function neededExtent(sheet: SheetContents): Extent {
  const used = usedArea(sheet.cells);
  const areas = [
    ...sheet.tables.map((table) => table.area),
    ...sheet.charts.map((chart) => chart.place),
    ...sheet.merges,
  ];
  const lastRow = Math.max(used.rows, ...areas.map((area) => area.row + area.rows));
  const lastColumn = Math.max(used.columns, ...areas.map((area) => area.column + area.columns));
  return {
    rows: Math.max(least.rows, lastRow + spare.rows),
    columns: Math.max(least.columns, lastColumn + spare.columns),
  };
}

/** The style of every cell under the runs, each combination of runs made once. */
function cellStyles(
  runs: readonly FormatRun[],
  extent: Extent,
): { at: (row: number, column: number) => IStyleData | undefined; rows: number } {
  const combined: IStyleData[] = [{}];
  const known = new Map<number, number>();
  const indexes: (Uint32Array | undefined)[] = [];
  runs.forEach((run, runIndex) => {
    const style = toStyleData(run.style);
    const lastRow = Math.min(run.area.row + run.area.rows, extent.rows);
    const lastColumn = Math.min(run.area.column + run.area.columns, extent.columns);
    for (let row = run.area.row; row < lastRow; row += 1) {
      const line = (indexes[row] ??= new Uint32Array(extent.columns));
      for (let column = run.area.column; column < lastColumn; column += 1) {
        const below = line[column] ?? 0;
        const key = below * runs.length + runIndex;
        let index = known.get(key);
        if (index === undefined) {
          index = combined.push(overlaid(combined[below] ?? {}, style)) - 1;
          known.set(key, index);
        }
        line[column] = index;
      }
    }
  });
  return {
    rows: indexes.length,
    at: (row, column) => {
      const index = indexes[row]?.[column] ?? 0;
      return index === 0 ? undefined : combined[index];
    },
  };
}

/** A format run as cells with nothing but a style, for the part of it that the sheet shows. */
export function styledCells(
  runs: readonly FormatRun[],
  extent: Extent,
): Record<number, Record<number, ICellData>> {
  const styles = cellStyles(runs, extent);
  const cells: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < styles.rows; row += 1) {
    for (let column = 0; column < extent.columns; column += 1) {
      const s = styles.at(row, column);
      if (s) (cells[row] ??= {})[column] = { s };
    }
  }
  return cells;
}

/**
 * A sheet as Univer keeps it, made at once: cell by cell through commands takes minutes at 60,000
 * rows. `registerStyle` turns a style into the short key under which the workbook keeps it.
 */
export function toWorksheetData(
  sheet: SheetContents,
  id: string,
  registerStyle: (style: IStyleData) => string,
): Partial<IWorksheetData> {
  const extent = neededExtent(sheet);
  const styles = cellStyles(sheet.formats, extent);
  const keys = new Map<IStyleData, string>();
  const cells = withoutSpilled(sheet.cells);
  const cellData: Record<number, Record<number, ICellData>> = {};
  const rowData: Record<number, Partial<IRowData>> = {};
  const last = Math.min(Math.max(cells.length, styles.rows), extent.rows);
  for (let row = 0; row < last; row += 1) {
    const contents = cells[row] ?? [];
    const line: Record<number, ICellData> = {};
    let tallest = standardFont.size;
    const width = row < styles.rows ? extent.columns : contents.length;
    for (let column = 0; column < width; column += 1) {
      const content = contents[column] ?? null;
      const style = styles.at(row, column);
      if (content === null && !style) continue;
      const cell = content === null ? {} : toNewCellData(content);
      if (style) {
        let key = keys.get(style);
        if (key === undefined) keys.set(style, (key = registerStyle(style)));
        cell.s = key;
        if (content !== null) tallest = Math.max(tallest, style.fs ?? 0);
      }
      line[column] = cell;
    }
    cellData[row] = line;
    const fitting = fittingRowPixels(tallest);
    if (fitting !== undefined) rowData[row] = { h: fitting, ia: BooleanNumber.FALSE };
  }
  for (const [row, points] of Object.entries(sheet.rowHeights)) {
    rowData[Number(row)] = { h: rowPixels(points), ia: BooleanNumber.FALSE };
  }
  const { frozen } = sheet;
  return {
    id,
    name: sheet.name,
    cellData,
    rowCount: extent.rows,
    columnCount: extent.columns,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    freeze: toFreeze(frozen),
    defaultColumnWidth: standardColumnWidth,
    defaultRowHeight: standardRowHeight,
    mergeData: sheet.merges.map(toRange),
    columnData: byIndex<IColumnData>(sheet.columnWidths, (characters) => ({
      w: columnPixels(characters),
    })),
    rowData,
    showGridlines: sheet.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    tabColor: sheet.tabColour ?? '',
  };
}

export function toFreeze(frozen: SheetContents['frozen']): IWorksheetData['freeze'] {
  return {
    xSplit: frozen.columns,
    ySplit: frozen.rows,
    startRow: frozen.rows > 0 ? frozen.rows : -1,
    startColumn: frozen.columns > 0 ? frozen.columns : -1,
  };
}

function byIndex<T>(
  sizes: Readonly<Record<number, number>>,
  make: (size: number) => Partial<T>,
): Record<number, Partial<T>> {
  return Object.fromEntries(Object.entries(sizes).map(([index, size]) => [index, make(size)]));
}
