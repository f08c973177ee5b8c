import type { DataSource, TableReadOptions } from '../intake';
import {
  sheetIds,
  type Area,
  type Place,
  type Source,
  type Workbook,
  type WorkbookChange,
} from '../workbook';
import { SourceCache, type Loaded, type ReadingOf } from './source-cache';
import { wordsFor, type Language, type Words } from '../wording';

/** Rows that tell what a source is, without reading all of it. */
export const glanceRows = 200;

/**
 * One workbook being worked on: what was read of it so far, shared by pane, commands and
 * functions.
 */
export class Session {
  readonly words: Words;
  private readonly cache: SourceCache;
  private generationNumber = 0;
  private readonly ownSheets = new Set<string>();
  /** By sheet, its last row that is filled. */
  private readonly lastRows = new Map<string, number>();

  constructor(
    readonly workbook: Workbook,
    readonly language: Language = 'en',
  ) {
    this.words = wordsFor(language);
    this.cache = new SourceCache(workbook);
  }

  /** Grows with every change of what was read. */
  get generation(): number {
    return this.generationNumber;
  }

  /** Takes note of a change, so that what was read of its cells is not taken for current. */
  noteChange(change: WorkbookChange): void {
    this.generationNumber += 1;
    this.cache.note(change);
  }

  /** How many rows have to be read anew before these sources are current, edited cells aside. */
  rowsToRead(sources: readonly DataSource[]): number {
    return sources.reduce((sum, source) => sum + this.cache.rowsToRead(source), 0);
  }

  /** Whether a calculation on a sheet may have changed what was read of it. */
  isCalculated(sheet: string): Promise<boolean> {
    return this.cache.isCalculated(sheet);
  }

  /** Where rows can be read: tables, and sheets that are no mere frame of a table or ours. */
  async sources(): Promise<readonly Source[]> {
    const all = await this.workbook.listSources();
    const own = this.ownSheets;
    own.clear();
    for (const id of Object.values(sheetIds)) {
      const sheet = await this.workbook.findOwnSheet(id);
      if (sheet) own.add(sheet.sheet);
    }
    const actions = await this.workbook.findOwnSheet(sheetIds.actions);
    const tables = all.filter((source) => source.kind === 'table');
    this.lastRows.clear();
    for (const { kind, sheet, area } of all) {
      if (kind === 'sheet') this.lastRows.set(sheet, area.row + area.rows - 1);
    }
    return all.filter((source) => {
      if (source.sheet === actions?.sheet) return false;
      if (source.kind === 'table') return true;
      if (source.kind === 'sheet' && own.has(source.sheet)) return false;
      return !tables.some(
        (table) => table.sheet === source.sheet && holdsMostOf(table.area, source.area),
      );
    });
  }

  /** Whether anything stood below a place of a sheet when its sources were listed. */
  isFilledBelow({ sheet, area }: Place): boolean {
    return (this.lastRows.get(sheet) ?? -1) >= area.row + area.rows;
  }

  /** Whether a source stands on a sheet that we wrote. */
  isOurs({ sheet }: Pick<Source, 'sheet'>): boolean {
    return this.ownSheets.has(sheet);
  }

  /** A source's whole table. */
  load(source: DataSource, options: TableReadOptions = {}, readingOf?: ReadingOf): Promise<Loaded> {
    return this.cache.load(source, options, readingOf);
  }

  /** Makes what was read small in memory: for when nobody waits. */
  settle(options: TableReadOptions = {}): Promise<void> {
    return this.cache.settle(options);
  }

  /** A source's first rows: enough to see what it is. */
  glance(source: Source, options: TableReadOptions = {}): Promise<Loaded> {
    return this.load(source, { ...options, mostRows: glanceRows });
  }
}

/** A table in a sheet's used range is that sheet's data when little stands beside it. */
function holdsMostOf(table: Area, sheet: Area): boolean {
  const inside =
    table.row >= sheet.row &&
    table.column >= sheet.column &&
    table.row + table.rows <= sheet.row + sheet.rows &&
    table.column + table.columns <= sheet.column + sheet.columns;
  return inside && table.rows >= (sheet.rows - 20) * 0.9;
}
