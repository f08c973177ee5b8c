import { asideOf, rowsOf, table } from './shape-tables';

describe('a pivot table in outline form', () => {
  test('counts its parts alone, each with the name of its group', async () => {
    const found = await table([
      ['Region', 'Product', 'Jan 2026', 'Feb 2026'],
      ['North', null, 15, 25],
      [null, 'A', 10, 20],
      [null, 'B', 5, 5],
      ['South', null, 4, 6],
      [null, 'A', 1, 2],
      [null, 'B', 3, 4],
      ['Grand Total', null, 19, 31],
    ]);
    // 10 + 20 + 5 + 5 + 1 + 2 + 3 + 4 = 50
    expect(rowsOf(found).slice(1)).toEqual([
      ['North', 'A', '2026-01', 10],
      ['North', 'A', '2026-02', 20],
      ['North', 'B', '2026-01', 5],
      ['North', 'B', '2026-02', 5],
      ['South', 'A', '2026-01', 1],
      ['South', 'A', '2026-02', 2],
      ['South', 'B', '2026-01', 3],
      ['South', 'B', '2026-02', 4],
    ]);
    expect(asideOf(found)).toEqual(['groupRow Data!A2', 'groupRow Data!A5', 'subtotalRow Data!A8']);
    expect(found.findings).toEqual([
      { code: 'filledDown', at: 'Data!A2', found: 'Region', expected: '' },
    ]);
  });

  test('may have groups within groups whose names come again, and dates down', async () => {
    const found = await table([
      ['Region', 'Product', 'Date', 'Amount'],
      ['North', null, null, 60],
      [null, 'A', null, 30],
      [null, null, 46_023, 10],
      [null, null, 46_024, 20],
      [null, 'B', null, 30],
      [null, null, 46_023, 30],
      ['South', null, null, 40],
      [null, 'A', null, 40],
      [null, null, 46_025, 15],
      [null, null, 46_026, 25],
    ]);
    expect(rowsOf(found).slice(1)).toEqual([
      ['North', 'A', 46_023, 10],
      ['North', 'A', 46_024, 20],
      ['North', 'B', 46_023, 30],
      ['South', 'A', 46_025, 15],
      ['South', 'A', 46_026, 25],
    ]);
    expect(asideOf(found)).toEqual(
      [2, 3, 6, 8, 9].map(
        (row) => `groupRow Data!${[3, 6, 9].includes(row) ? 'B' : 'A'}${String(row)}`,
      ),
    );
  });

  test('may repeat the name of the group beside each part', async () => {
    const found = await table([
      ['Region', 'Product', 'Jan 2026', 'Feb 2026'],
      ['North', null, 150, 250],
      ['North', 'A', 100, 200],
      ['North', 'B', 50, 50],
    ]);
    expect(found.grid.rowCount).toBe(4);
    expect(asideOf(found)).toEqual(['groupRow Data!A2']);
  });

  test('names a group that disagrees with its parts, and counts the parts', async () => {
    const found = await table([
      ['Region', 'Product', 'Jan 2026', 'Feb 2026'],
      ['North', null, 15, 25],
      [null, 'A', 10, 20],
      [null, 'B', 5, 5],
      ['South', null, 4, 6],
      [null, 'A', 1, 2],
      [null, 'B', 3, 4],
      ['West', null, 9, 9],
      [null, 'A', 4, 4],
      [null, 'B', 4, 5],
    ]);
    expect(found.grid.rowCount).toBe(12);
    expect(found.findings).toContainEqual({
      code: 'totalDisagrees',
      at: 'Data!C8',
      found: '9',
      expected: '8',
    });
  });

  test('is none where the first rows agree with no rows below them', async () => {
    const found = await table([
      ['Region', 'Product', 'Jan 2026', 'Feb 2026'],
      ['North', null, 7, 8],
      [null, 'A', 10, 20],
      [null, 'B', 5, 5],
    ]);
    expect(found.grid.rowCount).toBe(6);
    expect(asideOf(found)).toEqual([]);
  });
});
