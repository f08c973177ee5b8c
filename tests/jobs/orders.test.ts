import {
  accountForRows,
  assessData,
  checkJoins,
  findData,
  findJoinable,
  proposeTargets,
  reportJson,
  Session,
  stopLines,
  track,
  withAnswer,
  type ReportWishes,
} from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { openInExcel } from '../contract/subjects';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** Orders and their lines on two sheets: amounts on the one, days and regions on the other. */

type Sheets = Readonly<Record<string, Rows>>;

const words = wordsFor('en');

const lines: Rows = [
  ['Order ID', 'Product', 'Quantity', 'Amount'],
  ['B-1', 'Bolt', 2, 100],
  ['B-1', 'Nut', 1, 20.5],
  ['B-2', 'Bolt', 3, 40],
  ['B-3', 'Lamp', 1, 300],
];
const orders: Rows = [
  ['Order ID', 'Order Date', 'Customer', 'Region'],
  ['B-1', '2026-01-10', 'Ann', 'West'],
  ['B-2', '2026-01-20', 'Bob', 'East'],
  ['B-3', '2026-02-10', 'Ann', 'West'],
  ['B-4', '2026-02-11', 'Cid', 'East'],
];
const targets: Rows = [
  ['Region', 'Month', 'Target'],
  ['West', '2026-01', 110],
  ['East', '2026-01', 50],
  ['West', '2026-02', 250],
];
const shop: Sheets = { 'Order Details': lines, 'List of Orders': orders, Targets: targets };

async function done(sheets: Sheets, wishes: ReportWishes = {}) {
  const outcome = await track(new Session(workbookWith(sheets)), wishes);
  if ('stopped' in outcome) throw new Error(stopLines(outcome.stopped, words).join('\n'));
  const json = reportJson(outcome.done, undefined, '', words);
  return {
    ...json,
    notes: words.joinLines(outcome.done.origin.joins),
    lines: json.rows.map(({ key, period, actual, target }) => [...key, period, actual, target]),
    issues: json.issues.map(({ code, at, found }) => `${code} ${at} ${found}`),
  };
}

async function stopped(sheets: Sheets, wishes: ReportWishes = {}) {
  const outcome = await track(new Session(workbookWith(sheets)), wishes);
  if ('done' in outcome) throw new Error('It was done');
  const { unclear, data } = outcome.stopped;
  return {
    unclear,
    questions: [...unclear, ...data.unclearJoins].map(({ question }) => question),
    lines: stopLines(outcome.stopped, words),
  };
}

describe('amounts without days', () => {
  test('have the days and regions of their orders where one table has them, and it is said', async () => {
    const report = await done(shop);
    // West in January: 100 + 20.50 of B-1; East 40 of B-2; West in February 300 of B-3.
    expect(report.lines).toEqual([
      ['East', '2026-01', 40, 50],
      ['West', '2026-01', 120.5, 110],
      ['West', '2026-02', 300, 250],
    ]);
    expect(report.mapping).toMatchObject({
      sales: { source: 'Order Details', date: 'Order Date', amount: 'Amount', by: ['Region'] },
      joins: { orders: { source: 'List of Orders', line: 'Order ID', order: 'Order ID' } },
    });
    expect(report.sales).toEqual({ rows: 4, used: 4, setAside: 0, total: 460.5 });
    expect(report.issues).toEqual([
      "ordersJoined 'Order Details'!A1 Order ID",
      "ordersWithoutLines 'List of Orders'!A5 1",
    ]);
    expect(report.notes).toEqual([
      'Each line has the columns of its order in "List of Orders" by "Order ID".',
    ]);
  });

  test('can be grouped by columns of the lines and of their orders together', async () => {
    const { dimensions } = await findData(new Session(workbookWith(shop)));
    expect(dimensions.map(({ header }) => header)).toEqual(['Product', 'Customer', 'Region']);
  });

  test('are all accounted for: a line of an unknown order is set aside by its cell', async () => {
    const more: Sheets = { ...shop, 'Order Details': [...lines, ['B-9', 'Nut', 1, 7]] };
    const outcome = await findData(new Session(workbookWith(more)));
    if (!outcome.sales) throw new Error('no sales');
    // Three of the four orders that lines name are known: too few to be sure of.
    expect(outcome.unclear.map(({ question }) => question)).toEqual(['ordersSource']);
    const wishes = { joins: { orders: 'List of Orders' } };
    const { sales, issues } = await done(more, wishes);
    expect(sales).toEqual({ rows: 5, used: 4, setAside: 1, total: 460.5 });
    expect(issues).toContain("unknownOrder 'Order Details'!A6 B-9");

    const data = await findData(new Session(workbookWith(more)), wishes);
    if (!data.sales) throw new Error('no sales');
    expect(await accountForRows(data.sales)).toMatchObject({
      rows: 5,
      used: 4,
      aside: [{ code: 'unknownOrder', rows: 1, at: ["'Order Details'!A6"] }],
    });
    const { sides } = await assessData(new Session(workbookWith(more)), wishes);
    const [side] = sides;
    expect(side?.quality.issues.map(({ code }) => code)).toEqual(['unknownOrder']);
    expect(side?.quality.findings.map(({ code }) => code)).not.toContain('blankDates');
  });

  test('are refused where an order stands twice with different dates, with both cells', async () => {
    const twice: Rows = [...orders, ['B-1', '2026-02-01', 'Ann', 'West']];
    const { lines: sentences } = await stopped({ ...shop, 'List of Orders': twice });
    expect(sentences).toContain(
      "'List of Orders'!B6: a second date of order B-1: 2026-02-01; the first is 2026-01-10 ('List of Orders'!B2). Keep one.",
    );
  });

  test('are asked about where two tables could have their days', async () => {
    const invoices: Rows = [
      ['Order ID', 'Invoice Date'],
      ...['B-1', 'B-2', 'B-3'].map((id) => [id, '2026-03-01']),
    ];
    const sheets = { ...shop, Invoices: invoices };
    const { unclear, lines: sentences } = await stopped(sheets);
    expect(unclear).toMatchObject([
      {
        question: 'ordersSource',
        source: 'Order Details',
        candidates: ['List of Orders', 'Invoices'],
      },
    ]);
    expect(sentences[0]).toBe(
      '"Order Details" has amounts, but no dates. Choose the table that has the dates of its orders: "List of Orders", "Invoices".',
    );
    const { sales, mapping } = await done(
      {
        ...sheets,
        Targets: [
          ['Month', 'Target'],
          ['2026-03', 400],
        ],
      },
      { joins: { orders: 'Invoices' } },
    );
    expect(mapping.sales.date).toBe('Invoice Date');
    expect(sales.total).toBe(460.5);
  });

  test('have the days of the table that has each order once, not of one that repeats some', async () => {
    const payments: Rows = [
      ['Order ID', 'Payment Date'],
      ...['B-1', 'B-1', 'B-2', 'B-3', 'B-4'].map((id) => [id, '2026-03-01']),
    ];
    const { mapping } = await done({ ...shop, Payments: payments });
    expect(mapping.joins.orders?.source).toBe('List of Orders');
  });

  test('wait for an answer where the table that is found was not meant', async () => {
    const { questions } = await stopped(shop, { joins: { orders: '' } });
    expect(questions).toEqual(['ordersSource']);
  });

  test('are asked which sheet of lines is meant where there are two', async () => {
    const { unclear } = await stopped({ ...shop, Returns: [...lines.slice(0, 2)] });
    expect(unclear[0]).toMatchObject({
      question: 'salesSource',
      candidates: ['Order Details', 'Returns'],
    });
  });

  test('have no days of a table that names what they are grouped by once each, such as targets', async () => {
    const asked = await stopped({
      Sales: [
        ['Region', 'Amount'],
        ['West', 100],
        ['East', 20.5],
        ['West', 40],
      ],
      Targets: targets.slice(0, 3),
    });
    expect(asked.lines.join()).toContain(
      'No sheet or table has a date column and an amount column',
    );
  });

  test('ask for the columns where the named table shares none', async () => {
    const { questions } = await stopped(shop, { joins: { orders: 'Targets' } });
    expect(questions).toEqual(['lineOrder', 'orderKey']);
    const chosen = { lineOrder: 'Order ID', orderKey: 'Order ID' };
    const report = await done(shop, { joins: { orders: 'List of Orders', columns: chosen } });
    expect(report.sales.used).toBe(4);
  });

  test('ask how day and month stand where the dates of orders leave it open', async () => {
    const open = orders.map(([id, , ...rest], row) => [
      id ?? '',
      row === 0 ? 'Order Date' : `0${String(row)}/02/2026`,
      ...rest,
    ]);
    const sheets = { ...shop, 'List of Orders': open };
    const { unclear } = await stopped(sheets);
    const [question] = unclear;
    expect(unclear).toMatchObject([
      { question: 'dateOrder', source: 'List of Orders', at: "'List of Orders'!B2" },
    ]);
    if (!question) throw new Error('no question');
    const readings = withAnswer(undefined, question, 'dmy');
    // All in February: B-1, B-2 and B-3 are of the first three days.
    expect((await done(sheets, { readings })).lines).toContainEqual([
      'West',
      '2026-02',
      420.5,
      250,
    ]);
  });
});

test('sales that have days of their own are joined with no orders unless it is said', async () => {
  const own = lines.map((row, index) => [...row, index === 0 ? 'Date' : '2026-01-05']);
  const sheets = {
    ...shop,
    'Order Details': own,
    Targets: [
      ['Month', 'Target'],
      ['2026-01', 9],
    ],
  };
  const { mapping } = await done(sheets);
  expect(mapping.joins).toEqual({});
  const joins = { orders: 'List of Orders' };
  const asked = await stopped(sheets, { joins });
  // Two columns of dates then: each may be the day of a sale.
  expect(asked.unclear).toMatchObject([
    { question: 'salesDate', candidates: ['Date', 'Order Date'] },
  ]);
  const report = await done(sheets, { joins, salesDate: 'Date', by: [] });
  expect(report.lines).toEqual([['2026-01', 460.5, 9]]);
});

test('the pane counts lines and orders, and offers tables of orders as such', async () => {
  const session = new Session(workbookWith(shop));
  expect(await checkJoins(session, {})).toMatchObject({
    ordered: { source: 'List of Orders', lines: 4, placed: 4, orders: 4, withoutLines: 1 },
  });
  const found = await findData(session);
  expect(await findJoinable(session, found, {})).toEqual([
    { source: 'List of Orders', looks: 'orders' },
  ]);
});

describe('targets from the year before', () => {
  const wishes = {
    by: ['Region'],
    year: 2027,
    grain: 'year',
    basis: { kind: 'growth', ratio: 0 },
    phasing: 'lastYear',
  } as const;

  test('are spread by the days and regions of orders', async () => {
    const outcome = await proposeTargets(new Session(workbookWith(shop)), wishes);
    if ('stopped' in outcome || 'problem' in outcome.done) throw new Error('no proposal');
    // West has 120.50 of B-1 and 300 of B-3, East 40 of B-2.
    expect(outcome.done.lines.map(({ key, lastYear }) => [...key, lastYear])).toEqual([
      ['West', 420.5],
      ['East', 40],
    ]);
  });

  test('wait for the table of orders that is asked for, and take the answer', async () => {
    const invoices: Rows = [
      ['Order ID', 'Invoice Date', 'Region'],
      ...['B-1', 'B-2', 'B-3'].map((id) => [id, '2026-03-01', 'North']),
    ];
    const session = new Session(workbookWith({ ...shop, Invoices: invoices }));
    const asked = await proposeTargets(session, wishes);
    expect('stopped' in asked && asked.stopped.unclear).toMatchObject([
      { question: 'ordersSource' },
    ]);
    const answered = await proposeTargets(session, { ...wishes, joins: { orders: 'Invoices' } });
    if ('stopped' in answered || 'problem' in answered.done) throw new Error('no proposal');
    expect(answered.done.lastYearTotal).toBe(460.5);
    expect(answered.done.lines.map(({ key }) => key)).toEqual([['North']]);
  });

  test('are not spread while an order has two dates', async () => {
    const twice: Rows = [...orders, ['B-1', '2026-02-01', 'Ann', 'West']];
    const session = new Session(workbookWith({ ...shop, 'List of Orders': twice }));
    const outcome = await proposeTargets(session, wishes);
    expect('stopped' in outcome && outcome.stopped.issues.map(({ code }) => code)).toEqual([
      'orderDatesDiffer',
    ]);
  });
});

describe('live', () => {
  test.each([
    ['the day of an order', 'List of Orders', 'B2', "'2026-02-10", ['West', '2026-02', 420.5, 250]],
    ['the region of an order', 'List of Orders', 'D3', 'West', ['West', '2026-01', 160.5, 110]],
    ['the amount of a line', 'Order Details', 'D2', 110, ['West', '2026-01', 130.5, 110]],
    ['the order of a line', 'Order Details', 'A2', 'B-2', ['East', '2026-01', 140, 50]],
  ])('an edit of %s reaches the figures', async (_, sheet, cell, value, expected) => {
    const opened = await openInExcel(workbookWith(shop).contents());
    const session = new Session(opened.workbook);
    let changes = 0;
    await opened.workbook.watch((change) => {
      changes += 1;
      session.noteChange(change);
    });
    const linesNow = async () => {
      const outcome = await track(session);
      if ('stopped' in outcome) throw new Error(stopLines(outcome.stopped, words).join('\n'));
      const { rows } = reportJson(outcome.done, undefined, '', words);
      return rows.map(({ key, period, actual, target }) => [...key, period, actual, target]);
    };
    expect(await linesNow()).toContainEqual(['West', '2026-01', 120.5, 110]);
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(${JSON.stringify(sheet)});
        sheet.getRange(${JSON.stringify(cell)}).values = [[${JSON.stringify(value)}]];
        await context.sync();
      });`,
    );
    await opened.workbench.settled();
    for (let waits = 0; waits < 100 && changes === 0; waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await linesNow()).toContainEqual(expected);
    opened.close();
  });
});
