import type { NotCarried, NotCarriedKind } from '../../xlsx';

const words: Readonly<Record<NotCarriedKind, string>> = {
  activeContent: 'Controls (ActiveX)',
  chart: 'Charts of a kind that the workbench does not draw',
  chartSheet: 'Chart sheets',
  columnGroups: 'Groups of columns',
  comments: 'Comments',
  conditionalFormat: 'Some conditional formats',
  connections: 'Data connections',
  customXml: 'Custom XML parts',
  dataModel: 'The data model',
  dataValidation: 'Data validation',
  embeddedObjects: 'Embedded objects',
  externalLinks: 'Links to other workbooks',
  filters: 'Filters',
  formattedText: "Formats within a cell's text",
  hiddenColumns: 'That columns are hidden',
  hiddenNames: 'Hidden names',
  hiddenRows: 'That rows are hidden',
  hyperlinks: 'Hyperlinks',
  images: 'Pictures',
  macros: 'Macros',
  otherPart: 'Other parts',
  pageSetup: 'Page set-up',
  password: 'Passwords',
  pivotTables: 'Pivot tables',
  printerSettings: 'Printer settings',
  queryTables: 'Query tables',
  rowGroups: 'Groups of rows',
  shapes: 'Shapes',
  sheetKind: 'Sheets of other kinds',
  slicers: 'Slicers and timelines',
  sparklines: 'Sparklines',
  tableFilters: 'Filters of tables',
  tableTotals: 'Total rows of tables',
  tableWithoutHeader: 'Tables without a header row',
  theme: 'The colour theme',
  workbookProtection: "The workbook's protection",
};

export interface Loss {
  readonly what: string;
  /** Sheets or parts, each once. */
  readonly where: readonly string[];
}

/** What a save would lose, kind by kind, in words. */
export function losses(notCarried: readonly NotCarried[]): Loss[] {
  const byKind = new Map<NotCarriedKind, Set<string>>();
  for (const { what, part } of notCarried) {
    const places = byKind.get(what) ?? new Set();
    byKind.set(what, places.add(part));
  }
  return [...byKind].map(([kind, where]) => ({ what: words[kind], where: [...where] }));
}
