import {
  amountSteps,
  finish,
  isoOf,
  type Amounts,
  type Dataset,
  type SerialDate,
  type TextColumn,
} from '../sales';
import { isBlank, isError, type CellValue } from '../workbook';
import { earliestDay, PerColumn, type CellColumn } from './columns/cell-column';
import { dimensionOf, type Column } from './columns/column';
import { findDate } from './times/dates';
import { IssueList, type Issue } from './issue';
import type { SourceTable } from './mapping';
import { isPercentText } from './columns/percents';
import { findPipeline, type Pipeline } from './pipeline';
import { isDash } from './texts/plain-text';
import { addressIn, placeIn, shown } from './raw-table';
import { findSideRows, rowsBySide } from './side-rows';
import { findTextNumber, type DecimalSign } from './texts/text-numbers';

/** What became of a source's rows: rows in = rows used + rows set aside. */
export interface RowCounts {
  readonly rows: number;
  readonly used: number;
  readonly setAside: number;
}

export interface Converted {
  readonly dataset: Dataset;
  readonly counts: RowCounts;
  readonly issues: readonly Issue[];
  /** For every row of the data set, its row in the table. Left out where all rows are used. */
  readonly tableRows?: Int32Array;
}

/** The row of the table that a row of its data set came from. */
export function tableRowOf({ tableRows }: Converted, row: number): number {
  return tableRows ? (tableRows[row] ?? -1) : row;
}

export interface ColumnChoice {
  readonly date: Column;
  readonly amount: Column;
  /** The column of each dimension, by the name the data set gives it. */
  readonly dimensions: ReadonlyMap<string, Column>;
}

/** Converts the chosen columns; rows that cannot be read are set aside, each with an issue. */
export function convert(table: SourceTable, choice: ColumnChoice): Converted {
  return finish(convertSteps(table, choice));
}

/** The same in small steps, between which the caller may let others work. */
export function* convertSteps(
  table: SourceTable,
  choice: ColumnChoice,
): Generator<undefined, Converted> {
  const { grid } = table.raw;
  const rows = grid.rowCount;
  const { setAside = [], findings = [] } = table.raw;
  const issues = new IssueList();
  for (const issue of [...findings, ...setAside]) issues.add(issue);
  const dates = datesOf(grid.column(choice.date.index), choice.date);
  yield;
  const read = choice.amount.isPercent === true ? figuresIn : amountsIn;
  const amounts = read(grid.column(choice.amount.index), signOf(choice.amount));
  yield;
  const dimensions: (readonly [string, TextColumn])[] = [];
  for (const [name, column] of choice.dimensions) {
    dimensions.push([name, dimensionOf(grid.column(column.index))]);
    yield;
  }
  const pipeline = findPipeline(table);
  const found = findSideRows(table);
  const side = found && 'taken' in found ? rowsBySide(table, found) : undefined;
  const isSale = (row: number) =>
    (!side || side.isOfSide(row)) && (!pipeline || pipeline.outcomeAt(row) === 'won');
  const isUsed = (row: number) => isRead(dates, amounts, row) && isSale(row);
  const used = new RowsUsed(rows);
  let unsold = 0;
  for (let from = 0; from < rows; from += rowsAStep) {
    yield;
    const to = Math.min(from + rowsAStep, rows);
    let row = from;
    while (row < to) {
      // Rows that are simply used are most, and come in runs.
      const next = pipeline || side ? row : endOfReadRows(dates, amounts, row, to);
      used.take(row, next);
      row = next;
      if (row === to) break;
      if (side && !side.isOfSide(row)) {
        if (grid.isBlankRow(row)) issues.add(reasonFor(table, choice, row, true));
        else side.leaveOut(row);
      } else if (pipeline && !isSale(row)) {
        if (pipeline.isUnsold(row)) unsold += 1;
        else if (grid.isBlankRow(row)) issues.add(reasonFor(table, choice, row, true));
        else issues.add(unknownStage(table, pipeline, row));
      } else if (isRead(dates, amounts, row)) {
        used.take(row, row + 1);
      } else {
        issues.add(reasonFor(table, choice, row, dates[row] === noDate));
      }
      row += 1;
    }
  }
  if (pipeline && unsold > 0) issues.add(notWon(table, pipeline, unsold));
  for (const issue of side?.issues() ?? []) issues.add(issue);
  yield;
  const { count } = used;
  const tableRows = used.rows();
  for (const column of choice.dimensions.values()) {
    addErrorCells(issues, table, column, isUsed);
  }
  yield;
  const amountsUsed = tableRows
    ? yield* amountSteps(numbersAt(amounts, tableRows))
    : (amountsByValues.get(amounts) ?? (yield* amountSteps(amounts)));
  if (!tableRows) amountsByValues.set(amounts, amountsUsed);
  return {
    dataset: {
      rows: count,
      dates: tableRows ? codesAt(dates, tableRows) : dates,
      amounts: amountsUsed,
      dimensions: new Map(
        dimensions.map(([name, column]) => [name, tableRows ? pick(column, tableRows) : column]),
      ),
    },
    counts: {
      rows: rows + setAside.length,
      used: count,
      setAside: rows - count + setAside.length,
    },
    issues: issues.all(),
    ...(tableRows && { tableRows }),
  };
}

/** Whether a row has a day and an amount. */
function isRead(dates: Int32Array, amounts: Float64Array, row: number): boolean {
  return dates[row] !== noDate && !Number.isNaN(amounts[row]);
}

/** The first row from one on that lacks its day or amount. */
function endOfReadRows(dates: Int32Array, amounts: Float64Array, from: number, to: number): number {
  let row = from;
  while (row < to && isRead(dates, amounts, row)) row += 1;
  return row;
}

/** The rows used. While that is all of them, they need not be listed. */
class RowsUsed {
  count = 0;
  private listed: Int32Array | undefined;

  constructor(private readonly most: number) {}

  /** Takes the rows from one to before another, which stand below those taken before. */
  take(from: number, to: number): void {
    if (from > this.count) this.listed ??= withFirst(this.most, this.count);
    for (let row = from; this.listed && row < to; row += 1) {
      this.listed[this.count + row - from] = row;
    }
    this.count += to - from;
  }

  /** A list of them; undefined where that is all rows. */
  rows(): Int32Array | undefined {
    if (this.count === this.most) return undefined;
    return (this.listed ?? withFirst(this.count, this.count)).subarray(0, this.count);
  }
}

/** A list of rows that begins with so many from the first on. */
function withFirst(most: number, count: number): Int32Array {
  const rows = new Int32Array(most);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

function pick({ codes, values }: TextColumn, rows: Int32Array): TextColumn {
  return { codes: codesAt(codes, rows), values };
}

function codesAt(codes: Int32Array, rows: Int32Array): Int32Array {
  const picked = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) picked[at] = codes[rows[at] ?? 0] ?? 0;
  return picked;
}

function numbersAt(numbers: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) picked[at] = numbers[rows[at] ?? 0] ?? 0;
  return picked;
}

/** Rows that are gone through before others may work. */
const rowsAStep = 65_536;

/** No serial date: days count from 1. */
export const noDate = 0;

const knownDates = new PerColumn<Int32Array>();

/** The day of each row; where a cell means none, `noDate`. */
export function datesOf(cells: CellColumn, column: Column): Int32Array {
  const { kind, role, dateOrder, halfSwapped, digitDates } = column;
  const reading = JSON.stringify([kind, role, dateOrder, halfSwapped, digitDates]);
  return knownDates.get(cells, reading, () => readDates(cells, column));
}

function readDates(cells: CellColumn, column: Column): Int32Array {
  const { codes, numbers } = cells;
  const isTurned = column.halfSwapped?.isTurned === true;
  const areDays =
    column.kind === 'date' && column.role !== 'year' && !isTurned && !column.digitDates;
  const asTheyAre = areDays ? cells.lendDays() : undefined;
  if (asTheyAre) return asTheyAre;
  const days = areDays
    ? daysAmong(numbers, cells.length)
    : daysOfEach(numbers, column, cells.length);
  const meanings = cells.values.map((value) => dayOf(value, column));
  if (codes) putByCode(days, codes, meanings);
  return days;
}

/** 2199-12-31: a later year is one of another calendar, or a slip. */
export const latestDay = 109_574;

/** The numbers that are days on which something may have been sold; else `noDate`. */
function daysAmong(numbers: CellColumn['numbers'], size: number): Int32Array {
  const days = new Int32Array(size);
  if (numbers instanceof Int32Array) takeDays(numbers, days);
  else if (numbers) takeParts(numbers, days);
  return days;
}

// Two loops, each for numbers of one kind: a loop that meets both is several times as slow.

function takeDays(numbers: Int32Array, days: Int32Array): void {
  for (let row = 0; row < days.length; row += 1) {
    const number = numbers[row] ?? 0;
    days[row] = number >= earliestDay && number <= latestDay ? number : noDate;
  }
}

/** As `takeDays`, of days with their hours behind the point. */
function takeParts(numbers: Float64Array, days: Int32Array): void {
  for (let row = 0; row < days.length; row += 1) {
    const number = numbers[row] ?? 0;
    days[row] = number >= earliestDay && number <= latestDay ? number : noDate;
  }
}

/** What numbers mean in a column that is not one of days. */
function daysOfEach(numbers: CellColumn['numbers'], column: Column, size: number): Int32Array {
  const days = new Int32Array(size);
  for (let row = 0; numbers && row < size; row += 1) days[row] = dayOf(numbers[row] ?? 0, column);
  return days;
}

/** Puts in what the cells mean that are no numbers. */
function putByCode(
  into: Int32Array | Float64Array,
  codes: Int32Array,
  meanings: readonly number[],
): void {
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] ?? -1;
    if (code >= 0) into[row] = meanings[code] ?? 0;
  }
}

function dayOf(cell: CellValue, column: Column): SerialDate {
  const day = findDate(cell, column);
  return day === undefined || isOutOfTime(day, column) ? noDate : day;
}

/** Whether nothing was sold on a day: in a column of dates before 1950 too. */
export function isOutOfTime(day: SerialDate, { kind, role }: Column): boolean {
  const first = kind === 'date' && role !== 'year' ? earliestDay : 1;
  return day < first || day > latestDay;
}

export function signOf({ decimalSign }: Column): DecimalSign {
  return decimalSign.kind === 'found' ? decimalSign.sign : '.';
}

const knownAmounts = new PerColumn<Float64Array>();
/** By the numbers of all rows, which stay as they are: an edit replaces the array. */
const amountsByValues = new WeakMap<Float64Array, Amounts>();

/** The amount of each row; where a cell means none, NaN, which does not leave intake. */
export function amountsIn(cells: CellColumn, sign: DecimalSign): Float64Array {
  return knownAmounts.get(cells, sign, () => readAmounts(cells, sign, false));
}

/** The same of figures that may be percents: "85 %" is 0.85, and else no amount. */
export function figuresIn(cells: CellColumn, sign: DecimalSign): Float64Array {
  return knownAmounts.get(cells, `${sign}%`, () => readAmounts(cells, sign, true));
}

function readAmounts(cells: CellColumn, sign: DecimalSign, withPercents: boolean): Float64Array {
  const { codes, numbers } = cells;
  if (!codes) {
    const lent = cells.lendReals();
    if (lent) return lent;
    return numbers ? new Float64Array(numbers) : new Float64Array(cells.length);
  }
  const amounts = numbers ? new Float64Array(numbers) : new Float64Array(cells.length).fill(NaN);
  const amountOf = (cell: CellValue) =>
    typeof cell === 'string' && (withPercents || !isPercentText(cell))
      ? (findTextNumber(cell, sign) ?? NaN)
      : NaN;
  putByCode(amounts, codes, cells.values.map(amountOf));
  return amounts;
}

/** Error values in a dimension leave their row unassigned, and are named. */
function addErrorCells(
  issues: IssueList,
  table: SourceTable,
  column: Column,
  isUsed: (row: number) => boolean,
): void {
  const { codes, values, odd } = table.raw.grid.column(column.index);
  const errors = new Set(odd.filter((code) => isError(values[code] ?? null)));
  if (!codes || errors.size === 0) return;
  for (const [row, code] of codes.entries()) {
    if (errors.has(code) && isUsed(row)) issues.add(errorCell(table, row, column));
  }
}

function errorCell(table: SourceTable, row: number, column: Column): Issue {
  const at = addressIn(table.raw, row, column.index);
  const found = shown(table.raw.grid.cell(row, column.index));
  return { code: 'errorCell', at, found, expected: column.header };
}

/** Deals that were lost or are still open, as one issue with their number. */
function notWon(table: SourceTable, { column }: Pipeline, deals: number): Issue {
  const at = addressIn(table.raw, -1, column);
  const expected = table.raw.headers[column] ?? '';
  return { code: 'notWon', at, found: String(deals), expected };
}

function unknownStage(table: SourceTable, { column }: Pipeline, row: number): Issue {
  const at = addressIn(table.raw, row, column);
  const found = shown(table.raw.grid.cell(row, column));
  return { code: 'unknownStage', at, found, expected: table.raw.headers[column] ?? '' };
}

/** Why a row is set aside. */
function reasonFor(table: SourceTable, choice: ColumnChoice, row: number, isDate: boolean): Issue {
  const { grid } = table.raw;
  const column = isDate ? choice.date : choice.amount;
  const lack = isDate ? lackOfOrder(table, column, row) : undefined;
  if (lack) return lack;
  const cell = grid.cell(row, column.index);
  const at = addressIn(table.raw, row, column.index);
  const expected = column.header;
  if (isBlank(cell) && grid.isBlankRow(row)) {
    return { code: 'blankRow', at: addressIn(table.raw, row, 0), found: shown(null), expected };
  }
  if (isError(cell)) return errorCell(table, row, column);
  if (isBlank(cell) && isFurtherLine(table, choice.amount, row)) {
    return { code: 'orderLine', at, found: shown(null), expected };
  }
  if (isBlank(cell) || (!isDate && isDash(cell))) {
    const blank = standsInHeader(table, row, column) ? 'lacksMeasure' : 'blankAmount';
    return {
      code: isDate ? 'blankDate' : blank,
      at,
      found: shown(isBlank(cell) ? null : cell),
      expected,
    };
  }
  const day = isDate ? findDate(cell, column) : undefined;
  if (day !== undefined && isOutOfTime(day, column)) {
    return { code: day > latestDay ? 'lateDate' : 'earlyDate', at, found: isoOf(day), expected };
  }
  return { code: isDate ? 'notADate' : 'notANumber', at, found: shown(cell), expected };
}

/** Of periods across, a measure that has no column for a period stands in the period's header. */
function standsInHeader({ raw }: SourceTable, row: number, { index }: Column): boolean {
  const [own, header] = [placeIn(raw, row, index), placeIn(raw, -1, index)];
  return own.row === header.row && own.sheet === header.sheet;
}

/** Whether a row is a line of an order whose first line, above it, holds the amount of the whole. */
function isFurtherLine({ raw, known }: SourceTable, amount: Column, row: number): boolean {
  if (known?.traps.includes('orderOnFirstLine') !== true) return false;
  const { lineColumns } = known;
  const isLine = (header: string) => lineColumns.includes(header);
  if (isLine(amount.header) || !isBlank(raw.grid.cell(row, amount.index))) return false;
  return raw.headers.some((header, index) => isLine(header) && !isBlank(raw.grid.cell(row, index)));
}

/** Why a line has nothing in a column of its order; undefined where the column is not one of those. */
export function lackOfOrder(
  { raw: { orders } }: SourceTable,
  { index }: Column,
  row: number,
): Issue | undefined {
  return orders && index >= orders.firstColumn ? orders.lackIn(row) : undefined;
}
