import {
  findAmountColumn,
  findOrderColumns,
  holdsDays,
  mayDateOrders,
  orderFit,
  type DataSource,
  type OrderFit,
  type Reading,
  type SourceTable,
  type TableReadOptions,
  type Unclear,
} from '../intake';
import type { Look } from './looks';
import type { Session } from './session';

/** The table that has the days of lines, and whether it is so because there was no other. */
export interface ChosenOrders {
  readonly source: string;
  readonly isFound: boolean;
}

/** Lines are given the dates of a table unasked where at least this part of their orders stands in it. */
const leastSure = 0.9;

interface FittingOrders extends OrderFit {
  readonly source: DataSource;
}

/** Finds tables that belong together as lines and their orders: amounts here, their days there. */
export class OrderSearch {
  constructor(
    private readonly session: Session,
    private readonly sources: readonly DataSource[],
    private readonly saidOf: (source: DataSource) => Reading,
    private readonly options: TableReadOptions,
  ) {}

  /** What has amounts, and no days but those of its orders in another table. */
  async lines(looks: readonly Look[]): Promise<DataSource[]> {
    const found: DataSource[] = [];
    for (const { source, table, holds } of looks) {
      if (holds !== 'amounts' || this.session.isOurs(source) || holdsDays(table)) continue;
      const amounts = findAmountColumn(table, 'amount', 'salesAmount');
      if (!('found' in amounts) || amounts.found.role !== 'amount') continue;
      if ((await this.likelyFor(table)).length === 0) continue;
      const lines = await this.session.load(source, this.optionsFor(source));
      if ('table' in lines && (await this.ordersOf(lines.table)).length > 0) found.push(source);
    }
    return found;
  }

  /** Which table has the days of lines; undefined where they have days or no table has them. */
  async choose(
    lines: SourceTable,
    wished: string | undefined,
  ): Promise<ChosenOrders | { readonly unclear: Unclear } | undefined> {
    if (wished !== undefined && wished !== '') return { source: wished, isFound: false };
    if (holdsDays(lines)) return undefined;
    const fitting = await this.ordersOf(lines);
    if (fitting.length === 0) return undefined;
    const sure = fitting.filter(({ known }) => known >= leastSure);
    const once = sure.filter(({ distinct }) => distinct === 1);
    const [only, ...others] = once.length > 0 ? once : sure;
    if (wished === undefined && only && others.length === 0) {
      return { source: only.source.name, isFound: true };
    }
    const candidates = fitting.map(({ source }) => source.name);
    return { unclear: { question: 'ordersSource', source: lines.raw.source.name, candidates } };
  }

  /** The tables that have the days of the orders of lines, and how well each fits. */
  private async ordersOf(lines: SourceTable): Promise<FittingOrders[]> {
    const found: FittingOrders[] = [];
    for (const source of await this.likelyFor(lines)) {
      const orders = await this.session.load(source, this.optionsFor(source));
      const fit = 'table' in orders ? bestFit(lines, orders.table) : undefined;
      if (fit) found.push({ source, ...fit });
    }
    return found;
  }

  /** The tables that may have them by their headers. */
  private async likelyFor(lines: SourceTable): Promise<DataSource[]> {
    const likely: DataSource[] = [];
    for (const source of this.sources) {
      const isOther = source.name !== lines.raw.source.name && !this.session.isOurs(source);
      if (!isOther || source.kind === 'name' || source.isHidden) continue;
      const glanced = await this.session.glance(source, this.optionsFor(source));
      if ('table' in glanced && mayDateOrders(lines, glanced.table)) likely.push(source);
    }
    return likely;
  }

  private optionsFor(source: DataSource): TableReadOptions {
    return { ...this.options, ...this.saidOf(source) };
  }
}

/** How well lines and orders fit; undefined where no columns of theirs meet. */
function bestFit(lines: SourceTable, orders: SourceTable): OrderFit | undefined {
  const columns = findOrderColumns(lines, orders);
  if ('found' in columns) return orderFit(lines, orders, columns.found);
  const isAsked = columns.unclear.some(({ candidates }) => candidates.length > 0);
  return isAsked ? { known: 1, distinct: 1 } : undefined;
}
