import type { Block } from './block';

/** The columns that tell where a row belongs, one an axis. */
export interface AxisColumn {
  /** The position of row r on the axis is `table[column[r] − offset]`, or without a table `column[r]`. */
  readonly column: Int32Array;
  readonly table: Int32Array | undefined;
  readonly offset: number;
}

/**
 * Numbers the cells of a cube: every combination of one position on each axis. Cell 0 is none of
 * them; it takes the rows that are left out.
 */
export interface CellSpace {
  readonly sizes: readonly number[];
  /** One more than the highest cell so far. */
  readonly size: number;
  /** Finds the cells of a block's rows. */
  place(block: Block, columns: readonly AxisColumn[]): void;
  /** The cell at these positions; −1 where there is none yet. */
  find(positions: ArrayLike<number>): number;
  /** The cell at these positions, made where there is none yet. */
  claim(positions: readonly number[]): number;
  /** The positions of a cell. */
  positions(cell: number): number[];
  /** The positions of a cell, put where they are wanted. */
  readPositions(cell: number, into: Int32Array): void;
  /** The cells with a count, in the order of their positions, the first axis counting most. */
  inOrder(counts: Int32Array | Uint8Array): Int32Array;
  /** The cells with a count, as rows along the last axis; rows without any are left out. */
  rowsWith(counts: Int32Array | Uint8Array): CellRows;
}

/** A row of cells for each combination on all axes but the last. */
export interface CellRows {
  /** A cell of each row, to tell whose it is. */
  readonly firsts: readonly number[];
  /** All rows, one behind the other, as long as the last axis; 0 where a row has no such cell. */
  readonly cells: Int32Array;
}

/** All combinations in one row of cells: cell = 1 + Σ position × stride. */
export class DenseSpace implements CellSpace {
  readonly size: number;
  /** By axis, how far apart neighbouring positions stand. */
  readonly strides: Int32Array;

  constructor(readonly sizes: readonly number[]) {
    const strides = new Int32Array(sizes.length);
    let stride = 1;
    for (let axis = sizes.length - 1; axis >= 0; axis -= 1) {
      strides[axis] = stride;
      stride *= sizes[axis] ?? 1;
    }
    this.strides = strides;
    this.size = stride + 1;
  }

  place(block: Block, columns: readonly AxisColumn[]): void {
    const { cells, from, to } = block;
    const count = to - from;
    const [first] = columns;
    const stride = this.strides[0] ?? 0;
    if (first && !first.table) setPositions(cells, first.column, from, count, stride);
    else cells.fill(1, 0, count);
    for (const [axis, source] of columns.entries()) {
      if (axis === 0 && !source.table) continue;
      addPositions(cells, source, from, count, this.strides[axis] ?? 0);
    }
    if (block.isFiltered) leaveOut(cells, block.isLeftOut, count);
  }

  find(positions: ArrayLike<number>): number {
    let cell = 1;
    for (let axis = 0; axis < this.sizes.length; axis += 1) {
      const position = positions[axis] ?? -1;
      if (position < 0 || position >= (this.sizes[axis] ?? 0)) return -1;
      cell += position * (this.strides[axis] ?? 0);
    }
    return cell;
  }

  claim(positions: readonly number[]): number {
    return this.find(positions);
  }

  positions(cell: number): number[] {
    const into = new Int32Array(this.sizes.length);
    this.readPositions(cell, into);
    return [...into];
  }

  readPositions(cell: number, into: Int32Array): void {
    let rest = cell - 1;
    for (let axis = this.sizes.length - 1; axis >= 0; axis -= 1) {
      const size = this.sizes[axis] ?? 1;
      into[axis] = rest % size;
      rest = Math.floor(rest / size);
    }
  }

  inOrder(counts: Int32Array | Uint8Array): Int32Array {
    return cellsWith(counts, this.size);
  }

  rowsWith(counts: Int32Array | Uint8Array): CellRows {
    const width = this.sizes.at(-1) ?? 1;
    const firsts: number[] = [];
    const cells = new Int32Array(this.size - 1);
    let to = 0;
    for (let first = 1; first < this.size; first += width) {
      if (!takeRow(counts, first, width, cells, to)) continue;
      firsts.push(first);
      to += width;
    }
    return { firsts, cells: cells.subarray(0, to) };
  }
}

/** Copies the cells of a row that have a count; false where none has. */
function takeRow(
  counts: Int32Array | Uint8Array,
  first: number,
  width: number,
  cells: Int32Array,
  to: number,
): boolean {
  let isAny = false;
  for (let step = 0; step < width; step += 1) {
    const has = (counts[first + step] ?? 0) !== 0;
    cells[to + step] = has ? first + step : 0;
    isAny ||= has;
  }
  return isAny;
}

// Whole-number arithmetic throughout (`imul`, `| 0`): the compiler then needs no fractions.

export function cellsWith(counts: Int32Array | Uint8Array, size: number): Int32Array {
  const cells = new Int32Array(size);
  let found = 0;
  for (let cell = 1; cell < size; cell += 1) {
    if ((counts[cell] ?? 0) === 0) continue;
    cells[found] = cell;
    found += 1;
  }
  return cells.slice(0, found);
}

function setPositions(
  cells: Int32Array,
  codes: Int32Array,
  from: number,
  count: number,
  stride: number,
): void {
  for (let i = 0; i < count; i += 1) {
    cells[i] = (1 + Math.imul(codes[from + i] ?? 0, stride)) | 0;
  }
}

function addPositions(
  cells: Int32Array,
  { column, table, offset }: AxisColumn,
  from: number,
  count: number,
  stride: number,
): void {
  if (table) {
    const start = offset | 0;
    for (let i = 0; i < count; i += 1) {
      const position = table[(column[from + i] ?? 0) - start] ?? 0;
      cells[i] = (cells[i] ?? 0) + Math.imul(position, stride);
    }
    return;
  }
  for (let i = 0; i < count; i += 1) {
    cells[i] = (cells[i] ?? 0) + Math.imul(column[from + i] ?? 0, stride);
  }
}

function leaveOut(cells: Int32Array, isLeftOut: Uint8Array, count: number): void {
  for (let i = 0; i < count; i += 1) if (isLeftOut[i] === 1) cells[i] = 0;
}
