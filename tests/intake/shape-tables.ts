import { readTable, type Issue, type RawTable, type TableReadOptions } from '../../src/intake';
import type { CellValue } from '../../src/workbook';
import { workbookWith, type Rows } from './raw-tables';

/** Reads a sheet of these rows. */
export async function read(
  rows: Rows,
  options: TableReadOptions = {},
  name = 'Data',
): Promise<RawTable | { readonly issues: readonly Issue[] }> {
  const workbook = workbookWith({ [name]: rows });
  const [source] = await workbook.listSources();
  if (!source) throw new Error('The workbook has no source');
  return readTable(workbook, source, options);
}

export async function table(
  rows: Rows,
  options: TableReadOptions = {},
  name?: string,
): Promise<RawTable> {
  const found = await read(rows, options, name);
  if ('issues' in found) {
    throw new Error(found.issues.map(({ code, at }) => `${code} ${at}`).join(', '));
  }
  return found;
}

/** The headers and all rows of a table. */
export function rowsOf({ grid, headers }: RawTable): CellValue[][] {
  return [
    [...headers],
    ...Array.from({ length: grid.rowCount }, (_, row) =>
      headers.map((__, column) => grid.cell(row, column)),
    ),
  ];
}

export const asideOf = ({ setAside = [] }: RawTable): string[] =>
  setAside.map(({ code, at }) => `${code} ${at}`);
