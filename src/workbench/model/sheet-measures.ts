import { maxColumns, maxRows } from '../../workbook';
import type { Area } from '../../workbook';
import type { SheetModel } from './sheet';
import { bounding } from './shift';
import type { Shift } from './shift';
import { standardHeight, standardWidth, widthToPoints } from './sizes';

/** The used area, with cells that only have a format unless values alone are asked for. */
export function usedWithFormats(sheet: SheetModel, valuesOnly: boolean): Area | undefined {
  const used = sheet.cells.used();
  if (valuesOnly) return used;
  // Whole rows and columns with a format do not make a sheet larger.
  return sheet.formats.runs
    .filter(({ area }) => area.rows < maxRows && area.columns < maxColumns)
    .reduce<Area | undefined>((all, { area }) => (all ? bounding(all, area) : area), used);
}

const sizeAt = (sheet: SheetModel, axis: Shift['axis'], index: number) =>
  axis === 'row'
    ? (sheet.rowHeights.get(index) ?? standardHeight)
    : widthToPoints(sheet.columnWidths.get(index) ?? standardWidth);

/** How far a position, in rows or columns, is from the sheet's edge, in points. */
export function pointsAt(sheet: SheetModel, axis: Shift['axis'], position: number): number {
  let points = 0;
  for (let index = 0; index < Math.floor(position); index += 1)
    points += sizeAt(sheet, axis, index);
  return points + sizeAt(sheet, axis, Math.floor(position)) * (position % 1);
}

/** The position, in rows or columns, that is so many points from the sheet's edge. */
export function positionOf(sheet: SheetModel, axis: Shift['axis'], points: number): number {
  let index = 0;
  let rest = Math.max(0, points);
  for (let size = sizeAt(sheet, axis, 0); rest >= size; size = sizeAt(sheet, axis, index)) {
    rest -= size;
    index += 1;
  }
  return index + rest / sizeAt(sheet, axis, index);
}
