export * from './aggregate';
export { rowOf, type RowEdit, type SalesRow } from './sales-row';
