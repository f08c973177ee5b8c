import type { BatchRequest } from './batch';
import { actionType, delayForCellEdit, dispatch, readRequest, writeResponse } from './envelope';
import type { HostRequest, MethodCall } from './envelope';
import { officeErrors } from './errors';
import type { MessageEntry } from './event-router';
import type { ExcelHost } from './excel-host';
import type { Faults } from './faults';
import type { RoundTrips } from './round-trips';
import { customFunctionService } from './services';

export interface ConnectionOptions {
  /** Where the add-in's page comes from: `https://localhost:4443`. */
  readonly origin: string;
  readonly language: string;
  /** Sends one message to the add-in's window. */
  readonly post: (message: string) => void;
  /** The focus left the add-in's page at one of its ends: office.js keeps the Tab key to itself. */
  readonly onLeave?: (direction: 'forward' | 'backward') => void;
}

export interface ConnectionParts {
  readonly excel: ExcelHost;
  readonly faults: Faults;
  readonly roundTrips: RoundTrips;
  readonly hold: () => void;
  readonly release: () => void;
}

/** What a ribbon button's command ended with. */
export type CommandOutcome = 'completed' | 'notAssociated';

const commandNotAssociated = 11101;
const editingPause = 50;

let conversations = 0;

/**
 * One add-in page's line to the host, whatever carries it. Set the page's `window.name` to
 * `windowName` before it loads, hand `receive` every message it posts to its parent, and deliver
 * what `post` gets as a `message` event from the page's own origin.
 */
export class HostConnection {
  // Office.js caches settings by conversation: every page gets a new one.
  readonly #conversation = `conversation${String((conversations += 1))}`;
  readonly #registered = new Map<string, HostRequest>();
  readonly #commands = new Map<string, (outcome: CommandOutcome) => void>();
  #queue: Promise<void> = Promise.resolve();
  #isClosed = false;
  #lastCommand = 0;
  #ready: (() => void) | undefined;
  /** Resolves when the page listens to the ribbon. */
  readonly ready = new Promise<void>((resolve) => {
    this.#ready = resolve;
  });

  constructor(
    private readonly parts: ConnectionParts,
    private readonly options: ConnectionOptions,
  ) {}

  get windowName(): string {
    const { origin, language } = this.options;
    // The last field: 1, a runtime shared by pane, commands and functions; 2, custom functions.
    const host = ['Excel', 'Web', '16.01', language, 'workbench', '', 'disableLogging', '3'];
    return JSON.stringify({
      baseFrameName: this.#conversation,
      hostInfo: host.join('$'),
      xdmInfo: `${this.#conversation}|${this.#conversation}|${origin}`,
      flights: '[]',
    });
  }

  receive(message: string): void {
    const request = readRequest(message);
    if (!request || request._conversationId !== this.#conversation || this.#isClosed) return;
    if (request._actionName === 'ContextActivationManager_getAppContextAsync') {
      this.#answer(request, this.#appContext());
    } else if (request._actionName === 'ContextActivationManager_notifyHost') {
      this.#noteFocus(request._data);
    } else if (request._actionType === actionType.register) {
      this.#registered.set(request._actionName, request);
      this.#answer(request, { Error: 0 });
      if (request._actionName === 'appCommandInvoked') this.#ready?.();
    } else if (request._actionType === actionType.unregister) {
      this.#registered.delete(request._actionName);
      this.#answer(request, { Error: 0 });
    } else if (request._actionName === 'executeMethod') {
      this.#execute(request, request._data as MethodCall);
    }
  }

  /** Delivers events; the page hears them after the answers already posted. */
  sendEvents(entries: readonly (MessageEntry | readonly unknown[])[]): void {
    const listener = this.#registered.get('richApiMessage');
    if (listener && entries.length > 0) this.#post(listener, { ArrayData: entries }, true);
  }

  /** Runs a ribbon button's function; resolves when the add-in says it is done. */
  async invokeCommand(functionName: string, id = functionName): Promise<CommandOutcome> {
    await this.ready;
    const listener = this.#registered.get('appCommandInvoked');
    if (!listener) return 'notAssociated';
    this.#lastCommand += 1;
    const command = `${id}#${String(this.#lastCommand)}`;
    const outcome = new Promise<CommandOutcome>((resolve) => this.#commands.set(command, resolve));
    this.#post(listener, [command, functionName, JSON.stringify({ source: { id } })], true);
    return outcome;
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Of all that the page tells by itself, where the focus goes is what a host has to act on. */
  #noteFocus(data: unknown): void {
    const action: unknown = Array.isArray(data) ? data[1] : undefined;
    if (action === focusExits.tab || action === focusExits.f6) this.options.onLeave?.('forward');
    if (action === focusExits.shiftTab || action === focusExits.shiftF6) {
      this.options.onLeave?.('backward');
    }
  }

  #execute(request: HostRequest, call: MethodCall): void {
    const { workbook } = this.parts.excel;
    switch (call.DdaMethod.DispatchId) {
      case dispatch.richApi:
        this.#processQuery(request, call);
        return;
      case dispatch.saveSettings:
        workbook.officeSettings.clear();
        for (const [key, json] of call.DdaSettingsMethod?.Properties ?? []) {
          workbook.officeSettings.set(key, json);
        }
        this.#answer(request, { Version: 1, Error: 0 });
        return;
      case dispatch.loadSettings:
        this.#answer(request, { Version: 1, Error: 0, Settings: this.#settings() });
        return;
      case dispatch.commandCompleted:
        this.#completed(call);
        this.#answer(request, { Version: 1, Error: 0 });
        return;
      default:
        this.parts.excel.unsupported(`Office method ${String(call.DdaMethod.DispatchId)}`);
        this.#answer(request, { Version: 1, Error: 5001 });
    }
  }

  #completed(call: MethodCall): void {
    const command = String(call['0'] ?? call.ArrayData?.[0]);
    const status = Number(call['1'] ?? call.ArrayData?.[1] ?? 0);
    this.#commands.get(command)?.(status === commandNotAssociated ? 'notAssociated' : 'completed');
    this.#commands.delete(command);
  }

  /** Requests run one after the other, as in Excel; answers of functions pass them. */
  #processQuery(request: HostRequest, call: MethodCall): void {
    const body = String(call.ArrayData?.[4]);
    const flags = Number(call.ArrayData?.[6]);
    const batch = JSON.parse(body) as BatchRequest;
    const run = () => this.#run(request, batch, body.length, flags);
    if (isForFunctions(batch)) void run();
    else this.#queue = this.#queue.then(run);
  }

  async #run(
    request: HostRequest,
    batch: BatchRequest,
    size: number,
    flags: number,
  ): Promise<void> {
    const { faults, excel } = this.parts;
    const isUpkeep = isOfOffice(batch) || onlyLetsGo(batch);
    while (
      faults.cellEditMode &&
      !this.#isClosed &&
      (isUpkeep || (flags & delayForCellEdit) !== 0)
    ) {
      await pause(editingPause);
    }
    const refusal = isUpkeep ? undefined : this.#refusal(size);
    if (refusal !== undefined) {
      this.#answer(request, { Version: 1, Error: refusal });
      return;
    }
    if (!isUpkeep) this.#coAuthorEdits();
    const { revision } = excel.workbook;
    this.parts.hold();
    try {
      const response = JSON.stringify(await excel.run(batch));
      this.#count(isUpkeep, excel.workbook.revision !== revision, Math.max(size, response.length));
      if (faults.delay > 0) await pause(faults.delay);
      const data =
        response.length > faults.payloadLimit
          ? { Version: 1, Error: officeErrors.payloadLimit }
          : { Version: 1, Error: 0, Data: [200, [], response] };
      this.#answer(request, data);
    } finally {
      this.parts.release();
    }
  }

  #refusal(size: number): number | undefined {
    const { faults } = this.parts;
    if (faults.cellEditMode) return officeErrors.cellEditMode;
    if (size > faults.payloadLimit) return officeErrors.payloadLimit;
    if (faults.throttled > 0) {
      faults.throttled -= 1;
      return officeErrors.activityLimit;
    }
    return undefined;
  }

  #coAuthorEdits(): void {
    const { faults, excel } = this.parts;
    const edit = faults.coAuthor;
    faults.coAuthor = undefined;
    if (edit) excel.workbook.asCoAuthor(edit);
  }

  #count(isUpkeep: boolean, hasWritten: boolean, size: number): void {
    const { roundTrips } = this.parts;
    if (isUpkeep) roundTrips.upkeep += 1;
    else if (hasWritten) roundTrips.writes += 1;
    else roundTrips.reads += 1;
    roundTrips.largest = Math.max(roundTrips.largest, size);
  }

  #answer(request: HostRequest, data: unknown): void {
    this.#post(request, data, false);
  }

  #post(request: HostRequest, data: unknown, isEvent: boolean): void {
    if (this.#isClosed) return;
    this.options.post(writeResponse(request, this.options.origin, data, isEvent));
  }

  #settings(): [string, string][] {
    return [...this.parts.excel.workbook.officeSettings];
  }

  #appContext(): object {
    const { language, origin } = this.options;
    const { faults } = this.parts;
    return {
      _id: this.#conversation,
      _appName: 16,
      _appVersion: '16.01',
      _appUILocale: language,
      _dataLocale: language,
      _docUrl: `${origin}/${this.parts.excel.workbook.fileName}`,
      _clientMode: 1,
      _settings: this.#settings(),
      _reason: 0,
      _requirementMatrix: JSON.stringify(
        Object.fromEntries(
          Object.entries(requirementSets).filter(([set]) => !faults.lacks.includes(set)),
        ),
      ),
      _hostFullVersion: '16.0.18000.1000',
      _initialDisplayMode: 2,
    };
  }
}

/** The numbers office.js gives to the ways the focus leaves its page. */
const focusExits = { f6: 5, shiftF6: 6, tab: 13, shiftTab: 14 };

/** What the host claims. The client behaves by these, so nothing is claimed that is not here. */
const requirementSets = {
  ExcelApi: '1.17',
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.4',
  CustomXmlParts: '1.1',
  DelayForCellEdit: '1.1',
  RibbonApi: '1.1',
  Settings: '1.1',
  SharedRuntime: '1.1',
};

function isForFunctions(batch: BatchRequest): boolean {
  return Object.values(batch.ObjectPaths).some(({ Name }) => Name === customFunctionService);
}

/** Whether a request is office.js's own affair, on objects it makes for itself. */
function isOfOffice(batch: BatchRequest): boolean {
  return Object.values(batch.ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === 2);
}

/** Whether a request only lets references go: a client sends these on its own account. */
function onlyLetsGo({ Actions }: BatchRequest): boolean {
  return (
    Actions.some(({ Name }) => Name === '_RemoveReference') &&
    Actions.every(({ Name }) => Name === '' || Name === '_RemoveReference')
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
