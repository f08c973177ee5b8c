import type { CellValue } from '../../src/workbook';
import type { RawTable } from '../../src/intake';
import { asideOf, read, rowsOf, table } from './shape-tables';

/** North 100 + 90 and South 50 + 45, which is 150 in January and 135 in February. */
const sales = (word: string): CellValue[][] => [
  ['Region', 'Jan 2026', 'Feb 2026'],
  ['North', 100, 90],
  ['South', 50, 45],
  [word, 150, 135],
];
const regionsAlone = [
  ['North', '2026-01', 100],
  ['North', '2026-02', 90],
  ['South', '2026-01', 50],
  ['South', '2026-02', 45],
];

describe('rows below the total of a table with periods across', () => {
  test.each([
    ['Total', [['Last year', 140, 130]]],
    [
      'Summe',
      [
        ['Vorjahr', 140, 130],
        ['Abweichung %', '7,1 %', '3,8 %'],
      ],
    ],
    [
      'Summe',
      [
        ['Ziel', 160, 150],
        ['Zielerreichung', 0.94, 0.9],
      ],
    ],
    ['Total', [[], ['Working days', 21, 20]]],
    ['Total Sales', [['Last year', 140, 130]]],
  ] as [string, CellValue[][]][])('called %s do not count: %j', async (word, below) => {
    const found = await table([...sales(word), ...below]);
    expect(
      rowsOf(found)
        .slice(1)
        .map((row) => row.slice(0, 3)),
    ).toEqual(regionsAlone);
    const told = below.flatMap((row, at) =>
      row.length > 0 ? [`belowTotal Data!A${String(5 + at)}`] : [],
    );
    expect(asideOf(found).filter((one) => one.startsWith('belowTotal'))).toEqual(told);
    expect((found.setAside ?? []).find(({ code }) => code === 'belowTotal')?.found).toBe(
      below.find((row) => row.length > 0)?.[0],
    );
  });

  test('do not count either where the total is wrong', async () => {
    const found = await table([
      ...sales('Total').slice(0, 3),
      ['Total', 155, 140],
      ['Last year', 140, 130],
    ]);
    expect(found.grid.rowCount).toBe(4);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A4', 'belowTotal Data!A5']);
  });

  test('count where a person says so, by their text', async () => {
    const rows = [...sales('Total'), ['Online', 7, 8], ['Last year', 140, 130]];
    const found = await table(rows, { totals: { Online: 'name' } });
    expect(rowsOf(found).slice(5)).toEqual([
      ['Online', '2026-01', 7],
      ['Online', '2026-02', 8],
    ]);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A4', 'belowTotal Data!A6']);
  });

  test('count where the total is of a first part, and another part with its total follows', async () => {
    const found = await table([
      ...sales('Total'),
      ['East', 10, 20],
      ['West', 90, 100],
      ['Total', 100, 120],
    ]);
    // Four regions in two months.
    expect(found.grid.rowCount).toBe(8);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A4', 'subtotalRow Data!A7']);
  });

  test.each(['Subtotal', 'Zwischensumme'])('count where it is a %s', async (word) => {
    const found = await table([...sales(word), ['East', 10, 20]]);
    expect(found.grid.rowCount).toBe(6);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A4']);
  });

  test('count where the total stands above the rows that it sums up', async () => {
    const [header = [], ...regions] = sales('Total');
    const total = regions.pop() ?? [];
    const found = await table([header, total, ...regions]);
    expect(found.grid.rowCount).toBe(4);
    expect(asideOf(found)).toEqual(['subtotalRow Data!A2']);
  });

  test('count where they have the names of rows above it, as another part has', async () => {
    const found = await table([...sales('Total'), ['North', 10, 20], ['South', 30, 40]]);
    expect(found.grid.rowCount).toBe(8);
  });
});

test('a row below a total counts in a table of a row each, where date and names are filled', async () => {
  const found = await table([
    ['Date', 'Region', 'Amount'],
    [46_023, 'North', 100],
    [46_024, 'South', 50],
    [null, 'Total', 150],
    [46_025, 'North', 30],
  ]);
  expect(rowsOf(found).slice(3)).toEqual([[46_025, 'North', 30]]);
  expect(asideOf(found)).toEqual(['subtotalRow Data!B4']);
});

describe('rows of something else among names, with periods across', () => {
  const header: CellValue[] = ['Region', 'Jan 2026', 'Feb 2026'];
  const regions: CellValue[][] = [
    ['North', 1110, 1207],
    ['South', 2111, 2213],
  ];
  // 1110 + 1207 + 2111 + 2213
  const all = 6641;
  const sum = (found: RawTable) =>
    rowsOf(found)
      .slice(1)
      .reduce((total, row) => total + Number(row[2]), 0);

  test.each([
    ...['Prior year', 'Last Year 2025', 'Vorjahr', 'YTD', 'Cumulative', 'Average', 'Variance'],
    ...['Growth %', 'Working days', 'Arbeitstage', 'FX rate', 'Moyenne', '前年', '平均'],
  ])('called "%s" do not count, without a total as well', async (word) => {
    const row: CellValue[] = [word, 3000, 3100];
    for (const rows of [
      [...regions, row],
      [row, ...regions],
      [...regions, [], row],
    ]) {
      const found = await table([header, ...rows]);
      expect(sum(found)).toBe(all);
      const at = `Data!A${String(rows.indexOf(row) + 2)}`;
      expect(asideOf(found)).toContain(`belowTotal ${at}`);
    }
    const kept = await table([header, ...regions, row], { totals: { [word]: 'name' } });
    expect(sum(kept)).toBe(all + 6100);
  });

  describe('in each group of a table with two names', () => {
    const grouped = (word: string): CellValue[][] => [
      ['Region', 'Product', 'Jan 2026', 'Feb 2026'],
      ['North', 'Pens', 100, 110],
      ['North', 'Ink', 50, 55],
      ['North', word, 90, 95],
      ['South', 'Pens', 200, 210],
      ['South', 'Cups', 70, 77],
      ['South', word, 190, 195],
    ];
    // 100 + 110 + 50 + 55 in the North, 200 + 210 + 70 + 77 in the South.
    const sold = 872;
    const sumOf = (found: RawTable) =>
      rowsOf(found)
        .slice(1)
        .reduce((total, row) => total + Number(row[3]), 0);

    test.each(['Vorjahr', 'Average', 'Ø', 'Median', 'Δ', 'N-1'])(
      'called "%s" do not count',
      async (word) => {
        const found = await table(grouped(word));
        expect(sumOf(found)).toBe(sold);
        expect(asideOf(found)).toEqual(['belowTotal Data!A4', 'belowTotal Data!A7']);
      },
    );

    test.each(['PY', 'LY', 'VJ', 'Delta', 'Check', 'Units', 'Stück', 'Headcount', 'Forecast'])(
      'called "%s" are asked about where they come last in each',
      async (word) => {
        expect(await read(grouped(word))).toMatchObject({
          unclear: [{ question: 'totalOrName', subject: word }],
        });
        expect(sumOf(await table(grouped(word), { totals: { [word]: 'total' } }))).toBe(sold);
        // 90 + 95 + 190 + 195 more.
        expect(sumOf(await table(grouped(word), { totals: { [word]: 'name' } }))).toBe(sold + 570);
      },
    );

    test.each(['PY', 'LY', 'VJ'])(
      'called "%s" are asked about wherever they stand',
      async (word) => {
        // Below the first name of each region, and first in each.
        for (const order of [
          [0, 1, 3, 2, 4, 6, 5],
          [0, 3, 1, 2, 6, 4, 5],
        ]) {
          const rows = order.map((row) => grouped(word)[row] ?? []);
          expect(await read(rows)).toMatchObject({
            unclear: [{ question: 'totalOrName', subject: word }],
          });
          expect(sumOf(await table(rows, { totals: { [word]: 'total' } }))).toBe(sold);
        }
      },
    );

    test('called "Units" are asked about where they stand below each of single names', async () => {
      const rows = [
        ['Region', '2026-01', '2026-02'],
        ...['North', 'South', 'East'].flatMap((name) => [
          [name, 100, 110],
          ['Units', 4, 5],
        ]),
        ['West', 100, 120],
      ];
      expect(await read(rows)).toMatchObject({
        unclear: [{ question: 'totalOrName', subject: 'Units' }],
      });
    });

    test('called "PY" are a country beside other codes, and "Delta" among others a customer', async () => {
      const codes = grouped('PY').map((row) =>
        row.map((cell) => (cell === 'Pens' ? 'BR' : cell === 'Ink' ? 'AR' : cell)),
      );
      expect(sumOf(await table(codes))).toBe(sold + 570);
      // By product: Cups, Delta, Delta, Ink, Pens.
      const byProduct = [0, 5, 3, 6, 2, 1, 4].map((row) => grouped('Delta')[row] ?? []);
      expect(sumOf(await table(byProduct))).toBe(sold + 570);
    });
  });

  test.each(['Forecast', 'Stretch target', 'Actual 2025', 'Plan'])(
    'called "%s" are asked about where they come first or last',
    async (word) => {
      const row: CellValue[] = [word, 3000, 3100];
      for (const rows of [
        [...regions, row],
        [row, ...regions],
      ]) {
        expect(await read([header, ...rows])).toMatchObject({
          unclear: [{ question: 'totalOrName', subject: word }],
        });
      }
      expect(sum(await table([header, ...regions, row], { totals: { [word]: 'total' } }))).toBe(
        all,
      );
      const [north = [], south = []] = regions;
      expect(sum(await table([header, north, row, south]))).toBe(all + 6100);
    },
  );

  test.each([
    ['customers', ['Lastwagen AG', 'Growth Partners', 'Delta', 'Average Joe', 'Kursaal']],
    ['countries', ['AR', 'BR', 'PY']],
    ['channels', ['Online', 'Media', 'Real', 'Store']],
  ])('are none where they are %s', async (_, names) => {
    const found = await table([header, ...names.map((name, at) => [name, 10 + at * at, 7 * at])]);
    expect(found.grid.rowCount).toBe(names.length * 2);
    expect(asideOf(found)).toEqual([]);
  });
});
