import type { SerialDate } from '../sales';
import type { Session } from './session';

/** What somebody agreed to do about a row that is behind. */
export interface Action {
  readonly what: string;
  /** The row's key as people read it: "Linda Mitchell" or "West · Bikes". */
  readonly row: string;
  readonly period: string;
  readonly variance: number | undefined;
  readonly owner: string;
  readonly due: SerialDate | undefined;
  readonly status: string;
  readonly note: string;
}

/** Adds a line to the Excel table `SalesActions`, which is made where it is missing. */
export declare function addAction(
  session: Session,
  action: Action,
): Promise<{ readonly sheet: string; readonly table: string }>;

/** All actions as they stand in the sheet, people's own edits included; isOpen: not "done". */
export declare function listActions(
  session: Session,
): Promise<readonly (Action & { readonly isOpen: boolean })[]>;
