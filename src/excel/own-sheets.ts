import type { PlanShape } from '../workbook';
import { storedNames } from './names';

/** What the workbook itself remembers of a sheet of ours. */
export interface OwnRecord {
  readonly id: string;
  readonly worksheetId: string;
  readonly shape: PlanShape;
  /** The ids of our tables on it: people may rename them. */
  readonly tableIds: readonly string[];
}

/** Asks for the part that remembers our sheets; it can be used after the next sync. */
export function readOwnPart(context: Excel.RequestContext): Excel.CustomXmlPart {
  return context.workbook.customXmlParts
    .getByNamespace(storedNames.ownSheetsNamespace)
    .getOnlyItemOrNullObject()
    .load('id');
}

/** What the part says; syncs once. */
export async function loadOwnRecords(
  context: Excel.RequestContext,
  part: Excel.CustomXmlPart,
): Promise<readonly OwnRecord[]> {
  const xml = part.isNullObject ? undefined : part.getXml();
  await context.sync();
  return xml === undefined ? [] : recordsFrom(xml.value);
}

export async function ownWorksheetIds(
  context: Excel.RequestContext,
  part: Excel.CustomXmlPart,
): Promise<ReadonlySet<string>> {
  const records = await loadOwnRecords(context, part);
  return new Set(records.map(({ worksheetId }) => worksheetId));
}

/** Remembers one sheet of ours beside the others; takes effect with the next sync. */
export function storeOwnRecords(
  context: Excel.RequestContext,
  part: Excel.CustomXmlPart,
  records: readonly OwnRecord[],
): void {
  const xml = xmlOf(records);
  if (part.isNullObject) context.workbook.customXmlParts.add(xml);
  else part.setXml(xml);
}

function xmlOf(records: readonly OwnRecord[]): string {
  const { ownSheetsElement: element, ownSheetsNamespace: namespace } = storedNames;
  const text = JSON.stringify(records)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `<${element} xmlns="${namespace}">${text}</${element}>`;
}

function recordsFrom(xml: string): OwnRecord[] {
  const start = xml.indexOf('>', xml.indexOf(`<${storedNames.ownSheetsElement}`)) + 1;
  const end = xml.lastIndexOf('</');
  const text = xml
    .slice(start, end)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  return JSON.parse(text) as OwnRecord[];
}
