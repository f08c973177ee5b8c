import { findRange, plainNames, readTable } from '../../src/intake';
import { readFirst, workbookWith, type Rows } from './raw-tables';
import { asideOf, read, rowsOf, table } from './shape-tables';

describe('labels with a cell beside each', () => {
  test('are a list without a header, of the period and the measure that its title names', async () => {
    const found = await table([
      ['Sales targets 2026'],
      [],
      ['North', 100_000],
      ['South', 120_000],
      ['Total', 220_000],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Name', 'Target', 'Period'],
      ['North', 100_000, '2026'],
      ['South', 120_000, '2026'],
    ]);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A5']);
    expect(found.placeOf?.(1, 1)).toEqual({ sheet: 'Data', row: 3, column: 1 });
  });

  test('may stand apart from each other', async () => {
    const found = await table([
      [null, 'North', null, 100],
      [null, 'South', null, 120],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Name', 'Value'],
      ['North', 100],
      ['South', 120],
    ]);
  });

  test('are records where blocks repeat them', async () => {
    const found = await table([
      ['Region:', 'North'],
      ['Target:', 100],
      ['Period:', 'Q1 2026'],
      [],
      ['Region:', 'South'],
      ['Target:', 120],
      ['Period:', 'Q2 2026'],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Target', 'Period'],
      ['North', 100, 'Q1 2026'],
      ['South', 120, 'Q2 2026'],
    ]);
    expect(found.placeOf?.(1, 2)).toEqual({ sheet: 'Data', row: 6, column: 1 });
  });

  test('are one record where they name what is known of sales', async () => {
    const found = await table([
      ['Region', 'North'],
      ['Target', 100],
      ['Period', '2026-01'],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Target', 'Period'],
      ['North', 100, '2026-01'],
    ]);
  });
});

describe('a turned table', () => {
  test('with periods down and names across is unpivoted where a total column proves one measure', async () => {
    const found = await table([
      ['Month', 'North', 'South', 'Total'],
      ['2026-01', 100, 200, 300],
      ['2026-02', 110, 210, 320],
      ['2026-03', 120, 220, 340],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Name', 'Period', 'Value'],
      ['North', '2026-01', 100],
      ['North', '2026-02', 110],
      ['North', '2026-03', 120],
      ['South', '2026-01', 200],
      ['South', '2026-02', 210],
      ['South', '2026-03', 220],
    ]);
    expect(found.placeOf?.(4, 2)).toEqual({ sheet: 'Data', row: 2, column: 2 });
  });

  describe('with real dates down', () => {
    /** Reads rows whose first column shows dates. 46,023 is 1 January 2026. */
    async function dated(...days: number[]) {
      const rows: Rows = [
        ['Month', 'North', 'South', 'Total'],
        ...days.map((day, at): Rows[number] => [day, 100 + at, 200, 300 + at]),
      ];
      const style = { numberFormat: 'mmm yyyy' };
      const formats = [{ area: { row: 1, column: 0, rows: days.length, columns: 1 }, style }];
      const found = await readFirst(workbookWith({ Sales: rows }, { formats }));
      if ('issues' in found) throw new Error('refused');
      return rowsOf(found);
    }

    test.each([
      ['first', [46_023, 46_054]],
      ['last', [46_053, 46_081]],
    ])('is unpivoted likewise where they are the %s days of months', async (_, days) => {
      expect(await dated(...days)).toEqual([
        ['Name', 'Period', 'Sales'],
        ['North', '2026-01', 100],
        ['North', '2026-02', 101],
        ['South', '2026-01', 200],
        ['South', '2026-02', 200],
      ]);
    });

    test('is left as it stands where they are other days, or come twice', async () => {
      expect((await dated(46_023, 46_055))[0]).toEqual(['Month', 'North', 'South', 'Total']);
      expect((await dated(46_023, 46_023))[0]).toEqual(['Month', 'North', 'South', 'Total']);
    });
  });

  test('takes measure and year from its title', async () => {
    const found = await table([
      ['Targets 2026'],
      ['Month', 'North', 'South'],
      ['Jan', 100, 200],
      ['Feb', 110, 210],
    ]);
    expect(rowsOf(found).slice(0, 2)).toEqual([
      ['Name', 'Period', 'Target'],
      ['North', '2026-01', 100],
    ]);
  });

  test('is left as it stands where its columns are measures', async () => {
    const rows = [
      ['Month', 'Sales', 'Units'],
      ['2026-01', 100, 2],
      ['2026-02', 110, 3],
    ];
    expect(rowsOf(await table(rows))).toEqual(rows);
  });

  test('is left as it stands where nothing proves that its columns are names', async () => {
    const rows = [
      ['Month', 'North', 'South'],
      ['2026-01', 100, 200],
      ['2026-02', 110, 210],
    ];
    const found = await table(rows);
    expect(rowsOf(found)).toEqual(rows);
    const names = { ...plainNames, label: 'Region' };
    expect(rowsOf(await table(rows, { layout: 'crossed', names }))).toEqual([
      ['Month', 'Region', 'Value'],
      ['2026-01', 'North', 100],
      ['2026-01', 'South', 200],
      ['2026-02', 'North', 110],
      ['2026-02', 'South', 210],
    ]);
  });

  test('has a record in each column', async () => {
    const found = await table([
      ['Region', 'North', 'South'],
      ['Target', 100, 120],
      ['Period', '2026-01', '2026-02'],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Target', 'Period'],
      ['North', 100, '2026-01'],
      ['South', 120, '2026-02'],
    ]);
  });
});

describe('several tables on a sheet', () => {
  const sales = [
    ['Date', 'Region', 'Amount'],
    ['2026-01-05', 'North', 100],
    ['2026-02-05', 'South', 120],
  ];
  const targets = [
    ['Region', 'Jan 2026', 'Feb 2026'],
    ['North', 90, 90],
    ['South', 80, 80],
  ];
  const stores = [
    ['Region', 'Stores'],
    ['North', 3],
    ['South', 4],
  ];

  test('are asked about, each with its range', async () => {
    expect(await read([...sales, [], ['Targets'], ...targets])).toMatchObject({
      issues: [{ code: 'severalTables', expected: 'A1:C3, A5:C8' }],
    });
    const beside = sales.map((row, index) => [...row, null, ...(targets[index] ?? [])]);
    expect(await read(beside)).toMatchObject({
      issues: [{ code: 'severalTables', expected: 'A1:C3, E1:G3' }],
    });
  });

  test('are told apart by what only one of them has: figures with their dates', async () => {
    const found = await table([...stores, [], ...sales]);
    expect(rowsOf(found)).toEqual(sales);
    expect(found.placeOf?.(0, 0) ?? found.headerRow).toBe(4);
    expect(found.findings).toEqual([
      { code: 'otherCells', at: 'Data!A1', found: 'A1:C3', expected: '' },
    ]);
  });

  test('are read by their range', async () => {
    const workbook = workbookWith({ Data: [...sales, [], ['Targets'], ...targets] });
    const source = findRange('Data!A6:C8', await workbook.listSources());
    if (!source) throw new Error('no range');
    const found = await readTable(workbook, source);
    if ('issues' in found) throw new Error('refused');
    expect(rowsOf(found)[1]).toEqual(['North', '2026-01', 90]);
    expect(found.placeOf?.(0, 2)).toEqual({ sheet: 'Data', row: 6, column: 1 });
  });

  test.each([
    [
      'a row each',
      [
        ['Month', 'Region', 'Target'],
        ['2026-01', 'North', 10],
      ],
    ],
    [
      'periods across',
      [
        ['Region', 'Jan 2026', 'Feb 2026'],
        ['North', 10, 11],
      ],
    ],
  ])('are told apart by a further header right below the first, of %s', async (_, more) => {
    const sales: Rows = [
      ['Date', 'Region', 'Amount'],
      ['2026-01-05', 'North', 7],
      ['2026-01-06', 'South', 8],
    ];
    expect(await read([...sales, ...more])).toMatchObject({
      issues: [{ code: 'severalTables', expected: 'A1:C3, A4:C5' }],
    });
    // The header of the same table once more, and a row of texts whose figure is blank, begin none.
    const again = await table([...sales, ...sales]);
    expect(asideOf(again)).toEqual(['repeatedHeader Data!A4']);
    const gap = [['2026-01-07', 'Region', null], ...sales.slice(2)];
    expect((await table([...sales, ...gap])).grid.rowCount).toBe(4);
  });

  test('are no several tables where a blank column stands inside one', async () => {
    const rows = sales.map(([date, region, amount]) => [
      date ?? null,
      region ?? null,
      null,
      amount ?? null,
    ]);
    expect((await table(rows)).headers).toEqual(['Date', 'Region', '', 'Amount']);
  });

  test('are no several tables where a blank row stands inside one', async () => {
    const found = await table([
      ...sales,
      [],
      ['2026-03-05', 'North', 5],
      ['2026-03-06', 'South', 6],
    ]);
    expect(found.grid.rowCount).toBe(5);
  });
});

describe('a reading that a person corrected', () => {
  const rows = [
    ['Customer', 'Amount'],
    ['Acme', 100],
    ['Total', 40],
  ];

  test('keeps a row that was taken for a total', async () => {
    expect(asideOf(await table(rows))).toEqual(['subtotalRow Data!A3']);
    expect(rowsOf(await table(rows, { totals: { Total: 'name' } }))).toEqual(rows);
  });

  test('starts at the row of headers that was pointed out, wherever it stands now', async () => {
    const above = [['Region', 'Manager'], ['North', 'Ann'], ...rows.slice(0, 2)];
    const header = ['Customer', 'Amount'];
    expect(rowsOf(await table(above, { header }))).toEqual(rows.slice(0, 2));
    expect(rowsOf(await table([['Plan'], ...above], { header }))).toEqual(rows.slice(0, 2));
  });

  test('asks anew where its row of headers is gone', async () => {
    const found = await read(rows, { header: ['Client', 'Amount'] });
    expect(found).toMatchObject({
      issues: [{ code: 'readingDoesNotFit', at: 'Data!A1', found: 'Client, Amount' }],
      unclear: [{ question: 'layout', source: 'Data', candidates: [] }],
    });
  });

  test('asks anew, with the layouts that fit, where its layout does not', async () => {
    const found = await read(rows, { layout: 'wide' });
    expect(found).toMatchObject({
      issues: [{ code: 'readingDoesNotFit', at: 'Data!A1', found: 'wide' }],
      unclear: [{ question: 'layout', source: 'Data', subject: 'wide', candidates: ['long'] }],
    });
  });

  test('fills the blank cells of a column down where it says so', async () => {
    const gaps = [
      ['Region', 'Customer', 'Amount'],
      ['North', 'Acme', 1],
      [null, 'Bolt', 2],
      ['North', 'Cope', 3],
    ];
    expect(rowsOf(await table(gaps))[2]).toEqual([null, 'Bolt', 2]);
    const filled = await table(gaps, { filledDown: ['Region'] });
    expect(rowsOf(filled)[2]).toEqual(['North', 'Bolt', 2]);
  });

  test('leaves blank cells below the last of several labels blank by itself', async () => {
    const rowsWith = (...customers: (string | null)[]) => [
      ['Customer', 'Product', 'Amount'],
      ...customers.map((customer, row) => [customer, 'Mug', row]),
    ];
    const customersOf = async (...customers: (string | null)[]) =>
      rowsOf(await table(rowsWith(...customers)))
        .slice(1)
        .map(([customer]) => customer);
    // The rows at the end are of no customer, as those of a budget are.
    expect(await customersOf('Acme', 'Bolt', null, null)).toEqual(['Acme', 'Bolt', null, null]);
    expect(await customersOf('Acme', null, null, 'Bolt')).toEqual(['Acme', 'Acme', 'Acme', 'Bolt']);
    expect(await customersOf('Acme', null, 'Bolt', null)).toEqual(['Acme', 'Acme', 'Bolt', 'Bolt']);
    expect(await customersOf('Acme', null, null, null)).toEqual(['Acme', 'Acme', 'Acme', 'Acme']);
  });

  test('takes the table that was chosen among several', async () => {
    const tables = [
      ['Date', 'Region', 'Amount'],
      ['2026-01-05', 'North', 100],
      ['2026-02-05', 'South', 120],
      [],
      ['Targets'],
      ['Region', 'Jan 2026', 'Feb 2026'],
      ['North', 90, 90],
      ['South', 80, 80],
    ];
    const asked = await read(tables);
    expect(asked).toMatchObject({
      unclear: [
        { question: 'severalTables', source: 'Data', candidates: ['Data!A1:C3', 'Data!A5:C8'] },
      ],
    });
    expect(rowsOf(await table(tables, { table: 'Data!A1:C3' }))).toEqual(tables.slice(0, 3));
    expect(rowsOf(await table(tables, { table: 'Data!A5:C8' }))[1]).toEqual([
      'North',
      '2026-01',
      90,
    ]);
  });

  test('which table is asked anew where the one that was chosen is gone, with all that are left', async () => {
    const sales = [
      ['Date', 'Region', 'Amount'],
      ['2026-01-05', 'North', 100],
      ['2026-02-05', 'South', 120],
    ];
    expect(await read(sales, { table: 'Data!A5:C8' })).toMatchObject({
      issues: [{ code: 'severalTables', found: 'Data!A5:C8', expected: 'A1:C3' }],
      unclear: [{ question: 'severalTables', subject: 'Data!A5:C8', candidates: ['Data!A1:C3'] }],
    });
    expect(rowsOf(await table(sales, { table: 'Data!A1:C3' }))).toEqual(sales);
    // Alone with dates, the first would be taken if nothing had been said.
    const stores = [
      ['Region', 'Stores'],
      ['North', 3],
      ['South', 4],
    ];
    expect(await read([...sales, [], ...stores], { table: 'Data!A6:B8' })).toMatchObject({
      unclear: [{ question: 'severalTables', candidates: ['Data!A1:C3', 'Data!A5:C7'] }],
    });
    // Its first rows alone do not tell that it is gone.
    const first = await read([...sales, [], ...stores], { table: 'Data!A5:B7', mostRows: 3 });
    expect(first).not.toHaveProperty('issues');
  });
});

describe('ratios beside the figures of each month', () => {
  test.each(['Abw. %', 'Var %', 'Growth', 'Zielerreichung'])(
    'are not held against their sum in the row of totals: %s',
    async (ratio) => {
      const found = await table([
        ['', '2026-01', null, null, '2026-02', null, null],
        ['Region', 'Plan', 'Ist', ratio, 'Plan', 'Ist', ratio],
        ['Nord', 100, 90, -0.1, 100, 110, 0.1],
        ['Süd', 200, 210, 0.05, 200, 190, -0.05],
        // -0.1 and 0.05 are no part of 300 / 300 - 1 = 0.
        ['Gesamt', 300, 300, 0, 300, 300, 0],
      ]);
      expect(asideOf(found)).toEqual(['subtotalRow Data!A5']);
      expect(found.findings).toEqual([]);
    },
  );
});
