import { quotedSheet, type Source } from '../../workbook';
import { CellColumn } from '../columns/cell-column';
import { CellGrid } from '../columns/cell-grid';
import { findRole, headerWords } from '../header-words';
import type { DataSource } from '../data-source';
import type { Issue } from '../issue';
import { addressIn, placeIn, type RawTable } from '../raw-table';
import { withLongMonths } from '../texts/short-months';
import { findTextPeriod } from '../texts/text-periods';
import { headerPart, labelOf } from '../texts/header-part';
import { saysPercent } from '../columns/percents';
import { findHeaderUnit } from '../roles';
import { saysToDate } from './to-date-words';
import { plainNames, type ColumnNames } from './shape';

/** Sheets or tables of one layout, to be read as one. */
export interface Stack {
  readonly sources: readonly Source[];
  /** The header of the column that tells each row's sheet, or the period that its sheet is named by. */
  readonly sheetColumn: string;
  /** By source: what stands in that column. */
  readonly labels: readonly string[];
  /** Sheets are named by periods, and nothing else tells when their rows were. */
  readonly isByPeriod: boolean;
  /** Sheets are named by months or quarters without a year: it has to be asked. */
  readonly isYearOpen: boolean;
}

/** Sheets whose headers are the same to this share are of one layout. */
const sameHeaders = 0.75;

const keyOf = (header: string) => headerWords(header);
const keysIn = ({ headers }: RawTable) =>
  new Set(headers.map(keyOf).filter((header) => header !== ''));

function areAlike(one: RawTable, other: RawTable): boolean {
  const [left, right] = [keysIn(one), keysIn(other)];
  const common = [...left].filter((header) => right.has(header)).length;
  return common >= 2 && common >= Math.max(left.size, right.size) * sameHeaders;
}

/** What a person said that decides what sheets tell of their rows. */
export interface StackReading {
  readonly year?: number;
  readonly names?: Partial<ColumnNames>;
}

/** The first table whose layout is another than that of the ones before it. */
export function findStranger([first, ...others]: readonly RawTable[]): RawTable | undefined {
  return first && others.find((table) => !areAlike(first, table));
}

/** Finds tables of one layout on different sheets: two at least, whatever the order of their columns. */
export function findStacks(tables: readonly RawTable[], reading: StackReading = {}): Stack[] {
  const groups: RawTable[][] = [];
  for (const table of tables) {
    const group = groups.find(([first]) => first !== undefined && areAlike(first, table));
    const isTaken = group?.some(({ source }) => source.sheet === table.source.sheet) === true;
    if (group && !isTaken) group.push(table);
    else groups.push([table]);
  }
  return groups.filter((group) => group.length > 1).map((group) => stackOf(group, reading));
}

/** Puts tables together, with the column that tells them apart. */
export function stackOf(
  tables: readonly RawTable[],
  { year, names: said }: StackReading = {},
): Stack {
  const names = { ...plainNames, ...said };
  const sources = tables.map(({ source }) => source);
  const own = sources.map((source) => (source.kind === 'sheet' ? source.sheet : source.name));
  const isDated = tables.some(({ headers }) =>
    headers.some((header) => ['date', 'year'].includes(findRole(header) ?? '')),
  );
  const spelled = withLongMonths(own);
  const periods = isDated ? [] : spelled.map((name) => periodIn(name, year));
  const isByPeriod = !periods.includes(undefined) && new Set(periods).size > 1;
  const isYearless = own.every((name) => {
    const part = headerPart(name);
    return (part?.month ?? part?.quarter) !== undefined && part?.year === undefined;
  });
  return {
    sources,
    sheetColumn: isByPeriod ? names.period : names.sheet,
    labels: isByPeriod ? periods.map((period) => period ?? '') : own,
    isByPeriod,
    isYearOpen: !isDated && !isByPeriod && isYearless,
  };
}

function periodIn(name: string, year: number | undefined): string | undefined {
  const period = findTextPeriod(name);
  if (period) return period.label;
  const part = headerPart(name);
  const of = part?.year ?? year;
  const isPeriod = part && !part.isTotal && (part.month ?? part.quarter ?? part.year) !== undefined;
  return isPeriod && of !== undefined ? labelOf(part, of) : undefined;
}

/**
 * One table of several, in small steps: the columns of the first, then those that only others have,
 * then the column that tells the sheet. A column that a sheet lacks is named, and blank in its rows.
 */
export function* stackSteps(
  source: DataSource,
  tables: readonly [RawTable, ...RawTable[]],
  stack: Stack,
): Generator<void, RawTable> {
  const [first] = tables;
  const headers: string[] = [];
  const known = new Map<string, number>();
  const columnsOf = tables.map((table) =>
    table.headers.map((header) => {
      const key = header === '' ? `${table.source.sheet}\n` : keyOf(header);
      const column = known.get(key);
      if (column !== undefined) return column;
      known.set(key, headers.length);
      headers.push(header);
      return headers.length - 1;
    }),
  );
  const sheetColumn = headers.length;
  const starts: number[] = [];
  let count = 0;
  for (const { grid } of tables) {
    starts.push(count);
    count += grid.rowCount;
  }
  const columns = Array.from({ length: headers.length + 1 }, () => new CellColumn(count));
  const slice = 4096;
  for (const [index, { grid }] of tables.entries()) {
    const own = columnsOf[index] ?? [];
    const sourceOf = headers.map((_, column) => own.indexOf(column));
    for (let from = 0; from < grid.rowCount; from += slice) {
      const rows = Array.from({ length: Math.min(slice, grid.rowCount - from) }, (_, row) => [
        ...sourceOf.map((column) => (column < 0 ? null : grid.cell(from + row, column))),
        stack.labels[index] ?? null,
      ]);
      columns.forEach((cells, column) => {
        cells.take(rows, column, 0, rows.length, (starts[index] ?? 0) + from);
      });
      yield;
    }
  }
  const tableAt = (row: number) =>
    Math.max(
      starts.findLastIndex((start) => start <= row),
      0,
    );
  const titles = tables.flatMap((table) =>
    (table.titles ?? []).filter(
      ({ text }) => tellsOfFigures(text) || (table === first && isAbove(text, tables)),
    ),
  );
  return {
    source,
    ...(titles.length > 0 && { titles }),
    headers: [...headers, uniqueHeader(stack.sheetColumn, headers)],
    headerRow: first.headerRow,
    stacked: { starts, column: sheetColumn },
    grid: CellGrid.of(columns, count),
    formats: first.formats.slice(0, first.grid.rowCount).map((row) => {
      const own = columnsOf[0] ?? [];
      return headers.map((_, column) => row[own.indexOf(column)] ?? '');
    }),
    placeOf: (row, column) => {
      const at =
        row < 0 ? tables.findIndex((_, one) => columnsOf[one]?.includes(column)) : tableAt(row);
      const table = tables[Math.max(at, 0)] ?? first;
      const own = Math.max((columnsOf[Math.max(at, 0)] ?? []).indexOf(column), 0);
      return placeIn(
        table,
        row < 0 ? row : row - (starts[at] ?? 0),
        column === sheetColumn ? 0 : own,
      );
    },
    ...readingOfAll(tables, stack),
    setAside: tables.flatMap(({ setAside = [] }) => setAside),
    findings: [
      ...tables.flatMap(({ findings = [] }) => findings),
      ...tables.flatMap((table, index) => missingIn(table, columnsOf[index] ?? [], headers)),
    ],
  };
}

const isAbove = (text: string, tables: readonly RawTable[]) =>
  tables.every(({ titles = [] }) => titles.some((title) => title.text === text));

/** What holds for figures, whatever stands beside it: "January in T€", "February to date". */
function tellsOfFigures(text: string): boolean {
  const { currency, scale } = findHeaderUnit(text);
  return (currency ?? scale) !== undefined || saysToDate(text) || saysPercent(text);
}

/** How the tables were read, as far as it holds for all of them. */
function readingOfAll(
  [first, ...others]: readonly [RawTable, ...RawTable[]],
  { isByPeriod }: Stack,
): Pick<RawTable, 'reading'> {
  const { reading } = first;
  const isAlike = others.every((table) => table.reading?.layout === reading?.layout);
  if (!reading || !isAlike) return {};
  const own = isByPeriod ? 'period' : 'sheet';
  return { reading: { ...reading, unnamed: [...(reading.unnamed ?? []), own] } };
}

function missingIn(table: RawTable, own: readonly number[], headers: readonly string[]): Issue[] {
  return headers.flatMap((header, column) =>
    header === '' || own.includes(column)
      ? []
      : [
          {
            code: 'missingColumn' as const,
            at: addressIn(table, -1, 0),
            found: header,
            expected: quotedSheet(table.source.sheet),
          },
        ],
  );
}

function uniqueHeader(wished: string, headers: readonly string[]): string {
  const taken = new Set(headers.map((header) => header.toLowerCase()));
  let header = wished;
  for (let number = 2; taken.has(header.toLowerCase()); number += 1) {
    header = `${wished} ${String(number)}`;
  }
  return header;
}
