import { distinctTexts, type Column } from '../columns/column';
import { headerWords } from '../header-words';
import type { SourceTable } from '../mapping';
import { findColumnRole } from '../roles';
import {
  ColumnSearch,
  isDated,
  isDimension,
  isKey,
  isNumber,
  isText,
  means,
} from './column-search';
import type { ChosenColumns, JoinFound } from './join-question';
import type { AssignmentColumns } from './read-assignments';
import type { CreditColumns } from './read-credits';

/** The columns of the sales that the joined table's keys stand in. */
export interface SalesColumns {
  readonly table: SourceTable;
  readonly column: Column;
}

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
  chosen: ChosenColumns = {},
): JoinFound<AssignmentColumns> {
  const search = new ColumnSearch<keyof AssignmentColumns>(
    table,
    { key: 'assignedKey', parent: 'assignedParent', from: 'assignedFrom', to: 'assignedTo' },
    chosen,
  );
  const texts = distinctTexts(sales.table.raw, sales.column.index);
  const keys = search.left(
    (column) => isKey(column) && shares(texts, distinctTexts(table.raw, column.index)),
  );
  const key = search.take('key', byLikeness(keys, sales));
  const ends = search.left((column) => edgeOf(column) !== undefined);
  const edge = (role: 'effectiveFrom' | 'effectiveTo') =>
    ends.filter((column) => edgeOf(column) === role);
  // One date alone, with no word for an end, is the day from which a row holds.
  const dated = search.left(
    (column) => isDated(column) && (column.meaning === undefined || column.role === 'date'),
  );
  const from = search.take('from', [edge('effectiveFrom'), ends.length === 0 ? dated : []], false);
  const to = search.take('to', [edge('effectiveTo')], false);
  const others = search.left((column) => isKey(column) && !ends.includes(column));
  const parent = search.take('parent', [
    others.length === 1 ? others : others.filter(isDimension),
    others,
  ]);
  const { unclear, taken: partly } = search;
  if (!key || !parent || unclear.length > 0) return { unclear, partly };
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
  chosen: ChosenColumns = {},
): JoinFound<CreditColumns> {
  const search = new ColumnSearch<keyof CreditColumns>(
    table,
    { deal: 'creditDeal', person: 'creditPerson', share: 'creditShare' },
    chosen,
  );
  const known = (columns: readonly Column[], of: SalesColumns | undefined): Column[][] => {
    if (!of) return [];
    const texts = distinctTexts(of.table.raw, of.column.index);
    const fits = (column: Column) => shares(distinctTexts(table.raw, column.index), texts);
    return byLikeness(columns.filter(fits), of);
  };
  const keys = search.left(isKey);
  const deal = search.take('deal', [
    ...known(keys, sales.deal),
    keys.filter(means('orderId')),
    keys.filter(means('id')),
  ]);
  const texts = search.left((column) => isKey(column) && isText(column));
  const person = search.take('person', [
    ...known(texts, sales.person),
    texts.filter(means('salesperson')),
    texts,
  ]);
  const numbers = search.left(isNumber);
  const share = search.take('share', [numbers.filter(means('share')), numbers]);
  const { unclear, taken: partly } = search;
  return deal && person && share && unclear.length === 0
    ? { found: { deal, person, share } }
    : { unclear, partly };
}
