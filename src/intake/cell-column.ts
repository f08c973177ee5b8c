import { isError, type CellValue } from '../workbook';

/** Serial dates of sales lie within these: 1950-01-01 to 2099-12-31. */
const [earliest, latest] = [18_264, 73_050];

/** A cell that is no number, with how often it stands in the column and where first. */
export interface DistinctCell {
  readonly value: CellValue;
  count: number;
  /** No row before this one holds it. */
  firstRow: number;
}

/**
 * The cells of one column without loss: numbers as they are, everything else by its number in a
 * list of distinct cells. What has to be judged or parsed is so judged once, however often it
 * stands there.
 */
export class CellColumn {
  /** Row r holds `distinct[codes[r]]`, or a number where the code is −1. None: numbers alone. */
  codes: Int32Array | undefined;
  /** The numbers, at the rows that hold one. None: not a single number. */
  numbers: Float64Array | undefined;
  numberCount = 0;
  /** Numbers that could be days of this or the last century. */
  dayCount = 0;
  /** Grows with every cell that is replaced. */
  edits = 0;
  /** The numbers of distinct cells; made anew after `compact`, when cells come again. */
  private known: Map<unknown, number> | undefined;
  private readonly cells: DistinctCell[] = [];
  /** Rows were taken since distinct cells were counted: counted apart, that is a tight loop. */
  private isUncounted = false;
  private size: number;

  constructor(length: number) {
    this.size = length;
  }

  get length(): number {
    return this.size;
  }

  /** In the order of first appearance. */
  get distinct(): readonly DistinctCell[] {
    if (this.isUncounted) this.countCells();
    return this.cells;
  }

  /** Makes room for more rows, which `take` then fills. */
  grow(length: number): void {
    const { codes, numbers } = this;
    this.size = length;
    this.edits += 1;
    if (numbers) (this.numbers = new Float64Array(length)).set(numbers);
    if (codes) (this.codes = new Int32Array(length).fill(-1)).set(codes);
  }

  at(row: number): CellValue {
    const code = this.codes ? (this.codes[row] ?? -1) : -1;
    if (code >= 0) return this.cells[code]?.value ?? null;
    return this.numbers?.[row] ?? null;
  }

  /** Takes one column of the given rows, the first of which is the column's row `offset`. */
  take(
    rows: readonly (readonly CellValue[])[],
    index: number,
    from: number,
    to: number,
    offset: number,
  ): void {
    const known = this.numbersOfCells();
    let { numbers, codes } = this;
    let [count, days] = [0, 0];
    for (let at = from; at < to; at += 1) {
      const cell = rows[at]?.[index] ?? null;
      const row = offset + at - from;
      if (typeof cell === 'string') {
        codes ??= this.codes = new Int32Array(this.size).fill(-1);
        codes[row] = known.get(cell) ?? this.codeOf(cell, row);
      } else if (typeof cell === 'number') {
        numbers ??= this.numbers = new Float64Array(this.size);
        numbers[row] = cell;
        count += 1;
        if (cell >= earliest && cell <= latest) days += 1;
      } else {
        codes ??= this.codes = new Int32Array(this.size).fill(-1);
        codes[row] = this.codeOf(cell, row);
      }
    }
    if (codes) this.isUncounted = true;
    this.numberCount += count;
    this.dayCount += days;
  }

  /** Replaces one cell. */
  set(row: number, cell: CellValue): void {
    this.edits += 1;
    const old = this.codes?.[row] ?? -1;
    const entry = this.distinct[old];
    if (entry) entry.count -= 1;
    else this.countNumber(this.numbers?.[row] ?? 0, -1);
    if (typeof cell === 'number') {
      this.numbers ??= new Float64Array(this.size);
      this.numbers[row] = cell;
      if (this.codes) this.codes[row] = -1;
      this.countNumber(cell, 1);
    } else {
      this.codes ??= new Int32Array(this.size).fill(-1);
      const code = this.codeOf(cell, row);
      this.codes[row] = code;
      const now = this.distinct[code];
      if (now) now.count += 1;
    }
  }

  /** The first row that holds a distinct cell; −1 where none does any more. */
  firstRow(code: number): number {
    const row = this.cells[code]?.firstRow ?? -1;
    return this.codes?.[row] === code ? row : (this.codes?.indexOf(code) ?? -1);
  }

  /** Lets go what only cells that come would need. */
  compact(): void {
    this.known = undefined;
  }

  private numbersOfCells(): Map<unknown, number> {
    this.known ??= new Map(this.cells.map(({ value }, code) => [keyOf(value), code]));
    return this.known;
  }

  private countNumber(number: number, step: 1 | -1): void {
    this.numberCount += step;
    if (number >= earliest && number <= latest) this.dayCount += step;
  }

  private codeOf(cell: CellValue, row: number): number {
    const known = this.numbersOfCells();
    const key = keyOf(cell);
    const code = known.get(key);
    if (code === undefined) {
      known.set(key, this.cells.length);
      this.cells.push({ value: cell, count: 0, firstRow: row });
      return this.cells.length - 1;
    }
    const entry = this.cells[code];
    if (entry && row < entry.firstRow) entry.firstRow = row;
    return code;
  }

  private countCells(): void {
    const counts = new Int32Array(this.cells.length);
    for (const code of this.codes ?? []) if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
    this.cells.forEach((cell, code) => (cell.count = counts[code] ?? 0));
    this.isUncounted = false;
  }
}

/** What tells distinct cells apart: an error never has the key of a text that spells it. */
function keyOf(cell: CellValue): unknown {
  return isError(cell) ? Symbol.for(cell.error) : cell;
}

/** What was derived from columns, for as long as their cells stand as they are. */
export class PerColumn<Derived> {
  private readonly kept = new WeakMap<
    CellColumn,
    { readonly edits: number; readonly reading: string; readonly derived: Derived }
  >();

  /** Derives anew where cells were edited since, or are to be read otherwise. */
  get(cells: CellColumn, reading: string, derive: () => Derived): Derived {
    const known = this.kept.get(cells);
    if (known?.edits === cells.edits && known.reading === reading) return known.derived;
    const derived = derive();
    this.kept.set(cells, { edits: cells.edits, reading, derived });
    return derived;
  }
}
