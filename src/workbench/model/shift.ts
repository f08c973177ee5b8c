import { maxColumns, maxRows } from '../../workbook';
import type { Area } from '../../workbook';

/**
 * Cells that make room or close up: `count` rows (or columns) come in before `at`, or, where it is
 * negative, go from `at` on. Only cells between `from` and `to` of the other axis move.
 */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

export function wholeRows(at: number, count: number): Shift {
  return { axis: 'row', at, count, from: 0, to: maxColumns - 1 };
}

export function wholeColumns(at: number, count: number): Shift {
  return { axis: 'column', at, count, from: 0, to: maxRows - 1 };
}

export function isWhole(shift: Shift): boolean {
  return shift.from === 0 && shift.to === (shift.axis === 'row' ? maxColumns : maxRows) - 1;
}

/** The span after the shift; undefined where nothing of it is left. */
export function shiftSpan(
  start: number,
  length: number,
  { at, count }: Pick<Shift, 'at' | 'count'>,
): { start: number; length: number } | undefined {
  if (count >= 0) {
    if (start >= at) return { start: start + count, length };
    return { start, length: start + length > at ? length + count : length };
  }
  const gone = -count;
  const before = Math.min(Math.max(at - start, 0), length);
  const after = Math.min(Math.max(start + length - (at + gone), 0), length);
  if (before + after === 0) return undefined;
  return { start: start < at ? start : Math.max(at, start - gone), length: before + after };
}

/** Where an area stands after the shift; undefined where all of it was deleted. */
export function shiftArea(area: Area, shift: Shift): Area | undefined {
  const { row, column, rows, columns } = area;
  const [first, last] =
    shift.axis === 'row' ? [column, column + columns - 1] : [row, row + rows - 1];
  // A block that only partly stands in the moving strip stays, as in Excel.
  if (first < shift.from || last > shift.to) return area;
  if (shift.axis === 'row') {
    if (rows === maxRows) return area;
    const span = shiftSpan(row, rows, shift);
    return span && { row: span.start, column, rows: span.length, columns };
  }
  if (columns === maxColumns) return area;
  const span = shiftSpan(column, columns, shift);
  return span && { row, column: span.start, rows, columns: span.length };
}

export function intersect(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export function covers(outer: Area, inner: Area): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}

export function sameArea(a: Area, b: Area): boolean {
  return covers(a, b) && covers(b, a);
}

/** What is left of `area` outside `hole`, as up to four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  const gap = intersect(area, hole);
  if (!gap) return [area];
  const { row, column, rows, columns } = area;
  const below = gap.row + gap.rows;
  const right = gap.column + gap.columns;
  const left = { row: gap.row, column, rows: gap.rows, columns: gap.column - column };
  return [
    { row, column, rows: gap.row - row, columns },
    { row: below, column, rows: row + rows - below, columns },
    left,
    { row: gap.row, column: right, rows: gap.rows, columns: column + columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

/** Whether an area goes on right below another, over the same columns. */
export function isBelow(above: Area, below: Area): boolean {
  return (
    above.row + above.rows === below.row &&
    above.column === below.column &&
    above.columns === below.columns
  );
}
