import type { CellContent } from '../workbook';
import type { OwnRecord } from './own-sheets';

/** What is known before anything is written. */
export interface Before {
  readonly records: readonly OwnRecord[];
  readonly sheetName: string;
  readonly tableNames: readonly string[];
  /** The ids of the tables that are not ours. */
  readonly peoplesTables: readonly string[];
  /** Our earlier sheet, if it is still there. */
  readonly earlier: Earlier | undefined;
}

export interface Earlier {
  readonly record: OwnRecord;
  readonly cells: readonly (readonly CellContent[])[];
  readonly tableNames: readonly string[];
  readonly chartNames: readonly string[];
}
