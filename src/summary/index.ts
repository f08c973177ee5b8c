export * from './variance-sheet';
