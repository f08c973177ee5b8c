import type { Cell } from '../workload';

/** Text by number, in the order of first appearance. */
export interface Texts {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** The columns that the variance report needs. */
export interface SalesColumns {
  readonly dates: Int32Array;
  readonly region: Texts;
  readonly product: Texts;
  readonly amounts: Float64Array;
}

export interface AllColumns extends SalesColumns {
  readonly rep: Texts;
  readonly channel: Texts;
  readonly customer: Texts;
  readonly quantities: Float64Array;
}

/** What somebody would write by hand who knows that every cell is what its column says. */
export function textsAt(rows: readonly (readonly Cell[])[], index: number): Texts {
  const codes = new Int32Array(rows.length);
  const known = new Map<string, number>();
  const values: string[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    const text = rows[row]?.[index] as string;
    let code = known.get(text);
    if (code === undefined) {
      code = values.length;
      values.push(text);
      known.set(text, code);
    }
    codes[row] = code;
  }
  return { codes, values };
}

export function numbersAt(rows: readonly (readonly Cell[])[], index: number): Float64Array {
  const numbers = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) numbers[row] = rows[row]?.[index] as number;
  return numbers;
}

export function daysAt(rows: readonly (readonly Cell[])[], index: number): Int32Array {
  const days = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) days[row] = rows[row]?.[index] as number;
  return days;
}

export function salesColumns(rows: readonly (readonly Cell[])[]): SalesColumns {
  return {
    dates: daysAt(rows, 0),
    region: textsAt(rows, 1),
    product: textsAt(rows, 2),
    amounts: numbersAt(rows, 7),
  };
}

export function allColumns(rows: readonly (readonly Cell[])[]): AllColumns {
  return {
    ...salesColumns(rows),
    rep: textsAt(rows, 3),
    channel: textsAt(rows, 4),
    customer: textsAt(rows, 5),
    quantities: numbersAt(rows, 6),
  };
}

export function targetColumns(rows: readonly (readonly Cell[])[]): SalesColumns {
  return {
    dates: daysAt(rows, 0),
    region: textsAt(rows, 1),
    product: textsAt(rows, 2),
    amounts: numbersAt(rows, 3),
  };
}
