import type { ColumnNames, IssueCode, Layout, SideName } from '../intake';

/** Words about how a table was read, and about what can be corrected of it. */
export interface ReadingPanelWords {
  /** The layout in words: "Months across: a row for each month." */
  readonly layout: (read: {
    readonly layout: Layout;
    readonly grain?: 'day' | 'month' | 'quarter' | 'year' | undefined;
    readonly measures: readonly string[];
    /** Whether the table has no column that the sheet has not. */
    readonly isAsItStands: boolean;
  }) => string;
  /** Several sheets that are read as one. */
  readonly stack: string;
  readonly stackHint: string;
  /** The layout, where it is not the same for all sheets. */
  readonly differs: string;
  readonly counting: string;
  /** Of a table whose columns are not known yet. */
  readonly rows: (rows: string) => string;
  readonly aside: Readonly<Partial<Record<IssueCode, (rows: string, isOne: boolean) => string>>>;
  readonly andMore: (count: string) => string;
  /** Columns that add up others across; their cells follow. */
  readonly totalColumns: (count: number) => string;
  readonly preview: (source: string, side: SideName) => string;
  /** What a column of the preview serves as. */
  readonly marks: Readonly<Record<'date' | 'amount' | 'by', string>>;
  readonly corrections: string;
  readonly layoutLabel: string;
  readonly header: string;
  readonly headerRow: (row: number, texts: readonly string[]) => string;
  readonly table: string;
  readonly year: string;
  readonly yearFrom: Readonly<Record<'title' | 'name', (text: string) => string>>;
  readonly yearFromHeader: (year: number, text: string) => string;
  /** Columns whose name no header gives, by what they hold. */
  readonly unnamed: string;
  readonly names: Readonly<Record<keyof ColumnNames, string>>;
  readonly nameTaken: (header: string) => string;
  readonly total: (text: string) => string;
  readonly dateOrder: (header: string) => string;
  /** Dates that Excel may have taken in half. */
  readonly daySwap: (header: string) => string;
  readonly daySwapOpen: string;
  readonly decimalSign: (header: string) => string;
  readonly filledDown: string;
  readonly filledDownHint: string;
  /** Names alone in their rows, which may be headings of the rows below. */
  readonly headings: string;
  /** By what something was decided. */
  readonly by: Readonly<Record<'person' | 'cells', string>>;
  readonly stages: string;
  /** Rows of sales and of targets in one table, told apart by a column. */
  readonly versions: (header: string) => string;
  readonly neither: string;
  readonly onlyWon: string;
  readonly allCount: string;
  readonly deals: (count: string, isOne: boolean) => string;
  readonly mixed: string;
  readonly notRead: string;
  readonly takeBack: string;
}
