import {
  BooleanNumber,
  Direction,
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  mergeWorksheetSnapshotWithDefault,
  RANGE_TYPE,
  UniverInstanceType,
} from '@univerjs/core';
import type {
  ICellData,
  IExecutionOptions,
  Injector,
  IWorkbookData,
  Nullable,
  Univer,
  Workbook,
  Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import {
  InsertSheetMutation,
  RemoveSheetMutation,
  SetWorksheetActiveOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetHideMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets';

import type { Area, CellContent, SheetContents } from '../../../workbook';
import { fromUniverFormula, toCellValue } from './cell-data';
import { toRange } from './ranges';
import { spare, toWorksheetData } from './snapshot';
import { standardFont } from './styles';

export const unitId = 'workbook';
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

/** Univer's one workbook and its sheets by name; changes made through it count as the engine's own. */
export class UniverGrid {
  readonly injector: Injector;
  readonly workbook: Workbook;
  private readonly commands: ICommandService;
  private ownActs = 0;
  private lastId = 0;

  constructor(univer: Univer) {
    this.workbook = univer.createUnit<Partial<IWorkbookData>, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      emptyWorkbook(),
    );
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.injector.get(IUniverInstanceService).focusUnit(unitId);
  }

  /** Whether the engine itself is changing something now. */
  get isOwnAct(): boolean {
    return this.ownActs > 0;
  }

  newId(kind: string): string {
    this.lastId += 1;
    return `${kind}${String(this.lastId)}`;
  }

  nameOf(sheetId: string): string | undefined {
    return this.workbook.getSheetBySheetId(sheetId)?.getName();
  }

  idOf(sheet: string): string | undefined {
    return this.workbook.getSheetBySheetName(sheet)?.getSheetId();
  }

  /** The cell as it is kept, spilled values left out. */
  cellOf(sheetId: string, row: number, column: number): Nullable<ICellData> {
    return this.workbook.getSheetBySheetId(sheetId)?.getCellMatrix().getValue(row, column);
  }

  insertSheet(sheet: SheetContents, index: number): void {
    const id = this.newId('sheet');
    const styles = this.workbook.getStyles();
    const data = toWorksheetData(sheet, id, (style) => styles.setValue(style) ?? '');
    const isFirst = this.workbook.getSheetBySheetId(placeholder.id) !== null;
    const position = isFirst ? index + 1 : index;
    const snapshot = mergeWorksheetSnapshotWithDefault(data);
    this.act(InsertSheetMutation.id, { index: position, sheet: snapshot }, withoutActivating);
    if (!isFirst) return;
    this.act(SetWorksheetActiveOperation.id, { subUnitId: id });
    const { id: subUnitId, name: subUnitName } = placeholder;
    this.act(RemoveSheetMutation.id, { subUnitId, subUnitName });
  }

  removeSheet(sheet: string): void {
    const subUnitId = this.sheetId(sheet);
    if (this.workbook.getSheetSize() === 1) {
      const blank = { ...placeholder, rowCount: 1, columnCount: 1 };
      const snapshot = mergeWorksheetSnapshotWithDefault(blank);
      this.act(InsertSheetMutation.id, { index: 1, sheet: snapshot }, withoutActivating);
    }
    if (this.workbook.getActiveSheet().getSheetId() === subUnitId) {
      const other = this.workbook.getSheets().find((one) => one.getSheetId() !== subUnitId);
      if (other) this.act(SetWorksheetActiveOperation.id, { subUnitId: other.getSheetId() });
    }
    this.act(RemoveSheetMutation.id, { subUnitId, subUnitName: sheet });
  }

  setVisibility(sheet: string, visibility: SheetContents['visibility']): void {
    const hidden = visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    const subUnitId = this.sheetId(sheet);
    this.act(SetWorksheetHideMutation.id, { subUnitId, hidden }, withoutActivating);
  }

  worksheet(sheet: string): Worksheet {
    const worksheet = this.workbook.getSheetBySheetName(sheet);
    if (!worksheet) throw new Error(`The engine has no sheet "${sheet}".`);
    return worksheet;
  }

  sheetId(sheet: string): string {
    return this.worksheet(sheet).getSheetId();
  }

  own<T>(act: () => T): T {
    this.ownActs += 1;
    try {
      return act();
    } finally {
      this.ownActs -= 1;
    }
  }

  act(id: string, params: object, options?: IExecutionOptions): void {
    this.own(() => this.commands.syncExecuteCommand(id, { unitId, ...params }, options));
  }

  change(sheet: string, id: string, way: 'row' | 'column', at: number, count: number): void {
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
  grow(sheet: string, rows: number, columns: number): void {
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

  contentsOf(id: string, area: Area): CellContent[][] {
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
