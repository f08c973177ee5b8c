export * from './aggregate';
export { FigureIndex, type FigureQuestion } from './figure-index';
export type { FigureReader } from './figure-reader';
export { rowOf, type RowEdit, type SalesRow } from './sales-row';
export type { KeyCells } from './cube';
export { dayRangeOf, TimeAxis, type DayRange } from './time-axis';
