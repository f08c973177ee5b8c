import type { Area, CellValue } from '../../workbook';
import type { Shift } from './shift';

/** Who changed something: this user's own add-in or hands, or a co-author. */
export type ChangeSource = 'Local' | 'Remote';

export type CellChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/** Something that happened to the workbook. Sheets and tables go by id. */
export type ModelChange =
  | {
      readonly kind: 'cells';
      readonly sheet: string;
      readonly area: Area;
      readonly type: CellChangeType;
      readonly source: ChangeSource;
      readonly shift?: Shift;
      /** The values of a single cell. */
      readonly before?: CellValue;
      readonly after?: CellValue;
    }
  | { readonly kind: 'calculated'; readonly sheet: string; readonly areas: readonly Area[] }
  | {
      readonly kind: 'sheetAdded' | 'sheetDeleted';
      readonly sheet: string;
      readonly source: ChangeSource;
    }
  | {
      readonly kind: 'sheetRenamed';
      readonly sheet: string;
      readonly before: string;
      readonly after: string;
      readonly source: ChangeSource;
    }
  | { readonly kind: 'activated' | 'deactivated'; readonly sheet: string }
  | { readonly kind: 'selected'; readonly sheet: string; readonly area: Area }
  /** Formats, sizes, rules, tables, charts, names, settings: whatever raises no event in Excel. */
  | { readonly kind: 'layout' | 'charts'; readonly sheet: string }
  | { readonly kind: 'workbook' };
