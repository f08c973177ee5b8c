import { exactSum, finish, totalOf, type SerialDate } from '../../sales';
import { isBlank, type CellValue } from '../../workbook';
import { earliestDay } from '../columns/cell-column';
import type { Column } from '../columns/column';
import {
  convertSteps,
  type Converted,
  isOutOfTime,
  latestDay,
  tableRowOf,
  type ColumnChoice,
  type RowCounts,
} from '../convert';
import { percentIssues, severalCurrencies } from '../currencies';
import { toDateIssues } from '../times/to-date';
import { sourceAddress, sourceLabel } from '../data-source';
import type { Issue } from '../issue';
import { findDate } from '../times/dates';
import { dimensionColumns, type SourceTable } from '../mapping';
import { findPipeline, type Pipeline } from '../pipeline';
import { addressIn } from '../raw-table';
import { creditIssues, signIssues } from '../checks/sign-issues';
import { FoundCells } from './cells-found';
import {
  amountFindings,
  dateFindings,
  idFindings,
  keyFindings,
  nameSteps,
  otherColumns,
} from './column-findings';
import { findGaps, findUsualSpan } from '../times/days';
import { findRepeatedRows } from './duplicates';
import type { Finding } from './finding';
import { findOddAmounts, haveOwnNames } from './odd-amounts';
import { findUnlikelyScales, isBeyond } from './scale';

/** What a table's data are worth: rows in = used + set aside, and what was found in them. */
export interface Quality {
  /** The table's name and place. */
  readonly source: string;
  readonly at: string;
  readonly counts: RowCounts & {
    /** Of those set aside: rows that are no data, as totals and repeated headers. */
    readonly skipped: number;
  };
  /** The amounts of the rows used; left out where they are not added: of several currencies, in percent, to date. */
  readonly total?: number;
  /** The currencies, where there are several. */
  readonly currencies: readonly string[];
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** What was noticed and set aside when the cells were read as a table. */
  readonly issues: readonly Issue[];
}

export interface QualityOptions {
  /** Targets lie in the future, repeat amounts and leave months out; sales do not. */
  readonly side: 'sales' | 'targets';
  /** Left out, no date is called a future one. */
  readonly today?: SerialDate;
}

/** Looks a table through. */
export function assessQuality(
  table: SourceTable,
  choice: ColumnChoice,
  options: QualityOptions,
): Quality {
  return finish(assessSteps(table, choice, options));
}

/** The same in small steps, between which the caller may let others work. */
export function* assessSteps(
  table: SourceTable,
  choice: ColumnChoice,
  options: QualityOptions,
): Generator<undefined, Quality> {
  const { raw } = table;
  const converted = yield* convertSteps(table, choice);
  const { dates, amounts } = converted.dataset;
  const figures = amounts.values;
  const rowOf = (row: number) => tableRowOf(converted, row);
  const isUsed = usedRows(converted, raw.grid.rowCount);
  const findings: Finding[] = [];
  const take = (...found: (Finding | undefined)[]) => {
    for (const finding of found) if (finding) findings.push(finding);
  };
  const pipeline = findPipeline(table);
  const isSale = (row: number) => !pipeline || pipeline.outcomeAt(row) === 'won';
  take(...dateFindings(table, choice.date, isSale));
  yield;
  const inPercent = percentIssues({ table, amount: choice.amount }, options.side);
  const ofAmounts = amountFindings(table, choice.amount, isSale);
  take(...inPercent.map((issue) => refusedFinding('inPercent', issue, choice.amount)));
  const toDate = toDateIssues(table, choice);
  take(...toDate.map((issue) => refusedFinding('figuresToDate', issue, choice.amount)));
  // Percents that are made numbers would pass for amounts.
  take(...ofAmounts.filter(({ fixes }) => inPercent.length === 0 || fixes.length === 0));
  yield;
  if (pipeline) take(...stageFindings(table, pipeline));
  for (const column of choice.dimensions.values()) {
    take(...keyFindings(table, column, isUsed));
    yield;
  }
  const names = new Set([...choice.dimensions.values(), ...dimensionColumns(table)]);
  const indices = new Set(Array.from(names, ({ index }) => index));
  for (const column of otherColumns(table, choice)) {
    if (indices.has(column.index)) take(...(yield* nameSteps(table, column)));
    else if (column.role === 'id') take(...idFindings(table, column));
    yield;
  }
  take(blankRowFinding(table));
  take(...daysFound(table, choice, dates, rowOf, options));
  yield;
  const currencies = severalCurrencies(table, choice);
  const isSum = currencies.length + inPercent.length + toDate.length === 0;
  const sum = isSum ? exactSum : undefined;
  take(...figuresFound(table, choice, figures, rowOf, options, sum));
  // A yen is no dollar with a lost decimal point.
  if (options.side === 'sales' && isSum) {
    const scales = scalesFound(table, choice, dates, figures, rowOf);
    take(...scales);
    // Once whole months are in doubt, what is usual is too.
    if (scales.length === 0) take(oddAmountsFound(table, choice, dates, figures, rowOf));
  }
  yield;
  take(yield* duplicatesFound(table, choice, figures, rowOf, sum));
  const areHeadingsTold = raw.findings?.some(({ code }) => code === 'headingsRead') === true;
  const skipped = raw.setAside?.length ?? 0;
  return {
    source: sourceLabel(raw.source),
    at: sourceAddress(raw.source),
    counts: { ...converted.counts, skipped },
    ...(isSum && { total: totalOf(amounts) }),
    currencies,
    findings: findings.sort((one, other) => weights[one.weight] - weights[other.weight]),
    issues: [
      ...(raw.findings ?? []),
      // Headings are told of once, all together.
      ...(raw.setAside ?? []).filter(({ code }) => code !== 'headingRow' || !areHeadingsTold),
      ...(options.side === 'sales'
        ? signIssues(table, choice)
        : creditIssues(table, choice.amount)),
      ...converted.issues.filter(({ code }) => toldBesides.has(code)),
    ],
  };
}

/** What is told of rows set aside where no finding tells it. */
const toldBesides: ReadonlySet<string> = new Set<Issue['code']>([
  'unknownOrder',
  'lineWithoutOrder',
  'rowsNotPlanned',
  'rowsNotSold',
]);

/** Whether a row of the table counts; made when first asked. */
function usedRows(converted: Converted, rowCount: number): (row: number) => boolean {
  let used: Uint8Array | undefined;
  const mark = () => {
    const rows = new Uint8Array(rowCount);
    for (let row = 0; row < converted.dataset.rows; row += 1) rows[tableRowOf(converted, row)] = 1;
    return rows;
  };
  return (row) => (used ??= mark())[row] === 1;
}

/** Figures that are no amounts to add, by what says so. */
function refusedFinding(
  code: 'inPercent' | 'figuresToDate',
  { at, found }: Issue,
  { header: column }: Column,
): Finding {
  const where = { at, places: [at], column, count: 1, values: [found] };
  return { code, weight: 'wrong', ...where, facts: {}, fixes: [] };
}

/** Deals that are no sales, or of which nothing tells whether they are. */
function stageFindings(table: SourceTable, pipeline: Pipeline): (Finding | undefined)[] {
  const { column } = pipeline;
  const { grid, headers } = table.raw;
  const told = { index: column, header: headers[column] ?? '' };
  const [notWon, unknown] = [new FoundCells(table, told), new FoundCells(table, told)];
  const cells = grid.column(column);
  for (let row = 0; row < grid.rowCount; row += 1) {
    if (pipeline.outcomeAt(row) === 'won' || grid.isBlankRow(row)) continue;
    (pipeline.isUnsold(row) ? notWon : unknown).add(row, cells.at(row));
  }
  return [notWon.finding('notWon', 'note'), unknown.finding('unknownStages', 'wrong')];
}

const weights = { wrong: 0, ask: 1, note: 2 } as const;

type RowOf = (row: number) => number;
/** None where amounts are of several currencies, in percent, or to date. */
type SumOfAmounts = typeof exactSum | undefined;

function blankRowFinding(table: SourceTable): Finding | undefined {
  const { grid } = table.raw;
  const found = new FoundCells(table, { index: 0, header: '' });
  const first = grid.column(0);
  if (!first.values.some(isBlank)) return undefined;
  for (let row = 0; row < grid.rowCount; row += 1) {
    if (isBlank(first.at(row)) && grid.isBlankRow(row)) found.add(row, null);
  }
  return found.finding('blankRows', 'note');
}

function daysFound(
  table: SourceTable,
  { date }: ColumnChoice,
  dates: Int32Array,
  rowOf: RowOf,
  { side, today }: QualityOptions,
): (Finding | undefined)[] {
  const span = findUsualSpan(dates);
  const [far, future] = [new FoundCells(table, date), new FoundCells(table, date)];
  const cells = table.raw.grid.column(date.index);
  for (let row = 0; row < dates.length; row += 1) {
    const day = dates[row] ?? 0;
    const isFar = span !== undefined && (day < span.from || day > span.to);
    const isFuture = side === 'sales' && today !== undefined && day > today;
    if (!isFar && !isFuture) continue;
    const at = rowOf(row);
    (isFar ? far : future).add(at, cells.at(at));
  }
  // More than a few are no slip.
  const isFew = far.count <= Math.max(1, dates.length * 0.02);
  const told = isFew ? far : new FoundCells(table, date);
  const isOutside = (cell: CellValue) => {
    const day = findDate(cell, date);
    return day !== undefined && isOutOfTime(day, date);
  };
  const outside = new Set(cells.values.filter(isOutside));
  const mayBeOutside = outside.size > 0 || cells.dayCount < cells.numberCount;
  for (let row = 0; mayBeOutside && row < cells.length; row += 1) {
    const cell = cells.at(row);
    const isOne =
      typeof cell === 'number'
        ? (cell < earliestDay || cell > latestDay) && isOutside(cell)
        : outside.has(cell);
    if (isOne) told.add(row, cell);
  }
  const gaps = side === 'sales' && span ? findGaps(dates, span) : [];
  const all = new FoundCells(table, date);
  if (gaps.length > 0) all.add(-1, null);
  return [
    told.finding('farDates', 'wrong'),
    future.finding('futureDates', 'ask', { ...(today !== undefined && { facts: { to: today } }) }),
    all.finding('gaps', 'note', { values: gaps, count: gaps.length }),
  ];
}

function figuresFound(
  table: SourceTable,
  { amount }: ColumnChoice,
  figures: Float64Array,
  rowOf: RowOf,
  { side }: QualityOptions,
  sum: SumOfAmounts,
): (Finding | undefined)[] {
  const [negative, zero] = [new FoundCells(table, amount), new FoundCells(table, amount)];
  const cells = table.raw.grid.column(amount.index);
  const returned: number[] = [];
  for (let row = 0; row < figures.length; row += 1) {
    const figure = figures[row] ?? 0;
    if (figure > 0) continue;
    const at = rowOf(row);
    (figure < 0 ? negative : zero).add(at, cells.at(at));
    if (figure < 0) returned.push(figure);
  }
  // Where most amounts are negative, that is how the column counts.
  const isFew = negative.count * 2 < figures.length;
  const facts = sum ? { amount: sum(returned) } : {};
  return [
    negative.finding('negativeAmounts', isFew ? 'note' : 'ask', { facts }),
    side === 'sales' ? zero.finding('zeroAmounts', 'note') : undefined,
  ];
}

function scalesFound(
  table: SourceTable,
  { amount }: ColumnChoice,
  dates: Int32Array,
  figures: Float64Array,
  rowOf: RowOf,
): (Finding | undefined)[] {
  const cells = table.raw.grid.column(amount.index);
  return findUnlikelyScales(dates, figures).map(({ from, to, factor, beyond }) => {
    const found = new FoundCells(table, amount);
    for (let row = 0; row < dates.length; row += 1) {
      const day = dates[row] ?? 0;
      if (day < from || day > to) continue;
      if (beyond !== undefined && !isBeyond(figures[row] ?? 0, factor, beyond)) continue;
      const at = rowOf(row);
      found.add(at, cells.at(at));
    }
    const span = { from, to, ...(beyond !== undefined && { beyond }) };
    return found.finding('unlikelyScale', 'ask', {
      facts: { factor, from, to },
      fixes: [{ rule: { kind: 'scale', divisor: factor, ...span }, column: amount.index }],
    });
  });
}

function oddAmountsFound(
  table: SourceTable,
  { amount }: ColumnChoice,
  dates: Int32Array,
  figures: Float64Array,
  rowOf: RowOf,
): Finding | undefined {
  const odd = findOddAmounts(figures);
  if (!odd) return undefined;
  const { grid } = table.raw;
  const rows = odd.rows.map(rowOf);
  if (dimensionColumns(table).some(({ index }) => haveOwnNames(grid.column(index), rows))) {
    return undefined;
  }
  const found = new FoundCells(table, amount);
  for (const row of rows) found.add(row, grid.cell(row, amount.index));
  // One by one: a tenth of a full sheet is more than a call takes.
  let [from, to] = [Infinity, -Infinity];
  for (const row of odd.rows) {
    const day = dates[row] ?? 0;
    from = Math.min(from, day);
    to = Math.max(to, day);
  }
  const { factor, beyond } = odd;
  return found.finding('oddAmounts', 'ask', {
    facts: { factor },
    fixes: [{ rule: { kind: 'scale', divisor: factor, from, to, beyond }, column: amount.index }],
  });
}

function* duplicatesFound(
  table: SourceTable,
  { date }: ColumnChoice,
  figures: Float64Array,
  rowOf: RowOf,
  sum: SumOfAmounts,
): Generator<undefined, Finding | undefined> {
  const { rows, first } = yield* findRepeatedRows(table.raw.grid);
  if (rows.length === 0) return undefined;
  const repeated = new Set(rows);
  const amounts: number[] = [];
  for (let row = 0; row < figures.length; row += 1) {
    if (repeated.has(rowOf(row))) amounts.push(figures[row] ?? 0);
  }
  const found = new FoundCells(table, date);
  for (const row of rows) found.add(row, table.raw.grid.cell(row, date.index));
  return found.finding('duplicateRows', 'ask', {
    column: '',
    facts: {
      ...(sum && { amount: sum(amounts) }),
      other: addressIn(table.raw, first[0] ?? 0, date.index),
    },
  });
}
