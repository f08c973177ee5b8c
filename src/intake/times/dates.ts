import {
  civilOf,
  dayRangeOf,
  findPeriod,
  lastSerial,
  periodIndex,
  periodOf,
  serialOf,
  type DayRange,
  type Grain,
  type Period,
  type SerialDate,
} from '../../sales';
import type { CellValue } from '../../workbook';
import { isSerialDate, type Column } from '../columns/column';
import { dayOfDigits, findDigitMonth } from '../columns/digit-dates';
import { headerWords } from '../header-words';
import type { SourceTable } from '../mapping';
import { findUsualSpan } from './days';
import { findShortMonth } from '../texts/short-months';
import { swapped } from '../texts/swapped-day';
import { findTextDate } from '../texts/text-dates';
import { findTextPeriod } from '../texts/text-periods';

/** The day a cell of a date or period column means; of a period, its first day. */
export function findDate(cell: CellValue | undefined, column: Column): SerialDate | undefined {
  if (column.role === 'year' && typeof cell === 'number') {
    return Number.isInteger(cell) && cell >= 1900 && cell <= 9999
      ? serialOf(cell, 1, 1)
      : undefined;
  }
  if (column.digitDates && typeof cell === 'number') return dayOfDigits(cell, column.digitDates);
  if (isSerialDate(cell)) {
    if (column.kind !== 'date') return undefined;
    return Math.floor(column.halfSwapped?.isTurned === true ? swapped(cell) : cell);
  }
  if (typeof cell !== 'string') return undefined;
  const order = column.dateOrder.kind === 'found' ? column.dateOrder.order : 'ymd';
  return findTextDate(cell, order) ?? periodIn(cell, column)?.start;
}

/** The period that a label means: months in words are known in a column of periods. */
export function periodIn(text: string, { kind }: Column): Period | undefined {
  return kind === 'period'
    ? (findDigitMonth(text) ?? findShortMonth(text) ?? findTextPeriod(text))
    : findPeriod(text);
}

const grainWords: readonly (readonly [Grain, RegExp])[] = [
  ['month', /\b(month|monat|mois|mes)\b|^月/],
  ['quarter', /\b(quarter|quartal|trimestre)\b/],
  ['year', /\b(year|jahr|année|año|ano)\b|^年/],
];

/** The grain that all labels of a column name: `2026-Q1` is a quarter. */
function labelledGrain({ raw }: SourceTable, column: Column): Grain | undefined {
  const named = new Set<Grain>(column.digitDates === 'yyyymm' ? ['month'] : []);
  const { values, counts } = raw.grid.column(column.index);
  for (const [code, value] of values.entries()) {
    const isThere = (counts[code] ?? 0) > 0 && typeof value === 'string';
    const period = isThere ? periodIn(value, column) : undefined;
    if (period) named.add(period.grain);
  }
  const [grain] = named;
  return named.size === 1 ? grain : undefined;
}

/**
 * The grain targets are set in, from the dates themselves: one date a year, always in the same
 * month, means years; one a quarter means quarters; anything denser months. A single date tells
 * nothing: then the header does. Undefined where neither does.
 */
export function findGrain(
  table: SourceTable,
  dates: Int32Array,
  column: Column,
): Grain | undefined {
  if (column.kind === 'period') return labelledGrain(table, column);
  const words = headerWords(column.header);
  const named = grainWords.find(([, pattern]) => pattern.test(words))?.[0];
  const days = new Set(dates);
  const months = new Set<number>();
  for (const date of days) months.add(periodIndex(date, 'month'));
  if (column.role === 'year') return 'year';
  if (months.size < 2) return named ?? (days.size > 1 ? 'month' : undefined);
  const distinctBy = (size: number) => new Set([...months].map((month) => month % size)).size;
  if (distinctBy(12) === 1) return 'year';
  if (distinctBy(3) === 1) return named === 'month' ? 'month' : 'quarter';
  return 'month';
}

const knownDays = new WeakMap<Int32Array, DayRange>();

/** The first and the last day of rows, without the few that are far away from all others: 2062. */
export function usualDays(dates: Int32Array): DayRange | undefined {
  const whole = dayRangeOf(dates, dates.length, 0, lastSerial);
  if (!whole) return undefined;
  const known = knownDays.get(dates);
  if (known) return known;
  const span = findUsualSpan(dates);
  const days = (span && dayRangeOf(dates, dates.length, span.from, span.to)) ?? whole;
  knownDays.set(dates, days);
  return days;
}

/**
 * So many first days of months, and no other day, are months: sales of days fall on others too. Across,
 * where Excel writes a month such as `Jan-26` as its first day, two tell it.
 */
const [leastMonths, leastAcross] = [3, 2];

/** The grain of rows that each stand for a whole period; undefined for rows of single days. */
function grainOfRows(table: SourceTable, dates: Int32Array, column: Column): Grain | undefined {
  if (column.kind === 'period' || column.role === 'year') return findGrain(table, dates, column);
  const { reading, headers } = table.raw;
  const isAcross = reading?.shape.kind === 'wide' && headers[column.index] === reading.shape.across;
  const areMonths = areFirstsOfMonths(dates, isAcross ? leastAcross : leastMonths);
  return areMonths ? findGrain(table, dates, column) : undefined;
}

/** Whether at least so many days are there, and all are the first of a month, as those of whole periods are. */
export function areFirstsOfMonths(dates: Int32Array, least: number): boolean {
  const days = new Set<SerialDate>();
  for (const day of dates) {
    if (days.has(day)) continue;
    // Sales of days show themselves among the first rows.
    if (civilOf(day).day !== 1) return false;
    days.add(day);
  }
  return days.size >= least;
}

/**
 * The last day that rows tell of, a few far away from all others left out: of rows that stand for whole periods the end of the last one, which
 * its first day stands for among the dates. Undefined without rows.
 */
export function findLastDay(
  table: SourceTable,
  dates: Int32Array,
  column: Column,
): SerialDate | undefined {
  const last = usualDays(dates)?.last;
  if (last === undefined) return undefined;
  const grain = grainOfRows(table, dates, column);
  return grain ? periodOf(last, grain).end : last;
}
