import { exactSum } from '../../sales';
import type { CellChange, CellValue } from '../../workbook';
import { isDateFormat } from '../columns/column';
import type { ColumnChoice } from '../convert';
import { severalCurrencies } from '../currencies';
import { findDate } from '../times/dates';
import type { SourceTable } from '../mapping';
import { isPercentText } from '../columns/percents';
import { placeIn } from '../raw-table';
import { swapped } from '../texts/swapped-day';
import { findTextDate } from '../texts/text-dates';
import { findTextNumber } from '../texts/text-numbers';
import { cleanText } from './clean-text';
import type { Fix, FixRule } from './finding';
import { isBeyond } from './scale';

const clock = /(\d{1,2})[:h時](\d{2})(?:[:分](\d{2}))?(?:\.\d+)?秒?(?: ?([ap])\.? ?m)?/i;

/** The part of a day that a text's time of day is; 0 for none. */
function timeIn(text: string): number {
  const match = clock.exec(text.normalize('NFKC'));
  if (!match) return 0;
  const [, hours, minutes, seconds = '0', half] = match;
  const isAfternoon = half ? half.toLowerCase() === 'p' : text.includes('午後');
  const hour = half ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours);
  const shifted = !half && isAfternoon && hour < 12 ? hour + 12 : hour;
  return (shifted * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

interface Replacement {
  readonly value: CellValue;
  readonly numberFormat?: string;
}

/** What a rule makes of a cell's value; undefined where it leaves the cell. */
function replacementOf(rule: FixRule, value: CellValue): Replacement | undefined {
  if (rule.kind === 'scale') {
    const { divisor, beyond } = rule;
    if (typeof value !== 'number' || value === 0) return undefined;
    if (beyond !== undefined && !isBeyond(value, divisor, beyond)) return undefined;
    return { value: value / divisor };
  }
  if (rule.kind === 'swap' && typeof value === 'number') {
    const turned = swapped(value);
    return turned === value ? undefined : { value: turned };
  }
  if (typeof value !== 'string') return undefined;
  switch (rule.kind) {
    case 'numbers': {
      const number = isPercentText(value) ? undefined : findTextNumber(value, rule.sign);
      return number === undefined ? undefined : { value: number, numberFormat: 'General' };
    }
    case 'dates':
    case 'swap': {
      const day = findTextDate(value, rule.order);
      if (day === undefined) return undefined;
      const time = timeIn(value);
      return { value: day + time, numberFormat: time > 0 ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' };
    }
    case 'trim': {
      const clean = cleanText(value);
      return clean === value || clean === '' ? undefined : { value: clean };
    }
    case 'merge':
      return rule.from.includes(value) ? { value: rule.into } : undefined;
  }
}

/** A cell that a fix would change, by its row in the table. */
export interface RowChange extends Replacement {
  readonly row: number;
  readonly old: CellValue;
}

/** The cells that a fix would change, top down. */
function* rowChanges(
  { raw }: SourceTable,
  choice: ColumnChoice,
  { rule, column }: Fix,
): Generator<RowChange> {
  const cells = raw.grid.column(column);
  const { codes } = cells;
  const byCode = cells.values.map((value) => replacementOf(rule, value));
  const days = rule.kind === 'scale' ? raw.grid.column(choice.date.index) : undefined;
  for (let row = 0; row < cells.length; row += 1) {
    const code = codes ? (codes[row] ?? -1) : -1;
    const old = cells.at(row);
    const next = code >= 0 ? byCode[code] : replacementOf(rule, old);
    if (!next) continue;
    if (rule.kind === 'scale') {
      const day = findDate(days?.at(row), choice.date);
      if (day === undefined || day < rule.from || day > rule.to) continue;
    }
    yield { row, old, ...next };
  }
}

/** The cells that a fix would change, each once, with what stands there and what would. */
export function changesOf(table: SourceTable, choice: ColumnChoice, fix: Fix): CellChange[] {
  const format = dateFormatOf(table, fix.column);
  const taken = new Set<string>();
  const changes: CellChange[] = [];
  for (const { row, old, value, numberFormat } of rowChanges(table, choice, fix)) {
    const place = placeIn(table.raw, row, fix.column);
    if (table.raw.placeOf) {
      // A cell of a table that was turned around stands in several rows.
      const key = `${place.sheet}!${String(place.row)}:${String(place.column)}`;
      if (taken.has(key)) continue;
      taken.add(key);
    }
    const wanted = numberFormat === 'yyyy-mm-dd' ? format : numberFormat;
    changes.push({
      ...place,
      old,
      new: value,
      ...(wanted !== undefined && { numberFormat: wanted }),
    });
  }
  return changes;
}

/** The format that dates of a column have already. */
function dateFormatOf({ raw }: SourceTable, column: number): string {
  const formats = raw.formats.map((row) => row[column] ?? '');
  return formats.find(isDateFormat) ?? 'yyyy-mm-dd';
}

/** What a fix would do to the figures: rows that come into use, and the total they change. */
export interface FixEffect {
  readonly cells: number;
  readonly rows: number;
  /** Undefined where amounts of several currencies move. */
  readonly amount: number | undefined;
}

export function effectOf(table: SourceTable, choice: ColumnChoice, fix: Fix): FixEffect {
  const { date, amount } = choice;
  const { grid } = table.raw;
  const sign = amount.decimalSign.kind === 'found' ? amount.decimalSign.sign : '.';
  const numberOf = (cell: CellValue) =>
    typeof cell === 'number'
      ? cell
      : typeof cell === 'string'
        ? findTextNumber(cell, sign)
        : undefined;
  let [cells, rows] = [0, 0];
  const moved: number[] = [];
  for (const { row, old, value } of rowChanges(table, choice, fix)) {
    cells += 1;
    if (fix.column !== date.index && fix.column !== amount.index) continue;
    const used = (cell: CellValue) => {
      const day = fix.column === date.index ? cell : grid.cell(row, date.index);
      const figure = fix.column === amount.index ? cell : grid.cell(row, amount.index);
      return findDate(day, date) === undefined ? undefined : numberOf(figure);
    };
    const [before, after] = [used(old), used(value)];
    rows += (after === undefined ? 0 : 1) - (before === undefined ? 0 : 1);
    if (before !== after) moved.push(after ?? 0, -(before ?? 0));
  }
  const isSum = moved.length === 0 || severalCurrencies(table, choice).length === 0;
  return { cells, rows, amount: isSum ? exactSum(moved) : undefined };
}
