export * from './aggregate';
export type { FigureReader } from './figure-reader';
export { rowOf, type RowEdit, type SalesRow } from './sales-row';
export { dayRangeOf, type DayRange } from './time-axis';
