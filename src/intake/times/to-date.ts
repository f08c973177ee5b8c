import { civilOf, periodIndex } from '../../sales';
import { dimensionOf, type Column } from '../columns/column';
import { amountsIn, datesOf, noDate, signOf, type ColumnChoice } from '../convert';
import { findGrain } from './dates';
import type { Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn, notesBelow } from '../raw-table';
import { saysToDate } from '../shapes/to-date-words';

/**
 * Figures to date are never added: they hold those of the periods before. A header says so of its
 * column; a title, a note or the table's name where the figures of periods do not fall.
 */
export function toDateIssues(table: SourceTable, choice: ColumnChoice): Issue[] {
  const { date, amount } = choice;
  const { raw } = table;
  const header = addressIn(raw, -1, amount.index);
  const issue = (found: string, at: string): Issue[] => [
    { code: 'figuresToDate', at, found, expected: amount.header },
  ];
  const isOfYears = date.role === 'year' || isYearly(table, date);
  if (isOfYears) return [];
  if (saysToDate(amount.header)) return issue(amount.header, header);
  const { name, sheet } = raw.source;
  const texts = [
    ...(raw.titles ?? []),
    ...notesBelow(raw),
    ...[name, sheet].map((text) => ({ text, at: header })),
  ];
  const said = texts.find(({ text }) => saysToDate(text));
  if (!said || isSaidOfOther(table, amount) || !mayBeToDate(table, choice)) return [];
  return issue(said.text, said.at);
}

function isYearly(table: SourceTable, date: Column): boolean {
  return date.kind === 'period' && findGrain(table, new Int32Array(), date) === 'year';
}

/** Whether another column says it of itself: "Jan | Feb | YTD". */
function isSaidOfOther({ raw, columns }: SourceTable, amount: Column): boolean {
  const across = raw.reading?.shape.columns ?? [];
  const totals = across.flatMap((use) =>
    use.use === 'total' ? use.text : use.use === 'aside' ? use.header : [],
  );
  const others = columns.flatMap(({ index, header }) => (index === amount.index ? [] : header));
  return [...totals, ...others].some(saysToDate);
}

/** Of figures to date at most this share falls from a period to the next, by what was returned. */
const mostFalls = 0.2;

/** Whether the rows are of periods, whose figures rise within a year. */
function mayBeToDate({ raw, columns }: SourceTable, { date, amount }: ColumnChoice): boolean {
  const days = datesOf(raw.grid.column(date.index), date);
  const months = new Map<number, number>();
  for (const day of days) {
    if (day === noDate || months.has(day)) continue;
    // Other days than the first and the last of a month are days of sales.
    if (date.kind === 'date' && civilOf(day).day !== 1 && civilOf(day + 1).day !== 1) return false;
    months.set(day, periodIndex(day, 'month'));
  }
  const amounts = amountsIn(raw.grid.column(amount.index), signOf(amount));
  const names = columns
    .filter(({ kind, index }) => kind === 'text' && index !== date.index)
    .map(({ index }) => dimensionOf(raw.grid.column(index)).codes);
  const series = new Map<string, Map<number, number>>();
  for (let row = 0; row < days.length; row += 1) {
    const [month, figure] = [months.get(days[row] ?? noDate), amounts[row] ?? NaN];
    // Periods to come hold 0 or nothing.
    if (month === undefined || Number.isNaN(figure) || figure === 0) continue;
    const key = names.map((codes) => codes[row]).join(' ');
    const sums = series.get(key) ?? new Map<number, number>();
    series.set(key, sums.set(month, (sums.get(month) ?? 0) + figure));
  }
  let [steps, falls] = [0, 0];
  for (const sums of series.values()) {
    const rising = [...sums].sort(([one], [other]) => one - other);
    for (const [at, [month, sum]] of rising.entries()) {
      const [before, less] = rising[at - 1] ?? [NaN, 0];
      if (Math.floor(before / 12) !== Math.floor(month / 12)) continue;
      steps += 1;
      if (sum < less) falls += 1;
    }
  }
  return falls <= steps * mostFalls;
}
