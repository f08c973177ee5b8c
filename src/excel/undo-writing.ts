import { findPlace, ownArea, WorkbookError } from '../workbook';
import type { Area, PlanShape, SheetPlan } from '../workbook';
import { chunksOf, rangeOf } from './cells';
import { writeLayout, writeRows, writeTables } from './layout';
import { readOwnPart, storeOwnRecords } from './own-sheets';
import type { Before, Earlier } from './before';

/**
 * The first cell beyond our old area. Excel moves it along when rows or columns are put in before
 * it, so where it stands later tells what was.
 */
export async function markEdge(
  context: Excel.RequestContext,
  { record }: Earlier,
): Promise<Excel.Range> {
  const { rows, columns } = ownArea(record.shape);
  const edge = context.workbook.worksheets
    .getItem(record.worksheetId)
    .getCell(rows, columns)
    .load('address');
  await context.sync();
  return edge;
}

/** Clears our own old area and nothing else. */
export function clearOwn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  shape: PlanShape,
  { tableNames, chartNames }: Pick<Earlier, 'tableNames' | 'chartNames'>,
): void {
  for (const name of tableNames) context.workbook.tables.getItem(name).convertToRange();
  const ours = new Set(shape.charts.map(({ name }) => name));
  for (const name of chartNames.filter((one) => ours.has(one))) sheet.charts.getItem(name).delete();
  const area = ownArea(shape);
  if (area.rows === 0 || area.columns === 0) return;
  const range = rangeOf(sheet, area);
  range.unmerge();
  range.conditionalFormats.clearAll();
  range.clear();
}

export interface Failed {
  readonly plan: SheetPlan;
  readonly before: Before;
  readonly edge: Excel.Range | undefined;
  readonly refusal: WorkbookError;
}

/**
 * Puts everything back after a failure half-way: Excel keeps what came before the failing call. If
 * that fails too, the error says both.
 */
export async function undoWriting(context: Excel.RequestContext, failed: Failed): Promise<void> {
  const { before, edge, refusal } = failed;
  try {
    if (before.earlier && edge) await restore(context, failed, before.earlier, edge);
    else await removeNew(context, before.sheetName);
  } catch (cause) {
    const both = new AggregateError([refusal.cause, cause], 'writing and putting back failed');
    throw new WorkbookError(refusal.code, before.sheetName, both);
  }
}

async function removeNew(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('id');
  await context.sync();
  if (!sheet.isNullObject) sheet.delete();
  context.runtime.enableEvents = true;
  await context.sync();
}

async function restore(
  context: Excel.RequestContext,
  { plan, before }: Failed,
  { record, cells, tableNames }: Earlier,
  edge: Excel.Range,
): Promise<void> {
  const { shape } = record;
  const sheet = context.workbook.worksheets.getItem(record.worksheetId);
  edge.load('address');
  sheet.tables.load('items/id,items/name');
  sheet.charts.load('items/name');
  const part = readOwnPart(context);
  await context.sync();
  const old = ownArea(shape);
  const now = findPlace(edge.address)?.area;
  // The new tables may not bear their names yet.
  const ours = sheet.tables.items.filter(({ id }) => !before.peoplesTables.includes(id));
  const planned = [...shape.charts, ...plan.charts];
  clearOwn(
    context,
    sheet,
    { ...shape, charts: planned },
    {
      tableNames: ours.map(({ name }) => name),
      chartNames: sheet.charts.items.map(({ name }) => name),
    },
  );
  if (now) takeOut(sheet, old, { row: now.row - old.rows, column: now.column - old.columns });
  for (const { start, rows } of chunksOf(cells)) writeRows(sheet, start, rows);
  writeLayout(sheet, shape);
  const tables = writeTables(sheet, shape.tables, tableNames);
  context.runtime.enableEvents = true;
  await context.sync();
  const others = before.records.filter(({ id }) => id !== record.id);
  const tableIds = tables.map(({ id }) => id);
  storeOwnRecords(context, part, [...others, { ...record, tableIds }]);
  await context.sync();
}

/** Takes out again the rows and columns that were put in at the old edge. */
function takeOut(
  sheet: Excel.Worksheet,
  old: Area,
  { row, column }: { readonly row: number; readonly column: number },
): void {
  if (row > 0) {
    rangeOf(sheet, { row: old.rows, column: 0, rows: row, columns: 1 }).getEntireRow().delete('Up');
  }
  if (column > 0) {
    rangeOf(sheet, { row: 0, column: old.columns, rows: 1, columns: column })
      .getEntireColumn()
      .delete('Left');
  }
}
