import { placeAddress } from '../../workbook';
import { distinctTexts, type Column } from '../column';
import { roleOfContent } from '../content';
import { headerWords } from '../header-words';
import type { SourceTable, Unclear } from '../mapping';
import { classOf, findColumnRole, type ColumnRole } from '../roles';
import type { AssignmentColumns } from './read-assignments';
import type { CreditColumns } from './read-credits';
import type { RateColumns } from './read-rates';

/** What has to be found in a table that is joined to sales. */
export type JoinQuestion =
  | 'assignedKey'
  | 'assignedParent'
  | 'assignedFrom'
  | 'assignedTo'
  | 'creditDeal'
  | 'creditPerson'
  | 'creditShare'
  | 'rateCurrency'
  | 'rateFigure'
  | 'rateDate';

/** A column that was not found, or not found once. */
export interface JoinUnclear extends Omit<Unclear, 'question'> {
  readonly question: JoinQuestion;
}

export type JoinFound<T> = { readonly found: T } | { readonly unclear: readonly JoinUnclear[] };

/** The columns of the sales that the joined table's keys stand in. */
export interface SalesColumns {
  readonly table: SourceTable;
  readonly column: Column;
}

/** Finds columns one by one; each is taken once, and what is unclear is collected. */
class Search<Part extends string> {
  readonly unclear: JoinUnclear[] = [];
  private readonly taken: Partial<Record<Part, Column>> = {};

  constructor(
    readonly table: SourceTable,
    chosen: Readonly<Partial<Record<Part, Column>>>,
  ) {
    Object.assign(this.taken, chosen);
  }

  /** Takes the only one of the first candidates there are; asks where there are several. */
  take(
    part: Part,
    question: JoinQuestion,
    candidates: readonly (readonly Column[])[],
    isNeeded = true,
  ): Column | undefined {
    const chosen = this.taken[part];
    if (chosen) return chosen;
    const fitting = candidates.find((columns) => columns.length > 0) ?? [];
    const [first] = fitting;
    if (first && fitting.length === 1) {
      this.taken[part] = first;
      return first;
    }
    if (first ?? isNeeded) {
      this.unclear.push({
        question,
        source: this.table.raw.source.name,
        candidates: fitting.map(({ header }) => header),
        at: placeAddress(this.table.raw.source),
      });
    }
    return undefined;
  }

  /** The columns that are not taken and fit. */
  left(fits: (column: Column) => boolean): Column[] {
    const taken = Object.values<Column | undefined>(this.taken);
    return this.table.columns.filter(
      (column) => !taken.some((other) => other?.index === column.index) && fits(column),
    );
  }
}

const isDated = ({ kind, role }: Column) => kind === 'date' || kind === 'period' || role === 'year';
const isText = ({ kind }: Column) => kind === 'text';
const isNumber = ({ kind, role }: Column) => kind === 'number' && role !== 'year' && role !== 'id';
const means =
  (...roles: readonly ColumnRole[]) =>
  ({ meaning }: Column) =>
    meaning !== undefined && roles.includes(meaning);

const isDimension = ({ meaning }: Column) =>
  meaning !== undefined && classOf(meaning) === 'dimension';

/** Texts or ids; not what marks how a row counts, such as a currency. */
const isKey = ({ kind, meaning }: Column) =>
  (kind === 'text' || (kind === 'number' && (meaning === 'id' || meaning === 'orderId'))) &&
  (meaning === undefined || classOf(meaning) !== 'mark');

/** What the day of an assignment is, where "Start" alone says it. */
function edgeOf({ header, meaning }: Column): 'effectiveFrom' | 'effectiveTo' | undefined {
  const role = meaning ?? findColumnRole(`${header} date`);
  return role === 'effectiveFrom' || role === 'effectiveTo' ? role : undefined;
}

/** At least this part of the one side's texts has to be known on the other. */
const leastShared = 0.5;

function shares(of: ReadonlySet<string>, within: ReadonlySet<string>): boolean {
  let common = 0;
  for (const text of of) if (within.has(text)) common += 1;
  return of.size > 0 && common / of.size >= leastShared;
}

/** Columns that have the header, then the meaning, of a column of the sales come first. */
function byLikeness(candidates: readonly Column[], { column }: SalesColumns): Column[][] {
  const words = headerWords(column.header);
  return [
    candidates.filter(({ header }) => headerWords(header) === words),
    candidates.filter(({ meaning }) => meaning !== undefined && meaning === column.meaning),
    [...candidates],
  ];
}

/**
 * Which columns of a table assign the texts of a column of the sales. The key is the column that
 * has at least half of the sales' texts; the parent the only other column of texts, or the only one
 * that a header names as a dimension; days are told by their headers. What is `chosen` is kept.
 */
export function findAssignmentColumns(
  table: SourceTable,
  sales: SalesColumns,
  chosen: Readonly<Partial<AssignmentColumns>> = {},
): JoinFound<AssignmentColumns> {
  const search = new Search<keyof AssignmentColumns>(table, chosen);
  const texts = distinctTexts(sales.table.raw, sales.column.index);
  const keys = search.left(
    (column) => isKey(column) && shares(texts, distinctTexts(table.raw, column.index)),
  );
  const key = search.take('key', 'assignedKey', byLikeness(keys, sales));
  const ends = search.left((column) => edgeOf(column) !== undefined);
  const edge = (role: 'effectiveFrom' | 'effectiveTo') =>
    ends.filter((column) => edgeOf(column) === role);
  // One date alone, with no word for an end, is the day from which a row holds.
  const dated = search.left(
    (column) => isDated(column) && (column.meaning === undefined || column.role === 'date'),
  );
  const from = search.take(
    'from',
    'assignedFrom',
    [edge('effectiveFrom'), ends.length === 0 ? dated : []],
    false,
  );
  const to = search.take('to', 'assignedTo', [edge('effectiveTo')], false);
  const others = search.left((column) => isKey(column) && !ends.includes(column));
  const parent = search.take('parent', 'assignedParent', [
    others.length === 1 ? others : others.filter(isDimension),
    others,
  ]);
  const { unclear } = search;
  if (!key || !parent || unclear.length > 0) return { unclear };
  return { found: { key, parent, ...(from && { from }), ...(to && { to }) } };
}

/**
 * Which columns of a table split credit. At least half of its deals, or people, are known in the
 * columns of the sales that are given; else headers tell. The share is told by its header, or is the
 * only column of numbers. What is `chosen` is kept.
 */
export function findCreditColumns(
  table: SourceTable,
  sales: { readonly deal?: SalesColumns; readonly person?: SalesColumns } = {},
  chosen: Readonly<Partial<CreditColumns>> = {},
): JoinFound<CreditColumns> {
  const search = new Search<keyof CreditColumns>(table, chosen);
  const known = (columns: readonly Column[], of: SalesColumns | undefined): Column[][] => {
    if (!of) return [];
    const texts = distinctTexts(of.table.raw, of.column.index);
    const fits = (column: Column) => shares(distinctTexts(table.raw, column.index), texts);
    return byLikeness(columns.filter(fits), of);
  };
  const keys = search.left(isKey);
  const deal = search.take('deal', 'creditDeal', [
    ...known(keys, sales.deal),
    keys.filter(means('orderId')),
    keys.filter(means('id')),
  ]);
  const texts = search.left((column) => isKey(column) && isText(column));
  const person = search.take('person', 'creditPerson', [
    ...known(texts, sales.person),
    texts.filter(means('salesperson')),
    texts,
  ]);
  const numbers = search.left(isNumber);
  const share = search.take('share', 'creditShare', [numbers.filter(means('share')), numbers]);
  const { unclear } = search;
  return deal && person && share && unclear.length === 0
    ? { found: { deal, person, share } }
    : { unclear };
}

const holdsCurrencies = (table: SourceTable, { index }: Column) =>
  roleOfContent(distinctTexts(table.raw, index)) === 'currency';

/**
 * Which columns of a table hold exchange rates: the column of currencies, the rate by its header or
 * as the only column of numbers, and the only column of dates, if there is one. What is `chosen` is
 * kept.
 */
export function findRateColumns(
  table: SourceTable,
  chosen: Readonly<Partial<RateColumns>> = {},
): JoinFound<RateColumns> {
  const search = new Search<keyof RateColumns>(table, chosen);
  const currency = search.take('currency', 'rateCurrency', [
    search.left(means('currency')),
    search.left((column) => isText(column) && holdsCurrencies(table, column)),
  ]);
  const numbers = search.left(isNumber);
  const rate = search.take('rate', 'rateFigure', [numbers.filter(means('rate')), numbers]);
  const dated = search.left(isDated);
  const date = search.take(
    'date',
    'rateDate',
    [dated.filter(({ role }) => role === 'date'), dated],
    false,
  );
  const { unclear } = search;
  if (!currency || !rate || unclear.length > 0) return { unclear };
  return { found: { currency, rate, ...(date && { date }) } };
}
