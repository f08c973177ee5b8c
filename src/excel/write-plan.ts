import { freeSheetName, freeTableName, ownArea, shapeOf, WorkbookError } from '../workbook';
import type { CellContent, PlanShape, SheetPlan, Written } from '../workbook';
import type { Before } from './before';
import { chunksOf, rangeOf } from './cells';
import { asWorkbookError } from './errors';
import { writeLayout, writeRows, writeTables } from './layout';
import { loadOwnRecords, readOwnPart, storeOwnRecords } from './own-sheets';
import type { OwnRecord } from './own-sheets';
import { readTyped } from './reading';
import { afterCellEdit, withExcel } from './session';
import { clearOwn, markEdge, undoWriting } from './undo-writing';

/** Writes a plan: all of it, or nothing. */
export async function writePlan(plan: SheetPlan): Promise<Written> {
  const before = await lookBefore(plan);
  return afterCellEdit(before.sheetName, async (context) => {
    const edge = before.earlier && (await markEdge(context, before.earlier));
    try {
      return await execute(context, plan, before);
    } catch (cause) {
      const refusal = asWorkbookError(cause, before.sheetName);
      await undoWriting(context, { plan, before, edge, refusal });
      throw refusal;
    }
  });
}

/** Reads what decides whether and where the plan can be written; refuses before a first change. */
async function lookBefore(plan: SheetPlan): Promise<Before> {
  const found = await withExcel(plan.name, async (context) => {
    const { worksheets, tables, names } = context.workbook;
    worksheets.load('items/id,items/name');
    tables.load('items/id,items/name');
    names.load('items/name');
    const part = readOwnPart(context);
    await context.sync();
    const records = await loadOwnRecords(context, part);
    const record = records.find(({ id }) => id === plan.id);
    const sheet = worksheets.items.find(({ id }) => id === record?.worksheetId);
    if (sheet) {
      sheet.protection.load('protected');
      sheet.charts.load('items/name');
      await context.sync();
      if (sheet.protection.protected) throw new WorkbookError('protectedSheet', sheet.name);
    }
    const ours = tables.items.filter(({ id }) => sheet && record?.tableIds.includes(id));
    const peoples = tables.items.filter((table) => !ours.includes(table));
    const taken = [...peoples.map(({ name }) => name), ...names.items.map(({ name }) => name)];
    const sheetNames = worksheets.items.map(({ name }) => name);
    return {
      records,
      record,
      peoplesTables: peoples.map(({ id }) => id),
      taken,
      tableNames: ours.map(({ name }) => name),
      chartNames: sheet ? sheet.charts.items.map(({ name }) => name) : [],
      earlierName: sheet?.name,
      sheetName: sheet?.name ?? freeSheetName(plan.name, sheetNames),
    };
  });
  const { records, record, peoplesTables, taken, earlierName, sheetName } = found;
  const tableNames = plan.tables.map(({ name }) => {
    const free = freeTableName(name, taken);
    taken.push(free);
    return free;
  });
  if (!record || earlierName === undefined) {
    return { records, sheetName, tableNames, peoplesTables, earlier: undefined };
  }
  const { rows, columns } = record.shape;
  const area = { row: 0, column: 0, rows, columns };
  const cells = rows > 0 && columns > 0 ? await readTyped({ sheet: earlierName, area }) : [];
  const { tableNames: ours, chartNames } = found;
  const earlier = { record, cells, tableNames: ours, chartNames };
  return { records, sheetName, tableNames, peoplesTables, earlier };
}

async function execute(
  context: Excel.RequestContext,
  plan: SheetPlan,
  before: Before,
): Promise<Written> {
  const { earlier, sheetName, tableNames } = before;
  const { application, workbook } = context;
  const sheet = earlier
    ? workbook.worksheets.getItem(earlier.record.worksheetId)
    : workbook.worksheets.add(sheetName);
  sheet.load('id,name');
  application.suspendApiCalculationUntilNextSync();
  context.runtime.enableEvents = false;
  if (earlier) {
    makeRoom(sheet, earlier.record.shape, shapeOf(plan));
    clearOwn(context, sheet, earlier.record.shape, earlier);
  }
  await writeInChunks(context, sheet, plan.cells);
  writeLayout(sheet, plan);
  const tables = writeTables(sheet, plan.tables, tableNames);
  const part = readOwnPart(context);
  await context.sync();
  const record: OwnRecord = {
    id: plan.id,
    worksheetId: sheet.id,
    shape: shapeOf(plan),
    tableIds: tables.map(({ id }) => id),
  };
  const others = before.records.filter(({ id }) => id !== plan.id);
  storeOwnRecords(context, part, [...others, record]);
  context.runtime.enableEvents = true;
  await context.sync();
  return { sheet: sheet.name, isNew: !earlier, tables: tables.map(({ name }) => name) };
}

/** The last chunk stays queued: it goes out together with the layout. */
async function writeInChunks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly (readonly CellContent[])[],
): Promise<void> {
  const chunks = chunksOf(cells);
  const next = async (index: number): Promise<void> => {
    const chunk = chunks[index];
    if (!chunk) return;
    writeRows(sheet, chunk.start, chunk.rows);
    if (index === chunks.length - 1) return;
    await context.sync();
    context.application.suspendApiCalculationUntilNextSync();
    await next(index + 1);
  };
  await next(0);
}

/** Puts in entire rows and columns at the old edge, so that what people put beyond it moves. */
function makeRoom(sheet: Excel.Worksheet, old: PlanShape, next: PlanShape): void {
  const from = ownArea(old);
  const to = ownArea(next);
  const rows = to.rows - from.rows;
  const columns = to.columns - from.columns;
  if (rows > 0) {
    rangeOf(sheet, { row: from.rows, column: 0, rows, columns: 1 }).getEntireRow().insert('Down');
  }
  if (columns > 0) {
    rangeOf(sheet, { row: 0, column: from.columns, rows: 1, columns })
      .getEntireColumn()
      .insert('Right');
  }
}
