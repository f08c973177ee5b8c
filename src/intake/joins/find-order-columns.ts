import type { CellColumn } from '../columns/cell-column';
import { distinctTexts, readColumn, type Column } from '../columns/column';
import { headerWords, isDimensionRole } from '../header-words';
import { findColumn, holdsDays, type SourceTable } from '../mapping';
import { isKey, isText, unclearColumn } from './column-search';
import type { ChosenColumns, JoinFound } from './join-question';

/** By which columns lines meet their orders. */
export interface OrderColumns {
  /** The order that a line belongs to. */
  readonly line: Column;
  /** The order that a row of the other table is. */
  readonly order: Column;
}

/** At least this part of the orders that lines name has to be known in the other table. */
const leastKnown = 0.5;
/** Orders stand once; a slip may double some. At least this part of their rows names a new one. */
const leastDistinct = 0.7;

/** Columns that may mean the same orders, the likeliest kind first: by header, then by meaning. */
function pairsByLikeness(lines: SourceTable, orders: SourceTable): OrderColumns[][] {
  const pairs = lines.columns
    .filter(isKey)
    .flatMap((line) => orders.columns.filter(isKey).map((order) => ({ line, order })));
  const isNamedAlike = ({ line, order }: OrderColumns) =>
    line.header !== '' && headerWords(line.header) === headerWords(order.header);
  const isGroup = ({ meaning }: Column) => meaning !== undefined && isDimensionRole(meaning);
  const isId = ({ line, order }: OrderColumns) => line.role === 'id' && order.role === 'id';
  return [
    pairs.filter((pair) => isNamedAlike(pair) && isId(pair)),
    pairs.filter(({ line, order }) => line.meaning === 'orderId' && order.meaning === 'orderId'),
    // Numbers meet by chance: "ID" of orders is taken for "Order ID" where it holds texts.
    pairs.filter((pair) => isId(pair) && pair.line.meaning === 'orderId' && isText(pair.order)),
    // What sales are grouped by is no order, though a table may name each region once.
    pairs.filter((pair) => isNamedAlike(pair) && !isGroup(pair.line) && !isGroup(pair.order)),
  ];
}

/** Whether headers let a table date the orders of lines; its cells are not looked at. */
export function mayDateOrders(lines: SourceTable, orders: SourceTable): boolean {
  return holdsDays(orders) && pairsByLikeness(lines, orders).some((pairs) => pairs.length > 0);
}

/** How well two columns fit as the orders of lines, as parts of 1. */
export interface OrderFit {
  /** Of the orders that lines name: those that stand in the other table. */
  readonly known: number;
  /** Of the rows of the other table that name an order: those that name one for the first time. */
  readonly distinct: number;
}

function compare(lines: SourceTable, orders: SourceTable, { line, order }: OrderColumns): OrderFit {
  const own = distinctTexts(orders.raw, order.index);
  const asked = distinctTexts(lines.raw, line.index);
  let common = 0;
  for (const text of asked) if (own.has(text)) common += 1;
  const { filled } = order.isSampled ? readColumn(orders.raw, order) : order;
  return {
    known: asked.size === 0 ? 0 : common / asked.size,
    distinct: filled === 0 ? 0 : own.size / filled,
  };
}

interface FitAsTheyStand extends OrderFit {
  readonly edits: string;
}

const fitsFound = new WeakMap<CellColumn, WeakMap<CellColumn, FitAsTheyStand>>();

/** How well two columns fit, found once for the cells as they stand. */
export function orderFit(lines: SourceTable, orders: SourceTable, pair: OrderColumns): OrderFit {
  const [ofLines, ofOrders] = [
    lines.raw.grid.column(pair.line.index),
    orders.raw.grid.column(pair.order.index),
  ];
  const edits = `${String(ofLines.edits)} ${String(ofOrders.edits)}`;
  const known = fitsFound.get(ofLines) ?? new WeakMap<CellColumn, FitAsTheyStand>();
  fitsFound.set(ofLines, known);
  const before = known.get(ofOrders);
  if (before?.edits === edits) return before;
  const fit = { ...compare(lines, orders, pair), edits };
  known.set(ofOrders, fit);
  return fit;
}

function fits(lines: SourceTable, orders: SourceTable, pair: OrderColumns): boolean {
  const { known, distinct } = orderFit(lines, orders, pair);
  return known >= leastKnown && distinct >= leastDistinct;
}

/**
 * By which columns lines meet their orders: those of one header, or both numbers of orders, of which
 * at least half of the lines' stand in the other table, and hardly one twice. What is `chosen` is kept.
 */
export function findOrderColumns(
  lines: SourceTable,
  orders: SourceTable,
  chosen: ChosenColumns = {},
): JoinFound<OrderColumns> {
  const [line, order] = [
    findColumn(lines, chosen.lineOrder ?? ''),
    findColumn(orders, chosen.orderKey ?? ''),
  ];
  if (line && order) return { found: { line, order } };
  const partly = { ...(line && { line }), ...(order && { order }) };
  const isMeant = (pair: OrderColumns) =>
    (!line || pair.line.index === line.index) && (!order || pair.order.index === order.index);
  for (const pairs of pairsByLikeness(lines, orders)) {
    const fitting = pairs.filter((pair) => isMeant(pair) && fits(lines, orders, pair));
    const [only, ...others] = fitting;
    if (only && others.length === 0) return { found: only };
    if (only) return { unclear: unclearPairs(lines, orders, fitting), partly };
  }
  const unclear = [
    ...(line ? [] : [unclearColumn(lines, 'lineOrder', [])]),
    ...(order ? [] : [unclearColumn(orders, 'orderKey', [])]),
  ];
  return { unclear, partly };
}

/** Asks for the column that several pairs differ in. */
function unclearPairs(lines: SourceTable, orders: SourceTable, pairs: readonly OrderColumns[]) {
  const ofLines = [...new Set(pairs.map(({ line }) => line))];
  const ofOrders = [...new Set(pairs.map(({ order }) => order))];
  return [
    ...(ofLines.length > 1 ? [unclearColumn(lines, 'lineOrder', ofLines)] : []),
    ...(ofLines.length === 1 ? [unclearColumn(orders, 'orderKey', ofOrders)] : []),
  ];
}
