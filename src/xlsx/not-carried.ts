import type { Parts } from './package';

/** What a workbook may hold that `WorkbookContents` has no place for. */
export type NotCarriedKind =
  | 'activeContent'
  | 'chart'
  | 'chartSheet'
  | 'columnGroups'
  | 'comments'
  | 'conditionalFormat'
  | 'connections'
  | 'customXml'
  | 'dataModel'
  | 'dataValidation'
  | 'embeddedObjects'
  | 'externalLinks'
  | 'filters'
  | 'formattedText'
  | 'hiddenColumns'
  | 'hiddenNames'
  | 'hiddenRows'
  | 'hyperlinks'
  | 'images'
  | 'macros'
  | 'otherPart'
  | 'pageSetup'
  | 'password'
  | 'pivotTables'
  | 'printerSettings'
  | 'queryTables'
  | 'rowGroups'
  | 'shapes'
  | 'sheetKind'
  | 'slicers'
  | 'sparklines'
  | 'tableFilters'
  | 'tableTotals'
  | 'tableWithoutHeader'
  | 'theme'
  | 'workbookProtection';

/** Something a save through us would lose, and where it stands: a part's path or a sheet's name. */
export interface NotCarried {
  readonly part: string;
  readonly what: NotCarriedKind;
}

const byPath: readonly (readonly [RegExp, NotCarriedKind])[] = [
  [/^xl\/vbaProject/i, 'macros'],
  [/^xl\/macrosheets\//i, 'macros'],
  [/^xl\/pivotTables\/[^/]+$/i, 'pivotTables'],
  [/^xl\/pivotCache\/[^/]+$/i, 'pivotTables'],
  [/^xl\/(?:slicers|slicerCaches|timelines|timelineCaches)\/[^/]+$/i, 'slicers'],
  [/^xl\/externalLinks\/[^/]+$/i, 'externalLinks'],
  [/^xl\/model\//i, 'dataModel'],
  [/^xl\/connections\.xml$/i, 'connections'],
  [/^xl\/queryTables\/[^/]+$/i, 'queryTables'],
  [/^customXml\/item\d*\.xml$/i, 'customXml'],
  [/^xl\/(?:comments|threadedComments)[^_]*\.xml$/i, 'comments'],
  [/^xl\/printerSettings\//i, 'printerSettings'],
  [/^xl\/media\//i, 'images'],
  [/^xl\/embeddings\//i, 'embeddedObjects'],
  [/^xl\/(?:activeX|ctrlProps)\/[^/]+$/i, 'activeContent'],
  [/^xl\/chartsheets\/[^/]+$/i, 'chartSheet'],
];

/** Parts that we read, rebuild or that only repeat what others say. */
const carried =
  /(?:^|\/)_rels\/|^\[Content_Types\]\.xml$|^docProps\/|^xl\/(?:workbook|styles|sharedStrings|calcChain|metadata)\.xml$|^xl\/(?:worksheets|tables|charts|drawings|persons|theme|richData|featurePropertyBag)\/|^customXml\/itemProps|\/$/i;

/** What parts of the package a save would lose. */
export function lostParts(parts: Parts): NotCarried[] {
  const lost: NotCarried[] = [];
  for (const part of parts.keys()) {
    const known = byPath.find(([path]) => path.test(part));
    if (known) lost.push({ part, what: known[1] });
    else if (!carried.test(part)) lost.push({ part, what: 'otherPart' });
  }
  return lost;
}

const inSheets: readonly (readonly [RegExp, NotCarriedKind])[] = [
  [/<dataValidation[\s>]/, 'dataValidation'],
  [/<hyperlink[\s>]/, 'hyperlinks'],
  [/<autoFilter[\s>]/, 'filters'],
  [/<(?:\w+:)?sparklineGroup[\s>]/, 'sparklines'],
  [/<sheetProtection[^>]*\s(?:password|hashValue)=/, 'password'],
  [/<col [^>]*hidden="(?:1|true)"/, 'hiddenColumns'],
  [/<col [^>]*outlineLevel=/, 'columnGroups'],
];

/** What a sheet's part states, cells aside, that a save would lose. */
export function lostInSheet(sheet: string, xml: string): NotCarried[] {
  return inSheets.filter(([tag]) => tag.test(xml)).map(([, what]) => ({ part: sheet, what }));
}
