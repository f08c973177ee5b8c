import { civilOf, type Grain } from '../../sales';
import type { CellValue } from '../../workbook';
import { dimensionText, findUncalculated, firstOther, type Column } from '../columns/column';
import type { ColumnChoice } from '../convert';
import { currencyIssues, scaleIssues } from '../currencies';
import { findDate, periodIn } from '../times/dates';
import { plainWords } from '../header-words';
import type { Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn } from '../raw-table';
import { yearTypedAsDay } from '../shapes/years-as-days';
import { findSideRows, rowsBySide } from '../side-rows';
import { findTextPeriod } from '../texts/text-periods';
import { toDateIssues } from '../times/to-date';

/** Issues of the chosen columns as wholes: what makes reading their rows pointless. */
export function columnIssues(table: SourceTable, choice: ColumnChoice): Issue[] {
  const { date, amount, dimensions } = choice;
  // Rows of a scenario that nobody knows yet would count for both sides.
  const versions = table.columns.filter(({ role }) => role === 'version');
  const used = [date, amount, ...dimensions.values(), ...versions];
  const unknown = used.flatMap((column) => uncalculatedIssue(table, column));
  if (unknown.length > 0) return unknown;
  return [
    ...dateIssues(table, date),
    ...numberIssues(table, amount),
    ...periodIssues(table, date),
    ...currencyIssues(table, choice),
    ...scaleIssues(table, choice),
    ...toDateIssues(table, choice),
    ...versionIssues(table),
  ];
}

/** A column that holds formulas alone, none of which any program has calculated. */
function uncalculatedIssue({ raw }: SourceTable, { index, header }: Column): Issue[] {
  const found = findUncalculated(raw.grid.column(index));
  if (!found) return [];
  const at = addressIn(raw, found.row, index);
  return [{ code: 'notCalculated', at, found: String(found.count), expected: `"${header}"` }];
}

/** What keeps a column from being read as dates. */
export function dateIssues(table: SourceTable, date: Column): Issue[] {
  const issues: Issue[] = [];
  const isYear = date.role === 'year' && date.kind === 'number';
  if (date.kind !== 'date' && date.kind !== 'period' && !isYear) {
    const isTime = (cell: CellValue) =>
      findDate(cell, date) !== undefined ||
      (typeof cell === 'string' && findTextPeriod(cell) !== undefined);
    const other = firstOther(table.raw, date, isTime);
    issues.push({ code: 'columnIsNoDate', ...other, expected: date.header });
  }
  const order = date.dateOrder;
  if (order.kind === 'ambiguous') {
    const at = addressIn(table.raw, order.row, date.index);
    issues.push({ code: 'ambiguousDates', at, found: order.text, expected: date.header });
  }
  if (order.kind === 'mixed') {
    const at = addressIn(table.raw, order.dayFirst.row, date.index);
    const other = addressIn(table.raw, order.monthFirst.row, date.index);
    const expected = `${order.monthFirst.text} (${other})`;
    issues.push({ code: 'mixedDateOrders', at, found: order.dayFirst.text, expected });
  }
  return issues;
}

/** What keeps a column from being read as numbers. */
export function numberIssues(table: SourceTable, amount: Column): Issue[] {
  const issues: Issue[] = [];
  if (amount.kind !== 'number') {
    const other = firstOther(table.raw, amount, (cell) => typeof cell === 'number');
    issues.push({ code: 'columnIsNoNumber', ...other, expected: amount.header });
  }
  const sign = amount.decimalSign;
  if (sign.kind === 'ambiguous') {
    const at = addressIn(table.raw, sign.row, amount.index);
    issues.push({ code: 'ambiguousNumbers', at, found: sign.text, expected: amount.header });
  }
  return issues;
}

/** Labels of months and quarters side by side do not tell how long a row's period is meant to be. */
function periodIssues(table: SourceTable, date: Column): Issue[] {
  if (date.kind !== 'period') return [];
  let first: { readonly grain: Grain; readonly text: string } | undefined;
  const cells = table.raw.grid.column(date.index);
  for (const [code, value] of cells.values.entries()) {
    const text = dimensionText(value);
    const grain = (cells.counts[code] ?? 0) > 0 ? periodIn(text, date)?.grain : undefined;
    if (grain === undefined) continue;
    first ??= { grain, text };
    if (grain === first.grain) continue;
    const at = addressIn(table.raw, cells.firstRow(code), date.index);
    return [{ code: 'mixedPeriods', at, found: text, expected: first.text }];
  }
  return [];
}

/** Real dates that may be months whose short year Excel took for a day. */
export function typedAsDays({ raw }: SourceTable, date: Column): Issue[] {
  if (date.kind !== 'date' || date.digitDates) return [];
  const { codes, numbers = [] } = raw.grid.column(date.index);
  const days = new Set<number>();
  let [first, last] = [-1, NaN];
  for (let row = 0; row < numbers.length; row += 1) {
    const day = Math.floor(numbers[row] ?? 0);
    if (day === last || (codes && (codes[row] ?? -1) >= 0)) continue;
    if (first < 0) first = row;
    last = day;
    days.add(day);
    // Most columns have another day in their first rows.
    if (days.size > 12 || civilOf(day).day < 20) return [];
  }
  const years = yearTypedAsDay([...days]);
  if (!years) return [];
  const at = addressIn(raw, first, date.index);
  return [{ code: 'yearsAsDays', at, found: String(years.taken), expected: String(years.typed) }];
}

/** Groups by what each line of an order has, of an amount that stands on the first line for all. */
export function lineIssues(
  { raw, known }: SourceTable,
  amount: Column,
  by: readonly Column[],
): Issue[] {
  if (known?.traps.includes('orderOnFirstLine') !== true) return [];
  const { lineColumns } = known;
  if (lineColumns.includes(amount.header)) return [];
  const wrong = by.find(({ header }) => lineColumns.includes(header));
  if (!wrong) return [];
  const at = addressIn(raw, -1, wrong.index);
  return [{ code: 'orderAmountByLine', at, found: wrong.header, expected: amount.header }];
}

/** "Budget 2025" and "Budget 2026" are one plan. */
function areOneVersion(one: string, other: string): boolean {
  const words = plainWords(one);
  return one === other || (words !== '' && words === plainWords(other));
}

/** Original and revised targets side by side would count twice, within the rows of one scenario too. */
function versionIssues(table: SourceTable): Issue[] {
  const found = findSideRows(table);
  const side = found && 'taken' in found ? rowsBySide(table, found) : undefined;
  return table.columns.flatMap(({ role, index }): Issue[] => {
    if (role !== 'version' || (side && index === found?.column.index)) return [];
    const { codes, values } = table.raw.grid.column(index);
    let first: string | undefined;
    const known = new Set<number>();
    for (let row = 0; codes && row < codes.length; row += 1) {
      const code = codes[row] ?? -1;
      if (known.has(code) || side?.isOfSide(row) === false) continue;
      known.add(code);
      const text = dimensionText(values[code]);
      if (text === '') continue;
      first ??= text;
      if (!areOneVersion(first, text)) {
        const at = addressIn(table.raw, row, index);
        return [{ code: 'severalVersions', at, found: text, expected: first }];
      }
    }
    return [];
  });
}
