export * from './assign';
export { findClashes, type Assignment, type AssignmentClash } from './assignments';
