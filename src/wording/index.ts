export * from './function-words';
export * from './language';
export * from './quality-words';
export * from './sentences';
export * from './source-words';
export * from './words';
export * from './words-for';
export * from './pane-words';
