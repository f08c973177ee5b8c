export * from './amounts';
export * from './dataset';
export * from './grouping';
export * from './text-column';
