import { findNumbers, nameOf, type Dataset } from '../dataset';
import {
  filledIn,
  longer,
  longerCounts,
  moved,
  movedCounts,
  numberIn,
  numbersOf,
} from './accumulator';
import type { Accumulator } from './accumulator';
import type { Block } from './block';
import type { SalesRow } from './sales-row';

/**
 * One number of each cell, singled out by comparing: the least, the most, or that of the latest
 * day. Taking the singled-out number away needs the cell's other rows again.
 */
export class CellChoice implements Accumulator {
  private chosen: Float64Array = new Float64Array(0);
  /** How many numbers the cell has; without any, `chosen` means nothing. */
  private counts: Int32Array = new Int32Array(0);
  /** Of `last`, the day of the chosen number. */
  private days: Int32Array = new Int32Array(0);
  private values: Float64Array = new Float64Array(0);
  private dates: Int32Array = new Int32Array(0);
  private isFilled: ((row: number) => boolean) | undefined;
  private name = '';

  constructor(
    private readonly kind: 'least' | 'most' | 'last',
    private readonly column: string,
  ) {}

  bind(dataset: Dataset): void {
    this.values = numbersOf(dataset, this.column).values;
    this.dates = dataset.dates;
    this.name = nameOf(dataset, this.column);
    this.isFilled = findNumbers(dataset, this.column)?.blanks
      ? filledIn(dataset, this.column)
      : undefined;
  }

  start(cells: number): void {
    this.chosen = new Float64Array(cells);
    this.counts = new Int32Array(cells);
    this.days = new Int32Array(this.kind === 'last' ? cells : 0);
  }

  grow(cells: number): void {
    this.chosen = longer(this.chosen, cells);
    this.counts = longerCounts(this.counts, cells);
    if (this.kind === 'last') this.days = longerCounts(this.days, cells);
  }

  take({ cells, from, to }: Block): void {
    const { values, dates, isFilled } = this;
    for (let row = from; row < to; row += 1) {
      if (isFilled && !isFilled(row)) continue;
      this.offer(cells[row - from] ?? 0, values[row] ?? 0, dates[row] ?? 0);
    }
  }

  private offer(cell: number, value: number, day: number): void {
    const count = this.counts[cell] ?? 0;
    this.counts[cell] = count + 1;
    if (count > 0 && !this.isBetter(cell, value, day)) return;
    this.chosen[cell] = value;
    if (this.kind === 'last') this.days[cell] = day;
  }

  private isBetter(cell: number, value: number, day: number): boolean {
    const known = this.chosen[cell] ?? 0;
    switch (this.kind) {
      case 'least':
        return value < known;
      case 'most':
        return value > known;
      case 'last':
        return day >= (this.days[cell] ?? 0);
    }
  }

  patch(cell: number, row: SalesRow, sign: 1 | -1): boolean {
    const number = numberIn(row, this.column, this.name);
    if (number === undefined) return true;
    // Where an added row stands among those of its day, an edit does not tell.
    if (this.kind === 'last' && row.date >= (this.days[cell] ?? 0)) return false;
    if (sign === 1) {
      this.offer(cell, number, row.date);
      return true;
    }
    if (this.kind !== 'last' && number === this.chosen[cell]) return false;
    this.counts[cell] = (this.counts[cell] ?? 0) - 1;
    return true;
  }

  clear(cell: number): void {
    this.chosen[cell] = 0;
    this.counts[cell] = 0;
    if (this.kind === 'last') this.days[cell] = 0;
  }

  move(to: Int32Array, cells: number): void {
    this.chosen = moved(this.chosen, to, cells);
    this.counts = movedCounts(this.counts, to, cells);
    if (this.kind === 'last') this.days = movedCounts(this.days, to, cells);
  }

  /** In the column's own unit; undefined where the cell has no number. */
  number(cell: number): number | undefined {
    if (cell <= 0 || (this.counts[cell] ?? 0) === 0) return undefined;
    return (this.chosen[cell] ?? 0) + 0;
  }
}
