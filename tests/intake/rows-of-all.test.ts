import type { CellValue } from '../../src/workbook';
import { asideOf, read, rowsOf, table } from './shape-tables';

/** North 1000 + South 800 = 1800 in January, 900 + 850 = 1750 in February. */
const byMonth = (word: string, january = 1800, february = 1750): CellValue[][] => [
  ['Month', 'Region', 'Target'],
  ['2026-01', 'North', 1000],
  ['2026-01', 'South', 800],
  ['2026-01', word, january],
  ['2026-02', 'North', 900],
  ['2026-02', 'South', 850],
  ['2026-02', word, february],
];

describe('a row whose word means all', () => {
  test.each([
    ...[
      'All',
      'ALL',
      '(All)',
      'All regions',
      'Alle',
      'Alle Regionen',
      'Tous',
      'Toutes les régions',
    ],
    ...['Todos', 'Todas las regiones', 'Tutti', '全体', 'World', 'Weltweit', 'Gesamtumsatz'],
    ...['Gesamtabsatz', 'Total sales', 'Total revenue', 'Umsatz gesamt'],
  ])('such as "%s" is a total where it is the sum of the others of its period', async (word) => {
    const found = await table(byMonth(word));
    expect(rowsOf(found).slice(1)).toEqual(
      byMonth(word).filter((row) => row[1] === 'North' || row[1] === 'South'),
    );
    expect(asideOf(found)).toEqual(['subtotalRow Data!B4', 'subtotalRow Data!B7']);
    expect((found.setAside ?? []).map((one) => one.found)).toEqual([word, word]);
  });

  test('is asked about once where it is no sum of the others, and read as the answer says', async () => {
    // Stretched: 2000 instead of 1800, 1900 instead of 1750.
    const rows = byMonth('All', 2000, 1900);
    expect(await read(rows)).toMatchObject({
      issues: [{ code: 'unclearTotal', at: 'Data!B4', found: 'All' }],
      unclear: [{ question: 'totalOrName', subject: 'All', candidates: ['total', 'name'] }],
    });
    expect((await table(rows, { totals: { All: 'total' } })).grid.rowCount).toBe(4);
    expect((await table(rows, { totals: { All: 'name' } })).grid.rowCount).toBe(6);
  });

  test('called Total sales is asked about where periods stand across and the sums disagree', async () => {
    const found = await read([
      ['Region', 'Jan 2026', 'Feb 2026'],
      ['North', 100, 90],
      ['South', 50, 45],
      ['Total sales', 170, 160],
    ]);
    expect(found).toMatchObject({ issues: [{ code: 'unclearTotal', at: 'Data!A4' }] });
  });

  test('is data where its column says nothing else', async () => {
    const rows = [
      ['Month', 'Region', 'Target'],
      ['2026-01', 'All', 1000],
      ['2026-02', 'All', 900],
    ];
    expect(rowsOf(await table(rows))).toEqual(rows);
    const mixed = [
      ['Month', 'Region', 'Product', 'Target'],
      ['2026-01', 'North', 'All', 1000],
      ['2026-01', 'South', 'All', 800],
      ['2026-02', 'North', 'All', 900],
    ];
    expect(rowsOf(await table(mixed))).toEqual(mixed);
  });

  test.each([
    'All Nippon Airways',
    'Allianz',
    'Alle 7',
    'Allen',
    'Alle übrigen',
    'Todoist',
    'Weltbild',
  ])('is not meant by the name "%s"', async (name) => {
    const rows = byMonth(name, 2000, 1900);
    expect(rowsOf(await table(rows))).toEqual(rows);
  });
});

describe('a row that is part of the one above it', () => {
  test.each([
    'of which online',
    'davon online',
    '  davon Online',
    'Darunter: Online',
    'dont en ligne',
    'di cui online',
  ])('such as "%s" is never added', async (label) => {
    const found = await table([
      ['Customer', 'Jan 2026', 'Feb 2026'],
      ['Meyer', 60, 50],
      [label, 10, 10],
      ['Others', 40, 40],
      ['Total', 100, 90],
    ]);
    expect(rowsOf(found).slice(1)).toEqual([
      ['Meyer', '2026-01', 60],
      ['Meyer', '2026-02', 50],
      ['Others', '2026-01', 40],
      ['Others', '2026-02', 40],
    ]);
    expect(asideOf(found)).toEqual(['partRow Data!A3', 'subtotalRow Data!A5']);
    expect(found.findings).toEqual([]);
  });

  test('may have further parts below it', async () => {
    const found = await table([
      ['Customer', 'Jan 2026', 'Feb 2026'],
      ['Meyer', 60, 50],
      ['of which online', 10, 10],
      ['of which in shops', 50, 40],
    ]);
    expect(asideOf(found)).toEqual(['partRow Data!A3', 'partRow Data!A4']);
  });

  test.each([
    ['of which online', 70, 50],
    ['Davon Smith', 10, 10],
  ])(
    'is asked about where it is the larger, or begins as a name does: %s %d',
    async (label, jan, feb) => {
      const rows: CellValue[][] = [
        ['Customer', 'Jan 2026', 'Feb 2026'],
        ['Meyer', 60, 50],
        [label, jan, feb],
        ['Others', 40, 40],
      ];
      expect(await read(rows)).toMatchObject({
        issues: [{ code: 'unclearTotal', at: 'Data!A3', found: label }],
      });
      const named = await table(rows, { totals: { [label]: 'name' } });
      expect(named.grid.rowCount).toBe(6);
    },
  );
});
