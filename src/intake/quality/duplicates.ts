import type { CellColumn } from '../cell-column';
import type { CellGrid } from '../cell-grid';

/** Rows that repeat an earlier one, with that earlier row. */
export interface Repeats {
  readonly rows: Int32Array;
  readonly first: Int32Array;
}

const rotate = (hash: number, value: number) =>
  Math.imul(((hash ^ value) << 13) | ((hash ^ value) >>> 19), 0x9e3779b1);

/** Rows all of whose cells equal those of an earlier row; blank rows left out. In small steps. */
export function* findRepeatedRows(grid: CellGrid): Generator<undefined, Repeats> {
  const { rowCount, columnCount } = grid;
  const hashes = new Int32Array(rowCount);
  const filled = new Uint8Array(rowCount);
  const columns: CellColumn[] = [];
  for (let index = 0; index < columnCount; index += 1) {
    const cells = grid.column(index);
    columns.push(cells);
    addHashes(cells, hashes, filled);
    yield;
  }
  const seen = new RowsSeen(columns, hashes);
  for (let from = 0; from < rowCount; from += rowsAStep) {
    seen.take(filled, from, Math.min(from + rowsAStep, rowCount));
    yield;
  }
  return { rows: Int32Array.from(seen.rows), first: Int32Array.from(seen.first) };
}

/** Rows that are looked through before others may work. */
const rowsAStep = 8192;

/** The rows met so far, by the hashes of their cells. */
class RowsSeen {
  /** Rows that repeat an earlier one, and that one. */
  readonly rows: number[] = [];
  readonly first: number[] = [];
  /** A row at the place of its hash or behind it; −1 for none. */
  private readonly slots: Int32Array;

  constructor(
    private readonly columns: readonly CellColumn[],
    private readonly hashes: Int32Array,
  ) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)))).fill(-1);
  }

  take(filled: Uint8Array, from: number, to: number): void {
    for (let row = from; row < to; row += 1) {
      if (filled[row] === 0) continue;
      const earlier = this.earlierThan(row);
      if (earlier < 0) continue;
      this.rows.push(row);
      this.first.push(earlier);
    }
  }

  /** The first row that holds the same; −1, with the row noted, where there is none. */
  private earlierThan(row: number): number {
    const { slots, hashes, columns } = this;
    const last = slots.length - 1;
    const hash = hashes[row] ?? 0;
    let slot = (hash ^ (hash >>> 15)) & last;
    for (;;) {
      const earlier = slots[slot] ?? -1;
      if (earlier < 0) {
        slots[slot] = row;
        return -1;
      }
      if (hashes[earlier] === hash && isSameRow(columns, earlier, row)) return earlier;
      slot = (slot + 1) & last;
    }
  }
}

function addHashes({ codes, numbers, values }: CellColumn, hashes: Int32Array, filled: Uint8Array) {
  const words =
    numbers && new Int32Array(numbers.buffer, numbers.byteOffset, numbers.byteLength / 4);
  const perNumber = numbers instanceof Int32Array ? 1 : 2;
  const isFilled = Uint8Array.from(values, (value) => Number(value !== null && value !== ''));
  for (let row = 0; row < hashes.length; row += 1) {
    const code = codes ? (codes[row] ?? -1) : -1;
    let hash = hashes[row] ?? 0;
    if (code >= 0) {
      if (isFilled[code] === 1) filled[row] = 1;
      hash = rotate(hash, code + 1);
    } else {
      filled[row] = 1;
      hash = rotate(hash, words?.[row * perNumber] ?? 0);
      if (perNumber === 2) hash = rotate(hash, words?.[row * 2 + 1] ?? 0);
    }
    hashes[row] = hash;
  }
}

function isSameRow(columns: readonly CellColumn[], one: number, other: number): boolean {
  return columns.every(({ codes, numbers }) => {
    const [code, otherCode] = [codes?.[one] ?? -1, codes?.[other] ?? -1];
    if (code !== otherCode) return false;
    return code >= 0 || numbers?.[one] === numbers?.[other];
  });
}

/** At most this share of ids may repeat in a column whose ids are meant to stand once. */
const mostRepeated = 0.02;

/**
 * Ids that stand again although nearly all of the column stand once: each repeated row with the
 * first of its id. None where ids repeat as a rule, as the lines of an order do.
 */
export function findRepeatedIds(cells: CellColumn): Repeats {
  const { codes, numbers, values, counts } = cells;
  const isId = values.map((value) => typeof value === 'string' && value.trim() !== '');
  const texts = counts.reduce((sum, count, code) => sum + (isId[code] ? count : 0), 0);
  const repeatedTexts = counts.reduce(
    (sum, count, code) => sum + (isId[code] && count > 1 ? count - 1 : 0),
    0,
  );
  const twice = repeatedNumbers(cells);
  const filled = texts + cells.numberCount;
  const repeated = repeatedTexts + twice.count;
  const isMeantOnce = filled >= 10 && repeated <= Math.max(1, filled * mostRepeated);
  const [rows, first]: [number[], number[]] = [[], []];
  const seen = new Map<string | number, number>();
  for (let row = 0; isMeantOnce && repeated > 0 && row < cells.length; row += 1) {
    const code = codes ? (codes[row] ?? -1) : -1;
    const number = numbers?.[row] ?? 0;
    if (code >= 0 ? !isId[code] || (counts[code] ?? 0) < 2 : !twice.values.has(number)) {
      continue;
    }
    const key = code >= 0 ? `code ${String(code)}` : number;
    const known = seen.get(key);
    if (known === undefined) seen.set(key, row);
    else {
      rows.push(row);
      first.push(known);
    }
  }
  return { rows: Int32Array.from(rows), first: Int32Array.from(first) };
}

/** The numbers that stand more than once, and how many cells repeat one. */
function repeatedNumbers({ codes, numbers, length, numberCount }: CellColumn): {
  readonly values: ReadonlySet<number>;
  readonly count: number;
} {
  const values = new Set<number>();
  if (!numbers || numberCount < 2) return { values, count: 0 };
  const sorted = new Float64Array(numberCount);
  let next = 0;
  for (let row = 0; row < length; row += 1) {
    if (codes && (codes[row] ?? -1) >= 0) continue;
    sorted[next] = numbers[row] ?? 0;
    next += 1;
  }
  sorted.sort();
  let count = 0;
  for (let index = 1; index < next; index += 1) {
    if (sorted[index] !== sorted[index - 1]) continue;
    values.add(sorted[index] ?? 0);
    count += 1;
  }
  return { values, count };
}
