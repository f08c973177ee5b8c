export * from './find-columns';
export type { JoinIssueCode } from './join-issue';
export * from './looks-like';
export * from './outcome-issues';
export * from './read-assignments';
export * from './read-credits';
export * from './read-rates';
export * from './with-column';
