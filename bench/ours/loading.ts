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

/** Reads a table as jobs do, and all of its columns instead of those that a question needs. */
export async function load(workbook: Workbook, name: string, amount: string): Promise<LoadedTable> {
  const sources = await workbook.listSources();
  const source = sources.find((one) => one.name === name);
  if (!source) throw new Error(`There is no ${name}`);
  const read = await readTable(workbook, source);
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
