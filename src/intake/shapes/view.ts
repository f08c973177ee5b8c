import type { Area } from '../../workbook';
import type { Row, Shape } from './shape';

/** Where a cell of a view stands among the cells as read. */
export type PlaceInView = (row: number, column: number) => { row: number; column: number };

/** The cells of a shape's area, turned where it says so; the rows as they are where that is all. */
export function viewOf(
  rows: readonly Row[],
  { area, isTurned }: Pick<Shape, 'area' | 'isTurned'>,
): { readonly rows: readonly Row[]; readonly placeOf: PlaceInView } {
  const cut = cutOut(rows, area);
  const { row: top, column: left } = area;
  if (!isTurned) {
    return { rows: cut, placeOf: (row, column) => ({ row: top + row, column: left + column }) };
  }
  return {
    rows: turned(cut, area.columns),
    placeOf: (row, column) => ({ row: top + column, column: left + row }),
  };
}

function cutOut(rows: readonly Row[], area: Area): readonly Row[] {
  const isWide = rows.some((row) => row.length > area.column + area.columns);
  const some = rows.slice(area.row, area.row + area.rows);
  if (area.column === 0 && !isWide) return some;
  return some.map((row) => row.slice(area.column, area.column + area.columns));
}

export function turned(rows: readonly Row[], width: number): readonly Row[] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}
