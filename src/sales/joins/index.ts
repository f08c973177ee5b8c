export * from './assign';
export { findClashes, type Assignment, type AssignmentClash } from './assignments';
export * from './convert-currencies';
export * from './hierarchy';
export * from './split-credit';
