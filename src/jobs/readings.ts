import {
  isDateFormat,
  isSerialDate,
  layouts,
  partsOf,
  readLayouts,
  shapePreview,
  stagesOf,
  textsIn,
  type DataSource,
  type KnownExport,
  type Layout,
  type RawTable,
  type Reading,
  type Readings,
  type ShapeEvidence,
  type ShapePreview,
  type SourceTable,
  type StagesRead,
  type TableReadOptions,
  type SideName,
  type Unclear,
  type VersionsRead,
  type YearTold,
} from '../intake';
import { cellAddress, isBlank, quotedSheet, type CellValue, type Source } from '../workbook';
import type { Session } from './session';
import { denotes } from './stacks';

/** Parts of a reading as they are said anew; one that is undefined is left to be found again. */
export type ReadingChange = { readonly [Part in keyof Reading]?: Reading[Part] | undefined };

/** The readings with parts of one source's said anew. */
export function withReading(
  readings: Readings | undefined,
  source: string,
  change: ReadingChange,
): Readings {
  const parts = Object.entries({ ...readings?.[source], ...change });
  const said = Object.fromEntries(parts.filter(([, part]) => part !== undefined));
  const others = withoutReading(readings, source);
  return Object.keys(said).length > 0 ? { ...others, [source]: said } : others;
}

const saidOfAll = ['layout', 'header', 'table', 'year'] as const;

/**
 * The readings with a correction of a source. What is said of several sheets holds for each of them,
 * whatever was said before of one alone.
 */
export function withCorrection(
  readings: Readings | undefined,
  { name, parts = [] }: DataSource,
  change: ReadingChange,
): Readings {
  const dropped = saidOfAll.filter((part) => change[part] !== undefined);
  const nothing = Object.fromEntries(dropped.map((part) => [part, undefined]));
  return parts.reduce(
    (all, part) => withReading(all, part.name, nothing),
    withReading(readings, name, change),
  );
}

/** The readings with the answer to one question taken up. */
export function withAnswer(
  readings: Readings | undefined,
  { question, source, subject = '' }: Pick<Unclear, 'question' | 'source' | 'subject'>,
  answer: string,
): Readings {
  const more = answered(readings?.[source] ?? {}, question, subject, answer);
  // Layouts are offered without regard to a row of headers that was pointed out before.
  const change = question === 'layout' ? { ...more, header: undefined } : more;
  return withReading(readings, source, change);
}

function answered(
  { totals, dateOrders, daySwaps, decimalSigns, versions }: Reading,
  question: Unclear['question'],
  subject: string,
  answer: string,
): Reading {
  if (question === 'severalTables') return { table: answer };
  if (question === 'periodYear') return { year: Number(answer) };
  const layout = layouts.find((one) => one === answer);
  if (question === 'layout' && layout) return { layout };
  if (question === 'totalOrName' && (answer === 'total' || answer === 'name')) {
    return { totals: { ...totals, [subject]: answer } };
  }
  if (question === 'dateOrder' && (answer === 'dmy' || answer === 'mdy')) {
    return { dateOrders: { ...dateOrders, [subject]: answer } };
  }
  if (question === 'daySwap' && (answer === 'swap' || answer === 'keep')) {
    return { daySwaps: { ...daySwaps, [subject]: answer } };
  }
  if (question === 'decimalSign' && (answer === '.' || answer === ',')) {
    return { decimalSigns: { ...decimalSigns, [subject]: answer } };
  }
  if (question === 'salesRows') return { versions: { ...versions, [answer]: 'sales' } };
  if (question === 'targetRows') return { versions: { ...versions, [answer]: 'targets' } };
  throw new Error(`"${answer}" is no answer to the question ${question}`);
}

/** What is said once the rows of a text are to be those of a side, or of neither: the others stay. */
export function withVersion(
  { texts }: VersionsRead,
  text: string,
  is: SideName | 'neither',
): ReadingChange {
  const told = texts.flatMap((one) => (one.is ? [[one.text, one.is] as const] : []));
  return { versions: { ...Object.fromEntries(told), [text]: is } };
}

/**
 * What is said once a column's blank cells are to mean what stands above them, or to be blank: what was
 * said otherwise is taken back, and only then the cells are contradicted.
 */
export function withBlanks(
  { filledDown = [], leftBlank = [] }: Reading,
  header: string,
  isFilled: boolean,
): ReadingChange {
  const [same, other] = isFilled ? [filledDown, leftBlank] : [leftBlank, filledDown];
  const rest = other.filter((one) => one !== header);
  const said = rest.length < other.length ? same : [...same, header];
  const [filled, left] = isFilled ? [said, rest] : [rest, said];
  return {
    filledDown: filled.length > 0 ? filled : undefined,
    leftBlank: left.length > 0 ? left : undefined,
  };
}

/** The readings without the corrections of one source. */
export function withoutReading(readings: Readings | undefined, source: string): Readings {
  return Object.fromEntries(Object.entries(readings ?? {}).filter(([name]) => name !== source));
}

/**
 * The readings without the correction that a source does not fit any more: its own, or that of the
 * sheets that it is read with as one.
 */
export function withoutCorrection(
  readings: Readings | undefined,
  name: string,
  sources: readonly DataSource[],
): Readings {
  if (readings?.[name]) return withoutReading(readings, name);
  const stacks = sources.filter(({ parts = [] }) => parts.some((part) => part.name === name));
  const kept = Object.entries(readings ?? {}).filter(
    ([one]) => !stacks.some((stack) => denotes(one, stack)),
  );
  return Object.fromEntries(kept);
}

/** An export that is known by its headers. */
export type ExportShown = Pick<KnownExport, 'system' | 'object' | 'sure' | 'others' | 'traps'>;

/** How a source was read, with its first rows. */
export interface ReadingShown {
  /** Unknown where several sheets are read as one. */
  readonly layout?: Layout;
  readonly preview: ShapePreview;
  /** The year of periods that name none, or of rows without a period, and the text that told it. */
  readonly year?: YearTold;
  /** What the stages of opportunities were taken for; left out of any other table. */
  readonly stages?: StagesRead;
  /** The system that the headers are known from, and what to watch for in its exports. */
  readonly known?: ExportShown;
}

/** How a table was read, with as many of its first rows. */
export function shownReading(table: SourceTable, rows: number): ReadingShown {
  const layout = table.raw.reading?.layout;
  const stages = stagesOf(table);
  const year = yearIn(table.raw);
  return {
    ...(layout && { layout }),
    ...(year && { year }),
    preview: shapePreview(table.raw, rows),
    ...(table.known && { known: exportShown(table.known) }),
    ...(stages && { stages }),
  };
}

const yearSources: Partial<Record<ShapeEvidence['what'], YearTold['by']>> = {
  yearGiven: 'person',
  yearFromHeader: 'header',
  yearFromTitle: 'title',
  yearFromName: 'name',
};

function yearIn({ year: told, reading, titles = [], source }: RawTable): YearTold | undefined {
  if (told || !reading) return told;
  const { evidence, shape } = reading;
  for (const { what, text, row, column } of evidence) {
    const by = yearSources[what];
    if (by === undefined) continue;
    const first = shape.columns.find((use) => use.use === 'value');
    const year = Number(first?.use === 'value' ? first.across.slice(0, 4) : NaN);
    const header = cellAddress(
      source.area.row + shape.area.row + row,
      source.area.column + shape.area.column + column,
    );
    const at =
      by === 'header'
        ? `${quotedSheet(source.sheet)}!${header}`
        : titles.find((title) => title.text === text && by === 'title')?.at;
    return Number.isInteger(year) ? { year, by, text, ...(at && { at }) } : undefined;
  }
  return undefined;
}

function exportShown({ system, object, sure, others, traps }: KnownExport): ExportShown {
  return { system, object, sure, others, traps };
}

/** A row that could be the one of headers. */
export interface HeaderRow {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly texts: readonly string[];
  /** Of each text, the day that its cell shows; left out where none shows one. */
  readonly days?: readonly (number | undefined)[];
}

/** The ways in which a source can be read. */
export interface WaysToRead {
  readonly layouts: readonly Layout[];
  readonly headerRows: readonly HeaderRow[];
}

/** Rows beyond these are no row of headers that somebody would look for. */
const headerRowsShown = 15;

/** How a source can be read otherwise, by its first rows; of several sheets, how each of them can. */
export async function findWaysToRead(
  session: Session,
  source: DataSource,
  readingOf: (part: Source) => Reading,
  options: TableReadOptions = {},
): Promise<WaysToRead> {
  let ways: WaysToRead | undefined;
  for (const part of partsOf(source)) {
    const own = await waysOf(session, part, { ...options, ...readingOf(part) });
    ways = ways ? commonWays(ways, own) : own;
  }
  return ways ?? { layouts: [], headerRows: [] };
}

async function waysOf(
  session: Session,
  source: Source,
  options: TableReadOptions,
): Promise<WaysToRead> {
  const read = await readLayouts(session.workbook, source, options);
  return {
    layouts: read.layouts,
    headerRows: read.firstRows.slice(0, headerRowsShown).flatMap((cells, index) => {
      const texts = textsIn(cells);
      if (texts.length < 2 || !cells.some((cell) => typeof cell === 'string')) return [];
      const dayOf = (cell: CellValue, column: number) =>
        isSerialDate(cell) && isDateFormat(read.formats[index]?.[column] ?? '') ? cell : undefined;
      const days = cells.flatMap((cell, at) => (isBlank(cell) ? [] : [dayOf(cell, at)]));
      const hasDay = days.some((day) => day !== undefined);
      return [{ row: source.area.row + index + 1, texts, ...(hasDay && { days }) }];
    }),
  };
}

function commonWays(one: WaysToRead, other: WaysToRead): WaysToRead {
  const texts = new Set(other.headerRows.map((line) => JSON.stringify(line.texts)));
  return {
    layouts: one.layouts.filter((layout) => other.layouts.includes(layout)),
    headerRows: one.headerRows.filter((line) => texts.has(JSON.stringify(line.texts))),
  };
}
