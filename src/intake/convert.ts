import {
  amountsOf,
  findPeriod,
  isoOf,
  TextColumnBuilder,
  type Dataset,
  type Grain,
  type SerialDate,
} from '../sales';
import { isBlank, isError, type CellValue } from '../workbook';
import { dimensionText, distinctTexts, firstOther, type Column } from './column';
import { findDate } from './dates';
import { IssueList, type Issue } from './issue';
import type { SourceTable } from './mapping';
import { addressIn, shown } from './raw-table';
import { findCurrency, findTextNumber } from './text-numbers';

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
  /** For every row of the data set, its row in the table. */
  readonly tableRows: Int32Array;
}

export interface ColumnChoice {
  readonly date: Column;
  readonly amount: Column;
  /** The column of each dimension, by the name the data set gives it. */
  readonly dimensions: ReadonlyMap<string, Column>;
}

/** Issues of the chosen columns as wholes: what makes reading their rows pointless. */
export function columnIssues(table: SourceTable, choice: ColumnChoice): Issue[] {
  const { date, amount } = choice;
  const issues: Issue[] = [];
  const isYear = date.role === 'year' && date.kind === 'number';
  if (date.kind !== 'date' && date.kind !== 'period' && !isYear) {
    const other = firstOther(table.raw, date, (cell) => findDate(cell, date) !== undefined);
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
  if (amount.kind !== 'number') {
    const other = firstOther(table.raw, amount, (cell) => typeof cell === 'number');
    issues.push({ code: 'columnIsNoNumber', ...other, expected: amount.header });
  }
  const sign = amount.decimalSign;
  if (sign.kind === 'ambiguous') {
    const at = addressIn(table.raw, sign.row, amount.index);
    issues.push({ code: 'ambiguousNumbers', at, found: sign.text, expected: amount.header });
  }
  return [
    ...issues,
    ...periodIssues(table, date),
    ...currencyIssues(table, amount),
    ...versionIssues(table),
  ];
}

/** Labels of months and quarters side by side do not tell how long a row's period is meant to be. */
function periodIssues(table: SourceTable, date: Column): Issue[] {
  if (date.kind !== 'period') return [];
  let first: { readonly grain: Grain; readonly text: string } | undefined;
  for (const [number, row] of table.raw.rows.entries()) {
    const text = dimensionText(row[date.index]);
    const grain = findPeriod(text)?.grain;
    if (grain === undefined) continue;
    first ??= { grain, text };
    if (grain === first.grain) continue;
    const at = addressIn(table.raw, number, date.index);
    return [{ code: 'mixedPeriods', at, found: text, expected: first.text }];
  }
  return [];
}

/** Amounts of several currencies are never added: told by a currency column or by signs. */
function currencyIssues(table: SourceTable, amount: Column): Issue[] {
  const column = table.columns.find((candidate) => candidate.role === 'currency');
  const currencyOf = (row: readonly CellValue[]): string => {
    if (column) return dimensionText(row[column.index]).trim().toUpperCase();
    const cell = row[amount.index];
    return typeof cell === 'string' ? (findCurrency(cell) ?? '') : '';
  };
  const at = column?.index ?? amount.index;
  return disagreement(table, at, currencyOf, 'mixedCurrencies');
}

/** Original and revised targets side by side would count twice. */
function versionIssues(table: SourceTable): Issue[] {
  const column = table.columns.find((candidate) => candidate.role === 'version');
  if (!column) return [];
  const versionOf = (row: readonly CellValue[]) => dimensionText(row[column.index]);
  return disagreement(table, column.index, versionOf, 'severalVersions');
}

function disagreement(
  table: SourceTable,
  column: number,
  read: (row: readonly CellValue[]) => string,
  code: 'mixedCurrencies' | 'severalVersions',
): Issue[] {
  let first: string | undefined;
  for (const [number, row] of table.raw.rows.entries()) {
    const text = read(row);
    if (text === '') continue;
    first ??= text;
    if (text === first) continue;
    return [{ code, at: addressIn(table.raw, number, column), found: text, expected: first }];
  }
  return [];
}

/** Converts the chosen columns; rows that cannot be read are set aside, each with an issue. */
export function convert(table: SourceTable, choice: ColumnChoice): Converted {
  const { raw } = table;
  const issues = new IssueList();
  const count = raw.rows.length;
  const dates = new Int32Array(count);
  const amounts = new Float64Array(count);
  const tableRows = new Int32Array(count);
  const dimensions = [...choice.dimensions].map(([name, column]) => ({
    name,
    column,
    builder: new TextColumnBuilder(count),
  }));
  const sign = choice.amount.decimalSign.kind === 'found' ? choice.amount.decimalSign.sign : '.';
  let used = 0;
  for (const [number, row] of raw.rows.entries()) {
    const date = findDate(row[choice.date.index], choice.date);
    const amount = findAmount(row[choice.amount.index], sign);
    if (date === undefined || amount === undefined) {
      issues.add(reasonFor(table, choice, number, date === undefined));
      continue;
    }
    dates[used] = date;
    amounts[used] = amount;
    tableRows[used] = number;
    for (const { column, builder } of dimensions) {
      const cell = row[column.index];
      if (isError(cell ?? null)) issues.add(errorCell(table, number, column));
      builder.push(dimensionText(cell));
    }
    used += 1;
  }
  return {
    dataset: {
      rows: used,
      dates: dates.slice(0, used),
      amounts: amountsOf(amounts.slice(0, used)),
      dimensions: new Map(dimensions.map(({ name, builder }) => [name, builder.build()])),
    },
    counts: { rows: count, used, setAside: count - used },
    issues: issues.all(),
    tableRows: tableRows.slice(0, used),
  };
}

function findAmount(cell: CellValue | undefined, sign: '.' | ','): number | undefined {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? findTextNumber(cell, sign) : undefined;
}

function errorCell(table: SourceTable, row: number, column: Column): Issue {
  const at = addressIn(table.raw, row, column.index);
  const found = shown(table.raw.rows[row]?.[column.index]);
  return { code: 'errorCell', at, found, expected: column.header };
}

/** Why a row is set aside. */
function reasonFor(table: SourceTable, choice: ColumnChoice, row: number, isDate: boolean): Issue {
  const cells = table.raw.rows[row] ?? [];
  const column = isDate ? choice.date : choice.amount;
  const cell = cells[column.index] ?? null;
  const at = addressIn(table.raw, row, column.index);
  const expected = column.header;
  if (cells.every(isBlank)) {
    return { code: 'blankRow', at: addressIn(table.raw, row, 0), found: shown(null), expected };
  }
  if (isError(cell)) return errorCell(table, row, column);
  if (isBlank(cell)) {
    return { code: isDate ? 'blankDate' : 'blankAmount', at, found: shown(null), expected };
  }
  return { code: isDate ? 'notADate' : 'notANumber', at, found: shown(cell), expected };
}

/**
 * Targets that stand twice: the same key in the same period. `keys` are the columns that the
 * targets share with the sales, whatever the report is grouped by.
 */
export function duplicateTargets(
  table: SourceTable,
  converted: Converted,
  keys: readonly Column[],
  amount: Column,
): Issue[] {
  const issues = new IssueList();
  const seen = new Map<string, number>();
  const { dataset, tableRows } = converted;
  for (let index = 0; index < dataset.rows; index += 1) {
    const row = tableRows[index] ?? 0;
    const cells = table.raw.rows[row] ?? [];
    const date = dataset.dates[index] ?? 0;
    const texts = keys.map((column) => dimensionText(cells[column.index]));
    const identity = JSON.stringify([date, ...texts]);
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, row);
      continue;
    }
    issues.add({
      code: 'duplicateTarget',
      at: addressIn(table.raw, row, amount.index),
      found: [...texts, isoOf(date)].join(', '),
      expected: addressIn(table.raw, first, amount.index),
    });
  }
  return issues.all();
}

/** A sentence's worth about a grain that nothing in the targets told. */
export function grainIssue(table: SourceTable, date: Column, grain: Grain): Issue {
  return {
    code: 'targetGrainAssumed',
    at: addressIn(table.raw, 0, date.index),
    found: shown(table.raw.rows[0]?.[date.index]),
    expected: grain,
  };
}

/** Names of both sides that differ only in case, accents or spaces, and so do not meet. */
export function nearlySameNames(
  sales: SourceTable,
  salesColumn: Column,
  targets: SourceTable,
  targetColumn: Column,
): Issue[] {
  const issues = new IssueList();
  const known = distinctTexts(sales.raw, salesColumn.index);
  const bySkeleton = new Map<string, string>();
  for (const text of known) bySkeleton.set(skeletonOf(text), text);
  for (const text of distinctTexts(targets.raw, targetColumn.index)) {
    if (known.has(text)) continue;
    const near = bySkeleton.get(skeletonOf(text));
    if (near === undefined) continue;
    const row = targets.raw.rows.findIndex(
      (cells) => dimensionText(cells[targetColumn.index]) === text,
    );
    const at = addressIn(targets.raw, row, targetColumn.index);
    issues.add({ code: 'nearlySameNames', at, found: text, expected: near });
  }
  return issues.all();
}

function skeletonOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\s]+/gu, '')
    .toLowerCase();
}

/** Sales dated after the as-of day, as one issue with their number. */
export function afterAsOfIssue(
  table: SourceTable,
  date: Column,
  rows: number,
  asOf: SerialDate,
): Issue {
  const at = addressIn(table.raw, -1, date.index);
  return { code: 'afterAsOf', at, found: String(rows), expected: isoOf(asOf) };
}
