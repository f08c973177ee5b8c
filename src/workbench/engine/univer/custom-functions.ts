import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { BaseValueObject } from '@univerjs/engine-formula';

import { findError, isError } from '../../../workbook';
import type { CellValue } from '../../../workbook';
import type { EngineFunction } from '../engine';

type Argument = CellValue | CellValue[][];

export interface FormulaCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

interface Call {
  readonly name: string;
  readonly args: readonly Argument[];
  result?: Argument;
}

function fromObject(object: Nullable<BaseValueObject>): CellValue {
  if (!object || object.isNull()) return null;
  const value = object.getValue();
  if (object.isError()) return findError(String(value)) ?? { error: '#VALUE!' };
  return value;
}

function fromArgument(object: BaseValueObject): Argument {
  if (!(object instanceof ArrayValueObject)) return fromObject(object);
  const array = object;
  const rows = array.getArrayValue();
  return Array.from({ length: array.getRowCount() }, (_, row) =>
    Array.from({ length: array.getColumnCount() }, (_unused, column) =>
      fromObject(rows[row]?.[column]),
    ),
  );
}

/** Univer passes on an error text that it does not list as it is. */
function errorType(error: string): ErrorType {
  const known: unknown = error;
  return known as ErrorType;
}

function toObject(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (isError(value)) return ErrorValueObject.create(errorType(value.error));
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  return StringValueObject.create(value);
}

function toResult(result: Argument): BaseValueObject {
  if (!Array.isArray(result)) return toObject(result);
  const columns = result.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (columns === 0) return ErrorValueObject.create(ErrorType.CALC);
  return ArrayValueObject.create({
    // A spilled blank shows as 0 in Excel only where a function returns a number; a custom
    // function's null is an empty cell.
    calculateValueList: result.map((row) =>
      Array.from({ length: columns }, (_, column) => {
        const value = row[column] ?? null;
        return value === null ? StringValueObject.create('') : toObject(value);
      }),
    ),
    rowCount: result.length,
    columnCount: columns,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function equal(left: Argument, right: Argument): boolean {
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((row, index) => {
        const other = right[index];
        return (
          row.length === other?.length && row.every((value, at) => equal(value, other[at] ?? null))
        );
      })
    );
  }
  if (Array.isArray(right)) return false;
  if (left !== null && isError(left))
    return right !== null && isError(right) && left.error === right.error;
  return left === right;
}

/**
 * The calls of custom functions that cells wait for. The engine would run asynchronous functions
 * one after another; instead a cell shows #BUSY! at once, all calls run side by side, and a cell is
 * calculated again when its answer is there.
 */
export class CustomCalls {
  private readonly calls = new Map<string, Call[]>();
  private readonly ready = new Map<string, FormulaCell>();
  private pending = 0;

  constructor(private readonly recalculate: (cells: readonly FormulaCell[]) => void) {}

  get isWaiting(): boolean {
    return this.pending > 0 || this.ready.size > 0;
  }

  /** The answer of a call, or undefined while it is under way. */
  answer(
    definition: EngineFunction,
    args: readonly Argument[],
    cell: FormulaCell,
    sheet: string,
  ): Argument | undefined {
    const key = `${cell.sheetId}!${String(cell.row)},${String(cell.column)}`;
    const calls = this.calls.get(key) ?? [];
    const known = calls.find(
      (call) =>
        call.name === definition.name &&
        call.args.length === args.length &&
        call.args.every((arg, index) => equal(arg, args[index] ?? null)),
    );
    if (known) return known.result;
    const call: Call = { name: definition.name, args };
    this.calls.set(key, [...calls, call]);
    this.pending += 1;
    const caller = { sheet, row: cell.row, column: cell.column };
    void definition
      .call(args, caller)
      .catch((): CellValue => ({ error: '#VALUE!' }))
      .then((result) => {
        call.result = result;
        this.pending -= 1;
        if (this.ready.size === 0)
          setTimeout(() => {
            this.flush();
          }, 5);
        this.ready.set(key, cell);
      });
    return undefined;
  }

  /** Forgets the answers of cells that have all of theirs: the next calculation asks again. */
  calculationEnded(): void {
    for (const [key, calls] of this.calls) {
      const isComplete = calls.every((call) => call.result !== undefined);
      if (isComplete && !this.ready.has(key)) this.calls.delete(key);
    }
  }

  private flush(): void {
    const cells = [...this.ready.values()];
    this.ready.clear();
    if (cells.length > 0) this.recalculate(cells);
  }
}

/** A custom function as Univer's calculation runs it. */
export class CustomFunctionExecutor extends BaseFunction {
  constructor(
    private readonly definition: EngineFunction,
    private readonly calls: CustomCalls,
    private readonly sheetName: (sheetId: string) => string,
  ) {
    super(definition.name.toUpperCase());
    const { parameters } = definition;
    this.minParams = parameters.filter(
      (parameter) => !parameter.isOptional && !parameter.isRepeating,
    ).length;
    this.maxParams = parameters.some((parameter) => parameter.isRepeating)
      ? 255
      : parameters.length;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const cell = { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
    const args = variants.map(fromArgument);
    while (args.length < this.definition.parameters.length && this.maxParams < 255) args.push(null);
    const shape = this.liftedShape(args);
    if (shape === undefined)
      return this.once(
        args.map((arg, index) => this.fitted(arg, index)),
        cell,
      );
    const rows = Array.from({ length: shape.rows }, (_, row) =>
      Array.from({ length: shape.columns }, (_unused, column) => {
        const object = this.once(
          args.map((arg, index) => this.fitted(arg, index, row, column)),
          cell,
        );
        return object instanceof ArrayValueObject ? object.getFirstCell() : object;
      }),
    );
    return ArrayValueObject.create({
      calculateValueList: rows,
      rowCount: shape.rows,
      columnCount: shape.columns,
      unitId: '',
      sheetId: '',
      row: -1,
      column: -1,
    });
  }

  private isRange(index: number): boolean {
    const { parameters } = this.definition;
    return (parameters[index] ?? parameters.at(-1))?.isRange ?? false;
  }

  /** Where a single-value parameter gets an array, the function runs once for each element. */
  private liftedShape(args: readonly Argument[]): { rows: number; columns: number } | undefined {
    let rows = 1;
    let columns = 1;
    args.forEach((arg, index) => {
      if (!Array.isArray(arg) || this.isRange(index)) return;
      rows = Math.max(rows, arg.length);
      columns = Math.max(columns, arg[0]?.length ?? 1);
    });
    return rows === 1 && columns === 1 ? undefined : { rows, columns };
  }

  /** An argument in the parameter's shape: a range as rows, anything else as one value. */
  private fitted(arg: Argument, index: number, row = 0, column = 0): Argument {
    if (this.isRange(index)) return Array.isArray(arg) || arg === null ? arg : [[arg]];
    if (!Array.isArray(arg)) return arg;
    const line = arg.length === 1 ? arg[0] : arg[row];
    const value = line?.length === 1 ? line[0] : line?.[column];
    return value === undefined ? { error: '#N/A' } : value;
  }

  private once(args: readonly Argument[], cell: FormulaCell): BaseValueObject {
    const failed = args.find((arg) => !Array.isArray(arg) && arg !== null && isError(arg));
    if (failed !== undefined) return toResult(failed);
    const answer = this.calls.answer(this.definition, args, cell, this.sheetName(cell.sheetId));
    return answer === undefined ? ErrorValueObject.create(ErrorType.CONNECT) : toResult(answer);
  }
}
