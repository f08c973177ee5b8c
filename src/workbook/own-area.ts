import type { Area } from './address';
import type { Layout } from './layout';

/**
 * The cells that one of our sheets covers, from A1: those it fills and those under its charts. What
 * lies outside belongs to people and is never touched.
 */
export function ownArea(
  shape: Pick<Layout, 'charts' | 'tables' | 'merges'> & {
    readonly rows: number;
    readonly columns: number;
  },
): Area {
  const areas = [
    ...shape.charts.map(({ place }) => place),
    ...shape.tables.map(({ area }) => area),
    ...shape.merges,
  ];
  return {
    row: 0,
    column: 0,
    rows: areas.reduce((most, { row, rows }) => Math.max(most, row + rows), shape.rows),
    columns: areas.reduce(
      (most, { column, columns }) => Math.max(most, column + columns),
      shape.columns,
    ),
  };
}

/** The cells that two areas share. */
export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** What is left of an area without the cells of a hole, as up to four areas. */
export function without(area: Area, hole: Area): Area[] {
  const shared = intersection(area, hole);
  if (!shared) return [area];
  const bottom = shared.row + shared.rows;
  const right = shared.column + shared.columns;
  return [
    { ...area, rows: shared.row - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { ...shared, column: area.column, columns: shared.column - area.column },
    { ...shared, column: right, columns: area.column + area.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
