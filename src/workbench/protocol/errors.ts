/** The error codes of Excel's interface that the workbench answers with, and their HTTP status. */
const statuses = {
  AccessDenied: 401,
  ActivityLimitReached: 429,
  ApiNotFound: 404,
  GeneralException: 500,
  InvalidArgument: 400,
  InvalidOperation: 400,
  InvalidReference: 400,
  InvalidRequest: 400,
  InvalidSelection: 400,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  RangeExceedsLimit: 400,
  RequestPayloadSizeLimitExceeded: 400,
  ResponsePayloadSizeLimitExceeded: 400,
} as const;

export type HostErrorCode = keyof typeof statuses;

/** What Excel says where the code alone explains it. */
const messages: Partial<Readonly<Record<HostErrorCode, string>>> = {
  AccessDenied: 'You cannot perform the requested operation.',
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
};

/** A refusal that the add-in gets as an `OfficeExtension.Error`. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: HostErrorCode,
    message?: string,
  ) {
    super(message ?? messages[code] ?? code);
  }

  get status(): number {
    return statuses[this.code];
  }
}

/** Refusals of a whole request, by the numbers Office's common interface gives them. */
export const officeErrors = {
  cellEditMode: 5004,
  accessDenied: 7000,
  activityLimit: 5102,
  payloadLimit: 5103,
} as const;
