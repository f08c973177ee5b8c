import type { Area, CellValue } from '../../workbook';

export type Row = readonly CellValue[];

/**
 * Ways to read cells as a table: a row each; periods across; names across, their figures of one kind;
 * a record each column; labels with their figures beside.
 */
export const layouts = ['long', 'wide', 'crossed', 'turned', 'list'] as const;

export type Layout = (typeof layouts)[number];

/** Why a row is no data. */
export type AsideCode =
  | 'belowTotal'
  | 'blankRow'
  | 'groupRow'
  | 'headingRow'
  | 'noteRow'
  | 'partRow'
  | 'repeatedHeader'
  | 'subtotalRow';

/** Rows of figures that a person may say count after all. */
export const figuresAside: ReadonlySet<string> = new Set<AsideCode>([
  'belowTotal',
  'partRow',
  'subtotalRow',
]);

/** What a column of cells becomes. */
export type ColumnUse =
  /**
   * A column as it stands. `fillsDown`: blank cells mean what stands above them. `of`: a column more, of
   * the headings that stand between the rows in this one. `isLabelled`: its names stand behind its header
   * and a colon. `within`: a filled cell of that column begins anew, such as an order above its further
   * lines: what stands above it means nothing for what stands below.
   */
  | {
      readonly use: 'key';
      readonly header: string;
      readonly fillsDown?: boolean;
      readonly isLabelled?: boolean;
      readonly within?: number;
      readonly of?: { readonly column: number; readonly rows: readonly number[] };
    }
  /** A key that holds the year of the periods across. */
  | { readonly use: 'year'; readonly header: string }
  /** The figures of one period, or of one value of another dimension. */
  | { readonly use: 'value'; readonly across: string; readonly measure: string }
  /** The total of columns across: held against their sum, and not taken. */
  | { readonly use: 'total'; readonly text: string; readonly of: readonly number[] }
  /** Not taken. */
  | { readonly use: 'aside'; readonly header: string };

/**
 * How cells are read as a table, as plain data. Rows and columns count from the top left of the
 * area, after turning.
 */
export interface Shape {
  /**
   * `long`: a row each. `wide`: columns across become rows. `list`: labels with a figure beside, and
   * no header. `records`: labels in the first column, one column or block of rows each record.
   */
  readonly kind: 'long' | 'wide' | 'list' | 'records';
  /** The table's cells, counted from the top left of what was read. */
  readonly area: Area;
  /** Rows and columns change places before anything else. */
  readonly isTurned?: boolean;
  /** Top down; none of a list. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnUse[];
  /** Of a wide table: the header of the column that what stands across becomes. */
  readonly across?: string;
  /** Of a wide table: the measure of each row of a block of rows, in their order. */
  readonly measureRows?: readonly string[];
  /** Of a wide table: the column that names each row's measure. */
  readonly measureColumn?: number;
  /** Of records: the column of their labels; the cells stand right of it. */
  readonly labelColumn?: number;
  /** A period that all rows are of, and that no column tells. */
  readonly period?: string;
  readonly aside: readonly { readonly row: number; readonly code: AsideCode }[];
}

/** Something that fits two ways. Its answer is a shape, or an option of reading. */
export interface ShapeQuestion {
  readonly question:
    | 'periodYear'
    | 'samePeriod'
    | 'severalTables'
    | 'totalOrName'
    | 'dateOrder'
    | 'spanToDate'
    | 'oddSpan'
    | 'dayOrMonth';
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Years, areas or readings that could be meant. */
  readonly candidates: readonly string[];
  /** Of a year: the texts that tell several, or each another. */
  readonly told?: readonly YearTeller[];
}

/** A text that tells a year, and where it stands. */
export interface YearTeller {
  readonly text: string;
  /** `day`: of a date that may be a month with its year, as Excel took it. */
  readonly by: 'day' | 'header' | 'name' | 'person' | 'title';
}

/** Each text once: a sheet may bear the name of its title. */
export function tellersOf(told: readonly YearTeller[]): YearTeller[] {
  return told.filter(({ text }, at) => told.findIndex((one) => one.text === text) === at);
}

/** A cell that tells how the table is meant, or that does not fit. */
export interface ShapeEvidence {
  readonly what:
    | 'acrossIsPeriod'
    | 'columnNotTaken'
    | 'filledDown'
    | 'headingsLeft'
    | 'headingsRead'
    | 'totalAgrees'
    | 'totalDisagrees'
    | 'totalIsName'
    | 'yearFromColumn'
    | 'yearFromHeader'
    | 'yearFromName'
    | 'yearFromTitle'
    | 'yearGiven';
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly expected?: string;
}

/** A shape as it was found: what speaks for it, what else fits, and what has to be asked. */
export interface ShapeFound {
  readonly layout: Layout;
  readonly shape: Shape;
  readonly evidence: readonly ShapeEvidence[];
  readonly alternatives: readonly Shape[];
  readonly questions: readonly ShapeQuestion[];
  /** Other tables beside or below. */
  readonly others: readonly Area[];
  /** Columns whose name no header gives. */
  readonly unnamed?: readonly (keyof ColumnNames)[];
}

/** Names of columns that no header gives. */
export interface ColumnNames {
  readonly period: string;
  readonly value: string;
  readonly label: string;
  readonly group: string;
  readonly sheet: string;
}

export const plainNames: ColumnNames = {
  period: 'Period',
  value: 'Value',
  label: 'Name',
  group: 'Group',
  sheet: 'Sheet',
};

/** The text of a cell as a header. */
export function headerText(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return cell.error;
  return (typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell)).trim();
}
