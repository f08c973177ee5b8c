import {
  cellAddress,
  isError,
  quotedSheet,
  WorkbookError,
  type CellValue,
  type ReadOptions,
} from '../workbook';
import type { CellGrid } from './columns/cell-grid';
import type { DataSource } from './data-source';
import type { Issue } from './issue';
import type { Reading } from './reading';
import type { ShapeFound } from './shapes/shape';

/** A source as read: headers, and the rows below them as they stand. */
export interface RawTable {
  readonly source: DataSource;
  readonly headers: readonly string[];
  /** The header row's distance from the top of the source. */
  readonly headerRow: number;
  /** Data rows, blank ones at the end left off. */
  readonly grid: CellGrid;
  /** The number format of each column in the first rows. */
  readonly formats: readonly (readonly string[])[];
  /** Where a cell stands, of tables whose rows are not simply those below the header. */
  readonly placeOf?: (row: number, column: number) => CellPlace;
  /** Of sheets put together: the first row of each, and the column that tells its sheet. */
  readonly stacked?: { readonly starts: readonly number[]; readonly column: number };
  /** Of lines that have the columns of their orders beside their own: what is known of these. */
  readonly orders?: {
    readonly source: DataSource;
    /** The first column that stands in the table of orders. */
    readonly firstColumn: number;
    /** Why a line has no order; undefined where it has one, or is blank altogether. */
    readonly lackIn: (row: number) => Issue | undefined;
  };
  /** Columns that stand nowhere, by index, with the one whose texts they were looked up by. */
  readonly lookedUp?: ReadonlyMap<number, number>;
  /** What stands above the headers, such as "Plan 2026 in T€". */
  readonly titles?: readonly TableTitle[];
  /** What told the year of its rows, where none of its columns does. */
  readonly year?: YearTold;
  /** How the cells were read as a table, and what speaks for it. */
  readonly reading?: ShapeFound;
  /** Rows of the source that are in the table no more: an issue for each. */
  readonly setAside?: readonly Issue[];
  /** What was noticed and assumed when the cells were read as a table. */
  readonly findings?: readonly Issue[];
}

/** The year of periods that name none, or of targets without a period, and the text that told it. */
export interface YearTold {
  readonly year: number;
  /** The period that all rows are of, where they have no column of time. */
  readonly period?: string;
  readonly by: 'person' | 'header' | 'title' | 'name';
  readonly text: string;
  /** `Plan!A1`, where the text stands in a cell. */
  readonly at?: string;
}

/** A text above a table's headers, or below its rows. */
export interface TableTitle {
  readonly text: string;
  /** `Plan!A1` */
  readonly at: string;
}

/** The texts below a table's rows that belong to none of them, such as "all figures in T€". */
export function notesBelow({ setAside = [] }: RawTable): TableTitle[] {
  return setAside.flatMap(({ code, at, found }) =>
    code === 'noteRow' || code === 'headingRow' ? { text: found, at } : [],
  );
}

/** A single cell of the workbook. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The address of a cell of a table's data, `Sales!B17`; row −1 is its header. */
export function addressIn(table: RawTable, row: number, column: number): string {
  const place = placeIn(table, row, column);
  return `${quotedSheet(place.sheet)}!${cellAddress(place.row, place.column)}`;
}

/** Where a cell of a table's data stands in the workbook; row −1 is its header. */
export function placeIn(table: RawTable, row: number, column: number): CellPlace {
  if (table.placeOf) return table.placeOf(row, column);
  const { sheet, area } = table.source;
  return { sheet, row: area.row + table.headerRow + 1 + row, column: area.column + column };
}

/** How a cell's value is shown in a message. */
export function shown(value: CellValue | undefined): string {
  if (value === null || value === undefined || value === '') return '(blank)';
  if (isError(value)) return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

export interface ReadProgress {
  readonly rowsRead: number;
  readonly rows: number;
}

/** Which columns of a table will be asked for, as its first rows tell. */
export interface AheadWish {
  /** The first row below the headers, from the top of the source. */
  readonly firstRow: number;
  readonly columns: readonly number[];
}

export interface TableReadOptions extends ReadOptions, Reading {
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Reads no more than this many rows from the top. */
  readonly mostRows?: number;
  /** Which columns will be asked for, where that is known: they are encoded on the way. */
  readonly ahead?: AheadWish;
  /** Asked between steps of long work; answers when the caller wants it to go on. */
  readonly pause?: () => Promise<void>;
}

/** Encodes columns, letting others work in between. */
export async function prepare(
  table: RawTable,
  columns: readonly number[],
  options: TableReadOptions = {},
): Promise<void> {
  await stepwise(table.grid.encode(columns), table.source.name, options);
}

/** Encodes all that is left, and lets the rows as read go. */
export async function settle(table: RawTable, options: TableReadOptions = {}): Promise<void> {
  await stepwise(table.grid.settle(), table.source.name, options);
}

/** Takes steps one by one, letting others work in between; `name` is the source worked on. */
export async function stepwise<Result>(
  steps: Iterator<unknown, Result>,
  name: string,
  { signal, pause }: TableReadOptions,
): Promise<Result> {
  let step = steps.next();
  while (step.done !== true) {
    if (signal?.aborted) throw new WorkbookError('cancelled', name);
    await pause?.();
    step = steps.next();
  }
  return step.value;
}
