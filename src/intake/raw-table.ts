import {
  cellAddress,
  isBlank,
  isError,
  quotedSheet,
  WorkbookError,
  type CellValue,
  type ReadOptions,
  type Source,
  type Workbook,
} from '../workbook';
import { CellGrid } from './cell-grid';
import type { Issue } from './issue';

/** A source as read: headers, and the rows below them as they stand. */
export interface RawTable {
  readonly source: Source;
  readonly headers: readonly string[];
  /** The header row's distance from the top of the source. */
  readonly headerRow: number;
  /** Data rows, blank ones at the end left off. */
  readonly grid: CellGrid;
  /** The number format of each column in the first rows. */
  readonly formats: readonly (readonly string[])[];
  /** Where a cell stands, of tables whose rows are not simply those below the header. */
  readonly placeOf?: (row: number, column: number) => CellPlace;
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

export interface TableReadOptions extends ReadOptions {
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Reads no more than this many rows from the top. */
  readonly mostRows?: number;
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

/** Headers stand in one of the first rows of a sheet. */
const headerSearch = 30;

/** Reads a source and finds its header row. */
export async function readTable(
  workbook: Workbook,
  source: Source,
  options: TableReadOptions = {},
): Promise<RawTable | { readonly issues: readonly Issue[] }> {
  const rows: (readonly CellValue[])[] = [];
  let formats: readonly (readonly string[])[] = [];
  const count = Math.min(source.area.rows, options.mostRows ?? source.area.rows);
  const place = { sheet: source.sheet, area: { ...source.area, rows: count } };
  for await (const block of workbook.read(place, options)) {
    if (options.signal?.aborted) throw new WorkbookError('cancelled', source.name);
    for (const row of block.values) rows.push(row);
    if (block.formats && formats.length === 0) formats = block.formats;
    options.onProgress?.({ rowsRead: rows.length, rows: count });
    await options.pause?.();
  }
  while (rows.length > 0 && (rows.at(-1) ?? []).every(isBlank)) rows.pop();
  const top = `${quotedSheet(source.sheet)}!${cellAddress(source.area.row, source.area.column)}`;
  if (rows.length === 0) {
    return { issues: [{ code: 'noData', at: top, found: source.name, expected: 'rows' }] };
  }
  const headerRow = source.kind === 'table' ? 0 : findHeaderRow(rows.slice(0, headerSearch));
  if (headerRow === undefined) {
    return {
      issues: [{ code: 'noHeader', at: top, found: shown(rows[0]?.[0]), expected: 'header' }],
    };
  }
  const headers = (rows[headerRow] ?? []).map((cell) => (isBlank(cell) ? '' : shown(cell).trim()));
  const table: RawTable = {
    source,
    headers,
    headerRow,
    grid: new CellGrid(rows.slice(headerRow + 1), headers.length),
    formats: formats.slice(headerRow + 1),
  };
  if (table.grid.rowCount === 0) {
    return {
      issues: [
        {
          code: 'headerWithoutRows',
          at: addressIn(table, -1, 0),
          found: headers.filter((header) => header !== '').join(', '),
          expected: 'rows',
        },
      ],
    };
  }
  const issues = headerIssues(table);
  return issues.length > 0 ? { issues } : table;
}

/**
 * The first row of nothing but texts that is about as wide as the widest row near the top. One of
 * them stands above the header where the header follows, at once or below a blank row: a wider row
 * of texts.
 */
function findHeaderRow(rows: readonly (readonly CellValue[])[]): number | undefined {
  const looks = rows.map((row) => {
    const filled = row.filter((cell) => !isBlank(cell));
    return { width: filled.length, isText: filled.every((cell) => typeof cell === 'string') };
  });
  const widest = Math.max(...looks.map(({ width }) => width));
  const candidates = looks.flatMap(({ width, isText }, row) =>
    isText && width >= Math.max(2, Math.ceil(widest * 0.6)) ? [row] : [],
  );
  const standsAbove = (row: number): boolean => {
    const [own, next, afterNext] = [looks[row], looks[row + 1], looks[row + 2]];
    if (!own || !next) return false;
    if (next.width === 0) {
      return candidates.some((later) => later > row && (looks[later]?.width ?? 0) > own.width);
    }
    return next.isText && next.width > own.width && afterNext?.isText === false;
  };
  return candidates.find((row) => !standsAbove(row)) ?? candidates[0];
}

function headerIssues(table: RawTable): Issue[] {
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  const { grid } = table;
  table.headers.forEach((header, column) => {
    const at = addressIn(table, -1, column);
    if (header === '') {
      let row = 0;
      while (row < grid.rowCount && isBlank(grid.cell(row, column))) row += 1;
      if (row === grid.rowCount) return;
      const found = `${addressIn(table, row, column)}: ${shown(grid.cell(row, column))}`;
      issues.push({ code: 'blankHeader', at, found, expected: 'header' });
      return;
    }
    const first = seen.get(header);
    if (first === undefined) seen.set(header, column);
    else {
      issues.push({
        code: 'duplicateHeader',
        at,
        found: header,
        expected: addressIn(table, -1, first),
      });
    }
  });
  return issues;
}
