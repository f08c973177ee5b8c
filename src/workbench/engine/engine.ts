import type {
  Area,
  CellContent,
  CellValue,
  ConditionalRule,
  DefinedName,
  FormatRun,
  SheetContents,
  Table,
} from '../../workbook';

/** A custom function as the grid sees it. Values go in and come out as 2-D arrays or single values. */
export interface EngineFunction {
  /** With its namespace: `SALES.VARIANCE`. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly isOptional: boolean;
    readonly isRange: boolean;
    readonly isRepeating: boolean;
  }[];
  /** Rejects never: a failure is an error value. A missing optional argument is null. */
  readonly call: (
    args: readonly (CellValue | CellValue[][])[],
    caller: { readonly sheet: string; readonly row: number; readonly column: number },
  ) => Promise<CellValue | CellValue[][]>;
}

export interface CalculatedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /**
   * Where a formula spills: all values of its array, its own first. Told with the formula's own
   * cell only; the cells it spills into are not told one by one.
   */
  readonly spill?: readonly (readonly CellValue[])[];
}

/** What a person did in the grid. */
export type GridEvent =
  | {
      readonly kind: 'edited';
      readonly sheet: string;
      readonly area: Area;
      readonly contents: CellContent[][];
    }
  | {
      readonly kind: 'rowsInserted' | 'rowsDeleted' | 'columnsInserted' | 'columnsDeleted';
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
    }
  | {
      readonly kind: 'selected';
      readonly sheet: string;
      readonly area: Area;
      /** How many further ranges are selected with it. */
      readonly others: number;
    }
  | { readonly kind: 'activated'; readonly sheet: string }
  | { readonly kind: 'sheetAdded' | 'sheetDeleted'; readonly sheet: string }
  | { readonly kind: 'sheetRenamed'; readonly sheet: string; readonly from: string };

/**
 * Calculates, and in a page shows, the cells of the model. The model is the truth: it tells the
 * engine what stands in the cells, and takes from it calculated values and what a person did.
 * Sheets go by name.
 */
export interface Engine {
  addSheet(sheet: SheetContents, index: number): void;
  removeSheet(sheet: string): void;
  renameSheet(sheet: string, to: string): void;
  moveSheet(sheet: string, index: number): void;
  activateSheet(sheet: string): void;
  setVisibility(sheet: string, visibility: SheetContents['visibility']): void;

  setCells(sheet: string, area: Area, contents: readonly (readonly CellContent[])[]): void;
  insertRows(sheet: string, at: number, count: number): void;
  deleteRows(sheet: string, at: number, count: number): void;
  insertColumns(sheet: string, at: number, count: number): void;
  deleteColumns(sheet: string, at: number, count: number): void;
  /** All cells of a sheet as they stand now: formulas as the engine adjusted them. */
  contents(sheet: string): CellContent[][];

  setFormats(sheet: string, runs: readonly FormatRun[]): void;
  clearFormats(sheet: string, area: Area): void;
  setColumnWidth(sheet: string, column: number, characters: number): void;
  setRowHeight(sheet: string, row: number, points: number): void;
  setFrozen(sheet: string, frozen: SheetContents['frozen']): void;
  setGridlines(sheet: string, shown: boolean): void;
  setMerges(sheet: string, merges: readonly Area[]): void;
  setRules(sheet: string, rules: readonly ConditionalRule[]): void;
  setTables(sheet: string, tables: readonly Table[]): void;
  setNames(names: readonly DefinedName[]): void;
  setFunctions(functions: readonly EngineFunction[]): void;
  select(sheet: string, area: Area): void;

  /** Resolves when nothing waits to be calculated; rejects never. */
  settled(): Promise<void>;
  onCalculated(listener: (cells: readonly CalculatedCell[]) => void): void;
  onGridEvent(listener: (event: GridEvent) => void): void;
  dispose(): void;
}
