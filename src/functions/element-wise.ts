import { filledRows, inputRows, isFault, numberIn, type InputCell } from './cells';
import { faultFor, notComputed, type Fault, type OutputCell } from './fault';
import { noTarget } from '../sales';
import { words } from './words';

/** Computes one element from its actual and target, both of which are there. */
export type ElementFunction = (actual: number, target: number) => OutputCell;

export interface ElementOptions {
  /** What to answer where there is an actual and no target; otherwise #N/A. */
  readonly withoutTarget?: OutputCell;
}

/**
 * Runs a function over actuals and targets, cell by cell. One cell, row or column serves all cells,
 * rows or columns of the other range; anything else of unequal size is refused as a whole. Rows at
 * the end in which both ranges are blank are cut off. A blank actual is 0, two blanks stay blank,
 * and an error in a cell comes back for that element only.
 */
export function elementWise(
  actualRange: unknown,
  targetRange: unknown,
  compute: ElementFunction,
  options: ElementOptions = {},
): OutputCell[][] {
  const actuals = inputRows(actualRange);
  const targets = inputRows(targetRange);
  const [height, width] = [
    commonSize(actuals.length, targets.length),
    commonWidth(actuals, targets),
  ];
  if (height === undefined || width === undefined) {
    return [[notComputed('#VALUE!', words.unequalShapes(sizeOf(actuals), sizeOf(targets)))]];
  }
  // A single row that serves all must not keep blank rows of the other alive.
  const long = [actuals, targets].filter((rows) => rows.length === height);
  const rows = Math.max(1, filledRows(long));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (_unused, column) =>
      element(at(actuals, row, column), at(targets, row, column), compute, options),
    ),
  );
}

function element(
  actualCell: InputCell,
  targetCell: InputCell,
  compute: ElementFunction,
  { withoutTarget }: ElementOptions,
): OutputCell {
  if (actualCell === null && targetCell === null) return '';
  const actual = numberIn(actualCell);
  if (isFault(actual)) return actual;
  if (targetCell === null) return withoutTarget ?? faultFor(noTarget);
  const target = numberIn(targetCell);
  return isFault(target) ? target : compute(actual, target);
}

function commonSize(a: number, b: number): number | undefined {
  return a === b || b === 1 ? a : a === 1 ? b : undefined;
}

type Rows = readonly (readonly InputCell[])[];

function commonWidth(a: Rows, b: Rows): number | undefined {
  return commonSize(a[0]?.length ?? 0, b[0]?.length ?? 0);
}

function at(rows: Rows, row: number, column: number): InputCell {
  const cells = rows.length === 1 ? rows[0] : rows[row];
  return (cells?.length === 1 ? cells[0] : cells?.[column]) ?? null;
}

function sizeOf(rows: Rows): string {
  return `${String(rows.length)} × ${String(rows[0]?.length ?? 0)}`;
}

/** A fault of the whole call, as a result of one cell. */
export function refused(fault: Fault): OutputCell[][] {
  return [[fault]];
}
