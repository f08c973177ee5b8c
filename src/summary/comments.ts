import type { CellContent } from '../workbook';

/** What people typed beside rows, by row key. */
export type Comments = ReadonlyMap<string, CellContent>;

/** The identity of a row on a sheet: its key's texts, as people see them. */
export function rowIdentity(texts: readonly string[]): string {
  return JSON.stringify(texts);
}

/** A comment whose row is not on the sheet, with the row's texts. */
export interface KeptComment {
  readonly texts: readonly string[];
  readonly typed: CellContent;
}

/** Finds each comment its row, by the texts of the rows as the sheet shows them. */
export function placeComments(
  comments: Comments,
  rows: readonly (readonly string[])[],
): { readonly typed: readonly (CellContent | undefined)[]; readonly kept: readonly KeptComment[] } {
  const places = new Map(rows.map((texts, row) => [rowIdentity(texts), row]));
  const joinedPlaces = new Map(rows.map((texts, row) => [joined(texts), row]));
  const typed: (CellContent | undefined)[] = rows.map((texts) => comments.get(rowIdentity(texts)));
  const kept: KeptComment[] = [];
  for (const [identity, content] of comments) {
    if (places.has(identity)) continue;
    // While the report was grouped otherwise, a key of several texts stood in one cell.
    const texts = textsOf(identity).filter((text) => text !== '');
    const row = texts.length === 1 ? joinedPlaces.get(joined(texts)) : undefined;
    if (row !== undefined && typed[row] === undefined) typed[row] = content;
    else kept.push({ texts: textsOf(identity), typed: content });
  }
  return { typed, kept };
}

export function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}

/** The texts of a `rowIdentity`. */
function textsOf(identity: string): string[] {
  const texts: unknown = JSON.parse(identity);
  return Array.isArray(texts) ? texts.map(String) : [];
}
