import { isBlank, isError, type CellValue } from '../../workbook';
import type { Column } from '../columns/column';
import { lackOfOrder, type ColumnChoice } from '../convert';
import { findDate } from '../times/dates';
import type { SourceTable } from '../mapping';
import { isPercentText } from '../columns/percents';
import { addressIn, shown } from '../raw-table';
import { isDash } from '../texts/plain-text';
import { findTextNumber, type DecimalSign } from '../texts/text-numbers';
import { FoundCells, sortCells } from './cells-found';
import { cleanText } from './clean-text';
import type { Finding, Fix } from './finding';
import { namesAStep, nearNameSteps, type NameCount } from './near-names';
import { findRepeatedIds } from './duplicates';
import { findSwappedDates } from './swapped-dates';

const there = (...findings: (Finding | undefined)[]): Finding[] =>
  findings.filter((finding) => finding !== undefined);

/** What the column of dates holds that is no plain date. */
export function dateFindings(
  table: SourceTable,
  column: Column,
  isSale: (row: number) => boolean,
): Finding[] {
  const isPeriod = column.kind !== 'date';
  const order = column.dateOrder;
  const isBlankRow = blankRows(table);
  const { dayCount, numberCount } = table.raw.grid.column(column.index);
  const areDays = !isPeriod && column.role !== 'year' && dayCount === numberCount;
  const found = sortCells<'error' | 'blank' | 'other' | 'text'>(table, column, {
    ofCell: (cell) => {
      if (isError(cell)) return 'error';
      if (isBlank(cell)) return 'blank';
      if (findDate(cell, column) === undefined) return 'other';
      return typeof cell === 'string' && !isPeriod ? 'text' : undefined;
    },
    ofNumber: areDays
      ? undefined
      : (number) => (findDate(number, column) === undefined ? 'other' : undefined),
    isCounted: isSale,
  });
  const blank = new FoundCells(table, column);
  if (found.blank) {
    const cells = table.raw.grid.column(column.index);
    for (let row = 0; row < cells.length; row += 1) {
      if (!isBlank(cells.at(row)) || !isSale(row) || isBlankRow(row)) continue;
      if (!lackOfOrder(table, column, row)) blank.add(row, null);
    }
  }
  const findings = there(
    found.error?.finding('errorCells', 'wrong'),
    blank.finding('blankDates', 'wrong'),
    found.other?.finding('notDates', 'wrong'),
  );
  const fix = (rule: Fix['rule']): Fix => ({ rule, column: column.index });
  if (order.kind === 'ambiguous') {
    const fixes = (['dmy', 'mdy'] as const).map((one) => fix({ kind: 'dates', order: one }));
    return [...findings, ...there(found.text?.finding('ambiguousDates', 'ask', { fixes }))];
  }
  if (order.kind === 'mixed') {
    const other = addressIn(table.raw, order.monthFirst.row, column.index);
    const cell = new FoundCells(table, column);
    cell.add(order.dayFirst.row, order.dayFirst.text);
    const facts = { other, otherValue: order.monthFirst.text };
    const count = found.text?.count ?? 1;
    return [...findings, ...there(cell.finding('mixedDateOrders', 'wrong', { facts, count }))];
  }
  const isLeft = isPeriod || column.halfSwapped?.isTurned === false;
  const half = isLeft ? undefined : findSwappedDates(table.raw.grid.column(column.index));
  if (half) {
    const cell = new FoundCells(table, column);
    const first = table.raw.grid.cell(half.firstSerial, column.index);
    cell.add(half.firstSerial, first);
    const { texts, serials } = half;
    const isTurned = column.halfSwapped?.isTurned === true;
    const facts = {
      ...(isTurned && { isTurned }),
      order: half.order,
      texts,
      serials,
      ...(typeof first === 'number' && { from: Math.floor(first) }),
      other: addressIn(table.raw, half.firstText, column.index),
      otherValue: shown(table.raw.grid.cell(half.firstText, column.index)),
    };
    const asTheyStand = fix({ kind: 'dates', order: half.order });
    const turned = fix({ kind: 'swap', order: half.order });
    const fixes = half.isSure ? [turned] : [turned, asTheyStand];
    const [code, weight] = half.isSure
      ? (['swappedDates', 'wrong'] as const)
      : (['maybeSwappedDates', 'ask'] as const);
    return [
      ...findings,
      ...there(cell.finding(code, isTurned ? 'note' : weight, { facts, fixes, count: serials })),
    ];
  }
  const fixes = [fix({ kind: 'dates', order: order.order })];
  const facts = { order: order.order };
  return [...findings, ...there(found.text?.finding('textDates', 'note', { fixes, facts }))];
}

/** Whether a row holds nothing at all: it is told of as a whole. */
function blankRows({ raw }: SourceTable): (row: number) => boolean {
  return (row) => raw.grid.isBlankRow(row);
}

/** What the column of amounts holds that is no plain number. */
export function amountFindings(
  table: SourceTable,
  column: Column,
  isSale: (row: number) => boolean,
): Finding[] {
  const evidence = column.decimalSign;
  const sign: DecimalSign = evidence.kind === 'found' ? evidence.sign : '.';
  const isBlankRow = blankRows(table);
  const found = sortCells<'error' | 'blank' | 'other' | 'text'>(table, column, {
    ofCell: (cell) => {
      if (isError(cell)) return 'error';
      if (isBlank(cell) || isDash(cell)) return 'blank';
      if (typeof cell !== 'string' || findTextNumber(cell, sign) === undefined) return 'other';
      return column.isPercent !== true && isPercentText(cell) ? 'other' : 'text';
    },
    isCounted: isSale,
  });
  const blank = new FoundCells(table, column);
  // Periods across leave blank what there is none of, which is told once for all of them.
  const areTold = table.raw.findings?.some(({ code }) => code === 'blankAcross');
  if (found.blank && !areTold) {
    const cells = table.raw.grid.column(column.index);
    for (let row = 0; row < cells.length; row += 1) {
      const cell = cells.at(row);
      if ((isBlank(cell) || isDash(cell)) && isSale(row) && !isBlankRow(row)) blank.add(row, null);
    }
  }
  const findings = there(
    found.error?.finding('errorCells', 'wrong'),
    blank.finding('blankAmounts', 'wrong'),
    found.other?.finding('notNumbers', 'wrong'),
  );
  const fixOf = (one: DecimalSign): Fix => ({
    rule: { kind: 'numbers', sign: one },
    column: column.index,
  });
  if (evidence.kind === 'ambiguous') {
    const fixes = [fixOf('.'), fixOf(',')];
    return [...findings, ...there(found.text?.finding('ambiguousNumbers', 'ask', { fixes }))];
  }
  if (evidence.against) {
    const cell = new FoundCells(table, column);
    cell.add(evidence.against.row, evidence.against.text);
    const facts = { otherValue: sign };
    return [...findings, ...there(cell.finding('contradictingNumbers', 'wrong', { facts }))];
  }
  const fixes = [fixOf(sign)];
  return [...findings, ...there(found.text?.finding('textNumbers', 'note', { fixes }))];
}

/** Names of a dimension that stand twice under different spellings, and needless spaces. */
export function* nameSteps(table: SourceTable, column: Column): Generator<undefined, Finding[]> {
  const cells = table.raw.grid.column(column.index);
  const names: NameCount[] = [];
  const codes = new Map<string, number>();
  const spaced = new Set<CellValue>();
  for (const [code, name] of cells.values.entries()) {
    if (code % namesAStep === 0) yield;
    const count = cells.counts[code] ?? 0;
    if (count === 0 || typeof name !== 'string' || isBlank(name)) continue;
    names.push({ name, count });
    codes.set(name, code);
    if (cleanText(name) !== name) spaced.add(name);
  }
  yield;
  const { spaces } = sortCells<'spaces'>(table, column, {
    ofCell: (cell) => (spaced.has(cell) ? 'spaces' : undefined),
  });
  const trim: Fix = { rule: { kind: 'trim' }, column: column.index };
  const findings = there(spaces?.finding('spaces', 'note', { fixes: [trim] }));
  for (const { into, from } of yield* nearNameSteps(names)) {
    const others = from.map(({ name }) => name);
    const found = new FoundCells(table, column);
    // As they stand in the table.
    const inOrder = others.flatMap((name) => codes.get(name) ?? []).sort((a, b) => a - b);
    for (const code of inOrder) found.add(cells.firstRow(code), cells.values[code] ?? null);
    const rule: Fix['rule'] = { kind: 'merge', into: into.name, from: others };
    const merged = found.finding('nearNames', 'ask', {
      count: from.reduce((sum, { count }) => sum + count, 0),
      facts: { into: into.name, intoCount: into.count },
      fixes: [{ rule, column: column.index }],
    });
    findings.push(...there(merged));
  }
  return findings;
}

/** Rows that are used without a name in a dimension: they count as unassigned. */
export function keyFindings(
  table: SourceTable,
  column: Column,
  isUsed: (row: number) => boolean,
): Finding[] {
  const { grid, lookedUp } = table.raw;
  const cells = grid.column(column.index);
  const by = lookedUp?.get(column.index);
  const [blank, errors] = [new FoundCells(table, column), new FoundCells(table, column)];
  if (cells.values.some((value) => isBlank(value) || isError(value))) {
    for (let row = 0; row < cells.length; row += 1) {
      const cell = cells.at(row);
      if (isError(cell)) errors.add(row, cell);
      else if (isBlank(cell) && isUsed(row)) {
        blank.add(row, by === undefined ? null : grid.cell(row, by));
      }
    }
  }
  const code = by === undefined ? 'blankKeys' : 'notAssigned';
  return there(errors.finding('errorCells', 'wrong'), blank.finding(code, 'note'));
}

/** Ids that stand twice in a column of ids that are meant to stand once. */
export function idFindings(table: SourceTable, column: Column): Finding[] {
  const cells = table.raw.grid.column(column.index);
  const { rows, first } = findRepeatedIds(cells);
  const found = new FoundCells(table, column);
  for (const row of rows) found.add(row, cells.at(row));
  const other = first[0] === undefined ? '' : addressIn(table.raw, first[0], column.index);
  return there(found.finding('duplicateIds', 'ask', { facts: { other } }));
}

/** The columns that findings are made of besides date and amount; cells of the others stand nowhere. */
export function otherColumns(table: SourceTable, choice: ColumnChoice): Column[] {
  const lookedUp = table.raw.lookedUp?.keys() ?? [];
  const used = new Set([choice.date.index, choice.amount.index, ...lookedUp]);
  return table.columns.filter(({ index, kind }) => !used.has(index) && kind !== 'blank');
}
