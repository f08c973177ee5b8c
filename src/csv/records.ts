import { parse, type ParseError } from 'papaparse';
import type { LineFaultCode } from '../intake';

/** The fields of a line, or of several where a quoted field holds line ends. */
export interface Record {
  readonly fields: readonly string[];
  /** The line it begins in, counted from 1. */
  readonly line: number;
  readonly lines: number;
}

/** Lines that are no record. */
export interface BrokenLine {
  readonly code: Extract<LineFaultCode, 'openQuote' | 'strayQuote'>;
  readonly line: number;
  readonly text: string;
}

export type RecordOrFault = { readonly record: Record } | { readonly broken: BrokenLine };

/** No cell holds more than 32,767 characters: a quote that is open for longer never closes. */
const longestOpen = 150_000;
/** After a fault the next lines are looked at in small portions, since some may come again. */
const carefulSize = 8192;

/**
 * Splits text that comes in pieces into records. A line whose quotes are broken is given as such,
 * and reading goes on with the line after it: a missing quote never swallows the rest of a file.
 */
export class RecordReader {
  private rest = '';
  private line = 1;
  private portion = Infinity;

  constructor(private readonly separator: string) {}

  take(text: string): RecordOrFault[] {
    this.rest += text;
    return this.read(false);
  }

  /** What is left when the file ends. */
  end(): RecordOrFault[] {
    if (this.rest !== '' && !this.rest.endsWith('\n')) this.rest += '\n';
    return this.read(true);
  }

  /** The number of lines so far. */
  get lineCount(): number {
    return this.line - 1;
  }

  private read(isLast: boolean): RecordOrFault[] {
    const out: RecordOrFault[] = [];
    for (;;) {
      const wanted = Math.min(this.portion, this.rest.length);
      let end = this.rest.indexOf('\n', Math.max(0, wanted - 1)) + 1;
      if (end === 0) end = this.rest.lastIndexOf('\n') + 1;
      if (end === 0) return out;
      const read = this.readLines(this.rest.slice(0, end), isLast && end === this.rest.length, out);
      this.rest = this.rest.slice(read);
      if (read === 0) {
        // A quote is open at the portion's end: look further, if there is more.
        if (this.portion >= this.rest.length) return out;
        this.portion *= 2;
      }
    }
  }

  /** Reads whole lines; returns how many characters it has done with. */
  private readLines(text: string, isLast: boolean, out: RecordOrFault[]): number {
    const body = text.slice(0, -1);
    const { data, errors } = parse<string[]>(body, {
      delimiter: this.separator,
      newline: '\n',
      skipEmptyLines: false,
    });
    const faults = faultsByRow(errors);
    const hasQuotes = body.includes('"');
    const hasForced = hasQuotes && body.includes('="');
    // The parser gives no row for no text.
    const rows = body === '' ? [['']] : data;
    let linesRead = 0;
    for (const [row, fields] of rows.entries()) {
      const lines = hasQuotes ? linesOf(fields) : 1;
      const fault = faults?.get(row);
      if (fault === undefined) {
        const texts = hasForced ? fields.map(withoutForce) : fields;
        out.push({ record: { fields: texts, line: this.line, lines } });
        this.line += lines;
        linesRead += lines;
        continue;
      }
      const from = offsetOfLine(text, linesRead);
      const isOpen = fault.includes('MissingQuotes');
      if (isOpen && !isLast && text.length - from < longestOpen) return from;
      const next = text.indexOf('\n', from) + 1;
      out.push({
        broken: {
          code: fault[0] === 'MissingQuotes' ? 'openQuote' : 'strayQuote',
          line: this.line,
          text: text.slice(from, next - 1),
        },
      });
      this.line += 1;
      linesRead += 1;
      if (lines === 1) continue;
      this.portion = carefulSize;
      return next;
    }
    if (this.portion !== Infinity) this.portion *= 2;
    return text.length;
  }
}

/** The text of `="007"`, by which a file makes Excel take a field as text. */
function withoutForce(field: string): string {
  return /^="(.*)"$/s.exec(field)?.[1]?.replaceAll('""', '"') ?? field;
}

/** What is wrong with the quotes of each row, in the order of the text. */
function faultsByRow(errors: readonly ParseError[]): Map<number, string[]> | undefined {
  const quotes = errors.filter(({ type }) => type === 'Quotes');
  if (quotes.length === 0) return undefined;
  const faults = new Map<number, string[]>();
  for (const { row = 0, code } of quotes) faults.set(row, [...(faults.get(row) ?? []), code]);
  return faults;
}

function linesOf(fields: readonly string[]): number {
  let lines = 1;
  for (const field of fields) {
    let at = field.indexOf('\n');
    while (at >= 0) {
      lines += 1;
      at = field.indexOf('\n', at + 1);
    }
  }
  return lines;
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let skipped = 0; skipped < line; skipped += 1) offset = text.indexOf('\n', offset) + 1;
  return offset;
}
