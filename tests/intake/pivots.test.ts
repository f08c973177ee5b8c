import type { Rows } from './raw-tables';
import { asideOf, rowsOf, table } from './shape-tables';

/** Regions and their people, the label of each region once, and a total below its people. */
const pivot = (...above: Rows): Rows => [
  ...above,
  ['Region', 'Rep', 'Jan', 'Feb', 'Grand Total'],
  ['North', 'Ann', 10, 20, 30],
  [null, 'Bob', 5, 7, 12],
  ['North Total', null, 15, 27, 42],
  ['South', 'Cid', 1, 2, 3],
  ['South Total', null, 1, 2, 3],
  ['East', 'Dan', 4, 3, 7],
  ['East Total', null, 4, 3, 7],
  ['Grand Total', null, 20, 32, 52],
];

describe('a pivot table in tabular form', () => {
  test.each(['Month', 'Monat', 'Mois', 'Date', 'Months (Day)'])(
    'has the name of its periods above them, such as "%s", which is no measure',
    async (name) => {
      const found = await table(pivot(['Sum of Sales', null, name, null, null]), { year: 2026 });
      expect(found.headers).toEqual(['Region', 'Rep', 'Period', 'Value']);
      // Of four people each with two months.
      expect(found.grid.rowCount).toBe(8);
    },
  );

  test('has years above quarters, and the word for years above those', async () => {
    const found = await table([
      ['Sum of Sales', 'Years', null, null],
      [null, 2025, 2026, null],
      ['Region', 'Q4', 'Q1', 'Q2'],
      ['North', 10, 20, 30],
      ['South', 11, 21, 31],
    ]);
    expect(rowsOf(found).slice(0, 4)).toEqual([
      ['Region', 'Period', 'Value'],
      ['North', '2025-Q4', 10],
      ['North', '2026-Q1', 20],
      ['North', '2026-Q2', 30],
    ]);
  });

  test('has people below the label of their region, though most labels have one row', async () => {
    const found = await table(pivot(), { year: 2026 });
    // Bob's 5 and 7 belong to "North Total", which is 15 and 27.
    expect(rowsOf(found).filter(([, rep]) => rep === 'Bob')).toEqual([
      ['North', 'Bob', '2026-01', 5],
      ['North', 'Bob', '2026-02', 7],
    ]);
    expect(asideOf(found)).toHaveLength(4);
  });

  test('leaves a blank label blank where the total below bears another name', async () => {
    const found = await table(
      [
        ['Region', 'Rep', 'Jan', 'Feb'],
        ['North', 'Ann', 10, 20],
        ['South', 'Cid', 100, 210],
        [null, 'Bob', 5, 7],
        ['Total', null, 115, 237],
      ],
      { year: 2026 },
    );
    expect(rowsOf(found).filter(([, rep]) => rep === 'Bob')).toEqual([
      [null, 'Bob', '2026-01', 5],
      [null, 'Bob', '2026-02', 7],
    ]);
  });
});
