import {
  findReading,
  possibleReadings,
  readCells,
  readEvidence,
  stepwise,
  type CellTexts,
  type ColumnEvidence,
  type ColumnReading,
  type LineAccount,
  type LineFault,
  type ReadingFound,
  type TextTable,
} from '../intake';
import { maxColumns, maxRows, validTableName } from '../workbook';
import type { AddedTable, AddTableOptions, CellValue } from '../workbook';
import type { Session } from './session';

export { readingKey } from '../intake';
export type {
  ColumnReading,
  KeptReason,
  LineAccount,
  LineFault,
  ReadingQuestion,
  TextTable,
} from '../intake';

/** A column of a file of text, with what its texts say about how they are meant. */
export interface AssessedText {
  readonly header: string;
  readonly evidence: ColumnEvidence;
  readonly reading: ReadingFound;
  /** What a person may choose instead. */
  readonly readings: readonly ColumnReading[];
}

/** Why a file cannot become a table as it is. */
export type ImportObstacle = 'noRows' | 'tooManyRows' | 'tooManyColumns';

/** The most rows of a table: a sheet's, less that of the header. */
export const mostImportedRows = maxRows - 1;

/** A file of text and how it would be read; nothing is written yet. */
export interface AssessedTextTable {
  readonly table: TextTable;
  readonly columns: readonly AssessedText[];
  readonly obstacle: ImportObstacle | undefined;
}

type StepOptions = Pick<AddTableOptions, 'signal' | 'pause'>;

/** Looks through every column of a file of text. */
export async function assessText(
  table: TextTable,
  options: StepOptions = {},
): Promise<AssessedTextTable> {
  const columns: AssessedText[] = [];
  for (const [index, texts] of table.columns.entries()) {
    const header = table.headers[index] ?? '';
    const evidence = await stepwise(readEvidence(header, texts), table.name, options);
    const reading = findReading(evidence);
    columns.push({ header, evidence, reading, readings: possibleReadings(evidence) });
  }
  return { table, columns, obstacle: findObstacle(table) };
}

function findObstacle({ rowCount, columns }: TextTable): ImportObstacle | undefined {
  if (rowCount === 0) return 'noRows';
  if (columns.length > maxColumns) return 'tooManyColumns';
  return rowCount > mostImportedRows ? 'tooManyRows' : undefined;
}

/** What the person says of columns, by their number; the others are read as found. */
export type ReadingWishes = ReadonlyMap<number, ColumnReading>;

/** How a column is read; undefined while the person has to say so. */
export function readingOf(
  { columns }: AssessedTextTable,
  column: number,
  wishes: ReadingWishes,
): ColumnReading | undefined {
  const wished = wishes.get(column);
  if (wished) return wished;
  const reading = columns[column]?.reading;
  return reading && 'found' in reading ? reading.found : undefined;
}

/** A cell before it is written; `isUnread` where the reading does not fit and it stays text. */
export interface PreviewCell {
  readonly value: CellValue;
  readonly isDay: boolean;
  readonly isUnread: boolean;
}

/** The first rows as they would be written. Columns with an open question show their texts. */
export function previewText(
  assessed: AssessedTextTable,
  wishes: ReadingWishes,
  count: number,
): PreviewCell[][] {
  const { table, columns } = assessed;
  const rows = Math.min(count, table.rowCount);
  const read = columns.map(({ evidence }, column): PreviewCell[] => {
    const { codes, values } = table.columns[column] ?? { codes: new Int32Array(0), values: [] };
    const texts = Array.from({ length: rows }, (_, row) => values[codes[row] ?? 0] ?? '');
    const reading = readingOf(assessed, column, wishes) ?? { kind: 'text' };
    const few = { codes: Int32Array.from(texts.keys()), values: texts };
    const steps = readCells(few, evidence, reading);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value.cells.map((value) => ({
      value,
      isDay: reading.kind === 'date' && typeof value === 'number',
      isUnread: reading.kind !== 'text' && typeof value === 'string',
    }));
  });
  return Array.from({ length: rows }, (_, row) => read.flatMap((cells) => cells[row] ?? []));
}

/** Cells of a column that stayed text, or lost a part. */
export interface ColumnLoss {
  readonly header: string;
  readonly code: 'unread' | 'withoutZone';
  readonly cells: number;
  /** The first of them, where it is known. */
  readonly first: { readonly line: number; readonly text: string } | undefined;
}

/** What became of a file: every line of it, and every cell that is not what it was read for. */
export interface Imported extends AddedTable {
  readonly file: string;
  readonly rows: number;
  readonly account: LineAccount;
  readonly faults: readonly LineFault[];
  readonly faultCount: number;
  readonly losses: readonly ColumnLoss[];
}

/** Writes a file of text to a new sheet as a table. Every question has to be answered before. */
export async function importText(
  session: Session,
  assessed: AssessedTextTable,
  wishes: ReadingWishes,
  options: AddTableOptions = {},
): Promise<Imported> {
  const { table } = assessed;
  const { onProgress: _written, ...steps } = options;
  const read: CellTexts[] = [];
  for (const [column, { header, evidence }] of assessed.columns.entries()) {
    const reading = readingOf(assessed, column, wishes);
    const texts = table.columns[column];
    if (!reading || !texts) throw new Error(`The column "${header}" has no reading.`);
    read.push(await stepwise(readCells(texts, evidence, reading), table.name, steps));
  }
  const name = table.name.replace(/\.[^.]{1,5}$/, '');
  const added = await session.workbook.addTable(
    {
      sheet: name,
      table: validTableName(name),
      // A sheet that the rows fill has no room for them.
      titles: table.rowCount + table.titles.length <= mostImportedRows ? table.titles : [],
      columns: assessed.columns.map(({ header }, column) => {
        const numberFormat = read[column]?.numberFormat;
        const width = widthOf(header, read[column]);
        return { header, width, ...(numberFormat !== undefined && { numberFormat }) };
      }),
      rowCount: table.rowCount,
      rows: (from, to) =>
        Array.from({ length: to - from }, (_, row) =>
          read.map(({ codes, cells }) => cells[codes[from + row] ?? 0] ?? null),
        ),
    },
    options,
  );
  session.noteChange({ sheet: added.sheet });
  const { rowCount: rows, account, faults, faultCount } = table;
  const losses = read.flatMap((cells, column) => lossesOf(assessed, column, cells));
  return { ...added, file: table.name, rows, account, faults, faultCount, losses };
}

function lossesOf(
  { table }: AssessedTextTable,
  column: number,
  { unread, firstUnread, withoutZone }: CellTexts,
): ColumnLoss[] {
  const header = table.headers[column] ?? '';
  const line = firstUnread && table.lineOfRow[firstUnread.row];
  const first = firstUnread && line !== undefined ? { line, text: firstUnread.text } : undefined;
  return [
    ...(unread > 0 ? [{ header, code: 'unread' as const, cells: unread, first }] : []),
    ...(withoutZone > 0
      ? [{ header, code: 'withoutZone' as const, cells: withoutZone, first: undefined }]
      : []),
  ];
}

/** Wide enough for the header with its button and for the first cells, in characters. */
function widthOf(header: string, read: CellTexts | undefined): number {
  const texts = (read?.cells ?? []).slice(0, 200).filter((cell) => typeof cell === 'string');
  const longest = texts.reduce((most, text) => Math.max(most, text.length), 0);
  const ofFormat = read?.numberFormat?.includes('yyyy') === true ? read.numberFormat.length : 8;
  return Math.min(40, Math.max(header.length + 4, longest + 2, ofFormat + 2));
}
