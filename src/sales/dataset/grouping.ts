import { getDimension, type Dataset } from './dataset';
import type { TextColumn } from './text-column';

/** Rows put into groups by the texts of one or several dimensions. */
export interface Grouping {
  /** The group of every row. */
  readonly groups: Int32Array;
  /** The texts of every group, one per dimension. */
  readonly keys: readonly (readonly string[])[];
}

/**
 * Groups the rows of several data sets by the same dimensions into one set of groups, so that
 * sales and targets of one key meet. Keys meet only where their texts are the same; `keys` has the
 * numbers of those met before.
 */
export function groupTogether(
  datasets: readonly Dataset[],
  by: readonly string[],
  keys = new KeyNumbers(),
): Grouping[] {
  const groupings = datasets.map((dataset) => {
    const columns = by.map((dimension) => getDimension(dataset, dimension));
    const { groups, firstRows } = rowGroups(columns, dataset.rows);
    const numbers = Int32Array.from(firstRows, (row) => keys.numberOf(keyAt(columns, row)));
    for (let row = 0; row < groups.length; row += 1) groups[row] = numbers[groups[row] ?? 0] ?? 0;
    return groups;
  });
  return groupings.map((groups) => ({ groups, keys: keys.all }));
}

/** Rows with the same codes in all columns: a text under two codes makes two groups. */
interface RowGroups {
  /** The group of every row, numbered as they are met. */
  readonly groups: Int32Array;
  /** The first row of every group. */
  readonly firstRows: readonly number[];
}

/** The groups of rows by their codes in all columns. */
export function rowGroups(columns: readonly TextColumn[], rows: number): RowGroups {
  const groups = new Int32Array(rows);
  const firstRows: number[] = [];
  const { numbers, size } = combinedCodes(columns, rows);
  if (size <= Math.max(65_536, rows)) numberRows(numbers, size, groups, firstRows);
  else {
    const seen = new Map<number, number>();
    for (let row = 0; row < rows; row += 1) {
      const number = numbers[row] ?? 0;
      let group = seen.get(number);
      if (group === undefined) {
        seen.set(number, (group = firstRows.length));
        firstRows.push(row);
      }
      groups[row] = group;
    }
  }
  return { groups, firstRows };
}

/** Fills in the group of each row, where combined numbers are few enough for an array. */
function numberRows(
  numbers: Float64Array,
  size: number,
  groups: Int32Array,
  firstRows: number[],
): void {
  const seen = new Int32Array(size).fill(-1);
  for (let row = 0; row < groups.length; row += 1) {
    const number = numbers[row] ?? 0;
    let group = seen[number] ?? -1;
    if (group < 0) {
      seen[number] = group = firstRows.length;
      firstRows.push(row);
    }
    groups[row] = group;
  }
}

function keyAt(columns: readonly TextColumn[], row: number): string[] {
  return columns.map(({ codes, values }) => values[codes[row] ?? 0] ?? '');
}

/** One number for the texts of each row in all columns together. */
function combinedCodes(
  columns: readonly TextColumn[],
  rows: number,
): { readonly numbers: Float64Array; readonly size: number } {
  const numbers = new Float64Array(rows);
  let size = 1;
  for (const { codes, values } of columns) {
    // Numbers stay exact: before a column would overflow them, they are counted anew.
    if (size * values.length > Number.MAX_SAFE_INTEGER) size = countAnew(numbers);
    for (let row = 0; row < rows; row += 1) {
      numbers[row] = (numbers[row] ?? 0) * values.length + (codes[row] ?? 0);
    }
    size *= values.length;
  }
  return { numbers, size };
}

/** Numbers equal entries alike, from 0 on, and answers how many differ. */
function countAnew(numbers: Float64Array): number {
  const known = new Map<number, number>();
  for (const [row, number] of numbers.entries()) {
    let next = known.get(number);
    if (next === undefined) {
      next = known.size;
      known.set(number, next);
    }
    numbers[row] = next;
  }
  return known.size;
}

type KeyNode = Map<string, KeyNode | number>;

/** Numbers keys, from 0 on; keys of the same texts have the same number. */
export class KeyNumbers {
  private readonly known: (readonly string[])[] = [];
  private readonly root: KeyNode = new Map();

  /** The keys by their numbers. */
  get all(): readonly (readonly string[])[] {
    return this.known;
  }

  /** The number of a key, a new one where it is not known. All keys must be of one length. */
  numberOf(key: readonly string[]): number {
    let node = this.root;
    for (let axis = 0; axis < key.length - 1; axis += 1) {
      const text = key[axis] ?? '';
      let next = node.get(text);
      if (!(next instanceof Map)) {
        next = new Map();
        node.set(text, next);
      }
      node = next;
    }
    const last = key.at(-1) ?? '';
    const known = node.get(last);
    if (typeof known === 'number') return known;
    node.set(last, this.known.length);
    this.known.push(key);
    return this.known.length - 1;
  }
}
