import type { Outcome } from './exports';
import type { ColumnNames, Layout } from './shapes/shape';

/** What a table is used for. */
export type SideName = 'sales' | 'targets';

/**
 * How a source is to be read, as far as a person said so; what is left out is found. Plain data, that
 * can be stored and given back.
 */
export interface Reading {
  /** How the cells make a table. */
  readonly layout?: Layout;
  /** The texts of the row of headers, which is found by them wherever it stands. */
  readonly header?: readonly string[];
  /** Of several tables on a sheet, the one that starts at this address's first cell. */
  readonly table?: string;
  /** The year of periods that name none. */
  readonly year?: number;
  /** Names of columns that no header gives. */
  readonly names?: Partial<ColumnNames>;
  /** Headers of columns whose blank cells mean what stands above them. */
  readonly filledDown?: readonly string[];
  /** Headers of columns whose blank cells are blank, though they look as if they meant what is above. */
  readonly leftBlank?: readonly string[];
  /** By its text, whether a row that could be either is a total or a name. */
  readonly totals?: Readonly<Record<string, 'total' | 'name'>>;
  /** By header, how day and month stand in text dates that leave it open. */
  readonly dateOrders?: Readonly<Record<string, 'dmy' | 'mdy'>>;
  /** By header, whether day and month of dates that Excel took in half change places. */
  readonly daySwaps?: Readonly<Record<string, 'swap' | 'keep'>>;
  /** By header, the decimal sign of numbers as text that leave it open. */
  readonly decimalSigns?: Readonly<Record<string, '.' | ','>>;
  /** What a stage means, by its text. */
  readonly stages?: Readonly<Record<string, Outcome>>;
  /** By the text of a scenario, version or measure, which side its rows are those of, if any. */
  readonly versions?: Readonly<Record<string, SideName | 'neither'>>;
}

/** By the name of a source, how it is to be read. */
export type Readings = Readonly<Record<string, Reading>>;
