import {
  addressIn,
  columnIssues,
  convertSteps,
  dimensionOf,
  isBlocking,
  stepwise,
  type Column,
  type Issue,
  type OrderCounts,
  type SourceTable,
  type TableReadOptions,
} from '../intake';
import { splitByParent, type AmountOfRows, type Dataset, type SerialDate } from '../sales';
import { findData, isReady } from './find-data';
import { columnsForJoins, currenciesIn, currencyColumn, joinedSales, type Joins } from './joins';
import type { Session } from './session';
import type { ReportWishes } from './track';

/** A name that belongs to nothing for some or all of its sales, with the first cell it stands in. */
export interface UnassignedName extends AmountOfRows {
  /** Empty for sales without a name. */
  readonly name: string;
  readonly at: string;
}

/** What joined tables make of the sales up to the as-of day. */
export interface JoinsChecked {
  readonly ordered?: OrderCounts & { readonly source: string };
  readonly assigned?: {
    readonly from: string;
    readonly to: string;
    readonly names: number;
    readonly unassigned: readonly UnassignedName[];
    /** Together they are all sales. */
    readonly split: Readonly<Record<'assigned' | 'unassigned' | 'all', AmountOfRows>>;
    /** Whether all amounts are in one currency, and so can be added. */
    readonly isOneCurrency: boolean;
  };
  readonly credited?: {
    /** Deals that are shared and sold, and rows of theirs. */
    readonly deals: number;
    readonly rows: number;
    /** Deals that are shared and not sold. */
    readonly unknown: number;
  };
  readonly converted?: {
    readonly to: string;
    /** Rows by currency, the report's own included. */
    readonly rows: readonly { readonly currency: string; readonly rows: number }[];
  };
  /** What was found on the way; nothing is computed where one blocks. */
  readonly issues: readonly Issue[];
}

/** Joins the tables wished for to the sales, and counts what met; undefined while it is unclear. */
export async function checkJoins(
  session: Session,
  wishes: ReportWishes,
  options: TableReadOptions = {},
): Promise<JoinsChecked | undefined> {
  const { sales, joins, unclearJoins, issues } = await findData(session, wishes, options);
  if (!isReady(sales)) return undefined;
  if (issues.some(isBlocking)) return { issues: issues.filter(isBlocking) };
  if (unclearJoins.length > 0) return undefined;
  const { table, date, amount } = sales;
  const { orders, assigned, credits, rates } = joins;
  const added = table.columns.find(({ header }) => header === assigned?.to);
  const needed = [
    ...columnsForJoins(table, joins),
    ...(assigned ? [assigned.key] : []),
    ...(added ? [added] : []),
  ];
  const choice = { date, amount, dimensions: new Map(needed.map((one) => [one.header, one])) };
  const wrong = columnIssues(table, choice).filter(
    (issue) => isBlocking(issue) && issue.code !== 'mixedCurrencies',
  );
  if (wrong.length > 0) return { issues: wrong };
  const read = await stepwise(convertSteps(table, choice), sales.source.name, options);
  const joined = joinedSales(table, read, joins);
  const blocked = joined.issues.filter(isBlocking);
  if (blocked.length > 0) return { issues: blocked };
  const until = wishes.asOf;
  return {
    ...(orders && { ordered: { ...orders.counts, source: orders.table.raw.source.name } }),
    ...(assigned && {
      assigned: {
        ...countAssigned(joined.dataset, table, joins, assigned, until),
        isOneCurrency: rates !== undefined || currenciesIn(table).length <= 1,
      },
    }),
    ...(credits && { credited: countCredited(read.dataset, credits, until) }),
    ...(rates && {
      converted: { to: rates.to, rows: countCurrencies(read.dataset, table, until) },
    }),
    issues: joined.issues,
  };
}

function countAssigned(
  dataset: Dataset,
  table: SourceTable,
  { credits }: Joins,
  { from, to, key }: NonNullable<Joins['assigned']>,
  until: SerialDate | undefined,
) {
  const { keys, unassignedKeys, ...split } = splitByParent(dataset, from, to, until);
  const places: [SourceTable, Column][] = [[table, key]];
  if (credits?.person.header === from) places.push([credits.table, credits.columns.person]);
  return {
    from,
    to,
    names: keys,
    unassigned: unassignedKeys.map(({ key: name, rows, amount }) => ({
      name,
      rows,
      amount,
      at: placeOf(name, places),
    })),
    split,
  };
}

/** The first cell with a text, in the first table that has it. */
function placeOf(text: string, places: readonly (readonly [SourceTable, Column])[]): string {
  for (const [{ raw }, { index }] of places) {
    const { codes, values } = dimensionOf(raw.grid.column(index));
    const row = codes.indexOf(values.indexOf(text));
    if (row >= 0) return addressIn(raw, row, index);
  }
  return '';
}

function countCredited(
  { rows, dates, dimensions }: Dataset,
  { credits, deal }: NonNullable<Joins['credits']>,
  until: SerialDate = Infinity,
) {
  const shared = new Set(credits.map((credit) => credit.deal));
  const { codes = new Int32Array(), values = [] } = dimensions.get(deal.header) ?? {};
  const isShared = values.map((text) => shared.has(text));
  const sold = new Set<number>();
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const code = codes[row] ?? 0;
    if (!isShared[code] || (dates[row] ?? 0) > until) continue;
    sold.add(code);
    count += 1;
  }
  return { deals: sold.size, rows: count, unknown: shared.size - sold.size };
}

function countCurrencies(
  { rows, dates, dimensions }: Dataset,
  table: SourceTable,
  until: SerialDate = Infinity,
) {
  const { codes = new Int32Array(), values = [] } =
    dimensions.get(currencyColumn(table)?.header ?? '') ?? {};
  const currencies = values.map((text) => text.trim().toUpperCase());
  const counts = new Map<string, number>();
  for (let row = 0; row < rows; row += 1) {
    if ((dates[row] ?? 0) > until) continue;
    const currency = currencies[codes[row] ?? 0] ?? '';
    counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].map(([currency, count]) => ({ currency, rows: count }));
}
