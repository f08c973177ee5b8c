import type { Column } from '../columns/column';
import type { SourceTable } from '../mapping';
import { classOf, type ColumnRole } from '../roles';
import { findCreditColumns } from './find-columns';
import { findRateColumns } from './find-rate-columns';

/** What a table is good for beside sales and targets. */
export type JoinedKind = 'orders' | 'assignments' | 'credits' | 'rates';

/** Figures that a table of sales or targets has, and none that is joined to them. */
const figures: ReadonlySet<ColumnRole | undefined> = new Set<ColumnRole>([
  'amount',
  'expectedAmount',
  'target',
  'quantity',
  'price',
  'cost',
  'profit',
]);

/**
 * What a table looks like, from its headers and its first cells. Rates: a column of currencies and
 * one of numbers, nothing else but days and texts; or days and two or more columns of numbers named
 * by currencies. Credits: deals, people and one column of shares
 * between 0 and 1 (or 100). Assignments: no figures at all, two or more columns of texts, one of
 * them of a known dimension, and no dates but those from and to which a row holds.
 */
export function looksLike(table: SourceTable): Exclude<JoinedKind, 'orders'> | undefined {
  const { columns } = table;
  if (columns.some(({ meaning, kind }) => kind === 'number' && figures.has(meaning))) {
    return undefined;
  }
  const numbers = columns.filter(
    ({ kind, role }) => kind === 'number' && role !== 'id' && role !== 'year',
  );
  if (looksConverted(table, numbers)) return 'rates';
  if (numbers.length === 1) {
    const rates = findRateColumns(table);
    if ('found' in rates && 'rate' in rates.found) return 'rates';
    const credits = findCreditColumns(table);
    const isSplit = 'found' in credits && areShares(table, credits.found.share);
    return isSplit ? 'credits' : undefined;
  }
  return numbers.length === 0 && looksAssigned(columns) ? 'assignments' : undefined;
}

/** One column of numbers named by a currency may be sales in it. */
function looksConverted(table: SourceTable, numbers: readonly Column[]): boolean {
  if (numbers.length < 2 || table.columns.some(({ kind }) => kind === 'text')) return false;
  const rates = findRateColumns(table);
  return 'found' in rates && 'each' in rates.found && rates.found.each.length === numbers.length;
}

function areShares(table: SourceTable, { index, meaning }: Column): boolean {
  if (meaning === 'share') return true;
  const { numbers, codes, numberCount } = table.raw.grid.column(index);
  if (!numbers || numberCount === 0) return false;
  return numbers.every((number, row) => (codes?.[row] ?? -1) >= 0 || (number >= 0 && number <= 1));
}

function looksAssigned(columns: readonly Column[]): boolean {
  const texts = columns.filter(({ kind }) => kind === 'text');
  const dated = columns.filter(({ kind }) => kind === 'date' || kind === 'period');
  const isEdge = ({ meaning }: Column) =>
    meaning === undefined || meaning === 'effectiveFrom' || meaning === 'effectiveTo';
  const isDimension = ({ meaning }: Column) =>
    meaning !== undefined && classOf(meaning) === 'dimension';
  return texts.length >= 2 && texts.some(isDimension) && dated.every(isEdge);
}
