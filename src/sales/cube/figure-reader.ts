import { exactSum, findNumbers, findTexts, type Dataset } from '../dataset';
import { isMeasured, unmeasurable, type Adding, type Measure, type Reason } from '../measures';
import { CellCounts, CellSums, type Accumulator } from './accumulator';
import { CellChoice } from './extremes';
import { CellDistinct, CellMedians, type WholeCells } from './whole-cells';

/** Reads the figure of a cell. Cells that are not there read as one without rows. */
export type FigureReader = (cell: number) => Measure;

/** Reads the figure of several cells together; undefined where the cells alone do not tell it. */
export type GroupReader = (cells: readonly number[]) => Measure;

/** What has to be kept of the cells for some measures; shared where two need the same. */
export class Accumulators {
  /** Rows by cell. */
  readonly rows = new CellCounts();
  /** Whether a figure is made of the number of rows. */
  readsRows = false;
  private readonly filled = new Map<string, CellCounts>();
  private readonly sums = new Map<string, CellSums>();
  private readonly choices = new Map<string, CellChoice>();
  private readonly distincts = new Map<string, CellDistinct>();
  private readonly medians = new Map<string, CellMedians>();

  /** `beforeReading` is told which one is about to be read. */
  constructor(
    private dataset: Dataset,
    private readonly beforeReading: (accumulator: Accumulator) => void,
  ) {}

  /** What one pass over the rows adds up. */
  running(): Accumulator[] {
    const { rows, filled, sums, choices } = this;
    return [rows, ...filled.values(), ...sums.values(), ...choices.values()];
  }

  /** Sums that can be added up together with the number of rows. */
  plainSums(): CellSums | undefined {
    return [...this.sums.values()].find((sums) => sums.isPlain);
  }

  /** The sums of a column by cell, in minor units; undefined where they are not exact. */
  minorSums(column: string): Float64Array | undefined {
    const sums = this.sums.get(column);
    return sums?.isPlain ? this.current(sums).totals().sums : undefined;
  }

  /** What needs the rows of a cell side by side. */
  whole(): WholeCells[] {
    return [...this.distincts.values(), ...this.medians.values()];
  }

  /** Turns to the columns of this data set; nothing holds on to those of the one before. */
  bind(dataset: Dataset): void {
    this.dataset = dataset;
    for (const accumulator of this.all()) accumulator.bind(dataset);
  }

  all(): Accumulator[] {
    return [...this.running(), ...this.whole()];
  }

  /** A reader of figures that add like this; keeps what it needs. */
  readerOf(adding: Adding): FigureReader {
    switch (adding.kind) {
      case 'rows':
        this.readsRows = true;
        return (cell) => this.current(this.rows).count(cell);
      case 'sum':
        return this.sumReader(adding.column, adding.having);
      case 'mean':
        return ratioReader(
          this.sumReader(adding.column, undefined),
          this.countReader(adding.column),
          'noRows',
        );
      case 'distinct':
        return this.distinctReader(adding.column);
      case 'median':
        return this.medianReader(adding.column);
      case 'least':
      case 'most':
      case 'last':
        return this.choiceReader(adding.kind, adding.column);
      case 'balance':
        return balanceReader(
          adding.plus.map((part) => this.readerOf(part)),
          adding.minus.map((part) => this.readerOf(part)),
        );
      case 'ratio':
        return ratioReader(
          this.readerOf(adding.numerator),
          this.readerOf(adding.denominator),
          adding.without ?? 'divisorIsZero',
        );
    }
  }

  /**
   * A reader of what several cells have together. Undefined for figures that need the rows again:
   * the customers of two months are not those of one and of the other.
   */
  readerOver(adding: Adding): GroupReader | undefined {
    switch (adding.kind) {
      case 'rows':
      case 'sum':
        return merged(this.readerOf(adding), exactSum);
      case 'mean':
        return ratioReader(
          merged(this.sumReader(adding.column, undefined), exactSum),
          merged(this.countReader(adding.column), exactSum),
          'noRows',
        );
      case 'least':
        return merged(this.readerOf(adding), (parts) => Math.min(...parts));
      case 'most':
        return merged(this.readerOf(adding), (parts) => Math.max(...parts));
      case 'balance':
        return this.balanceOver(adding.plus, adding.minus);
      case 'ratio': {
        const above = this.readerOver(adding.numerator);
        const below = this.readerOver(adding.denominator);
        return above && below
          ? ratioReader(above, below, adding.without ?? 'divisorIsZero')
          : undefined;
      }
      default:
        return undefined;
    }
  }

  private balanceOver(plus: readonly Adding[], minus: readonly Adding[]): GroupReader | undefined {
    const added = plus.flatMap((part) => this.readerOver(part) ?? []);
    const taken = minus.flatMap((part) => this.readerOver(part) ?? []);
    const isWhole = added.length === plus.length && taken.length === minus.length;
    return isWhole ? balanceReader(added, taken) : undefined;
  }

  private sumReader(column: string, having: string | undefined): FigureReader {
    const columnNumbers = findNumbers(this.dataset, column);
    if (!columnNumbers) return noColumn;
    let needed = having;
    if (having !== undefined) {
      const numbers = findNumbers(this.dataset, having);
      const texts = findTexts(this.dataset, having);
      if (!numbers && !texts) return noColumn;
      // Where the column is filled in every row, the plain sum is the same.
      if (numbers && !numbers.blanks) needed = undefined;
    }
    const sums = kept(
      this.sums,
      needed === undefined ? column : `${column} having ${needed}`,
      () => new CellSums(column, needed),
    );
    const total: FigureReader = (cell) => this.current(sums).total(cell);
    if (!columnNumbers.blanks) return total;
    // Rows of which none has a number have no sum of 0 either.
    const filled = this.countReader(column);
    this.readsRows = true;
    return (cell) =>
      filled(cell) === 0 && this.current(this.rows).count(cell) > 0 ? noValues : total(cell);
  }

  private countReader(column: string): FigureReader {
    const numbers = findNumbers(this.dataset, column);
    if (!numbers) return noColumn;
    this.readsRows ||= !numbers.blanks;
    const counts = numbers.blanks
      ? kept(this.filled, column, () => new CellCounts(column))
      : this.rows;
    return (cell) => this.current(counts).count(cell);
  }

  private distinctReader(column: string): FigureReader {
    if (!findTexts(this.dataset, column)) return noColumn;
    const distinct = kept(this.distincts, column, () => new CellDistinct(column));
    return (cell) => this.current(distinct).count(cell);
  }

  private medianReader(column: string): FigureReader {
    if (!findNumbers(this.dataset, column)) return noColumn;
    const medians = kept(this.medians, column, () => new CellMedians(column));
    return (cell) => this.current(medians).number(cell) ?? unmeasurable('noRows');
  }

  private choiceReader(kind: 'least' | 'most' | 'last', column: string): FigureReader {
    if (!findNumbers(this.dataset, column)) return noColumn;
    const choice = kept(this.choices, `${kind} ${column}`, () => new CellChoice(kind, column));
    return (cell) => this.current(choice).number(cell) ?? unmeasurable('noRows');
  }

  private current<T extends Accumulator>(accumulator: T): T {
    this.beforeReading(accumulator);
    return accumulator;
  }
}

const noColumn: FigureReader = () => unmeasurable('noColumn');
const noValues = unmeasurable('noValues');

/** The one under a key, made where there is none. */
function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const one = known.get(key) ?? make();
  known.set(key, one);
  return one;
}

/** Of the cells that have a figure, all of them put into one. */
function merged(read: FigureReader, merge: (parts: readonly number[]) => number): GroupReader {
  return (cells) => {
    const figures = (cells.length > 0 ? cells : [0]).map(read);
    const parts = figures.filter(isMeasured);
    return parts.length > 0 ? merge(parts) : (figures[0] ?? unmeasurable('noRows'));
  };
}

function balanceReader<T>(
  plus: readonly ((cell: T) => Measure)[],
  minus: readonly ((cell: T) => Measure)[],
): (cell: T) => Measure {
  return (cell) => {
    const parts: number[] = [];
    for (const [readers, sign] of [
      [plus, 1],
      [minus, -1],
    ] as const) {
      for (const read of readers) {
        const part = read(cell);
        if (!isMeasured(part)) return part;
        parts.push(sign * part);
      }
    }
    return exactSum(parts);
  };
}

function ratioReader<T>(
  numerator: (cell: T) => Measure,
  denominator: (cell: T) => Measure,
  whenZero: Reason,
): (cell: T) => Measure {
  return (cell) => {
    const above = numerator(cell);
    const below = denominator(cell);
    if (!isMeasured(above)) return above;
    if (!isMeasured(below)) return below;
    if (below === 0) return unmeasurable(whenZero);
    return below < 0 ? unmeasurable('divisorNegative') : above / below + 0;
  };
}
