export * from './find-export';
export * from './opportunity';
export * from './outcome';
export * from './system';
