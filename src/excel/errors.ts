import { WorkbookError } from '../workbook';
import type { WorkbookErrorCode } from '../workbook';

/** Excel's error codes in our words. What is not here is `unknown`. */
const codes: Readonly<Record<string, WorkbookErrorCode>> = {
  AccessDenied: 'accessDenied',
  ActivityLimitReached: 'busy',
  ApiNotAvailable: 'unsupported',
  ApiNotFound: 'unsupported',
  HostIsBusy: 'busy',
  HostRestartNeeded: 'busy',
  InvalidOperationInCellEditMode: 'editMode',
  InvalidReference: 'notFound',
  InvalidSelection: 'invalidSelection',
  ItemNotFound: 'notFound',
  NotImplemented: 'unsupported',
  OperationCellsExceedLimit: 'tooLarge',
  RangeExceedsLimit: 'tooLarge',
  RequestAborted: 'busy',
  RequestPayloadSizeLimitExceeded: 'tooLarge',
  ResponsePayloadSizeLimitExceeded: 'tooLarge',
  ServiceNotAvailable: 'busy',
  Unauthenticated: 'accessDenied',
  UnsupportedFeature: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedSheet: 'unsupported',
};

/** Excel's own code of a failure, whatever the build of office.js that made it. */
export function hostCode(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return String(cause.code);
}

/** Any failure as a `WorkbookError` about `subject`. */
export function asWorkbookError(cause: unknown, subject: string): WorkbookError {
  if (cause instanceof WorkbookError) return cause;
  return new WorkbookError(codes[hostCode(cause) ?? ''] ?? 'unknown', subject, cause);
}
