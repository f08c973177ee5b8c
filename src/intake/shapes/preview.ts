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
  const { grid, headers, orders, setAside = [] } = table;
  const last = (orders?.firstColumn ?? headers.length) - 1;
  return {
    headers,
    rows: Array.from({ length: Math.min(rows, grid.rowCount) }, (_, row) => ({
      cells: headers.map((__, column) => grid.cell(row, column)),
      at: addressIn(table, row, last),
    })),
    rowCount: grid.rowCount,
    setAside: setAside.length,
  };
}
