export * from './exact';
export * from './measurable';
export * from './pace';
export * from './variance';
