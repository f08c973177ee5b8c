import {
  judge,
  judgeSteps,
  partsOf,
  readStack,
  readTable,
  scanRows,
  settle,
  sheetsOf,
  stepwise,
  type DataSource,
  type NotRead,
  type RawTable,
  type Reading,
  type SourceTable,
  type TableReadOptions,
} from '../intake';
import {
  intersection,
  isSameContent,
  WorkbookError,
  type Area,
  type Block,
  type Source,
  type Workbook,
  type WorkbookChange,
} from '../workbook';

import { rowsAfter, type CellsChange, type RowsNow } from './moved-rows';

/** What reading a source gave: a table with its columns judged, or what is wrong with it. */
export type Loaded = { readonly table: SourceTable } | NotRead;

/** How one of several sheets that are read as one is to be read. */
export type ReadingOf = (part: Source) => Reading;

interface Entry {
  source: DataSource;
  /** How it was to be read, as far as that decides what is read. */
  readonly asked: string;
  loaded: Loaded;
  /** What happened to its cells since it was read. */
  readonly changes: CellsChange[];
  /** Its first rows alone: where these may have changed, they are read anew. */
  readonly isPart: boolean;
  /** Formulas may have had new results since. */
  isCalculated: boolean;
}

/** Where more of a source was edited than this share of its cells, it is read anew. */
const mostEdited = 0.5;

/** So many rows on either side of where rows moved have to stand as they are known. */
const checkedRows = 3;

/**
 * The tables read so far, kept current: edited cells and rows inserted or added below are read
 * alone, deleted ones left out; what moved otherwise, or may have, is read anew when it is asked for.
 */
export class SourceCache {
  private readonly entries = new Map<string, Entry>();
  private changes = 0;

  constructor(private readonly workbook: Workbook) {}

  note({ sheet, area, rows, isCalculation }: WorkbookChange): void {
    this.changes += 1;
    for (const [key, entry] of this.entries) {
      if (!sheetsOf(entry.source).includes(sheet)) continue;
      const isAlone = !entry.isPart && !entry.source.parts;
      if (isCalculation && !entry.isPart) entry.isCalculated = true;
      else if (area && isAlone) entry.changes.push({ area, ...(rows && { rows }) });
      else this.entries.delete(key);
    }
  }

  /** How many rows have to be read anew before a source is current, edited cells aside. */
  rowsToRead(source: DataSource): number {
    const entry = this.entries.get(keyOf(source));
    const isKnown = entry !== undefined && !entry.isCalculated && nowOf(entry) !== undefined;
    return isKnown ? 0 : source.area.rows;
  }

  /** Whether a calculation on a sheet may have changed what was read of it. */
  async isCalculated(sheet: string): Promise<boolean> {
    const read = [...this.entries.values()].filter(({ isPart }) => !isPart);
    for (const part of read.flatMap(({ source }) => partsOf(source))) {
      if (part.sheet === sheet && (await this.workbook.holdsFormulas(part))) return true;
    }
    return false;
  }

  /** Encodes what was read and not asked for yet, and lets the rows as read go. */
  async settle(options: TableReadOptions): Promise<void> {
    for (const { loaded } of [...this.entries.values()]) {
      if ('table' in loaded) await settle(loaded.table.raw, options);
    }
  }

  async load(
    source: DataSource,
    options: TableReadOptions,
    readingOf: ReadingOf = () => ({}),
  ): Promise<Loaded> {
    const isPart = source.area.rows > (options.mostRows ?? Infinity);
    const key = keyOf(source, ...(isPart ? [String(options.mostRows)] : []));
    const ofParts = (source.parts ?? []).map((part) => askedOf(readingOf(part)));
    const asked = [askedOf(options), ...ofParts].join('\n');
    const known = this.entries.get(key);
    const current = known?.asked === asked ? await this.current(known, source, options) : undefined;
    if (current) return saying(current, options);
    const changes = this.changes;
    const raw = source.parts
      ? await readStack(this.workbook, source, options, readingOf)
      : await readTable(this.workbook, source, options);
    if (options.signal?.aborted) throw new WorkbookError('cancelled', source.name);
    await options.pause?.();
    const loaded: Loaded =
      'issues' in raw ? raw : { table: await stepwise(judgeSteps(raw), source.name, options) };
    // What changed while it was read may be in it or not.
    if (changes === this.changes) {
      this.entries.set(key, { source, asked, loaded, changes: [], isPart, isCalculated: false });
    }
    return saying(loaded, options);
  }

  /** What is known of a source, brought up to date; undefined where it has to be read anew. */
  private async current(
    entry: Entry,
    source: DataSource,
    options: TableReadOptions,
  ): Promise<Loaded | undefined> {
    const { loaded } = entry;
    if (entry.isCalculated) {
      for (const part of partsOf(source)) {
        if (await this.workbook.holdsFormulas(part)) return undefined;
      }
      entry.isCalculated = false;
    }
    const now = nowOf(entry);
    if (!now || !('table' in loaded)) {
      const isUntouched = entry.changes.length === 0 && samePlaces(entry.source, source);
      return isUntouched ? loaded : undefined;
    }
    const isSame = samePlaces({ ...entry.source, area: now.area }, source);
    if (isSame && entry.changes.length === 0) return loaded;
    // A row that a person said to be a total may come to stand anywhere.
    const saysTotals = Object.values(options.totals ?? {}).includes('total');
    if (entry.isPart || loaded.table.raw.placeOf || saysTotals) return undefined;
    const changes = this.changes;
    const raw = await movedTable(loaded.table.raw, source, now, options);
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
    entry.loaded = { table: judge(raw) };
    return entry.loaded;
  }

  /** Reads the cells that were edited; false where that is not enough. */
  private async takeEdits(
    { source, grid, headerRow }: RawTable,
    { area, edited }: RowsNow,
    options: TableReadOptions,
  ): Promise<boolean> {
    const top = area.row + headerRow + 1;
    for (const place of placesWithin(edited, area)) {
      if (place.row < top || place.row + place.rows > top + grid.rowCount) return false;
      for await (const block of this.workbook.read({ sheet: source.sheet, area: place }, options)) {
        if (mayHoldTotals(block)) return false;
        block.values.forEach((row, index) => {
          row.forEach((cell, at) => {
            const down = place.row - top + block.offset + index;
            grid.set(down, place.column - area.column + at, cell);
          });
        });
      }
    }
    return true;
  }

  /** Reads the rows that stand below those known; false where the source is another than before. */
  private async takeRowsBelow(
    { grid, headerRow }: RawTable,
    { area: before }: RowsNow,
    { sheet, area }: Source,
    options: TableReadOptions,
  ): Promise<boolean> {
    const { rows } = before;
    const isLonger = sameArea({ ...before, rows: area.rows }, area) && area.rows > rows;
    if (!isLonger || grid.rowCount !== rows - headerRow - 1) return false;
    const below = { ...area, row: area.row + rows, rows: area.rows - rows };
    for await (const block of this.workbook.read({ sheet, area: below }, options)) {
      if (mayHoldTotals(block)) return false;
      grid.append(block.values);
    }
    return true;
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

/** Where the rows of a table stand by now; undefined where that cannot be told, or too much changed. */
function nowOf({ source, loaded, changes }: Entry): RowsNow | undefined {
  if (!('table' in loaded)) return undefined;
  const { grid, headerRow, placeOf, reading, findings = [] } = loaded.table.raw;
  const { rowCount } = grid;
  const now = rowsAfter(changes, { area: source.area, above: headerRow + 1, rowCount });
  if (!now || changes.length === 0) return now;
  const { area, origins, edited } = now;
  // What was noted of some cells holds for where they stood.
  const isPlain = findings.length === 0 && (reading?.evidence ?? []).length === 0;
  const hasMoved = origins !== undefined || area.row !== source.area.row;
  const cells = placesWithin(edited, area).reduce((sum, one) => sum + one.rows * one.columns, 0);
  const isTooMuch = cells > area.rows * area.columns * mostEdited;
  return placeOf || isTooMuch || (hasMoved && !isPlain) ? undefined : now;
}

function placesWithin(areas: readonly Area[], whole: Area): Area[] {
  return areas.flatMap((one) => intersection(one, whole) ?? []);
}

/** A table whose rows stand where they do now; the same one where none moved. */
async function movedTable(
  raw: RawTable,
  source: DataSource,
  { origins }: RowsNow,
  options: TableReadOptions,
): Promise<RawTable> {
  const isHere = raw.source.area.row === source.area.row;
  if (!origins) return isHere ? raw : { ...raw, source };
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
  totals,
  dateOrders,
}: Reading): string {
  return JSON.stringify([layout, header, table, year, names, filledDown, totals, dateOrders]);
}

/** The same table with what a person said of the values in it. */
function saying(loaded: Loaded, { stages, dateOrders, daySwaps, decimalSigns }: Reading): Loaded {
  if (!('table' in loaded) || !(stages ?? dateOrders ?? daySwaps ?? decimalSigns)) return loaded;
  const said = {
    ...(stages && { stages }),
    ...(dateOrders && { dateOrders }),
    ...(daySwaps && { daySwaps }),
    ...(decimalSigns && { decimalSigns }),
  };
  return { table: { ...loaded.table, said } };
}

/** Whether a row may be a sum of others: the whole table tells, so it has to be read anew. */
function mayHoldTotals({ values }: Block): boolean {
  return scanRows(values).totals.length > 0;
}

function samePlaces(one: DataSource, other: DataSource): boolean {
  const [before, after] = [partsOf(one), partsOf(other)];
  return (
    before.length === after.length &&
    before.every((part, index) => {
      const now = after[index];
      return now?.sheet === part.sheet && sameArea(now.area, part.area);
    })
  );
}

function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
