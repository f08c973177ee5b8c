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
import type { Issue } from './issue';

/** A source as read: headers, and the rows below them as they stand. */
export interface RawTable {
  readonly source: Source;
  readonly headers: readonly string[];
  /** The header row's distance from the top of the source. */
  readonly headerRow: number;
  /** Data rows, blank ones at the end left off. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The number format of each column in the first rows. */
  readonly formats: readonly (readonly string[])[];
}

/** The address of a cell of a table's data, `Sales!B17`; row −1 is its header. */
export function addressIn(table: RawTable, row: number, column: number): string {
  const { sheet, area } = table.source;
  return `${quotedSheet(sheet)}!${cellAddress(
    area.row + table.headerRow + 1 + row,
    area.column + column,
  )}`;
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
    rows: rows.slice(headerRow + 1),
    formats: formats.slice(headerRow + 1),
  };
  if (table.rows.length === 0) {
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
  table.headers.forEach((header, column) => {
    const at = addressIn(table, -1, column);
    if (header === '') {
      const row = table.rows.findIndex((cells) => !isBlank(cells[column]));
      if (row < 0) return;
      const found = `${addressIn(table, row, column)}: ${shown(table.rows[row]?.[column])}`;
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
