/**
 * Names that users' workbooks store. They never change: a workbook written today is opened by every
 * later version.
 */
export const storedNames = {
  /** The namespace of the XML part that remembers which sheets are ours. */
  ownSheetsNamespace: 'urn:sales-monitor:own-sheets:1',
  /** The root element of that part. */
  ownSheetsElement: 'ownSheets',
} as const;
