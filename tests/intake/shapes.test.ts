import { asideOf, read, rowsOf, table } from './shape-tables';

describe('rows inside a long table that are no data', () => {
  const header = ['Date', 'Region', 'Person', 'Amount'];

  test.each([
    ['Total', 'en'],
    ['Subtotal', 'en'],
    ['Grand Total', 'en'],
    ['Summe', 'de'],
    ['Zwischensumme', 'de'],
    ['Gesamt', 'de'],
    ['Gesamtergebnis', 'de'],
    ['Total général', 'fr'],
    ['Sous-total', 'fr'],
    ['Total general', 'es'],
    ['Suma', 'es'],
    ['Total geral', 'pt'],
    ['Soma', 'pt'],
    ['合計', 'ja'],
    ['小計', 'ja'],
    ['総計', 'ja'],
  ])('%p (%s) beside blank keys is a total', async (word) => {
    const found = await table([
      header,
      [46_023, 'North', 'Ann', 120],
      [46_024, 'South', 'Bob', 340],
      [null, word, null, 460],
    ]);
    expect(rowsOf(found).slice(1)).toEqual([
      [46_023, 'North', 'Ann', 120],
      [46_024, 'South', 'Bob', 340],
    ]);
    expect(asideOf(found)).toEqual(['subtotalRow Data!B4']);
  });

  test('keep a customer who is called Total Energies, and one called Summerfield', async () => {
    const rows = [
      ['Customer', 'Amount'],
      ['Acme', 120],
      ['Summerfield Ltd', 340],
      ['Total Energies', 75],
      ['Total', 535],
    ];
    const found = await table(rows);
    expect(rowsOf(found)).toEqual(rows.slice(0, 4));
    expect(asideOf(found)).toEqual(['subtotalRow Data!A5']);
  });

  test('are subtotals by the name of their group, and the total of subtotals', async () => {
    const found = await table([
      ['Region', 'Person', 'Units', 'Amount'],
      ['North', 'Ann', 1, 120],
      ['North', 'Bob', 2, 340],
      ['North Total', null, 3, 460],
      ['South', 'Cid', 5, 500],
      ['South', 'Dan', 7, 45],
      ['South Total', null, 12, 545],
      ['Grand Total', null, 15, 1005],
    ]);
    expect(found.grid.rowCount).toBe(4);
    expect(asideOf(found)).toEqual([
      'subtotalRow Data!A4',
      'subtotalRow Data!A7',
      'subtotalRow Data!A8',
    ]);
    expect(found.findings).toEqual([]);
  });

  test('are totals of the rows with the same keys, wherever they stand', async () => {
    const found = await table([
      ['Month', 'Region', 'Amount'],
      ['2026-01', 'North', 100],
      ['2026-02', 'North', 200],
      ['2026-01', 'South', 300],
      ['2026-02', 'South', 450],
      ['2026-01', 'Total', 400],
      ['2026-02', 'Total', 650],
    ]);
    expect(found.grid.rowCount).toBe(4);
    expect(asideOf(found)).toEqual(['subtotalRow Data!B6', 'subtotalRow Data!B7']);
  });

  test('are totals that nobody labelled, where the sums agree', async () => {
    const body = [
      [46_023, 'North', 'Ann', 120.5],
      [46_024, 'South', 'Bob', 340.25],
    ];
    const agrees = await table([header, ...body, [null, null, null, 460.75]]);
    expect(asideOf(agrees)).toEqual(['subtotalRow Data!D4']);
    const differs = await table([header, ...body, [null, null, null, 460]]);
    expect(asideOf(differs)).toEqual([]);
    expect(differs.grid.rowCount).toBe(3);
  });

  test('whose total disagrees are set aside all the same, and the difference is named', async () => {
    const found = await table([
      header,
      [46_023, 'North', 'Ann', 120],
      [46_024, 'South', 'Bob', 340],
      ['Total', null, null, 450],
    ]);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A4']);
    expect(found.findings).toEqual([
      { code: 'totalDisagrees', at: 'Data!D4', found: '450', expected: '460' },
    ]);
  });

  test.each([
    [[120, 340], '12345,67', '460'],
    [['120,50', '340,25'], '12 345,67 €', '460.75'],
    [['$1,120.50', '$340.25'], '($1,460.75)', '1460.75'],
  ])('whose total is a text are held against %j as well: %s', async (parts, total, expected) => {
    const found = await table([
      header,
      [46_023, 'North', 'Ann', parts[0] ?? null],
      [46_024, 'South', 'Bob', parts[1] ?? null],
      ['Total', null, null, total],
    ]);
    expect(found.findings).toEqual([
      { code: 'totalDisagrees', at: 'Data!D4', found: total, expected },
    ]);
  });

  test('whose total is a text that agrees, or leaves its decimal sign open, are not named', async () => {
    const withTotal = (one: string, other: string, total: string) =>
      table([
        header,
        [46_023, 'North', 'Ann', one],
        [46_024, 'South', 'Bob', other],
        ['Total', null, null, total],
      ]);
    // 1,120.5 + 340.25 = 1,460.75
    const agrees = await withTotal('1.120,50', '340,25', '1.460,75 €');
    expect([asideOf(agrees), agrees.findings ?? []]).toEqual([['subtotalRow Data!A4'], []]);
    const open = await withTotal('1.120', '1.340', '2.400');
    expect([asideOf(open), open.findings ?? []]).toEqual([['subtotalRow Data!A4'], []]);
  });

  test('are asked about where a row called Total is filled like the others and agrees with nothing', async () => {
    const found = await read([
      header,
      [46_023, 'North', 'Ann', 120],
      [46_024, 'South', 'Total', 340],
      [46_025, 'South', 'Bob', 35],
    ]);
    expect(found).toMatchObject({ issues: [{ code: 'unclearTotal', at: 'Data!C3' }] });
  });

  test('are headers that printed pages repeat, and notes', async () => {
    const found = await table([
      header,
      [46_023, 'North', 'Ann', 120],
      header,
      [46_024, 'South', 'Bob', 340],
      [],
      ['Source: the shop’s export'],
    ]);
    expect(found.grid.cell(1, 2)).toBe('Bob');
    expect(asideOf(found)).toEqual(['repeatedHeader Data!A3', 'noteRow Data!A6']);
    expect(found.placeOf?.(1, 3)).toEqual({ sheet: 'Data', row: 3, column: 3 });
  });
});

describe('two header rows', () => {
  test('tell columns of one name apart by their group', async () => {
    const found = await table([
      ['Order', null, 'Invoice', null, null],
      ['Date', 'Number', 'Date', 'Number', 'Amount'],
      [46_023, 'A-1', 46_030, 'R-1', 120],
      [46_024, 'A-2', 46_031, 'R-2', 340],
    ]);
    expect(found.headers).toEqual([
      'Order Date',
      'Order Number',
      'Invoice Date',
      'Invoice Number',
      'Amount',
    ]);
  });
});

describe('periods across', () => {
  test('become rows, with the year of the title', async () => {
    const found = await table([
      ['Sales targets 2026'],
      [],
      ['Region', 'Jan', 'Feb', 'Mar', 'Total'],
      ['North', 100, 110, 120, 330],
      ['South', 200, null, 220, 420],
      ['Total', 300, 110, 340, 750],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Period', 'Target'],
      ['North', '2026-01', 100],
      ['North', '2026-02', 110],
      ['North', '2026-03', 120],
      ['South', '2026-01', 200],
      ['South', '2026-02', null],
      ['South', '2026-03', 220],
    ]);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A6']);
    expect(found.findings).toEqual([
      { code: 'blankAcross', at: 'Data!C5', found: '1', expected: 'figure' },
    ]);
    expect(found.placeOf?.(5, 2)).toEqual({ sheet: 'Data', row: 4, column: 3 });
    expect(found.placeOf?.(5, 1)).toEqual({ sheet: 'Data', row: 2, column: 3 });
  });

  test.each([
    ['English', ['Jan 2026', 'February 2026', 'Mar-26']],
    ['German', ['Januar 2026', 'Feb. 2026', 'März 2026']],
    ['French', ['janv. 2026', 'février 2026', 'mars 2026']],
    ['Spanish', ['enero 2026', 'febrero de 2026', 'mar 2026']],
    ['Portuguese', ['janeiro 2026', 'fevereiro de 2026', 'mar/2026']],
    ['Japanese', ['2026年1月', '2026年2月', '2026年3月']],
    ['digits', ['2026-01', '2026-02', '2026-03']],
    ['turned digits', ['01/2026', '02/2026', '03/2026']],
  ])('are known in %s', async (_, months) => {
    const found = await table([
      ['Region', ...months],
      ['North', 100, 110, 120],
    ]);
    expect(rowsOf(found).slice(1)).toEqual([
      ['North', '2026-01', 100],
      ['North', '2026-02', 110],
      ['North', '2026-03', 120],
    ]);
  });

  test.each([
    ['quarters', ['Q1 2026', 'Q2 2026'], ['2026-Q1', '2026-Q2']],
    ['quarters in German', ['1. Quartal 2026', '2. Quartal 2026'], ['2026-Q1', '2026-Q2']],
    ['years', [2025, 2026], ['2025', '2026']],
    [
      'days as serial numbers',
      [46_023, 46_054, 46_082],
      ['2026-01-01', '2026-02-01', '2026-03-01'],
    ],
    ['days as text', ['01.01.2026', '01.02.2026'], ['2026-01-01', '2026-02-01']],
  ])('may be %s', async (_, headers, labels) => {
    const found = await table([
      ['Region', ...headers],
      ['North', ...headers.map((__, index) => 100 + index)],
    ]);
    expect(rowsOf(found).slice(1)).toEqual(
      labels.map((label, index) => ['North', label, 100 + index]),
    );
  });

  test('without a year anywhere are asked about, and read with the year that is given', async () => {
    const rows = [
      ['Region', 'Q1', 'Q2'],
      ['North', 100, 110],
    ];
    expect(await read(rows)).toMatchObject({
      issues: [{ code: 'unclearYear', at: 'Data!B1', found: 'Q1' }],
    });
    expect(rowsOf(await table(rows, { year: 2026 })).map((row) => row[1])).toEqual([
      'Period',
      '2026-Q1',
      '2026-Q2',
    ]);
  });

  test('take their year from merged cells above', async () => {
    const found = await table([
      [null, 2026, null, 2027, null],
      ['Region', 'Q3', 'Q4', 'Q1', 'Q2'],
      ['North', 100, 110, 120, 130],
    ]);
    expect(rowsOf(found).map((row) => row[1])).toEqual([
      'Period',
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
      '2027-Q2',
    ]);
  });

  test('take their year from a column', async () => {
    const found = await table([
      ['Region', 'Year', 'Jan', 'Feb'],
      ['North', 2025, 100, 110],
      ['North', 2026, 120, 130],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Year', 'Period', 'Value'],
      ['North', 2025, '2025-01', 100],
      ['North', 2025, '2025-02', 110],
      ['North', 2026, '2026-01', 120],
      ['North', 2026, '2026-02', 130],
    ]);
  });

  test('of a business year belong to both its years', async () => {
    const found = await table([
      ['Targets 2026/27'],
      ['Region', 'Nov', 'Dec', 'Jan'],
      ['North', 100, 110, 120],
    ]);
    expect(rowsOf(found).map((row) => row[1])).toEqual(['Period', '2026-11', '2026-12', '2027-01']);
  });

  test('that span two years are asked about where the title tells one: the year of the first', async () => {
    const rows = [['Targets 2026'], ['Region', 'Nov', 'Dec', 'Jan'], ['North', 100, 110, 120]];
    expect(await read(rows)).toMatchObject({
      unclear: [{ question: 'periodYear', subject: 'Nov', candidates: ['2025', '2026'] }],
    });
    const found = await table(rows, { year: 2025 });
    expect(rowsOf(found).map((row) => row[1])).toEqual(['Period', '2025-11', '2025-12', '2026-01']);
  });

  test.each([
    [
      'in one cell each',
      [['Region', 'Jan 2026 Target', 'Jan 2026 Actual', 'Feb 2026 Target', 'Feb 2026 Actual']],
    ],
    [
      'below the period',
      [
        [null, 'Jan 2026', null, 'Feb 2026', null],
        ['Region', 'Target', 'Actual', 'Target', 'Actual'],
      ],
    ],
  ])('may have several measures, %s', async (_, headers) => {
    const found = await table([
      ...headers,
      ['North', 100, 90, 110, 115],
      ['South', 200, 210, 220, null],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Period', 'Target', 'Actual'],
      ['North', '2026-01', 100, 90],
      ['North', '2026-02', 110, 115],
      ['South', '2026-01', 200, 210],
      ['South', '2026-02', 220, null],
    ]);
  });

  test('may stand below their measures', async () => {
    const found = await table([
      [null, 'Target', null, 'Actual', null],
      ['Region', 'Jan 2026', 'Feb 2026', 'Jan 2026', 'Feb 2026'],
      ['North', 100, 110, 90, 115],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Period', 'Target', 'Actual'],
      ['North', '2026-01', 100, 90],
      ['North', '2026-02', 110, 115],
    ]);
  });

  test('are held against their total, which is not taken', async () => {
    const found = await table([
      ['Region', 'Jan 2026', 'Feb 2026', 'Total'],
      ['North', 100, 110, 210],
      ['South', 200, 220, 400],
    ]);
    expect(found.grid.rowCount).toBe(4);
    expect(found.findings).toEqual([
      { code: 'totalDisagrees', at: 'Data!D3', found: '400', expected: '420' },
    ]);
  });

  test('are held against a row of totals of which one or two figures are wrong', async () => {
    const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'].map((month) => `${month} 2026`);
    const row = (name: string, amount: number) => [
      name,
      ...months.map(() => amount),
      amount * months.length,
    ];
    const found = await table([
      ['Region', ...months, 'Total'],
      row('North', 100),
      row('South', 200),
      row('West', 300),
      // 100 + 200 + 300 = 600, in six months 3,600
      ['Grand Total', 600, 600, 600, 600, 600, 650, 3999],
    ]);
    expect(found.grid.rowCount).toBe(18);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A5']);
    expect(found.findings).toEqual([
      { code: 'totalDisagrees', at: 'Data!G5', found: '650', expected: '600' },
      { code: 'totalDisagrees', at: 'Data!H5', found: '3999', expected: '3600' },
    ]);
  });

  test('are not held against means that stand in a row of totals', async () => {
    const found = await table([
      ['Region', 'Jan 2026 Units', 'Jan 2026 Price', 'Feb 2026 Units', 'Feb 2026 Price'],
      ['North', 100, 9, 110, 10],
      ['South', 200, 12, 220, 14],
      ['Total', 300, 10.5, 330, 12],
    ]);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A4']);
    expect(found.findings).toEqual([]);
  });

  test('written as texts are held against their total by one decimal sign', async () => {
    const found = await table([
      ['Region', 'Jan 2026', 'Feb 2026', 'Total'],
      ['North', '1.100', '110,50', '1.210,50'],
      ['South', '1.200', '220,00', '1.400,00'],
    ]);
    expect(found.grid.rowCount).toBe(4);
    expect(found.findings).toEqual([
      { code: 'totalDisagrees', at: 'Data!D3', found: '1.400,00', expected: '1420' },
    ]);
  });

  test('leave quarters out that sum up their months', async () => {
    const found = await table([
      [
        'Region',
        'Jan 2026',
        'Feb 2026',
        'Mar 2026',
        'Q1 2026',
        'Apr 2026',
        'May 2026',
        'Jun 2026',
        'Q2 2026',
      ],
      ['North', 1, 2, 3, 6, 4, 5, 6, 15],
    ]);
    expect(found.grid.rowCount).toBe(6);
    expect(found.findings).toEqual([]);
  });

  test('that come twice with nothing to tell them apart are asked about', async () => {
    const rows = [
      ['Region', 'Jan', 'Feb', 'Jan', 'Feb'],
      ['North', 1, 2, 3, 4],
    ];
    expect(await read(rows, { year: 2026 })).toMatchObject({
      issues: [
        { code: 'duplicateHeader', at: 'Data!D1', found: 'Jan' },
        { code: 'duplicateHeader', at: 'Data!E1', found: 'Feb' },
      ],
    });
  });

  test('may have a column that names the measure of each row, below labels that stand once', async () => {
    const found = await table([
      ['Region', 'Measure', 'Jan 2026', 'Feb 2026'],
      ['North', 'Actual', 1, 2],
      [null, 'Budget', 3, 4],
      ['South', 'Actual', 5, 6],
      [null, 'Budget', 7, 8],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Region', 'Period', 'Actual', 'Budget'],
      ['North', '2026-01', 1, 3],
      ['North', '2026-02', 2, 4],
      ['South', '2026-01', 5, 7],
      ['South', '2026-02', 6, 8],
    ]);
    expect(found.findings).toMatchObject([{ code: 'filledDown', found: 'Region' }]);
  });

  test('are not seen in rows of data of a long table', async () => {
    const rows = [
      ['Created', 'Closed', 'Person', 'Amount'],
      ['Jan 2026', 'Feb 2026', 'Ann', 100],
      ['Feb 2026', 'Mar 2026', 'Bob', 110],
    ];
    expect(rowsOf(await table(rows))).toEqual(rows);
  });

  test('do not repeat a figure that belongs to none of them', async () => {
    const found = await table([
      ['Region', 'Quota', 'Jan 2026', 'Feb 2026', 'Comment'],
      ['North', 999, 100, 110, 'new'],
    ]);
    expect(found.headers).toEqual(['Region', 'Comment', 'Period', 'Value']);
    expect(found.findings).toEqual([
      { code: 'columnNotTaken', at: 'Data!B1', found: 'Quota', expected: '' },
    ]);
  });
});
