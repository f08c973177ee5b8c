import { emptySheet, maxColumns, maxRows, rowsInSight, WorkbookError } from '../workbook';
import type { AddedTable, AddTableOptions, CellValue, NewTable, SheetContents } from '../workbook';

const blockRows = 5000;

/** A sheet with nothing on it but a table and its titles. */
export async function sheetWithTable(
  { sheet: name, table: tableName }: AddedTable,
  newTable: NewTable,
  { signal, onProgress, pause }: AddTableOptions,
): Promise<SheetContents> {
  const { titles = [], columns, rowCount, rows } = newTable;
  const top = titles.length;
  if (top + rowCount >= maxRows || columns.length > maxColumns)
    throw new WorkbookError('tooLarge', name);
  const cells: (readonly CellValue[])[] = [...titles, columns.map(({ header }) => header)];
  for (let from = 0; from < rowCount; from += blockRows) {
    if (signal?.aborted === true) throw new WorkbookError('cancelled', name);
    const to = Math.min(rowCount, from + blockRows);
    cells.push(...rows(from, to));
    onProgress?.({ rowsWritten: to, rows: rowCount });
    await pause?.();
  }
  if (signal?.aborted === true) throw new WorkbookError('cancelled', name);
  const area = { row: top, column: 0, rows: rowCount + 1, columns: columns.length };
  return {
    ...emptySheet(name),
    cells,
    formats: columns.flatMap(({ numberFormat }, column) =>
      numberFormat === undefined
        ? []
        : [{ area: { row: top + 1, column, rows: rowCount, columns: 1 }, style: { numberFormat } }],
    ),
    columnWidths: Object.fromEntries(
      columns.flatMap(({ width }, column) => (width === undefined ? [] : [[column, width]])),
    ),
    frozen: { rows: rowsInSight(newTable), columns: 0 },
    tables: [{ name: tableName, area }],
  };
}
