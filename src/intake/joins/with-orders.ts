import { isBlank } from '../../workbook';
import type { CellColumn } from '../columns/cell-column';
import { CellGrid } from '../columns/cell-grid';
import {
  dimensionOf,
  dimensionText,
  isDateFormat,
  readColumn,
  type Column,
} from '../columns/column';
import { IssueList, type Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn, placeIn, shown, type RawTable } from '../raw-table';
import type { Reading } from '../reading';
import { classOf } from '../roles';
import type { OrderColumns } from './find-order-columns';

/** How lines and orders met. */
export interface OrderCounts {
  readonly lines: number;
  /** Lines whose order stands in the other table. */
  readonly placed: number;
  /** Rows of the other table that name an order. */
  readonly orders: number;
  /** Of these, rows that no line belongs to. */
  readonly withoutLines: number;
}

export interface OrdersJoined {
  /** The lines with the columns of their orders behind their own. */
  readonly table: SourceTable;
  readonly counts: OrderCounts;
  readonly issues: readonly Issue[];
}

/** What was joined, without what is judged anew whenever lines are. */
interface Kept extends Omit<OrdersJoined, 'table'> {
  readonly stamp: readonly unknown[];
  readonly raw: RawTable;
  readonly added: readonly Column[];
  /** The headers of columns of orders as they are called beside the lines' own. */
  readonly names: ReadonlyMap<string, string>;
}

const known = new WeakMap<RawTable, Kept>();

/**
 * Gives lines the columns of their orders: each line those of the row that bears its order. Lines
 * stay as many as they are; one whose order is not found has blank cells there. Figures of orders are
 * not taken, since every line would count them again, nor is a column in which two rows of one order
 * differ. Where that is `date`, the column of days, an issue blocks.
 */
export function* orderSteps(
  lines: SourceTable,
  orders: SourceTable,
  columns: OrderColumns,
  date: string | undefined,
): Generator<undefined, OrdersJoined> {
  for (const { grid, headers } of [lines.raw, orders.raw]) {
    yield* grid.encode([...headers.keys()]);
  }
  const stamp = stampOf(lines.raw, orders.raw, columns, date);
  const before = known.get(lines.raw);
  const isCurrent = before?.stamp.every((part, index) => part === stamp[index]);
  const kept =
    before && isCurrent ? before : { ...(yield* join(lines, orders, columns, date)), stamp };
  known.set(lines.raw, kept);
  const { raw, added, names, counts, issues } = kept;
  const said = saidOfBoth(lines.said, orders.said, names);
  return {
    table: { ...lines, raw, columns: [...lines.columns, ...added], ...(said && { said }) },
    counts,
    issues,
  };
}

/** What a join rests on: it is made anew where any of it has changed. */
function stampOf(lines: RawTable, orders: RawTable, { line, order }: OrderColumns, date?: string) {
  const edits = orders.headers.map((_, index) => orders.grid.column(index).edits);
  return [
    orders,
    line.index,
    order.index,
    date,
    lines.grid.rowCount,
    lines.grid.column(line.index).edits,
    orders.grid.rowCount,
    ...edits,
  ];
}

/** What a person said of the cells of both tables. */
function saidOfBoth(
  ofLines: Reading | undefined,
  ofOrders: Reading | undefined,
  names: ReadonlyMap<string, string>,
): Reading | undefined {
  if (!ofOrders) return ofLines;
  const renamed = <Answer>(answers: Readonly<Record<string, Answer>> | undefined) =>
    Object.fromEntries(
      Object.entries(answers ?? {}).map(([header, answer]) => [
        names.get(header) ?? header,
        answer,
      ]),
    );
  return {
    ...ofLines,
    dateOrders: { ...renamed(ofOrders.dateOrders), ...ofLines?.dateOrders },
    daySwaps: { ...renamed(ofOrders.daySwaps), ...ofLines?.daySwaps },
    decimalSigns: { ...renamed(ofOrders.decimalSigns), ...ofLines?.decimalSigns },
  };
}

function* join(
  lines: SourceTable,
  orders: SourceTable,
  columns: OrderColumns,
  date: string | undefined,
): Generator<undefined, Omit<Kept, 'stamp'>> {
  const met = yield* meet(lines, orders, columns);
  yield;
  const issues = new IssueList();
  for (const issue of [...(orders.raw.findings ?? []), ...(orders.raw.setAside ?? [])]) {
    issues.add(issue);
  }
  const taken = takenColumns(orders, columns.order, met, date, issues);
  const cells: CellColumn[] = [];
  for (const { index } of taken) {
    cells.push(orders.raw.grid.column(index).pick(met.rows));
    yield;
  }
  const names = new Map<string, string>();
  const headers = [...lines.raw.headers];
  for (const { header } of taken) {
    names.set(header, ownHeader(header, orders.raw.source.name, headers));
    headers.push(names.get(header) ?? header);
  }
  const raw = joinedRaw(lines, orders.raw, columns.line, { met, taken, cells, headers });
  const from = lines.raw.headers.length;
  const added = taken.map((column, index) => readColumn(raw, { ...column, index: from + index }));
  yield;
  if (met.counts.withoutLines > 0) {
    issues.add({
      code: 'ordersWithoutLines',
      at: addressIn(orders.raw, met.firstWithoutLines, columns.order.index),
      found: String(met.counts.withoutLines),
      expected: lines.raw.source.name,
    });
  }
  return { raw, added, names, counts: met.counts, issues: issues.all() };
}

/** Two rows of one order. */
interface Double {
  readonly key: string;
  readonly first: number;
  readonly second: number;
}

interface Met {
  /** For each line, the row of its order; −1 where there is none. */
  readonly rows: Int32Array;
  readonly doubles: readonly Double[];
  readonly counts: OrderCounts;
  readonly firstWithoutLines: number;
}

/** Which row each line belongs to. Of an order that stands twice the first row counts. */
function* meet(
  lines: SourceTable,
  orders: SourceTable,
  { line, order }: OrderColumns,
): Generator<undefined, Met> {
  const ofOrders = dimensionOf(orders.raw.grid.column(order.index));
  const rowOfOrder = new Int32Array(ofOrders.values.length).fill(-1);
  const doubles: Double[] = [];
  let count = 0;
  for (let row = 0; row < orders.raw.grid.rowCount; row += 1) {
    const code = ofOrders.codes[row] ?? 0;
    const key = ofOrders.values[code] ?? '';
    if (key === '') continue;
    count += 1;
    const first = rowOfOrder[code] ?? -1;
    if (first < 0) rowOfOrder[code] = row;
    else doubles.push({ key, first, second: row });
  }

  yield;
  const codeOfText = new Map(ofOrders.values.map((text, code) => [text, code]));
  yield;
  const ofLines = dimensionOf(lines.raw.grid.column(line.index));
  const rowOfCode = Int32Array.from(ofLines.values, (text) =>
    text === '' ? -1 : (rowOfOrder[codeOfText.get(text) ?? -1] ?? -1),
  );
  yield;
  const rows = new Int32Array(lines.raw.grid.rowCount);
  const isSold = new Uint8Array(ofOrders.values.length);
  let placed = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rowOfCode[ofLines.codes[at] ?? 0] ?? -1;
    rows[at] = row;
    if (row < 0) continue;
    placed += 1;
    isSold[ofOrders.codes[row] ?? 0] = 1;
  }

  let [withoutLines, firstWithoutLines] = [0, -1];
  for (let row = 0; row < orders.raw.grid.rowCount; row += 1) {
    const code = ofOrders.codes[row] ?? 0;
    if (isSold[code] === 1 || ofOrders.values[code] === '') continue;
    withoutLines += 1;
    if (firstWithoutLines < 0) firstWithoutLines = row;
  }
  return {
    rows,
    doubles: doubles.filter(({ first }) => isSold[ofOrders.codes[first] ?? 0] === 1),
    counts: { lines: rows.length, placed, orders: count, withoutLines },
    firstWithoutLines,
  };
}

/** The columns that each line can have of its order; what is not taken is told. */
function takenColumns(
  { raw, columns }: SourceTable,
  key: Column,
  { doubles }: Met,
  date: string | undefined,
  issues: IssueList,
): Column[] {
  const others = columns.filter(({ index, kind }) => index !== key.index && kind !== 'blank');
  const figures = others.filter(isFigure);
  const [first] = figures;
  if (first) {
    issues.add({
      code: 'orderFigures',
      at: addressIn(raw, -1, first.index),
      found: figures.map(({ header }) => header).join(', '),
      expected: raw.source.name,
    });
  }
  return others.filter((column) => {
    if (isFigure(column)) return false;
    const isDate = column.header === date;
    const cells = raw.grid.column(column.index);
    const differing = doubles.filter(
      (one) => dimensionText(cells.at(one.first)) !== dimensionText(cells.at(one.second)),
    );
    const told = isDate ? differing : differing.slice(0, 1);
    for (const { key: text, first: earlier, second } of told) {
      issues.add({
        code: isDate ? 'orderDatesDiffer' : 'orderColumnDiffers',
        at: addressIn(raw, second, column.index),
        found: `${text}: ${shown(cells.at(second))}`,
        expected: `${shown(cells.at(earlier))} (${addressIn(raw, earlier, column.index)})`,
      });
    }
    return isDate || differing.length === 0;
  });
}

/** Numbers that add up: a line does not have its order's, only a part of it. */
function isFigure({ kind, meaning, role }: Column): boolean {
  if (kind !== 'number' || role === 'id' || role === 'year') return false;
  return meaning === undefined || classOf(meaning) === 'figure';
}

/** A header that the lines do not have; one of theirs has the name of the table behind it. */
function ownHeader(header: string, source: string, taken: readonly string[]): string {
  if (!taken.includes(header)) return header;
  const named = `${header} (${source})`;
  let own = named;
  for (let number = 2; taken.includes(own); number += 1) own = `${named} ${String(number)}`;
  return own;
}

function joinedRaw(
  { raw }: SourceTable,
  orders: RawTable,
  line: Column,
  added: {
    readonly met: Met;
    readonly taken: readonly Column[];
    readonly cells: readonly CellColumn[];
    readonly headers: readonly string[];
  },
): RawTable {
  const { met, taken, cells, headers } = added;
  const { rowCount, columnCount } = raw.grid;
  const own = Array.from({ length: columnCount }, (_, index) => raw.grid.column(index));
  const formats = taken.map(({ index }) => {
    const ofColumn = orders.formats.map((row) => row[index] ?? '');
    return ofColumn.find(isDateFormat) ?? ofColumn[0] ?? '';
  });
  const formatRows = raw.formats.length > 0 ? raw.formats : [[]];
  return {
    ...raw,
    headers,
    grid: CellGrid.of([...own, ...cells], rowCount),
    formats: formatRows.map((row: readonly string[]) => [
      ...Array.from({ length: columnCount }, (_, index) => row[index] ?? ''),
      ...formats,
    ]),
    placeOf: (row, column) => {
      const ofOrder = taken[column - columnCount];
      if (!ofOrder) return placeIn(raw, row, column);
      if (row < 0) return placeIn(orders, row, ofOrder.index);
      const orderRow = met.rows[row] ?? -1;
      return orderRow < 0
        ? placeIn(raw, row, line.index)
        : placeIn(orders, orderRow, ofOrder.index);
    },
    orders: {
      source: orders.source,
      firstColumn: columnCount,
      lackIn: (row) => {
        if ((met.rows[row] ?? -1) >= 0 || raw.grid.isBlankRow(row)) return undefined;
        const cell = raw.grid.cell(row, line.index);
        return {
          code: isBlank(cell) ? 'lineWithoutOrder' : 'unknownOrder',
          at: addressIn(raw, row, line.index),
          found: shown(cell),
          expected: isBlank(cell) ? line.header : orders.source.name,
        };
      },
    },
  };
}
