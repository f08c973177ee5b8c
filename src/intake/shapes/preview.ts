import type { CellValue } from '../../workbook';
import { addressIn, type RawTable } from '../raw-table';

/** A few rows of a table as it was read, to be shown beside the cells. */
export interface ShapePreview {
  readonly headers: readonly string[];
  readonly rows: readonly {
    readonly cells: readonly CellValue[];
    /** The cell of the sheet that the row's last figure comes from. */
    readonly at: string;
  }[];
  readonly rowCount: number;
  readonly setAside: number;
}

/** The first rows of a table, each with the address that its last cell comes from. */
export function shapePreview(table: RawTable, rows: number): ShapePreview {
  const { grid, headers, setAside = [] } = table;
  return {
    headers,
    rows: previewRows(
      table,
      Array.from({ length: Math.min(rows, grid.rowCount) }, (_, row) => row),
    ),
    rowCount: grid.rowCount,
    setAside: setAside.length,
  };
}

/** Some rows of a table, by their place in it. */
export function previewRows(table: RawTable, rows: readonly number[]): ShapePreview['rows'] {
  const { grid, headers, orders } = table;
  const last = (orders?.firstColumn ?? headers.length) - 1;
  return rows.map((row) => ({
    cells: headers.map((_, column) => grid.cell(row, column)),
    at: addressIn(table, row, last),
  }));
}
