export * from './coverage';
export * from './exact';
export * from './measurable';
export * from './measure-table';
export * from './pace';
export * from './variance';
