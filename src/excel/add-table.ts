import {
  freeSheetName,
  freeTableName,
  maxColumns,
  maxRows,
  rowsInSight,
  WorkbookError,
} from '../workbook';
import type { AddedTable, AddTableOptions, NewTable } from '../workbook';
import { hostCell, payloadOf, rangeOf } from './cells';
import { asWorkbookError } from './errors';
import { writeFormats, writeSizes } from './looks';
import { afterCellEdit, withExcel } from './session';

/** A block's size in bytes: Excel stays quick, and a cancel comes soon. */
const wantedBytes = 700_000;
const firstRows = 1000;
const mostCells = 30_000;

/** Adds a table on a sheet of its own; takes the sheet away again where that fails. */
export async function addTable(
  table: NewTable,
  options: AddTableOptions = {},
): Promise<AddedTable> {
  const { titles = [], columns, rowCount } = table;
  if (titles.length + rowCount >= maxRows || columns.length > maxColumns) {
    throw new WorkbookError('tooLarge', table.sheet);
  }
  const names = await findNames(table);
  return afterCellEdit(names.sheet, async (context) => {
    refuseCancelled(options, names.sheet);
    const sheet = context.workbook.worksheets.add(names.sheet).load('id');
    await context.sync();
    const { id } = sheet;
    try {
      await writeBlocks(context, id, table, options);
      refuseCancelled(options, names.sheet);
      return await finish(context, id, table, names);
    } catch (cause) {
      const refusal = asWorkbookError(cause, names.sheet);
      await removeSheet(context, id, refusal);
      throw refusal;
    }
  });
}

async function findNames({ sheet, table }: NewTable): Promise<AddedTable> {
  return withExcel(sheet, async (context) => {
    const { worksheets, tables, names } = context.workbook;
    worksheets.load('items/name');
    tables.load('items/name');
    names.load('items/name');
    await context.sync();
    const nameOf = ({ name }: { readonly name: string }) => name;
    return {
      sheet: freeSheetName(sheet, worksheets.items.map(nameOf)),
      table: freeTableName(table, [...tables.items, ...names.items].map(nameOf)),
    };
  });
}

function refuseCancelled({ signal }: AddTableOptions, subject: string): void {
  if (signal?.aborted === true) throw new WorkbookError('cancelled', subject);
}

async function writeBlocks(
  context: Excel.RequestContext,
  id: string,
  { sheet: subject, titles = [], columns, rowCount, rows }: NewTable,
  options: AddTableOptions,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(id);
  const width = columns.length;
  const top = titles.length;
  const header = rangeOf(sheet, { row: top, column: 0, rows: 1, columns: width });
  context.runtime.enableEvents = false;
  writeTitles(sheet, titles);
  header.formulas = [columns.map((column) => hostCell(column.header))];
  // Before the cells: Excel gives a cell without a format one of its own by what is written.
  writeFormats(
    sheet,
    columns.flatMap(({ numberFormat }, column) =>
      numberFormat === undefined
        ? []
        : [{ area: { row: top + 1, column, rows: rowCount, columns: 1 }, style: { numberFormat } }],
    ),
  );
  const most = Math.max(1, Math.floor(mostCells / width));
  const writeFrom = async (from: number, wanted: number): Promise<void> => {
    if (from >= rowCount) return;
    refuseCancelled(options, subject);
    const to = Math.min(rowCount, from + wanted);
    const cells = rows(from, to);
    const row = top + 1 + from;
    const range = rangeOf(sheet, { row, column: 0, rows: to - from, columns: width });
    // For this request alone: people go on editing other sheets while blocks are written.
    context.runtime.enableEvents = false;
    range.formulas = cells.map((row) => row.map(hostCell));
    context.runtime.enableEvents = true;
    context.application.suspendApiCalculationUntilNextSync();
    await context.sync();
    options.onProgress?.({ rowsWritten: to, rows: rowCount });
    await options.pause?.();
    let bytes = 0;
    for (const row of cells) for (const cell of row) bytes += payloadOf(cell);
    const fitting = Math.floor(((to - from) * wantedBytes) / Math.max(1, bytes));
    await writeFrom(to, Math.max(1, Math.min(wanted * 2, fitting, most)));
  };
  await writeFrom(0, Math.min(firstRows, most));
}

function writeTitles(sheet: Excel.Worksheet, titles: NonNullable<NewTable['titles']>): void {
  const columns = Math.max(0, ...titles.map(({ length }) => length));
  if (columns === 0) return;
  const range = rangeOf(sheet, { row: 0, column: 0, rows: titles.length, columns });
  range.formulas = titles.map((row) =>
    Array.from({ length: columns }, (_, column) => hostCell(row[column] ?? null)),
  );
}

async function finish(
  context: Excel.RequestContext,
  id: string,
  newTable: NewTable,
  names: AddedTable,
): Promise<AddedTable> {
  const sheet = context.workbook.worksheets.getItem(id).load('name');
  context.runtime.enableEvents = false;
  const { titles = [], columns, rowCount } = newTable;
  const row = titles.length;
  const area = { row, column: 0, rows: rowCount + 1, columns: columns.length };
  const table = sheet.tables.add(rangeOf(sheet, area), true);
  table.name = names.table;
  table.load('name');
  const widths = columns.flatMap(({ width }, column) =>
    width === undefined ? [] : [[column, width] as const],
  );
  writeSizes(sheet, Object.fromEntries(widths), {});
  const inSight = rowsInSight(newTable);
  if (inSight > 0) sheet.freezePanes.freezeRows(inSight);
  context.runtime.enableEvents = true;
  await context.sync();
  return { sheet: sheet.name, table: table.name };
}

async function removeSheet(
  context: Excel.RequestContext,
  id: string,
  refusal: WorkbookError,
): Promise<void> {
  try {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('id');
    await context.sync();
    if (!sheet.isNullObject) sheet.delete();
    context.runtime.enableEvents = true;
    await context.sync();
  } catch (cause) {
    const both = new AggregateError([refusal.cause, cause], 'adding and taking away failed');
    throw new WorkbookError(refusal.code, refusal.subject, both);
  }
}
