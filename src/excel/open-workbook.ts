import { WorkbookError } from '../workbook';
import type { Area, CellContent, OwnSheet, Place, Workbook } from '../workbook';
import { chunksOf, hostCell, rangeOf } from './cells';
import { findRegion, findSelection } from './selection';
import { loadOwnRecords, readOwnPart } from './own-sheets';
import { holdsFormulas, readBlocks, readTyped } from './reading';
import { afterCellEdit, withExcel } from './session';
import { listSources } from './sources';
import { watchChanges } from './watching';

// The pane's first look writes nothing.
const writing = () => import('./writing');

/** The workbook that is open in Excel beside the add-in. */
export function openWorkbook(): Workbook {
  return {
    listSources,
    read: readBlocks,
    readContents: readTyped,
    holdsFormulas,
    findOwnSheet,
    write: async (plan) => (await writing()).writePlan(plan),
    appendRows,
    addTable: async (table, options) => (await writing()).addTable(table, options),
    replaceCells: async (changes) => (await writing()).replaceCells(changes),
    findSelection,
    findRegion,
    select,
    watch: watchChanges,
  };
}

async function findOwnSheet(id: string): Promise<OwnSheet | undefined> {
  return withExcel(id, async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/id,items/name');
    const part = readOwnPart(context);
    await context.sync();
    const records = await loadOwnRecords(context, part);
    const record = records.find((one) => one.id === id);
    const sheet = worksheets.items.find((one) => one.id === record?.worksheetId);
    return record && sheet && { id, sheet: sheet.name, shape: record.shape };
  });
}

async function appendRows(name: string, rows: readonly (readonly CellContent[])[]): Promise<void> {
  await withExcel(name, async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(name).load('id');
    await context.sync();
    if (table.isNullObject) throw new WorkbookError('notFound', name);
    const { worksheet } = table;
    worksheet.load('name');
    worksheet.protection.load('protected');
    await context.sync();
    if (worksheet.protection.protected) {
      throw new WorkbookError('protectedSheet', worksheet.name);
    }
  });
  const add = async (part: readonly (readonly CellContent[])[]) =>
    afterCellEdit(name, async (context) => {
      const table = context.workbook.tables.getItem(name);
      context.runtime.enableEvents = false;
      // The types know no index but a number; null adds at the end, as leaving it out does.
      table.rows.add(
        undefined,
        part.map((row) => row.map(hostCell)),
      );
      context.runtime.enableEvents = true;
      await context.sync();
    });
  for (const { rows: part } of chunksOf(rows)) await add(part);
}

async function select({ sheet, area }: Place): Promise<void> {
  await withExcel(sheet, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    rangeOf(worksheet, area satisfies Area).select();
    await context.sync();
  });
}
