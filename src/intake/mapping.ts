import { finish, type Grain } from '../sales';
import { placeAddress } from '../workbook';
import { actualsBesidePlan, isForecast } from './both-sides';
import { namesFigures } from './texts/code-texts';
import {
  findUncalculated,
  readColumn,
  columnSteps,
  type Column,
  type ColumnsRead,
} from './columns/column';
import { findRole, headerWords, past, plainWords, type Role } from './header-words';
import type { Issue } from './issue';
import { withoutPercent } from './columns/percents';
import { findSwappedDates } from './quality/swapped-dates';
import type { RawTable } from './raw-table';
import type { Reading, SideName } from './reading';
import { classOf, isDimensionRole } from './roles';
import type { YearTeller } from './shapes';
import { isSame } from './shapes/sums';
import { speaksOfOther } from './texts/other-matters';
import { textsOfSide } from './side-rows';
import { saysToDate } from './shapes/to-date-words';

/** A raw table with its columns judged. */
export interface SourceTable extends ColumnsRead {
  readonly raw: RawTable;
  /** What it is used for, where that is known. */
  readonly side?: SideName;
  /** What a person said of how it is to be read. */
  readonly said?: Reading;
}

export function judge(raw: RawTable): SourceTable {
  return finish(judgeSteps(raw));
}

/** The same in small steps, between which the caller may let others work. */
export function* judgeSteps(raw: RawTable): Generator<undefined, SourceTable> {
  return { raw, ...(yield* columnSteps(raw)) };
}

/** A column that is going to be used, judged by all of its cells and by what a person said of it. */
export function judgeWholly(table: SourceTable, column: Column): Column {
  const judged = column.isSampled ? readColumn(table.raw, column) : column;
  const order = table.said?.dateOrders?.[judged.header];
  const sign = table.said?.decimalSigns?.[judged.header];
  const half =
    judged.kind === 'date' ? findSwappedDates(table.raw.grid.column(judged.index)) : undefined;
  const turn = table.said?.daySwaps?.[judged.header];
  const halfSwapped = half && {
    row: half.firstSerial,
    ...(turn && { isTurned: turn === 'swap' }),
  };
  return {
    ...judged,
    ...(halfSwapped && { halfSwapped }),
    ...(order && judged.dateOrder.kind === 'ambiguous' && { dateOrder: { kind: 'found', order } }),
    ...(sign &&
      judged.decimalSign.kind === 'ambiguous' && { decimalSign: { kind: 'found', sign } }),
  };
}

/** Which column of the sales is which. Columns go by header. */
export interface SalesMapping {
  readonly date: string;
  readonly amount: string;
}

/** Which column of the targets is which. */
export interface TargetMapping {
  readonly date: string;
  readonly amount: string;
  /** By dimension of the sales: the targets' column that has its values. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly grain: Grain;
  /** Nothing in the targets tells the grain: it is the report's. */
  readonly isGrainAssumed: boolean;
}

/** What has to be found, and may have to be asked. */
export type Question =
  | 'salesSource'
  | 'targetSource'
  | 'salesDate'
  | 'salesAmount'
  | 'targetDate'
  | 'targetAmount'
  | 'dimension'
  | 'targetDimension'
  | 'joinedSource'
  | 'ordersSource'
  | 'rangeMoved'
  | 'reportCurrency'
  | 'layout'
  | 'periodYear'
  | 'severalTables'
  | 'totalOrName'
  | 'dateOrder'
  | 'daySwap'
  | 'decimalSign'
  | 'salesRows'
  | 'targetRows';

const readingQuestions: readonly Question[] = [
  'layout',
  'periodYear',
  'severalTables',
  'totalOrName',
  'dateOrder',
  'daySwap',
  'decimalSign',
  'salesRows',
  'targetRows',
];

/** Whether a question is how cells are to be read, which its source's `Reading` answers. */
export function isAboutReading(question: Question): boolean {
  return readingQuestions.includes(question);
}

/** Something that was not found, or not found once. */
export interface Unclear {
  readonly question: Question;
  /** Where it was looked for. */
  readonly source: string;
  /** What could be meant; none where nothing fits. */
  readonly candidates: readonly string[];
  /** The dimension or name in question. */
  readonly subject?: string;
  /** The cell to look at. */
  readonly at?: string;
  /** Of a year: the texts that tell several, or each another. */
  readonly told?: readonly YearTeller[];
  /** Why sheets of one layout are not read as one unasked. */
  readonly doubt?: Issue;
  /** How the first name is spelled on each side, where that alone keeps names from meeting. */
  readonly spelled?: { readonly targets: string; readonly sales: string };
}

export type Found<T> = { readonly found: T } | { readonly unclear: Unclear };

function only<T extends { readonly header: string }>(
  candidates: readonly T[],
  question: Question,
  table: SourceTable,
): Found<T> {
  const [first] = candidates;
  if (first && candidates.length === 1) return { found: first };
  return {
    unclear: {
      question,
      source: table.raw.source.name,
      candidates: candidates.map((column) => column.header),
      at: placeAddress(table.raw.source),
    },
  };
}

function ofRole(table: SourceTable, role: Role): Column[] {
  return table.columns.filter((column) => column.role === role && column.kind !== 'blank');
}

/**
 * The column of dates: of a known export the one that its sales go by, else the only one by header, else
 * the only one by its cells.
 */
export function findDateColumn(table: SourceTable, question: Question): Found<Column> {
  const isDated = (column: Column) => column.kind === 'date' || column.kind === 'period';
  const named = ofRole(table, 'date');
  const good = named.filter(isDated);
  const { sure, date } = table.known ?? {};
  const known = good.find(({ header }) => header === date);
  if (question === 'salesDate' && sure === 'certain' && known) return { found: known };
  // A column that is called a date and holds none is the one meant, and is reported as such.
  if (good.length === 0 && named.length === 1) return only(named, question, table);
  if (good.length > 0) return only(good, question, table);
  const dated = table.columns.filter(
    (column) => isDated(column) && column.role !== 'otherDate' && column.role !== 'year',
  );
  if (dated.length > 0) return only(dated, question, table);
  const years = ofRole(table, 'year');
  if (years.length === 1) return only(years, question, table);
  return only(table.columns.filter(isDated), question, table);
}

/**
 * The column of amounts: the only one by header, else the only one of plain numbers. One that is
 * `taken` holds something else.
 */
export function findAmountColumn(
  table: SourceTable,
  role: 'amount' | 'target',
  question: Question,
  taken?: Column,
): Found<Column> {
  const actuals = role === 'amount' ? actualsBesidePlan(table) : [];
  const named = [...ofRole(table, role), ...actuals];
  const numbers = (columns: readonly Column[]) =>
    columns.filter(({ kind, index }) => kind === 'number' && index !== taken?.index);
  const fitting = numbers(named);
  const unknown = numbers(table.columns).filter(
    (column) => column.meaning === undefined && !speaksOfOther(column.header),
  );
  // Last year's figures are not taken unasked beside others that no word tells of.
  const others = fitting.length > 0 && fitting.every(isPast) ? unknown : [];
  const found = [...fitting, ...others.filter((column) => !isPast(column) && !isPercent(column))];
  if (found.length > fitting.length) return only(found, question, table);
  // What was sold is no forecast, and beside the figures of each period those to date say nothing more.
  const good = [isForecast, saysFiguresToDate, isPercent, isPast, isOfOther].reduce(
    withoutOthers,
    fitting,
  );
  if (good.length === 0 && named.length === 1) return only(named, question, table);
  if (good.length > 0) {
    const net = role === 'amount' ? netBeside(table, good) : [];
    return only([...good, ...net, ...forecastsBeside(table, role)], question, table);
  }
  // A target in percent is the one meant, and is reported as such: last year's sales beside it are none.
  const percents = numbers(table.columns).filter(isTargetInPercent);
  if (role === 'target' && percents.length > 0) return only(percents, question, table);
  const other: Role = role === 'amount' ? 'target' : 'amount';
  const second = numbers(ofRole(table, other));
  if (role === 'target' && second.length > 0) return only(second, question, table);
  // A header known for something else, such as a probability or a share, is no amount.
  const amounts = withoutOthers(
    unknown.filter((column) => !isPercent(column)),
    isPast,
  );
  return only(role === 'amount' && amounts.length > 0 ? amounts : unknown, question, table);
}

/** So many rows show whether one figure is another with its tax, and two are none by chance. */
const rowsOfTax = 50;

/**
 * The figures that the only amount is with the tax of a column beside: "Subtotal", "VAT" and "Total". Which of
 * them are the sales no header says.
 */
function netBeside({ columns, raw: { grid } }: SourceTable, [gross, ...more]: readonly Column[]) {
  const taxes = columns.filter(({ meaning, kind }) => meaning === 'tax' && kind === 'number');
  if (!gross || more.length > 0 || taxes.length === 0) return [];
  const at = (row: number, { index }: Column) => {
    const cell = grid.cell(row, index);
    return typeof cell === 'number' ? cell : 0;
  };
  const isNet = (column: Column) =>
    taxes.some((tax) => {
      let taxed = 0;
      for (let row = 0; row < Math.min(grid.rowCount, rowsOfTax); row += 1) {
        if (!isSame(at(row, gross), at(row, column) + at(row, tax))) return false;
        if (at(row, tax) !== 0) taxed += 1;
      }
      return taxed > 1;
    });
  return columns.filter(
    (column) => column.kind === 'number' && column.meaning === undefined && isNet(column),
  );
}

const isPercent = (column: Column) => column.isPercent === true;

const isTargetInPercent = (column: Column) =>
  isPercent(column) && findRole(withoutPercent(column.header)) === 'target';

const isOfOther = ({ header }: Column) => speaksOfOther(header);

const isPast = ({ header }: Column) => past.test(plainWords(header));

/** The columns that are none of the others, where there are any such. */
function withoutOthers(columns: readonly Column[], isOther: (column: Column) => boolean) {
  const rest = columns.filter((column) => !isOther(column));
  return rest.length > 0 ? rest : columns;
}

const saysFiguresToDate = ({ header }: Column) => saysToDate(header);

/** A forecast beside a budget: either may be what sales are held against. */
function forecastsBeside({ columns }: SourceTable, role: 'amount' | 'target'): Column[] {
  if (role === 'amount') return [];
  return columns.filter((column) => column.kind === 'number' && isForecast(column));
}

/** Whether any column tells when a row was. */
export function holdsDays({ columns }: SourceTable): boolean {
  return columns.some(
    ({ kind, role }) => kind === 'date' || kind === 'period' || role === 'date' || role === 'year',
  );
}

/** Currency, version, "is won": they say how a row counts, not whose it is. */
export function isMark({ meaning }: Column): boolean {
  return meaning !== undefined && classOf(meaning) === 'mark';
}

/** Columns that sales can be grouped by: texts that repeat. */
export function dimensionColumns(table: SourceTable): Column[] {
  return table.columns.filter((column) => {
    if (column.kind !== 'text' || column.role === 'id') return false;
    if (isMark(column)) return false;
    const { distinct, filled, isSampled } = column;
    // Among rows spread over a long table even the names of thousands of customers rarely repeat.
    const most = isSampled ? filled * 0.988 : filled / 2;
    return distinct > 0 && (distinct <= 50 || distinct <= most);
  });
}

/** A dimension is the same in both when at least this share of the targets' values is known. */
const leastOverlap = 0.5;

function overlap(of: ReadonlySet<string>, within: ReadonlySet<string>): number {
  let common = 0;
  for (const text of of) if (within.has(text)) common += 1;
  return of.size === 0 ? 0 : common / of.size;
}

/** Whether columns of one header cannot be held against one another before they are calculated. */
function mayBeSame(sales: SourceTable, one: Column, targets: SourceTable, other: Column): boolean {
  return (
    headerWords(one.header) === headerWords(other.header) &&
    [sales.raw.grid.column(one.index), targets.raw.grid.column(other.index)].some(findUncalculated)
  );
}

/**
 * The targets' column that means a dimension of the sales: the one of its header whose values are
 * known there, else the only one whose values are.
 */
export function findTargetDimension(
  sales: SourceTable,
  targets: SourceTable,
  dimension: Column,
  taken: readonly Column[],
): Found<Column> {
  const values = textsOfSide(sales, dimension.index);
  const fitting = targets.columns.filter(
    (column) =>
      !taken.some(({ index }) => index === column.index) &&
      (column.kind === 'text' || column.kind === 'number') &&
      (overlap(textsOfSide(targets, column.index), values) >= leastOverlap ||
        mayBeSame(sales, dimension, targets, column)),
  );
  const words = headerWords(dimension.header);
  const named = fitting.filter((column) => headerWords(column.header) === words);
  const candidates = named.length > 0 ? named : fitting.filter((column) => column.kind === 'text');
  const answer = only(candidates, 'targetDimension', targets);
  return 'found' in answer ? answer : { unclear: { ...answer.unclear, subject: dimension.header } };
}

/**
 * The dimensions the targets are set by: for each of their text columns, the only column of the
 * sales that has its header or its values; for each of numbers, the one that has both.
 */
export function findSharedDimensions(
  sales: SourceTable,
  targets: SourceTable,
  taken: readonly Column[],
): { readonly shared: readonly Column[]; readonly unclear: readonly Unclear[] } {
  const shared: Column[] = [];
  const unclear: Unclear[] = [];
  const areApart = sales.raw !== targets.raw;
  const mayBeKey = (column: Column) =>
    !isMark(column) &&
    (column.kind === 'text' ||
      column.role === 'id' ||
      namesByNumber(column) ||
      (areApart && mayBeNumbered(column)));
  const salesColumns = sales.columns.filter(mayBeKey);
  for (const column of targets.columns) {
    if (taken.some(({ index }) => index === column.index)) continue;
    if (!mayBeKey(column)) continue;
    const values = textsOfSide(targets, column.index);
    const fits = (candidate: Column) =>
      areWhole(sales, candidate) &&
      (overlap(values, textsOfSide(sales, candidate.index)) >= leastOverlap ||
        mayBeSame(sales, candidate, targets, column));
    const words = headerWords(column.header);
    const isNamed = (candidate: Column) => headerWords(candidate.header) === words;
    // A column of the same name comes first: the others need not be read then.
    const named = areWhole(targets, column)
      ? salesColumns.filter((candidate) => isNamed(candidate) && fits(candidate))
      : [];
    // Numbers meet by chance: keys need the same header as well.
    const unnamed = () => salesColumns.filter((one) => one.kind === 'text' && fits(one));
    const candidates = named.length > 0 ? named : column.kind === 'text' ? unnamed() : [];
    const [first] = candidates;
    if (first && candidates.length === 1) {
      if (!shared.includes(first)) shared.push(first);
    } else if (candidates.length > 1) {
      unclear.push({
        question: 'dimension',
        source: sales.raw.source.name,
        subject: column.header,
        candidates: candidates.map((candidate) => candidate.header),
      });
    }
  }
  return { shared, unclear };
}

/** Numbers that no header calls figures may be those of shops or customers. */
function mayBeNumbered({ kind, meaning, header }: Column): boolean {
  return kind === 'number' && meaning === undefined && !namesFigures(header, meaning);
}

/** "Region" and "Customer" name things by numbers too, but "Customers" are counted. */
function namesByNumber({ kind, meaning, header }: Column): boolean {
  const isName = meaning !== undefined && isDimensionRole(meaning);
  return kind === 'number' && isName && !/[^s]s$|kunden$/i.test(header);
}

/** Numbers with fractions name nothing. */
function areWhole({ raw }: SourceTable, { kind, index }: Column): boolean {
  return kind !== 'number' || !(raw.grid.column(index).numbers instanceof Float64Array);
}

/** The column with a header: the same letters, else the same words. */
export function findColumn(table: SourceTable, header: string): Column | undefined {
  return (
    table.columns.find((column) => column.header === header) ??
    table.columns.find((column) => headerWords(column.header) === headerWords(header))
  );
}
