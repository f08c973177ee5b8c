import {
  addressIn,
  convertSteps,
  dimensionColumns,
  distinctTexts,
  findAssignmentColumns,
  findColumn,
  findCreditColumns,
  findDateColumn,
  findLastDay,
  findOrderColumns,
  findRateBase,
  findRateColumns,
  firstRate,
  headerWords,
  isBlocking,
  orderSteps,
  readAssignments,
  readCredits,
  readRates,
  stepwise,
  unassignedIssues,
  unclearColumn,
  withColumn,
  type ChosenColumns,
  type Column,
  type Issue,
  type JoinedKind,
  type JoinUnclear,
  type RateBase,
  type RateColumns,
  type SourceTable,
  type TableReadOptions,
} from '../intake';
import { assign, type RateMethod, type SerialDate } from '../sales';
import type { ChosenOrders } from './find-orders';
import type { JoinWishes } from './join-wishes';
import { currenciesIn, freeHeader, textsByRow, type Joins, type SalesSide } from './joins';

/** A table that is joined, or is to be, with the columns that are known so far. */
export interface JoinedTable {
  readonly kind: JoinedKind;
  readonly source: string;
  /** What its columns are called. */
  readonly headers: readonly string[];
  readonly columns: ChosenColumns;
  /** Of rates: the currencies of the sales, and the report's where it is known. */
  readonly currencies?: readonly string[];
  readonly currency?: string;
  /** Of rates: the first one, and which way it is meant. */
  readonly rate?: NonNullable<JoinUnclear['rate']> & { readonly base?: RateBase };
}

/** Finds what joins need in the tables that were named, one after the other. */
export class JoinSearch {
  readonly tables: JoinedTable[] = [];
  readonly unclear: JoinUnclear[] = [];
  readonly issues: Issue[] = [];
  private found: Joins = {};

  constructor(
    private readonly wishes: JoinWishes,
    /** Reads a table; undefined where that is not possible, which is told elsewhere. */
    private readonly load: (name: string) => Promise<SourceTable | undefined>,
    private readonly options: TableReadOptions,
  ) {}

  get joins(): Joins {
    return this.found;
  }

  /** Whether a table of assignments was named whose column could not be added. */
  get lacksColumn(): boolean {
    return this.wishes.assignments !== undefined && !this.found.assigned;
  }

  /** Gives lines the columns of their orders, the day first of all; `date` is where it was said to stand. */
  async order(
    lines: SourceTable,
    { source, isFound }: ChosenOrders,
    date: string | undefined,
  ): Promise<SourceTable> {
    const joined = await this.loaded(source);
    if (!joined) return lines;
    const found = findOrderColumns(lines, joined, this.chosen);
    const { line, order } = 'found' in found ? found.found : found.partly;
    this.note('orders', joined, headers({ lineOrder: line, orderKey: order }));
    if (!('found' in found)) {
      this.ask(...found.unclear);
      return lines;
    }
    const columns = found.found;
    const dates = findDateColumn(joined, 'salesDate');
    const day = date ?? ('found' in dates ? dates.found.header : undefined);
    const { name } = lines.raw.source;
    const steps = orderSteps(lines, joined, columns, day);
    const { table, counts, issues } = await stepwise(steps, name, this.options);
    if (isFound) {
      this.issues.push({
        code: 'ordersJoined',
        at: addressIn(lines.raw, -1, columns.line.index),
        found: columns.line.header,
        expected: source,
      });
    }
    this.issues.push(...issues);
    this.found = { ...this.found, orders: { table: joined, columns, counts, isFound } };
    return table;
  }

  /** Adds to the sales the column that a table of assignments tells: the team of each sale. */
  async assign<Side extends SalesSide>(sales: Side, asOf: SerialDate | undefined): Promise<Side> {
    const joined = await this.loaded(this.wishes.assignments);
    if (!joined) return sales;
    const { table, date, amount } = sales;
    const { key, others } = this.findSalesKey(table, joined);
    if (!key) {
      this.note('assignments', joined, {});
      this.ask(unclearColumn(table, 'salesKey', others));
      return sales;
    }
    const found = findAssignmentColumns(joined, { table, column: key }, this.chosen);
    const taken = 'found' in found ? found.found : found.partly;
    this.note('assignments', joined, {
      salesKey: key.header,
      ...headers({
        assignedKey: taken.key,
        assignedParent: taken.parent,
        assignedFrom: taken.from,
        assignedTo: taken.to,
      }),
    });
    if (!('found' in found)) {
      this.ask(...found.unclear);
      return sales;
    }
    const columns = found.found;
    const { assignments, issues } = readAssignments(joined, columns);
    this.issues.push(...issues);
    if (issues.some(isBlocking)) return sales;
    const dimensions = new Map([[key.header, key]]);
    const read = await stepwise(
      convertSteps(table, { date, amount, dimensions }),
      table.raw.source.name,
      this.options,
    );
    const day = asOf ?? findLastDay(table, read.dataset.dates, date) ?? 0;
    const { assigned = 'asWas' } = this.wishes;
    const request = {
      from: key.header,
      to: freeHeader(columns.parent.header, table),
      assignments,
      as: assigned === 'asWas' ? { kind: 'asWas' as const } : { kind: 'asIs' as const, day },
    };
    const { dataset, unassigned } = assign(read.dataset, request);
    const texts = textsByRow(dataset, request.to, read, table.raw.grid.rowCount);
    this.found = {
      ...this.found,
      assigned: { ...request, table: joined, key, columns },
    };
    this.issues.push(...unassignedIssues(table, key, request.to, unassigned));
    return { ...sales, table: withColumn(table, request.to, key, texts).table };
  }

  /** The column of the sales whose texts are assigned, else those that could be. */
  private findSalesKey(
    sales: SourceTable,
    joined: SourceTable,
  ): { readonly key?: Column; readonly others: readonly Column[] } {
    const chosen = findColumn(sales, this.chosen.salesKey ?? '');
    if (chosen) return { key: chosen, others: [] };
    const { assignedKey: _key, ...rest } = this.chosen;
    const fitting = keysOf(sales).flatMap((column) => {
      const found = findAssignmentColumns(joined, { table: sales, column }, rest);
      const { key } = 'found' in found ? found.found : found.partly;
      const isAsked = 'unclear' in found && found.unclear.some(isAboutKeys);
      return key || isAsked ? [{ column, key }] : [];
    });
    const named = fitting.filter(
      ({ column, key }) => key && headerWords(column.header) === headerWords(key.header),
    );
    const [only, ...others] = named.length > 0 ? named : fitting;
    if (only && others.length === 0) return { key: only.column, others: [] };
    return { others: fitting.map(({ column }) => column) };
  }

  /** Who shares the credit for which deals of the sales. */
  async credit(sales: SourceTable): Promise<void> {
    const joined = await this.loaded(this.wishes.credits);
    if (!joined) return;
    const found = findCreditColumns(joined, {}, this.chosen);
    const taken = 'found' in found ? found.found : found.partly;
    const meant = (
      question: 'salesDeal' | 'salesPerson',
      of: Column | undefined,
    ): Column | undefined =>
      findColumn(sales, this.chosen[question] ?? '') ??
      (of && (sameColumn(sales, of) ?? sameValues(sales, joined, of)));
    const [deal, person] = [meant('salesDeal', taken.deal), meant('salesPerson', taken.person)];
    this.note(
      'credits',
      joined,
      headers({
        salesDeal: deal,
        salesPerson: person,
        creditDeal: taken.deal,
        creditPerson: taken.person,
        creditShare: taken.share,
      }),
    );
    if (!('found' in found)) {
      this.ask(...found.unclear);
      return;
    }
    if (!deal) this.ask(unclearColumn(sales, 'salesDeal', []));
    if (!person) this.ask(unclearColumn(sales, 'salesPerson', []));
    if (!deal || !person) return;
    const columns = found.found;
    const { credits, issues } = readCredits(joined, columns);
    this.issues.push(...issues);
    if (issues.some(isBlocking)) return;
    this.found = { ...this.found, credits: { table: joined, columns, credits, deal, person } };
  }

  /** What currencies are worth in the report's, which is asked for only where rates are joined. */
  async rates(sales: SourceTable, findCurrency: () => string | undefined): Promise<void> {
    const joined = await this.loaded(this.wishes.rates);
    if (!joined) return;
    const found = findRateColumns(joined, this.chosen);
    const taken = 'found' in found ? found.found : found.partly;
    this.note(
      'rates',
      joined,
      headers({
        rateDate: taken.date,
        ...('currency' in taken && { rateCurrency: taken.currency }),
        ...('into' in taken && { rateInto: taken.into }),
        ...('rate' in taken && { rateFigure: taken.rate }),
      }),
    );
    const to = findCurrency();
    this.addToLast({ currencies: currenciesIn(sales), ...(to !== undefined && { currency: to }) });
    if (!('found' in found)) {
      this.ask(...found.unclear);
      return;
    }
    if (to === undefined) return;
    const columns = found.found;
    const direction = findRateBase(joined, columns, to, this.wishes.rateBase);
    this.addToLast(
      shownRate(joined, columns, to, 'base' in direction ? direction.base : undefined),
    );
    if ('unclear' in direction) {
      this.ask(direction.unclear);
      return;
    }
    const { rates, crossed, issues } = readRates(joined, columns, { to, base: direction.base });
    this.issues.push(...issues);
    if (issues.some(isBlocking)) return;
    const { rateDay } = this.wishes;
    const method: RateMethod =
      rateDay === undefined ? { kind: 'actual' } : { kind: 'constant', day: rateDay };
    this.found = {
      ...this.found,
      rates: { table: joined, columns, base: direction.base, rates, crossed, method, to },
    };
  }

  private addToLast(more: Partial<JoinedTable>): void {
    const noted = this.tables.pop();
    if (noted) this.tables.push({ ...noted, ...more });
  }

  private get chosen(): ChosenColumns {
    return this.wishes.columns ?? {};
  }

  private async loaded(name: string | undefined): Promise<SourceTable | undefined> {
    return name === undefined ? undefined : this.load(name);
  }

  private note(kind: JoinedKind, { raw, columns }: SourceTable, known: ChosenColumns): void {
    const all = columns.map(({ header }) => header).filter((header) => header !== '');
    this.tables.push({ kind, source: raw.source.name, headers: all, columns: known });
  }

  private ask(...unclear: readonly JoinUnclear[]): void {
    this.unclear.push(...unclear);
  }
}

/** The first rate that does not tell itself which way it is meant, with how it is taken. */
function shownRate(
  joined: SourceTable,
  columns: RateColumns,
  to: string,
  base: RateBase | undefined,
): Pick<JoinedTable, 'rate'> {
  const shown = firstRate(joined, columns, ({ first, base: told }) => !told && first !== to);
  if (!shown) return {};
  const { pair, figure } = shown;
  const rate = { first: pair.first, second: pair.second ?? to, figure };
  return { rate: { ...rate, ...(base && { base }) } };
}

const isAboutKeys = ({ question, candidates }: JoinUnclear) =>
  question === 'assignedKey' && candidates.length > 0;

function headers(
  columns: Readonly<Partial<Record<keyof ChosenColumns, Column | undefined>>>,
): ChosenColumns {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([part, column]) => (column ? [[part, column.header]] : [])),
  );
}

/** Texts that may be keys: names that repeat, and ids. */
function keysOf(table: SourceTable): Column[] {
  const dimensions = dimensionColumns(table);
  const ids = table.columns.filter((one) => one.role === 'id' && !dimensions.includes(one));
  return [...dimensions, ...ids];
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
