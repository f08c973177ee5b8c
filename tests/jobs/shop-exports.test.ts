import type { Issue } from '../../src/intake';
import { findData, readingFacts, Session, track, type ReportWishes } from '../../src/jobs';
import { issueSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** Orders as Shopify exports them: what concerns the whole order stands on its first line alone. */
const orders: Rows = [
  [
    ...['Name', 'Financial Status', 'Subtotal', 'Total', 'Created at', 'Lineitem quantity'],
    ...['Lineitem name', 'Lineitem price', 'Vendor', 'Shipping Province', 'Refunded Amount'],
  ],
  ['#1001', 'paid', 100, 120, '2026-01-05', 2, 'Mug', 30, 'Mugs Ltd', 'North', 0],
  ['#1001', null, null, null, '2026-01-05', 1, 'Cap', 40, 'Caps Ltd', null, null],
  ['#1002', 'paid', 50, 60, '2026-02-07', 1, 'Cup', 50, 'Mugs Ltd', 'South', 0],
];
const targetsBy = (header: string, names: readonly string[]): Rows => [
  ['Month', header, 'Target'],
  ...names.map((name) => ['2026-01', name, 90]),
];
const trackIn = (targets: Rows, wishes: ReportWishes = {}) =>
  track(new Session(workbookWith({ Orders: orders, Plan: targets })), wishes);
const told = (issues: readonly Issue[], code: Issue['code']) =>
  issues.filter((issue) => issue.code === code);

test('an order counts once, and its further lines are set aside without advice to fill them', async () => {
  const outcome = await trackIn(targetsBy('Shipping Province', ['North', 'South']));
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const { report, sales, issues } = outcome.done;
  expect(report.total.actual).toBe(150);
  expect(sales).toMatchObject({ rows: 3, used: 2, setAside: 1 });
  expect(told(issues, 'blankAmount')).toEqual([]);
  expect(told(issues, 'orderLine')).toMatchObject([{ at: 'Orders!C3', expected: 'Subtotal' }]);
});

/** As Odoo exports them: with amounts of the lines, while the day stands on the first line alone. */
const lines: Rows = [
  ['Order Reference', 'Order Date', 'Customer', 'Order Lines/Product', 'Order Lines/Subtotal'],
  ['S001', '2026-01-05', 'North', 'Mug', 60],
  [null, null, null, 'Cap', 40],
  ['S002', '2026-02-07', 'South', 'Mug', 50],
];

test('a further line that has an amount of its own, and no day, is not said to lack nothing', async () => {
  const session = new Session(
    workbookWith({ Orders: lines, Plan: targetsBy('Customer', ['North']) }),
  );
  const outcome = await track(session);
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const { sales, issues } = outcome.done;
  // 60 + 50: the 40 of the second line have no day.
  expect(sales).toMatchObject({ rows: 3, used: 2, setAside: 1, total: 110 });
  expect(told(issues, 'orderLine')).toEqual([]);
  expect(told(issues, 'blankDate')).toMatchObject([{ at: 'Orders!B3', expected: 'Order Date' }]);
});

test('the amount of a whole order is not split by what stands on its lines', async () => {
  const outcome = await trackIn(targetsBy('Vendor', ['Mugs Ltd', 'Caps Ltd']));
  if (!('stopped' in outcome)) throw new Error('It was reported');
  const [issue] = told(outcome.stopped.issues, 'orderAmountByLine');
  expect(issue && issueSentence(issue, wordsFor('en'))).toContain(
    'Orders!I1: "Vendor" is of each line of an order, "Subtotal" of the whole order',
  );
});

test('the system is told with what to watch for in its exports', async () => {
  const session = new Session(workbookWith({ Orders: orders }));
  const { sales } = await findData(session, { sales: 'Orders' });
  expect(sales && readingFacts(sales, {}, 3).known).toEqual({
    system: 'shopify',
    object: 'orders',
    sure: 'certain',
    others: [],
    traps: ['orderOnFirstLine', 'refundsApart'],
  });
});

/** A report of QuickBooks: customers in a column without a header, each above its rows and its total. */
const report: Rows = [
  ["Craig's Carpentry"],
  ['Sales by Customer Detail'],
  ['January - February, 2026'],
  [],
  [
    '',
    'Date',
    'Transaction Type',
    'Num',
    'Product/Service',
    'Qty',
    'Sales Price',
    'Amount',
    'Balance',
  ],
  ['Amy Bird'],
  [null, '01/05/2026', 'Invoice', '1021', 'Pest Control', 1, 35, 35, 35],
  [null, '01/15/2026', 'Invoice', '1022', 'Gardening', 2, 50, 100, 135],
  ['Total for Amy Bird', null, null, null, null, 3, null, 135, null],
  ['Bill Windsurf'],
  [null, '02/03/2026', 'Invoice', '1023', 'Gardening', 1, 85, 85, 85],
  ['Total for Bill Windsurf', null, null, null, null, 1, null, 85, null],
  ['TOTAL', null, null, null, null, 4, null, 220, null],
];

test('a report of QuickBooks is read by customer, without the totals, one of a single row among them', async () => {
  const plan: Rows = [
    ['Customer', 'Month', 'Target'],
    ['Amy Bird', '2026-01', 200],
    ['Bill Windsurf', '2026-02', 80],
  ];
  const session = new Session(workbookWith({ 'Sales by Customer': report, Plan: plan }));
  const outcome = await track(session);
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const { report: done, sales } = outcome.done;
  // 35 + 100 for Amy, 85 for Bill.
  expect(sales).toMatchObject({ used: 3, total: 220 });
  expect(done.rows.filter(({ actual }) => actual > 0)).toMatchObject([
    { key: ['Amy Bird'], actual: 135, target: 200 },
    { key: ['Bill Windsurf'], actual: 85, target: 80 },
  ]);
});
