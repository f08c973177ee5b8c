export * from './language';
export * from './sentences';
export * from './words';
