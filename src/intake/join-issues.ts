import { groupsOf, isoOf, type Grain, type SerialDate } from '../sales';
import { dimensionOf, distinctTexts, type Column } from './column';
import { tableRowOf, type Converted } from './convert';
import { IssueList, type Issue } from './issue';
import type { SourceTable } from './mapping';
import { addressIn, shown } from './raw-table';

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
  const days = new Map<SerialDate, number>();
  const { dataset } = converted;
  const columns = keys.map((column) => dimensionOf(table.raw.grid.column(column.index)));
  const numbers = groupsOf(columns, table.raw.grid.rowCount);
  let keyCount = 1;
  for (const number of numbers) if (number >= keyCount) keyCount = number + 1;
  for (const date of new Set(dataset.dates)) days.set(date, days.size);
  const seen = new FirstRows(days.size * keyCount, dataset.rows);
  for (let index = 0; index < dataset.rows; index += 1) {
    const row = tableRowOf(converted, index);
    const date = dataset.dates[index] ?? 0;
    const first = seen.firstOf((days.get(date) ?? 0) * keyCount + (numbers[row] ?? 0), row);
    if (first === row) continue;
    const texts = columns.map(({ codes, values }) => values[codes[row] ?? 0] ?? '');
    issues.add({
      code: 'duplicateTarget',
      at: addressIn(table.raw, row, amount.index),
      found: [...texts, isoOf(date)].join(', '),
      expected: addressIn(table.raw, first, amount.index),
    });
  }
  return issues.all();
}

/** The first row of each of some numbers. */
class FirstRows {
  /** By number its first row and one; 0 where it has none yet. None: numbers lie too far apart. */
  private readonly dense: Int32Array | undefined;
  private readonly sparse = new Map<number, number>();

  constructor(numbers: number, rows: number) {
    this.dense = numbers <= Math.max(65_536, rows * 8) ? new Int32Array(numbers) : undefined;
  }

  /** The first row that was given with a number: this one, where none was before. */
  firstOf(number: number, row: number): number {
    const { dense, sparse } = this;
    const known = dense ? (dense[number] ?? 0) - 1 : (sparse.get(number) ?? -1);
    if (known >= 0) return known;
    if (dense) dense[number] = row + 1;
    else sparse.set(number, row);
    return row;
  }
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
    const { codes, values } = dimensionOf(targets.raw.grid.column(targetColumn.index));
    const at = addressIn(targets.raw, codes.indexOf(values.indexOf(text)), targetColumn.index);
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
