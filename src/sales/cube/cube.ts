import { getDimension, type Dataset } from '../dataset';
import type { Accumulator } from './accumulator';
import { Block, blockRows } from './block';
import { DenseSpace, type AxisColumn, type CellSpace } from './cell-space';
import type { Accumulators } from './figure-reader';
import { HashedSpace } from './hashed-space';
import type { RowFilter } from './row-filter';
import type { RowEdit, SalesRow } from './sales-row';
import { addStraight, emptySums, marksOf, type Totals } from './straight-sums';
import { dayRangeOf, TimeAxis, type TimeSteps } from './time-axis';

/** Up to so many combinations each has a cell, whatever the rows; beyond, twice as many as rows. */
const alwaysDense = 65_536;

/** The cells of keys by step of time. */
export interface KeyCells {
  /** One text per dimension. */
  readonly keys: readonly (readonly string[])[];
  /** How many steps there are, from the first on. */
  readonly steps: number;
  /** The cell of key k in step s is `cells[k × steps + s]`; 0, a cell without rows, for none. */
  readonly cells: Int32Array;
}

/** In the time that one edit takes, so many rows are added up anew. */
const rowsAnEdit = 256;
/** So few edits are always taken in one by one. */
const fewEdits = 64;

/**
 * The cells of an aggregate: one for every combination of a text on each dimension and a step of
 * time, with what the accumulators keep of its rows. The rows themselves stay in the data set.
 */
export class Cube {
  private dataset: Dataset;
  private space: CellSpace;
  private time: TimeAxis;
  private rowCount = 0;
  /** Whether any row counted when the axis of time was made. */
  private readonly hasDays: boolean;
  /** Whether the rows of each cell are counted, or the cells that have any marked, or neither. */
  private tally: 'counted' | 'marked' | 'none' = 'none';
  private marks: Uint8Array = new Uint8Array(0);
  /** By dimension, the numbers of its texts; filled when first asked. */
  private readonly codes: Map<string, number>[];
  private readonly block = new Block();
  /** Positions of the cell that is looked for, made once for all look-ups. */
  private readonly sought: Int32Array;
  /** Cells to be added up anew, and for which accumulators. */
  private readonly staleCells = new Set<number>();
  private readonly stale = new Set<Accumulator>();

  constructor(
    dataset: Dataset,
    private readonly by: readonly string[],
    private readonly steps: TimeSteps,
    private readonly filter: RowFilter,
    private readonly kept: Accumulators,
  ) {
    this.dataset = dataset;
    this.sought = new Int32Array(by.length + 1);
    this.codes = by.map(() => new Map<string, number>());
    // Days that belong to no row: an axis of one step, until a row comes.
    const range = this.hasSteps
      ? dayRangeOf(dataset.dates, dataset.rows, filter.from, filter.to)
      : undefined;
    this.hasDays = !this.hasSteps || range !== undefined;
    this.time = new TimeAxis(steps, range ?? { first: 1, last: 1 });
    const sizes = by.map((dimension) => getDimension(dataset, dimension).values.length);
    this.space = this.spaceFor([...sizes, this.time.size]);
    this.addUp();
  }

  get firstStep(): number {
    return this.time.firstPeriod;
  }

  get stepCount(): number {
    return this.time.size;
  }

  /** The cells that have rows, by the positions of their texts, then by time. */
  cells(): Int32Array {
    return this.space.inOrder(this.tallied());
  }

  /** The keys that have rows, in the order of their cells, with their cells by step. */
  byKey(): KeyCells {
    const { space, stepCount: steps } = this;
    const { firsts, cells } = space.rowsWith(this.tallied());
    const at = new Int32Array(this.by.length + 1);
    const texts = this.by.map((_, axis) => this.textsOn(axis));
    const keys = Array.from(firsts, (cell) => {
      space.readPositions(cell, at);
      return texts.map((own, axis) => own[at[axis] ?? 0] ?? '');
    });
    return { keys, steps, cells };
  }

  rowsIn(cell: number): number {
    return this.rowCounts()[cell] ?? 0;
  }

  /** By cell, how many rows it has. */
  rowCounts(): Int32Array {
    this.settle(this.kept.rows);
    return this.kept.rows.counts;
  }

  /** The numbers of a cell's texts, one per dimension, and its step. */
  positions(cell: number): { readonly texts: readonly number[]; readonly step: number } {
    const texts = this.space.positions(cell);
    const position = texts.pop() ?? 0;
    return { texts, step: this.firstStep + position };
  }

  /** The cell of these texts and this step; −1 where there is none. */
  cellOf(key: readonly string[], step: number): number {
    const { sought } = this;
    const axes = this.by.length;
    for (let axis = 0; axis < axes; axis += 1) sought[axis] = this.codeOf(axis, key[axis] ?? '');
    sought[axes] = step - this.firstStep;
    return this.space.find(sought);
  }

  /** The cells that stand here for the same texts and steps as cells of another cube; −1 for none. */
  matching(other: Cube, cells: Int32Array): Int32Array {
    const codes = this.by.map((_, axis) =>
      Int32Array.from(other.textsOn(axis), (text) => this.codeOf(axis, text)),
    );
    const shift = other.firstStep - this.firstStep;
    const here = new Int32Array(this.by.length + 1);
    return cells.map((cell) => {
      other.space.readPositions(cell, here);
      for (let axis = 0; axis < codes.length; axis += 1) {
        here[axis] = codes[axis]?.[here[axis] ?? 0] ?? -1;
      }
      here[codes.length] = (here[codes.length] ?? 0) + shift;
      return this.space.find(here);
    });
  }

  textsOn(axis: number): readonly string[] {
    return getDimension(this.dataset, this.by[axis] ?? '').values;
  }

  /** The number of a text of a dimension; −1 where it has none. */
  codeOf(axis: number, text: string): number {
    const known = this.codes[axis];
    if (!known) return -1;
    const code = known.get(text);
    if (code !== undefined) return code;
    const texts = this.textsOn(axis);
    for (let code = known.size; code < texts.length; code += 1) known.set(texts[code] ?? '', code);
    return known.get(text) ?? -1;
  }

  /** Brings an accumulator up to date that is about to be read. */
  settle(accumulator: Accumulator): void {
    if (accumulator === this.kept.rows && this.tally !== 'counted') this.countRows();
    if (this.stale.size > 0 && this.stale.has(accumulator)) this.addUpStale();
  }

  /**
   * Takes in what changed. False, with nothing done, where the rows have to be added up anew: texts
   * have other numbers than before, the edits do not lead from the rows there were to those there
   * are, or there are so many that adding up anew is quicker.
   */
  update(dataset: Dataset, edits: readonly RowEdit[]): boolean {
    const added = edits.reduce(
      (rows, { before, after }) =>
        rows + Number(after !== undefined) - Number(before !== undefined),
      0,
    );
    if (!this.hasDays || this.rowCount === 0 || this.rowCount + added !== dataset.rows)
      return false;
    if (edits.length > fewEdits && edits.length * rowsAnEdit > dataset.rows) return false;
    if (!this.hasSameTexts(dataset)) return false;
    this.dataset = dataset;
    this.rowCount = dataset.rows;
    this.kept.bind(dataset);
    if (this.tally === 'marked') this.tally = 'none';
    for (const { before, after } of edits) {
      if (before) this.patch(before, -1);
      if (after) this.patch(after, 1);
    }
    return true;
  }

  private get hasSteps(): boolean {
    return this.steps.grain !== undefined || this.steps.cuts !== undefined;
  }

  private hasSameTexts(dataset: Dataset): boolean {
    return this.by.every((dimension, axis) => {
      const [known, now] = [this.textsOn(axis), getDimension(dataset, dimension).values];
      return known === now || known.every((text, code) => text === now[code]);
    });
  }

  private spaceFor(sizes: readonly number[]): CellSpace {
    const combinations = sizes.reduce((product, size) => product * size, 1);
    const most = Math.max(alwaysDense, this.dataset.rows * 2);
    return combinations <= most ? new DenseSpace(sizes) : new HashedSpace(sizes);
  }

  private columns(): AxisColumn[] {
    const columns = this.by.map((dimension): AxisColumn => ({
      column: getDimension(this.dataset, dimension).codes,
      table: undefined,
      offset: 0,
    }));
    if (this.hasSteps) {
      const { stepOfDay, firstDay } = this.time;
      columns.push({ column: this.dataset.dates, table: stepOfDay, offset: firstDay });
    }
    return columns;
  }

  /** Calls with the rows of the data set, a block at a time, their cells found. */
  private pass(visit: (block: Block) => void): void {
    const { block, space, dataset } = this;
    const columns = this.columns();
    const leaveOut = this.filter.over(dataset);
    block.isFiltered = leaveOut !== undefined;
    for (let from = 0; from < dataset.rows; from += blockRows) {
      block.from = from;
      block.to = Math.min(from + blockRows, dataset.rows);
      leaveOut?.(block);
      space.place(block, columns);
      visit(block);
    }
  }

  private addUp(): void {
    const running = this.kept.running();
    const whole = this.kept.whole();
    this.kept.bind(this.dataset);
    for (const accumulator of running) accumulator.start(this.space.size);
    const { rows } = this.kept;
    const isCounting = this.kept.readsRows || whole.length > 0;
    const sums = this.kept.plainSums();
    const isAdded = sums !== undefined && this.addStraight(sums.totals(), isCounting);
    const rest = isAdded ? running.filter((one) => one !== sums && one !== rows) : running;
    if (!isAdded) this.tally = 'counted';
    if (rest.length > 0) {
      this.pass((block) => {
        for (const accumulator of rest) {
          accumulator.grow(this.space.size);
          accumulator.take(block);
        }
      });
    }
    for (const accumulator of whole) accumulator.start(this.space.size);
    if (whole.length > 0) {
      for (const accumulator of whole) accumulator.expect(this.kept.rows.counts);
      this.pass((block) => {
        for (const accumulator of whole) accumulator.take(block);
      });
      for (const accumulator of whole) accumulator.finish();
    }
    this.rowCount = this.dataset.rows;
  }

  /** Adds all rows the fast way, where there is one for what they are grouped by. */
  private addStraight(totals: Totals, isCounting: boolean): boolean {
    const { space, dataset, time } = this;
    if (!(space instanceof DenseSpace) || !this.hasSteps || this.filter.over(dataset)) return false;
    const steps = { dates: dataset.dates, table: time.stepOfDay, firstDay: time.firstDay };
    const [first, second, third] = this.by.map((dimension, axis) => ({
      codes: getDimension(dataset, dimension).codes,
      stride: space.strides[axis] ?? 0,
    }));
    if (!first || third) return false;
    const counts = isCounting ? this.kept.rows.counts : undefined;
    if (!counts) emptySums(totals.sums);
    // A block at a time all the same: a function called often is compiled well, one that is called
    // once for a million rows is not.
    for (let from = 0; from < dataset.rows; from += blockRows) {
      const rows = { from, to: Math.min(from + blockRows, dataset.rows) };
      addStraight(rows, [first, second], steps, totals, counts);
    }
    this.tally = counts ? 'counted' : 'marked';
    this.marks = counts ? new Uint8Array(0) : marksOf(totals.sums);
    return true;
  }

  /** By cell, whether it has rows. */
  private tallied(): Int32Array | Uint8Array {
    if (this.tally === 'none') this.countRows();
    return this.tally === 'counted' ? this.kept.rows.counts : this.marks;
  }

  private countRows(): void {
    const { rows } = this.kept;
    rows.start(this.space.size);
    this.pass((block) => {
      rows.grow(this.space.size);
      rows.take(block);
    });
    this.tally = 'counted';
  }

  private addUpStale(): void {
    const isStale = new Uint8Array(this.space.size);
    const counts = new Int32Array(this.space.size);
    for (const cell of this.staleCells) {
      isStale[cell] = 1;
      counts[cell] = this.kept.rows.count(cell);
      for (const accumulator of this.stale) accumulator.clear(cell);
    }
    const whole = this.kept.whole().filter((one) => this.stale.has(one));
    for (const accumulator of whole) accumulator.expect(counts);
    this.pass((block) => {
      const { cells, from, to } = block;
      for (let i = 0; i < to - from; i += 1) {
        if (isStale[cells[i] ?? 0] !== 1) cells[i] = 0;
      }
      for (const accumulator of this.stale) accumulator.take(block);
    });
    for (const accumulator of whole) accumulator.finish();
    this.staleCells.clear();
    this.stale.clear();
  }

  private patch(row: SalesRow, sign: 1 | -1): void {
    if (!this.filter.takes(row)) return;
    const cell = this.claim(row);
    for (const accumulator of this.kept.all()) {
      // What is not counted yet is counted when it is asked for.
      if (accumulator === this.kept.rows && this.tally !== 'counted') continue;
      accumulator.grow(this.space.size);
      if (accumulator.patch(cell, row, sign)) continue;
      this.stale.add(accumulator);
      this.staleCells.add(cell);
    }
  }

  /** The cell of a row, for which room is made where its text or period is new. */
  private claim(row: SalesRow): number {
    const texts = this.by.map((dimension, axis) => {
      const code = this.codeOf(axis, row.dimensions.get(dimension) ?? '');
      if (code < 0)
        throw new Error(`The data set has no such text of ${JSON.stringify(dimension)}`);
      return code;
    });
    const { sizes } = this.space;
    const isBeyond = texts.some((code, axis) => code >= (sizes[axis] ?? 0));
    if (isBeyond || !this.time.covers(row.date)) {
      this.extend(
        this.time.covers(row.date)
          ? this.time
          : this.time.including({ first: row.date, last: row.date }),
      );
    }
    return this.space.claim([...texts, this.time.stepOf(row.date) - this.firstStep]);
  }

  /** Moves all cells into a space with room for all texts of the data set and this time axis. */
  private extend(time: TimeAxis): void {
    const { space } = this;
    const shift = this.time.firstPeriod - time.firstPeriod;
    const sizes = this.by.map((_, axis) => {
      const [had, needed] = [space.sizes[axis] ?? 0, this.textsOn(axis).length];
      // New texts seldom come alone.
      return needed > had ? needed + (needed >> 3) : had;
    });
    const wider = this.spaceFor([...sizes, time.size]);
    const to = new Int32Array(space.size);
    const { counts } = this.kept.rows;
    for (let cell = 1; cell < space.size; cell += 1) {
      if (this.tally === 'counted' && (counts[cell] ?? 0) === 0) continue;
      const positions = space.positions(cell);
      positions.push((positions.pop() ?? 0) + shift);
      to[cell] = wider.claim(positions);
    }
    for (const accumulator of this.kept.all()) accumulator.move(to, wider.size);
    const staleCells = [...this.staleCells];
    this.staleCells.clear();
    for (const cell of staleCells) this.staleCells.add(to[cell] ?? 0);
    this.space = wider;
    this.time = time;
  }
}
