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

/** As Odoo exports them: each line has its amount, and what concerns the order stands on the first alone. */
const lines: Rows = [
  [
    'Order Reference',
    'Order Date',
    'Customer',
    'Salesperson',
    'Order Lines/Product',
    'Order Lines/Subtotal',
  ],
  ['S001', '2026-01-05', 'North', 'Ann', 'Mug', 60],
  [null, null, null, null, 'Cap', 40],
  ['S002', '2026-02-07', 'South', null, 'Mug', 50],
  [null, null, null, null, 'Cap', 10],
  ['S003', '2026-02-08', 'South', 'Ann', 'Cap', 5],
];
const trackLines = async (by: string) => {
  const plan = targetsBy(by, by === 'Customer' ? ['North', 'South'] : ['Ann']);
  const outcome = await track(new Session(workbookWith({ Orders: lines, Plan: plan })));
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  return outcome.done;
};

test('further lines of an order have its day and customer', async () => {
  const { sales, report, issues } = await trackLines('Customer');
  // 60 + 40 of S001; 50 + 10 of S002 and 5 of S003.
  expect(sales).toMatchObject({ rows: 5, used: 5, total: 165 });
  const sold = report.rows.filter(({ actual }) => actual > 0);
  expect(sold.map(({ key, actual }) => [key[0], actual])).toEqual([
    ['North', 100],
    ['South', 65],
  ]);
  const [ownRead, dayRead, ...others] = told(issues, 'filledDown').map((issue) =>
    issueSentence(issue, wordsFor('en')),
  );
  expect(ownRead).toBe(
    'Orders!A2: blank cells in "Order Reference" are read as the name above them.',
  );
  expect(dayRead).toBe(
    'Orders!B2: blank cells in "Order Date" are read as the cell above them within the same "Order Reference".',
  );
  expect(others).toHaveLength(2);
});

test('further lines are set aside by their blank day where a person says that blank is blank', async () => {
  const leftBlank = ['Order Date', 'Customer'];
  const plan = targetsBy('Customer', ['North', 'South']);
  const session = new Session(workbookWith({ Orders: lines, Plan: plan }));
  const outcome = await track(session, { readings: { Orders: { leftBlank } } });
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const { sales, issues } = outcome.done;
  // 60 + 50 + 5: the lines of 40 and 10 have no day.
  expect(sales).toMatchObject({ rows: 5, used: 3, setAside: 2, total: 115 });
  expect(told(issues, 'orderLine')).toEqual([]);
  const blanks = told(issues, 'blankDate').map(({ at }) => at);
  expect(blanks).toEqual(['Orders!B3', 'Orders!B5']);
});

test('an order without a salesperson has not that of the order above', async () => {
  const { report } = await trackLines('Salesperson');
  const sold = new Map<string, number>();
  for (const { key, actual } of report.rows) {
    sold.set(key[0] ?? '', (sold.get(key[0] ?? '') ?? 0) + actual);
  }
  // S001 and S003 are Ann's, 100 + 5; S002 is nobody's, 50 + 10.
  expect([...sold]).toEqual([
    ['Ann', 105],
    ['', 60],
  ]);
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

/** Deals as Pipedrive exports them, with days for won, lost and expected ones. */
const deals: Rows = [
  [
    ...[
      'Deal - ID',
      'Deal - Title',
      'Deal - Value',
      'Deal - Owner',
      'Deal - Status',
      'Deal - Stage',
    ],
    ...['Deal - Won time', 'Deal - Lost time', 'Deal - Expected close date'],
  ],
  [1, 'A', 500, 'Ann', 'Won', 'Talks', '2026-01-15', null, '2026-03-01'],
  [2, 'B', 700, 'Bob', 'Lost', 'Talks', null, '2026-01-16', '2026-03-01'],
  [3, 'C', 300, 'Bob', 'Open', 'Talks', null, null, '2026-03-01'],
  [4, 'D', 250, 'Bob', 'Won', 'Talks', '2026-02-03', null, '2026-03-01'],
];

test('deals of a known export go by the day they were won, which is shown and can be changed', async () => {
  const workbook = workbookWith({ Deals: deals, Plan: targetsBy('Owner', ['Ann', 'Bob']) });
  const outcome = await track(new Session(workbook));
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
  const { report, mapping, issues } = outcome.done;
  expect(mapping.sales.date).toBe('Deal - Won time');
  expect(told(issues, 'filledDown')).toEqual([]);
  const sold = report.rows.filter(({ actual }) => actual > 0);
  expect(sold.map(({ key, period, actual }) => [key[0], period.index % 12, actual])).toEqual([
    ['Ann', 0, 500],
    ['Bob', 1, 250],
  ]);
  const said = { salesDate: 'Deal - Expected close date' };
  const other = await track(new Session(workbook), said);
  expect('done' in other && other.done.mapping.sales.date).toBe('Deal - Expected close date');
});
