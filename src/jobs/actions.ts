import { dimensionText, isSerialDate } from '../intake';
import type { SerialDate } from '../sales';
import { planActionSheet } from '../summary';
import {
  isBlank,
  readAll,
  sheetIds,
  tableNames,
  WorkbookError,
  type CellContent,
  type CellValue,
  type Source,
} from '../workbook';
import type { Session } from './session';

/** What somebody agreed to do about a row that is behind. */
export interface Action {
  readonly what: string;
  /** The row's key as people read it: "Linda Mitchell" or "West · Bikes". */
  readonly row: string;
  readonly period: string;
  readonly variance: number | undefined;
  readonly owner: string;
  readonly due: SerialDate | undefined;
  readonly status: string;
  readonly note: string;
}

/** Statuses of actions that are over, as people write them. */
const closed = /^\s*(done|closed|completed?|finished|cancell?ed|erledigt|terminé|hecho|feito)\s*$/i;

/** Adds a line to the Excel table `SalesActions`, which is made where it is missing. */
export async function addAction(
  session: Session,
  action: Action,
): Promise<{ readonly sheet: string; readonly table: string }> {
  const line: CellContent[] = [
    action.what,
    action.row,
    action.period,
    action.variance ?? null,
    action.owner,
    action.due ?? null,
    action.status,
    action.note,
  ];
  const table = await findActionTable(session);
  if (!table) {
    const written = await session.workbook.write(planActionSheet(line, session.words));
    return { sheet: written.sheet, table: written.tables[0] ?? tableNames.actions };
  }
  const headers = (await rowsOf(session, table, 1))[0] ?? [];
  await session.workbook.appendRows(table.name, [inOrder(session, headers, line, table)]);
  return { sheet: table.sheet, table: table.name };
}

/** All actions as they stand in the sheet, people's own edits included; `isOpen`: not done. */
export async function listActions(
  session: Session,
): Promise<readonly (Action & { readonly isOpen: boolean })[]> {
  const table = await findActionTable(session);
  if (!table) return [];
  const [headers = [], ...rows] = await rowsOf(session, table);
  const columns = columnsOf(session, headers);
  const cell = (row: readonly CellValue[], name: ActionColumn): CellValue =>
    row[columns[name]] ?? null;
  const text = (row: readonly CellValue[], name: ActionColumn) => dimensionText(cell(row, name));
  return rows
    .filter((row) => !row.every(isBlank))
    .map((row) => {
      const [variance, due] = [cell(row, 'variance'), cell(row, 'due')];
      return {
        what: text(row, 'what'),
        row: text(row, 'row'),
        period: text(row, 'period'),
        variance: typeof variance === 'number' ? variance : undefined,
        owner: text(row, 'owner'),
        due: isSerialDate(due) ? due : undefined,
        status: text(row, 'status'),
        note: text(row, 'note'),
        isOpen: !closed.test(text(row, 'status')),
      };
    });
}

const actionColumns = [
  'what',
  'row',
  'period',
  'variance',
  'owner',
  'due',
  'status',
  'note',
] as const;
type ActionColumn = (typeof actionColumns)[number];

/** Where each column stands: people may move and add columns, not rename ours. */
function columnsOf(
  session: Session,
  headers: readonly CellValue[],
): Readonly<Record<ActionColumn, number>> {
  const names = headers.map(dimensionText);
  const place = (name: ActionColumn) => names.indexOf(session.words.actionHeaders[name]);
  return {
    what: place('what'),
    row: place('row'),
    period: place('period'),
    variance: place('variance'),
    owner: place('owner'),
    due: place('due'),
    status: place('status'),
    note: place('note'),
  };
}

/** A line in the order the table's columns have now. */
function inOrder(
  session: Session,
  headers: readonly CellValue[],
  line: readonly CellContent[],
  table: Source,
): CellContent[] {
  const columns = columnsOf(session, headers);
  const ordered: CellContent[] = headers.map(() => null);
  actionColumns.forEach((name, index) => {
    const column = columns[name];
    if (column < 0) {
      const lost = `${table.name}: ${session.words.actionHeaders[name]}`;
      throw new WorkbookError('notFound', lost);
    }
    ordered[column] = line[index] ?? null;
  });
  return ordered;
}

/** Our table of actions: the one on our sheet. A table of somebody else's by that name is not. */
async function findActionTable(session: Session): Promise<Source | undefined> {
  const own = await session.workbook.findOwnSheet(sheetIds.actions);
  if (!own) return undefined;
  const sources = await session.workbook.listSources();
  return sources.find((source) => source.kind === 'table' && source.sheet === own.sheet);
}

function rowsOf(session: Session, table: Source, rows = table.area.rows) {
  return readAll(session.workbook, { sheet: table.sheet, area: { ...table.area, rows } });
}
