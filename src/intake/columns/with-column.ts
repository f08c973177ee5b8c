import type { TextColumn } from '../../sales';
import type { CellValue } from '../../workbook';
import { CellColumn } from './cell-column';
import { CellGrid } from './cell-grid';
import { readColumn, type Column } from './column';
import type { SourceTable } from '../mapping';
import { placeIn } from '../raw-table';
import { findColumnRole } from '../roles';

const slice = 4096;

/**
 * A table with a column more, which another table or the data tell of a key; its cells are said to
 * stand where the key's do. `texts` holds one for each row; the empty text is a blank cell.
 */
export function withColumn(
  table: SourceTable,
  header: string,
  key: Column,
  { codes, values }: TextColumn,
): { readonly table: SourceTable; readonly column: Column } {
  const { raw } = table;
  const { rowCount, columnCount } = raw.grid;
  const added = new CellColumn(rowCount);
  const cells = values.map((text): CellValue => (text === '' ? null : text));
  for (let from = 0; from < rowCount; from += slice) {
    const rows = Array.from({ length: Math.min(slice, rowCount - from) }, (_, row) => [
      cells[codes[from + row] ?? 0] ?? null,
    ]);
    added.take(rows, 0, 0, rows.length, from);
  }
  const own = Array.from({ length: columnCount }, (_, index) => raw.grid.column(index));
  const joined = {
    ...raw,
    headers: [...raw.headers, header],
    grid: CellGrid.of([...own, added], rowCount),
    formats: raw.formats.map((row) => [...row.slice(0, columnCount), 'General']),
    placeOf: (row: number, column: number) =>
      placeIn(raw, row, column === columnCount ? key.index : column),
    lookedUp: new Map([...(raw.lookedUp ?? []), [columnCount, key.index]]),
  };
  const meaning = findColumnRole(header);
  const column = readColumn(joined, { ...key, index: columnCount, meaning });
  return { table: { ...table, raw: joined, columns: [...table.columns, column] }, column };
}
