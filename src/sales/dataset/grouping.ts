import { getDimension, type Dataset } from './dataset';

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
    const radixes = columns.map((column) => column.values.length);
    const seen = new Map<number, number>();
    for (let row = 0; row < dataset.rows; row += 1) {
      let combined = 0;
      for (let index = 0; index < columns.length; index += 1) {
        combined = combined * (radixes[index] ?? 1) + (columns[index]?.codes[row] ?? 0);
      }
      let group = seen.get(combined);
      if (group === undefined) {
        const key = columns.map((column) => column.values[column.codes[row] ?? 0] ?? '');
        group = groupOf(root, key, keys);
        seen.set(combined, group);
      }
      groups[row] = group;
    }
    return groups;
  });
  return groupings.map((groups) => ({ groups, keys }));
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
