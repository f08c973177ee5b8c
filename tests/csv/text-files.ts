import { readTextFile } from '../../src/csv';
import type { TextFileOptions, TextFileWishes } from '../../src/csv';
import type { TextTable } from '../../src/intake';

/** A file in memory, given in pieces of `pieceSize` bytes. */
export function fileOf(content: string | Uint8Array, pieceSize = 7, name = 'sales.csv') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *bytes() {
      for (let from = 0; from < bytes.length; from += pieceSize) {
        yield await Promise.resolve(bytes.slice(from, from + pieceSize));
      }
    },
  };
}

export function readText(
  content: string | Uint8Array,
  wishes: TextFileWishes = {},
  options: TextFileOptions & { readonly pieceSize?: number } = {},
): Promise<TextTable> {
  return readTextFile(fileOf(content, options.pieceSize), wishes, options);
}

/** The rows of a table as texts. */
export function rowsOf({ columns, rowCount }: TextTable): string[][] {
  return Array.from({ length: rowCount }, (_, row) =>
    columns.map(({ codes, values }) => values[codes[row] ?? -1] ?? '(none)'),
  );
}

export function columnOf(table: TextTable, header: string): string[] {
  const index = table.headers.indexOf(header);
  return rowsOf(table).map((row) => row[index] ?? '(none)');
}

/** Bytes of a text whose characters are all below 256. */
export function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
