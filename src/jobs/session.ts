import { judge, readTable, type Issue, type SourceTable, type TableReadOptions } from '../intake';
import {
  sheetIds,
  WorkbookError,
  type Area,
  type Source,
  type Workbook,
  type WorkbookChange,
} from '../workbook';
import { wordsFor, type Language, type Words } from '../wording';

/** What reading a source gave: a table with its columns judged, or what is wrong with it. */
export type Loaded = { readonly table: SourceTable } | { readonly issues: readonly Issue[] };

/** Rows that tell what a source is, without reading all of it. */
const glance = 200;

/**
 * One workbook being worked on: what was read of it so far, shared by pane, commands and
 * functions. Sources are read once and again after their sheet changed.
 */
export class Session {
  readonly words: Words;
  private readonly loaded = new Map<string, Loaded>();
  private generationNumber = 0;

  constructor(
    readonly workbook: Workbook,
    readonly language: Language = 'en',
  ) {
    this.words = wordsFor(language);
  }

  /** Grows with every change of what was read. */
  get generation(): number {
    return this.generationNumber;
  }

  /** Forgets what was read of a changed sheet. */
  noteChange(change: WorkbookChange): void {
    this.generationNumber += 1;
    for (const key of this.loaded.keys()) {
      if (key.startsWith(`${change.sheet}\n`)) this.loaded.delete(key);
    }
  }

  /** Where rows can be read: tables, and sheets that are no mere frame of a table or ours. */
  async sources(): Promise<readonly Source[]> {
    const all = await this.workbook.listSources();
    const own = new Set<string>();
    for (const id of Object.values(sheetIds)) {
      const sheet = await this.workbook.findOwnSheet(id);
      if (sheet) own.add(sheet.sheet);
    }
    const actions = await this.workbook.findOwnSheet(sheetIds.actions);
    const tables = all.filter((source) => source.kind === 'table');
    return all.filter((source) => {
      if (source.sheet === actions?.sheet) return false;
      if (source.kind === 'table') return true;
      if (source.kind === 'sheet' && own.has(source.sheet)) return false;
      return !tables.some(
        (table) => table.sheet === source.sheet && holdsMostOf(table.area, source.area),
      );
    });
  }

  /** A source's whole table. */
  async load(source: Source, options: TableReadOptions = {}): Promise<Loaded> {
    const isGlance = options.mostRows !== undefined;
    const { row, column, rows, columns } = source.area;
    const key = `${source.sheet}\n${[source.kind, source.name, row, column, rows, columns].join('\n')}`;
    const known = this.loaded.get(key);
    if (known) return known;
    const generation = this.generationNumber;
    const raw = await readTable(this.workbook, source, options);
    if (options.signal?.aborted) throw new WorkbookError('cancelled', source.name);
    const loaded: Loaded = 'issues' in raw ? raw : { table: judge(raw) };
    const isWhole = !isGlance || source.area.rows <= (options.mostRows ?? 0);
    if (isWhole && generation === this.generationNumber) this.loaded.set(key, loaded);
    return loaded;
  }

  /** A source's first rows: enough to see what it is. */
  glance(source: Source, options: TableReadOptions = {}): Promise<Loaded> {
    return this.load(source, { ...options, mostRows: glance });
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
