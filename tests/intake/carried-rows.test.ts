import type { CellValue } from '../../src/workbook';
import { asideOf, read, rowsOf, table } from './shape-tables';

/** 100 + 200 = 300 on the first page; 300 + 50 + 70 = 420 in all. */
const pages = (word: string): CellValue[][] => [
  ['Date', 'Region', 'Amount'],
  [46_027, 'North', 100],
  [46_031, 'North', 200],
  [null, word, 300],
  [null, word, 300],
  [46_055, 'South', 50],
  [46_056, 'South', 70],
  [null, 'Endsumme', 420],
];

describe('what a page carries over to the next', () => {
  test.each([
    ...['Übertrag', 'Uebertrag', 'Übertrag Seite 1', 'Carried forward', 'Brought forward', 'c/f'],
    ...[
      'Balance carried forward',
      'Report',
      'À reporter',
      'Suma y sigue',
      'Transporte',
      'Riporto',
      '繰越',
    ],
  ])('such as "%s" does not count, nor is it a part of the total below', async (word) => {
    const found = await table(pages(word));
    expect(rowsOf(found).slice(1)).toEqual([
      [46_027, 'North', 100],
      [46_031, 'North', 200],
      [46_055, 'South', 50],
      [46_056, 'South', 70],
    ]);
    expect(asideOf(found)).toEqual([4, 5, 8].map((row) => `subtotalRow Data!B${String(row)}`));
    expect(found.findings).toEqual([]);
  });

  test('does not count where it is wrong either, which is a finding', async () => {
    const rows = pages('Übertrag').map((row) =>
      row[1] === 'Übertrag' ? [null, 'Übertrag', 310] : row,
    );
    const found = await table(rows);
    expect(found.grid.rowCount).toBe(4);
    expect(found.findings).toEqual(
      [4, 5].map((row) => ({
        code: 'totalDisagrees',
        at: `Data!C${String(row)}`,
        found: '310',
        expected: '300',
      })),
    );
  });

  test('is asked about where its row is filled like the others and agrees with nothing', async () => {
    const rows: CellValue[][] = [
      ['Date', 'Region', 'Amount'],
      [46_027, 'North', 100],
      [46_028, 'Übertrag', 70],
      [46_031, 'South', 200],
    ];
    expect(await read(rows)).toMatchObject({ issues: [{ code: 'unclearTotal', at: 'Data!B3' }] });
  });

  test.each(['Report', 'Transporte'])('is not meant by a product called %s', async (name) => {
    const rows: CellValue[][] = [
      ['Date', 'Product', 'Amount'],
      [46_027, 'Book', 100],
      [46_028, name, 70],
      [46_031, 'Paper', 200],
    ];
    expect(rowsOf(await table(rows))).toEqual(rows);
    const across: CellValue[][] = [
      ['Product', 'Jan 2026', 'Feb 2026'],
      ['Book', 100, 90],
      [name, 70, 60],
    ];
    expect((await table(across)).grid.rowCount).toBe(4);
  });
});
