import { isBlank } from '../../workbook';
import { CellGrid } from '../cell-grid';
import type { AsideCode, Row, Shape } from './shape';
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
  return { ...longTable(rows, shape, from), aside: shape.aside };
}

function longTable(rows: readonly Row[], shape: Shape, from: number): Reshaped {
  const known = new Set(shape.aside.map(({ row }) => row));
  const filled = shape.columns.flatMap((use, column) =>
    use.use === 'key' && use.fillsDown === true
      ? [[column, lastFilled(rows, column, shape)] as const]
      : [],
  );
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
  const rowFor = new Map(filled);
  const cells = kept.map((row) => {
    if (filled.length === 0 || (rows[row] ?? []).every(isBlank)) return rows[row] ?? [];
    const copy = [...(rows[row] ?? [])];
    for (const [column, rowOf] of filled) copy[column] = rows[rowOf(row)]?.[column] ?? null;
    return copy;
  });
  return {
    headers,
    grid: new CellGrid(cells, headers.length),
    from: (row, column) => {
      if (row < 0) return { row: Math.max(headerRow, 0), column };
      const at = kept[row] ?? 0;
      return { row: rowFor.get(column)?.(at) ?? at, column };
    },
  };
}
