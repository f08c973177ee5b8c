import { columnIssues, convert, findLastDay, isBlocking, type Issue } from '../intake';
import {
  dayRangeOf,
  lastSerial,
  periodAt,
  periodIndex,
  type Grain,
  type Period,
  type SerialDate,
} from '../sales';
import type { DataFound } from './find-data';

/** The first and the last day with sales; of sales of whole periods, the last day of the last. */
export interface SalesSpan {
  readonly first: SerialDate;
  readonly last: SerialDate;
}

/**
 * From when to when the sales go, in whatever currencies; undefined while their columns are unclear or
 * unreadable.
 */
export function findSalesSpan({ sales }: DataFound): SalesSpan | undefined {
  if (!sales?.date || !sales.amount) return undefined;
  const choice = { date: sales.date, amount: sales.amount, dimensions: new Map() };
  const isDated = (issue: Issue) => !isBlocking(issue) || issue.code === 'mixedCurrencies';
  if (!columnIssues(sales.table, choice).every(isDated)) return undefined;
  const { dates } = convert(sales.table, choice).dataset;
  const first = dayRangeOf(dates, dates.length, 0, lastSerial)?.first;
  const last = findLastDay(sales.table, dates, sales.date);
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** The periods that a span of days touches, latest first. */
export function periodsOfSpan({ first, last }: SalesSpan, grain: Grain): Period[] {
  const periods: Period[] = [];
  for (let index = periodIndex(last, grain); index >= periodIndex(first, grain); index -= 1) {
    periods.push(periodAt(index, grain));
  }
  return periods;
}
