export { textsIn } from './choose-shape';
export * from './both-sides';
export * from './cell-column';
export * from './cell-grid';
export * from './column';
export * from './column-issues';
export * from './convert';
export * from './csv';
export { unitIssues } from './currencies';
export * from './data-source';
export * from './dates';
export * from './header-words';
export * from './issue';
export * from './join-issues';
export * from './near-spelling';
export * from './joins';
export * from './measures';
export * from './mapping';
export * from './pipeline';
export * from './quality';
export * from './raw-table';
export * from './one-period';
export {
  countSideRows,
  findSideRows,
  holdsRowsOfBoth,
  kindsHeld,
  versionsOf,
  type VersionsRead,
} from './side-rows';
export * from './stack-tables';
export * from './targets-on-rows';
export { yearAndMonthSteps } from './year-and-month';
export * from './yearless';
export * from './reading';
export * from './read-table';
export * from './shapes';
export { placeOfTitles, titlesOfTable } from './titles';
export { creditIssues, signIssues } from './sign-issues';
