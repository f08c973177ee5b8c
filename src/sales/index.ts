export * from './calendar';
export * from './cube';
export * from './dataset';
export * from './joins';
export * from './key-figures';
export * from './measures';
export * from './targets';
export * from './tracking';
