import { asideOf, read, rowsOf, table } from './shape-tables';

describe('rows that SAP marks with stars', () => {
  test('are totals where the star stands for a name, whether of several rows or of one', async () => {
    // 10 + 11 = 21, 20 + 21 = 41; C alone is 5 and 6; all together 26 and 47.
    const found = await table([
      ['Kunde', '2026-01', '2026-02'],
      ['A', 10, 20],
      ['B', 11, 21],
      ['*', 21, 41],
      ['C', 5, 6],
      ['*', 5, 6],
      ['**', 26, 47],
    ]);
    expect(rowsOf(found).slice(1)).toEqual([
      ['A', '2026-01', 10],
      ['A', '2026-02', 20],
      ['B', '2026-01', 11],
      ['B', '2026-02', 21],
      ['C', '2026-01', 5],
      ['C', '2026-02', 6],
    ]);
    expect(asideOf(found)).toEqual([
      'subtotalRow Data!A4',
      'subtotalRow Data!A6',
      'subtotalRow Data!A7',
    ]);
  });

  test('are totals where it stands for the day, or in a column of its own beside blank names', async () => {
    const starred = await table([
      ['Datum', 'Kunde', 'Währung', 'Umsatz'],
      ['05.01.2026', 100_001, 'EUR', 1234.5],
      ['06.01.2026', 100_002, 'EUR', -200],
      ['*', null, 'EUR', 1034.5],
      ['05.02.2026', 100_003, 'EUR', 500],
      ['*', null, 'EUR', 500],
      ['**', null, 'EUR', 1534.5],
    ]);
    expect(rowsOf(starred)).toHaveLength(1 + 3);
    const levels = await table([
      ['Ebene', 'Kunde', 'Datum', 'Umsatz'],
      [null, 'A', '05.01.2026', 10],
      [null, 'B', '05.01.2026', 20],
      ['*', null, null, 30],
      [null, 'C', '05.02.2026', 5],
      ['*', null, null, 5],
      ['**', null, null, 35],
    ]);
    expect(rowsOf(levels)).toHaveLength(1 + 3);
  });

  test('are rows like others where it stands beside names, even if sums agree', async () => {
    const found = await table([
      ['Date', 'Region', 'Key account', 'Amount'],
      ['2026-01-05', 'North', '*', 90],
      ['2026-01-09', 'South', null, 150],
      // 90 + 150
      ['2026-02-05', 'North', '*', 240],
      ['2026-02-09', 'South', null, 210],
    ]);
    expect(rowsOf(found)).toHaveLength(1 + 4);
    expect(asideOf(found)).toEqual([]);
  });

  test('are asked about where a filled row has it in place of one of two names and no sums agree', async () => {
    const rows = [
      ['Datum', 'Region', 'Umsatz'],
      ['2026-01-05', 'Nord', 90],
      ['2026-01-09', '*', 150],
      ['2026-01-19', 'Süd', 15],
    ];
    expect(await read(rows)).toMatchObject({
      unclear: [{ question: 'totalOrName', subject: '*' }],
    });
  });
});
