import type { Amounts, Dataset, TextColumn } from '../../sales';
import { dimensionOf, type Column } from '../columns/column';
import type { Converted } from '../convert';
import { IssueList, type Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn } from '../raw-table';
import { CellsLeftOut, numbersAt, withBlanks } from './cell-values';
import type { MeasureColumns, MeasureRole } from './measure-columns';

/** Rows that count as sales, with the columns that measures are made of. */
export interface MeasuredSales {
  readonly dataset: Dataset;
  /** The names of those numbers that are money, and of those that belong to a row as a whole. */
  readonly money: readonly string[];
  readonly totals: readonly string[];
  readonly issues: readonly Issue[];
}

const numbers = ['quantity', 'cost', 'discount', 'profit'] as const;
const texts = ['orderId', 'customer'] as const;

/**
 * Adds to the sales of a table what measures are made of: the same rows, no other. A cell without a
 * value is named and left out of its measures; its row still counts.
 */
export function measuredSales(
  table: SourceTable,
  { dataset, tableRows }: Converted,
  found: MeasureColumns,
): MeasuredSales {
  const issues = new IssueList();
  const filled = new Map<string, Amounts>();
  const dimensions = new Map(dataset.dimensions);
  const roles = new Map<string, string>();
  const named = new Map<MeasureRole, string>();
  for (const role of numbers) {
    const column = found.columns.get(role);
    if (!column) continue;
    filled.set(column.header, numbersAt(table, column, tableRows, issues));
    roles.set(role, column.header);
    named.set(role, column.header);
  }
  const [cost, quantity] = [found.columns.get('cost'), found.columns.get('quantity')];
  if (found.isCostOfOnePiece && cost && quantity) {
    const at = addressIn(table.raw, -1, cost.index);
    issues.add({ code: 'costOfOnePiece', at, found: cost.header, expected: quantity.header });
    const product = times(filled.get(cost.header), filled.get(quantity.header));
    filled.set(cost.header, product);
  }
  for (const role of texts) {
    const column = found.columns.get(role);
    if (!column) continue;
    dimensions.set(column.header, textsAt(table, column, tableRows, issues));
    roles.set(role, column.header);
  }
  const headersOf = (wanted: readonly MeasureRole[]) =>
    wanted.flatMap((role) => named.get(role) ?? []);
  return {
    dataset: { ...dataset, dimensions, numbers: filled, roles },
    money: headersOf(['cost', 'discount', 'profit']),
    totals: headersOf(numbers),
    issues: issues.all(),
  };
}

/** The texts of a column at some rows of its table. */
function textsAt(
  table: SourceTable,
  column: Column,
  rows: Int32Array | undefined,
  issues: IssueList,
): TextColumn {
  const { codes, values } = dimensionOf(table.raw.grid.column(column.index));
  const picked = rows ? rows.map((row) => codes[row] ?? 0) : codes;
  const blank = values.indexOf('');
  if (blank >= 0) {
    const leftOut = new CellsLeftOut(table, column, issues);
    for (const [at, code] of picked.entries()) {
      if (code === blank) leftOut.add(rows ? (rows[at] ?? 0) : at);
    }
    leftOut.close();
  }
  return { codes: picked, values };
}

/** Row by row, one number times another; none where one is missing. */
function times(one: Amounts | undefined, other: Amounts | undefined): Amounts {
  const [left, right] = [plainNumbers(one), plainNumbers(other)];
  return withBlanks(left.map((number, row) => number * (right[row] ?? NaN)));
}

/** NaN where there is none. */
function plainNumbers(amounts: Amounts | undefined): Float64Array {
  if (!amounts) return new Float64Array(0);
  const { values, blanks } = amounts;
  return values.map((value, row) => (blanks?.[row] === 1 ? NaN : value));
}
