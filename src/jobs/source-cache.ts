import {
  judgeSteps,
  mayHoldHeadings,
  mayHoldNotes,
  onePeriodSteps,
  partsOf,
  placeOfTitles,
  readTable,
  scanRows,
  settle,
  stackTables,
  stepwise,
  titlesOfTable,
  yearAndMonthSteps,
  yearlessSteps,
  type CellGrid,
  type DataSource,
  type NotRead,
  type RawTable,
  type Reading,
  type ReadProgress,
  type SourceTable,
  type TableRead,
  type TableReadOptions,
} from '../intake';
import {
  intersection,
  isBlank,
  isSameContent,
  WorkbookError,
  type Area,
  type Block,
  type CellValue,
  type Place,
  type Source,
  type Workbook,
  type WorkbookChange,
} from '../workbook';

import { rowsAfter, type CellsChange, type RowsNow } from './moved-rows';

/** What reading a source gave: a table with its columns judged, or what is wrong with it. */
export type Loaded = { readonly table: SourceTable } | NotRead;

/** How one of several sheets that are read as one is to be read. */
export type ReadingOf = (part: Source) => Reading;

/** What was read of one place. */
interface Entry {
  source: Source;
  /** How it was to be read, as far as that decides what is read. */
  readonly asked: string;
  /** Another object after every change. */
  read: TableRead;
  /** What happened to its cells since it was read. */
  readonly changes: CellsChange[];
  /** Its first rows alone: where these may have changed, they are read anew. */
  readonly isPart: boolean;
  /** Formulas may have had new results since. */
  isCalculated: boolean;
}

/** Several places put together, and what each of them gave. */
interface Stacked {
  readonly asked: string;
  readonly parts: readonly TableRead[];
  readonly read: TableRead;
}

/** Where more of a source was edited than this share of its cells, it is read anew. */
const mostEdited = 0.5;

/**
 * The rows of so short a table are held against each other, and any cell may tell how others are meant:
 * it is read anew, which is as quick.
 */
const fewRows = 5000;

/** So many rows on either side of where rows moved have to stand as they are known. */
const checkedRows = 3;

/**
 * The tables read so far, kept current: edited cells and rows inserted or added below are read
 * alone, deleted ones left out; what moved otherwise, or may have, is read anew when it is asked for.
 */
export class SourceCache {
  private readonly entries = new Map<string, Entry>();
  private readonly stacks = new Map<string, Stacked>();
  private readonly judged = new WeakMap<RawTable, SourceTable | NotRead>();
  private changes = 0;

  constructor(private readonly workbook: Workbook) {}

  note({ sheet, area, rows, isCalculation }: WorkbookChange): void {
    this.changes += 1;
    for (const [key, entry] of this.entries) {
      if (entry.source.sheet !== sheet) continue;
      if (area && !isCalculation && touchesTitles(entry, area)) this.entries.delete(key);
      else if (area && !isCalculation && !entry.isPart && isBeside(area, entry.source.area))
        continue;
      else if (isCalculation && !entry.isPart) entry.isCalculated = true;
      else if (area && !entry.isPart) entry.changes.push({ area, ...(rows && { rows }) });
      else this.entries.delete(key);
    }
  }

  /** How many rows have to be read anew before a source is current, edited cells aside. */
  rowsToRead(source: DataSource): number {
    return partsOf(source).reduce((sum, part) => {
      const entry = this.entries.get(keyOf(part));
      const isKnown = entry !== undefined && !entry.isCalculated && nowOf(entry) !== undefined;
      return isKnown ? sum : sum + part.area.rows;
    }, 0);
  }

  /** Whether a calculation on a sheet may have changed what was read of it. */
  async isCalculated(sheet: string): Promise<boolean> {
    for (const { source, read, isPart } of [...this.entries.values()]) {
      if (isPart || source.sheet !== sheet) continue;
      if (await this.mayBeCalculated(source, read, {})) return true;
    }
    return false;
  }

  /** Encodes what was read and not asked for yet, and lets the rows as read go. */
  async settle(options: TableReadOptions): Promise<void> {
    for (const { read } of [...this.entries.values(), ...this.stacks.values()]) {
      if (!('issues' in read)) await settle(read, options);
    }
  }

  async load(
    source: DataSource,
    options: TableReadOptions,
    readingOf: ReadingOf = () => ({}),
  ): Promise<Loaded> {
    const read = source.parts
      ? await this.readStack(source, source.parts, options, readingOf)
      : await this.readOne(source, options);
    if ('issues' in read) return read;
    let table = this.judged.get(read);
    if (!table) {
      const judged = await stepwise(judgeSteps(read), source.name, options);
      const dated = await stepwise(yearAndMonthSteps(judged), source.name, options);
      table = await stepwise(yearlessSteps(dated, options.year), source.name, options);
      if (!('issues' in table)) {
        table = await stepwise(onePeriodSteps(table, options.year), source.name, options);
      }
      this.judged.set(read, table);
    }
    return 'issues' in table ? table : { table: saying(table, options) };
  }

  /** Several places as one table, put together anew where one of them changed. */
  private async readStack(
    source: DataSource,
    places: readonly Source[],
    options: TableReadOptions,
    readingOf: ReadingOf,
  ): Promise<TableRead> {
    const { onProgress } = options;
    const rows = places.reduce((sum, { area }) => sum + area.rows, 0);
    const parts: TableRead[] = [];
    let before = 0;
    for (const place of places) {
      const start = before;
      const progress = onProgress && {
        onProgress: ({ rowsRead }: ReadProgress) => {
          onProgress({ rowsRead: start + rowsRead, rows });
        },
      };
      parts.push(await this.readOne(place, { ...options, ...readingOf(place), ...progress }));
      before += place.area.rows;
    }
    const key = keyOf(source, ...places.map(({ name }) => name), String(options.mostRows));
    const asked = askedOf(options);
    const known = this.stacks.get(key);
    const isCurrent =
      known?.asked === asked && known.parts.every((part, index) => part === parts[index]);
    if (isCurrent) return known.read;
    const read = await stackTables(source, parts, options);
    this.stacks.set(key, { asked, parts, read });
    return read;
  }

  private async readOne(source: Source, options: TableReadOptions): Promise<TableRead> {
    const isPart = source.area.rows > (options.mostRows ?? Infinity);
    const key = keyOf(source, ...(isPart ? [String(options.mostRows)] : []));
    const asked = askedOf(options);
    const known = this.entries.get(key);
    const current = known?.asked === asked ? await this.current(known, source, options) : undefined;
    if (current) return current;
    const changes = this.changes;
    const read = await readTable(this.workbook, source, options);
    if (options.signal?.aborted) throw new WorkbookError('cancelled', source.name);
    await options.pause?.();
    // What changed while it was read may be in it or not.
    if (changes === this.changes) {
      this.entries.set(key, { source, asked, read, changes: [], isPart, isCalculated: false });
    }
    return read;
  }

  /** What is known of a source, brought up to date; undefined where it has to be read anew. */
  private async current(
    entry: Entry,
    source: Source,
    options: TableReadOptions,
  ): Promise<TableRead | undefined> {
    const { read } = entry;
    if (entry.isCalculated) {
      if (await this.mayBeCalculated(source, read, options)) return undefined;
      entry.isCalculated = false;
    }
    const isUntouched = entry.changes.length === 0;
    const { sheet, area } = source;
    // Of tables beside each other the longer one tells how far both are looked at.
    if (isUntouched && !entry.isPart && isLonger(area, entry.source.area)) {
      const { rows } = entry.source.area;
      const below = { ...area, row: area.row + rows, rows: area.rows - rows };
      const changes = this.changes;
      const isBlankBelow = await this.isBlank({ sheet, area: below }, options);
      if (isBlankBelow && changes === this.changes) entry.source = source;
    }
    const now = nowOf(entry);
    if (!now || 'issues' in read) {
      return isUntouched && sameArea(entry.source.area, source.area) ? read : undefined;
    }
    const isSame = sameArea(now.area, source.area);
    if (isSame && isUntouched) return read;
    // A row that a person said to be a total may come to stand anywhere.
    const saysTotals = Object.values(options.totals ?? {}).includes('total');
    const isSmall = read.grid.rowCount <= fewRows;
    if (entry.isPart || read.placeOf || saysTotals || isSmall) return undefined;
    const changes = this.changes;
    const raw = await movedTable(read, source, now, options);
    const isTaken =
      (await this.takeEdits(raw, now, options)) &&
      (isSame || (await this.takeRowsBelow(raw, now, source, options))) &&
      (await this.standsAsKnown(raw, now, options));
    // Blank rows at the end are left off when a source is read anew.
    if (!isTaken || changes !== this.changes || raw.grid.isBlankRow(raw.grid.rowCount - 1)) {
      return undefined;
    }
    entry.changes.length = 0;
    entry.source = source;
    entry.read = raw;
    return raw;
  }

  private async isBlank(place: Place, options: TableReadOptions): Promise<boolean> {
    for await (const { values } of this.workbook.read(place, options)) {
      if (!values.every((row) => row.every(isBlank))) return false;
    }
    return true;
  }

  /** Whether a source has formulas, or other titles above it by them: sums of its own columns are none. */
  private async mayBeCalculated(
    source: Source,
    read: TableRead,
    options: TableReadOptions,
  ): Promise<boolean> {
    if (await this.workbook.holdsFormulas(source)) return true;
    const above = placeOfTitles(source);
    if (!above || !(await this.workbook.holdsFormulas(above))) return false;
    const titles = await titlesOfTable(this.workbook, source, options);
    return 'issues' in read || JSON.stringify(titles) !== JSON.stringify(read.titles ?? []);
  }

  /** Reads the cells that were edited; false where that is not enough. */
  private async takeEdits(
    { source, grid, headerRow, headers }: RawTable,
    { area, edited }: RowsNow,
    options: TableReadOptions,
  ): Promise<boolean> {
    const top = area.row + headerRow + 1;
    for (const place of placesWithin(edited, area)) {
      if (place.row < top || place.row + place.rows > top + grid.rowCount) return false;
      for await (const block of this.workbook.read({ sheet: source.sheet, area: place }, options)) {
        if (mayHoldTotals(block)) return false;
        if (lacksHeaders(block, headers.slice(place.column - area.column))) return false;
        block.values.forEach((row, index) => {
          row.forEach((cell, at) => {
            const down = place.row - top + block.offset + index;
            grid.set(down, place.column - area.column + at, cell);
          });
        });
      }
      const from = place.row - top;
      const to = from + place.rows;
      if (mayHoldHeadings(grid, from, to) || mayBeTotalsNow(grid, from, to)) return false;
    }
    return true;
  }

  /** Reads the rows that stand below those known; false where the source is another than before. */
  private async takeRowsBelow(
    { grid, headerRow, headers }: RawTable,
    { area: before }: RowsNow,
    { sheet, area }: Source,
    options: TableReadOptions,
  ): Promise<boolean> {
    const { rows } = before;
    if (!isLonger(area, before) || grid.rowCount !== rows - headerRow - 1) return false;
    const below = { ...area, row: area.row + rows, rows: area.rows - rows };
    const added: (readonly CellValue[])[] = [];
    for await (const block of this.workbook.read({ sheet, area: below }, options)) {
      if (mayHoldTotals(block) || lacksHeaders(block, headers)) return false;
      // One by one: a narrow block has more rows than a call takes.
      for (const row of block.values) added.push(row);
    }
    // All at once: with every block, all columns would be copied.
    grid.append(added);
    const from = grid.rowCount - added.length;
    return !mayHoldHeadings(grid, from, grid.rowCount) && !mayHoldNotes(grid, from);
  }

  /**
   * Whether the rows beside every place where some moved stand as they are known. Of rows dragged
   * into a table Excel was seen to tell another place: github.com/OfficeDev/office-js/issues/728.
   */
  private async standsAsKnown(
    { source, grid, headerRow }: RawTable,
    { area, seams }: RowsNow,
    options: TableReadOptions,
  ): Promise<boolean> {
    const top = area.row + headerRow + 1;
    const ends = seams.length > 0 ? [...seams, top + grid.rowCount] : [];
    for (const seam of new Set(ends)) {
      const from = Math.max(top, seam - checkedRows);
      const rows = Math.min(top + grid.rowCount, seam + checkedRows) - from;
      const place = { sheet: source.sheet, area: { ...area, row: from, rows } };
      if (rows <= 0) continue;
      for await (const block of this.workbook.read(place, options)) {
        const isKnown = block.values.every((row, index) =>
          row.every((cell, column) =>
            isSameContent(cell, grid.cell(from - top + block.offset + index, column)),
          ),
        );
        if (!isKnown) return false;
      }
    }
    return true;
  }
}

/** The same source has the same key, wherever it stands by now. */
function keyOf({ sheet, kind, name }: Source, ...more: readonly string[]): string {
  return [sheet, kind, name, ...more].join('\n');
}

/** Whether cells above a table of Excel changed, which may be its titles. */
function touchesTitles({ source }: Entry, changed: Area): boolean {
  const above = placeOfTitles(source);
  return above !== undefined && intersection(above.area, changed) !== undefined;
}

/** Where the rows of a table stand by now; undefined where that cannot be told, or too much changed. */
function nowOf({ source, read, changes }: Entry): RowsNow | undefined {
  if ('issues' in read) return undefined;
  const { grid, headerRow, placeOf, reading, titles = [], findings = [] } = read;
  const { rowCount } = grid;
  const now = rowsAfter(changes, { area: source.area, above: headerRow + 1, rowCount });
  if (!now || changes.length === 0) return now;
  const { area, origins, edited } = now;
  // What was noted of some cells holds for where they stood.
  const isPlain = findings.length === 0 && (reading?.evidence ?? []).length === 0;
  const isElsewhere = area.row !== source.area.row;
  const hasMoved = origins !== undefined || isElsewhere;
  const cells = placesWithin(edited, area).reduce((sum, one) => sum + one.rows * one.columns, 0);
  const isTooMuch = cells > area.rows * area.columns * mostEdited;
  // Other rows stand above a table of Excel by now, or nearer to it.
  const mayHaveOtherTitles = isElsewhere && (titles.length > 0 || source.kind === 'table');
  return placeOf || isTooMuch || (hasMoved && !isPlain) || mayHaveOtherTitles ? undefined : now;
}

function placesWithin(areas: readonly Area[], whole: Area): Area[] {
  return areas.flatMap((one) => intersection(one, whole) ?? []);
}

/** A table whose rows stand where they do now. */
async function movedTable(
  raw: RawTable,
  source: Source,
  { origins }: RowsNow,
  options: TableReadOptions,
): Promise<RawTable> {
  if (!origins) return { ...raw, source };
  const grid = await stepwise(raw.grid.pick(origins), source.name, options);
  return { ...raw, source, grid };
}

/** What of a reading decides which table the cells make. */
function askedOf({
  layout,
  header,
  table,
  year,
  names,
  filledDown,
  leftBlank,
  totals,
  dateOrders,
}: Reading): string {
  const blanks = [filledDown, leftBlank];
  return JSON.stringify([layout, header, table, year, names, blanks, totals, dateOrders]);
}

/** The same table with what a person said of the values in it. */
function saying(
  table: SourceTable,
  { stages, versions, dateOrders, daySwaps, decimalSigns }: Reading,
): SourceTable {
  if (!(stages ?? versions ?? dateOrders ?? daySwaps ?? decimalSigns)) return table;
  const said = {
    ...(stages && { stages }),
    ...(versions && { versions }),
    ...(dateOrders && { dateOrders }),
    ...(daySwaps && { daySwaps }),
    ...(decimalSigns && { decimalSigns }),
  };
  return { ...table, said };
}

/** Whether a row may be a sum of others: the whole table tells, so it has to be read anew. */
function mayHoldTotals({ values }: Block): boolean {
  return scanRows(values).totals.length > 0;
}

/** Whether rows that lack a cell hold a total's word: what stood in the cell spoke for a name. */
function mayBeTotalsNow(grid: CellGrid, from: number, to: number): boolean {
  const rows: CellValue[][] = [];
  const columns = Array.from({ length: grid.columnCount }, (_, column) => column);
  for (let row = from; row < to; row += 1) {
    const cells = columns.map((column) => grid.cell(row, column));
    if (cells.some(isBlank)) rows.push(cells);
  }
  return scanRows(rows).totals.length > 0;
}

/** Whether anything stands in a column without a header, which is refused when all is read. */
function lacksHeaders({ values }: Block, headers: readonly string[]): boolean {
  return values.some((row) => row.some((cell, at) => headers[at] === '' && !isBlank(cell)));
}

/** Whether an area is another one with more rows below. */
function isLonger(area: Area, before: Area): boolean {
  return sameArea({ ...before, rows: area.rows }, area) && area.rows > before.rows;
}

function isBeside(one: Area, other: Area): boolean {
  return one.column >= other.column + other.columns || one.column + one.columns <= other.column;
}

function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
