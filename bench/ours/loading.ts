import {
  convert,
  judge,
  judgeWholly,
  readTable,
  type Column,
  type Converted,
  type SourceTable,
} from '../../src/intake';
import { finish } from '../../src/sales';
import type { Workbook } from '../../src/workbook';

/** A table with every column encoded and judged, and its data set. */
export interface LoadedTable {
  readonly table: SourceTable;
  readonly converted: Converted;
}

/** So many rows tell which columns there are. */
const glance = 200;

/** Reads a table as jobs do, and all of its columns instead of those that a question needs. */
export async function load(workbook: Workbook, name: string, amount: string): Promise<LoadedTable> {
  const sources = await workbook.listSources();
  const source = sources.find((one) => one.name === name);
  if (!source) throw new Error(`There is no ${name}`);
  const first = await readTable(workbook, source, { mostRows: glance });
  if ('issues' in first) throw new Error(JSON.stringify(first.issues));
  const columns = [...first.headers.keys()];
  const ahead = { firstRow: first.headerRow + 1, columns };
  const read = await readTable(workbook, source, { ahead });
  if ('issues' in read) throw new Error(JSON.stringify(read.issues));
  const table = judge(read);
  finish(table.raw.grid.encode(table.columns.map(({ index }) => index)));
  const wholly = (column: Column | undefined): Column => {
    if (!column) throw new Error(`${name} lacks a column`);
    return judgeWholly(table, column);
  };
  const isText = ({ kind }: Column) => kind === 'text';
  const converted = convert(table, {
    date: wholly(table.columns.find(({ kind }) => kind === 'date')),
    amount: wholly(table.columns.find(({ header }) => header === amount)),
    dimensions: new Map(
      table.columns.filter(isText).map((column) => [column.header, wholly(column)]),
    ),
  });
  return { table, converted };
}
