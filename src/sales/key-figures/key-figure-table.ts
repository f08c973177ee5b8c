import { measureTable, type MeasureName, type MeasureUnit } from '../measures';

/**
 * Which rows a key figure is of: those that count as sales, deals by the day they were closed or
 * created, or deals that are open as the data were read.
 */
export type RowsOf = 'sales' | 'closed' | 'created' | 'open';

const rowsOf = {
  sales: 'sales',
  quantity: 'sales',
  orders: 'sales',
  averageOrder: 'sales',
  wonDeals: 'sales',
  averageWonDeal: 'sales',
  medianDeal: 'sales',
  averagePrice: 'sales',
  customers: 'sales',
  salesPerCustomer: 'sales',
  discount: 'sales',
  grossMargin: 'sales',
  grossMarginRate: 'sales',
  profit: 'sales',
  profitRate: 'sales',
  winRate: 'closed',
  conversion: 'created',
  salesCycle: 'sales',
  meanSalesCycle: 'sales',
  openDeals: 'open',
  openPipeline: 'open',
  weightedPipeline: 'open',
} as const satisfies Partial<Record<MeasureName, RowsOf>>;

/** A measure that is a key figure. */
export type KeyMeasure = keyof typeof rowsOf;

/** Key figures by name, in the order in which they are shown. */
export type KeyFigureName = KeyMeasure | 'coverage';

export const keyMeasures = Object.keys(rowsOf) as readonly KeyMeasure[];

/** The rows that a measure is computed from. @example rowsOfMeasure('winRate') // 'closed' */
export function rowsOfMeasure(measure: KeyMeasure): RowsOf {
  return rowsOf[measure];
}

/** What a key figure is counted in. @example unitOf('coverage') // 'multiple' */
export function unitOf(name: KeyFigureName): MeasureUnit {
  return name === 'coverage' ? 'multiple' : measureTable[name].unit;
}
