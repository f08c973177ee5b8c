/**
 * The figures asked most, sums and row counts by one or two dimensions and time, in a single loop
 * over the rows. The same as finding the cells of a block and then adding, in two thirds of the time.
 */

/** Where rows belong by time: step = table[date − first day]. */
export interface StepTable {
  readonly dates: Int32Array;
  readonly table: Int32Array;
  readonly firstDay: number;
}

/** The codes of a dimension and how far apart its texts' cells stand. */
export interface Stride {
  readonly codes: Int32Array;
  readonly stride: number;
}

/** What is added, and where to. */
export interface Totals {
  readonly values: Float64Array;
  readonly sums: Float64Array;
  readonly counts: Int32Array;
}

// Whole-number arithmetic throughout (`imul`, `| 0`): the compiler then needs no fractions.

export function addByOneAndTime(
  rows: number,
  { codes, stride }: Stride,
  { dates, table, firstDay }: StepTable,
  { values, sums, counts }: Totals,
): void {
  const start = firstDay | 0;
  for (let row = 0; row < rows; row += 1) {
    const step = table[(dates[row] ?? 0) - start] ?? 0;
    const cell = (1 + Math.imul(codes[row] ?? 0, stride) + step) | 0;
    sums[cell] = (sums[cell] ?? 0) + (values[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

export function addByTwoAndTime(
  rows: number,
  first: Stride,
  second: Stride,
  { dates, table, firstDay }: StepTable,
  { values, sums, counts }: Totals,
): void {
  const start = firstDay | 0;
  const { codes, stride } = first;
  const { codes: codesOfSecond, stride: strideOfSecond } = second;
  for (let row = 0; row < rows; row += 1) {
    const step = table[(dates[row] ?? 0) - start] ?? 0;
    const place = Math.imul(codes[row] ?? 0, stride);
    const cell = (1 + place + Math.imul(codesOfSecond[row] ?? 0, strideOfSecond) + step) | 0;
    sums[cell] = (sums[cell] ?? 0) + (values[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}
