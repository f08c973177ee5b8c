import type { Reason } from './measurable';
import type { Direction } from './variance';

/** What a figure is counted in; how it is shown follows from it. A multiple is "3.1 times". */
export type MeasureUnit = 'money' | 'count' | 'ratio' | 'days' | 'multiple';

/**
 * How the figure of a group comes from the group's rows. Columns are named by what they are for
 * ("amount", "quantity", "orderId"); `Dataset.roles` says which column of a data set that is.
 */
export type Adding =
  /** The number of rows. */
  | { readonly kind: 'rows' }
  /** Σ of a column; with `having`, over the rows alone that are filled in that column too. */
  | { readonly kind: 'sum'; readonly column: string; readonly having?: string }
  /** How many different texts a column has; blank ones are not counted. */
  | { readonly kind: 'distinct'; readonly column: string }
  /** Of the numbers in a column; blank cells are no numbers. The median of two is their mean. */
  | { readonly kind: 'mean' | 'median' | 'least' | 'most'; readonly column: string }
  /** The number of the latest day; of several rows on that day, of the last one. */
  | { readonly kind: 'last'; readonly column: string }
  /** Σ of some figures − Σ of others, all of the same unit. */
  | {
      readonly kind: 'balance';
      readonly plus: readonly Adding[];
      readonly minus: readonly Adding[];
    }
  /**
   * The whole group's numerator ÷ the whole group's denominator, never a mean of ratios. `without`
   * is why there is none where the denominator is 0.
   */
  | {
      readonly kind: 'ratio';
      readonly numerator: Adding;
      readonly denominator: Adding;
      readonly without?: Reason;
    };

/** A figure that any group of rows has. */
export interface MeasureDefinition {
  readonly unit: MeasureUnit;
  readonly direction: Direction;
  readonly adds: Adding;
}

function sum(column: string, having?: string): Adding {
  return having === undefined ? { kind: 'sum', column } : { kind: 'sum', column, having };
}

function ratio(numerator: Adding, denominator: Adding, without?: Reason): Adding {
  return { kind: 'ratio', numerator, denominator, ...(without && { without }) };
}

const orders: Adding = { kind: 'distinct', column: 'orderId' };
const customers: Adding = { kind: 'distinct', column: 'customer' };
const wonDeals: Adding = { kind: 'distinct', column: 'wonDeal' };
const closedDeals: Adding = { kind: 'distinct', column: 'closedDeal' };
const createdDeals: Adding = { kind: 'distinct', column: 'createdDeal' };
const grossMargin: Adding = {
  kind: 'balance',
  plus: [sum('amount', 'cost')],
  minus: [sum('cost')],
};
const beforeDiscount: Adding = {
  kind: 'balance',
  plus: [sum('amount', 'discount'), sum('discount')],
  minus: [],
};

/**
 * The measures, a row each; a new one is a new row.
 *
 * The amount is the net price of a line; cost, discount and profit are money of the whole line as
 * well, neither of one piece nor percentages. `averageDeal` and its like take every row for a deal,
 * `averageOrder` every order number for one. Average selling price = Σ amount ÷ Σ quantity,
 * discount rate = Σ discount ÷ Σ (amount + discount), margin rate = Σ (amount − cost) ÷ Σ amount,
 * each over the lines that are filled in both columns.
 *
 * Deals are counted by their ids, however many rows one has: a deal is won where any of its rows is,
 * and closed where any was won or lost. Win rate = won ÷ closed; conversion = won ÷ created, of the
 * deals created in a span. `openPipeline` is Σ amount of open deals, `weightedPipeline` Σ amount ×
 * probability of those that have both.
 */
export const measureTable = Object.freeze({
  sales: { unit: 'money', direction: 1, adds: sum('amount') },
  quantity: { unit: 'count', direction: 1, adds: sum('quantity') },
  lines: { unit: 'count', direction: 1, adds: { kind: 'rows' } },
  orders: { unit: 'count', direction: 1, adds: orders },
  customers: { unit: 'count', direction: 1, adds: customers },
  averageDeal: { unit: 'money', direction: 1, adds: { kind: 'mean', column: 'amount' } },
  medianDeal: { unit: 'money', direction: 1, adds: { kind: 'median', column: 'amount' } },
  smallestDeal: { unit: 'money', direction: 1, adds: { kind: 'least', column: 'amount' } },
  largestDeal: { unit: 'money', direction: 1, adds: { kind: 'most', column: 'amount' } },
  latestDeal: { unit: 'money', direction: 1, adds: { kind: 'last', column: 'amount' } },
  averageOrder: { unit: 'money', direction: 1, adds: ratio(sum('amount', 'orderId'), orders) },
  salesPerCustomer: {
    unit: 'money',
    direction: 1,
    adds: ratio(sum('amount', 'customer'), customers),
  },
  averagePrice: {
    unit: 'money',
    direction: 1,
    adds: ratio(sum('amount', 'quantity'), sum('quantity')),
  },
  discount: { unit: 'money', direction: -1, adds: sum('discount') },
  discountRate: { unit: 'ratio', direction: -1, adds: ratio(sum('discount'), beforeDiscount) },
  cost: { unit: 'money', direction: -1, adds: sum('cost') },
  grossMargin: { unit: 'money', direction: 1, adds: grossMargin },
  grossMarginRate: { unit: 'ratio', direction: 1, adds: ratio(grossMargin, sum('amount', 'cost')) },
  profit: { unit: 'money', direction: 1, adds: sum('profit') },
  profitRate: { unit: 'ratio', direction: 1, adds: ratio(sum('profit'), sum('amount', 'profit')) },
  salesCycle: { unit: 'days', direction: -1, adds: { kind: 'median', column: 'cycleDays' } },
  meanSalesCycle: { unit: 'days', direction: -1, adds: { kind: 'mean', column: 'cycleDays' } },
  wonDeals: { unit: 'count', direction: 1, adds: wonDeals },
  averageWonDeal: {
    unit: 'money',
    direction: 1,
    adds: ratio(sum('amount', 'wonDeal'), wonDeals, 'noRows'),
  },
  winRate: { unit: 'ratio', direction: 1, adds: ratio(wonDeals, closedDeals, 'noClosedDeals') },
  conversion: { unit: 'ratio', direction: 1, adds: ratio(wonDeals, createdDeals, 'noNewDeals') },
  openDeals: { unit: 'count', direction: 1, adds: { kind: 'distinct', column: 'openDeal' } },
  openPipeline: { unit: 'money', direction: 1, adds: sum('openAmount') },
  weightedPipeline: { unit: 'money', direction: 1, adds: sum('weightedAmount') },
} as const satisfies Readonly<Record<string, MeasureDefinition>>);

export type MeasureName = keyof typeof measureTable;

export const measureNames = Object.keys(measureTable) as readonly MeasureName[];

/** The columns a measure needs, by what they are for. @example columnsOf('averagePrice') // ['amount', 'quantity'] */
export function columnsOf(measure: MeasureName): readonly string[] {
  return [...new Set(columnsIn(measureTable[measure].adds))].sort();
}

/** The columns that a way of adding needs. */
export function columnsIn(adding: Adding): string[] {
  switch (adding.kind) {
    case 'rows':
      return [];
    case 'sum':
      return adding.having === undefined ? [adding.column] : [adding.column, adding.having];
    case 'balance':
      return [...adding.plus, ...adding.minus].flatMap(columnsIn);
    case 'ratio':
      return [adding.numerator, adding.denominator].flatMap(columnsIn);
    default:
      return [adding.column];
  }
}
