import {
  conversionIssues,
  convert,
  dimensionColumns,
  dimensionOf,
  distinctTexts,
  findAssignmentColumns,
  findCreditColumns,
  findRateColumns,
  findSharedDimensions,
  findTargetDimension,
  headerWords,
  isBlocking,
  readAssignments,
  readCredits,
  readRates,
  unassignedIssues,
  unknownDealIssues,
  withColumn,
  type Column,
  type Converted,
  type CreditColumns,
  type Issue,
  type JoinUnclear,
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
  type SerialDate,
  type TextColumn,
} from '../sales';

/** Tables to be joined to the sales, by name. */
export interface JoinWishes {
  /** Says to which team, region or category names belong. */
  readonly assignments?: string;
  /** Whether names belong where they did on the day of the sale, or where they do on the as-of day. */
  readonly assigned?: 'asWas' | 'asIs';
  /** Says who shares the credit for which deal. */
  readonly credits?: string;
  /** Says what currencies are worth. */
  readonly rates?: string;
  /** The report's currency. Left out, that of the targets. */
  readonly currency?: string;
  /** The day whose rates hold for all rows. Left out, each row has the rate of its day. */
  readonly rateDay?: SerialDate;
}

/** What is joined to the sales once they are read. */
export interface Joins {
  readonly assigned?: AssignRequest & { readonly source: string };
  readonly credits?: {
    readonly table: SourceTable;
    readonly columns: CreditColumns;
    readonly credits: readonly Credit[];
    /** Columns of the sales. */
    readonly deal: Column;
    readonly person: Column;
  };
  readonly rates?: {
    readonly source: string;
    readonly rates: readonly Rate[];
    readonly method: RateMethod;
    readonly to: string;
  };
}

/** One join as far as it got: what it gave, and what stands in the way. */
export interface JoinTried<Given> {
  readonly given?: Given;
  readonly issues: readonly Issue[];
  readonly unclear: readonly JoinUnclear[];
}

interface SalesSide {
  readonly table: SourceTable;
  readonly date: Column;
  readonly amount: Column;
}

/** Adds the column that a table of assignments tells: the team of each sale. */
export function assignSales(
  { table, date, amount }: SalesSide,
  joined: SourceTable,
  { assigned = 'asWas' }: JoinWishes,
  asOf: SerialDate | undefined,
): JoinTried<{ readonly table: SourceTable; readonly request: NonNullable<Joins['assigned']> }> {
  const tried = keysOf(table).map((column) => ({
    column,
    found: findAssignmentColumns(joined, { table, column }),
  }));
  const fitting = tried.flatMap(({ column, found }) =>
    'found' in found ? [{ column, columns: found.found }] : [],
  );
  const named = fitting.filter(
    ({ column, columns }) => headerWords(column.header) === headerWords(columns.key.header),
  );
  const [only, ...others] = named.length > 0 ? named : fitting;
  if (!only || others.length > 0) {
    const candidates = fitting.map(({ column }) => column.header);
    const source = joined.raw.source.name;
    return { issues: [], unclear: [{ question: 'assignedKey', source, candidates }] };
  }
  const { column, columns } = only;
  const { assignments, issues } = readAssignments(joined, columns);
  if (issues.some(isBlocking)) return { issues, unclear: [] };
  const read = convert(table, { date, amount, dimensions: new Map([[column.header, column]]) });
  const day = asOf ?? read.dataset.dates.reduce((last, one) => Math.max(last, one), 0);
  const request = {
    source: joined.raw.source.name,
    from: column.header,
    to: freeHeader(columns.parent.header, table),
    assignments,
    as: assigned === 'asWas' ? { kind: 'asWas' as const } : { kind: 'asIs' as const, day },
  };
  const { dataset, unassigned } = assign(read.dataset, request);
  const texts = textsByRow(dataset, request.to, read, table.raw.grid.rowCount);
  return {
    given: { table: withColumn(table, request.to, column, texts).table, request },
    issues: [...issues, ...unassignedIssues(table, column, request.to, unassigned)],
    unclear: [],
  };
}

/** Texts that may be keys: names that repeat, and ids. */
function keysOf(table: SourceTable): Column[] {
  const dimensions = dimensionColumns(table);
  const ids = table.columns.filter((one) => one.role === 'id' && !dimensions.includes(one));
  return [...dimensions, ...ids];
}

function freeHeader(wished: string, { raw }: SourceTable): string {
  let header = wished;
  for (let number = 2; raw.headers.includes(header); number += 1) {
    header = `${wished} ${String(number)}`;
  }
  return header;
}

/** A dimension of the rows used, by the rows of the table; rows set aside have none. */
function textsByRow(
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
 * Gives targets the column they lack from the sales themselves: targets by person are reported by
 * team where each person of the sales stands with one team alone. Undefined where nothing tells it.
 */
export function climbTargets(
  sales: SalesSide,
  targets: SourceTable,
  dimension: Column,
  taken: readonly Column[],
): { readonly table: SourceTable; readonly column: Column } | undefined {
  const { shared } = findSharedDimensions(sales.table, targets, taken);
  const [child, ...others] = shared.filter(({ index }) => index !== dimension.index);
  if (!child || others.length > 0) return undefined;
  const key = findTargetDimension(sales.table, targets, child, taken);
  if (!('found' in key)) return undefined;
  const { date, amount } = sales;
  const dimensions = new Map([child, dimension].map((column) => [column.header, column]));
  const { dataset } = convert(sales.table, { date, amount, dimensions });
  const hierarchy = hierarchyFromData(dataset, child.header, dimension.header);
  if ('several' in hierarchy) return undefined;
  const parentOf = new Map(hierarchy.assignments.map((one) => [one.key, one.parent]));
  const { codes, values } = dimensionOf(targets.raw.grid.column(key.found.index));
  const texts = { codes, values: values.map((text) => parentOf.get(text) ?? '') };
  const header = freeHeader(dimension.header, targets);
  return withColumn(targets, header, key.found, texts);
}

/** Who shares the credit for which deals of the sales. */
export function findCredits(
  sales: SourceTable,
  joined: SourceTable,
): JoinTried<NonNullable<Joins['credits']>> {
  const found = findCreditColumns(joined);
  if ('unclear' in found) return { issues: [], unclear: found.unclear };
  const columns = found.found;
  const deal = sameColumn(sales, columns.deal) ?? sameValues(sales, joined, columns.deal);
  const person = sameColumn(sales, columns.person) ?? sameValues(sales, joined, columns.person);
  if (!deal || !person) {
    const candidates = sales.columns.map(({ header }) => header).filter((header) => header !== '');
    const question = deal ? 'creditPerson' : 'creditDeal';
    return { issues: [], unclear: [{ question, source: sales.raw.source.name, candidates }] };
  }
  const { credits, issues } = readCredits(joined, columns);
  if (issues.some(isBlocking)) return { issues, unclear: [] };
  return { given: { table: joined, columns, credits, deal, person }, issues, unclear: [] };
}

function sameColumn({ columns }: SourceTable, { header }: Column): Column | undefined {
  return columns.find((column) => headerWords(column.header) === headerWords(header));
}

/** The only column of the sales in which at least half of a joined column's texts stand. */
function sameValues(sales: SourceTable, joined: SourceTable, of: Column): Column | undefined {
  const texts = [...distinctTexts(joined.raw, of.index)];
  const fitting = keysOf(sales).filter(({ index }) => {
    const known = distinctTexts(sales.raw, index);
    return texts.filter((text) => known.has(text)).length * 2 >= texts.length;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** What currencies are worth in the report's. */
export function findRates(
  joined: SourceTable,
  to: string,
  rateDay: SerialDate | undefined,
): JoinTried<NonNullable<Joins['rates']>> {
  const found = findRateColumns(joined);
  if ('unclear' in found) return { issues: [], unclear: found.unclear };
  const { rates, issues } = readRates(joined, found.found);
  if (issues.some(isBlocking)) return { issues, unclear: [] };
  const method: RateMethod =
    rateDay === undefined ? { kind: 'actual' } : { kind: 'constant', day: rateDay };
  const source = joined.raw.source.name;
  return { given: { source, rates, method, to }, issues, unclear: [] };
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
  const key = credits && table.columns.find(({ header }) => header === assigned?.from);
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
  const { to, method } = rates;
  const request = { currency: column.header, to, method, rates: rates.rates, money };
  const converted = convertCurrencies(dataset, request);
  if ('dataset' in converted) return { dataset: converted.dataset, issues: [] };
  return { dataset, issues: conversionIssues(table, column, to, converted.refused, read) };
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
  if (assigned?.from !== person.header) return { dataset: split.dataset, issues };
  return { dataset: assignRows(split.dataset, { assigned }), issues };
}

/** Rows with the team, region or category of their own day, whatever they had of it. */
export function assignRows(dataset: Dataset, { assigned }: Joins): Dataset {
  if (!assigned || !dataset.dimensions.has(assigned.to)) return dataset;
  const dimensions = new Map(dataset.dimensions);
  dimensions.delete(assigned.to);
  return assign({ ...dataset, dimensions }, assigned).dataset;
}

/** Which table was joined by which columns, for whoever reads the figures. */
export interface MappedJoins {
  readonly assignments?: {
    readonly source: string;
    readonly from: string;
    readonly to: string;
    readonly as: 'asWas' | 'asIs';
  };
  readonly credits?: { readonly source: string; readonly deal: string; readonly person: string };
  readonly rates?: {
    readonly source: string;
    readonly currency: string;
    readonly method: RateMethod['kind'];
  };
}

/** What was joined, in names. */
export function mappedJoins({ assigned, credits, rates }: Joins): MappedJoins {
  return {
    ...(assigned && {
      assignments: {
        source: assigned.source,
        from: assigned.from,
        to: assigned.to,
        as: assigned.as.kind,
      },
    }),
    ...(credits && {
      credits: {
        source: credits.table.raw.source.name,
        deal: credits.deal.header,
        person: credits.person.header,
      },
    }),
    ...(rates && {
      rates: { source: rates.source, currency: rates.to, method: rates.method.kind },
    }),
  };
}
