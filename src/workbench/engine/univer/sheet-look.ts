import { BooleanNumber } from '@univerjs/core';
import type { ICellData, Worksheet } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';

import type { Area, FormatRun, SheetContents } from '../../../workbook';
import { toRange } from './ranges';
import { styledCells, toFreeze } from './snapshot';
import { columnPixels, fittingRowPixels, rowPixels } from './styles';
import type { UniverGrid } from './univer-grid';

function rowKey(worksheet: Worksheet, row: number): string {
  return `${worksheet.getSheetId()}:${String(row)}`;
}

/** How sheets look: formats, sizes, frozen panes, gridlines and merges. */
export class SheetLook {
  /** Rows that were given a height. */
  private readonly sizedRows = new Set<string>();

  constructor(private readonly grid: UniverGrid) {}

  setFormats(sheet: string, runs: readonly FormatRun[]): void {
    if (runs.length === 0) return;
    const worksheet = this.grid.worksheet(sheet);
    const extent = { rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
    this.grid.act(SetRangeValuesMutation.id, {
      subUnitId: worksheet.getSheetId(),
      trigger: 'sheet.command.set-style',
      cellValue: styledCells(runs, extent),
    });
    this.fitRows(worksheet, runs);
  }

  clearFormats(sheet: string, area: Area): void {
    const worksheet = this.grid.worksheet(sheet);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    worksheet.getCellMatrix().forValue((row, column, cell) => {
      const isInside =
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns;
      if (isInside && cell?.s) (cellValue[row] ??= {})[column] = { s: null };
    });
    this.grid.act(SetRangeValuesMutation.id, {
      subUnitId: worksheet.getSheetId(),
      trigger: 'sheet.command.set-style',
      cellValue,
    });
  }

  setColumnWidth(sheet: string, column: number, characters: number): void {
    this.grid.grow(sheet, 0, column + 1);
    const ranges = [toRange({ row: 0, column, rows: 1, columns: 1 })];
    const colWidth = columnPixels(characters);
    this.grid.act(SetWorksheetColWidthMutation.id, {
      subUnitId: this.grid.sheetId(sheet),
      ranges,
      colWidth,
    });
  }

  setRowHeight(sheet: string, row: number, points: number): void {
    this.grid.grow(sheet, row + 1, 0);
    const ranges = [toRange({ row, column: 0, rows: 1, columns: 1 })];
    const rowHeight = rowPixels(points);
    this.sizedRows.add(rowKey(this.grid.worksheet(sheet), row));
    this.grid.act(SetWorksheetRowHeightMutation.id, {
      subUnitId: this.grid.sheetId(sheet),
      ranges,
      rowHeight,
    });
  }

  setFrozen(sheet: string, frozen: SheetContents['frozen']): void {
    this.grid.act(SetFrozenMutation.id, {
      subUnitId: this.grid.sheetId(sheet),
      ...toFreeze(frozen),
    });
  }

  setGridlines(sheet: string, shown: boolean): void {
    const showGridlines = shown ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    this.grid.act(ToggleGridlinesMutation.id, {
      subUnitId: this.grid.sheetId(sheet),
      showGridlines,
    });
  }

  setMerges(sheet: string, merges: readonly Area[]): void {
    const subUnitId = this.grid.sheetId(sheet);
    const ranges = [...this.grid.worksheet(sheet).getConfig().mergeData];
    if (ranges.length > 0) this.grid.act(RemoveWorksheetMergeMutation.id, { subUnitId, ranges });
    if (merges.length === 0) return;
    this.grid.act(AddWorksheetMergeMutation.id, { subUnitId, ranges: merges.map(toRange) });
  }

  /** Rows without a height of their own grow with their largest font. */
  private fitRows(worksheet: Worksheet, runs: readonly FormatRun[]): void {
    for (const { area, style } of runs) {
      const rowHeight = fittingRowPixels(style.font?.size);
      if (rowHeight === undefined || area.rows > worksheet.getRowCount()) continue;
      const ranges = Array.from({ length: area.rows }, (_, row) => area.row + row)
        .filter(
          (row) =>
            worksheet.getRowHeight(row) < rowHeight && !this.sizedRows.has(rowKey(worksheet, row)),
        )
        .map((row) => toRange({ row, column: 0, rows: 1, columns: 1 }));
      const subUnitId = worksheet.getSheetId();
      this.grid.act(SetWorksheetRowHeightMutation.id, { subUnitId, ranges, rowHeight });
    }
  }
}
