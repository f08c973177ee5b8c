/** What office.js posts to its host, as JSON text. */
export interface HostRequest {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
  /** 0 calls, 1 registers for an event, 2 takes that back. */
  readonly _actionType: number;
}

export const actionType = { invoke: 0, register: 1, unregister: 2 } as const;

export function readRequest(message: string): HostRequest | undefined {
  let request: Partial<HostRequest>;
  try {
    request = JSON.parse(message) as Partial<HostRequest>;
  } catch {
    // A page hears messages of others, too; those are not ours.
    return undefined;
  }
  const isOurs = request._messageType === 0 && typeof request._actionName === 'string';
  return isOurs ? (request as HostRequest) : undefined;
}

/** The answer to a call, or an event for whoever registered. */
export function writeResponse(
  request: HostRequest,
  origin: string,
  data: unknown,
  isEvent = false,
) {
  return JSON.stringify({
    _messageType: 1,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _origin: origin,
    _data: data,
    _errorCode: 0,
    _responseType: isEvent ? 1 : 0,
    _serializerVersion: 1,
  });
}

/** What one call of Office's common interface carries. */
export interface MethodCall {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties: readonly (readonly [string, string])[] };
  readonly [index: string]: unknown;
}

export const dispatch = {
  loadSettings: 75,
  saveSettings: 76,
  richApi: 93,
  commandCompleted: 94,
} as const;

/** Flags of a request: wait while somebody edits a cell. */
export const delayForCellEdit = 64;
