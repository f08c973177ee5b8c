import { maxColumns, maxRows, type Area } from './address';

/**
 * The region around an area as Excel has it: the cells up to the next blank rows and columns; cells
 * that touch at a corner belong to it.
 */
export function surroundingArea(
  start: Area,
  isFilled: (row: number, column: number) => boolean,
): Area {
  let [top, left] = [start.row, start.column];
  let [bottom, right] = [top + start.rows - 1, left + start.columns - 1];
  const isRowFilled = (row: number) => {
    if (row < 0 || row >= maxRows) return false;
    for (let column = Math.max(left - 1, 0); column <= right + 1; column += 1) {
      if (isFilled(row, column)) return true;
    }
    return false;
  };
  const isColumnFilled = (column: number) => {
    if (column < 0 || column >= maxColumns) return false;
    for (let row = Math.max(top - 1, 0); row <= bottom + 1; row += 1) {
      if (isFilled(row, column)) return true;
    }
    return false;
  };
  let hasGrown = true;
  while (hasGrown) {
    hasGrown = false;
    while (isRowFilled(bottom + 1)) [bottom, hasGrown] = [bottom + 1, true];
    while (isRowFilled(top - 1)) [top, hasGrown] = [top - 1, true];
    while (isColumnFilled(right + 1)) [right, hasGrown] = [right + 1, true];
    while (isColumnFilled(left - 1)) [left, hasGrown] = [left - 1, true];
  }
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
