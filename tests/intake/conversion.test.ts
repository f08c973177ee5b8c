import { fc } from '../properties';
import {
  columnIssues,
  convert,
  duplicateTargets,
  findGrain,
  judge,
  nearlySameNames,
  tableRowOf,
  type Column,
  type SourceTable,
} from '../../src/intake';
import { findTextNumber } from '../../src/intake/texts/text-numbers';
import { exactSum } from '../../src/sales';
import { isError, type CellContent } from '../../src/workbook';
import {
  amountsIn,
  columnOf,
  convertedOf,
  readFirst,
  tableOf,
  workbookWith,
  type Rows,
} from './raw-tables';

const error = (code: '#N/A' | '#DIV/0!') => ({ error: code });

describe('a row that cannot be read', () => {
  test('is set aside, and named with its cell and reason', async () => {
    const { counts, issues, dataset } = await convertedOf([
      ['Date', 'Person', 'Amount'],
      [46_023, 'Ann', 10],
      [null, 'Bob', 11],
      [46_024, 'Bob', null],
      [46_025, 'Bob', error('#N/A')],
      [error('#DIV/0!'), 'Bob', 12],
      ['soon', 'Bob', 13],
      [46_026, 'Bob', 'much'],
      [null, ' ', null],
      [46_027, 'Ann', 14],
      [46_028, 'Ann', 15],
      [46_029, 'Ann', 16],
    ]);
    expect(counts).toEqual({ rows: 11, used: 4, setAside: 7 });
    expect(dataset.rows).toBe(4);
    expect(issues.map(({ code, at, found }) => [code, at, found])).toEqual([
      ['blankDate', 'Data!A3', '(blank)'],
      ['blankAmount', 'Data!C4', '(blank)'],
      ['errorCell', 'Data!C5', '#N/A'],
      ['errorCell', 'Data!A6', '#DIV/0!'],
      ['notADate', 'Data!A7', 'soon'],
      ['notANumber', 'Data!C8', 'much'],
      ['blankRow', 'Data!A9', '(blank)'],
    ]);
  });

  test('is counted beyond the first hundred of a kind', async () => {
    const bad = Array.from({ length: 150 }, () => [46_023, null]);
    const good = Array.from({ length: 10 }, () => [46_023, 5]);
    const { counts, issues } = await convertedOf([['Date', 'Amount'], ...good, ...bad]);
    expect(counts.setAside).toBe(150);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)).toMatchObject({ code: 'moreOfTheSame', found: '50' });
  });
});

test('an error in a key is named, and its row stays as unassigned', async () => {
  const { dataset, issues } = await convertedOf(
    [
      ['Date', 'Person', 'Amount'],
      [46_023, 'Ann', 10],
      [46_024, error('#N/A'), 11],
      [46_025, null, 12],
    ],
    ['Person'],
  );
  const person = dataset.dimensions.get('Person');
  expect([...(person?.codes ?? [])].map((code) => person?.values[code])).toEqual(['Ann', '', '']);
  expect(issues).toMatchObject([{ code: 'errorCell', at: 'Data!B3', found: '#N/A' }]);
});

test('a return lowers the sum', async () => {
  const read = await convertedOf([
    ['Date', 'Amount'],
    [46_023, 10.1],
    [46_024, -0.2],
  ]);
  expect(exactSum(amountsIn(read))).toBe(9.9);
});

describe('amounts of several currencies', () => {
  test('are refused by the currency column', async () => {
    const { wrong } = await convertedOf([
      ['Date', 'Amount', 'Currency'],
      [46_023, 10, 'EUR'],
      [46_024, 11, 'eur'],
      [46_025, 12, null],
      [46_026, 13, 'USD'],
    ]);
    expect(wrong).toEqual([
      { code: 'mixedCurrencies', at: 'Data!C5', found: 'USD', expected: 'EUR' },
    ]);
  });

  test('are named all, each with a cell, where there are more than two', async () => {
    const { wrong } = await convertedOf([
      ['Date', 'Amount', 'Currency'],
      [46_023, 10, 'EUR'],
      [46_024, 11, 'USD'],
      [46_025, 12, 'CHF'],
      [46_026, 13, 'USD'],
      [46_027, 14, 'GBP'],
    ]);
    const expected = 'EUR, CHF (Data!C4), GBP (Data!C6)';
    expect(wrong).toEqual([{ code: 'mixedCurrencies', at: 'Data!C3', found: 'USD', expected }]);
  });

  test('are not refused for a row that is set aside, and the first row that counts is named', async () => {
    const rows = [
      ['Date', 'Amount', 'Currency'],
      [46_023, 10, 'EUR'],
      [null, 11, 'USD'],
      [46_025, null, 'USD'],
      [46_026, 'n/a', 'USD'],
    ];
    expect((await convertedOf(rows)).wrong).toEqual([]);
    const { wrong } = await convertedOf([...rows, [46_027, 12, 'USD']]);
    expect(wrong).toEqual([
      { code: 'mixedCurrencies', at: 'Data!C6', found: 'USD', expected: 'EUR' },
    ]);
  });

  test('are not refused for a sign in a row that is set aside beside a column of another', async () => {
    const { wrong } = await convertedOf([
      ['Date', 'Amount', 'Currency'],
      [46_023, 10, 'EUR'],
      [null, '$ 11', null],
    ]);
    expect(wrong).toEqual([]);
  });

  test('are refused by the signs written with them', async () => {
    const { wrong } = await convertedOf([
      ['Date', 'Amount'],
      [46_023, '€ 10.50'],
      [46_024, '$ 11.50'],
    ]);
    expect(wrong).toEqual([{ code: 'mixedCurrencies', at: 'Data!B3', found: '$', expected: '€' }]);
  });
});

describe('targets', () => {
  const quotas: Rows = [
    ['Person', 'Month', 'Target', 'Version'],
    ['Ann', '2026-01', 10, 'original'],
    ['Bob', '2026-01', 11, 'original'],
    ['Ann', '2026-01', 12, 'original'],
  ];

  function read(table: SourceTable, keys: readonly Column[], when = 'Month') {
    const [date, amount] = [columnOf(table, when), columnOf(table, 'Target')];
    const choice = { date, amount, dimensions: new Map<string, Column>() };
    const converted = convert(table, choice);
    return {
      duplicates: duplicateTargets(table, converted, keys, amount),
      wrong: columnIssues(table, choice),
      grain: findGrain(table, converted.dataset.dates, date),
    };
  }

  test('that stand twice are named with both cells', async () => {
    const table = await tableOf(quotas);
    expect(read(table, [columnOf(table, 'Person')]).duplicates).toEqual([
      { code: 'duplicateTarget', at: 'Data!C4', found: 'Ann, 2026-01-01', expected: 'Data!C2' },
    ]);
  });

  test('of several versions are refused', async () => {
    const table = await tableOf([...quotas, ['Cid', '2026-02', 13, 'revised']]);
    expect(read(table, [columnOf(table, 'Person')]).wrong).toEqual([
      { code: 'severalVersions', at: 'Data!D5', found: 'revised', expected: 'original' },
    ]);
  });

  test.each([
    [['2026-01', '2026-02'], 'month'],
    [['2026-Q1', '2026-Q2'], 'quarter'],
    [['2026-01-01', '2026-04-01', '2026-10-01'], 'quarter'],
    [['2025-01-01', '2026-01-01'], 'year'],
    [['2026-01-01', '2026-02-01', '2026-04-01'], 'month'],
    [['2026-Q1'], 'quarter'],
    [['2026-01-05', '2026-01-12', '2026-01-19'], 'month'],
    [['2026-01-05', '2026-01-05'], undefined],
  ])('dated %j are set by %s', async (dates, grain) => {
    const table = await tableOf([
      ['Start', 'Target'],
      ...dates.map((date, index): CellContent[] => [date, 10 + index]),
    ]);
    expect(read(table, [], 'Start').grain).toBe(grain);
  });
});

test('names that differ in case, accents or spaces alone are pointed at, not merged', async () => {
  const sales = await tableOf([
    ['Date', 'Person', 'Amount'],
    [46_023, 'José Núñez', 10],
    [46_024, 'Ann Lee', 11],
  ]);
  const targets = await tableOf([
    ['Person', 'Month', 'Target'],
    ['Jose Nunez', '2026-01', 10],
    ['Ann Lee', '2026-01', 11],
    ['Bob Ray', '2026-01', 12],
  ]);
  expect(
    nearlySameNames(sales, columnOf(sales, 'Person'), targets, columnOf(targets, 'Person')),
  ).toEqual([
    { code: 'nearlySameNames', at: 'Data!A2', found: 'Jose Nunez', expected: 'José Núñez' },
  ]);
});

test('spellings of the sales beside the one that has the target are told, each at its first cell', async () => {
  const sales = await tableOf([
    ['Date', 'Region', 'Amount'],
    [46_023, 'North', 10],
    [46_024, 'North ', 11],
    [46_025, 'NORTH', 12],
    [46_026, 'South', 13],
  ]);
  const targets = await tableOf([
    ['Region', 'Month', 'Target'],
    ['North', '2026-01', 10],
    ['South', '2026-01', 11],
  ]);
  expect(
    nearlySameNames(sales, columnOf(sales, 'Region'), targets, columnOf(targets, 'Region')),
  ).toEqual([
    { code: 'alsoSpelled', at: 'Data!B3', found: 'North ', expected: 'North' },
    { code: 'alsoSpelled', at: 'Data!B4', found: 'NORTH', expected: 'North' },
  ]);
});

describe('a dirty table', () => {
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 40_000, max: 46_000 }) },
    { weight: 4, arbitrary: fc.integer({ min: -1e7, max: 1e7 }).map((units) => units / 100) },
    fc.constant(null),
    fc.constant(''),
    fc.constant(true),
    fc.constantFrom('#N/A' as const, '#DIV/0!' as const).map(error),
    fc.constantFrom(
      '2026-02-13',
      '13/2/2026',
      '2/13/2026',
      '2026-Q1',
      'soon',
      '1,234.50',
      '(7)',
      '€ 5',
    ),
    fc.string({ maxLength: 12 }),
    fc.constantFrom(Number.MAX_VALUE, -0, 1 / 3, 1e15),
  );
  const row = fc.array(cell, { minLength: 0, maxLength: 4 });

  test('loses no row, adds up to its readable amounts, and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const raw = await readFirst(
          workbookWith({
            Data: [['Date', 'Amount', 'Person', 'Note'], ...rows, [46_023, 17, 'Ann', 'last']],
          }),
        );
        if ('issues' in raw) {
          // What looks like a second table is asked about.
          expect(raw.issues.map(({ code }) => code)).toEqual(['severalTables']);
          return;
        }
        const table = judge(raw);
        const [date, amount] = [columnOf(table, 'Date'), columnOf(table, 'Amount')];
        const choice = {
          date,
          amount,
          dimensions: new Map([['Person', columnOf(table, 'Person')]]),
        };
        const wrong = columnIssues(table, choice);
        const read = convert(table, choice);
        const { rows: all, used, setAside } = read.counts;
        expect(all).toBe(table.raw.grid.rowCount + (table.raw.setAside?.length ?? 0));
        expect(used + setAside).toBe(all);
        expect(read.dataset.rows).toBe(used);
        expect(read.tableRows?.length ?? used).toBe(used);
        for (const issue of [...wrong, ...read.issues])
          expect(issue.at).toMatch(/^Data!D?[A-D]\d+$/);
        const sign = amount.decimalSign.kind === 'found' ? amount.decimalSign.sign : '.';
        const expected = Array.from({ length: used }, (_, row) => {
          const raw = table.raw.grid.cell(tableRowOf(read, row), amount.index);
          if (typeof raw === 'string') return findTextNumber(raw, sign) ?? NaN;
          return isError(raw) ? NaN : Number(raw);
        });
        expect(exactSum(amountsIn(read))).toBe(exactSum(expected));
      }),
      {
        numRuns: 200,
        // Dates in a row of data are no header of periods, whatever stands above and below them.
        examples: [
          [[[40_000, 40_000], [true, '2026-02-13', '2026-02-13'], []]],
          [
            [
              [40_000, 40_000],
              [true, '2026-02-13', '2026-03-13'],
            ],
          ],
        ],
      },
    );
  });
});
