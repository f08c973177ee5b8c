export * from './key-figure-table';
export * from './key-figures';
export { hasRepeatedDeals } from './once-per-deal';
