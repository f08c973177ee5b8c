import type { KeptReason, LineFault, LineFaultCode } from '../intake';

/** Words about files of text on their way into the workbook. Counts come in as texts. */
export interface ImportWords {
  readonly heading: string;
  readonly addFile: string;
  readonly dropHere: string;
  readonly dropHint: string;
  readonly reading: (file: string) => string;
  readonly writing: (file: string) => string;
  readonly megabytes: (read: string, all: string) => string;
  readonly size: (rows: string, columns: string) => string;
  readonly encoding: string;
  /** By the name that the Encoding Standard gives them. */
  readonly encodings: Readonly<Record<string, string>>;
  readonly separator: string;
  readonly separators: Readonly<Record<string, string>>;
  readonly firstLine: string;
  readonly header: Readonly<Record<'names' | 'row', string>>;
  readonly noHeader: string;
  readonly renamed: (headers: string) => string;
  readonly columns: string;
  /** By the key of a reading: `date dmy`. */
  readonly readings: Readonly<Record<string, string>>;
  readonly readingOf: (header: string) => string;
  readonly kept: Readonly<Record<KeptReason, string>>;
  readonly question: (about: {
    readonly header: string;
    readonly text: string;
    readonly line: string;
    readonly against: string | undefined;
  }) => string;
  readonly choose: string;
  readonly preview: string;
  readonly setAside: (lines: number) => string;
  readonly faults: Readonly<Record<LineFaultCode, (fault: LineFault) => string>>;
  readonly moreFaults: (count: string) => string;
  readonly obstacles: Readonly<
    Record<'noRows' | 'tooManyRows' | 'tooManyColumns', (count: string, most: string) => string>
  >;
  readonly notText: (file: string) => string;
  readonly importFiles: (files: number) => string;
  readonly openQuestions: (count: number) => string;
  readonly remove: (file: string) => string;
  readonly close: string;
  readonly written: (rows: string, table: string, sheet: string) => string;
  readonly show: string;
  readonly account: Readonly<
    Record<'lines' | 'rows' | 'header' | 'above' | 'blank' | 'atFault', string>
  >;
  readonly losses: Readonly<
    Record<
      'unread' | 'withoutZone',
      (loss: {
        readonly header: string;
        readonly cells: number;
        readonly first: { readonly line: number; readonly text: string } | undefined;
      }) => string
    >
  >;
}
