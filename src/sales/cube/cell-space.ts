import { blockRows, type Block } from './block';

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
}

/** Rows of cells side by side, a row each for the combinations of all axes but the last. */
export interface CellRows {
  /** A cell of each row. */
  readonly firsts: readonly number[];
  /** All rows of them, one behind the other; 0 where a row has no such cell. */
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

  /** The rows of `width` cells along the last axis that have any with a count. */
  rowsWith(counts: Int32Array | Uint8Array, width: number): CellRows {
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

function cellsWith(counts: Int32Array | Uint8Array, size: number): Int32Array {
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

/** Combined positions are counted exactly up to here. */
const mostCombined = Number.MAX_SAFE_INTEGER;
/** More cells than this are never made. */
const mostCells = 2 ** 31;

/**
 * Only the combinations that occur, found by open addressing. Where the axes together have more
 * combinations than numbers can tell apart, the leading ones are numbered first, by themselves.
 */
export class HashedSpace implements CellSpace {
  /** By cell, its combined positions; of the leading axes, their own cell stands for them. */
  private numbers: Float64Array = new Float64Array(1024);
  private count = 1;
  /** Cells by the hash of their number; 0 is free. */
  private slots: Int32Array = new Int32Array(4096);
  private readonly scratch: Float64Array = new Float64Array(blockRows);
  private readonly lead: HashedSpace | undefined;
  /** The axes from here on are combined in this space. */
  private readonly firstOwn: number;

  constructor(readonly sizes: readonly number[]) {
    let own = 0;
    let combined = 1;
    for (let axis = sizes.length - 1; axis >= 0; axis -= 1) {
      combined *= sizes[axis] ?? 1;
      if (combined > mostCombined) {
        // With the leading axes as one of at most 2^31 cells, the rest must still fit.
        own = axis + 1;
        combined = mostCells;
        for (let rest = sizes.length - 1; rest >= own; rest -= 1) combined *= sizes[rest] ?? 1;
        while (combined > mostCombined) {
          combined /= sizes[own] ?? 1;
          own += 1;
        }
        break;
      }
    }
    if (own === sizes.length && own > 0) throw new Error('An axis has too many positions');
    this.firstOwn = own;
    this.lead = own > 0 ? new HashedSpace(sizes.slice(0, own)) : undefined;
  }

  get size(): number {
    return this.count;
  }

  place(block: Block, columns: readonly AxisColumn[]): void {
    const { cells, from, to, isFiltered, isLeftOut } = block;
    const { scratch } = this;
    const count = to - from;
    if (this.lead) {
      this.lead.place(block, columns.slice(0, this.firstOwn));
      for (let i = 0; i < count; i += 1) scratch[i] = cells[i] ?? 0;
    } else {
      scratch.fill(0, 0, count);
    }
    for (let axis = this.firstOwn; axis < columns.length; axis += 1) {
      const source = columns[axis];
      if (source) combine(scratch, source, from, count, this.sizes[axis] ?? 1);
    }
    for (let i = 0; i < count; i += 1) {
      cells[i] = isFiltered && isLeftOut[i] === 1 ? 0 : this.cellOf(scratch[i] ?? 0, true);
    }
  }

  find(positions: ArrayLike<number>): number {
    const number = this.combined(positions, false);
    return number < 0 ? -1 : this.cellOf(number, false);
  }

  claim(positions: readonly number[]): number {
    return this.cellOf(this.combined(positions, true), true);
  }

  positions(cell: number): number[] {
    const into = new Int32Array(this.sizes.length);
    this.readPositions(cell, into);
    return [...into];
  }

  readPositions(cell: number, into: Int32Array): void {
    let rest = this.numbers[cell] ?? 0;
    for (let axis = this.sizes.length - 1; axis >= this.firstOwn; axis -= 1) {
      const size = this.sizes[axis] ?? 1;
      into[axis] = rest % size;
      rest = Math.floor(rest / size);
    }
    this.lead?.readPositions(rest, into);
  }

  inOrder(counts: Int32Array | Uint8Array): Int32Array {
    const cells = cellsWith(counts, this.count);
    const { numbers, lead } = this;
    if (!lead) return cells.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
    const places = new Float64Array(this.count);
    for (const cell of cells) {
      const at = this.positions(cell);
      places[cell] = lead.find(at.slice(0, this.firstOwn));
    }
    const rank = new Float64Array(lead.size);
    lead.inOrder(new Int32Array(lead.size).fill(1)).forEach((cell, index) => (rank[cell] = index));
    return cells.sort(
      (a, b) =>
        (rank[places[a] ?? 0] ?? 0) - (rank[places[b] ?? 0] ?? 0) ||
        (numbers[a] ?? 0) - (numbers[b] ?? 0),
    );
  }

  private combined(positions: ArrayLike<number>, isClaim: boolean): number {
    const { lead, firstOwn, sizes } = this;
    let number = 0;
    if (lead) {
      const leading = Array.from(positions).slice(0, firstOwn);
      number = isClaim ? lead.claim(leading) : lead.find(leading);
      if (number < 0) return -1;
    }
    for (let axis = firstOwn; axis < sizes.length; axis += 1) {
      const [position = -1, size = 1] = [positions[axis], sizes[axis]];
      if (position < 0 || position >= size) return -1;
      number = number * size + position;
    }
    return number;
  }

  private cellOf(number: number, isClaim: boolean): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(number) & mask;
    for (;;) {
      const cell = this.slots[slot] ?? 0;
      if (cell === 0) break;
      if (this.numbers[cell] === number) return cell;
      slot = (slot + 1) & mask;
    }
    if (!isClaim) return -1;
    const cell = this.count;
    this.count += 1;
    if (cell >= this.numbers.length) this.numbers = lengthened(this.numbers);
    this.numbers[cell] = number;
    this.slots[slot] = cell;
    if (this.count * 2 > this.slots.length) this.spread();
    return cell;
  }

  /** Twice the slots, so that at most half of them are taken. */
  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let cell = 1; cell < this.count; cell += 1) {
      let slot = hashOf(this.numbers[cell] ?? 0) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = cell;
    }
  }
}

function combine(
  scratch: Float64Array,
  { column, table, offset }: AxisColumn,
  from: number,
  count: number,
  size: number,
): void {
  for (let i = 0; i < count; i += 1) {
    const entry = column[from + i] ?? 0;
    scratch[i] = (scratch[i] ?? 0) * size + (table ? (table[entry - offset] ?? 0) : entry);
  }
}

function lengthened(numbers: Float64Array): Float64Array {
  const longer = new Float64Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}

/** Mixes both halves of a whole number below 2^53, so that neighbours land far apart. */
function hashOf(number: number): number {
  const high = Math.floor(number / 4_294_967_296);
  let hash = Math.imul((number | 0) ^ Math.imul(high, 0x85eb_ca6b), 0x9e37_79b1);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b_3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
