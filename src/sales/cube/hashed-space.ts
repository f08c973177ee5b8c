import { blockRows, type Block } from './block';
import { cellsWith, type AxisColumn, type CellRows, type CellSpace } from './cell-space';

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

  rowsWith(counts: Int32Array | Uint8Array): CellRows {
    const last = this.sizes.length - 1;
    const width = this.sizes[last] ?? 1;
    const firsts: number[] = [];
    const [at, before] = [new Int32Array(last + 1), new Int32Array(last + 1).fill(-1)];
    let cells: Int32Array = new Int32Array(width * 64);
    for (const cell of this.inOrder(counts)) {
      this.readPositions(cell, at);
      if (!at.every((position, axis) => axis === last || position === before[axis])) {
        firsts.push(cell);
        if (firsts.length * width > cells.length) cells = longerInts(cells);
      }
      before.set(at);
      cells[(firsts.length - 1) * width + (at[last] ?? 0)] = cell;
    }
    return { firsts, cells: cells.subarray(0, firsts.length * width) };
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

function longerInts(cells: Int32Array): Int32Array {
  const longer = new Int32Array(cells.length * 2);
  longer.set(cells);
  return longer;
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
