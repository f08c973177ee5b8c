import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(180_000);

/** The command line on a shop's orders and their lines, two files that only meet by their orders. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orders-'));
  const files = {
    'Orders.csv': 'Order ID,Order Date,Region\nB-1,2026-01-10,West\nB-2,2026-02-20,East\n',
    'Dispatch.csv': 'Order ID,Dispatch Date\nB-1,2026-02-11\nB-2,2026-02-21\n',
    'Lines.csv': 'Order ID,Product,Amount\nB-1,Bolt,100\nB-1,Nut,20.5\nB-2,Bolt,40\n',
    'Targets.csv': 'Month,Product,Target\n2026-01,Bolt,90\n2026-02,Bolt,30\n2026-01,Nut,25\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** Names of files are found in the folder. */
function report(from: string, ...args: readonly string[]): Promise<Run> {
  const tsx = join(process.cwd(), 'node_modules/.bin/tsx');
  const paths = args.map((arg) => (arg.endsWith('.csv') ? join(from, arg) : arg));
  return new Promise((resolve) => {
    execFile(tsx, ['src/cli/report.ts', ...paths], (error, out, errors) => {
      resolve({ code: error ? Number(error.code) : 0, out, errors });
    });
  });
}

interface Printed {
  readonly rows: readonly { readonly key: string[]; readonly actual: number; target: number }[];
}

/** Actual and target of each key over all periods. */
function sums(out: string): Record<string, [number, number]> {
  const byKey: Record<string, [number, number]> = {};
  for (const { key, actual, target } of (JSON.parse(out) as Printed).rows) {
    const [sold = 0, wanted = 0] = byKey[key.join()] ?? [];
    byKey[key.join()] = [sold + actual, wanted + target];
  }
  return byKey;
}

test('lines have the days of their orders unasked, and the message says so', async () => {
  const { code, out, errors } = await report(
    folder,
    ...['Orders.csv', 'Lines.csv', 'Targets.csv', '--json'],
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    asOf: '2026-02-20',
    sales: { rows: 3, used: 3, setAside: 0, total: 160.5 },
    mapping: { joins: { orders: { source: 'Orders' } } },
    issues: [{ code: 'ordersJoined', at: 'Lines!A1', found: 'Order ID', expected: 'Orders' }],
  });
  expect(sums(out)).toEqual({ Bolt: [140, 120], Nut: [20.5, 25] });
  expect(errors).not.toMatch(/Choose/);
});

test('two tables with their days are asked about, and --orders answers', async () => {
  const files = ['Orders.csv', 'Dispatch.csv', 'Lines.csv', 'Targets.csv', '--json'];
  const asked = await report(folder, ...files);
  expect(asked.code).toBe(2);
  expect(asked.errors).toMatch(/dates of its orders: "Orders", "Dispatch"\./);
  expect(asked.errors).toMatch(/Answer with --orders NAME/);
  const answered = await report(folder, ...files, '--orders', 'Dispatch');
  expect(JSON.parse(answered.out)).toMatchObject({ asOf: '2026-02-21' });
});

/**
 * The published "E-Commerce Data" of an Indian shop: 500 orders with 1,500 lines, and targets by
 * category and month. No licence is stated, so that the files are not kept here: name their folder in
 * INDIA_ORDERS.
 */
const published = process.env.INDIA_ORDERS;
(published === undefined ? test.skip : test)('published lines meet their categories', async () => {
  const { out } = await report(
    published ?? '',
    ...['list_of_orders.csv', 'order_details.csv', 'sales_target.csv'],
    ...['--date-order', 'dmy', '--json'],
  );
  expect(JSON.parse(out)).toMatchObject({ sales: { rows: 1500, used: 1500, total: 431_502 } });
  expect(sums(out)).toEqual({
    Clothing: [139_054, 174_000],
    Electronics: [165_267, 129_000],
    Furniture: [127_181, 132_900],
  });
});
