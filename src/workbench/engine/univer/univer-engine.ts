import { RANGE_TYPE } from '@univerjs/core';
import type { ICellData, Injector, Univer } from '@univerjs/core';
import {
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
} from '@univerjs/sheets';

import { isFormula } from '../../../workbook';
import type {
  Area,
  CellContent,
  ConditionalRule,
  DefinedName,
  FormatRun,
  SheetContents,
  Table,
} from '../../../workbook';
import type { CalculatedCell, Engine, EngineFunction, GridEvent } from '../engine';
import { Calculation } from './calculation';
import { toCellData, withoutSpilled } from './cell-data';
import { CustomCalls } from './custom-functions';
import { GridEvents } from './grid-events';
import { SheetFeatures } from './sheet-features';
import { SheetLook } from './sheet-look';
import { UniverGrid } from './univer-grid';
import { Vocabulary } from './vocabulary';

/** The engine on Univer, whichever of its plugins are registered. */
export class UniverEngine implements Engine {
  private readonly grid: UniverGrid;
  private readonly look: SheetLook;
  private readonly features: SheetFeatures;
  private readonly vocabulary: Vocabulary;
  private readonly calculation: Calculation;
  private readonly gridEvents: GridEvents;

  constructor(private readonly univer: Univer) {
    this.grid = new UniverGrid(univer);
    const { grid } = this;
    const calls = new CustomCalls((cells) => {
      this.calculation.recalculate(cells);
    });
    this.look = new SheetLook(grid);
    this.features = new SheetFeatures(grid);
    this.vocabulary = new Vocabulary(grid, calls);
    this.calculation = new Calculation(grid, calls);
    this.gridEvents = new GridEvents(grid);
  }

  /** Univer's own services, for what shows the grid. */
  get services(): Injector {
    return this.grid.injector;
  }

  addSheet(sheet: SheetContents, index: number): void {
    this.grid.insertSheet(sheet, index);
    this.setRules(sheet.name, sheet.rules);
    this.setTables(sheet.name, sheet.tables);
    this.calculation.recalculateAll();
  }

  removeSheet(sheet: string): void {
    this.setTables(sheet, []);
    this.grid.removeSheet(sheet);
  }

  moveSheet(sheet: string, index: number): void {
    const worksheet = this.grid.worksheet(sheet);
    this.grid.act(SetWorksheetOrderMutation.id, {
      subUnitId: worksheet.getSheetId(),
      fromOrder: this.grid.workbook.getSheetIndex(worksheet),
      toOrder: index,
    });
  }

  renameSheet(sheet: string, to: string): void {
    this.grid.act(SetWorksheetNameCommand.id, { subUnitId: this.grid.sheetId(sheet), name: to });
  }

  activateSheet(sheet: string): void {
    this.grid.act(SetWorksheetActiveOperation.id, { subUnitId: this.grid.sheetId(sheet) });
  }

  setVisibility(sheet: string, visibility: SheetContents['visibility']): void {
    this.grid.setVisibility(sheet, visibility);
  }

  setCells(sheet: string, area: Area, contents: readonly (readonly CellContent[])[]): void {
    this.grid.grow(sheet, area.row + contents.length, area.column + (contents[0]?.length ?? 0));
    const cellValue: Record<number, Record<number, ICellData>> = {};
    withoutSpilled(contents).forEach((line, row) => {
      const cells: Record<number, ICellData> = {};
      line.forEach((content, column) => {
        cells[area.column + column] = toCellData(content);
      });
      cellValue[area.row + row] = cells;
    });
    this.grid.act(SetRangeValuesMutation.id, { subUnitId: this.grid.sheetId(sheet), cellValue });
  }

  insertRows(sheet: string, at: number, count: number): void {
    this.grid.change(sheet, InsertRowByRangeCommand.id, 'row', at, count);
  }

  deleteRows(sheet: string, at: number, count: number): void {
    this.grid.change(sheet, RemoveRowByRangeCommand.id, 'row', at, count);
  }

  insertColumns(sheet: string, at: number, count: number): void {
    this.grid.change(sheet, InsertColByRangeCommand.id, 'column', at, count);
  }

  deleteColumns(sheet: string, at: number, count: number): void {
    this.grid.change(sheet, RemoveColByRangeCommand.id, 'column', at, count);
  }

  contents(sheet: string): CellContent[][] {
    const { endRow, endColumn } = this.grid.worksheet(sheet).getCellMatrix().getDataRange();
    if (endRow < 0 || endColumn < 0) return [];
    const area = { row: 0, column: 0, rows: endRow + 1, columns: endColumn + 1 };
    const contents = this.grid.contentsOf(this.grid.sheetId(sheet), area);
    for (const { row, column, spill } of this.calculation.spills(this.grid.sheetId(sheet))) {
      spill?.forEach((values, down) => {
        const line = (contents[row + down] ??= []);
        values.forEach((value, across) => {
          while (line.length <= column + across) line.push(null);
          line[column + across] ??= value;
        });
      });
      const content = contents[row]?.[column];
      if (spill && content !== undefined && isFormula(content)) {
        const size = { rows: spill.length, columns: spill[0]?.length ?? 1 };
        (contents[row] ??= [])[column] = { ...content, spill: size };
      }
    }
    return contents;
  }

  setFormats(sheet: string, runs: readonly FormatRun[]): void {
    this.look.setFormats(sheet, runs);
  }

  clearFormats(sheet: string, area: Area): void {
    this.look.clearFormats(sheet, area);
  }

  setColumnWidth(sheet: string, column: number, characters: number): void {
    this.look.setColumnWidth(sheet, column, characters);
  }

  setRowHeight(sheet: string, row: number, points: number): void {
    this.look.setRowHeight(sheet, row, points);
  }

  setFrozen(sheet: string, frozen: SheetContents['frozen']): void {
    this.look.setFrozen(sheet, frozen);
  }

  setGridlines(sheet: string, shown: boolean): void {
    this.look.setGridlines(sheet, shown);
  }

  setMerges(sheet: string, merges: readonly Area[]): void {
    this.look.setMerges(sheet, merges);
  }

  setRules(sheet: string, rules: readonly ConditionalRule[]): void {
    this.features.setRules(sheet, rules);
  }

  setTables(sheet: string, tables: readonly Table[]): void {
    this.features.setTables(sheet, tables);
  }

  setNames(names: readonly DefinedName[]): void {
    this.vocabulary.setNames(names);
    this.calculation.recalculateAll();
  }

  setFunctions(functions: readonly EngineFunction[]): void {
    this.vocabulary.setFunctions(functions);
    this.calculation.recalculateAll();
  }

  select(sheet: string, area: Area): void {
    const worksheet = this.grid.worksheet(sheet);
    this.grid.grow(sheet, area.row + 1, area.column + 1);
    if (this.grid.workbook.getActiveSheet() !== worksheet) this.activateSheet(sheet);
    const lastRow = Math.min(area.row + area.rows, worksheet.getRowCount()) - 1;
    const lastColumn = Math.min(area.column + area.columns, worksheet.getColumnCount()) - 1;
    this.grid.act(SetSelectionsOperation.id, {
      subUnitId: worksheet.getSheetId(),
      selections: [
        {
          range: {
            startRow: area.row,
            startColumn: area.column,
            endRow: lastRow,
            endColumn: lastColumn,
            rangeType: RANGE_TYPE.NORMAL,
          },
          primary: {
            startRow: area.row,
            startColumn: area.column,
            endRow: area.row,
            endColumn: area.column,
            actualRow: area.row,
            actualColumn: area.column,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        },
      ],
    });
  }

  settled(): Promise<void> {
    return this.calculation.settled();
  }

  onCalculated(listener: (cells: readonly CalculatedCell[]) => void): void {
    this.calculation.onCalculated(listener);
  }

  onGridEvent(listener: (event: GridEvent) => void): void {
    this.gridEvents.listen(listener);
  }

  dispose(): void {
    this.gridEvents.dispose();
    this.calculation.dispose();
    this.univer.dispose();
  }
}
