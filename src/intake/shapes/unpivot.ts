import { isBlank, type CellValue } from '../../workbook';
import { CellColumn } from '../columns/cell-column';
import { CellGrid } from '../columns/cell-grid';
import { isDash } from '../texts/plain-text';
import { openYear } from '../texts/header-part';
import { headingName } from './heading-names';
import { headingsAbove } from './headings';
import { headerText, type Row, type Shape } from './shape';

/** A table made from a shape: where each cell of it stands in the view. */
export interface Reshaped {
  readonly headers: readonly string[];
  readonly grid: CellGrid;
  /** The cell of the view that a cell of the table comes from; row −1 is the header. */
  readonly from: (row: number, column: number) => { readonly row: number; readonly column: number };
  /** Figures across that are blank: the first, and how many. */
  readonly blanks?: { readonly row: number; readonly column: number; readonly count: number };
}

const slice = 4096;
const none = -1;

interface Key {
  readonly column: number;
  readonly header: string;
  /** By row of the view: the row that holds its text. */
  readonly rowOf: ((row: number) => number) | undefined;
  readonly isHeading?: boolean;
  readonly isLabelled?: boolean | undefined;
}

/**
 * Makes a row for each entry and each thing across. Blank figures stay blank: no target is not a
 * target of 0.
 */
export function unpivot(rows: readonly Row[], shape: Shape, data: readonly number[]): Reshaped {
  const keys = keysOf(rows, shape);
  const yearColumn = shape.columns.findIndex(({ use }) => use === 'year');
  const across = [
    ...new Set(shape.columns.flatMap((use) => (use.use === 'value' ? use.across : []))),
  ];
  const isByRow = shape.measureRows !== undefined || shape.measureColumn !== undefined;
  const { measures, entries } = entriesOf(rows, shape, data, keys);
  const columnOf = across.map((label) =>
    measures.map((measure) =>
      shape.columns.findIndex(
        (use) =>
          use.use === 'value' && use.across === label && (isByRow || use.measure === measure),
      ),
    ),
  );
  const width = across.length;
  const count = entries.count * width;
  const cellAt = (entry: number, at: number, measure: number) => ({
    row: entries.rows[entry * entries.rowsEach + (entries.rowsEach > 1 ? measure : 0)] ?? none,
    column: columnOf[at]?.[measure] ?? none,
  });
  const firstRowOf = (entry: number): number => {
    for (let at = 0; at < entries.rowsEach; at += 1) {
      const row = entries.rows[entry * entries.rowsEach + at] ?? none;
      if (row !== none) return row;
    }
    return none;
  };
  const labelOf = (entry: number, at: number): CellValue => {
    const label = across[at] ?? null;
    if (label?.startsWith(openYear) !== true) return label;
    const year = headerText(rows[firstRowOf(entry)]?.[yearColumn]);
    return /^\d{4}$/.test(year) ? year + label.slice(1) : null;
  };
  const rowAt = (index: number): Row => {
    const entry = Math.floor(index / width);
    const at = index - entry * width;
    const first = firstRowOf(entry);
    return [
      ...keys.map(({ column, rowOf, isHeading, isLabelled }) => {
        const cell = rows[rowOf ? rowOf(first) : first]?.[column] ?? null;
        return isHeading || isLabelled ? headingName(cell, isLabelled) : cell;
      }),
      labelOf(entry, at),
      ...measures.map((_, measure) => {
        const { row, column } = cellAt(entry, at, measure);
        const cell = rows[row]?.[column] ?? null;
        return isDash(cell) ? null : cell;
      }),
    ];
  };
  const columns = Array.from(
    { length: keys.length + 1 + measures.length },
    () => new CellColumn(count),
  );
  let blanks: { row: number; column: number; count: number } | undefined;
  for (let start = 0; start < count; start += slice) {
    const end = Math.min(start + slice, count);
    const some = Array.from({ length: end - start }, (_, index) => rowAt(start + index));
    columns.forEach((cells, column) => {
      cells.take(some, column, 0, some.length, start);
    });
    for (const [index, row] of some.entries()) {
      if (!row.slice(keys.length + 1).every(isBlank)) continue;
      const entry = Math.floor((start + index) / width);
      blanks ??= { ...cellAt(entry, start + index - entry * width, 0), count: 0 };
      blanks.count += 1;
    }
  }
  const firstValue = shape.columns.findIndex(({ use }) => use === 'value');
  const headerRow = shape.headerRows.at(-1) ?? 0;
  return {
    headers: [...keys.map(({ header }) => header), shape.across ?? '', ...measures],
    grid: CellGrid.of(columns, count),
    from: (row, column) => {
      const key = keys[column];
      const entry = Math.floor(row / width);
      const at = row - entry * width;
      if (row < 0) {
        const value = columnOf[0]?.[column - keys.length - 1] ?? firstValue;
        return { row: headerRow, column: key ? key.column : value };
      }
      const first = firstRowOf(entry);
      if (key) {
        const at = key.rowOf?.(first) ?? first;
        return { row: at === none ? first : at, column: key.column };
      }
      const measure = column - keys.length - 1;
      const cell = cellAt(entry, at, Math.max(measure, 0));
      // The period itself, and a measure that it lacks, stand in its header.
      if (measure < 0 || cell.column === none) {
        return { row: headerRow, column: columnOf[at]?.find((one) => one >= 0) ?? 0 };
      }
      return { row: cell.row === none ? first : cell.row, column: Math.max(cell.column, 0) };
    },
    ...(blanks && { blanks }),
  };
}

function keysOf(rows: readonly Row[], shape: Shape): Key[] {
  return shape.columns.flatMap((use, column): Key[] => {
    if ((use.use !== 'key' && use.use !== 'year') || column === shape.measureColumn) return [];
    const { header } = use;
    if (use.use === 'key' && use.of !== undefined) {
      const { column: own, rows: heads } = use.of;
      const rowOf = headingsAbove(rows.length, use.fillsDown === true ? heads : []);
      return [{ column: own, header, rowOf, isHeading: true, isLabelled: use.isLabelled }];
    }
    const isFilled = use.use === 'key' && use.fillsDown === true;
    const rowOf = isFilled ? lastFilled(rows, column, shape) : undefined;
    return [{ column, header, rowOf, isLabelled: isFilled && use.isLabelled }];
  });
}

/** For each row, the nearest one at or above it that is filled, or that begins anew. */
export function lastFilled(
  rows: readonly Row[],
  column: number,
  shape: Shape,
  within = column,
): (row: number) => number {
  const filled = new Int32Array(rows.length);
  // The row of a group, as a heading, names the rows below it.
  const skipped = new Set(
    shape.aside.flatMap(({ row, code }) =>
      code === 'groupRow' || code === 'headingRow' ? [] : [row],
    ),
  );
  let last = none;
  for (let row = (shape.headerRows.at(-1) ?? none) + 1; row < rows.length; row += 1) {
    const isFilled = !isBlank(rows[row]?.[column]) || !isBlank(rows[row]?.[within]);
    if (!skipped.has(row) && isFilled) last = row;
    filled[row] = last === none ? row : last;
  }
  return (row) => filled[row] ?? row;
}

interface Entries {
  readonly count: number;
  /** How many rows of the view one entry takes: one, or one for each measure. */
  readonly rowsEach: number;
  readonly rows: Int32Array;
}

function entriesOf(
  rows: readonly Row[],
  shape: Shape,
  data: readonly number[],
  keys: readonly Key[],
): { readonly measures: readonly string[]; readonly entries: Entries } {
  const { measureRows, measureColumn } = shape;
  if (measureRows) {
    return { measures: measureRows, entries: blocksOf(rows, data, keys, measureRows.length) };
  }
  if (measureColumn === undefined) {
    const measures = [
      ...new Set(shape.columns.flatMap((use) => (use.use === 'value' ? use.measure : []))),
    ];
    return { measures, entries: { count: data.length, rowsEach: 1, rows: Int32Array.from(data) } };
  }
  const measures = [...new Set(data.map((row) => headerText(rows[row]?.[measureColumn])))];
  const found: Int32Array[] = [];
  const byKeys = new Map<string, Int32Array[]>();
  for (const row of data) {
    const key = keys
      .map(({ column, rowOf }) => headerText(rows[rowOf ? rowOf(row) : row]?.[column]))
      .join('\n');
    const measure = measures.indexOf(headerText(rows[row]?.[measureColumn]));
    const same = byKeys.get(key) ?? [];
    byKeys.set(key, same);
    // A second row of the same keys and measure is an entry of its own, for others to judge.
    let entry = same.find((one) => one[measure] === none);
    if (!entry) {
      entry = new Int32Array(measures.length).fill(none);
      same.push(entry);
      found.push(entry);
    }
    entry[measure] = row;
  }
  const all = new Int32Array(found.length * measures.length);
  found.forEach((entry, index) => {
    all.set(entry, index * measures.length);
  });
  return { measures, entries: { count: found.length, rowsEach: measures.length, rows: all } };
}

/** Blocks of rows: a new one where a key is filled. */
function blocksOf(
  rows: readonly Row[],
  data: readonly number[],
  keys: readonly Key[],
  size: number,
): Entries {
  const found: number[] = [];
  let inBlock = 0;
  for (const row of data) {
    const isFirst = keys.some(({ column }) => !isBlank(rows[row]?.[column]));
    if (isFirst || inBlock === size) {
      while (found.length % size !== 0) found.push(none);
      inBlock = 0;
    }
    found.push(row);
    inBlock += 1;
  }
  while (found.length % size !== 0) found.push(none);
  return { count: found.length / size, rowsEach: size, rows: Int32Array.from(found) };
}
