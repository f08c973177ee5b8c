import { findRole, headerWords, namesTargets } from '../../src/intake';
import { headerIssuesOf, tableOf, workbookWith, readFirst } from './raw-tables';

const body = [
  [46_023, 'Ann', 12],
  [46_024, 'Bob', 34],
];

describe('a header row', () => {
  test('may stand below a title, a note and a blank row', async () => {
    const table = await tableOf([
      ['Sales of the year'],
      ['exported by the shop', null, '2026'],
      [],
      ['Date', 'Person', 'Amount'],
      ...body,
    ]);
    expect(table.raw.headers).toEqual(['Date', 'Person', 'Amount']);
    expect(table.raw.headerRow).toBe(3);
    expect(table.raw.grid.rowCount).toBe(2);
  });

  test('may stand right below a note that is nearly as wide', async () => {
    const table = await tableOf([['Sales', 'by person'], ['Date', 'Person', 'Amount'], ...body]);
    expect(table.raw.headerRow).toBe(1);
  });

  test('of a table of texts alone is its first row', async () => {
    const table = await tableOf([
      ['Date', 'Person', 'Amount'],
      ['2026-01-01', 'Ann', '12'],
      ['2026-01-02', 'Bob', '34'],
    ]);
    expect(table.raw.headerRow).toBe(0);
  });

  test('is followed by the rows down to the last that is not blank', async () => {
    const table = await tableOf([['Date', 'Person', 'Amount'], ...body, [], [null, ' ', '']]);
    expect(table.raw.grid.rowCount).toBe(2);
  });

  test('that is missing is said, with the place', async () => {
    expect(await headerIssuesOf(body)).toMatchObject([{ code: 'noHeader', at: 'Data!A1' }]);
  });

  test('without rows is said, with its words', async () => {
    expect(await headerIssuesOf([['Date', 'Person', 'Amount']])).toMatchObject([
      { code: 'headerWithoutRows', at: 'Data!A1', found: 'Date, Person, Amount' },
    ]);
  });

  test('with a blank cell above data names the cell, as merged headers leave it', async () => {
    expect(
      await headerIssuesOf([
        ['Date', 'Person', null, 'Region'],
        [46_023, 'Ann', 12, 'W'],
      ]),
    ).toEqual([{ code: 'blankHeader', at: 'Data!C1', found: 'Data!C2: 12', expected: 'header' }]);
  });

  test('may have blank cells above blank columns', async () => {
    const table = await tableOf([
      ['Date', null, 'Person', 'Amount'],
      [46_023, null, 'Ann', 12],
    ]);
    expect(table.columns.map(({ kind }) => kind)).toEqual(['date', 'blank', 'text', 'number']);
  });

  test('with the same word twice names both cells', async () => {
    expect(
      await headerIssuesOf([
        ['Date', 'Amount', 'Amount'],
        [46_023, 12, 13],
      ]),
    ).toEqual([{ code: 'duplicateHeader', at: 'Data!C1', found: 'Amount', expected: 'Data!B1' }]);
  });

  test('is cited with its sheet’s name as formulas spell it', async () => {
    const raw = await readFirst(workbookWith({ "Bob's sales": [['Date', 'Amount']] }));
    expect(raw).toMatchObject({ issues: [{ at: "'Bob''s sales'!A1" }] });
  });
});

describe('a header’s words', () => {
  test.each([
    ['SalesAmount', 'sales amount'],
    ['sales_amount', 'sales amount'],
    ['Sales  Amount', 'sales amount'],
    ['YTDSales', 'ytd sales'],
    ['Umsatz (€)', 'umsatz'],
  ])('of %p are %p', (header, words) => {
    expect(headerWords(header)).toBe(words);
  });

  test.each([
    ['Order Date', 'date'],
    ['Bestelldatum', 'date'],
    ['Ship Date', 'otherDate'],
    ['Sales', 'amount'],
    ['Umsatz', 'amount'],
    ['Chiffre d’affaires', 'amount'],
    ['売上', 'amount'],
    ['Quota', 'target'],
    ['Sales Target', 'target'],
    ['Umsatzziel', 'target'],
    ['Unit Price', 'price'],
    ['Quantity', 'quantity'],
    ['Discount', 'discount'],
    ['Profit', 'cost'],
    ['Row ID', 'id'],
    ['Postal Code', 'id'],
    ['Fiscal Year', 'year'],
    ['Währung', 'currency'],
    ['Scenario', 'version'],
  ])('%p say that the column is %s', (header, role) => {
    expect(findRole(header)).toBe(role);
  });

  test.each(['Region', 'Person', 'Category', 'Updating', 'Planet', 'Salesperson'])(
    '%p say nothing of a role',
    (header) => {
      expect(findRole(header)).toBeUndefined();
    },
  );

  test('tell targets by the name of their sheet', () => {
    expect(namesTargets('Quotas')).toBe(true);
    expect(namesTargets('Sales targets')).toBe(true);
    expect(namesTargets('Orders')).toBe(false);
  });
});
