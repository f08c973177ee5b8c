import { findError, isBlank } from '../workbook';
import { notComputed, type Fault } from './fault';
import { words } from './words';

/** An input cell: a value, or the error it holds. */
export type InputCell = null | boolean | number | string | Fault;

export function isFault(cell: unknown): cell is Fault {
  return typeof cell === 'object' && cell !== null && 'fault' in cell;
}

/**
 * A cell as Excel hands it to a function. Errors come as objects with a `code` or a `basicValue`,
 * formatted numbers and other data types as objects with a `basicValue`; blank cells as null or ''.
 */
export function inputCell(raw: unknown): InputCell {
  if (raw === undefined || raw === null) return null;
  if (typeof raw === 'string') {
    if (isBlank(raw)) return null;
    const error = findError(raw);
    return error ? inputFault(error.error) : raw;
  }
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  if (typeof raw !== 'object') return notComputed('#VALUE!', words.inputError(typeof raw));
  if ('code' in raw && typeof raw.code === 'string') return inputFault(raw.code);
  return 'basicValue' in raw ? inputCell(raw.basicValue) : null;
}

/** Errors that a function may hand on; #REF! and #NAME? among others it may not. */
const returnable = ['#DIV/0!', '#N/A', '#NULL!', '#NUM!', '#VALUE!'] as const;

function inputFault(code: string): Fault {
  const same = returnable.find((known) => known === code);
  return same ? notComputed(same) : notComputed('#VALUE!', words.inputError(code));
}

/** A number; a blank cell is 0. Anything else is at fault. */
export function numberIn(cell: InputCell): number | Fault {
  if (typeof cell === 'number') return cell;
  if (isFault(cell)) return cell;
  if (cell === null) return 0;
  return notComputed('#VALUE!', words.notANumber(quoted(cell)));
}

/** A cell as messages show it. */
export function quoted(cell: boolean | number | string): string {
  if (typeof cell === 'string') return `"${cell}"`;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/** Rows of input cells, all of the same width; a single value is one row of one cell. */
export function inputRows(raw: unknown): InputCell[][] {
  if (!Array.isArray(raw)) return [[inputCell(raw)]];
  return raw.map((row: unknown) =>
    Array.isArray(row) ? row.map((cell: unknown) => inputCell(cell)) : [inputCell(row)],
  );
}

/** Whether an optional argument was left out: Excel hands over null, and '' for a blank cell. */
export function isOmitted(raw: unknown): boolean {
  return raw === undefined || raw === null;
}

/** The number of rows up to the last one that holds anything in any of the ranges. */
export function filledRows(ranges: readonly (readonly (readonly InputCell[])[])[]): number {
  return ranges.reduce(
    (most, rows) =>
      Math.max(most, rows.findLastIndex((row) => row.some((cell) => cell !== null)) + 1),
    0,
  );
}
