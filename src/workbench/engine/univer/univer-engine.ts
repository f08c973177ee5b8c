import {
  BooleanNumber,
  Direction,
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  RANGE_TYPE,
  UniverInstanceType,
  mergeWorksheetSnapshotWithDefault,
} from '@univerjs/core';
import type {
  ICellData,
  IExecutionOptions,
  Injector,
  IWorkbookData,
  Univer,
  Workbook,
  Worksheet,
} from '@univerjs/core';
import {
  FormulaDataModel,
  FunctionType,
  IDefinedNamesService,
  IFunctionService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import {
  AddWorksheetMergeMutation,
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  InsertSheetMutation,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import {
  AddConditionalRuleMutation,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { IDescriptionService } from '@univerjs/sheets-formula';
import { SheetTableService } from '@univerjs/sheets-table';

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
import { AnchorArray } from './anchor-array';
import { Calculation } from './calculation';
import {
  fromUniverFormula,
  toCellData,
  toCellValue,
  toUniverFormula,
  withoutSpilled,
} from './cell-data';
import { CustomCalls, CustomFunctionExecutor } from './custom-functions';
import { GridEvents } from './grid-events';
import { toRange } from './ranges';
import { toUniverRule } from './rules';
import { spare, styledCells, toFreeze, toWorksheetData } from './snapshot';
import { columnPixels, fittingRowPixels, rowPixels, standardFont } from './styles';
import { tableStyle } from './table-styles';

const unitId = 'workbook';
/** Univer cannot hold a workbook without sheets; this one stands in until there is another. */
const placeholder = { id: 'placeholder', name: '\u2060' };

function emptyWorkbook(): Partial<IWorkbookData> {
  return {
    id: unitId,
    name: 'Workbook',
    locale: LocaleType.EN_US,
    styles: {},
    defaultStyle: { ff: standardFont.name, fs: standardFont.size },
    sheetOrder: [placeholder.id],
    sheets: { [placeholder.id]: { ...placeholder, rowCount: 1, columnCount: 1, cellData: {} } },
  };
}

/** Univer shows a sheet that is new or no longer hidden, unless somebody else made it so. */
const withoutActivating: IExecutionOptions = { fromCollab: true };

function rowKey(worksheet: Worksheet, row: number): string {
  return `${worksheet.getSheetId()}:${String(row)}`;
}

/** The engine on Univer, whichever of its plugins are registered. */
export class UniverEngine implements Engine {
  private readonly commands: ICommandService;
  private readonly workbook: Workbook;
  private readonly injector: Injector;
  private readonly calls: CustomCalls;
  private readonly calculation: Calculation;
  private readonly gridEvents: GridEvents;
  private functionNames: readonly string[] = [];
  private ownActs = 0;
  private nextId = 1;
  /** Rows that were given a height. */
  private readonly sizedRows = new Set<string>();

  constructor(private readonly univer: Univer) {
    this.workbook = univer.createUnit<Partial<IWorkbookData>, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      emptyWorkbook(),
    );
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.injector.get(IUniverInstanceService).focusUnit(unitId);
    this.calls = new CustomCalls((cells) => {
      this.calculation.recalculate(cells);
    });
    const nameOf = (id: string): string | undefined =>
      this.workbook.getSheetBySheetId(id)?.getName();
    this.calculation = new Calculation(
      this.injector,
      {
        unitId,
        nameOf,
        idOf: (name) => this.workbook.getSheetBySheetName(name)?.getSheetId(),
        cellOf: (id, row, column) =>
          this.workbook.getSheetBySheetId(id)?.getCellMatrix().getValue(row, column),
      },
      this.calls,
    );
    this.gridEvents = new GridEvents(this.injector, {
      nameOf,
      contentsOf: (id, area) => this.contentsOf(id, area),
      isOwn: () => this.ownActs > 0,
    });
    this.injector.get(IFunctionService).registerExecutors(new AnchorArray());
  }

  /** Univer's own services, for what shows the grid. */
  get services(): Injector {
    return this.injector;
  }

  addSheet(sheet: SheetContents, index: number): void {
    const id = `sheet${String(this.nextId++)}`;
    const styles = this.workbook.getStyles();
    const data = toWorksheetData(sheet, id, (style) => styles.setValue(style) ?? '');
    const isFirst = this.workbook.getSheetBySheetId(placeholder.id) !== null;
    this.act(
      InsertSheetMutation.id,
      {
        index: isFirst ? index + 1 : index,
        sheet: mergeWorksheetSnapshotWithDefault(data),
      },
      withoutActivating,
    );
    if (isFirst) {
      this.act(SetWorksheetActiveOperation.id, { subUnitId: id });
      this.act(RemoveSheetMutation.id, {
        subUnitId: placeholder.id,
        subUnitName: placeholder.name,
      });
    }
    this.setRules(sheet.name, sheet.rules);
    this.setTables(sheet.name, sheet.tables);
    this.calculation.recalculateAll();
  }

  removeSheet(sheet: string): void {
    const subUnitId = this.sheetId(sheet);
    if (this.workbook.getSheetSize() === 1) {
      this.act(
        InsertSheetMutation.id,
        {
          index: 1,
          sheet: mergeWorksheetSnapshotWithDefault({ ...placeholder, rowCount: 1, columnCount: 1 }),
        },
        withoutActivating,
      );
    }
    this.setTables(sheet, []);
    if (this.workbook.getActiveSheet().getSheetId() === subUnitId) {
      const other = this.workbook.getSheets().find((one) => one.getSheetId() !== subUnitId);
      if (other) this.act(SetWorksheetActiveOperation.id, { subUnitId: other.getSheetId() });
    }
    this.act(RemoveSheetMutation.id, { subUnitId, subUnitName: sheet });
  }

  moveSheet(sheet: string, index: number): void {
    const worksheet = this.worksheet(sheet);
    this.act(SetWorksheetOrderMutation.id, {
      subUnitId: worksheet.getSheetId(),
      fromOrder: this.workbook.getSheetIndex(worksheet),
      toOrder: index,
    });
  }

  renameSheet(sheet: string, to: string): void {
    this.act(SetWorksheetNameCommand.id, { subUnitId: this.sheetId(sheet), name: to });
  }

  activateSheet(sheet: string): void {
    this.act(SetWorksheetActiveOperation.id, { subUnitId: this.sheetId(sheet) });
  }

  setVisibility(sheet: string, visibility: SheetContents['visibility']): void {
    const hidden = visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    const subUnitId = this.sheetId(sheet);
    this.act(SetWorksheetHideMutation.id, { subUnitId, hidden }, withoutActivating);
  }

  setCells(sheet: string, area: Area, contents: readonly (readonly CellContent[])[]): void {
    this.grow(sheet, area.row + contents.length, area.column + (contents[0]?.length ?? 0));
    const cellValue: Record<number, Record<number, ICellData>> = {};
    withoutSpilled(contents).forEach((line, row) => {
      const cells: Record<number, ICellData> = {};
      line.forEach((content, column) => {
        cells[area.column + column] = toCellData(content);
      });
      cellValue[area.row + row] = cells;
    });
    this.act(SetRangeValuesMutation.id, { subUnitId: this.sheetId(sheet), cellValue });
  }

  insertRows(sheet: string, at: number, count: number): void {
    this.change(sheet, InsertRowByRangeCommand.id, 'row', at, count);
  }

  deleteRows(sheet: string, at: number, count: number): void {
    this.change(sheet, RemoveRowByRangeCommand.id, 'row', at, count);
  }

  insertColumns(sheet: string, at: number, count: number): void {
    this.change(sheet, InsertColByRangeCommand.id, 'column', at, count);
  }

  deleteColumns(sheet: string, at: number, count: number): void {
    this.change(sheet, RemoveColByRangeCommand.id, 'column', at, count);
  }

  contents(sheet: string): CellContent[][] {
    const { endRow, endColumn } = this.worksheet(sheet).getCellMatrix().getDataRange();
    if (endRow < 0 || endColumn < 0) return [];
    const area = { row: 0, column: 0, rows: endRow + 1, columns: endColumn + 1 };
    const contents = this.contentsOf(this.sheetId(sheet), area);
    for (const { row, column, spill } of this.calculation.spills(this.sheetId(sheet))) {
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
    if (runs.length === 0) return;
    const worksheet = this.worksheet(sheet);
    const extent = { rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
    this.act(SetRangeValuesMutation.id, {
      subUnitId: worksheet.getSheetId(),
      trigger: 'sheet.command.set-style',
      cellValue: styledCells(runs, extent),
    });
    this.fitRows(worksheet, runs);
  }

  clearFormats(sheet: string, area: Area): void {
    const worksheet = this.worksheet(sheet);
    const cellValue: Record<number, Record<number, ICellData>> = {};
    worksheet.getCellMatrix().forValue((row, column, cell) => {
      const isInside =
        row >= area.row &&
        row < area.row + area.rows &&
        column >= area.column &&
        column < area.column + area.columns;
      if (isInside && cell?.s) (cellValue[row] ??= {})[column] = { s: null };
    });
    this.act(SetRangeValuesMutation.id, {
      subUnitId: worksheet.getSheetId(),
      trigger: 'sheet.command.set-style',
      cellValue,
    });
  }

  setColumnWidth(sheet: string, column: number, characters: number): void {
    this.grow(sheet, 0, column + 1);
    const ranges = [toRange({ row: 0, column, rows: 1, columns: 1 })];
    const colWidth = columnPixels(characters);
    this.act(SetWorksheetColWidthMutation.id, { subUnitId: this.sheetId(sheet), ranges, colWidth });
  }

  setRowHeight(sheet: string, row: number, points: number): void {
    this.grow(sheet, row + 1, 0);
    const ranges = [toRange({ row, column: 0, rows: 1, columns: 1 })];
    const rowHeight = rowPixels(points);
    this.sizedRows.add(rowKey(this.worksheet(sheet), row));
    this.act(SetWorksheetRowHeightMutation.id, {
      subUnitId: this.sheetId(sheet),
      ranges,
      rowHeight,
    });
  }

  setFrozen(sheet: string, frozen: SheetContents['frozen']): void {
    this.act(SetFrozenMutation.id, { subUnitId: this.sheetId(sheet), ...toFreeze(frozen) });
  }

  setGridlines(sheet: string, shown: boolean): void {
    const showGridlines = shown ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    this.act(ToggleGridlinesMutation.id, { subUnitId: this.sheetId(sheet), showGridlines });
  }

  setMerges(sheet: string, merges: readonly Area[]): void {
    const subUnitId = this.sheetId(sheet);
    const ranges = [...this.worksheet(sheet).getConfig().mergeData];
    if (ranges.length > 0) this.act(RemoveWorksheetMergeMutation.id, { subUnitId, ranges });
    if (merges.length === 0) return;
    this.act(AddWorksheetMergeMutation.id, { subUnitId, ranges: merges.map(toRange) });
  }

  setRules(sheet: string, rules: readonly ConditionalRule[]): void {
    const subUnitId = this.sheetId(sheet);
    const model = this.injector.get(ConditionalFormattingRuleModel);
    for (const { cfId } of [...(model.getSubunitRules(unitId, subUnitId) ?? [])]) {
      this.act(DeleteConditionalRuleMutation.id, { subUnitId, cfId });
    }
    // Univer puts each new rule on top; the first in our list has the highest priority.
    for (const rule of [...rules].reverse()) {
      const id = `rule${String(this.nextId++)}`;
      this.act(AddConditionalRuleMutation.id, { subUnitId, rule: toUniverRule(rule, id) });
    }
  }

  setTables(sheet: string, tables: readonly Table[]): void {
    const subUnitId = this.sheetId(sheet);
    const service = this.injector.get(SheetTableService);
    this.own(() => {
      for (const table of service.getTableList(unitId)) {
        if (table.subUnitId === subUnitId) service.deleteTable(unitId, subUnitId, table.id);
      }
      for (const table of tables) {
        const range = toRange(table.area);
        this.grow(sheet, range.endRow + 1, range.endColumn + 1);
        const header = this.contentsOf(subUnitId, { ...table.area, rows: 1 })[0] ?? [];
        service.addTable(
          unitId,
          subUnitId,
          table.name,
          { ...range },
          header.map((content, index) =>
            typeof content === 'string' || typeof content === 'number'
              ? String(content)
              : `Column${String(index + 1)}`,
          ),
          `table${String(this.nextId++)}`,
          { tableStyleId: tableStyle(this.injector, unitId, table.style), showHeader: true },
        );
      }
    });
  }

  setNames(names: readonly DefinedName[]): void {
    const service = this.injector.get(IDefinedNamesService);
    for (const known of Object.values(service.getDefinedNameMap(unitId) ?? {})) {
      this.act(RemoveDefinedNameMutation.id, known);
    }
    names.forEach(({ name, formula, sheet, comment }, index) => {
      // Univer keeps a reference without its sign of equality, and anything else with it.
      const text = toUniverFormula(formula);
      const isReference =
        /^=(?:'(?:[^']|'')+'!|[\w.]+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;
      this.act(SetDefinedNameMutation.id, {
        id: `name${String(index)}`,
        name,
        formulaOrRefString: isReference.test(text) ? text.slice(1) : text,
        localSheetId: sheet === undefined ? 'AllDefaultWorkbook' : this.sheetId(sheet),
        ...(comment !== undefined && { comment }),
      });
    });
    this.calculation.recalculateAll();
  }

  setFunctions(functions: readonly EngineFunction[]): void {
    const service = this.injector.get(IFunctionService);
    const descriptions = this.injector.get(IDescriptionService);
    service.unregisterExecutors(...this.functionNames);
    descriptions.unregisterDescriptions([...this.functionNames]);
    for (const name of this.functionNames) service.deleteFormulaAstCacheKey(name);
    this.functionNames = functions.map(({ name }) => name.toUpperCase());
    const nameOf = (id: string): string => this.workbook.getSheetBySheetId(id)?.getName() ?? '';
    service.registerExecutors(
      ...functions.map((definition) => new CustomFunctionExecutor(definition, this.calls, nameOf)),
    );
    descriptions.registerDescriptions(
      functions.map(({ name, description, parameters }) => ({
        functionName: name.toUpperCase(),
        functionType: FunctionType.User,
        description,
        abstract: description,
        functionParameter: parameters.map((parameter) => ({
          name: parameter.name,
          detail: parameter.description,
          example: parameter.isRange ? 'A1:B10' : 'A1',
          require: parameter.isOptional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
          repeat: parameter.isRepeating ? BooleanNumber.TRUE : BooleanNumber.FALSE,
        })),
      })),
    );
    for (const name of this.functionNames) service.deleteFormulaAstCacheKey(name);
    this.calculation.recalculateAll();
  }

  select(sheet: string, area: Area): void {
    const worksheet = this.worksheet(sheet);
    this.grow(sheet, area.row + 1, area.column + 1);
    if (this.workbook.getActiveSheet() !== worksheet) this.activateSheet(sheet);
    const lastRow = Math.min(area.row + area.rows, worksheet.getRowCount()) - 1;
    const lastColumn = Math.min(area.column + area.columns, worksheet.getColumnCount()) - 1;
    this.act(SetSelectionsOperation.id, {
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

  private worksheet(sheet: string): Worksheet {
    const worksheet = this.workbook.getSheetBySheetName(sheet);
    if (!worksheet) throw new Error(`The engine has no sheet "${sheet}".`);
    return worksheet;
  }

  private sheetId(sheet: string): string {
    return this.worksheet(sheet).getSheetId();
  }

  private own<T>(act: () => T): T {
    this.ownActs += 1;
    try {
      return act();
    } finally {
      this.ownActs -= 1;
    }
  }

  private act(id: string, params: object, options?: IExecutionOptions): void {
    this.own(() => this.commands.syncExecuteCommand(id, { unitId, ...params }, options));
  }

  private change(
    sheet: string,
    id: string,
    way: 'row' | 'column',
    at: number,
    count: number,
  ): void {
    const worksheet = this.worksheet(sheet);
    const subUnitId = worksheet.getSheetId();
    const isRow = way === 'row';
    if (isRow) this.grow(sheet, at + count + 1, 0);
    else this.grow(sheet, 0, at + count + 1);
    const range = toRange({
      row: isRow ? at : 0,
      column: isRow ? 0 : at,
      rows: isRow ? count : worksheet.getRowCount(),
      columns: isRow ? worksheet.getColumnCount() : count,
    });
    const rangeType = isRow ? RANGE_TYPE.ROW : RANGE_TYPE.COLUMN;
    const direction = isRow ? Direction.UP : Direction.LEFT;
    this.act(id, { subUnitId, range: { ...range, rangeType }, direction });
  }

  /** Univer's sheets have a fixed size: they are enlarged before something is put beyond it. */
  private grow(sheet: string, rows: number, columns: number): void {
    const worksheet = this.worksheet(sheet);
    const subUnitId = worksheet.getSheetId();
    if (rows > worksheet.getRowCount()) {
      this.act(SetWorksheetRowCountMutation.id, { subUnitId, rowCount: rows + spare.rows });
    }
    if (columns > worksheet.getColumnCount()) {
      const columnCount = columns + spare.columns;
      this.act(SetWorksheetColumnCountMutation.id, { subUnitId, columnCount });
    }
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
      this.act(SetWorksheetRowHeightMutation.id, { subUnitId, ranges, rowHeight });
    }
  }

  private contentsOf(id: string, area: Area): CellContent[][] {
    const worksheet = this.workbook.getSheetBySheetId(id);
    if (!worksheet) return [];
    const matrix = worksheet.getCellMatrix();
    const formulas = this.injector.get(FormulaDataModel);
    return Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (_unused, column): CellContent => {
        const cell = matrix.getValue(area.row + row, area.column + column);
        if (!cell) return null;
        if (cell.f || cell.si) {
          const text =
            cell.f ??
            formulas.getFormulaStringByCell(area.row + row, area.column + column, id, unitId) ??
            '';
          return { formula: fromUniverFormula(text), result: toCellValue(cell) };
        }
        return toCellValue(cell);
      }),
    );
  }
}
