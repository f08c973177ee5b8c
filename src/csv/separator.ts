import { parse } from 'papaparse';
import { findTableStart } from './header-line';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** How Excel names the separator in a file's first line. */
const named = /^"?sep=(.)"?$/i;

/** The separator that a first line names. @example namedSeparator('sep=;') // ';' */
function namedSeparator(line: string): string | undefined {
  return named.exec(line)?.[1];
}

/** Whether a record only names the separator, which has split it already. */
export function namesSeparator(fields: readonly string[]): boolean {
  return (
    namedSeparator(fields.join('')) !== undefined ||
    (/^sep=$/i.test(fields[0] ?? '') && fields.slice(1).every((text) => text === ''))
  );
}

/** Commas last: numbers with decimal commas look like fields of theirs. */
const likeliest: readonly Separator[] = [';', '\t', '|', ','];

interface Split {
  readonly separator: Separator;
  /** The first row of the common width names columns. */
  readonly hasHeader: boolean;
  /** The share of rows that have the common number of fields. */
  readonly agreeing: number;
  readonly fields: number;
}

/**
 * The separator that splits most lines of a file's head into the same number of fields, the names
 * of columns among them. A file of one column has none, and is read with commas.
 */
export function findSeparator(head: string): string {
  const first = head.slice(0, Math.max(0, head.indexOf('\n')));
  const ofExcel = namedSeparator(first);
  if (ofExcel !== undefined) return ofExcel;
  let best: Split | undefined;
  for (const separator of likeliest) {
    const split = splitBy(head, separator);
    if (split && (!best || isBetter(split, best))) best = split;
  }
  return best?.separator ?? ',';
}

function splitBy(head: string, separator: Separator): Split | undefined {
  const { data } = parse<string[]>(head, {
    delimiter: separator,
    newline: '\n',
    preview: 200,
    skipEmptyLines: 'greedy',
  });
  // The last line of a head may be cut off.
  const rows = data.length > 2 && data.length < 200 ? data.slice(0, -1) : data;
  const { width, hasHeader } = findTableStart(rows);
  if (width < 2) return undefined;
  const agreeing = rows.filter(({ length }) => length === width).length / rows.length;
  return { separator, hasHeader, agreeing, fields: width };
}

function isBetter(one: Split, other: Split): boolean {
  if (one.hasHeader !== other.hasHeader) return one.hasHeader;
  if (Math.abs(one.agreeing - other.agreeing) > 0.1) return one.agreeing > other.agreeing;
  return one.fields > other.fields;
}
