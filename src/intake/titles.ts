import {
  cellAddress,
  findPlace,
  isBlank,
  quotedSheet,
  readAll,
  type CellValue,
  type Place,
  type ReadOptions,
  type Source,
  type Workbook,
} from '../workbook';
import type { RawTable, TableTitle } from './raw-table';
import type { Row } from './shapes';
import { headerPart } from './texts/header-part';

/** Titles of a table stand in so many rows above it, with so many texts beside each other. */
const rowsOfTitles = 20;
const mostBeside = 3;

/** Where the titles of a table of Excel may stand; those of any other source stand in it. */
export function placeOfTitles({ kind, sheet, area }: Source): Place | undefined {
  if (kind !== 'table' || area.row === 0) return undefined;
  const row = Math.max(0, area.row - rowsOfTitles);
  const columns = area.column + area.columns;
  return { sheet, area: { row, column: 0, rows: area.row - row, columns } };
}

/** The texts above a table of Excel, which are no part of it; other tables there are none. */
export async function titlesOfTable(
  workbook: Workbook,
  source: Source,
  options: ReadOptions,
): Promise<TableTitle[]> {
  const place = placeOfTitles(source);
  if (!place) return [];
  const { sheet, area } = place;
  const rows = await readAll(workbook, place, options);
  const isTitle = (cell: CellValue) => typeof cell === 'string' || yearIn(cell) !== undefined;
  const data = rows.findLastIndex((cells) => {
    const filled = cells.filter((cell) => !isBlank(cell));
    return filled.length > mostBeside || !filled.every(isTitle);
  });
  const above = { ...area, row: area.row + data + 1 };
  return titlesAbove(rows.slice(data + 1), rows.length, { sheet, area: above });
}

/** The titles of a table alone: above it, those of other tables on its sheet stand too. */
export function ownTitles({ titles = [], reading, source }: RawTable): readonly TableTitle[] {
  if (!reading || reading.others.length === 0) return titles;
  const top = source.area.row + reading.shape.area.row;
  return titles.filter(({ at }) => (findPlace(at)?.area.row ?? top) >= top);
}

/** Titles have at most so many texts, each at most so long. */
const [mostTitles, longestTitle] = [20, 120];

/**
 * The texts above a row, a year with the one before it ("Year:" | 2026); of a turned table too, whose
 * titles stand above it all the same.
 */
export function titlesAbove(
  rows: readonly Row[],
  end: number,
  { sheet, area }: Place,
): TableTitle[] {
  const titles: TableTitle[] = [];
  for (const [row, cells] of rows.slice(0, end).entries()) {
    let before = '';
    for (const [column, cell] of cells.entries()) {
      const year = yearIn(cell);
      const own = typeof cell === 'string' ? cell : '';
      const text = year === undefined ? own : `${before} ${String(year)}`;
      const isTitle = !isBlank(text) && text.length <= longestTitle;
      if (!isTitle || titles.length === mostTitles) continue;
      before = text;
      const at = `${quotedSheet(sheet)}!${cellAddress(area.row + row, area.column + column)}`;
      titles.push({ text: text.trim(), at });
    }
  }
  return titles;
}

/** The year that a cell holds, and nothing else. */
function yearIn(cell: CellValue | undefined): number | undefined {
  const isNumber = typeof cell === 'number' || (typeof cell === 'string' && /^\d{4}$/.test(cell));
  return isNumber ? headerPart(Number(cell))?.year : undefined;
}
