import { finish } from '../sales';
import {
  cellAddress,
  isBlank,
  isUncalculated,
  quotedSheet,
  WorkbookError,
  type CellValue,
  type Source,
  type Workbook,
} from '../workbook';
import { CellGrid } from './columns/cell-grid';
import { ColumnsAhead } from './shapes/columns-ahead';
import { chooseShape, headerRowsOffered, type RowsRead } from './choose-shape';
import type { Issue } from './issue';
import {
  addressIn,
  shown,
  stepwise,
  type CellPlace,
  type RawTable,
  type TableReadOptions,
} from './raw-table';
import type { Reading } from './reading';
import { headerPart } from './texts/header-part';
import {
  headerSearch,
  layouts,
  reshape,
  RowScan,
  viewOf,
  type Layout,
  type Row,
  type ShapeFound,
} from './shapes';
import {
  findingsOf,
  otherIssues,
  placesIn,
  questionIssues,
  rowIssues,
  shapeQuestions,
} from './checks/shape-issues';
import { titlesAbove, titlesOfTable } from './titles';
import type { Unclear } from './mapping';

/** A source as read, or why it is no table. */
export type TableRead = RawTable | NotRead;

/** Why a source is no table, or not yet. */
export interface NotRead {
  readonly issues: readonly Issue[];
  /** What has to be answered first; the issues say the same. */
  readonly unclear?: readonly Unclear[];
  /** As far as it was found how the cells make a table. */
  readonly reading?: ShapeFound;
}

/** Reads a source, finds how its cells make a table, and makes it. */
export async function readTable(
  workbook: Workbook,
  source: Source,
  options: TableReadOptions = {},
): Promise<TableRead> {
  const read = await readRows(workbook, source, options);
  const above = await titlesOfTable(workbook, source, options);
  return stepwise(tableSteps({ ...read, above }, source, options), source.name, options);
}

/** The ways in which the first rows of a source make a table, and those rows. */
export async function readLayouts(
  workbook: Workbook,
  source: Source,
  options: TableReadOptions = {},
): Promise<{
  readonly layouts: readonly Layout[];
  readonly firstRows: readonly Row[];
  readonly formats: RawTable['formats'];
}> {
  const read = await readRows(workbook, source, { ...options, mostRows: headerRowsOffered });
  const { rows: firstRows, formats } = read;
  return { layouts: layoutsOf(read, source, options), firstRows, formats };
}

function layoutsOf(read: RowsRead, source: Source, said: Reading): Layout[] {
  return layouts.filter(
    (layout) => finish(chooseShape(read, source, { ...said, layout })) !== undefined,
  );
}

/** Rows of a block that are looked at before others may work. */
const rowsAStep = 1024;

async function readRows(
  workbook: Workbook,
  source: Source,
  options: TableReadOptions,
): Promise<RowsRead> {
  const count = Math.min(source.area.rows, options.mostRows ?? source.area.rows);
  // As long as needed from the start: an array that grows is copied again and again.
  const rows = new Array<Row>(count);
  const scan = new RowScan(count);
  const ahead = options.ahead && new ColumnsAhead(options.ahead, count);
  let formats: readonly (readonly string[])[] = [];
  let read = (row: readonly unknown[]): Row => row as Row;
  const place = { sheet: source.sheet, area: { ...source.area, rows: count } };
  // The room for a full sheet's rows alone takes half as long as a page may have to wait.
  await options.pause?.();
  for await (const block of workbook.read(place, options)) {
    if (options.signal?.aborted) throw new WorkbookError('cancelled', source.name);
    const given = block.given ?? { rows: [...block.values] };
    read = block.given?.read ?? read;
    for (let from = 0, to = 0; from < given.rows.length; from = to) {
      const start = scan.rowCount;
      // A step ends where the rows begin whose columns are encoded ahead.
      const above = Math.max(0, (ahead?.firstRow ?? 0) - start);
      const isBelow = above === 0;
      to = Math.min(from + (isBelow ? rowsAStep : Math.min(above, rowsAStep)), given.rows.length);
      if (isBelow) ahead?.takePlain(given.rows as Row[], from, to, start);
      scan.takeGiven(given, from, to, isBelow ? ahead?.looked(source.area.columns) : undefined);
      if (isBelow) ahead?.takeMixed(given.rows as Row[], from, to, start);
      putRows(rows, start, given.rows as Row[], from, to);
      await options.pause?.();
      if (ahead?.isDue(scan) === true) {
        await stepwise(ahead.takeLate(rows, scan, read), source.name, options);
      }
    }
    if (block.formats && formats.length === 0) formats = block.formats;
    options.onProgress?.({ rowsRead: scan.rowCount, rows: count });
  }
  if (ahead) await stepwise(ahead.takeLate(rows, scan, read), source.name, options);
  rows.length = scan.trim();
  return { rows, formats, scan, ahead, isPart: count < source.area.rows };
}

// Here and in other functions that wait or yield, loops over rows stand in functions of their own,
// called for a few rows at a time: only such are compiled well.

function putRows(rows: Row[], start: number, more: readonly Row[], from: number, to: number): void {
  for (let at = from; at < to; at += 1) rows[start + at - from] = more[at] ?? [];
}

/** Finds the shape, then makes the table: in steps, since each may take a while. */
function* tableSteps(
  read: RowsRead,
  source: Source,
  said: Reading,
): Generator<undefined, TableRead> {
  const { rows } = read;
  const at = `${quotedSheet(source.sheet)}!${cellAddress(source.area.row, source.area.column)}`;
  if (rows.length === 0) {
    return { issues: [{ code: 'noData', at, found: source.name, expected: 'rows' }] };
  }
  const found = yield* chooseShape(read, source, said);
  yield;
  const unknown = uncalculatedHeaders(rows, found, source);
  // Nothing can be asked: the cells have to be mended.
  if (unknown.length > 0) return { issues: unknown, unclear: [] };
  if (!found) {
    if (said.layout === undefined && said.header === undefined) {
      return { issues: [{ code: 'noHeader', at, found: shown(rows[0]?.[0]), expected: 'header' }] };
    }
    return doesNotFit(read, source, said, at);
  }
  const questions = questionIssues(found, source);
  if (questions.length > 0) {
    return { issues: questions, unclear: shapeQuestions(found, source), reading: found };
  }
  const table = tableFrom(read, source, found, said);
  yield;
  return checked(table);
}

/** Headers that are formulas which no program has calculated. */
function uncalculatedHeaders(
  rows: readonly Row[],
  found: ShapeFound | undefined,
  { sheet, area }: Source,
): Issue[] {
  const shape = found?.shape.isTurned === true ? undefined : found?.shape;
  const tops = rows.slice(0, headerSearch);
  const headers = shape?.headerRows.map((row) => shape.area.row + row) ?? [...tops.keys()];
  const isHeader = (cell: CellValue) =>
    typeof cell === 'string' || isBlank(cell) || isUncalculated(cell) || headerPart(cell);
  const first = headers.find((row) => tops[row]?.some(isUncalculated) && tops[row].every(isHeader));
  if (first === undefined) return [];
  const cells = rows[first] ?? [];
  const column = cells.findIndex(isUncalculated);
  const count = cells.filter(isUncalculated).length;
  const at = `${quotedSheet(sheet)}!${cellAddress(area.row + first, area.column + column)}`;
  return [{ code: 'notCalculated', at, found: String(count), expected: 'the header' }];
}

/** The cells have changed since a person said how they are to be read. */
function doesNotFit(read: RowsRead, source: Source, said: Reading, at: string): NotRead {
  const { layout, header, ...rest } = said;
  const found = layout ?? (header ?? []).join(', ');
  const candidates = layout === undefined ? [] : layoutsOf(read, source, rest);
  const { name } = source;
  return {
    issues: [{ code: 'readingDoesNotFit', at, found, expected: name }],
    unclear: [{ question: 'layout', source: name, subject: found, candidates, at }],
  };
}

/** Makes the table that a shape says; the rows are its own then. */
function tableFrom(
  { rows, formats, ahead, above = [] }: RowsRead,
  source: Source,
  found: ShapeFound,
  said: Reading,
): RawTable {
  const { shape } = found;
  const { area } = shape;
  const titles = [...above, ...titlesAbove(rows, area.row + (shape.headerRows[0] ?? 0), source)];
  const headerRow = area.row + (shape.headerRows.at(-1) ?? -1);
  const isAsItStands =
    shape.kind === 'long' &&
    !shape.isTurned &&
    area.column === 0 &&
    area.columns === source.area.columns &&
    shape.aside.length === 0 &&
    shape.columns.every((use) => use.use === 'key' && use.fillsDown !== true);
  if (isAsItStands) {
    const headers = shape.columns.map((use) => ('header' in use ? use.header : ''));
    // In place, since nobody else has these rows: a copy of many takes as long as to read a column.
    rows.length = area.row + area.rows;
    rows.splice(0, headerRow + 1);
    const grid = new CellGrid(rows, headers.length, ahead?.of(headerRow + 1, rows.length));
    return {
      source,
      headers,
      headerRow,
      grid,
      formats: formats.slice(headerRow + 1),
      ...(titles.length > 0 && { titles }),
      reading: found,
      findings: otherIssues(found, source),
    };
  }
  const view = viewOf(rows, shape);
  const made = reshape(view.rows, shape);
  const placeAt = placesIn(source, view.placeOf);
  const placeOf = (row: number, column: number): CellPlace => {
    const at = made.from(row, column);
    return placeAt(at.row, at.column);
  };
  const formatAt = (row: number, column: number): string => {
    const at = made.from(row, column);
    const inRead = view.placeOf(at.row, at.column);
    return formats[inRead.row]?.[inRead.column] ?? '';
  };
  const looked = Math.min(made.grid.rowCount, formats.length);
  return {
    source,
    headers: made.headers,
    headerRow,
    grid: made.grid,
    formats: Array.from({ length: looked }, (_, row) =>
      made.headers.map((__, column) => formatAt(row, column)),
    ),
    placeOf,
    ...(titles.length > 0 && { titles }),
    reading: found,
    setAside: rowIssues(made.aside, view.rows, placeAt, said.totals),
    findings: [...findingsOf(found, made.blanks, placeAt), ...otherIssues(found, source)],
  };
}

function checked(table: RawTable): TableRead {
  if (table.grid.rowCount === 0) {
    return {
      issues: [
        {
          code: 'headerWithoutRows',
          at: addressIn(table, -1, 0),
          found: table.headers.filter((header) => header !== '').join(', '),
          expected: 'rows',
        },
      ],
    };
  }
  const issues = headerIssues(table);
  return issues.length > 0 ? { issues } : table;
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
