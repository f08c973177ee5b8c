export * from './assess';
export type * from './finding';
export { changesOf, effectOf, type FixEffect } from './fix';
