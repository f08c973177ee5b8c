import { isError } from '../../workbook';
import type { CellError, CellValue } from '../../workbook';
import type { FunctionMetadata } from './metadata';

type Parameter = FunctionMetadata['parameters'][number];
type Argument = CellValue | CellValue[][];
type Wire = unknown;

const notAccepted: CellError = { error: '#VALUE!' };

/** The arguments as they go to the add-in, or the error that keeps the function from being called. */
export function toWire(
  parameters: readonly Parameter[],
  args: readonly Argument[],
  allowsErrors: boolean,
): { readonly values: Wire[] } | CellError {
  const values: Wire[] = [];
  let position = 0;
  for (const parameter of parameters) {
    const given = parameter.repeating ? args.slice(position) : args.slice(position, position + 1);
    position += given.length;
    const wired = given.map((argument) => convert(parameter, argument, allowsErrors));
    const refused = wired.find((one) => 'error' in one);
    if (refused) return refused;
    const converted = wired.map((one) => (one as { value: Wire }).value);
    values.push(parameter.repeating ? converted : (converted[0] ?? null));
  }
  return { values };
}

function convert(
  parameter: Parameter,
  argument: Argument,
  allowsErrors: boolean,
): { readonly value: Wire } | CellError {
  const isMatrix = parameter.dimensionality === 'matrix';
  if (!isMatrix) {
    const single = Array.isArray(argument) ? (argument[0]?.[0] ?? null) : argument;
    // An optional argument that was left out stays null.
    if (argument === null) return { value: null };
    return cell(parameter.type, single, allowsErrors);
  }
  if (argument === null && parameter.optional) return { value: null };
  const grid = Array.isArray(argument) ? argument : [[argument]];
  const rows: Wire[][] = [];
  for (const line of grid) {
    const row: Wire[] = [];
    for (const value of line) {
      const wired = cell(parameter.type, value, allowsErrors);
      if ('error' in wired) return wired;
      row.push(wired.value);
    }
    rows.push(row);
  }
  return { value: rows };
}

function cell(
  type: string | undefined,
  value: CellValue,
  allowsErrors: boolean,
): { readonly value: Wire } | CellError {
  if (isError(value)) {
    const isAny = type === undefined || type === 'any';
    if (!isAny || !allowsErrors) return notAccepted;
    return { value: { type: 'CustomFunctionError', code: value.error } };
  }
  switch (type) {
    case 'number': {
      if (value === null) return { value: 0 };
      const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
      return Number.isNaN(number) ? notAccepted : { value: number };
    }
    case 'string':
      if (typeof value === 'boolean') return { value: value ? 'TRUE' : 'FALSE' };
      return { value: value === null ? '' : String(value) };
    case 'boolean':
      if (typeof value === 'string') {
        if (/^(true|false)$/i.test(value)) return { value: value.toLowerCase() === 'true' };
        return notAccepted;
      }
      return { value: Boolean(value) };
    default:
      return { value: value ?? '' };
  }
}

/** A cell that the add-in returned. */
export function fromWire(value: unknown): CellValue | CellValue[][] {
  if (Array.isArray(value)) {
    const rows = value.every(Array.isArray) ? (value as unknown[][]) : [value as unknown[]];
    return rows.map((row) => row.map(single));
  }
  return single(value);
}

function single(value: unknown): CellValue {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { error: '#NUM!' };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && 'code' in value && typeof value.code === 'string') {
    return { error: value.code as CellError['error'] };
  }
  return notAccepted;
}
