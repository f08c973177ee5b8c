export * from './cell-texts';
export * from './column-evidence';
export * from './column-reading';
export * from './text-table';
export * from './timestamps';
export { looksLikeDate } from '../texts/text-dates';
export { looksLikeNumber } from '../texts/text-numbers';
