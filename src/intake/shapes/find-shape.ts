import { findLong } from './find-long';
import { findWide, type ShapeContext } from './find-wide';
import type { Region } from './header-block';
import type { ShapeFound } from './shape';

/** How the cells of a place are best read as a table; undefined where no reading fits. */
export function findShape(region: Region, context: ShapeContext): ShapeFound | undefined {
  return findWide(region, context) ?? findLong(region, context);
}
