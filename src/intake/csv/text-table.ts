import type { TextColumn } from '../../sales';

/** Why no row came of a line of a text file. */
export type LineFaultCode =
  /** It has more or fewer fields than there are columns. */
  | 'fieldCount'
  /** A quote opens in it and never closes. */
  | 'openQuote'
  /** Something stands between a closing quote and the separator. */
  | 'strayQuote'
  /** A field is longer than a cell may be. */
  | 'tooLong';

/** A line that no row came of, counted from 1. */
export interface LineFault {
  readonly code: LineFaultCode;
  readonly line: number;
  /** The number of lines it covers: a quoted field may hold line ends. */
  readonly lines: number;
  /** The line's text, shortened; of `fieldCount`, the number of its fields. */
  readonly found: string;
  /** Of `fieldCount`, the number of columns; of `tooLong`, the column's header. */
  readonly expected: string;
  /** Of `fieldCount`, what stands in its fields, shortened. */
  readonly text?: string;
}

/** Every line of a file, counted by what became of it. */
export interface LineAccount {
  readonly lines: number;
  /** Above the header: titles, and Excel's own `sep=;`. */
  readonly above: number;
  readonly header: number;
  readonly blank: number;
  /** Lines whose rows are in the columns. */
  readonly rows: number;
  readonly atFault: number;
}

/** A text file in columns of texts, before anything is read into them. */
export interface TextTable {
  /** The file's own name. */
  readonly name: string;
  readonly encoding: string;
  readonly separator: string;
  /** The fields of the lines above the header, blank ones at their ends left off. */
  readonly titles: readonly (readonly string[])[];
  /** Each different from the others, and none blank: as an Excel table wants them. */
  readonly headers: readonly string[];
  /** Headers that the file does not spell so: blank or repeated ones. */
  readonly renamed: readonly string[];
  /** False where the file's first line is a row already. */
  readonly hasHeader: boolean;
  readonly columns: readonly TextColumn[];
  readonly rowCount: number;
  /** The line in which each row begins, counted from 1. */
  readonly lineOfRow: Int32Array;
  readonly account: LineAccount;
  /** The first ones; `faultCount` counts all. */
  readonly faults: readonly LineFault[];
  readonly faultCount: number;
}
