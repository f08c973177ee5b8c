import { cellAddress, quotedSheet } from '../../workbook';
import type { CellError, CellValue, ErrorCode } from '../../workbook';
import type { EngineFunction } from '../engine/engine';
import { fromWire, toWire } from './arguments';
import type { FunctionMetadata, FunctionsFile } from './metadata';

/** A call as it goes to the add-in: id, name, arguments, the cell's address, flags, addresses. */
export type Invocation = readonly [number, string, unknown[], string | null, number, null];

type Caller = Parameters<EngineFunction['call']>[1];
type Result = CellValue | CellValue[][];

const flags = { cancelable: 1, streaming: 2, errors: 4 };

/** What a failed call puts into its cell, by the number office.js gives the failure. */
const failures: Readonly<Record<number, ErrorCode>> = {
  0: '#VALUE!',
  1: '#N/A',
  2: '#VALUE!',
  3: '#VALUE!',
  4: '#VALUE!',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};
export interface FunctionFailure extends CellError {
  readonly message: string;
}

/** The add-in's functions: described by a file, called by cells, answered over the wire. */
export class CustomFunctions {
  readonly #waiting = new Map<number, { caller: Caller; answer: (result: Result) => void }>();
  readonly #failures = new Map<string, FunctionFailure>();
  #outgoing: Invocation[] = [];
  #isReady = false;
  #isScheduled = false;
  #last = 0;
  #onCall: (() => void)[] = [];

  constructor(
    private readonly file: FunctionsFile,
    private readonly namespace: string,
    private readonly send: (calls: readonly Invocation[]) => void,
  ) {}

  /** The functions as the grid knows them. */
  describe(): EngineFunction[] {
    return this.file.functions.map((described) => ({
      name: `${this.namespace}.${described.name.toUpperCase()}`,
      description: described.description ?? '',
      parameters: described.parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.description ?? '',
        isOptional: parameter.optional ?? false,
        isRange: parameter.dimensionality === 'matrix',
        isRepeating: parameter.repeating ?? false,
      })),
      call: (args, caller) => this.#call(described, args, caller),
    }));
  }

  /** Why a cell's function failed, in the words its author gave. */
  findFailure(sheet: string, row: number, column: number): FunctionFailure | undefined {
    return this.#failures.get(placeOf({ sheet, row, column }));
  }

  /** The ids in `functions.json`, as the wire spells them. */
  get ids(): readonly string[] {
    return this.file.functions.map(({ id }) => id.toUpperCase());
  }

  get pending(): number {
    return this.#waiting.size;
  }

  /** Resolves once some function waits for the add-in's answer. */
  whenPending(): Promise<void> {
    if (this.pending > 0) return Promise.resolve();
    return new Promise((resolve) => this.#onCall.push(resolve));
  }

  /** The add-in's page has started: what was called meanwhile goes out now. */
  addInReady(): void {
    this.#isReady = true;
    this.#schedule();
  }

  /** The page is gone or loads again: calls wait for the next one. */
  addInGone(): void {
    this.#isReady = false;
  }

  /** Takes answers: `[id, true, value]` or `[id, false, message, number]`. */
  accept(rows: unknown): void {
    if (!Array.isArray(rows)) return;
    for (const row of rows as [number, boolean, unknown, unknown][]) {
      const [id, isDone, value, failure] = row;
      const call = this.#waiting.get(id);
      if (!call) continue;
      this.#waiting.delete(id);
      call.answer(
        isDone ? this.#done(call.caller, value) : this.#failed(call.caller, value, failure),
      );
    }
  }

  #call(described: FunctionMetadata, args: readonly Result[], caller: Caller): Promise<Result> {
    this.#failures.delete(placeOf(caller));
    const { options = {}, parameters } = described;
    const wired = toWire(parameters, args, this.file.allowErrorForDataTypeAny ?? false);
    if ('error' in wired) return Promise.resolve(wired);
    this.#last += 1;
    const id = this.#last;
    const address = options.requiresAddress
      ? `${quotedSheet(caller.sheet)}!${cellAddress(caller.row, caller.column)}`
      : null;
    const bits =
      (options.cancelable ? flags.cancelable : 0) |
      (options.stream ? flags.streaming : 0) |
      (this.file.allowErrorForDataTypeAny ? flags.errors : 0);
    this.#outgoing.push([id, described.id.toUpperCase(), wired.values, address, bits, null]);
    const answered = new Promise<Result>((answer) => {
      this.#waiting.set(id, { caller, answer });
    });
    this.#schedule();
    for (const resolve of this.#onCall.splice(0)) resolve();
    return answered;
  }

  /** Calls that are ready together go out together. */
  #schedule(): void {
    if (!this.#isReady || this.#isScheduled || this.#outgoing.length === 0) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.send(this.#outgoing.splice(0));
    });
  }

  #done(caller: Caller, value: unknown): Result {
    const result = fromWire(value);
    const message =
      typeof value === 'object' && value !== null && 'message' in value ? value.message : undefined;
    if (typeof message === 'string' && typeof result === 'object' && result && 'error' in result) {
      this.#failures.set(placeOf(caller), { ...result, message });
    }
    return result;
  }

  #failed(caller: Caller, message: unknown, failure: unknown): CellError {
    const error = failures[Number(failure)] ?? '#VALUE!';
    const text = typeof message === 'string' ? message : '';
    this.#failures.set(placeOf(caller), { error, message: text });
    return { error };
  }
}

function placeOf({ sheet, row, column }: Caller): string {
  return `${sheet}!${String(row)},${String(column)}`;
}
