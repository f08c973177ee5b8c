export { textsIn } from './choose-shape';
export * from './both-sides';
export * from './columns/cell-column';
export * from './columns/cell-grid';
export * from './columns/column';
export * from './checks/column-issues';
export * from './convert';
export * from './csv';
export { unitIssues } from './currencies';
export * from './data-source';
export * from './times/dates';
export * from './times/date-spans';
export * from './header-words';
export * from './issue';
export * from './checks/join-issues';
export * from './checks/near-spelling';
export * from './checks/order-totals';
export * from './joins';
export * from './measures';
export * from './mapping';
export * from './pipeline';
export * from './quality';
export * from './raw-table';
export * from './times/one-period';
export {
  countSideRows,
  findSideRows,
  holdsRowsOfBoth,
  kindsHeld,
  versionsOf,
  type VersionsRead,
} from './side-rows';
export * from './stack-tables';
export * from './checks/targets-on-rows';
export * from './checks/unsold-sums';
export { yearAndMonthSteps } from './times/year-and-month';
export * from './times/yearless';
export * from './reading';
export * from './read-table';
export * from './shapes';
export { speaksOfOther, speaksOfSales } from './texts/other-matters';
export { ownTitles, placeOfTitles, titlesOfTable } from './titles';
export { creditIssues, signIssues } from './checks/sign-issues';
