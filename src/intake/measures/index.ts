export * from './deals';
export * from './measure-columns';
export * from './measure-issue';
export * from './measured-sales';
