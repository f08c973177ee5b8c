import {
  convert,
  findOrderColumns,
  isBlocking,
  orderSteps,
  type Issue,
  type OrdersJoined,
  type SourceTable,
} from '../../../src/intake';
import { finish } from '../../../src/sales';
import { workbookWith, columnOf, readFirst, tableOf, type Rows } from '../raw-tables';
import { judge } from '../../../src/intake';

/** A sheet "Orders" with these rows. */
async function ordersOf(rows: Rows): Promise<SourceTable> {
  const raw = await readFirst(workbookWith({ Orders: rows }));
  if ('issues' in raw) throw new Error(raw.issues.map(({ code }) => code).join(', '));
  return judge(raw);
}

async function joined(lineRows: Rows, orderRows: Rows): Promise<OrdersJoined> {
  const [lines, orders] = [await tableOf(lineRows), await ordersOf(orderRows)];
  const columns = findOrderColumns(lines, orders);
  if (!('found' in columns)) throw new Error('no columns');
  return finish(orderSteps(lines, orders, columns.found, 'Order Date'));
}

const listed = (issues: readonly Issue[]) =>
  issues.map(({ code, at, found, expected }) => `${code} ${at} ${found} | ${expected}`);

/** What each line is worth, by day and by a column. */
function soldBy(table: SourceTable, header: string) {
  const { dataset, counts, issues } = convert(table, {
    date: columnOf(table, 'Order Date'),
    amount: columnOf(table, 'Amount'),
    dimensions: new Map([[header, columnOf(table, header)]]),
  });
  const { codes, values } = dataset.dimensions.get(header) ?? { codes: [], values: [] };
  return {
    counts,
    issues: listed(issues),
    lines: Array.from(dataset.dates, (day, row) => [
      day,
      values[codes[row] ?? 0],
      dataset.amounts.values[row] ?? 0,
    ]),
  };
}

const lines: Rows = [
  ['Order ID', 'Product', 'Amount'],
  ['B-1', 'Bolt', 10],
  ['B-1', 'Nut', 20.5],
  ['B-3', 'Bolt', 40],
];
// Day 46,023 is 1 January 2026.
const orders: Rows = [
  ['Order ID', 'Order Date', 'Region'],
  ['B-3', 46_030, 'East'],
  ['B-2', 46_024, 'East'],
  ['B-1', 46_023, 'West'],
];

describe('lines with the columns of their orders', () => {
  test('stay as many, each with the day and the region of its order', async () => {
    const { table, counts, issues } = await joined(lines, orders);
    expect(table.raw.headers).toEqual(['Order ID', 'Product', 'Amount', 'Order Date', 'Region']);
    expect(soldBy(table, 'Region')).toEqual({
      counts: { rows: 3, used: 3, setAside: 0 },
      issues: [],
      lines: [
        [46_023, 'West', 10],
        [46_023, 'West', 20.5],
        [46_030, 'East', 40],
      ],
    });
    expect(counts).toEqual({ lines: 3, placed: 3, orders: 3, withoutLines: 1 });
    expect(listed(issues)).toEqual(['ordersWithoutLines Orders!A3 1 | Data']);
  });

  test('whose order is not found, or not named, are set aside by the cell of the line', async () => {
    const known = Array.from({ length: 12 }, (_, row) => [`B-${String(row)}`, 'Bolt', 1]);
    const { table, counts } = await joined(
      [...lines.slice(0, 1), ...known, ['B-99', 'Nut', 7], [null, 'Nut', 8], [null, null, null]],
      [...orders.slice(0, 1), ...known.map(([id]) => [id ?? null, 46_023, 'West'])],
    );
    const sold = soldBy(table, 'Region');
    // Fourteen lines below the header in row 1; blank rows at the end are none.
    expect(sold.counts).toEqual({ rows: 14, used: 12, setAside: 2 });
    expect(sold.issues).toEqual([
      'unknownOrder Data!A14 B-99 | Orders',
      'lineWithoutOrder Data!A15 (blank) | Order ID',
    ]);
    expect(counts).toMatchObject({ lines: 14, placed: 12 });
  });

  test('whose order has no date are set aside by the cell of the order', async () => {
    const { table } = await joined(lines, [
      ['Order ID', 'Order Date', 'Region'],
      ['B-1', null, 'West'],
      ['B-2', 46_024, 'East'],
      ['B-3', 'soon', 'East'],
      ['B-4', 46_025, 'East'],
      ['B-5', 46_026, 'East'],
    ]);
    expect(soldBy(table, 'Region')).toMatchObject({
      counts: { rows: 3, used: 0, setAside: 3 },
      issues: [
        'blankDate Orders!B2 (blank) | Order Date',
        'blankDate Orders!B2 (blank) | Order Date',
        'notADate Orders!B4 soon | Order Date',
      ],
    });
  });

  const many = Array.from({ length: 10 }, (_, row) => [`B-${String(row + 1)}`, 46_023, 'West']);

  test('are refused where an order stands twice with different dates, both cells named', async () => {
    const { issues } = await joined(lines, [
      ['Order ID', 'Order Date', 'Region'],
      ...many,
      ['B-1', 46_040, 'West'],
    ]);
    expect(listed(issues.filter(isBlocking))).toEqual([
      'orderDatesDiffer Orders!B12 B-1: 46040 | 46023 (Orders!B2)',
    ]);
  });

  test('lack a column that differs between two rows of an order, and it is told', async () => {
    const { table, issues } = await joined(lines, [
      ['Order ID', 'Order Date', 'Region'],
      ...many,
      ['B-1', 46_023, 'East'],
    ]);
    expect(table.raw.headers).toEqual(['Order ID', 'Product', 'Amount', 'Order Date']);
    expect(issues.some(isBlocking)).toBe(false);
    expect(listed(issues)).toContain('orderColumnDiffers Orders!C12 B-1: East | West (Orders!C2)');
  });

  test('take an order that stands twice alike, or twice without lines, for one', async () => {
    const { table, issues, counts } = await joined(lines, [
      ['Order ID', 'Order Date', 'Region'],
      ...many,
      ['B-1', 46_023, 'West'],
      ['B-9', 46_077, 'East'],
    ]);
    expect(issues.some(isBlocking)).toBe(false);
    expect(soldBy(table, 'Region').lines).toHaveLength(3);
    // Lines belong to B-1 and B-3: of twelve rows, two of B-1 and one of B-3 have some.
    expect(counts).toEqual({ lines: 3, placed: 3, orders: 12, withoutLines: 9 });
  });

  test('do not have the figures of whole orders, and it is told', async () => {
    const { table, issues } = await joined(lines, [
      ['Order ID', 'Order Date', 'Freight', 'Order Total'],
      ['B-1', 46_023, 5.5, 30.5],
      ['B-2', 46_024, 6.5, 0],
      ['B-3', 46_030, 7.5, 40],
    ]);
    expect(table.raw.headers).toEqual(['Order ID', 'Product', 'Amount', 'Order Date']);
    expect(listed(issues)).toContain('orderFigures Orders!C1 Freight, Order Total | Orders');
  });

  test('tell columns of the same name apart by the table', async () => {
    const { table } = await joined(
      [
        ['Order ID', 'Status', 'Amount'],
        ['B-1', 'sent', 10],
        ['B-3', 'back', 40],
      ],
      [
        ['Order ID', 'Order Date', 'Status'],
        ['B-1', 46_023, 'paid'],
        ['B-3', 46_030, 'open'],
      ],
    );
    expect(table.raw.headers).toEqual([
      'Order ID',
      'Status',
      'Amount',
      'Order Date',
      'Status (Orders)',
    ]);
    expect(soldBy(table, 'Status (Orders)').lines).toEqual([
      [46_023, 'paid', 10],
      [46_030, 'open', 40],
    ]);
  });

  test('meet numbers of orders whether cells hold them as numbers or as text', async () => {
    const { counts } = await joined(
      [
        ['Order ID', 'Amount'],
        [1001, 10],
        ['1002', 20],
      ],
      [
        ['Order ID', 'Order Date'],
        ['1001', 46_023],
        [1002, 46_024],
      ],
    );
    expect(counts).toMatchObject({ placed: 2, withoutLines: 0 });
  });

  test('are joined anew after a cell of the orders or of the lines was edited', async () => {
    const [lineTable, orderTable] = [await tableOf(lines), await ordersOf(orders)];
    const columns = findOrderColumns(lineTable, orderTable);
    if (!('found' in columns)) throw new Error('no columns');
    const join = () => finish(orderSteps(lineTable, orderTable, columns.found, 'Order Date'));
    const before = join().table;
    expect(join().table.raw).toBe(before.raw);
    // B-1 is the third row of the orders; its region is their third column.
    orderTable.raw.grid.set(2, 2, 'North');
    expect(soldBy(join().table, 'Region').lines[1]).toEqual([46_023, 'North', 20.5]);
    lineTable.raw.grid.set(1, 0, 'B-2');
    lineTable.raw.grid.set(1, 2, 21.5);
    expect(soldBy(join().table, 'Region').lines[1]).toEqual([46_024, 'East', 21.5]);
  });
});

describe('the columns by which lines meet their orders', () => {
  const columnsOf = async (lineRows: Rows, orderRows: Rows) => {
    const found = findOrderColumns(await tableOf(lineRows), await ordersOf(orderRows));
    if ('found' in found) return [found.found.line.header, found.found.order.header];
    return found.unclear.map(({ question, candidates }) => [question, ...candidates]);
  };

  test('are those of one header', async () => {
    expect(await columnsOf(lines, orders)).toEqual(['Order ID', 'Order ID']);
  });

  test('are those of one meaning where headers differ', async () => {
    const others: Rows = [['Order No.', 'Order Date', 'Region'], ...orders.slice(1)];
    expect(await columnsOf(lines, others)).toEqual(['Order ID', 'Order No.']);
  });

  test('are none where an order stands in many rows', async () => {
    const twice: Rows = [...orders, ...orders.slice(1)];
    expect(await columnsOf(lines, twice)).toEqual([['lineOrder'], ['orderKey']]);
  });

  test('are none where fewer than half of the orders of the lines are known', async () => {
    const few: Rows = [...lines, ...[7, 8, 9].map((id) => [`B-${String(id)}`, 'Bolt', 1])];
    expect(await columnsOf(few, orders)).toEqual([['lineOrder'], ['orderKey']]);
  });

  test('are asked where two pairs fit alike', async () => {
    const invoices = ['Invoice ID', 'I-1', 'I-2', 'I-3'];
    const both = (rows: Rows): Rows => rows.map((cells, row) => [invoices[row] ?? null, ...cells]);
    expect(await columnsOf(both(lines), both(orders))).toEqual([
      ['lineOrder', 'Invoice ID', 'Order ID'],
    ]);
  });

  test('are not numbers that meet by chance under other headers', async () => {
    const products: Rows = [
      ['Product ID', 'Amount'],
      [1, 10],
      [2, 20],
    ];
    const people: Rows = [
      ['ID', 'Order Date'],
      [1, 46_023],
      [2, 46_024],
    ];
    expect(await columnsOf(products, people)).toEqual([['lineOrder'], ['orderKey']]);
  });
});
