import {
  columnLetters,
  findPlace,
  maxColumns,
  maxRows,
  placeAddress,
  quotedSheet,
  type Area,
  type Place,
  type Source,
} from '../../workbook';

/** A part of a sheet to read from: the selection, or a range that a person names. */
export function rangeSource({ sheet, area }: Place, used: Area | undefined): Source {
  const name = rangeName({ sheet, area });
  return { kind: 'name', name, isHidden: false, sheet, area: used ? clipped(area, used) : area };
}

/** The range that a text names on the sheets of these sources: `Sales!A3:F20`, `Sales!A:F`. */
export function findRange(text: string, sources: readonly Source[]): Source | undefined {
  const place = findPlace(text);
  if (place?.sheet === undefined) return undefined;
  const name = place.sheet.toLowerCase();
  const sheet = sources.find((source) => source.sheet.toLowerCase() === name)?.sheet;
  if (sheet === undefined) return undefined;
  return rangeSource({ sheet, area: place.area }, usedArea(sheet, sources));
}

/** The area of a sheet that is filled, as its sources have it. */
export function usedArea(sheet: string, sources: readonly Source[]): Area | undefined {
  return sources.find((source) => source.kind === 'sheet' && source.sheet === sheet)?.area;
}

/** What the name of a source says; an address says nothing but its sheet: F2026 is no year. */
export function nameSaid({ name, sheet }: Source): string {
  return findPlace(name)?.sheet === undefined ? name : sheet;
}

/** A range's address, where whole columns and rows are spelled as such. */
function rangeName(place: Place): string {
  const { sheet, area } = place;
  const { row, column, rows, columns } = area;
  const [isTall, isWide] = [rows === maxRows, columns === maxColumns];
  if (isTall === isWide) return placeAddress(place);
  const ends = isTall
    ? [columnLetters(column), columnLetters(column + columns - 1)]
    : [String(row + 1), String(row + rows)];
  return `${quotedSheet(sheet)}!${ends.join(':')}`;
}

/** Whole columns and rows end with what is filled. */
function clipped(area: Area, used: Area): Area {
  const bottom = Math.max(used.row + used.rows, area.row + 1);
  const right = Math.max(used.column + used.columns, area.column + 1);
  return {
    ...area,
    rows: Math.min(area.rows, bottom - area.row),
    columns: Math.min(area.columns, right - area.column),
  };
}
