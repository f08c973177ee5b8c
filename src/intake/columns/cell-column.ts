import { isBlank, isError, type CellValue } from '../../workbook';

/** 1950-01-01: no sale was earlier. */
export const earliestDay = 18_264;
/** 2099-12-31 */
const latestDay = 73_050;

/** Whole numbers, such as days and quantities, take half the room. */
export type Numbers = Int32Array | Float64Array;

/**
 * The cells of one column without loss: numbers as they are, everything else by its number in a
 * list of distinct cells. What has to be judged or parsed is so judged once, however often it
 * stands there.
 */
export class CellColumn {
  /** Row r holds `values[codes[r]]`, or a number where the code is −1. None: numbers alone. */
  codes: Int32Array | undefined;
  /** The numbers, at the rows that hold one. None: not a single number. */
  numbers: Numbers | undefined;
  numberCount = 0;
  /** Numbers that could be days of this or the last century. */
  dayCount = 0;
  /** Grows with every cell that is replaced. */
  edits = 0;
  /** The numbers of distinct cells; made anew after `compact`, when cells come again. */
  private known: Map<unknown, number> | undefined;
  private recent: RecentTexts | undefined;
  private readonly cells: CellValue[] = [];
  private readonly oddCodes: number[] = [];
  /** Whether others have the numbers or the codes themselves, which must not change under their hands. */
  private areLent = false;
  /** By distinct cell, how often it stands; none until asked for: counted apart, in a tight loop. */
  private tally: Int32Array | undefined;
  /** By distinct cell, the first row that holds it, −1 where none does; as the tally. */
  private firsts: Int32Array | undefined;
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

  /** Which of the distinct cells are no texts, or blank ones. */
  get odd(): readonly number[] {
    return this.oddCodes;
  }

  /** How often each of the distinct cells stands; some may stand no more. */
  get counts(): Int32Array {
    return (this.tally ??= countsOf(this.codes, this.cells.length));
  }

  /** Makes room for more rows, which `take` then fills. */
  grow(length: number): void {
    const { codes, numbers } = this;
    this.size = length;
    this.edits += 1;
    if (numbers) (this.numbers = roomLike(numbers, length)).set(numbers);
    this.areLent = false;
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
    this.forgetRows();
    let at = from;
    // Cells of a kind come in runs, each of which is a loop that knows what to expect.
    while (at < to) {
      const cell = rows[at]?.[index] ?? null;
      const row = offset + at - from;
      if (typeof cell === 'string') {
        const codes = (this.codes ??= new Int32Array(this.size).fill(-1));
        at = this.takeTexts(rows, index, at, to, row, codes);
      } else if (typeof cell === 'number') {
        at += this.takeNumbers(rows, index, at, to, row);
      } else {
        this.codes ??= new Int32Array(this.size).fill(-1);
        this.codes[row] = this.codeOf(cell);
        at += 1;
      }
    }
  }

  /** How far it has come, to go back to. */
  mark(): Mark {
    const { numberCount, dayCount } = this;
    return { numberCount, dayCount, distinct: this.cells.length };
  }

  /** Forgets what was taken since a mark: cells from the given row on. */
  rewind({ numberCount, dayCount, distinct }: Mark, row: number): void {
    this.numberCount = numberCount;
    this.dayCount = dayCount;
    this.codes?.fill(-1, row);
    this.cells.length = distinct;
    while ((this.oddCodes.at(-1) ?? -1) >= distinct) this.oddCodes.pop();
    this.compact();
  }

  /** The numbers themselves, where every cell is a day and stands as it was read. */
  lendDays(): Int32Array | undefined {
    const { numbers } = this;
    const areDays = this.dayCount === this.size && this.edits === 0;
    if (!areDays || !(numbers instanceof Int32Array)) return undefined;
    this.areLent = true;
    return numbers;
  }

  /** The numbers themselves, where they are not kept as whole ones. */
  lendReals(): Float64Array | undefined {
    const { numbers } = this;
    if (!(numbers instanceof Float64Array)) return undefined;
    this.areLent = true;
    return numbers;
  }

  /** The codes themselves, for who keeps them. */
  lendCodes(): Int32Array | undefined {
    if (this.codes) this.areLent = true;
    return this.codes;
  }

  /** Replaces one cell. */
  set(row: number, cell: CellValue): void {
    this.edits += 1;
    if (this.areLent) {
      this.numbers = this.numbers?.slice();
      this.codes = this.codes?.slice();
      this.areLent = false;
    }
    const old = this.codes?.[row] ?? -1;
    this.forgetRows();
    if (old < 0) this.countNumber(this.numbers?.[row] ?? 0, -1);
    if (typeof cell === 'number') {
      this.numbers ??= new Int32Array(this.size);
      (isWhole(cell) ? this.numbers : this.realNumbers(this.size))[row] = cell;
      if (this.codes) this.codes[row] = -1;
      this.countNumber(cell, 1);
    } else {
      this.codes ??= new Int32Array(this.size).fill(-1);
      this.codes[row] = this.codeOf(cell);
    }
  }

  /** The cells of the given rows, in that order; where a row is below 0, a blank cell. */
  pick(rows: Int32Array): CellColumn {
    const picked = new CellColumn(rows.length);
    const newCodes = new Int32Array(this.cells.length).fill(-1);
    const { codes, numbers } = this;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? -1;
      const code = row < 0 || !codes ? -1 : (codes[row] ?? -1);
      if (row >= 0 && code < 0) {
        const number = numbers?.[row] ?? 0;
        picked.numbers ??= numbers ? roomLike(numbers, rows.length) : new Int32Array(rows.length);
        picked.numbers[at] = number;
        picked.countNumber(number, 1);
        continue;
      }
      let newCode = newCodes[code] ?? -1;
      if (newCode < 0) newCode = picked.codeOf(this.cells[code] ?? null);
      if (code >= 0) newCodes[code] = newCode;
      picked.codes ??= new Int32Array(rows.length).fill(-1);
      picked.codes[at] = newCode;
    }
    return picked;
  }

  /** The first row that holds a distinct cell; −1 where none does any more. */
  firstRow(code: number): number {
    this.firsts ??= firstRows(this.codes, this.cells.length);
    return this.firsts[code] ?? -1;
  }

  /** Lets go what only cells that come would need. */
  compact(): void {
    this.known = undefined;
    this.recent = undefined;
    this.forgetRows();
  }

  /** What was counted over all rows; it is counted again when it is asked for. */
  private forgetRows(): void {
    this.tally = undefined;
    this.firsts = undefined;
  }

  /** Takes the texts of some rows up to the first cell that is none, and answers where that is. */
  private takeTexts(
    rows: Rows,
    index: number,
    from: number,
    to: number,
    row: number,
    codes: Int32Array,
  ): number {
    const distinct = this.distinct();
    const areFew = to - from < fewRows && !this.recent;
    if (areFew || this.cells.length > places) {
      return takeManyTexts(rows, index, from, to, row, codes, distinct);
    }
    this.recent ??= { texts: new Array<string>(places).fill(''), codes: new Int32Array(places) };
    return takeFewTexts(rows, index, from, to, row, codes, distinct, this.recent);
  }

  /** Takes the numbers of some rows up to the first cell that is none, and answers how many. */
  private takeNumbers(rows: Rows, index: number, from: number, to: number, row: number): number {
    let numbers = (this.numbers ??= new Int32Array(this.size));
    let at = from;
    if (numbers instanceof Int32Array) at = takeWholes(rows, index, from, to, row, numbers);
    if (at < to && typeof rows[at]?.[index] === 'number') {
      const next = row + at - from;
      const reals = this.realNumbers(next);
      at = takeReals(rows, index, at, to, next, reals);
      numbers = reals;
    }
    this.numberCount += at - from;
    this.dayCount += daysIn(numbers, row, row + at - from);
    return at - from;
  }

  /** The numbers where they need not be whole; of those kept as whole ones, so many rows are filled. */
  private realNumbers(filled: number): Float64Array {
    const { numbers } = this;
    if (numbers instanceof Float64Array) return numbers;
    const reals = new Float64Array(this.size);
    if (numbers) reals.set(numbers.subarray(0, filled));
    this.numbers = reals;
    return reals;
  }

  /** Ready to take cells that are met for the first time. */
  private distinct(): DistinctCells {
    const { cells, oddCodes: odd } = this;
    this.known ??= new Map(cells.map((value, code) => [keyOf(value), code]));
    return { known: this.known, cells, odd };
  }

  private countNumber(number: number, step: 1 | -1): void {
    this.numberCount += step;
    if (number >= earliestDay && number <= latestDay) this.dayCount += step;
  }

  private codeOf(cell: CellValue): number {
    const distinct = this.distinct();
    const key = keyOf(cell);
    return distinct.known.get(key) ?? addDistinct(distinct, key, cell);
  }
}

/** What a column had counted at some row. */
export interface Mark {
  readonly numberCount: number;
  readonly dayCount: number;
  readonly distinct: number;
}

/** The distinct cells of a column, and the numbers that they have. */
interface DistinctCells {
  readonly known: Map<unknown, number>;
  readonly cells: CellValue[];
  readonly odd: number[];
}

/**
 * The text that was last met at each of some places. A text's place follows from a few of its letters:
 * to compare it with what stands there is quicker than to look it up, which takes all of them.
 */
interface RecentTexts {
  readonly texts: string[];
  readonly codes: Int32Array;
}

/** A power of two. With more texts than places they would only drive each other out. */
const places = 1024;
/** For less than so many rows the places would take longer to make than they save. */
const fewRows = 500;

// The loops over all cells stand outside of the class: within it the compiler builds on what it finds
// in one column, and has to begin anew with the next.

type Rows = readonly (readonly CellValue[])[];

/** Takes texts up to the first cell that is none, and answers where that is; few are distinct. */
function takeFewTexts(
  rows: Rows,
  index: number,
  from: number,
  to: number,
  firstRow: number,
  codes: Int32Array,
  distinct: DistinctCells,
  recent: RecentTexts,
): number {
  const { known } = distinct;
  let at = from;
  for (; at < to; at += 1) {
    const cell = rows[at]?.[index];
    if (typeof cell !== 'string') break;
    const place = placeOf(cell);
    let code = recent.codes[place] ?? 0;
    // Where none was met yet, an empty one stands.
    if (recent.texts[place] !== cell || cell === '') {
      code = known.get(cell) ?? addDistinct(distinct, cell, cell);
      recent.texts[place] = cell;
      recent.codes[place] = code;
    }
    codes[firstRow + at - from] = code;
  }
  return at;
}

function placeOf(text: string): number {
  const { length } = text;
  if (length < 3) return length;
  const ends = text.charCodeAt(0) * 31 + text.charCodeAt(length - 1) * 7;
  const middle = text.charCodeAt(2) * 57 + text.charCodeAt(length >> 1) * 131;
  return (ends + middle + length) & (places - 1);
}

/** As `takeFewTexts`, where many are distinct. */
function takeManyTexts(
  rows: Rows,
  index: number,
  from: number,
  to: number,
  firstRow: number,
  codes: Int32Array,
  distinct: DistinctCells,
): number {
  const { known } = distinct;
  let at = from;
  for (; at < to; at += 1) {
    const cell = rows[at]?.[index];
    if (typeof cell !== 'string') break;
    codes[firstRow + at - from] = known.get(cell) ?? addDistinct(distinct, cell, cell);
  }
  return at;
}

/** As `takeFewTexts`, of whole numbers that fit. */
function takeWholes(
  rows: Rows,
  index: number,
  from: number,
  to: number,
  firstRow: number,
  numbers: Int32Array,
): number {
  let at = from;
  for (; at < to; at += 1) {
    const cell = rows[at]?.[index];
    if (typeof cell !== 'number' || !isWhole(cell)) break;
    numbers[firstRow + at - from] = cell;
  }
  return at;
}

/** Whether a number is one of 32 bits; −0 is none. */
function isWhole(number: number): boolean {
  return (number | 0) === number && (number !== 0 || 1 / number > 0);
}

/** As `takeFewTexts`, of numbers. */
function takeReals(
  rows: Rows,
  index: number,
  from: number,
  to: number,
  firstRow: number,
  numbers: Float64Array,
): number {
  let at = from;
  for (; at < to; at += 1) {
    const cell = rows[at]?.[index];
    if (typeof cell !== 'number') break;
    numbers[firstRow + at - from] = cell;
  }
  return at;
}

/** How many numbers could be days of this or the last century. */
function daysIn(numbers: Numbers, from: number, to: number): number {
  let days = 0;
  for (let row = from; row < to; row += 1) {
    const number = numbers[row] ?? 0;
    if (number >= earliestDay && number <= latestDay) days += 1;
  }
  return days;
}

function roomLike(numbers: Numbers, length: number): Numbers {
  return numbers instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
}

/** Takes a cell that is met for the first time. */
function addDistinct({ known, cells, odd }: DistinctCells, key: unknown, cell: CellValue): number {
  const code = cells.length;
  known.set(key, code);
  cells.push(cell);
  if (typeof cell !== 'string' || isBlank(cell)) odd.push(code);
  return code;
}

function countsOf(codes: Int32Array | undefined, distinct: number): Int32Array {
  const counts = new Int32Array(distinct);
  for (let row = 0; codes && row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function firstRows(codes: Int32Array | undefined, distinct: number): Int32Array {
  const rows = new Int32Array(distinct).fill(-1);
  for (let row = (codes?.length ?? 0) - 1; codes && row >= 0; row -= 1) {
    const code = codes[row] ?? -1;
    if (code >= 0) rows[code] = row;
  }
  return rows;
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
