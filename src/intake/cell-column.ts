import { isError, type CellValue } from '../workbook';

/** Serial dates of sales lie within these: 1950-01-01 to 2099-12-31. */
const [earliest, latest] = [18_264, 73_050];

/**
 * The cells of one column without loss: numbers as they are, everything else by its number in a
 * list of distinct cells. What has to be judged or parsed is so judged once, however often it
 * stands there.
 */
export class CellColumn {
  /** Row r holds `values[codes[r]]`, or a number where the code is −1. None: numbers alone. */
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
  private readonly cells: CellValue[] = [];
  /** By distinct cell, a row before which none holds it. */
  private firsts = new Int32Array(16);
  /** By distinct cell, how often it stands; none until asked for: counted apart, in a tight loop. */
  private tally: Int32Array | undefined;
  private size: number;

  constructor(length: number) {
    this.size = length;
  }

  get length(): number {
    return this.size;
  }

  /** The distinct cells that are no numbers, in the order of first appearance. */
  get values(): readonly CellValue[] {
    return this.cells;
  }

  /** How often each of the distinct cells stands; some may stand no more. */
  get counts(): Int32Array {
    return (this.tally ??= this.counted());
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
    if (code >= 0) return this.cells[code] ?? null;
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
    this.tally = undefined;
    this.numberCount += count;
    this.dayCount += days;
  }

  /** Replaces one cell. */
  set(row: number, cell: CellValue): void {
    this.edits += 1;
    const old = this.codes?.[row] ?? -1;
    this.tally = undefined;
    if (old < 0) this.countNumber(this.numbers?.[row] ?? 0, -1);
    if (typeof cell === 'number') {
      this.numbers ??= new Float64Array(this.size);
      this.numbers[row] = cell;
      if (this.codes) this.codes[row] = -1;
      this.countNumber(cell, 1);
    } else {
      this.codes ??= new Int32Array(this.size).fill(-1);
      this.codes[row] = this.codeOf(cell, row);
    }
  }

  /** The first row that holds a distinct cell; −1 where none does any more. */
  firstRow(code: number): number {
    const row = this.firsts[code] ?? -1;
    return this.codes?.[row] === code ? row : (this.codes?.indexOf(code) ?? -1);
  }

  /** Lets go what only cells that come would need. */
  compact(): void {
    this.known = undefined;
    this.tally = undefined;
    this.firsts = this.firsts.slice(0, Math.max(1, this.cells.length));
  }

  private numbersOfCells(): Map<unknown, number> {
    this.known ??= new Map(this.cells.map((value, code) => [keyOf(value), code]));
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
      const next = this.cells.length;
      known.set(key, next);
      this.cells.push(cell);
      if (next === this.firsts.length) {
        const longer = new Int32Array(next * 2);
        longer.set(this.firsts);
        this.firsts = longer;
      }
      this.firsts[next] = row;
      return next;
    }
    if (row < (this.firsts[code] ?? 0)) this.firsts[code] = row;
    return code;
  }

  private counted(): Int32Array {
    const counts = new Int32Array(this.cells.length);
    const { codes } = this;
    for (let row = 0; codes && row < codes.length; row += 1) {
      const code = codes[row] ?? -1;
      if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
    }
    return counts;
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
