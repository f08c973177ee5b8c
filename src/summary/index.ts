export * from './variance-sheet';
export * from './table-sheet';
