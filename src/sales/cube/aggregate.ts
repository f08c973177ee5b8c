import { periodAt, type Period } from '../calendar';
import { findNumbers, findTexts, type Dataset } from '../dataset';
import { columnsOf, measureTable, type Measure, type MeasureName } from '../measures';
import { Cube, type KeyCells } from './cube';
import { Accumulators, type FigureReader } from './figure-reader';
import { RowFilter, type RowConditions } from './row-filter';
import type { RowEdit } from './sales-row';
import type { TimeSteps } from './time-axis';

/** What rows are grouped by, which of them count, and what is asked of every group. */
export interface AggregateRequest extends TimeSteps, RowConditions {
  /** Dimensions by name; none for all rows together. */
  readonly by: readonly string[];
  readonly measures: readonly MeasureName[];
}

/** A group that has rows. */
export interface Group {
  /** Names the group to its aggregate until the next update. */
  readonly cell: number;
  /** One text per dimension; an empty one stands for a blank cell. */
  readonly key: readonly string[];
  /** The number of its period, as `periodIndex` counts them, or of its span, from 0 on. */
  readonly step: number;
}

/**
 * Groups the rows of a data set and computes the measures of each group; see `Aggregate`.
 * @example aggregate({ rows: 2, dates: Int32Array.of(46066, 46067), amounts: amountsOf(Float64Array.of(0.1, 0.2)), dimensions: new Map() }, { by: [], measures: ['sales'] }).figure(1, 'sales') // 0.3
 */
export function aggregate(dataset: Dataset, request: AggregateRequest): Aggregate {
  return new Aggregate(dataset, request);
}

/**
 * Figures of the rows of a data set, grouped by dimensions and by time in one pass.
 *
 * Sums are exact in minor units whatever the order of rows; a ratio of a group is that of its sums.
 * A figure without its column, or without anything it is divided by, is an `Unmeasurable`. No rows
 * are kept, so that the data set must stay as it is; when it changes, `update` brings the figures
 * up to date.
 */
export class Aggregate {
  private rises = 1;
  private columns: string;
  private kept: Accumulators;
  private cube: Cube;
  private readers: ReadonlyMap<MeasureName, FigureReader>;

  constructor(
    dataset: Dataset,
    readonly request: AggregateRequest,
  ) {
    this.columns = columnsNeeded(dataset, request);
    [this.kept, this.readers, this.cube] = this.built(dataset);
  }

  /** Rises with every update. */
  get generation(): number {
    return this.rises;
  }

  /** The cells of the groups that have rows: by the numbers of their texts, then by time. */
  cells(): Int32Array {
    return this.cube.cells();
  }

  /** The groups that have rows, in the order of `cells`. */
  groups(): Group[] {
    return Array.from(this.cells(), (cell) => this.groupAt(cell));
  }

  /** The keys that have rows, in the order of `cells`, with their cells; the first step is `firstStep`. */
  byKey(): KeyCells {
    return this.cube.byKey();
  }

  /** With a grain, the number of the first period; with cuts, 0. */
  get firstStep(): number {
    return this.cube.firstStep;
  }

  /** What a cell stands for. */
  groupAt(cell: number): Group {
    const { texts, step } = this.cube.positions(cell);
    return { cell, key: texts.map((code, axis) => this.cube.textsOn(axis)[code] ?? ''), step };
  }

  /**
   * The cell of a key and, where there is a grain or are cuts, of a period or span by its number;
   * −1 where there is none, which has the figures of no rows.
   */
  find(key: readonly string[], step = this.cube.firstStep): number {
    return this.cube.cellOf(key, step);
  }

  /**
   * For each of some cells of another aggregate, by the same dimensions and steps, the cell that has
   * the same texts and step here; −1 where there is none. Texts meet only where they are the same.
   */
  matching(other: Aggregate, cells: Int32Array): Int32Array {
    return this.cube.matching(other.cube, cells);
  }

  /** The figure of a cell. */
  figure(cell: number, measure: MeasureName): Measure {
    return this.readerOf(measure)(cell);
  }

  /**
   * The figure of several cells together, each named once. Undefined for distinct counts, medians
   * and the latest, which need the rows again: ask an aggregate in which the cells are one.
   */
  figureOver(cells: readonly number[], measure: MeasureName): Measure | undefined {
    this.readerOf(measure);
    return this.kept.readerOver(measureTable[measure].adds)?.(cells);
  }

  /** Reads one measure of many cells; good until the next update. */
  readerOf(measure: MeasureName): FigureReader {
    const reader = this.readers.get(measure);
    if (!reader) throw new Error(`The aggregate was not asked for ${JSON.stringify(measure)}`);
    return reader;
  }

  /**
   * The figures of all cells at once, in the minor units of the amounts: of a plain sum that is exact.
   * Undefined for any other measure. A cell without rows has 0 or −0. Good until the next update.
   */
  minorSums(measure: MeasureName): Float64Array | undefined {
    this.readerOf(measure);
    const { adds } = measureTable[measure];
    const isPlain = adds.kind === 'sum' && adds.having === undefined;
    return isPlain ? this.kept.minorSums(adds.column) : undefined;
  }

  /** By cell, how many rows it has. Good until the next update. */
  rowCounts(): Int32Array {
    return this.cube.rowCounts();
  }

  /** How many rows a cell has. */
  rowsIn(cell: number): number {
    return this.cube.rowsIn(cell);
  }

  /** With a grain, the periods from the first to the last on which any row is dated. */
  periods(): Period[] {
    const { grain } = this.request;
    if (!grain) return [];
    const steps = [...this.cells()].map((cell) => this.cube.positions(cell).step);
    const first = steps.reduce((least, step) => Math.min(least, step), Infinity);
    const last = steps.reduce((most, step) => Math.max(most, step), -Infinity);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
      periodAt(first + at, grain),
    );
  }

  /**
   * Takes in what changed since: `dataset` as it is now, and each row that was changed, added or
   * removed, as it was and as it is. The figures are the same as of a new aggregate.
   *
   * Sums and counts are mended in place, in microseconds a row. What cannot be mended (a median, a
   * distinct count, the largest one taken away, amounts without a common scale) is added up anew
   * for the cells touched, once it is asked for. Everything is added up anew where texts got other
   * numbers, a column another scale, or the edits do not account for the rows there are.
   */
  update(dataset: Dataset, edits: readonly RowEdit[]): void {
    this.rises += 1;
    const columns = columnsNeeded(dataset, this.request);
    if (columns === this.columns && this.cube.update(dataset, edits)) return;
    this.columns = columns;
    [this.kept, this.readers, this.cube] = this.built(dataset);
  }

  private built(dataset: Dataset): [Accumulators, ReadonlyMap<MeasureName, FigureReader>, Cube] {
    const kept = new Accumulators(dataset, (accumulator) => {
      this.cube.settle(accumulator);
    });
    const readers = new Map(
      this.request.measures.map((name) => [name, kept.readerOf(measureTable[name].adds)]),
    );
    const { by } = this.request;
    const cube = new Cube(dataset, by, this.request, new RowFilter(this.request), kept);
    return [kept, readers, cube];
  }
}

/** What of the columns that measures need decides how they are added. */
function columnsNeeded(dataset: Dataset, { measures }: AggregateRequest): string {
  const roles = [...new Set(measures.flatMap(columnsOf))].sort();
  return JSON.stringify(
    roles.map((role) => {
      const numbers = findNumbers(dataset, role);
      return [
        role,
        numbers && [numbers.decimals ?? 'any', numbers.blanks !== undefined],
        findTexts(dataset, role) !== undefined,
      ];
    }),
  );
}
