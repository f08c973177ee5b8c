import {
  isMeasured,
  isoOf,
  rowGroups,
  type Grain,
  type SerialDate,
  type TrackingReport,
} from '../../sales';
import { dimensionOf, type Column } from '../columns/column';
import { tableRowOf, type Converted } from '../convert';
import { IssueList, type Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn, shown } from '../raw-table';

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
  const { dataset } = converted;
  const columns = keys.map((column) => dimensionOf(table.raw.grid.column(column.index)));
  const { groups, firstRows } = rowGroups(columns, table.raw.grid.rowCount);
  const ofRows = converted.tableRows?.map((row) => groups[row] ?? 0) ?? groups;
  for (const [index, first] of repeatsIn(dataset.dates, ofRows, firstRows.length)) {
    const row = tableRowOf(converted, index);
    const texts = columns.map(({ codes, values }) => values[codes[row] ?? 0] ?? '');
    issues.add({
      code: 'duplicateTarget',
      at: addressIn(table.raw, row, amount.index),
      found: [...texts, isoOf(dataset.dates[index] ?? 0)].join(', '),
      expected: addressIn(table.raw, tableRowOf(converted, first), amount.index),
    });
  }
  return issues.all();
}

/** Dates of a group that stand again, each with the first that is the same. */
function repeatsIn(
  dates: Int32Array,
  groups: Int32Array,
  groupCount: number,
): (readonly [index: number, first: number])[] {
  const days = new Map<SerialDate, number>();
  for (const date of new Set(dates)) days.set(date, days.size);
  const found: (readonly [number, number])[] = [];
  // Targets fall on few days, so that the numbers of day and group together stay small.
  const size = days.size * groupCount;
  const isDense = size <= Math.max(65_536, dates.length * 8);
  const seen = isDense ? new Int32Array(size) : new Map<number, number>();
  for (let index = 0; index < dates.length; index += 1) {
    const number = (days.get(dates[index] ?? 0) ?? 0) * groupCount + (groups[index] ?? 0);
    const first = (seen instanceof Map ? seen.get(number) : seen[number]) ?? 0;
    // Of those seen one more than their place is kept: 0 is none.
    if (first > 0) found.push([index, first - 1]);
    else if (seen instanceof Map) seen.set(number, index + 1);
    else seen[number] = index + 1;
  }
  return found;
}

/** A sentence's worth about a grain that nothing in the targets told. */
export function grainIssue(table: SourceTable, date: Column, grain: Grain): Issue {
  return {
    code: 'targetGrainAssumed',
    at: addressIn(table.raw, 0, date.index),
    found: shown(table.raw.grid.cell(0, date.index)),
    expected: grain,
  };
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

/** So many times the target is more likely another unit than a success. */
const leastBeyond = 50;

/** How many times the targets the sales are: of the current period, else of all that have both. */
function timesOf({ current, totals }: TrackingReport): number {
  const { attainment } = current.total;
  if (isMeasured(attainment)) return attainment;
  const sums = { actual: 0, target: 0 };
  for (const { actual, target } of totals) {
    if (actual === 0 || !isMeasured(target)) continue;
    sums.actual += actual;
    sums.target += target;
  }
  return sums.target > 0 ? sums.actual / sums.target : 0;
}

/** Sales below 0 beside targets above it: ledgers write revenue with a minus. */
export function signDoubts(
  table: SourceTable,
  amount: Column,
  { control }: TrackingReport,
): Issue[] {
  if (control.sales.total >= 0 || control.targets.total <= 0) return [];
  const at = addressIn(table.raw, -1, amount.index);
  return [{ code: 'salesBelowZero', at, found: amount.header, expected: 'sales above 0' }];
}

/** What the figures of a report make doubtful in the targets that it was made of. */
export function targetDoubts(
  table: SourceTable,
  { date, amount }: { readonly date: Column; readonly amount: Column },
  report: TrackingReport,
): Issue[] {
  const { totals, yearToDate } = report;
  const issues: Issue[] = [];
  const times = timesOf(report);
  if (times >= leastBeyond) {
    const at = addressIn(table.raw, -1, amount.index);
    const found = String(Math.round(times));
    issues.push({ code: 'salesBeyondTargets', at, found, expected: amount.header });
  }
  const { start, end } = yearToDate;
  const sold = totals.filter(
    ({ period, actual }) => period.end >= start && period.start <= end && actual !== 0,
  );
  const targeted = sold.filter(({ target }) => isMeasured(target));
  if (targeted.length > 0 && targeted.length < sold.length) {
    const at = addressIn(table.raw, -1, date.index);
    const [found, expected] = [targeted.length, sold.length].map(String);
    issues.push({ code: 'targetsOfSomePeriods', at, found: found ?? '', expected: expected ?? '' });
  }
  return issues;
}
