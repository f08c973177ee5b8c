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
 * sales and targets of one key meet. Keys meet only where their texts are the same.
 */
export function groupTogether(datasets: readonly Dataset[], by: readonly string[]): Grouping[] {
  const keys: string[][] = [];
  const root: KeyNode = new Map();
  const groupings = datasets.map((dataset) => {
    const columns = by.map((dimension) => getDimension(dataset, dimension));
    const groups = new Int32Array(dataset.rows);
    const numbers = combinedCodes(columns, dataset.rows);
    const seen = new Map<number, number>();
    for (let row = 0; row < dataset.rows; row += 1) {
      const number = numbers[row] ?? 0;
      let group = seen.get(number);
      if (group === undefined) {
        const key = columns.map((column) => column.values[column.codes[row] ?? 0] ?? '');
        group = groupOf(root, key, keys);
        seen.set(number, group);
      }
      groups[row] = group;
    }
    return groups;
  });
  return groupings.map((groups) => ({ groups, keys }));
}

/** One number for the texts of each row in all columns together. */
function combinedCodes(columns: readonly TextColumn[], rows: number): Float64Array {
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
  return numbers;
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

function groupOf(root: KeyNode, key: readonly string[], keys: string[][]): number {
  let node = root;
  for (const text of key.slice(0, -1)) {
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
  node.set(last, keys.length);
  keys.push([...key]);
  return keys.length - 1;
}
