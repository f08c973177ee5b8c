export type { ControlTotals, Split } from './control-totals';
export * from './figures';
export * from './key-summary';
export * from './report';
export * from './row-order';
export type { SpanBlock, SpanRow } from './span-block';
