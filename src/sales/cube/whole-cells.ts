import { findTexts, minorUnits, scaleOf, type Dataset, type TextColumn } from '../dataset';
import { filledIn, longer, longerCounts, moved, movedCounts, numbersOf } from './accumulator';
import type { Accumulator } from './accumulator';
import type { Block } from './block';
import { medianOf } from './median';

/**
 * Figures that need all rows of a cell side by side. The rows of a pass are laid out cell by cell
 * first, so that nothing is kept between passes but the figure itself.
 */
export interface WholeCells extends Accumulator {
  /** Before a pass: how many rows it brings to each cell. */
  expect(counts: Int32Array): void;
  /** After a pass: computes the cells that it brought rows to. */
  finish(): void;
}

/** Where the rows of each cell stand, one cell behind the other. */
class Layout {
  /** By cell, where its next row goes; at the end of a pass, the end of its rows. */
  readonly next: Int32Array;
  readonly rows: number;

  constructor(private readonly counts: Int32Array) {
    this.next = new Int32Array(counts.length);
    let rows = 0;
    for (let cell = 1; cell < counts.length; cell += 1) {
      this.next[cell] = rows;
      rows += counts[cell] ?? 0;
    }
    this.rows = rows;
  }

  /** Calls with every cell that is to get rows, and where those stand. */
  forEachCell(visit: (cell: number, from: number, to: number) => void): void {
    let from = 0;
    for (let cell = 1; cell < this.counts.length; cell += 1) {
      const count = this.counts[cell] ?? 0;
      if (count === 0) continue;
      visit(cell, from, this.next[cell] ?? from);
      from += count;
    }
  }
}

const nothing = new Layout(new Int32Array(0));

/** How many different texts of a column each cell has, blank ones not counted. */
export class CellDistinct implements WholeCells {
  private distinct: Int32Array = new Int32Array(0);
  private texts: TextColumn = { codes: new Int32Array(0), values: [] };
  private layout = nothing;
  private laidOut: Int32Array = new Int32Array(0);

  constructor(private readonly column: string) {}

  bind(dataset: Dataset): void {
    const texts = findTexts(dataset, this.column);
    if (!texts) throw new Error(`The data set has no texts for ${JSON.stringify(this.column)}`);
    this.texts = texts;
  }

  start(cells: number): void {
    this.distinct = new Int32Array(cells);
  }

  grow(cells: number): void {
    this.distinct = longerCounts(this.distinct, cells);
  }

  expect(counts: Int32Array): void {
    this.layout = new Layout(counts);
    this.laidOut = new Int32Array(this.layout.rows);
  }

  take({ cells, from, to }: Block): void {
    const { laidOut } = this;
    const { next } = this.layout;
    const { codes } = this.texts;
    for (let row = from; row < to; row += 1) {
      const cell = cells[row - from] ?? 0;
      if (cell === 0) continue;
      const at = next[cell] ?? 0;
      laidOut[at] = codes[row] ?? 0;
      next[cell] = at + 1;
    }
  }

  finish(): void {
    const { distinct, laidOut } = this;
    const { values } = this.texts;
    /** By text, the cell that had it last. */
    const seenIn = new Int32Array(values.length);
    const blank = values.indexOf('');
    this.layout.forEachCell((cell, from, to) => {
      if (blank >= 0) seenIn[blank] = cell;
      distinct[cell] = countNew(laidOut, from, to, seenIn, cell);
    });
    this.layout = nothing;
    this.laidOut = new Int32Array(0);
  }

  patch(): boolean {
    return false;
  }

  clear(cell: number): void {
    this.distinct[cell] = 0;
  }

  move(to: Int32Array, cells: number): void {
    this.distinct = movedCounts(this.distinct, to, cells);
  }

  count(cell: number): number {
    return cell > 0 ? (this.distinct[cell] ?? 0) : 0;
  }
}

function countNew(
  codes: Int32Array,
  from: number,
  to: number,
  seenIn: Int32Array,
  cell: number,
): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = codes[at] ?? 0;
    if (seenIn[code] === cell) continue;
    seenIn[code] = cell;
    count += 1;
  }
  return count;
}

/** The median of each cell's numbers. */
export class CellMedians implements WholeCells {
  private medians: Float64Array = new Float64Array(0);
  /** How many numbers the cell has; without any, its median means nothing. */
  private counts: Int32Array = new Int32Array(0);
  private values: Float64Array = new Float64Array(0);
  private isFilled: ((row: number) => boolean) | undefined;
  private scale = 1;
  private isExact = true;
  private layout = nothing;
  private laidOut: Float64Array = new Float64Array(0);

  constructor(private readonly column: string) {}

  bind(dataset: Dataset): void {
    const numbers = numbersOf(dataset, this.column);
    this.values = numbers.values;
    this.scale = scaleOf(numbers);
    this.isExact = numbers.decimals !== undefined;
    this.isFilled = numbers.blanks ? filledIn(dataset, this.column) : undefined;
  }

  start(cells: number): void {
    this.medians = new Float64Array(cells);
    this.counts = new Int32Array(cells);
  }

  grow(cells: number): void {
    this.medians = longer(this.medians, cells);
    this.counts = longerCounts(this.counts, cells);
  }

  expect(counts: Int32Array): void {
    this.layout = new Layout(counts);
    this.laidOut = new Float64Array(this.layout.rows);
  }

  take({ cells, from, to }: Block): void {
    const { laidOut, values, isFilled, scale, isExact } = this;
    const { next } = this.layout;
    for (let row = from; row < to; row += 1) {
      const cell = cells[row - from] ?? 0;
      if (cell === 0 || (isFilled && !isFilled(row))) continue;
      const at = next[cell] ?? 0;
      const value = values[row] ?? 0;
      // In minor units the mean of the two in the middle is exact.
      laidOut[at] = isExact ? minorUnits(value, scale) : value;
      next[cell] = at + 1;
    }
  }

  finish(): void {
    const { medians, counts, laidOut } = this;
    this.layout.forEachCell((cell, from, to) => {
      counts[cell] = to - from;
      medians[cell] = to > from ? medianOf(laidOut, from, to) : 0;
    });
    this.layout = nothing;
    this.laidOut = new Float64Array(0);
  }

  patch(): boolean {
    return false;
  }

  clear(cell: number): void {
    this.medians[cell] = 0;
    this.counts[cell] = 0;
  }

  move(to: Int32Array, cells: number): void {
    this.medians = moved(this.medians, to, cells);
    this.counts = movedCounts(this.counts, to, cells);
  }

  /** In the column's own unit; undefined where the cell has no number. */
  number(cell: number): number | undefined {
    if (cell <= 0 || (this.counts[cell] ?? 0) === 0) return undefined;
    return (this.medians[cell] ?? 0) / this.scale + 0;
  }
}
