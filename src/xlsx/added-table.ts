import { emptySheet, maxColumns, maxRows, WorkbookError } from '../workbook';
import type { AddedTable, AddTableOptions, CellValue, NewTable, SheetContents } from '../workbook';

const blockRows = 5000;

/** A sheet with nothing on it but a table. */
export async function sheetWithTable(
  { sheet: name, table: tableName }: AddedTable,
  { columns, rowCount, rows }: NewTable,
  { signal, onProgress, pause }: AddTableOptions,
): Promise<SheetContents> {
  if (rowCount >= maxRows || columns.length > maxColumns) throw new WorkbookError('tooLarge', name);
  const cells: (readonly CellValue[])[] = [columns.map(({ header }) => header)];
  for (let from = 0; from < rowCount; from += blockRows) {
    if (signal?.aborted === true) throw new WorkbookError('cancelled', name);
    const to = Math.min(rowCount, from + blockRows);
    cells.push(...rows(from, to));
    onProgress?.({ rowsWritten: to, rows: rowCount });
    await pause?.();
  }
  if (signal?.aborted === true) throw new WorkbookError('cancelled', name);
  const area = { row: 0, column: 0, rows: rowCount + 1, columns: columns.length };
  return {
    ...emptySheet(name),
    cells,
    formats: columns.flatMap(({ numberFormat }, column) =>
      numberFormat === undefined
        ? []
        : [{ area: { row: 1, column, rows: rowCount, columns: 1 }, style: { numberFormat } }],
    ),
    columnWidths: Object.fromEntries(
      columns.flatMap(({ width }, column) => (width === undefined ? [] : [[column, width]])),
    ),
    frozen: { rows: 1, columns: 0 },
    tables: [{ name: tableName, area }],
  };
}
