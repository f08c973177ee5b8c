import {
  accountForRows,
  findData,
  findWaysToRead,
  readingFacts,
  Session,
  withAnswer,
  withBlanks,
  withColumnName,
  withReading,
  type DataWishes,
} from '../../src/jobs';
import type { Readings } from '../../src/intake';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** How the only sheet of a workbook is read as sales. */
async function factsOf(rows: Rows, said: Readings[string] = {}, wishes: DataWishes = {}) {
  const session = new Session(workbookWith({ Data: rows }));
  const readings = { Data: said };
  const { sales, unclear } = await findData(session, { sales: 'Data', readings, ...wishes });
  if (!sales) throw new Error(JSON.stringify(unclear));
  return { facts: readingFacts(sales, said, 3), account: await accountForRows(sales), sales };
}

const plan: Rows = [
  ['Sales 2026', null, null],
  ['Shop', 'Jan', 'Feb'],
  ['North', 1, 2],
  ['South', 3, 4],
  ['Total', 4, 6],
  [null, null, null],
  ['Counted at year end', null, null],
];

describe('how a table was read', () => {
  test('names the length of its periods, the row of headers and what told the year', async () => {
    const { facts } = await factsOf(plan);
    expect(facts).toMatchObject({
      layout: 'wide',
      across: { grain: 'month' },
      headerRow: 2,
      tables: ['Data!A1:C7'],
      year: { year: 2026, by: 'title', text: 'Sales 2026' },
      totals: [{ text: 'Total', at: 'Data!A5', is: 'total', by: 'cells' }],
    });
  });

  test('accounts for every row, with its reason and its cell', async () => {
    const { account } = await factsOf(plan);
    // Two shops by two months, and the three rows below them.
    expect(account).toMatchObject({ rows: 7, used: 4 });
    expect(account.aside).toEqual([
      { code: 'subtotalRow', rows: 1, at: ['Data!A5'] },
      { code: 'blankRow', rows: 1, at: ['Data!A6'] },
      { code: 'noteRow', rows: 1, at: ['Data!A7'] },
    ]);
  });

  test('names the columns that add up others, which are not taken', async () => {
    const { facts } = await factsOf([
      ['Shop', 'Jan 2026', 'Feb 2026', 'Mar 2026', 'Total'],
      ['North', 1, 2, 3, 6],
      ['South', 3, 4, 5, 12],
    ]);
    expect(facts.totalColumns).toEqual([{ text: 'Total', at: 'Data!E1' }]);
    expect((await factsOf(plan)).facts.totalColumns).toEqual([]);
  });

  test('counts deals that are not won as one reason', async () => {
    const { account, facts } = await factsOf([
      ['Deal', 'Stage', 'Close Date', 'Amount'],
      ['A', 'Won', '2026-02-01', 10],
      ['B', 'Lost', '2026-02-02', 20],
      ['C', 'Negotiation', '2026-02-03', 40],
      ['D', 'Verbal yes', '2026-02-04', 80],
    ]);
    expect(account).toMatchObject({ rows: 4, used: 1 });
    expect(account.aside).toEqual([
      { code: 'notWon', rows: 2, at: [] },
      { code: 'unknownStage', rows: 1, at: ['Data!B5'] },
    ]);
    expect(facts.stageLines.map(({ stage, outcome, rows }) => [stage, outcome, rows])).toEqual([
      ['Won', 'won', 1],
      ['Lost', 'lost', 1],
      ['Negotiation', 'open', 1],
      ['Verbal yes', 'unknown', 1],
    ]);
  });

  test('says which columns of texts have gaps that a label above may fill', async () => {
    const rows: Rows = [
      ['Region', 'Day', 'Amount'],
      ['North', '2026-01-01', 1],
      [null, '2026-01-02', 2],
      ['North', '2026-01-03', 3],
      [null, '2026-01-04', 4],
      [null, '2026-01-05', 5],
    ];
    const { facts } = await factsOf(rows, { layout: 'long' });
    expect(facts.gappy).toEqual([{ header: 'Region', isFilled: false, isOfHeadings: false }]);
    const filled = await factsOf(rows, { layout: 'long', filledDown: ['Region'] });
    expect(filled.facts.preview.rows.map(({ cells }) => cells[0])).toEqual([
      'North',
      'North',
      'North',
    ]);
    expect(filled.facts.gappy).toEqual([{ header: 'Region', isFilled: true, isOfHeadings: false }]);
  });
});

test('dates that stand once for several rows can be said to mean the rows below too', async () => {
  const sales: Rows = [
    ['Date', 'Region', 'Sales'],
    [46_027, 'West', 10],
    [null, 'East', 20],
    [null, 'North', 30],
    [46_028, 'West', 40],
    [null, 'East', 50],
  ];
  const found = await factsOf(sales);
  expect(found.facts.gappy).toEqual([{ header: 'Date', isFilled: false, isOfHeadings: false }]);
  expect(found.account.used).toBe(2);
  const filled = await factsOf(sales, { filledDown: ['Date'] });
  expect(filled.facts.gappy).toEqual([{ header: 'Date', isFilled: true, isOfHeadings: false }]);
  expect(filled.account.used).toBe(5);
});

describe('blank cells that were read as the name above them', () => {
  /** Ten customers, each once, with a blank cell below. */
  const rows: Rows = [
    ['Customer', 'Product', 'Date', 'Amount'],
    ...Array.from({ length: 20 }, (_, row) => [
      row % 2 === 0 ? `Customer ${String(row)}` : null,
      `Product ${String(row % 3)}`,
      46_023 + row,
      10 + row,
    ]),
  ];
  const customersOf = ({ facts }: Awaited<ReturnType<typeof factsOf>>) =>
    facts.preview.rows.map(({ cells }) => cells[0]);
  const noticed = ({ account }: Awaited<ReturnType<typeof factsOf>>) =>
    account.noticed.map(({ code }) => code);

  test('are told of, and can be said to be blank, and to mean it again', async () => {
    const found = await factsOf(rows);
    expect(customersOf(found)).toEqual(['Customer 0', 'Customer 0', 'Customer 2']);
    expect(found.facts.gappy).toEqual([
      { header: 'Customer', isFilled: true, isOfHeadings: false },
    ]);
    expect(noticed(found)).toEqual(['filledDown']);

    const blank = withBlanks({}, 'Customer', false);
    expect(blank).toEqual({ filledDown: undefined, leftBlank: ['Customer'] });
    const left = await factsOf(rows, { leftBlank: ['Customer'] });
    expect(customersOf(left)).toEqual(['Customer 0', null, 'Customer 2']);
    expect(left.facts.gappy).toEqual([
      { header: 'Customer', isFilled: false, isOfHeadings: false },
    ]);
    expect(noticed(left)).toEqual([]);

    const again = withBlanks({ leftBlank: ['Customer'] }, 'Customer', true);
    expect(again).toEqual({ filledDown: undefined, leftBlank: undefined });
  });

  test('are blank below periods too, where a person says so', async () => {
    const across: Rows = [
      ['Region', 'Shop', 'Jan 2026', 'Feb 2026'],
      ['North', 'A', 1, 2],
      [null, 'B', 3, 4],
      ['South', 'C', 5, 6],
      [null, 'D', 7, 8],
    ];
    const found = await factsOf(across);
    expect(found.facts.gappy).toEqual([{ header: 'Region', isFilled: true, isOfHeadings: false }]);
    const left = await factsOf(across, { leftBlank: ['Region'] });
    expect(left.facts.gappy).toEqual([{ header: 'Region', isFilled: false, isOfHeadings: false }]);
    expect(customersOf(left)).toEqual(['North', 'North', null]);
  });

  test('that nothing filled are filled by saying so, and no more by taking it back', () => {
    expect(withBlanks({ filledDown: ['Shop'] }, 'Region', true)).toEqual({
      filledDown: ['Shop', 'Region'],
      leftBlank: undefined,
    });
    expect(withBlanks({ filledDown: ['Region'], leftBlank: ['Shop'] }, 'Region', false)).toEqual({
      filledDown: undefined,
      leftBlank: ['Shop'],
    });
  });
});

describe('a row that names a total', () => {
  const shops: Rows = [
    ['Customer', 'Day', 'Amount'],
    ['Total Energies', '2026-01-01', 7],
    ['Shell', '2026-01-02', 5],
    ['Total Wine', '2026-01-03', 12],
  ];

  test('is shown as a name where nothing speaks for a sum, and can be said to be one', async () => {
    const before = await factsOf(shops);
    expect(before.facts.totals).toMatchObject([
      { text: 'Total Energies', at: 'Data!A2', is: 'name', by: 'cells' },
      { text: 'Total Wine', at: 'Data!A4', is: 'name', by: 'cells' },
    ]);
    expect(before.account).toMatchObject({ rows: 3, used: 3 });
    const after = await factsOf(shops, { totals: { 'Total Wine': 'total' } });
    expect(after.account).toMatchObject({ rows: 3, used: 2 });
    expect(after.facts.totals).toContainEqual({
      text: 'Total Wine',
      at: 'Data!A4',
      is: 'total',
      by: 'person',
    });
  });

  test('is set aside by its sum, and can be said to be a name', async () => {
    const { facts, account } = await factsOf(plan, { totals: { Total: 'name' } });
    expect(account).toMatchObject({ rows: 8, used: 6 });
    expect(facts.totals).toEqual([{ text: 'Total', at: 'Data!A5', is: 'name', by: 'person' }]);
  });
});

describe('texts of dates and numbers', () => {
  const orders: Rows = [
    ['Order Date', 'Amount'],
    ['1/2/2026', '1,234'],
    ['2/3/2026', '5,678'],
  ];

  test('that leave their order open are told as the person said', async () => {
    const { facts } = await factsOf(orders, {
      dateOrders: { 'Order Date': 'mdy' },
      decimalSigns: { Amount: '.' },
    });
    expect(facts.dateOrder).toEqual({ header: 'Order Date', is: 'mdy', by: 'person' });
    expect(facts.decimalSign).toEqual({ header: 'Amount', is: '.', by: 'person' });
  });

  test('that prove it themselves are told as the cells say, whatever was said before', async () => {
    const { facts } = await factsOf([...orders, ['31/3/2026', '5,678.50']], {
      dateOrders: { 'Order Date': 'mdy' },
      decimalSigns: { Amount: ',' },
    });
    expect(facts.dateOrder).toEqual({ header: 'Order Date', is: 'dmy', by: 'cells' });
    expect(facts.decimalSign).toEqual({ header: 'Amount', is: '.', by: 'cells' });
  });

  test('half of which Excel took in are told as the person said, and open before', async () => {
    // Day 43,170 is 11 March 2018: with the month first, what Excel makes of 3/11/2018.
    const half: Rows = [
      ['Order Date', 'Amount'],
      [43_170, 10],
      ['13/11/2018', 11],
      ['25/11/2018', 12],
    ];
    const { facts } = await factsOf(half);
    expect(facts.daySwap).toEqual({ header: 'Order Date', is: undefined });
    const said = await factsOf(half, { daySwaps: { 'Order Date': 'swap' } });
    expect(said.facts.daySwap).toEqual({ header: 'Order Date', is: 'swap' });
    expect((await factsOf(orders)).facts.daySwap).toBeUndefined();
  });

  test('of days across are asked once, and read as answered', async () => {
    const session = new Session(
      workbookWith({
        Data: [
          ['Shop', '02/03/2026', '03/04/2026'],
          ['North', 5, 6],
          ['South', 7, 8],
        ],
      }),
    );
    const asked = await findData(session, { sales: 'Data' });
    const [question] = asked.unclear;
    expect(question).toMatchObject({ question: 'dateOrder', at: 'Data!B1' });
    if (!question) throw new Error('nothing was asked');
    const readings = withAnswer(undefined, question, 'dmy');
    const { sales, unclear } = await findData(session, { sales: 'Data', readings });
    expect(unclear.map((one) => one.question)).toEqual(['targetSource']);
    expect(sales?.table.raw.grid.cell(0, 1)).toBe('2026-03-02');
    expect(sales && readingFacts(sales, readings['Data'] ?? {}, 1).dateOrder).toMatchObject({
      is: 'dmy',
      by: 'person',
    });
  });
});

describe('columns that no header names', () => {
  const namesOf = async (rows: Rows, said: Readings[string] = {}) =>
    (await factsOf(rows, said)).facts.names.map(({ part, name }) => [part, name]);

  test('are the periods across, their figures, and keys without a header', async () => {
    const across: Rows = [
      [null, 'Jan 2026', 'Feb 2026'],
      ['North', 1, 2],
      ['South', 3, 4],
    ];
    expect(await namesOf(across)).toEqual([
      ['period', 'Period'],
      ['value', 'Value'],
      ['label', 'Name'],
    ]);
    const said = { names: { label: 'Shop', value: 'Revenue' } };
    expect(await namesOf(across, said)).toEqual([
      ['period', 'Period'],
      ['value', 'Revenue'],
      ['label', 'Shop'],
    ]);
    expect((await factsOf(across, said)).facts.preview.headers).toEqual([
      'Shop',
      'Period',
      'Revenue',
    ]);
  });

  test('are not those that a header or a title names', async () => {
    expect(await namesOf(plan)).toEqual([['period', 'Period']]);
    const named: Rows = [
      ['Name', 'Jan 2026 Value', 'Feb 2026 Value'],
      ['North', 1, 2],
    ];
    expect(await namesOf(named)).toEqual([['period', 'Period']]);
    expect(
      await namesOf([
        ['Day', 'Amount'],
        ['2026-01-01', 1],
      ]),
    ).toEqual([]);
  });

  test('are the labels, figures and the period of a list', async () => {
    const list: Rows = [['March 2026'], ['North', 1], ['South', 3], ['West', 5]];
    expect(await namesOf(list)).toEqual([
      ['label', 'Name'],
      ['value', 'Value'],
      ['period', 'Period'],
    ]);
  });

  test('keep what was said of them when they are named', () => {
    const wishes = {
      sales: 'Plan',
      salesAmount: 'Value',
      by: ['Name', 'Name 2', 'Region'],
      targetAmount: 'Value',
      targetDimensions: { 'Name 2': 'Name' },
      readings: {
        Plan: { names: { value: 'Revenue' }, filledDown: ['Name'], totals: { Total: 'name' } },
        Other: { year: 2026 },
      },
    } as const;
    const label = { part: 'label', name: 'Shop' } as const;
    expect(withColumnName(wishes, 'Plan', ['sales'], label)).toEqual({
      sales: 'Plan',
      salesAmount: 'Value',
      by: ['Shop', 'Shop 2', 'Region'],
      targetAmount: 'Value',
      targetDimensions: { 'Shop 2': 'Name' },
      readings: {
        Plan: {
          names: { value: 'Revenue', label: 'Shop' },
          filledDown: ['Shop'],
          totals: { Total: 'name' },
        },
        Other: { year: 2026 },
      },
    });
    const back = withColumnName(wishes, 'Plan', ['sales'], { part: 'value', name: undefined });
    expect(back.readings?.['Plan']).not.toHaveProperty('names');
  });
});

test('of several tables on a sheet the one that was chosen is read, and the others are named', async () => {
  const rows: Rows = [
    ['Shop', 'Day', 'Amount'],
    ['North', '2026-01-01', 1],
    ['South', '2026-01-02', 2],
    [null, null, null],
    ['Person', 'Date', 'Sales'],
    ['Ann', '2026-05-01', 10],
    ['Bob', '2026-05-02', 20],
    ['Cid', '2026-05-03', 30],
  ];
  const second = await factsOf(rows, { table: 'Data!A5:C8' });
  expect(second.facts.tables).toEqual(['Data!A5:C8', 'Data!A1:C3']);
  const first = await factsOf(rows, { table: second.facts.tables[1] ?? '' });
  expect(first.facts.preview.headers).toEqual(['Shop', 'Day', 'Amount']);
  expect(first.facts.tables).toEqual(['Data!A1:C3', 'Data!A5:C8']);
});

test('a part of a reading is said anew, or left to be found again', () => {
  const said = withReading({ Plan: { year: 2026 } }, 'Deals', { layout: 'long', year: 2025 });
  expect(said).toEqual({ Plan: { year: 2026 }, Deals: { layout: 'long', year: 2025 } });
  expect(withReading(said, 'Deals', { layout: undefined })).toMatchObject({
    Deals: { year: 2025 },
  });
  expect(withReading(said, 'Plan', { year: undefined })).not.toHaveProperty('Plan');
});

test('a column without gaps is not offered to be filled, however long it is', async () => {
  const rows = Array.from({ length: 60_000 }, (_, row) => [
    row % 2 === 0 ? 'North' : 'South',
    46_023 + (row % 300),
    1 + (row % 7),
    row % 2 === 0 ? 'Ann' : null,
  ]);
  const { facts } = await factsOf([['Region', 'Day', 'Amount', 'Person'], ...rows]);
  expect(facts.gappy).toEqual([{ header: 'Person', isFilled: false, isOfHeadings: false }]);
});

test('the first rows are the first that are used', async () => {
  const { facts } = await factsOf(
    [
      ['Date', 'Scenario', 'Amount'],
      ['2026-01-01', 'Budget', 9],
      ['2026-01-01', 'Actual', 1],
      ['2026-01-02', 'Actual', null],
      ['2026-01-03', 'Actual', 2],
    ],
    {},
    { targets: 'Data' },
  );
  expect(facts.preview.rows.map(({ cells, at }) => [cells[2], at])).toEqual([
    [1, 'Data!C3'],
    [2, 'Data!C5'],
  ]);
});

test('a table that was given a column is not read as it stands', async () => {
  const session = new Session(
    workbookWith({
      Sales: [
        ['Product', 'Date', 'Sales'],
        ['North', null, null],
        ['Mug', '2026-01-05', 100],
        ['Cup', '2026-01-20', 250],
        ['South', null, null],
        ['Mug', '2026-02-03', 120],
        ['Cup', '2026-02-14', 80],
      ],
      Plan: [
        ['Region', 'Target 2026'],
        ['North', 1000],
        ['South', 1200],
      ],
    }),
  );
  const { sales, targets } = await findData(session);
  if (!sales || !targets) throw new Error('not read');
  const plan = readingFacts(targets, {}, 1);
  expect(plan).toMatchObject({ hasPeriodAdded: true, year: { by: 'header', text: 'Target 2026' } });
  const facts = readingFacts(sales, {}, 1);
  expect(facts.hasPeriodAdded).toBe(false);
  expect(facts.gappy).toEqual([{ header: 'Group', isFilled: true, isOfHeadings: true }]);
});

test('rows of headers are offered where they have a text, with the days that they show', async () => {
  const style = { numberFormat: 'yyyy-mm-dd' };
  const formats = [{ area: { row: 1, column: 0, rows: 2, columns: 1 }, style }];
  const rows: Rows = [
    ['Date', 'Region', 'Sales'],
    [46_027, 'North', 46_000],
    [46_028, null, 200],
  ];
  const session = new Session(workbookWith({ Data: rows }, { formats }));
  const [source] = await session.sources();
  if (!source) throw new Error('no source');
  const { headerRows } = await findWaysToRead(session, source, () => ({}));
  expect(headerRows.map(({ row, days }) => [row, days])).toEqual([
    [1, undefined],
    [2, [46_027, undefined, undefined]],
  ]);
});
