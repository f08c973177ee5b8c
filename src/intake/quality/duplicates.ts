import type { CellColumn } from '../columns/cell-column';
import type { CellGrid } from '../columns/cell-grid';

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
  const marks = new HashMarks(rowCount);
  for (let from = 0; from < rowCount; from += rowsAStep) {
    marks.take(hashes, filled, from, Math.min(from + rowsAStep, rowCount));
    yield;
  }
  const seen = new RowsSeen(columns, hashes, marks);
  for (let from = 0; from < rowCount; from += rowsAStep) {
    seen.take(filled, from, Math.min(from + rowsAStep, rowCount));
    yield;
  }
  return { rows: Int32Array.from(seen.rows), first: Int32Array.from(seen.first) };
}

/** Rows that are looked through before others may work. */
const rowsAStep = 8192;

/** Where a hash belongs among so many places, a power of two. */
const placeOf = (hash: number, places: number) => (hash ^ (hash >>> 15)) & (places - 1);

/** A power of two of places, so many for each of some rows. */
const placesFor = (rows: number, each: number) =>
  2 ** Math.ceil(Math.log2(Math.max(2, rows * each)));

/**
 * Which hashes may stand more than once: a bit for each place, in an eighth of the room that rows
 * would need, so that the many that stand once need not be looked for.
 */
class HashMarks {
  private readonly places: number;
  private readonly once: Uint8Array;
  private readonly twice: Uint8Array;
  /** How many rows met a mark; as many at most were the first to set one that was met. */
  met = 0;

  constructor(rows: number) {
    this.places = placesFor(rows, 8);
    this.once = new Uint8Array(this.places / 8 + 1);
    this.twice = new Uint8Array(this.places / 8 + 1);
  }

  take(hashes: Int32Array, filled: Uint8Array, from: number, to: number): void {
    const { places, once, twice } = this;
    for (let row = from; row < to; row += 1) {
      if (filled[row] === 0) continue;
      const place = placeOf(hashes[row] ?? 0, places);
      const bit = 1 << (place & 7);
      const marks = once[place >> 3] ?? 0;
      if ((marks & bit) === 0) once[place >> 3] = marks | bit;
      else {
        twice[place >> 3] = (twice[place >> 3] ?? 0) | bit;
        this.met += 1;
      }
    }
  }

  mayRepeat(hash: number): boolean {
    const place = placeOf(hash, this.places);
    return ((this.twice[place >> 3] ?? 0) & (1 << (place & 7))) !== 0;
  }
}

/** The rows met so far whose hashes may stand more than once, by these. */
class RowsSeen {
  /** Rows that repeat an earlier one, and that one. */
  readonly rows: number[] = [];
  readonly first: number[] = [];
  /** A row at the place of its hash or behind it; −1 for none. */
  private readonly slots: Int32Array;

  constructor(
    private readonly columns: readonly CellColumn[],
    private readonly hashes: Int32Array,
    private readonly marks: HashMarks,
  ) {
    this.slots = new Int32Array(placesFor(marks.met * 2, 2)).fill(-1);
  }

  take(filled: Uint8Array, from: number, to: number): void {
    const { hashes, marks } = this;
    for (let row = from; row < to; row += 1) {
      if (filled[row] === 0 || !marks.mayRepeat(hashes[row] ?? 0)) continue;
      const earlier = this.earlierThan(row);
      if (earlier < 0) continue;
      this.rows.push(row);
      this.first.push(earlier);
    }
  }

  /** The first row that holds the same; −1, with the row noted, where there is none. */
  private earlierThan(row: number): number {
    const { slots, hashes, columns } = this;
    const hash = hashes[row] ?? 0;
    let slot = placeOf(hash, slots.length);
    for (;;) {
      const earlier = slots[slot] ?? -1;
      if (earlier < 0) {
        slots[slot] = row;
        return -1;
      }
      if (hashes[earlier] === hash && isSameRow(columns, earlier, row)) return earlier;
      slot = (slot + 1) & (slots.length - 1);
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
