import {
  columnIssues,
  convert,
  findAmountColumn,
  findDateColumn,
  judge,
  readTable,
  type Column,
  type Converted,
  type Found,
  type Issue,
  type RawTable,
  type SourceTable,
} from '../../src/intake';
import {
  emptySheet,
  type CellContent,
  type SheetContents,
  type Workbook,
} from '../../src/workbook';
import { workbookOf, type FileWorkbook } from '../../src/xlsx';

export type Rows = readonly (readonly CellContent[])[];

/** A workbook with a sheet per name, cells from A1 on. */
export function workbookWith(
  sheets: Readonly<Record<string, Rows>>,
  changes: Partial<SheetContents> = {},
): FileWorkbook {
  return workbookOf({
    sheets: Object.entries(sheets).map(([name, cells]) => ({
      ...emptySheet(name),
      cells,
      ...changes,
    })),
    names: [],
    dateSystem: 1900,
  });
}

/** Reads the first source of a workbook. */
export async function readFirst(
  workbook: Workbook,
): Promise<RawTable | { readonly issues: readonly Issue[] }> {
  const [source] = await workbook.listSources();
  if (!source) throw new Error('The workbook has no source');
  return readTable(workbook, source);
}

/** A sheet "Data" with these rows, its columns judged. */
export async function tableOf(rows: Rows): Promise<SourceTable> {
  const raw = await readFirst(workbookWith({ Data: rows }));
  if ('issues' in raw) throw new Error(raw.issues.map(({ code }) => code).join(', '));
  return judge(raw);
}

/** The issues that keep a sheet from being a table. */
export async function headerIssuesOf(rows: Rows): Promise<readonly Issue[]> {
  const raw = await readFirst(workbookWith({ Data: rows }));
  return 'issues' in raw ? raw.issues : [];
}

export function get<T>(found: Found<T>): T {
  if ('found' in found) return found.found;
  throw new Error(`${found.unclear.question}: ${found.unclear.candidates.join(', ')}`);
}

export function columnOf(table: SourceTable, header: string): Column {
  const column = table.columns.find((candidate) => candidate.header === header);
  if (!column) throw new Error(`There is no column ${header}`);
  return column;
}

/** Reads rows with a column of dates and one of amounts, and no others that matter. */
export async function convertedOf(
  rows: Rows,
  dimensions: readonly string[] = [],
): Promise<Converted & { readonly wrong: readonly Issue[] }> {
  const table = await tableOf(rows);
  const choice = {
    date: get(findDateColumn(table, 'salesDate')),
    amount: get(findAmountColumn(table, 'amount', 'salesAmount')),
    dimensions: new Map(dimensions.map((name) => [name, columnOf(table, name)])),
  };
  return { ...convert(table, choice), wrong: columnIssues(table, choice) };
}

/** The amounts of a data set. */
export function amountsIn({ dataset }: Converted): number[] {
  return Array.from(dataset.amounts.values);
}
