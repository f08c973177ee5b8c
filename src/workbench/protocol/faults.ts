import type { WorkbookModel } from '../model';
import { HostError } from './errors';
import type { HostErrorCode } from './errors';

/** Troubles of a real Excel that a test may ask for at any moment. */
export class Faults {
  /** Somebody is typing into a cell: requests are refused, or wait where the add-in asked to. */
  cellEditMode = false;
  /** Requests and answers of more bytes are refused; Excel on the web draws the line at 5 MB. */
  payloadLimit = 5 * 1024 * 1024;
  /** Reads of more cells give null instead of values. */
  readLimit = 5_000_000;
  /** So many of the next requests are refused as too many. */
  throttled = 0;
  /** Every answer waits so many milliseconds. */
  delay = 0;
  /** Requirement sets that this Excel does not have, as of the page's next loading. */
  lacks: readonly string[] = [];
  /** One action fails: the n-th of a request, counted from 0, or the first that uses a member. */
  failure: { at: number | string; code?: HostErrorCode } | undefined;
  /** What a co-author does before the next request is looked at; once. */
  coAuthor: ((workbook: WorkbookModel) => void) | undefined;

  /** Fails the action if it is the one to fail. Members are spelled `Range.values`. */
  check(actionIndex: number, member: string): void {
    const { failure } = this;
    if (!failure || (failure.at !== actionIndex && failure.at !== member)) return;
    this.failure = undefined;
    throw new HostError(failure.code ?? 'GeneralException');
  }
}
