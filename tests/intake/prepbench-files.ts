import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellValue } from '../../src/workbook';

const folder = join(__dirname, '../data/prepbench');

function csvRows(name: string): string[][] {
  const text = readFileSync(join(folder, name), 'utf8').replace(/^\ufeff/, '');
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((row) =>
      [...`${row},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

/** The cells that Excel makes of a file's fields: numbers, texts and blanks. */
export function cellsOf(name: string): CellValue[][] {
  return csvRows(name).map((row) =>
    row.map((text) => (text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)),
  );
}

/** The published results of a case. */
export function expected(name: string): Record<string, string>[] {
  const [header = [], ...rows] = csvRows(name);
  return rows.map((row) => Object.fromEntries(header.map((key, at) => [key, row[at] ?? ''])));
}
