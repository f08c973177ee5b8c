import {
  sheetIds,
  sheetNames,
  tableNames,
  type CellContent,
  type CellStyle,
  type SheetPlan,
} from '../workbook';
import type { Words } from '../wording';
import { palette } from './palette';

/** A column of a table that people work in. */
export interface TableColumn {
  readonly header: string;
  readonly width: number;
  readonly style?: CellStyle;
}

/** A sheet that is nothing but one table. */
function planTableSheet(
  sheet: { readonly id: string; readonly name: string; readonly table: string },
  columns: readonly TableColumn[],
  rows: readonly (readonly CellContent[])[],
): SheetPlan {
  const styled = columns.flatMap(({ style }, column) =>
    style ? [{ area: { row: 1, column, rows: Math.max(1, rows.length), columns: 1 }, style }] : [],
  );
  return {
    id: sheet.id,
    name: sheet.name,
    cells: [columns.map(({ header }) => header), ...rows],
    formats: styled,
    columnWidths: Object.fromEntries(columns.map(({ width }, column) => [column, width])),
    rowHeights: {},
    frozen: { rows: 1, columns: 0 },
    gridlines: true,
    tabColour: palette.neutral,
    merges: [],
    rules: [],
    charts: [],
    tables: [
      {
        name: sheet.table,
        area: { row: 0, column: 0, rows: rows.length + 1, columns: columns.length },
        style: 'TableStyleLight1',
      },
    ],
    people: [],
  };
}

const dateStyle: CellStyle = { numberFormat: 'yyyy-mm-dd', horizontal: 'center' };
const amountStyle: CellStyle = { numberFormat: '#,##0.00', horizontal: 'right' };

/** The headers of the table of targets: its dimensions, then period, start and target. */
export function targetHeaders(by: readonly string[], words: Words): string[] {
  const { period, start, target } = words.targetHeaders;
  return [...by, period, start, target];
}

/**
 * Targets by key and period: one row each, as a report reads them. `kept` are rows that stand in
 * the table already and stay.
 */
export function planTargetSheet(
  by: readonly string[],
  spread: {
    readonly periods: readonly { readonly label: string; readonly start: number }[];
    readonly lines: readonly {
      readonly key: readonly string[];
      readonly amounts: readonly number[];
    }[];
  },
  kept: readonly (readonly CellContent[])[],
  words: Words,
): SheetPlan {
  const fresh = spread.lines.flatMap(({ key, amounts }) =>
    spread.periods.map(({ label, start }, index) => [
      ...key.map((text) => (text === '' ? null : text)),
      label,
      start,
      amounts[index] ?? 0,
    ]),
  );
  const [period = '', start = '', target = ''] = targetHeaders([], words);
  return planTableSheet(
    { id: sheetIds.targets, name: sheetNames.targets, table: tableNames.targets },
    [
      ...by.map((header) => ({ header, width: 26 })),
      { header: period, width: 12 },
      { header: start, width: 12, style: dateStyle },
      { header: target, width: 16, style: amountStyle },
    ],
    [...kept, ...fresh],
  );
}

/** The table of actions with its first line; people and the pane add more. */
export function planActionSheet(first: readonly CellContent[], words: Words): SheetPlan {
  const { what, row, period, variance, owner, due, status, note } = words.actionHeaders;
  return planTableSheet(
    { id: sheetIds.actions, name: sheetNames.actions, table: tableNames.actions },
    [
      { header: what, width: 40 },
      { header: row, width: 26 },
      { header: period, width: 12 },
      { header: variance, width: 16, style: amountStyle },
      { header: owner, width: 20 },
      { header: due, width: 12, style: dateStyle },
      { header: status, width: 12 },
      { header: note, width: 40 },
    ],
    [first],
  );
}
