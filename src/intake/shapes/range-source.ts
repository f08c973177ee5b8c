import { findPlace, placeAddress, type Area, type Place, type Source } from '../../workbook';

/** A part of a sheet to read from: the selection, or a range that a person names. */
function rangeSource(place: Place): Source {
  return { kind: 'name', name: placeAddress(place), isHidden: false, ...place };
}

/** The range that a text names on the sheets of these sources: `Sales!A3:F20`. */
export function findRange(text: string, sources: readonly Source[]): Source | undefined {
  const place = findPlace(text);
  if (place?.sheet === undefined) return undefined;
  const name = place.sheet.toLowerCase();
  const sheet = sources.find((source) => source.sheet.toLowerCase() === name)?.sheet;
  if (sheet === undefined) return undefined;
  const used = sources.find((source) => source.kind === 'sheet' && source.sheet === sheet)?.area;
  return rangeSource({ sheet, area: used ? clipped(place.area, used) : place.area });
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
