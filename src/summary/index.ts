export * from './variance-sheet';
export { amountDecimals, keyFigureDecimals } from './number-formats';
export { rowIdentity, type Comments } from './comments';
export type { ReportOrigin } from './report-notes';
export * from './table-sheet';
export * from './quality-sheet';
