import { isBlank } from '../../workbook';
import { findLong } from './find-long';
import { findWide, type ShapeContext } from './find-wide';
import type { Region } from './header-block';
import type { ShapeFound } from './shape';

/** How the cells of a place are best read as a table; undefined where no reading fits. */
export function findShape(region: Region, context: ShapeContext): ShapeFound | undefined {
  const inside = withoutCounter(region);
  return findWide(inside, context) ?? findLong(inside, context);
}

/** A first column that counts the rows, the header's too, is no part of the table. */
function withoutCounter(region: Region): Region {
  const { rows, area, startsWithHeader } = region;
  if (startsWithHeader || area.columns < 3 || area.rows < 3) return region;
  const first = rows[area.row]?.[area.column];
  if (typeof first !== 'number') return region;
  for (let row = 0; row < area.rows; row += 1) {
    const cell = rows[area.row + row]?.[area.column];
    if (!isBlank(cell) && cell !== first + row) return region;
  }
  return { ...region, area: { ...area, column: area.column + 1, columns: area.columns - 1 } };
}
