import {
  conversionIssues,
  convert,
  dimensionOf,
  findSharedDimensions,
  findTargetDimension,
  unassignedIssues,
  unknownDealIssues,
  withColumn,
  type AssignmentColumns,
  type Column,
  type Converted,
  type CreditColumns,
  type Issue,
  type OrderColumns,
  type OrderCounts,
  type RateBase,
  type RateColumns,
  type SourceTable,
} from '../intake';
import {
  assign,
  convertCurrencies,
  hierarchyFromData,
  splitCredit,
  type AssignRequest,
  type Credit,
  type Dataset,
  type Rate,
  type RateMethod,
  type TextColumn,
} from '../sales';

/** What is joined to the sales once they are read. */
export interface Joins {
  readonly orders?: {
    readonly table: SourceTable;
    readonly columns: OrderColumns;
    readonly counts: OrderCounts;
    /** Nobody named the table: it was the only one. */
    readonly isFound: boolean;
  };
  readonly assigned?: AssignRequest & {
    readonly table: SourceTable;
    readonly columns: AssignmentColumns;
    /** The column of the sales. */
    readonly key: Column;
  };
  readonly credits?: {
    readonly table: SourceTable;
    readonly columns: CreditColumns;
    readonly credits: readonly Credit[];
    /** Columns of the sales. */
    readonly deal: Column;
    readonly person: Column;
  };
  readonly rates?: {
    readonly table: SourceTable;
    readonly columns: RateColumns;
    readonly base: RateBase;
    readonly rates: readonly Rate[];
    /** Currencies that have rates in other currencies alone, each with such a cell. */
    readonly crossed: ReadonlyMap<string, string>;
    readonly method: RateMethod;
    readonly to: string;
  };
}

export interface SalesSide {
  readonly table: SourceTable;
  readonly date: Column;
  readonly amount: Column;
}

/** A header for a column that is added: the wished one, or with a number behind it. */
export function freeHeader(wished: string, { raw }: SourceTable): string {
  let header = wished;
  for (let number = 2; raw.headers.includes(header); number += 1) {
    header = `${wished} ${String(number)}`;
  }
  return header;
}

/** A dimension of the rows used, by the rows of the table; rows set aside have none. */
export function textsByRow(
  dataset: Dataset,
  name: string,
  { tableRows }: Converted,
  rows: number,
): TextColumn {
  const { codes, values } = dataset.dimensions.get(name) ?? { codes: new Int32Array(), values: [] };
  if (!tableRows) return { codes, values };
  const all = new Int32Array(rows).fill(values.length);
  for (const [index, row] of tableRows.entries()) all[row] = codes[index] ?? values.length;
  return { codes: all, values: [...values, ''] };
}

/**
 * Gives targets the column they lack, as the sales have it: targets by person are reported by team
 * by the table of assignments, those of the first day of their period, or where each person of the
 * sales stands with one team alone. Undefined where nothing tells it.
 */
export function climbTargets(
  sales: SalesSide,
  targets: Partial<SalesSide> & Pick<SalesSide, 'table'>,
  dimension: Column,
  { assigned }: Joins,
):
  | {
      readonly table: SourceTable;
      readonly column: Column;
      readonly issues: readonly Issue[];
    }
  | undefined {
  const { table, date, amount } = targets;
  const taken = [date, amount].filter((column) => column !== undefined);
  if (assigned?.to === dimension.header) {
    const found = findTargetDimension(sales.table, table, assigned.key, taken);
    if (!('found' in found) || !date || !amount) return undefined;
    return assignTargets({ table, date, amount }, found.found, assigned);
  }
  const { shared } = findSharedDimensions(sales.table, table, taken);
  const [child, ...others] = shared.filter(({ index }) => index !== dimension.index);
  if (!child || others.length > 0) return undefined;
  const key = findTargetDimension(sales.table, table, child, taken);
  if (!('found' in key)) return undefined;
  const dimensions = new Map([child, dimension].map((column) => [column.header, column]));
  const { dataset } = convert(sales.table, { date: sales.date, amount: sales.amount, dimensions });
  const hierarchy = hierarchyFromData(dataset, child.header, dimension.header);
  if ('several' in hierarchy) return undefined;
  const parentOf = new Map(hierarchy.assignments.map((one) => [one.key, one.parent]));
  const { codes, values } = dimensionOf(table.raw.grid.column(key.found.index));
  const texts = { codes, values: values.map((text) => parentOf.get(text) ?? '') };
  const header = freeHeader(dimension.header, table);
  return { ...withColumn(table, header, key.found, texts), issues: [] };
}

function assignTargets(
  { table, date, amount }: SalesSide,
  key: Column,
  { to, assignments, as }: AssignRequest,
) {
  const read = convert(table, { date, amount, dimensions: new Map([[key.header, key]]) });
  const header = freeHeader(to, table);
  const { dataset, unassigned } = assign(read.dataset, {
    from: key.header,
    to: header,
    assignments,
    as,
  });
  const texts = textsByRow(dataset, header, read, table.raw.grid.rowCount);
  return {
    ...withColumn(table, header, key, texts),
    issues: unassignedIssues(table, key, header, unassigned),
  };
}

/** The column of currencies, where there is one with a currency in it. */
export function currencyColumn(table: SourceTable): Column | undefined {
  return table.columns.find(({ role, filled }) => role === 'currency' && filled > 0);
}

/** The currencies of a table, as they are compared. */
export function currenciesIn(table: SourceTable): string[] {
  const column = currencyColumn(table);
  if (!column) return [];
  const { values } = dimensionOf(table.raw.grid.column(column.index));
  return [...new Set(values.map((text) => text.trim().toUpperCase()))].filter(Boolean).sort();
}

/** Columns of the sales that joins need beside those of the report. */
export function columnsForJoins(table: SourceTable, { credits, rates, assigned }: Joins): Column[] {
  const currency = rates && currencyColumn(table);
  const key = credits && assigned?.key;
  return [
    ...(currency ? [currency] : []),
    ...(credits ? [credits.deal, credits.person] : []),
    ...(key ? [key] : []),
  ];
}

/** Amounts and `money` in the report's currency; as they are where nothing is to be converted. */
export function inOneCurrency(
  table: SourceTable,
  read: Converted,
  { rates }: Joins,
  money: readonly string[] = [],
): { readonly dataset: Dataset; readonly issues: readonly Issue[] } {
  const { dataset } = read;
  const column = rates && currencyColumn(table);
  if (!rates || !column) return { dataset, issues: [] };
  const { to, method, crossed } = rates;
  const request = { currency: column.header, to, method, rates: rates.rates, money };
  const converted = convertCurrencies(dataset, request);
  if ('dataset' in converted) return { dataset: converted.dataset, issues: [] };
  return { dataset, issues: conversionIssues(table, column, to, converted.refused, read, crossed) };
}

/**
 * Sales with their credit split, each part with the team of the person who is credited. `totals` are
 * the numbers that are split with the amount.
 */
export function creditSales(
  dataset: Dataset,
  { credits, assigned }: Joins,
  totals: readonly string[] = [],
): { readonly dataset: Dataset; readonly issues: readonly Issue[] } {
  if (!credits) return { dataset, issues: [] };
  const { deal, person, table, columns } = credits;
  const split = splitCredit(dataset, {
    deal: deal.header,
    person: person.header,
    credits: credits.credits,
    totals,
  });
  const issues = unknownDealIssues(table, columns.deal, split.unknownDeals);
  if (assigned?.from !== person.header || !split.dataset.dimensions.has(assigned.to)) {
    return { dataset: split.dataset, issues };
  }
  const placed = assign(without(split.dataset, assigned.to), assigned);
  // Names that the sales have themselves were named there.
  const own = new Set(dataset.dimensions.get(person.header)?.values);
  const others = placed.unassigned.filter(({ key }) => !own.has(key));
  return {
    dataset: placed.dataset,
    issues: [...issues, ...unassignedIssues(table, columns.person, assigned.to, others)],
  };
}

/** Rows with the team, region or category of their own day, whatever they had of it. */
export function assignRows(dataset: Dataset, { assigned }: Joins): Dataset {
  if (!assigned || !dataset.dimensions.has(assigned.to)) return dataset;
  return assign(without(dataset, assigned.to), assigned).dataset;
}

function without(dataset: Dataset, name: string): Dataset {
  const dimensions = new Map(dataset.dimensions);
  dimensions.delete(name);
  return { ...dataset, dimensions };
}

/** Sales in one currency, with their credit split. Nothing is to be made of them where an issue blocks. */
export function joinedSales(
  table: SourceTable,
  read: Converted,
  joins: Joins,
): { readonly dataset: Dataset; readonly issues: readonly Issue[] } {
  const converted = inOneCurrency(table, read, joins);
  const credited = creditSales(converted.dataset, joins);
  return { dataset: credited.dataset, issues: [...converted.issues, ...credited.issues] };
}
