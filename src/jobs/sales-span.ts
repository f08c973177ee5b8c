import { columnIssues, convert, findLastDay, isBlocking, usualDays, type Issue } from '../intake';
import { periodAt, periodIndex, type Grain, type Period, type SerialDate } from '../sales';
import type { DataFound } from './find-data';

/** The first and the last day with sales; of sales of whole periods, the last day of the last. */
export interface SalesSpan {
  readonly first: SerialDate;
  readonly last: SerialDate;
}

/** How many rows of the sales can be used, before a report is built. */
export interface SalesRows {
  readonly rows: number;
  readonly used: number;
  /** Of opportunities: deals that are lost or still open. */
  readonly notWon: number;
  /** Of a table with rows of both sides, those of the other: none that is lacking. */
  readonly ofOthers: number;
}

/** What the sales are, before a report is built. */
export interface SalesRead {
  readonly counts: SalesRows;
  /** Left out where no row can be used. */
  readonly span?: SalesSpan;
}

/** The sales as a report would use them, in whatever currencies; undefined while that cannot be told. */
export function readSales({ sales }: DataFound): SalesRead | undefined {
  if (!sales?.date || !sales.amount) return undefined;
  const choice = { date: sales.date, amount: sales.amount, dimensions: new Map() };
  const isDated = (issue: Issue) => !isBlocking(issue) || issue.code === 'mixedCurrencies';
  if (!columnIssues(sales.table, choice).every(isDated)) return undefined;
  const { dataset, counts, issues } = convert(sales.table, choice);
  const { dates } = dataset;
  const first = usualDays(dates)?.first;
  const last = findLastDay(sales.table, dates, sales.date);
  const countOf = (code: Issue['code']) =>
    issues.reduce((sum, issue) => sum + (issue.code === code ? Number(issue.found) : 0), 0);
  return {
    counts: {
      rows: counts.rows,
      used: counts.used,
      notWon: countOf('notWon'),
      ofOthers: countOf('rowsNotSold'),
    },
    ...(first !== undefined && last !== undefined && { span: { first, last } }),
  };
}

/** From when to when the sales go; undefined while that cannot be told. */
export function findSalesSpan(data: DataFound): SalesSpan | undefined {
  return readSales(data)?.span;
}

/** The periods that a span of days touches, latest first. */
export function periodsOfSpan({ first, last }: SalesSpan, grain: Grain): Period[] {
  const periods: Period[] = [];
  for (let index = periodIndex(last, grain); index >= periodIndex(first, grain); index -= 1) {
    periods.push(periodAt(index, grain));
  }
  return periods;
}
