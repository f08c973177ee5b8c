import { findPeriod, lastSerial, TextColumnBuilder, type TextColumn } from '../../sales';
import { isBlank, isError, isUncalculated, type CellValue } from '../../workbook';
import { PerColumn, type CellColumn } from './cell-column';
import { namesFigures, NumberCount } from '../texts/code-texts';
import { mayHoldKinds, roleSteps } from '../content';
import {
  countsOtherParts,
  findDigitDates,
  findDigitMonth,
  isCounted,
  type DigitSpelling,
} from './digit-dates';
import { findExport, type KnownExport } from '../exports';
import { roleFor, type Role } from '../header-words';
import { findColumnRole, isDimensionRole, type ColumnRole } from '../roles';
import { areRatios, isPercentText, maySayPercent, saysPercent } from './percents';
import { saysNoFigure } from '../texts/plain-text';
import { addressIn, shown, type RawTable } from '../raw-table';
import { areShortMonths, findShortMonth } from '../texts/short-months';
import { looksLikeDate, orderOf, type OrderEvidence } from '../texts/text-dates';
import { findShortYear, findTextPeriod } from '../texts/text-periods';
import { decimalSignOf, looksLikeNumber, type SignEvidence } from '../texts/text-numbers';

export type ColumnKind = 'date' | 'period' | 'number' | 'text' | 'blank';

/** What a column holds, judged from its cells. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly role: Role | undefined;
  /** What exactly it is, by header or values. */
  readonly meaning: ColumnRole | undefined;
  readonly kind: ColumnKind;
  /** Cells judged that are not blank. */
  readonly filled: number;
  /** How many different texts stand in the cells judged. */
  readonly distinct: number;
  /** Whether all cells were judged, or rows spread over a long table. */
  readonly isSampled: boolean;
  /** Of text dates, how day and month stand. */
  readonly dateOrder: OrderEvidence;
  /** Of dates that Excel seems to have taken in half: a real one, and what a person said of it. */
  readonly halfSwapped?: HalfSwapped;
  /** Of numbers that spell a day or month with their digits, how they do. */
  readonly digitDates?: DigitSpelling;
  /** Of numbers that are parts of others, by header or by their percent signs. */
  readonly isPercent?: boolean;
  /** Of numbers written as text, which sign is the decimal one. */
  readonly decimalSign: SignEvidence;
}

export interface HalfSwapped {
  readonly row: number;
  /** Day and month of the real dates change places; undefined where nobody said so yet. */
  readonly isTurned?: boolean;
}

/** A column's kind is what more than half of its filled cells are. */
const majority = 0.5;

const dateFormat = /(^|[^\\"])[yd]/i;

/** A number format without its texts, colours and escaped signs. */
const bareFormat = (format: string) => format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');

/** Whether a number format shows dates. @example isDateFormat('yyyy-mm-dd') // true */
export function isDateFormat(format: string): boolean {
  const bare = bareFormat(format);
  return dateFormat.test(bare) && !/general/i.test(bare);
}

/** Longer tables are judged by this many rows at first, until a column of theirs is used. */
const sampleSize = 2000;

/** The columns of a table, and the system they are an export of where their headers tell. */
export interface ColumnsRead {
  readonly columns: readonly Column[];
  readonly known: KnownExport | undefined;
}

/** Judges all columns of a table, those of a long one by rows spread over it. */
export function* columnSteps(table: RawTable): Generator<undefined, ColumnsRead> {
  const { grid, headers } = table;
  const isSampled = grid.rowCount > sampleSize;
  const cells = isSampled ? yield* grid.sampleColumns(sampleSize) : yield* allColumns(table);
  yield;
  const byHeader = findExport(headers)?.roles ?? headers.map(findColumnRole);
  const columns: Column[] = [];
  for (const [index, column] of cells.entries()) {
    yield;
    columns.push(judgeCells(table, index, column, { meaning: byHeader[index], isSampled }));
  }
  for (const { index, kind, meaning, distinct } of columns) {
    if (!isSampled || kind !== 'text' || !mayHoldKinds(meaning, distinct)) continue;
    yield* grid.encode([index]);
    cells[index] = grid.column(index);
  }
  yield;
  const reading = yield* roleSteps(
    columns.map(({ header, kind }, index) => {
      const texts = kind === 'text' ? cells[index] : undefined;
      return { header, ...(texts && { texts: textsIn(texts) }) };
    }),
  );
  return {
    columns: columns.map((column, index) => {
      const meaning = reading.columns[index]?.role;
      return meaning === column.meaning ? column : { ...column, meaning, role: roleFor(meaning) };
    }),
    known: reading.known,
  };
}

function* allColumns({ grid, headers }: RawTable): Generator<undefined, CellColumn[]> {
  const cells: CellColumn[] = [];
  for (const index of headers.keys()) {
    yield;
    cells.push(grid.column(index));
  }
  return cells;
}

function* textsIn(cells: CellColumn): Generator<string> {
  for (const [code, value] of cells.values.entries()) {
    const isThere = (cells.counts[code] ?? 0) > 0;
    if (isThere && typeof value === 'string' && value.trim() !== '') yield value;
  }
}

/** Judges a column by all of its cells. */
export function readColumn(table: RawTable, { index, meaning }: Column): Column {
  return judgeCells(table, index, table.grid.column(index), { meaning, isSampled: false });
}

function judgeCells(
  table: RawTable,
  index: number,
  cells: CellColumn,
  { meaning, isSampled }: Pick<Column, 'meaning' | 'isSampled'>,
): Column {
  const header = table.headers[index] ?? '';
  const role = roleFor(meaning);
  const isFigure = namesFigures(header, meaning);
  const hasMonths = !countsOtherParts(header);
  const texts = new TextTally(meaning, isFigure, hasMonths);
  let filled = cells.numberCount;
  const { values, counts: standing } = cells;
  const order = codesByRow(cells);
  for (let at = 0; at < values.length; at += 1) {
    if (!order && texts.areOrdinary) {
      filled += takeRest(cells, at, texts);
      break;
    }
    const code = order?.[at] ?? at;
    const [value, count] = [values[code], standing[code] ?? 0];
    if (count === 0 || isBlank(value) || (isFigure && saysNoFigure(value))) continue;
    filled += count;
    if (typeof value === 'string') texts.take(value, count);
  }
  const isTime = role === 'date' || role === 'otherDate';
  const looksDated = hasDateFormat(table, index) || isTime;
  const spelling = isTime ? findDigitDates(cells) : undefined;
  const digits = hasMonths || spelling?.as === 'yyyymmdd' ? spelling : undefined;
  const spelled = (as: DigitSpelling) => (digits?.as === as ? digits.count : 0);
  const dates = texts.dates + (looksDated ? cells.dayCount : 0) + spelled('yyyymmdd');
  const numbers = cells.numberCount + texts.numbers;
  const periods = texts.mayBeDays ? 0 : texts.periods + spelled('yyyymm');
  // Formulas that are not calculated do not speak against what the others are.
  const known = filled - uncalculatedIn(cells);
  const isName = meaning !== undefined && isDimensionRole(meaning);
  const kind =
    filled > 0 && known === 0
      ? (isTime && 'date') || (isName && 'text') || 'number'
      : kindOf({ filled: known, dates, periods, numbers, isFigure });
  const isPercent =
    kind === 'number' &&
    (saysPercent(header) ||
      hasPercentFormat(table, index) ||
      texts.percents > filled * majority ||
      (maySayPercent(header) && areRatios(cells)));
  return {
    index,
    header,
    role,
    meaning,
    kind,
    ...(isPercent && { isPercent }),
    filled,
    distinct: texts.distinct,
    isSampled,
    ...(digits && (kind === 'date' || kind === 'period') && { digitDates: digits.as }),
    dateOrder: kind === 'date' ? orderOf(textsOf(cells)) : { kind: 'found', order: 'ymd' },
    decimalSign: kind === 'number' ? decimalSignOf(textsOf(cells)) : { kind: 'found', sign: '.' },
  };
}

/** How many cells hold a formula that was never calculated. */
function uncalculatedIn({ counts, values, odd }: CellColumn): number {
  return odd.reduce(
    (sum, code) => sum + (isUncalculated(values[code]) ? (counts[code] ?? 0) : 0),
    0,
  );
}

/** Takes the cells from a code on, all of whose texts are ordinary; answers how many are filled. */
function takeRest(cells: CellColumn, from: number, texts: TextTally): number {
  const { counts, values, odd } = cells;
  let [count, distinct, filled] = [0, 0, 0];
  for (let code = from; code < counts.length; code += 1) {
    const here = counts[code] ?? 0;
    count += here;
    if (here > 0) distinct += 1;
  }
  for (const code of odd) {
    const here = counts[code] ?? 0;
    if (code < from || here === 0) continue;
    count -= here;
    distinct -= 1;
    if (!isBlank(values[code])) filled += here;
  }
  texts.takeOrdinary(distinct);
  return filled + count;
}

/** Texts of a kind come in runs: what a column does not show among its first it is not asked for again. */
const firstTexts = 50;

/** What the texts of a column may be. */
class TextTally {
  /** Cells whose text spells a day, or a share of a hundred. */
  dates = 0;
  percents = 0;
  distinct = 0;
  private named = 0;
  private readonly numberTexts: NumberCount;
  private readonly labels: PeriodLabels;

  constructor(
    meaning: ColumnRole | undefined,
    private readonly isFigure: boolean,
    hasMonths: boolean,
  ) {
    // "5m" of what was sold are metres.
    this.numberTexts = new NumberCount(isFigure && meaning !== 'quantity');
    this.labels = new PeriodLabels(meaning, hasMonths);
  }

  /** A text that stands in so many cells. */
  take(text: string, count: number): void {
    this.distinct += 1;
    const isFirst = this.distinct <= firstTexts;
    if (isFirst || this.dates > 0) this.dates += looksLikeDate(text) ? count : 0;
    if (isFirst || !this.numberTexts.isEmpty) this.numberTexts.take(text, count);
    if (isFirst || this.percents > 0) this.percents += isPercentText(text) ? count : 0;
    if (isFirst || this.named > 0 || this.labels.areShort) {
      this.named += this.labels.isPeriod(text) ? count : 0;
      this.labels.noteShort(text, count);
    }
  }

  /** Whether further texts are taken for ordinary ones, whatever they are. */
  get areOrdinary(): boolean {
    const { distinct, dates, named, labels, isFigure } = this;
    const isNone = dates === 0 && named === 0 && !labels.areShort && this.numberTexts.isEmpty;
    return distinct >= firstTexts && isNone && !isFigure;
  }

  takeOrdinary(distinct: number): void {
    this.distinct += distinct;
  }

  get numbers(): number {
    return this.numberTexts.numbers;
  }

  /** Cells whose text names a period. */
  get periods(): number {
    return this.named + this.labels.shortMonths;
  }

  get mayBeDays(): boolean {
    return this.labels.mayBeDays;
  }
}

/** The texts of a column that name whole periods. */
class PeriodLabels {
  private readonly shortYears = new Set<number>();

  private readonly short = new Map<string, number>();

  constructor(
    private readonly meaning: ColumnRole | undefined,
    /** Whether parts of a year that are counted in digits are months. */
    private readonly hasMonths: boolean,
  ) {}

  /** Takes note of "01/26" in a column of time, which could be a day as well. */
  noteShort(text: string, count: number): void {
    if (this.hasMonths && roleFor(this.meaning) === 'date' && findShortMonth(text))
      this.short.set(text, count);
  }

  get areShort(): boolean {
    return this.short.size > 0;
  }

  /** How many cells such as "01/26" are months: by the header, or by all of them together. */
  get shortMonths(): number {
    const isSaid = this.meaning === 'month' || this.meaning === 'period';
    if (!isSaid && !areShortMonths(this.short.keys())) return 0;
    return [...this.short.values()].reduce((sum, count) => sum + count, 0);
  }

  isPeriod(text: string): boolean {
    if (!this.hasMonths && isCounted(text)) return false;
    if (findPeriod(text)) return true;
    // "1.2034" is March of no year.
    if (roleFor(this.meaning) !== 'date') {
      if (looksLikeNumber(text)) return false;
    } else if (findDigitMonth(text)) return true;
    const shortYear = findShortYear(text);
    if (shortYear !== undefined) this.shortYears.add(shortYear);
    return findTextPeriod(text) !== undefined;
  }

  /** "Apr-18" in a column of days, or beside more other numbers than there would be years. */
  get mayBeDays(): boolean {
    const { size } = this.shortYears;
    return size > 12 || (size > 0 && this.meaning === 'date');
  }
}

function kindOf(counts: {
  readonly filled: number;
  readonly dates: number;
  readonly periods: number;
  readonly numbers: number;
  /** The header says so: then half of the cells suffice. */
  readonly isFigure: boolean;
}): ColumnKind {
  const enough = counts.filled * majority;
  if (counts.filled === 0) return 'blank';
  if (counts.dates > enough) return 'date';
  if (counts.periods > enough) return 'period';
  const isHalf = counts.isFigure && counts.numbers === enough;
  return counts.numbers > enough || isHalf ? 'number' : 'text';
}

function hasDateFormat(table: RawTable, index: number): boolean {
  return table.formats.some((row) => isDateFormat(row[index] ?? ''));
}

/** Whether most of the first cells show percents. */
function hasPercentFormat({ formats }: RawTable, index: number): boolean {
  const found = formats.filter((row) => bareFormat(row[index] ?? '').includes('%'));
  return found.length > formats.length * majority;
}

/** Each different text once, with the first row that holds it. */
function* textsOf(cells: CellColumn): Generator<readonly [number, string]> {
  const order = codesByRow(cells) ?? cells.values.keys();
  for (const code of order) {
    const value = cells.values[code];
    if ((cells.counts[code] ?? 0) > 0 && typeof value === 'string' && value.trim() !== '') {
      yield [cells.firstRow(code), value];
    }
  }
}

/** Of edited cells, the codes in the order of their rows; undefined where they are numbered so. */
function codesByRow(cells: CellColumn): readonly number[] | undefined {
  if (cells.edits === 0) return undefined;
  const codes = [...cells.values.keys()];
  return codes.sort((one, other) => cells.firstRow(one) - cells.firstRow(other));
}

/** The first cell of a column that is not of a kind: what to show for a column that is none. */
export function firstOther(
  table: RawTable,
  column: Column,
  fits: (cell: CellValue) => boolean,
): { readonly at: string; readonly found: string } {
  const cells = table.grid.column(column.index);
  let row = 0;
  while (row < cells.length && (isBlank(cells.at(row)) || fits(cells.at(row)))) row += 1;
  if (row === cells.length) row = 0;
  return { at: addressIn(table, row, column.index), found: shown(cells.at(row)) };
}

/**
 * A cell as the text of a dimension; blank cells, and error values, have none. Spaces and case stay
 * as they are: names are never merged silently.
 */
export function dimensionText(cell: CellValue | undefined): string {
  if (cell === undefined || cell === null || isError(cell) || isBlank(cell)) return '';
  return typeof cell === 'string' ? cell : shown(cell);
}

const textColumns = new PerColumn<TextColumn>();

/** A column as the texts of a dimension. Computed once for the cells as they stand. */
export function dimensionOf(cells: CellColumn): TextColumn {
  return textColumns.get(cells, '', () => buildDimension(cells));
}

function buildDimension(cells: CellColumn): TextColumn {
  const texts = cells.values.every(isPlainText) ? cells.values : cells.values.map(dimensionText);
  if (cells.numberCount === 0 && !meet(cells, texts)) {
    // Nothing meets under one text: the codes serve as they are.
    const codes = cells.lendCodes();
    if (codes) return { codes, values: texts };
  }
  const builder = new TextColumnBuilder(cells.length);
  for (let row = 0; row < cells.length; row += 1) {
    const code = cells.codes ? (cells.codes[row] ?? -1) : -1;
    builder.push(code < 0 ? String(cells.numbers?.[row] ?? 0) : (texts[code] ?? ''));
  }
  return builder.build();
}

/** Whether two distinct cells are one text: blanks of several kinds, or a text that spells TRUE. */
function meet({ values }: CellColumn, texts: readonly string[]): boolean {
  const isOther = texts !== values && values.some((value, code) => value !== texts[code]);
  return isOther && new Set(texts).size < texts.length;
}

function isPlainText(cell: CellValue): cell is string {
  return typeof cell === 'string' && !isBlank(cell);
}

const textSets = new PerColumn<ReadonlySet<string>>();

/** The distinct texts of a column, blanks left out. Computed once for the cells as they stand. */
export function distinctTexts(table: RawTable, index: number): ReadonlySet<string> {
  const cells = table.grid.column(index);
  return textSets.get(cells, '', () => {
    const texts = new Set(cells.numberCount > 0 ? dimensionOf(cells).values : standingTexts(cells));
    texts.delete('');
    return texts;
  });
}

/** The texts of distinct cells; of a column that was edited some may stand no more. */
function standingTexts(cells: CellColumn): readonly string[] {
  const { values, edits } = cells;
  const isThere = (_: CellValue, code: number) => edits === 0 || (cells.counts[code] ?? 0) > 0;
  return values.filter(isThere).map(dimensionText);
}

/** Of a column of formulas alone, none of which any program has calculated: how many, from where on. */
export function findUncalculated(
  cells: CellColumn,
): { readonly row: number; readonly count: number } | undefined {
  if (cells.numberCount > 0) return undefined;
  let found: { readonly row: number; readonly count: number } | undefined;
  for (const [code, value] of cells.values.entries()) {
    const count = cells.counts[code] ?? 0;
    if (count === 0 || isBlank(value)) continue;
    if (!isUncalculated(value)) return undefined;
    found = { row: cells.firstRow(code), count };
  }
  return found;
}

/** A number that Excel could mean as a day. */
export function isSerialDate(cell: CellValue | undefined): cell is number {
  return typeof cell === 'number' && cell >= 1 && cell <= lastSerial;
}
