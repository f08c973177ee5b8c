import { isBlank } from '../../workbook';
import { CellGrid } from '../columns/cell-grid';
import { headingName } from './heading-names';
import { headingsAbove } from './headings';
import { headerText, type AsideCode, type Row, type Shape } from './shape';
import { lastFilled, unpivot, type Reshaped } from './unpivot';

/** Rows of the view that give no row of the table. */
export interface RowAside {
  readonly row: number;
  readonly code: AsideCode;
}

/** Reads the rows of a view as a shape says. Every row is used or set aside. */
export function reshape(
  rows: readonly Row[],
  shape: Shape,
): Reshaped & { readonly aside: readonly RowAside[] } {
  const from = (shape.headerRows.at(-1) ?? -1) + 1;
  if (shape.kind === 'wide') {
    const known = new Map(shape.aside.map(({ row, code }) => [row, code]));
    const aside: RowAside[] = [];
    const data: number[] = [];
    for (let row = from; row < rows.length; row += 1) {
      const code = known.get(row) ?? ((rows[row] ?? []).every(isBlank) ? 'blankRow' : undefined);
      if (code) aside.push({ row, code });
      else data.push(row);
    }
    return { ...unpivot(rows, shape, data), aside };
  }
  if (shape.kind === 'records') return recordTable(rows, shape);
  const aside: readonly RowAside[] = shape.aside;
  const long = longTable(rows, shape, from);
  return {
    ...(shape.kind === 'list' ? withPeriod(withoutAside(long, shape), shape) : long),
    aside,
  };
}

/** Leaves out the columns that are not taken. */
function withoutAside(table: Reshaped, shape: Shape): Reshaped {
  const kept = shape.columns.flatMap(({ use }, column) => (use === 'aside' ? [] : [column]));
  const rows = Array.from({ length: table.grid.rowCount }, (_, row) =>
    kept.map((column) => table.grid.cell(row, column)),
  );
  return {
    headers: kept.map((column) => table.headers[column] ?? ''),
    grid: new CellGrid(rows, kept.length),
    from: (row, column) => table.from(row, kept[column] ?? 0),
  };
}

/** Gives all rows the period that the title tells. */
function withPeriod(table: Reshaped, { period, across = '' }: Shape): Reshaped {
  if (period === undefined) return table;
  const width = table.headers.length;
  const rows = Array.from({ length: table.grid.rowCount }, (_, row) => [
    ...table.headers.map((__, column) => table.grid.cell(row, column)),
    period,
  ]);
  return {
    headers: [...table.headers, across],
    grid: new CellGrid(rows, width + 1),
    from: (row, column) => table.from(row, Math.min(column, width - 1)),
  };
}

/** A row for each block of labels; its cells stand beside them. */
function recordTable(
  rows: readonly Row[],
  shape: Shape,
): Reshaped & { readonly aside: readonly RowAside[] } {
  const { labelColumn = 0 } = shape;
  const headers = shape.columns.map((use) => ('header' in use ? use.header : ''));
  const records: number[][] = [];
  const aside: RowAside[] = [];
  for (const [row, cells] of rows.entries()) {
    const label = headerText(cells[labelColumn]).replace(/\s*:$/, '');
    const column = headers.indexOf(label);
    if (column < 0 || (column > 0 && records.length === 0)) {
      if (!cells.every(isBlank)) aside.push({ row, code: 'noteRow' });
      continue;
    }
    if (column === 0) records.push([]);
    const record = records.at(-1);
    if (record && record[column] === undefined) record[column] = row;
    else aside.push({ row, code: 'noteRow' });
  }
  const value = (cells: Row | undefined) =>
    (cells ?? []).findIndex((cell, column) => column > labelColumn && !isBlank(cell));
  const cells = records.map((record) =>
    headers.map((_, column) => {
      const row = rows[record[column] ?? -1];
      return row?.[value(row)] ?? null;
    }),
  );
  return {
    headers,
    grid: new CellGrid(cells, headers.length),
    from: (row, column) => {
      const at = records[Math.max(row, 0)]?.[column] ?? records[Math.max(row, 0)]?.[0] ?? 0;
      return { row: at, column: row < 0 ? labelColumn : Math.max(value(rows[at]), labelColumn) };
    },
    aside,
  };
}

function longTable(rows: readonly Row[], shape: Shape, from: number): Reshaped {
  const known = new Set(shape.aside.map(({ row }) => row));
  const filled = shape.columns.flatMap((use, column) => {
    if (use.use !== 'key' || use.fillsDown !== true) return [];
    const { of, isLabelled, within } = use;
    return of
      ? [{ column, of: of.column, isLabelled, rowOf: headingsAbove(rows.length, of.rows) }]
      : [{ column, of: column, isLabelled, rowOf: lastFilled(rows, column, shape, within) }];
  });
  const headers = shape.columns.map((use) => ('header' in use ? use.header : ''));
  const headerRow = shape.headerRows.at(-1) ?? -1;
  if (known.size === 0 && filled.length === 0) {
    return {
      headers,
      grid: new CellGrid(rows.slice(from), headers.length),
      from: (row, column) => ({ row: Math.max(from + row, headerRow, 0), column }),
    };
  }
  const kept: number[] = [];
  for (let row = from; row < rows.length; row += 1) if (!known.has(row)) kept.push(row);
  const fillOf = new Map(filled.map((fill) => [fill.column, fill]));
  const cells = kept.map((row) => {
    if (filled.length === 0 || (rows[row] ?? []).every(isBlank)) return rows[row] ?? [];
    const copy = [...(rows[row] ?? [])];
    for (const { column, of, rowOf, isLabelled } of filled) {
      const cell = rows[rowOf(row)]?.[of] ?? null;
      copy[column] = of === column && !isLabelled ? cell : headingName(cell, isLabelled);
    }
    return copy;
  });
  return {
    headers,
    grid: new CellGrid(cells, headers.length),
    from: (row, column) => {
      const fill = fillOf.get(column);
      if (row < 0) return { row: Math.max(headerRow, 0), column: fill?.of ?? column };
      const at = kept[row] ?? 0;
      const own = fill?.rowOf(at) ?? at;
      return { row: own < 0 ? at : own, column: fill?.of ?? column };
    },
  };
}
