import {
  findNumbers,
  findTexts,
  minorUnits,
  nameOf,
  scaleOf,
  type Amounts,
  type Dataset,
} from '../dataset';
import type { Block } from './block';
import type { SalesRow } from './sales-row';
import type { Totals } from './straight-sums';

/** What is kept of every cell of a cube, added up row by row. */
export interface Accumulator {
  /** Turns to the columns of this data set; the cells stay as they are. */
  bind(dataset: Dataset): void;
  /** Empties all cells. */
  start(cells: number): void;
  /** Makes room for more cells, which hold nothing yet. */
  grow(cells: number): void;
  /** Adds the rows of a block to their cells. */
  take(block: Block): void;
  /**
   * Adds (1) or takes away (−1) one row; false where the cell has to be added up anew, from all of
   * its rows, instead.
   */
  patch(cell: number, row: SalesRow, sign: 1 | -1): boolean;
  /** Empties one cell. */
  clear(cell: number): void;
  /** Moves every cell to the place `to` names for it. */
  move(to: Int32Array, cells: number): void;
}

/** Tells of each row whether a column is filled in it; undefined where it is in all rows. */
export function filledIn(dataset: Dataset, role: string): ((row: number) => boolean) | undefined {
  const blanks = findNumbers(dataset, role)?.blanks;
  if (blanks) return (row) => blanks[row] !== 1;
  const texts = findTexts(dataset, role);
  const blank = texts?.values.indexOf('') ?? -1;
  return texts && blank >= 0 ? (row) => texts.codes[row] !== blank : undefined;
}

/** Whether a column is filled in a row by itself. */
function isFilledIn(row: SalesRow, role: string, name: string): boolean {
  return role === 'amount' || row.numbers.has(name) || (row.dimensions.get(name) ?? '') !== '';
}

export function numberIn(row: SalesRow, role: string, name: string): number | undefined {
  return role === 'amount' ? row.amount : row.numbers.get(name);
}

export function numbersOf(dataset: Dataset, role: string): Amounts {
  const column = findNumbers(dataset, role);
  if (!column) throw new Error(`The data set has no numbers for ${JSON.stringify(role)}`);
  return column;
}

export function longer(array: Float64Array, length: number): Float64Array {
  if (length <= array.length) return array;
  const copy = new Float64Array(Math.max(length, array.length * 2));
  copy.set(array);
  return copy;
}

export function longerCounts(array: Int32Array, length: number): Int32Array {
  if (length <= array.length) return array;
  const copy = new Int32Array(Math.max(length, array.length * 2));
  copy.set(array);
  return copy;
}

/** The same numbers, each at its new place. */
export function moved(array: Float64Array, to: Int32Array, length: number): Float64Array {
  const there = new Float64Array(length);
  for (let cell = 1; cell < to.length; cell += 1) there[to[cell] ?? 0] = array[cell] ?? 0;
  return there;
}

export function movedCounts(array: Int32Array, to: Int32Array, length: number): Int32Array {
  const there = new Int32Array(length);
  for (let cell = 1; cell < to.length; cell += 1) there[to[cell] ?? 0] = array[cell] ?? 0;
  return there;
}

/** Rows by cell; of a column, the rows in which it is filled. */
export class CellCounts implements Accumulator {
  counts: Int32Array = new Int32Array(0);
  private isFilled: ((row: number) => boolean) | undefined;
  private name = '';

  constructor(private readonly column?: string) {}

  bind(dataset: Dataset): void {
    if (this.column === undefined) return;
    this.isFilled = filledIn(dataset, this.column);
    this.name = nameOf(dataset, this.column);
  }

  start(cells: number): void {
    this.counts = new Int32Array(cells);
  }

  grow(cells: number): void {
    this.counts = longerCounts(this.counts, cells);
  }

  take({ cells, from, to }: Block): void {
    const { counts, isFilled } = this;
    for (let row = from; row < to; row += 1) {
      if (isFilled && !isFilled(row)) continue;
      const cell = cells[row - from] ?? 0;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }

  patch(cell: number, row: SalesRow, sign: 1 | -1): boolean {
    if (this.column === undefined || isFilledIn(row, this.column, this.name)) {
      this.counts[cell] = (this.counts[cell] ?? 0) + sign;
    }
    return true;
  }

  clear(cell: number): void {
    this.counts[cell] = 0;
  }

  move(to: Int32Array, cells: number): void {
    this.counts = movedCounts(this.counts, to, cells);
  }

  count(cell: number): number {
    return cell > 0 ? (this.counts[cell] ?? 0) : 0;
  }
}

/** Sums of a column by cell: exact in minor units, else with Neumaier's compensation. */
export class CellSums implements Accumulator {
  private sums: Float64Array = new Float64Array(0);
  /** What the additions rounded away; none where sums are exact. */
  private lost: Float64Array | undefined;
  private values: Float64Array = new Float64Array(0);
  private isFilled: ((row: number) => boolean) | undefined;
  private scale = 1;
  private isExact = true;
  private name = '';
  private nameOfHaving = '';

  constructor(
    private readonly column: string,
    private readonly having: string | undefined,
  ) {}

  bind(dataset: Dataset): void {
    const numbers = numbersOf(dataset, this.column);
    this.values = numbers.values;
    this.scale = scaleOf(numbers);
    this.isExact = numbers.decimals !== undefined;
    this.name = nameOf(dataset, this.column);
    if (this.having === undefined) return;
    this.isFilled = filledIn(dataset, this.having);
    this.nameOfHaving = nameOf(dataset, this.having);
  }

  start(cells: number): void {
    this.sums = new Float64Array(cells);
    this.lost = this.isExact ? undefined : new Float64Array(cells);
  }

  grow(cells: number): void {
    this.sums = longer(this.sums, cells);
    if (this.lost) this.lost = longer(this.lost, cells);
  }

  take(block: Block): void {
    const { sums, lost, isFilled } = this;
    if (lost || isFilled) this.takeEach(block);
    else addAll(sums, this.values, this.scale, block);
  }

  /** Whether every row is added, exactly. */
  get isPlain(): boolean {
    return this.isExact && !this.isFilled;
  }

  /** What to add, and where to. */
  totals(): Totals {
    return { values: this.values, scale: this.scale, sums: this.sums };
  }

  private takeEach({ cells, from, to }: Block): void {
    const { values, isFilled } = this;
    for (let row = from; row < to; row += 1) {
      if (!isFilled || isFilled(row)) this.add(cells[row - from] ?? 0, values[row] ?? 0);
    }
  }

  private add(cell: number, value: number): void {
    const { sums, lost } = this;
    const sum = sums[cell] ?? 0;
    if (!lost) {
      sums[cell] = sum + minorUnits(value, this.scale);
      return;
    }
    const next = sum + value;
    const rounded = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    lost[cell] = (lost[cell] ?? 0) + rounded;
    sums[cell] = next;
  }

  patch(cell: number, row: SalesRow, sign: 1 | -1): boolean {
    const number = numberIn(row, this.column, this.name);
    if (number === undefined) return true;
    if (this.having !== undefined && !isFilledIn(row, this.having, this.nameOfHaving)) return true;
    if (this.lost) return false;
    this.sums[cell] = (this.sums[cell] ?? 0) + sign * minorUnits(number, this.scale);
    return true;
  }

  clear(cell: number): void {
    this.sums[cell] = 0;
    if (this.lost) this.lost[cell] = 0;
  }

  move(to: Int32Array, cells: number): void {
    this.sums = moved(this.sums, to, cells);
    if (this.lost) this.lost = moved(this.lost, to, cells);
  }

  /** In the column's own unit. */
  total(cell: number): number {
    if (cell <= 0) return 0;
    return ((this.sums[cell] ?? 0) + (this.lost?.[cell] ?? 0)) / this.scale + 0;
  }
}

function addAll(
  sums: Float64Array,
  values: Float64Array,
  scale: number,
  { cells, from, to }: Block,
): void {
  for (let row = from; row < to; row += 1) {
    const cell = cells[row - from] ?? 0;
    sums[cell] = (sums[cell] ?? 0) + minorUnits(values[row] ?? 0, scale);
  }
}
