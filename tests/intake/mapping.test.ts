import {
  dimensionColumns,
  isBlocking,
  findAmountColumn,
  findDateColumn,
  findSharedDimensions,
  findTargetDimension,
} from '../../src/intake';
import { columnOf, get, tableOf, type Rows } from './raw-tables';

const lines: Rows = [
  [
    'Order Date',
    'Ship Date',
    'Salesperson',
    'Region',
    'Manager',
    'Quantity',
    'Unit Price',
    'Sales',
  ],
  [46_023, 46_025, 'Ann', 'West', 'Zoe', 1, 10.5, 10.5],
  [46_024, 46_025, 'Bob', 'East', 'Yan', 2, 11.5, 23],
  [46_025, 46_026, 'Ann', 'North', 'Zoe', 3, 12.5, 37.5],
  [46_026, 46_029, 'Cid', 'West', 'Zoe', 4, 13.5, 54],
];

describe('the date of a sale', () => {
  test('is the day of the order, not of the shipment', async () => {
    expect(get(findDateColumn(await tableOf(lines), 'salesDate')).header).toBe('Order Date');
  });

  test('is the only column of dates where no header tells', async () => {
    const table = await tableOf([
      ['When', 'Sales'],
      ['2026-01-02', 1],
      ['2026-01-03', 2],
    ]);
    expect(get(findDateColumn(table, 'salesDate')).header).toBe('When');
  });

  test('is asked for when two columns could be it, with both named', async () => {
    const table = await tableOf([
      ['Order Date', 'Invoice Date', 'Sales'],
      [46_023, 46_024, 1],
    ]);
    expect(findDateColumn(table, 'salesDate')).toMatchObject({
      unclear: { question: 'salesDate', candidates: ['Order Date', 'Invoice Date'] },
    });
  });
});

describe('the amount of a sale', () => {
  test('is neither a price nor a quantity', async () => {
    const table = await tableOf(lines);
    expect(get(findAmountColumn(table, 'amount', 'salesAmount')).header).toBe('Sales');
  });

  test('is asked for when two columns could be it, with both named', async () => {
    const table = await tableOf([
      ['Date', 'Gross', 'Net'],
      [46_023, 12, 10],
    ]);
    expect(findAmountColumn(table, 'amount', 'salesAmount')).toMatchObject({
      unclear: { candidates: ['Gross', 'Net'] },
    });
  });

  test.each(['Probability', 'Share', 'Exchange rate', 'Discount'])(
    'is not the only other number, a column "%s"',
    async (header) => {
      const table = await tableOf([
        ['Date', 'Worth', header],
        [46_023, 120, 0.25],
        [46_024, 340, 0.5],
      ]);
      expect(get(findAmountColumn(table, 'amount', 'salesAmount')).header).toBe('Worth');
    },
  );

  test.each([
    ['Sales TY', 'Sales LY'],
    ['Sales', 'Sales PY'],
    ['Current year', 'Prior year'],
    ['Umsatz LJ', 'Umsatz VJ'],
    ['CA année en cours', 'CA année précédente'],
  ])('is "%s" and not "%s" beside it', async (current, past) => {
    const table = await tableOf([
      ['Date', past, current],
      [46_023, 90, 100],
    ]);
    expect(get(findAmountColumn(table, 'amount', 'salesAmount')).header).toBe(current);
  });

  test.each([
    ['CA N', 'CA N-1'],
    ['Sales Wk', 'Sales LY'],
  ])('is asked for where no word tells of "%s" beside "%s"', async (unknown, past) => {
    const table = await tableOf([
      ['Date', unknown, past],
      [46_023, 100, 90],
    ]);
    expect(findAmountColumn(table, 'amount', 'salesAmount')).toMatchObject({
      unclear: { candidates: [past, unknown] },
    });
  });

  test('is asked for where it is another figure with the tax beside, which no header tells', async () => {
    const table = await tableOf([
      ['Date', 'Subtotal', 'VAT', 'Total'],
      [46_023, 100, 19, 119],
      [46_024, 200, 38, 238],
    ]);
    expect(findAmountColumn(table, 'amount', 'salesAmount')).toMatchObject({
      unclear: { candidates: ['Total', 'Subtotal'] },
    });
    // 238 is not 210 and 38.
    const other = await tableOf([
      ['Date', 'Subtotal', 'VAT', 'Total'],
      [46_023, 100, 19, 119],
      [46_024, 210, 38, 238],
    ]);
    expect(get(findAmountColumn(other, 'amount', 'salesAmount')).header).toBe('Total');
  });

  test('is asked for when no column could be it', async () => {
    const table = await tableOf([
      ['Date', 'Person'],
      [46_023, 'Ann'],
    ]);
    expect(findAmountColumn(table, 'amount', 'salesAmount')).toMatchObject({
      unclear: { candidates: [] },
    });
  });
});

describe('a dimension of the sales', () => {
  test('is whose a row is, not how it counts', async () => {
    const table = await tableOf([
      ['Date', 'Amount', 'Owner', 'Currency', 'Is Won', 'Plan version'],
      [46_023, 120, 'Ann', 'EUR', 'yes', 'Budget'],
      [46_024, 340, 'Ann', 'EUR', 'no', 'Budget'],
    ]);
    expect(dimensionColumns(table).map(({ header }) => header)).toEqual(['Owner']);
  });

  test('is found in the targets by its values where it bears another name', async () => {
    const sales = await tableOf(lines);
    const targets = await tableOf([
      ['Area', 'Month', 'Target'],
      ['West', '2026-01', 50],
      ['East', '2026-01', 60],
      ['North', '2026-01', 70],
    ]);
    const region = columnOf(sales, 'Region');
    expect(get(findTargetDimension(sales, targets, region, [])).header).toBe('Area');
    const { shared } = findSharedDimensions(sales, targets, []);
    expect(shared.map(({ header }) => header)).toEqual(['Region']);
  });

  test.each(['Region', 'Rep', 'Product', 'Customer', 'Kunde', 'Gebiet', 'Vertreter', 'Région'])(
    'is found by the numbers that both have below "%s"',
    async (header) => {
      const sales = await tableOf([
        ['Date', header, 'Sales'],
        [46_023, 101, 10],
        [46_024, 102, 20],
      ]);
      const targets = await tableOf([
        [header, 'Month', 'Target'],
        [101, '2026-01', 50],
        [102, '2026-01', 60],
      ]);
      const { shared } = findSharedDimensions(sales, targets, []);
      expect(shared.map((column) => column.header)).toEqual([header]);
    },
  );

  test('is no number of customers', async () => {
    const rows: Rows = [
      ['Month', 'Customers', 'Sales', 'Target'],
      ['2026-01', 3, 10, 50],
      ['2026-02', 4, 20, 60],
    ];
    const [sales, targets] = [await tableOf(rows), await tableOf(rows)];
    expect(findSharedDimensions(sales, targets, []).shared).toEqual([]);
  });

  test('is not found by values that the sales do not know', async () => {
    const sales = await tableOf(lines);
    const targets = await tableOf([
      ['Region', 'Month', 'Target'],
      ['Mars', '2026-01', 50],
      ['Venus', '2026-01', 60],
      ['East', '2026-01', 70],
    ]);
    const region = columnOf(sales, 'Region');
    expect(findTargetDimension(sales, targets, region, [])).toMatchObject({
      unclear: { question: 'targetDimension', subject: 'Region', candidates: [] },
    });
  });

  test('is asked for when the values fit two columns, with both named', async () => {
    const sales = await tableOf(lines);
    const targets = await tableOf([
      ['From', 'To', 'Month', 'Target'],
      ['West', 'East', '2026-01', 50],
      ['East', 'West', '2026-02', 60],
    ]);
    const region = columnOf(sales, 'Region');
    expect(findTargetDimension(sales, targets, region, [])).toMatchObject({
      unclear: { subject: 'Region', candidates: ['From', 'To'] },
    });
  });

  test('is asked for when a target’s values stand in two columns of the sales', async () => {
    const sales = await tableOf([
      ['Date', 'Seller', 'Closer', 'Sales'],
      [46_023, 'Ann', 'Bob', 1],
      [46_024, 'Bob', 'Ann', 2],
    ]);
    const targets = await tableOf([
      ['Person', 'Month', 'Target'],
      ['Ann', '2026-01', 50],
      ['Bob', '2026-01', 60],
    ]);
    expect(findSharedDimensions(sales, targets, []).unclear).toEqual([
      {
        question: 'dimension',
        source: 'Data',
        subject: 'Person',
        candidates: ['Seller', 'Closer'],
      },
    ]);
  });
});

test('what leaves no trustworthy report is blocking, what sets single rows aside is not', () => {
  const issue = (code: Parameters<typeof isBlocking>[0]['code']) => ({
    code,
    at: 'Data!A1',
    found: '',
    expected: '',
  });
  expect(isBlocking(issue('mixedCurrencies'))).toBe(true);
  expect(isBlocking(issue('ambiguousDates'))).toBe(true);
  expect(isBlocking(issue('notADate'))).toBe(false);
  expect(isBlocking(issue('errorCell'))).toBe(false);
});
