import { isBlank, type Area, type CellValue } from '../../workbook';
import type { CellGrid } from '../columns/cell-grid';
import {
  areVersions,
  classOf,
  findColumnRole,
  findRole,
  fold,
  tellsRowKinds,
} from '../header-words';
import { areShortMonths, mayBeDays, mayBeShortMonth } from '../texts/short-months';
import { headingLabel, headingName, isDay, isPeriod, isProse, mayName } from './heading-names';
import type { RowsToJudge } from './rows-to-judge';
import {
  headerText,
  plainNames,
  type AsideCode,
  type ColumnNames,
  type ColumnUse,
  type Row,
  type Shape,
  type ShapeEvidence,
} from './shape';
import { findTotal } from '../texts/total-words';

/** Names of groups that stand alone in rows, each above the rows of its group. */
export interface Headings {
  /** The first may stand above the header, where the others have it repeated below them. */
  readonly rows: readonly number[];
  /** The column they stand in. */
  readonly column: number;
  /** Nothing else stands in their column: they are its values, and no column has to be added. */
  readonly isOwn: boolean;
  /** They are periods, and no names. */
  readonly arePeriods: boolean;
  /** What all of them say before a colon that they name, as "Region: North" does. */
  readonly label?: string;
  /** Nothing speaks for notes, or for names that lack their figures. */
  readonly areCertain: boolean;
  /** They may be days or months: "01/26" and "01/27", where nothing else tells the time. */
  readonly areOpen: boolean;
  /** They name versions or kinds of the same rows, such as plans, which are never added up. */
  readonly areKinds: boolean;
}

/** What stands below a heading. */
interface Group {
  count: number;
  /** Rows of one name and figures: without figures they would look like headings. */
  bare: number;
  readonly names: Set<string>;
  isIndented: boolean;
  hasTotal: boolean;
  hasHeader: boolean;
  readonly name: string;
  /** The total of all, or of the group, stands above: rows below that may be of no group. */
  isClosed: boolean;
  goesOn: boolean;
}

const newGroup = (name = ''): Group => ({
  name,
  isClosed: false,
  count: 0,
  bare: 0,
  names: new Set(),
  isIndented: true,
  hasTotal: false,
  hasHeader: false,
  goesOn: false,
});

type Notes = ReadonlyMap<number, AsideCode>;

/**
 * Finds rows with a single text that stand above rows of data like the names of groups, by the rows that
 * are known to be no data; undefined where fewer than two do.
 */
export function findHeadings(table: RowsToJudge, notes: Notes): Headings | undefined {
  const { rows, scan, from, numbers, keys, headerRows } = table;
  if (numbers.length === 0 || scan.lonely.length === 0) return undefined;
  const totals = totalsIn(table);
  // What stands alone below the last row of data is a note.
  let last = table.to - 1;
  while (last >= from && (scan.filled(last) < 2 || notes.has(last))) last -= 1;
  const alone = scan.lonely.filter((row) => row >= from && row < last);
  const title = (headerRows[0] ?? 0) - 1;
  const columnOf = (row: number) => keys.find((key) => !isBlank(rows[row]?.[key]));
  const nameIn = (row: number): string | undefined => {
    const cell = rows[row]?.[columnOf(row) ?? -1];
    return mayName(cell) && !totals.has(row) ? headerText(cell) : undefined;
  };
  const first = alone.find((row) => nameIn(row) !== undefined);
  const column = first === undefined ? undefined : columnOf(first);
  if (first === undefined || column === undefined) return undefined;
  const isHead = (row: number) => nameIn(row) !== undefined && columnOf(row) === column;
  const some = alone.filter(isHead);
  const tells = table.areAlike === true || tellsTime(table);
  const said = headingLabel(some.map((row) => nameIn(row) ?? ''));
  const role = findColumnRole(said ?? '');
  const isOfTime = role === undefined || classOf(role) === 'time';
  // A year completes the months of the rows below it.
  const isYear = role === 'year' && table.areAlike !== true;
  const label = isOfTime && tells && !isYear ? undefined : said;
  const nameOf = (row: number) => headingName(rows[row]?.[column], label !== undefined);
  const short = some.map(nameOf).filter(mayBeShortMonth);
  const areShort = short.length === some.length;
  const areMonths = areShort && areShortMonths(short);
  const periods = some.filter((row) => isOfTime && (areMonths || isPeriod(nameOf(row))));
  const arePeriods = periods.length === some.length;
  if (arePeriods && tells && label === undefined) return undefined;
  // "Jan" and "April" among names are names; a day is a row without its figure.
  const heads = some.filter((row) => arePeriods || !isOfTime || !isDay(rows[row]?.[column]));
  // To look at what stands below each takes all rows of the table.
  if (heads.length + (isHead(title) ? 1 : 0) < 2) return undefined;
  const areOpen = label === undefined && mayBeDays(short) && areShort;
  const areMixed =
    !arePeriods &&
    (areOpen ||
      heads.some((row) => periods.includes(row) && !/^\p{L}+$/u.test(headerText(nameOf(row)))));
  const groups = groupsBelow(table, { heads, column, nameOf, totals, notes });
  const before = groups.shift();
  while (groups.at(-1)?.count === 0) {
    groups.pop();
    heads.pop();
  }
  const isTitled =
    before !== undefined &&
    before.count > 0 &&
    scan.filled(title) === 1 &&
    isHead(title) &&
    groups.every(({ hasHeader }) => hasHeader);
  if (isTitled) {
    heads.unshift(title);
    groups.unshift(before);
  }
  const named = new Set(heads.map((row) => headerText(nameOf(row))));
  if (named.size < 2) return undefined;
  const count = sum(groups.map((group) => group.count));
  const isOwn = groups.every(({ names }) => names.size === 0);
  const isFull = sum(groups.map(({ bare }) => bare)) * 10 <= count;
  // Names between others may lack their figures; below a heading all rows have one.
  const isBelowAll = isTitled || before?.count === 0;
  if (!isBelowAll && (!isFull || isOwn)) return undefined;
  // Most stand above nothing of their own: they are names that lack their figures.
  const empty = groups.filter((group) => group.count === 0).length;
  if (!isFull && !isOwn && label === undefined && empty * 2 > groups.length) return undefined;
  const others = sum(groups.map(({ names }) => names.size));
  const isTold =
    isOwn ||
    isFull ||
    arePeriods ||
    label !== undefined ||
    new Set(groups.flatMap(({ names }) => [...names])).size < others ||
    groups.every(({ isIndented }) => isIndented) ||
    groups.every(({ hasTotal }) => hasTotal);
  const isFlat = groups.every((group) => group.count > 0 && !group.goesOn) && !areMixed;
  const isPlain = isFlat && isBelowAll && (isOwn || named.size === heads.length);
  const texts = [...named];
  const areKinds = areVersions(texts);
  const areCertain = areKinds || tellsRowKinds(texts) || (isPlain && isTold);
  return {
    rows: heads,
    column,
    ...(label !== undefined && { label }),
    isOwn,
    arePeriods,
    areOpen: areOpen && !tells,
    areCertain,
    areKinds,
  };
}

/** Whether a column tells when each row was. */
export function tellsTime({ rows, scan, from, to, headerRows, keys }: RowsToJudge): boolean {
  const isTime = (role: string | undefined) =>
    role === 'date' || role === 'otherDate' || role === 'year';
  const headers = rows[headerRows.at(-1) ?? -1] ?? [];
  if (headers.some((header) => isTime(findRole(headerText(header))))) return true;
  let row = from;
  while (row < to && scan.filled(row) < 2) row += 1;
  const cells = rows[row] ?? [];
  return keys.some(
    (key) => typeof cells[key] === 'string' && !isBlank(cells[key]) && !isProse(cells[key]),
  );
}

function totalsIn({ rows, scan }: RowsToJudge): ReadonlySet<number> {
  return new Set(
    scan.totals.flatMap(({ row, column }) =>
      findTotal(headerText(rows[row]?.[column])) ? [row] : [],
    ),
  );
}

/** The rows above the first heading, and those below each. */
function groupsBelow(
  table: RowsToJudge,
  {
    heads,
    column,
    nameOf,
    totals,
    notes,
  }: {
    readonly heads: readonly number[];
    readonly column: number;
    readonly nameOf: (row: number) => CellValue;
    readonly totals: ReadonlySet<number>;
    readonly notes: Notes;
  },
): Group[] {
  const { rows, scan, from, to, keys } = table;
  const isHead = new Set(heads);
  let group = newGroup();
  const groups = [group];
  for (let row = from; row < to; row += 1) {
    if (isHead.has(row)) {
      groups.push((group = newGroup(headerText(nameOf(row)))));
      continue;
    }
    if (notes.get(row) === 'repeatedHeader' && group.count === 0) group.hasHeader = true;
    if (notes.has(row) || scan.filled(row) < 2) continue;
    const cells = rows[row] ?? [];
    if (totals.has(row)) {
      group.hasTotal = true;
      const of = keys.flatMap((key) => findTotal(headerText(cells[key]))?.of ?? [])[0];
      group.isClosed ||= of === '' || of === group.name;
      continue;
    }
    group.goesOn ||= group.isClosed;
    const cell = cells[column];
    group.count += 1;
    if (!isBlank(cell)) group.names.add(headerText(cell));
    if (typeof cell !== 'string' || !/^\s/.test(cell)) group.isIndented = false;
    const isLone = keys.every((key) => key === column || isBlank(cells[key]));
    if (isLone && isProse(cell)) group.bare += 1;
  }
  return groups;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** What a column of headings is called that no header names. */
export function headingsName(
  { label, arePeriods, areKinds }: Headings,
  names: ColumnNames,
  headers: readonly string[],
): string {
  const said = arePeriods ? 'period' : 'group';
  const isUnsaid = names[said] === plainNames[said];
  const isFree = headers.every((header) => fold(header) !== fold(label ?? ''));
  const own = isFree && label !== undefined ? label : areKinds ? 'Version' : names[said];
  const name = isUnsaid ? own : names[said];
  let header = name;
  for (let number = 2; headers.includes(header); number += 1) header = `${name} ${String(number)}`;
  return header;
}

/** The column that headings become, which no header names. */
export function headingsColumn(
  headings: Headings,
  area: Area,
  names: ColumnNames,
  headers: readonly string[],
): ColumnUse {
  const { column, rows, label, areCertain } = headings;
  const of = { column: column - area.column, rows: rows.map((row) => row - area.row) };
  return {
    use: 'key',
    header: headingsName(headings, names, headers),
    fillsDown: areCertain,
    isLabelled: label !== undefined,
    of,
  };
}

/** What is told of headings: the first of them, and how many more there are. */
export function headingsSeen(
  { rows: [first = 0, ...more], column, areCertain }: Headings,
  rows: readonly Row[],
  area: Area,
): ShapeEvidence {
  return {
    what: areCertain ? 'headingsRead' : 'headingsLeft',
    row: first - area.row,
    column: column - area.column,
    text: headerText(rows[first]?.[column]),
    expected: String(more.length),
  };
}

/** For each of so many rows of the view, the nearest heading above it; −1 where there is none. */
export function headingsAbove(count: number, headings: readonly number[]): (row: number) => number {
  const above = new Int32Array(count).fill(-1);
  for (const [at, row] of headings.entries()) above.fill(row, row, headings[at + 1] ?? count);
  return (row) => above[row] ?? -1;
}

/** The rows set aside, with those of headings as what a person said they are. */
export function asideWithHeadings(
  { aside, headerRows }: Shape,
  headings: readonly number[],
  areRead: boolean,
): Shape['aside'] {
  if (!areRead) {
    return aside.map((one) => (one.code === 'headingRow' ? { ...one, code: 'noteRow' } : one));
  }
  const heads = new Set(headings.filter((row) => row > (headerRows.at(-1) ?? -1)));
  const all = [
    ...aside.filter(({ row }) => !heads.has(row)),
    ...[...heads].map((row) => ({ row, code: 'headingRow' as const })),
  ];
  return all.sort((one, other) => one.row - other.row);
}

/** The first two filled columns of a row. */
function filledIn(grid: CellGrid, row: number): number[] {
  const columns = [];
  for (let column = 0; column < grid.columnCount && columns.length < 2; column += 1) {
    if (!isBlank(grid.cell(row, column))) columns.push(column);
  }
  return columns;
}

/**
 * Whether some of the rows from one on, which were typed below a table, may be notes. A lone text right
 * below it is a row that is being typed.
 */
export function mayHoldNotes(grid: CellGrid, from: number): boolean {
  for (let row = from; row < grid.rowCount; row += 1) {
    const [column = 0, ...others] = filledIn(grid, row);
    const isNote = others.length === 0 && isProse(grid.cell(row, column));
    if (isNote && grid.isBlankRow(row - 1)) return true;
  }
  return false;
}

/** Whether some rows of a table may be headings that were typed into it: one alone is none. */
export function mayHoldHeadings(grid: CellGrid, from: number, to: number): boolean {
  for (let row = from; row < Math.min(to, grid.rowCount - 1); row += 1) {
    const [column = 0, ...others] = filledIn(grid, row);
    if (others.length > 0 || typeof grid.cell(row, column) !== 'string') continue;
    const { values, counts, odd } = grid.column(column === 0 ? 1 : 0);
    const blank = sum(odd.map((code) => (isBlank(values[code]) ? (counts[code] ?? 0) : 0)));
    if (blank > 1 && filledIn(grid, row + 1).length > 1) return true;
  }
  return false;
}
