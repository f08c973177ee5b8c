/**
 * Names that users' workbooks store. They are part of the interface: formulas, links and macros of
 * theirs may refer to them, so that none ever changes.
 */
export const sheetNames = {
  varianceReport: 'Sales report',
  targets: 'Sales targets',
  actions: 'Sales actions',
  dataQuality: 'Data quality',
} as const;

export const tableNames = {
  targets: 'SalesTargets',
  actions: 'SalesActions',
} as const;

/** The ids by which our sheets are known, whatever people rename them to. */
export const sheetIds = {
  varianceReport: 'variance-report',
  targets: 'sales-targets',
  actions: 'sales-actions',
  dataQuality: 'data-quality',
} as const;
