import { isBlank } from '../../workbook';
import type { Figures } from './figures';
import { headerText, type Row } from './shape';

interface SummedRows {
  readonly rows: readonly Row[];
  readonly from: number;
  readonly to: number;
  readonly keys: readonly number[];
  readonly numbers: readonly number[];
  readonly figures: Figures;
}

/** How a row's figures stand to the sums of others. */
export interface SumMatch {
  readonly agrees: boolean;
  /** It is the sum of all rows above. */
  readonly isOfAll: boolean;
  /** Figures that are not the sums that most are; where nothing agrees, those of the rows above. */
  readonly differing: readonly Difference[];
}

export interface Difference {
  /** The column of the figure. */
  readonly at: number;
  readonly sum: number;
}

/** A run of rows that were added up. */
interface Run {
  readonly sums: Float64Array;
  count: number;
}

/** How many subtotals a total of totals is looked for among. */
const mostRuns = 60;

/** The running sums of a table's figures, held against rows that may be totals, top down. */
export class Sums {
  private readonly all: Run;
  private group: Run;
  private readonly closed: Run[] = [];
  private next: number;
  private readonly texts = new Map<number, ReadonlySet<string>>();
  private readonly byKeys = new Map<number, ReadonlyMap<string, Run>>();

  constructor(
    private readonly table: SummedRows,
    private readonly skipped: ReadonlySet<number>,
  ) {
    this.next = table.from;
    this.all = this.newRun();
    this.group = this.newRun();
  }

  /** Whether a row holds the sum of the rows above it, of some totals above, or of rows below. */
  match(row: number, column: number | undefined): SumMatch {
    for (; this.next < row; this.next += 1) {
      if (this.skipped.has(this.next)) continue;
      this.add(this.group, this.next);
      this.add(this.all, this.next);
    }
    const isOfAll = this.agrees(row, this.all);
    for (const run of this.runsFor(row, column)) {
      if (this.agrees(row, run)) {
        return { agrees: true, isOfAll, differing: this.differences(row, run) };
      }
    }
    const run = this.group.count > 0 ? this.group : this.all;
    return { agrees: false, isOfAll, differing: this.differences(row, run) };
  }

  /** What a row may be the sum of, the likeliest first. */
  private *runsFor(row: number, column: number | undefined): Generator<Run> {
    yield this.group;
    yield this.all;
    const some = this.newRun();
    addRun(some, this.group);
    for (const run of this.closed.slice(-mostRuns).reverse()) {
      addRun(some, run);
      yield some;
    }
    yield this.below(row);
    if (column !== undefined) yield this.sameKeys(row, column);
  }

  /** Takes a row for a total: what stood above it is one sum now. */
  close(row: number): void {
    const run = this.newRun();
    this.add(run, row);
    if (this.group.count === 0) {
      // A total of totals stands for them from now on.
      this.closed.length = 0;
    }
    this.closed.push(run);
    this.group = this.newRun();
  }

  /** Takes a row for data after all. */
  reopen(row: number): void {
    this.add(this.group, row);
    this.add(this.all, row);
  }

  /** The texts of a column. */
  names(column: number): ReadonlySet<string> {
    const known = this.texts.get(column);
    if (known) return known;
    const texts = new Set<string>();
    for (let row = this.table.from; row < this.table.to; row += 1) {
      const cell = this.table.rows[row]?.[column];
      if (cell !== null && cell !== undefined && !this.skipped.has(row))
        texts.add(headerText(cell));
    }
    this.texts.set(column, texts);
    return texts;
  }

  private newRun(): Run {
    return { sums: new Float64Array(this.table.numbers.length), count: 0 };
  }

  private add(run: Run, row: number): void {
    let isCounted = false;
    for (const [index, column] of this.table.numbers.entries()) {
      const cell = this.table.figures.at(row, column);
      if (cell === undefined) continue;
      run.sums[index] = (run.sums[index] ?? 0) + cell;
      isCounted = true;
    }
    if (isCounted) run.count += 1;
  }

  /** The rows below, down to the next that may be a total. */
  private below(row: number): Run {
    const run = this.newRun();
    for (let at = row + 1; at < this.table.to && !this.skipped.has(at); at += 1) {
      if ((this.table.rows[at] ?? []).every(isBlank)) break;
      this.add(run, at);
    }
    return run;
  }

  /** The rows that have the same keys but the one of the label. */
  private sameKeys(row: number, column: number): Run {
    const others = this.table.keys.filter((key) => key !== column);
    if (others.length === 0) return this.newRun();
    const keyOf = (at: number) =>
      others.map((key) => headerText(this.table.rows[at]?.[key])).join('\n');
    let runs = this.byKeys.get(column) as Map<string, Run> | undefined;
    if (!runs) {
      runs = new Map<string, Run>();
      for (let at = this.table.from; at < this.table.to; at += 1) {
        if (this.skipped.has(at)) continue;
        const key = keyOf(at);
        let run = runs.get(key);
        if (!run) runs.set(key, (run = this.newRun()));
        this.add(run, at);
      }
      this.byKeys.set(column, runs);
    }
    return runs.get(keyOf(row)) ?? this.newRun();
  }

  /** Most figures of the row are the sums of the run, and no small number by chance: one large, or two unlike. */
  private agrees(row: number, run: Run): boolean {
    if (run.count < 2) return false;
    let [equal, other, isLarge, last] = [0, 0, run.count >= 4, 0];
    for (const [index, column] of this.table.numbers.entries()) {
      const cell = this.table.figures.at(row, column);
      if (cell === undefined) continue;
      const sum = run.sums[index] ?? 0;
      if (isSame(cell, sum)) {
        if (sum === 0) continue;
        equal += 1;
        if (Math.abs(sum) < 10) continue;
        isLarge ||= Math.abs(sum) >= 100 || (last !== 0 && !isSame(sum, last));
        last = sum;
      } else other += 1;
    }
    return equal > 0 && isLarge && equal >= other;
  }

  private differences(row: number, run: Run): Difference[] {
    if (run.count === 0) return [];
    return this.table.numbers.flatMap((at, index) => {
      const found = this.table.figures.at(row, at);
      const sum = run.sums[index] ?? 0;
      return found === undefined || isSame(found, sum) ? [] : [{ at, sum }];
    });
  }
}

function addRun(run: Run, other: Run): void {
  for (let index = 0; index < run.sums.length; index += 1) {
    run.sums[index] = (run.sums[index] ?? 0) + (other.sums[index] ?? 0);
  }
  run.count += other.count;
}

/** Equal but for the rounding of cents and of adding up. */
export function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(0.011, Math.abs(other) * 1e-9);
}
