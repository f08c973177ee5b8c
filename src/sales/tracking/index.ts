export * from './figures';
export * from './key-summary';
export * from './report';
export * from './row-order';
