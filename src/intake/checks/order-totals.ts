import { isBlank, type CellValue } from '../../workbook';
import type { ColumnChoice } from '../convert';
import { namesDocument } from '../header-words';
import type { Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn } from '../raw-table';

/** So many rows show what stands in the lines of an order. */
const mostAsked = 20_000;
/** So many orders of several lines tell it, and so many whose lines differ in quantity prove it. */
const [leastOrders, leastMeasured] = [2, 3];

interface Repeated {
  /** A line that repeats the amount, and the first one of its order. */
  readonly row: number;
  readonly first: number;
  /** Orders of several lines, each with one amount, and how many amounts that are. */
  readonly orders: number;
  readonly amounts: number;
  /** Those whose lines differ in how much was sold: tickets of one price have one amount by right. */
  readonly measured: number;
}

type CellAt = (row: number, column: number) => CellValue;

/** Orders whose lines, of one day and not alike, all have one amount; undefined where any has two. */
function findRepeated(
  rows: number,
  cell: CellAt,
  [order, date, amount]: readonly [number, number, number],
  others: readonly number[],
  quantities: readonly number[],
): Repeated | undefined {
  const firsts = new Map<CellValue, number>();
  const [orders, measured] = [new Set<CellValue>(), new Set<CellValue>()];
  const amounts = new Set<CellValue>();
  let found: readonly [row: number, first: number] | undefined;
  for (let row = 0; row < Math.min(rows, mostAsked); row += 1) {
    const name = cell(row, order);
    if (isBlank(name)) continue;
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, row);
      continue;
    }
    const differs = (column: number) => cell(row, column) !== cell(first, column);
    if (differs(amount) || differs(date)) return undefined;
    if (!others.some(differs) || cell(row, amount) === 0 || isBlank(cell(row, amount))) continue;
    found ??= [row, first];
    orders.add(name);
    amounts.add(cell(row, amount));
    if (quantities.some(differs)) measured.add(name);
  }
  if (!found) return undefined;
  const [row, first] = found;
  return { row, first, orders: orders.size, amounts: amounts.size, measured: measured.size };
}

/**
 * The total of an order that stands in each of its lines, and would be added for each. Refused where its
 * header names the order or the lines have quantities of their own, else told.
 */
export function orderTotalIssues(
  { raw, columns }: SourceTable,
  { date, amount }: Pick<ColumnChoice, 'date' | 'amount'>,
): Issue[] {
  const [order, ...more] = columns.filter(({ meaning }) => meaning === 'orderId');
  if (!order || more.length > 0) return [];
  const used = [order.index, date.index, amount.index] as const;
  const others = columns.filter(({ index }) => !used.includes(index));
  const quantities = others.filter(({ meaning }) => meaning === 'quantity');
  const found = findRepeated(
    raw.grid.rowCount,
    (row, column) => raw.grid.cell(row, column),
    used,
    others.map(({ index }) => index),
    quantities.map(({ index }) => index),
  );
  if (!found || found.amounts < 2 || found.orders < leastOrders) return [];
  const isSure = namesDocument(amount.header) || found.measured >= leastMeasured;
  return [
    {
      code: isSure ? 'orderTotalInLines' : 'orderTotalAdded',
      at: addressIn(raw, found.row, amount.index),
      found: amount.header,
      expected: addressIn(raw, found.first, amount.index),
    },
  ];
}
