import {
  emptySheet,
  findPlace,
  freeSheetName,
  freeTableName,
  intersection,
  isFormula,
  maxColumns,
  maxRows,
  shapeOf,
  surroundingArea,
  uncalculated,
  valueOf,
  WorkbookError,
} from '../workbook';
import type {
  AddedTable,
  AddTableOptions,
  Area,
  Block,
  CellChange,
  CellContent,
  CellValue,
  DifferentCell,
  NewTable,
  OwnSheet,
  Place,
  ReadOptions,
  SheetContents,
  SheetPlan,
  Source,
  Workbook,
  WorkbookContents,
  Written,
} from '../workbook';
import { sheetWithTable } from './added-table';
import { readContents } from './read-contents';
import type { NotCarried } from './not-carried';
import { differentCells, withReplacedCells } from './replaced-cells';
import { laidOver, rewritten, withAppendedRows } from './sheet-edits';
import { writeContents } from './write-contents';

/** A workbook in memory, from a file or made anew. The file's bytes are only read. */
export interface FileWorkbook extends Workbook {
  /** What the file holds that `toBytes` would lose. */
  readonly notCarried: readonly NotCarried[];
  contents(): WorkbookContents;
  /** The workbook as a file; given names, only these sheets, in the workbook's order. */
  toBytes(sheets?: readonly string[]): Promise<Uint8Array>;
}

/** Opens an xlsx file. `name` stands in the error where it cannot be read. */
export async function openFile(bytes: Uint8Array, name?: string): Promise<FileWorkbook> {
  const { contents, notCarried } = await readContents(bytes, name);
  return new ContentsWorkbook(contents, notCarried);
}

/** A workbook in memory over contents that are already there. */
export function workbookOf(contents: WorkbookContents): FileWorkbook {
  return new ContentsWorkbook(contents, []);
}

const blockRows = 5000;
const formatRows = 20;

interface OwnRecord {
  readonly own: OwnSheet;
  readonly tables: readonly string[];
}

class ContentsWorkbook implements FileWorkbook {
  private readonly own = new Map<string, OwnRecord>();

  constructor(
    private state: WorkbookContents,
    readonly notCarried: readonly NotCarried[],
  ) {}

  contents(): WorkbookContents {
    return this.state;
  }

  async toBytes(sheets?: readonly string[]): Promise<Uint8Array> {
    if (!sheets) return writeContents(this.state);
    const kept = this.state.sheets.filter(({ name }) => sheets.includes(name));
    const isKept = (sheet: string | undefined) => sheet === undefined || sheets.includes(sheet);
    return writeContents({
      ...this.state,
      sheets: kept,
      names: this.state.names.filter(
        ({ formula, sheet }) => isKept(sheet) && isKept(findPlace(formula.slice(1))?.sheet),
      ),
    });
  }

  listSources(): Promise<readonly Source[]> {
    const ownSheets = new Set(Array.from(this.own.values(), ({ own }) => own.sheet));
    const sheets = this.state.sheets.flatMap((sheet): Source[] => {
      const isHidden = sheet.visibility !== 'visible';
      const used = tightArea(sheet.cells);
      const tables = sheet.tables.map(({ name, area }): Source => ({
        kind: 'table',
        name,
        sheet: sheet.name,
        area,
        isHidden,
      }));
      if (!used || ownSheets.has(sheet.name)) return tables;
      return [
        ...tables,
        { kind: 'sheet', name: sheet.name, sheet: sheet.name, area: used, isHidden },
      ];
    });
    const names = this.state.names.flatMap(({ name, formula, sheet: scope }): Source[] => {
      const place = findPlace(formula.replace(/^=/, ''));
      const sheet = this.state.sheets.find((one) => one.name === (place?.sheet ?? scope));
      if (!place || !sheet) return [];
      const isHidden = sheet.visibility !== 'visible';
      return [{ kind: 'name', name, sheet: sheet.name, area: place.area, isHidden }];
    });
    return Promise.resolve([...sheets, ...names]);
  }

  async *read(place: Place, options?: ReadOptions): AsyncGenerator<Block> {
    const sheet = this.sheetOf(place.sheet);
    const area = withinUse(place.area, sheet.cells);
    for (let offset = 0; offset < area.rows; offset += blockRows) {
      if (options?.signal?.aborted === true) throw new WorkbookError('cancelled', place.sheet);
      const rows = Math.min(blockRows, area.rows - offset);
      const values = cut(sheet.cells, { ...area, row: area.row + offset, rows }).map((row) =>
        row.map(shownBy),
      );
      const formats = offset === 0 ? formatsOf(sheet, area) : undefined;
      yield await Promise.resolve({ offset, values, ...(formats && { formats }) });
    }
  }

  async readContents(place: Place): Promise<readonly (readonly CellContent[])[]> {
    const sheet = await Promise.resolve(this.sheetOf(place.sheet));
    return cut(sheet.cells, withinUse(place.area, sheet.cells)).map((row) =>
      row.map((content) => (content === '' ? null : content)),
    );
  }

  holdsFormulas(place: Place): Promise<boolean> {
    const { cells } = this.sheetOf(place.sheet);
    const part = cut(cells, withinUse(place.area, cells));
    return Promise.resolve(part.some((row) => row.some(isFormula)));
  }

  findOwnSheet(id: string): Promise<OwnSheet | undefined> {
    return Promise.resolve(this.own.get(id)?.own);
  }

  async write(plan: SheetPlan): Promise<Written> {
    const old = this.own.get(plan.id);
    const sheet = await Promise.resolve(old && this.sheetOf(old.own.sheet));
    if (sheet?.isProtected === true) throw new WorkbookError('protectedSheet', sheet.name);
    const { sheets } = this.state;
    const taken = this.takenNames().filter((name) => old?.tables.includes(name) !== true);
    const tables = plan.tables.map(({ name }) => {
      const free = freeTableName(name, taken);
      taken.push(free);
      return free;
    });
    const name =
      sheet?.name ??
      freeSheetName(
        plan.name,
        sheets.map((one) => one.name),
      );
    const written =
      old && sheet
        ? rewritten({ sheet, shape: old.own.shape, tables: old.tables }, plan, tables)
        : laidOver(emptySheet(name), plan, tables);
    this.state = {
      ...this.state,
      sheets: sheet
        ? sheets.map((one) => (one === sheet ? written : one))
        : [...sheets, { ...written, name }],
    };
    this.own.set(plan.id, { own: { id: plan.id, sheet: name, shape: shapeOf(plan) }, tables });
    return { sheet: name, isNew: !sheet, tables };
  }

  async appendRows(table: string, rows: readonly (readonly CellContent[])[]): Promise<void> {
    const sheet = await Promise.resolve(
      this.state.sheets.find(({ tables }) => tables.some(({ name }) => name === table)),
    );
    if (!sheet) throw new WorkbookError('notFound', table);
    if (sheet.isProtected) throw new WorkbookError('protectedSheet', sheet.name);
    const longer = withAppendedRows(sheet, table, rows);
    if (!longer) throw new WorkbookError('unsupported', table);
    this.state = {
      ...this.state,
      sheets: this.state.sheets.map((one) => (one === sheet ? longer : one)),
    };
  }

  async addTable(table: NewTable, options: AddTableOptions = {}): Promise<AddedTable> {
    const { sheets } = this.state;
    const added = {
      sheet: freeSheetName(
        table.sheet,
        sheets.map(({ name }) => name),
      ),
      table: freeTableName(table.table, this.takenNames()),
    };
    const sheet = await sheetWithTable(added, table, options);
    this.state = { ...this.state, sheets: [...this.state.sheets, sheet] };
    return added;
  }

  async replaceCells(changes: readonly CellChange[]): Promise<readonly DifferentCell[]> {
    const sheets = new Map<SheetContents, CellChange[]>();
    for (const change of changes) {
      const sheet = await Promise.resolve(this.sheetOf(change.sheet));
      const known = sheets.get(sheet);
      if (known) known.push(change);
      else sheets.set(sheet, [change]);
    }
    for (const { name, isProtected } of sheets.keys()) {
      if (isProtected) throw new WorkbookError('protectedSheet', name);
    }
    const different = [...sheets].flatMap(([sheet, wanted]) => differentCells(sheet, wanted));
    if (different.length > 0) return different;
    this.state = {
      ...this.state,
      sheets: this.state.sheets.map((one) => {
        const wanted = sheets.get(one);
        return wanted ? withReplacedCells(one, wanted) : one;
      }),
    };
    return [];
  }

  /** Nobody looks at a file, so nothing is selected. */
  findSelection(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async findRegion(place: Place): Promise<Area> {
    const { cells } = await Promise.resolve(this.sheetOf(place.sheet));
    return surroundingArea(place.area, (row, column) => isThere(cells[row]?.[column] ?? null));
  }

  /** Nobody looks at a file; a place that is not there is an error all the same. */
  async select(place: Place): Promise<void> {
    await Promise.resolve(this.sheetOf(place.sheet));
  }

  /** Nobody else changes a workbook in memory. */
  watch(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  /** The names that no further table may bear. */
  private takenNames(): string[] {
    const { sheets, names } = this.state;
    return [
      ...sheets.flatMap(({ tables }) => tables.map(({ name }) => name)),
      ...names.map(({ name }) => name),
    ];
  }

  private sheetOf(name: string): SheetContents {
    const sheet = this.state.sheets.find((one) => one.name === name);
    if (!sheet) throw new WorkbookError('notFound', name);
    return sheet;
  }
}

/** The smallest area with all cells that hold anything, as Excel's used range. */
function tightArea(cells: SheetContents['cells']): Area | undefined {
  let top = -1;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  cells.forEach((row, index) => {
    const first = row.findIndex(isThere);
    if (first < 0) return;
    if (top < 0) top = index;
    bottom = index;
    left = Math.min(left, first);
    right = Math.max(right, row.findLastIndex(isThere));
  });
  if (top < 0) return undefined;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function isThere(content: CellContent): boolean {
  return content !== null && content !== '';
}

function shownBy(content: CellContent): CellValue {
  const value = valueOf(content);
  if (value === null && isFormula(content)) return uncalculated;
  return value === '' ? null : value;
}

/** Whole columns and rows end where the sheet's cells do. */
function withinUse(area: Area, cells: SheetContents['cells']): Area {
  const used = tightArea(cells) ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const isTall = area.row + area.rows >= maxRows;
  const isWide = area.column + area.columns >= maxColumns;
  const limit = {
    row: area.row,
    column: area.column,
    rows: isTall ? Math.max(0, used.row + used.rows - area.row) : area.rows,
    columns: isWide ? Math.max(0, used.column + used.columns - area.column) : area.columns,
  };
  return intersection(area, limit) ?? { ...limit, rows: 0 };
}

function cut(cells: SheetContents['cells'], area: Area): CellContent[][] {
  return Array.from({ length: area.rows }, (_, row) => {
    const line = cells[area.row + row] ?? [];
    return Array.from({ length: area.columns }, (__, column) => line[area.column + column] ?? null);
  });
}

function formatsOf(sheet: SheetContents, area: Area): string[][] {
  const top = { ...area, rows: Math.min(area.rows, formatRows) };
  const formats = Array.from({ length: top.rows }, () =>
    new Array<string>(top.columns).fill('General'),
  );
  for (const { area: styled, style } of sheet.formats) {
    const shared = style.numberFormat === undefined ? undefined : intersection(top, styled);
    if (!shared) continue;
    for (let row = shared.row; row < shared.row + shared.rows; row += 1) {
      const line = formats[row - top.row];
      line?.fill(
        style.numberFormat ?? '',
        shared.column - top.column,
        shared.column - top.column + shared.columns,
      );
    }
  }
  return formats;
}
