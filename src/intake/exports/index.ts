export * from './find-export';
export * from './outcome';
export * from './system';
