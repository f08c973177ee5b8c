import type { Area, Place } from './address';
import type { CellContent, CellValue } from './cell';
import type { PlanShape, SheetPlan } from './plan';

/** Something a workbook holds that rows can be read from. */
export interface Source extends Place {
  readonly kind: 'table' | 'sheet' | 'name';
  /** The table's, sheet's or defined name's own name. */
  readonly name: string;
  readonly isHidden: boolean;
}

/** Rows as a host gave them, for who looks at every cell anyway. */
export interface GivenRows {
  /** The reader's own: it may put each row back as it was read. */
  readonly rows: (readonly unknown[])[];
  /**
   * The values of a row. A row is its own values unless a cell is an empty text, an object, or a text
   * that begins with "#".
   */
  readonly read: (row: readonly unknown[]) => readonly CellValue[];
}

/** Consecutive rows of a place. */
export interface Block {
  /** The first row's distance from the top of the place that is read. */
  readonly offset: number;
  readonly values: readonly (readonly CellValue[])[];
  /** The same rows, where `values` would have to read them first. */
  readonly given?: GivenRows;
  /** The number formats of the block's first rows (20 at most), where the first block has them. */
  readonly formats?: readonly (readonly string[])[];
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
}

/** A sheet of ours as it was last written. */
export interface OwnSheet {
  readonly id: string;
  readonly sheet: string;
  readonly shape: PlanShape;
}

export interface Written {
  /** The name the sheet bears now: the wished one, unless somebody else's sheet has it. */
  readonly sheet: string;
  readonly isNew: boolean;
  /** The names our tables bear now, in the plan's order. */
  readonly tables: readonly string[];
}

export interface WorkbookChange {
  readonly sheet: string;
  /** Left out where the whole sheet may have changed, or cells have moved otherwise than by rows. */
  readonly area?: Area;
  /**
   * The rows of the area are new, or were those that are gone: what stands below has moved. Left out,
   * its cells were edited.
   */
  readonly rows?: 'inserted' | 'deleted';
  /** Formulas have new results; what people typed stands as it was. */
  readonly isCalculation?: boolean;
}

export type WorkbookErrorCode =
  | 'accessDenied'
  | 'busy'
  | 'cancelled'
  | 'editMode'
  | 'invalidSelection'
  | 'notFound'
  | 'protectedSheet'
  | 'tooLarge'
  | 'unreadableFile'
  | 'unsupported'
  | 'unknown';

/** A column of a table to be added. */
export interface NewColumn {
  /** Neither blank nor another column's, capitals aside. */
  readonly header: string;
  /** Of its cells below the header; left out, General. */
  readonly numberFormat?: string;
  /** In characters of the standard font. */
  readonly width?: number;
}

/** A table to be added on a sheet of its own. Its cells are asked for while they are written. */
export interface NewTable {
  /** The wished names; where they are taken, free ones with a number. */
  readonly sheet: string;
  readonly table: string;
  /** Rows of texts above the table. */
  readonly titles?: readonly (readonly string[])[];
  readonly columns: readonly NewColumn[];
  /** Without the header; one at least. */
  readonly rowCount: number;
  /** The cells of the rows from `from` up to, not with, `to`. Texts stay texts, whatever they spell. */
  readonly rows: (from: number, to: number) => readonly (readonly CellValue[])[];
}

/** Under more titles than this the header of an added table does not stay in sight. */
const mostTitlesInSight = 5;

/** How many rows stay in sight: those down to the header of an added table, unless they are many. */
export function rowsInSight({ titles = [] }: NewTable): number {
  return titles.length > mostTitlesInSight ? 0 : titles.length + 1;
}

export interface AddTableOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly rowsWritten: number; readonly rows: number }) => void;
  /** Asked between steps of long work; answers when the caller wants it to go on. */
  readonly pause?: () => Promise<void>;
}

/** The names that an added table and its sheet bear. */
export interface AddedTable {
  readonly sheet: string;
  readonly table: string;
}

/** One cell whose content is to be replaced. */
export interface CellChange {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What the cell has to hold for the change to be made. */
  readonly old: CellContent;
  readonly new: CellContent;
  /** The number format it gets where its own is General or Text. */
  readonly numberFormat?: string;
}

/** A cell that does not hold what it was thought to. */
export interface DifferentCell extends Pick<CellChange, 'sheet' | 'row' | 'column'> {
  /** It holds a formula, or shows a part of one's results. */
  readonly isFormula: boolean;
}

/** The workbook's holder refused. `subject` names the sheet, table or file it is about. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';

  constructor(
    readonly code: WorkbookErrorCode,
    readonly subject: string,
    override readonly cause?: unknown,
  ) {
    super(`${code}: ${subject}`);
  }
}

/**
 * Whatever holds a workbook: Excel through its add-in interface, or a file. Every method rejects
 * with a `WorkbookError` and with nothing else.
 */
export interface Workbook {
  /** Tables, sheets with something on them, and named ranges, in the workbook's order. */
  listSources(): Promise<readonly Source[]>;

  /** The rows of a place in blocks, top down. Stops with `cancelled` when the signal says so. */
  read(place: Place, options?: ReadOptions): AsyncIterable<Block>;

  /** What people typed, formulas included. */
  readContents(place: Place): Promise<readonly (readonly CellContent[])[]>;

  /** Whether any cell of a place holds a formula: its values may change without an edit. */
  holdsFormulas(place: Place): Promise<boolean>;

  /** The sheet of ours with this id, if it is still there. */
  findOwnSheet(id: string): Promise<OwnSheet | undefined>;

  /**
   * Writes the plan: a new sheet, or our earlier one again in place. All or nothing: where it
   * fails half-way, the earlier sheet stands as it was, or none.
   */
  write(plan: SheetPlan): Promise<Written>;

  /** Adds rows below a table's last one. */
  appendRows(table: string, rows: readonly (readonly CellContent[])[]): Promise<void>;

  /**
   * Adds a table on a new sheet, written block by block. Where it fails or is cancelled, the sheet
   * is taken away again. More rows than a sheet has are refused with `tooLarge`.
   */
  addTable(table: NewTable, options?: AddTableOptions): Promise<AddedTable>;

  /**
   * Replaces single cells: all of them, or none. None is where one does not hold its `old` content
   * any more; those that do not are answered. Excel undoes it as one step.
   */
  replaceCells(changes: readonly CellChange[]): Promise<readonly DifferentCell[]>;

  /** The one range that the person has selected; undefined where nobody looks at the workbook. */
  findSelection(): Promise<Place | undefined>;

  /** The region around a place, up to the next blank rows and columns. */
  findRegion(place: Place): Promise<Area>;

  /** Shows a place to the person. */
  select(place: Place): Promise<void>;

  /** Tells of changes that did not come from us, until stopped. */
  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
}

/** Reads a whole place at once: for what is known to be small. */
export async function readAll(
  workbook: Workbook,
  place: Place,
  options?: ReadOptions,
): Promise<(readonly CellValue[])[]> {
  const rows: (readonly CellValue[])[] = [];
  for await (const block of workbook.read(place, options)) rows.push(...block.values);
  return rows;
}
