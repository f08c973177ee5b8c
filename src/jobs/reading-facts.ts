import {
  addressIn,
  columnIssues,
  convert,
  convertSteps,
  figuresAside,
  findSideRows,
  isBlocking,
  plainNames,
  previewRows,
  readColumn,
  stepwise,
  tableRowOf,
  versionsOf,
  type Column,
  type ColumnChoice,
  type ColumnNames,
  type Issue,
  type IssueCode,
  type Outcome,
  type RawTable,
  type Reading,
  type ShapeFound,
  type SourceTable,
  type StageCount,
  type TableReadOptions,
  type VersionsRead,
} from '../intake';
import { areaAddress, cellAddress, isBlank, quotedSheet } from '../workbook';
import { isReady, type Side } from './find-data';
import { shownReading, type ReadingShown } from './readings';

/** By what a part of a reading was decided. */
export type ToldBy = 'person' | 'cells';

/** A row that names a total, and whether it counts as one. */
export interface TotalRow {
  readonly text: string;
  readonly at: string;
  readonly is: 'total' | 'name';
  readonly by: ToldBy;
}

/** A column whose name no header gives. */
export interface NamedColumn {
  readonly part: keyof ColumnNames;
  readonly name: string;
}

/** How the texts of a column are read. */
export interface ValueReading<Answer> {
  readonly header: string;
  readonly is: Answer;
  readonly by: ToldBy;
}

/** A column whose blank cells mean what stands above them, or may do so. */
export interface GappyColumn {
  readonly header: string;
  readonly isFilled: boolean;
  /** A column more, of names that stand alone in their rows. */
  readonly isOfHeadings: boolean;
}

/** A stage with what it was taken for; undefined where its rows differ. */
export interface StageRead {
  readonly stage: string;
  readonly outcome: StageCount['outcome'] | undefined;
  readonly by: StageCount['by'];
  readonly rows: number;
  readonly suggested?: Outcome;
}

/** How a source was read, and every part of it that a person can say otherwise. */
export interface ReadingFacts extends ReadingShown {
  /** Of periods across: how long they are, and the measures below them. */
  readonly across?: {
    readonly grain: 'day' | 'month' | 'quarter' | 'year';
    readonly measures: readonly string[];
  };
  /** The row of headers as the sheet numbers it; left out where headers stand in a column. */
  readonly headerRow?: number;
  /** Whether the table has a column of periods that the sheet has not. */
  readonly hasPeriodAdded: boolean;
  /** Addresses of the tables on the sheet, the one that was read first. */
  readonly tables: readonly string[];
  /** Columns whose name no header gives, with the one they have now. */
  readonly names: readonly NamedColumn[];
  readonly totals: readonly TotalRow[];
  /** Columns that add up others across: held against them, and not taken. */
  readonly totalColumns: readonly { readonly text: string; readonly at: string }[];
  readonly dateOrder?: ValueReading<'dmy' | 'mdy'>;
  /** Of dates that Excel seems to have taken in half: undefined until a person says it. */
  readonly daySwap?: { readonly header: string; readonly is: 'swap' | 'keep' | undefined };
  readonly decimalSign?: ValueReading<'.' | ','>;
  /** Columns whose blank cells mean what stands above them, or may do so, being texts with many gaps. */
  readonly gappy: readonly GappyColumn[];
  readonly stageLines: readonly StageRead[];
  /** Of a column of scenarios, versions or measures: which rows are sales, and which targets. */
  readonly versions?: VersionsRead;
}

/** How a side of the data was read, with as many of the first rows that are used. */
export function readingFacts(side: Side, said: Reading, rows: number): ReadingFacts {
  const { table, date, amount } = side;
  const { raw } = table;
  const { reading } = raw;
  const shown = shownReading(table, rows);
  const across = reading && acrossOf(reading);
  const dateOrder = date && dateOrderOf(table, date, said);
  const daySwap = date && daySwapOf(date);
  const decimalSign = amount && decimalSignOf(table, amount, said);
  const versions = versionsOf(table);
  const isUpright = reading && reading.shape.kind !== 'list' && reading.shape.kind !== 'records';
  return {
    ...shown,
    preview: { ...shown.preview, rows: previewRows(raw, firstUsed(side, rows)) },
    ...(across && { across }),
    ...(isUpright && !reading.shape.isTurned && { headerRow: headerRowOf(raw) }),
    hasPeriodAdded: raw.year?.period !== undefined || reading?.shape.period !== undefined,
    tables: reading ? tablesOf(raw, reading) : [],
    names: (reading?.unnamed ?? []).map((part) => ({
      part,
      name: said.names?.[part] ?? plainNames[part],
    })),
    totals: totalsOf(raw, said),
    totalColumns: reading ? totalColumnsOf(raw, reading) : [],
    ...(dateOrder && { dateOrder }),
    ...(daySwap && { daySwap }),
    ...(decimalSign && { decimalSign }),
    gappy: gappyColumns(table, said),
    ...(versions && { versions }),
    stageLines: stageLines(shown.stages?.stages ?? []),
  };
}

/** The first rows that are used; while nothing tells which are, the first of all. */
function firstUsed(side: Side, most: number): readonly number[] {
  const { table } = side;
  const choice = readableColumns(side);
  const converted = choice && convert(table, choice);
  const count = converted?.counts.used ?? table.raw.grid.rowCount;
  return Array.from({ length: Math.min(most, count) }, (_, row) =>
    converted ? tableRowOf(converted, row) : row,
  );
}

/** The columns by which a side's rows are read; undefined while something is open or in the way. */
function readableColumns(side: Side): ColumnChoice | undefined {
  const { table } = side;
  const rows = findSideRows(table);
  if (!isReady(side) || (rows && 'candidates' in rows)) return undefined;
  const choice = { date: side.date, amount: side.amount, dimensions: new Map<string, Column>() };
  return columnIssues(table, choice).some(isBlocking) ? undefined : choice;
}

/** Of how many of its cells a column lacks where its labels may stand once for several rows. */
const gaps = 0.3;
/** So many first rows tell the gaps of a column that was judged by a sample. */
const rowsSeen = 500;

function gappyColumns(
  { raw, columns }: SourceTable,
  { leftBlank = [] }: Reading,
): readonly GappyColumn[] {
  const { reading, grid } = raw;
  const keys = new Map(
    (reading?.shape.columns ?? []).flatMap((use) =>
      use.use === 'key' ? [[use.header, use] as const] : [],
    ),
  );
  if (reading?.shape.isTurned) return [];
  const hasMany = ({ index, isSampled, filled }: Column) => {
    const rows = isSampled ? Math.min(rowsSeen, grid.rowCount) : grid.rowCount;
    const seen = Array.from({ length: isSampled ? rows : 0 }, (_, row) => grid.cell(row, index));
    const there = isSampled ? seen.filter((cell) => !isBlank(cell)).length : filled;
    return !isBlank(grid.cell(0, index)) && there <= rows * (1 - gaps);
  };
  return columns.flatMap((column) => {
    const { header, kind } = column;
    const use = keys.get(header);
    if (!use) return [];
    const isFilled = use.fillsDown === true;
    const isLabel = kind === 'text' || kind === 'date' || kind === 'period';
    const isOfHeadings = use.of !== undefined;
    const mayBeFilled = isFilled || isOfHeadings || (isLabel && hasMany(column));
    const isOffered = mayBeFilled || leftBlank.includes(header);
    return isOffered ? [{ header, isFilled, isOfHeadings }] : [];
  });
}

function headerRowOf({ source, headerRow }: RawTable): number {
  return source.area.row + headerRow + 1;
}

function acrossOf({ shape, layout }: ShapeFound): ReadingFacts['across'] {
  if (layout === 'crossed') return undefined;
  const values = shape.columns.flatMap((use) => (use.use === 'value' ? [use] : []));
  const [first] = values;
  if (!first) return undefined;
  const grain = /-\d\d-\d\d$/.test(first.across)
    ? 'day'
    : /-Q\d$/.test(first.across)
      ? 'quarter'
      : /-\d\d$/.test(first.across)
        ? 'month'
        : 'year';
  return { grain, measures: shape.measureRows ?? [...new Set(values.map((one) => one.measure))] };
}

function tablesOf({ source }: RawTable, { shape, others }: ShapeFound): string[] {
  const { row, column } = source.area;
  return [shape.area, ...others].map((area) => {
    const moved = { ...area, row: row + area.row, column: column + area.column };
    return `${quotedSheet(source.sheet)}!${areaAddress(moved)}`;
  });
}

/** Whether figures stand across, so that each makes a row of the table. */
export function countsFigures({ raw }: SourceTable): boolean {
  return raw.reading?.shape.columns.some(({ use }) => use === 'value') ?? false;
}

function totalColumnsOf({ source }: RawTable, { shape }: ShapeFound): ReadingFacts['totalColumns'] {
  const row = source.area.row + shape.area.row + (shape.headerRows.at(-1) ?? 0);
  const left = source.area.column + shape.area.column;
  return shape.columns.flatMap((use, column) =>
    use.use === 'total'
      ? [{ text: use.text, at: `${quotedSheet(source.sheet)}!${cellAddress(row, left + column)}` }]
      : [],
  );
}

/** Rows that name a total, each text once: those that count as one, and those that do not. */
function totalsOf(raw: RawTable, { totals = {} }: Reading): TotalRow[] {
  const { reading, setAside = [] } = raw;
  if (!reading || reading.shape.isTurned) return [];
  const rows = new Map<string, TotalRow>();
  const add = (text: string, at: string, is: TotalRow['is']) => {
    if (rows.has(text)) return;
    rows.set(text, { text, at, is, by: totals[text] === is ? 'person' : 'cells' });
  };
  for (const { code, found, at } of setAside) if (figuresAside.has(code)) add(found, at, 'total');
  const names = [
    ...Object.keys(totals).filter((text) => totals[text] === 'name'),
    ...reading.evidence.flatMap(({ what, text }) => (what === 'totalIsName' ? [text] : [])),
  ];
  for (const text of names) {
    const at = firstCell(raw, text);
    if (at !== undefined) add(text, at, 'name');
  }
  return [...rows.values()];
}

/** The first cell of a table's data with a text. */
function firstCell(raw: RawTable, text: string): string | undefined {
  for (const index of raw.headers.keys()) {
    const cells = raw.grid.column(index);
    const code = cells.values.findIndex(
      (value, at) =>
        (cells.counts[at] ?? 0) > 0 && typeof value === 'string' && value.trim() === text,
    );
    if (code >= 0) return addressIn(raw, cells.firstRow(code), index);
  }
  return undefined;
}

function dateOrderOf({ raw }: SourceTable, date: Column, said: Reading): ReadingFacts['dateOrder'] {
  const across = raw.reading?.shape.across;
  const inHeaders = across === undefined ? undefined : said.dateOrders?.[across];
  if (across !== undefined && inHeaders) return { header: across, is: inHeaders, by: 'person' };
  const { header, dateOrder } = date;
  if (dateOrder.kind !== 'found' || dateOrder.order === 'ymd') return undefined;
  const isSaid =
    said.dateOrders?.[header] !== undefined && readColumn(raw, date).dateOrder.kind === 'ambiguous';
  return { header, is: dateOrder.order, by: isSaid ? 'person' : 'cells' };
}

function daySwapOf({ header, halfSwapped }: Column): ReadingFacts['daySwap'] {
  if (!halfSwapped) return undefined;
  const { isTurned } = halfSwapped;
  return { header, is: isTurned === undefined ? undefined : isTurned ? 'swap' : 'keep' };
}

function decimalSignOf(
  { raw }: SourceTable,
  amount: Column,
  said: Reading,
): ReadingFacts['decimalSign'] {
  const { header, decimalSign, index } = amount;
  const hasTexts = raw.grid
    .column(index)
    .values.some((value) => typeof value === 'string' && /\d[.,]\d/.test(value));
  if (decimalSign.kind !== 'found' || amount.kind !== 'number' || !hasTexts) return undefined;
  const isSaid =
    said.decimalSigns?.[header] !== undefined &&
    readColumn(raw, amount).decimalSign.kind === 'ambiguous';
  return { header, is: decimalSign.sign, by: isSaid ? 'person' : 'cells' };
}

/** The stages, each once: columns beside it may tell its rows apart. */
function stageLines(stages: readonly StageCount[]): StageRead[] {
  const lines = new Map<string, StageRead>();
  for (const { stage, outcome, by, rows, suggested } of stages) {
    const known = lines.get(stage);
    lines.set(stage, {
      stage,
      outcome: !known || known.outcome === outcome ? outcome : undefined,
      by: known?.by ?? by,
      rows: rows + (known?.rows ?? 0),
      ...(suggested && { suggested }),
    });
  }
  return [...lines.values()].sort((one, other) => other.rows - one.rows);
}

/** Rows that were set aside for one reason, with some of their cells. */
export interface AsideRows {
  readonly code: IssueCode;
  readonly rows: number;
  readonly at: readonly string[];
}

/** What became of a source's rows, and what was noticed and assumed when they were read. */
export interface RowsAccount {
  readonly rows: number;
  /** Unknown while it is open which columns hold dates and amounts, or how they are read. */
  readonly used?: number;
  readonly aside: readonly AsideRows[];
  readonly noticed: readonly Issue[];
}

const asideCodes: ReadonlySet<string> = new Set<IssueCode>([
  'belowTotal',
  'blankAmount',
  'blankDate',
  'blankRow',
  'errorCell',
  'groupRow',
  'headingRow',
  'lacksMeasure',
  'lineWithoutOrder',
  'notADate',
  'earlyDate',
  'lateDate',
  'notANumber',
  'noteRow',
  'notWon',
  'orderLine',
  'partRow',
  'repeatedHeader',
  'rowsNotPlanned',
  'rowsNotSold',
  'subtotalRow',
  'unknownOrder',
  'unknownStage',
]);

/** Of these a single issue tells how many rows there are. */
const counted: ReadonlySet<string> = new Set<IssueCode>([
  'notWon',
  'rowsNotPlanned',
  'rowsNotSold',
]);

/** So many cells of a reason are named. */
const cellsNamed = 6;

/** Accounts for every row of a side: rows read = rows used + rows set aside. */
export async function accountForRows(
  side: Side,
  options: TableReadOptions = {},
): Promise<RowsAccount> {
  const { table, source } = side;
  const { grid, setAside = [], findings = [] } = table.raw;
  const choice = readableColumns(side);
  if (!choice) {
    return {
      rows: grid.rowCount + setAside.length,
      aside: asideRows(setAside),
      noticed: findings,
    };
  }
  const { counts, issues } = await stepwise(convertSteps(table, choice), source.name, options);
  return {
    rows: counts.rows,
    used: counts.used,
    aside: asideRows(issues),
    noticed: issues.filter(({ code }) => !asideCodes.has(code) && code !== 'moreOfTheSame'),
  };
}

function asideRows(issues: readonly Issue[]): AsideRows[] {
  const groups = new Map<string, { code: IssueCode; rows: number; at: string[] }>();
  for (const { code, found, expected, at } of issues) {
    const isRest = code === 'moreOfTheSame';
    const of = isRest ? expected : code;
    if (!asideCodes.has(of)) continue;
    const group = groups.get(of) ?? { code, rows: 0, at: [] };
    const isCount = isRest || counted.has(code);
    group.rows += isCount ? Number(found) : 1;
    if (group.at.length < cellsNamed && code !== 'notWon') group.at.push(at);
    groups.set(of, group);
  }
  return [...groups.values()].sort((one, other) => other.rows - one.rows);
}
