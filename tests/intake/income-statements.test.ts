import { rowsOf, table } from './shape-tables';

describe('the lines of an income statement, with periods across', () => {
  test('are measures of the period, so that sales and costs are not added up', async () => {
    const found = await table([
      ['', 'Jan 2026', 'Feb 2026'],
      ['Revenue', 100, 200],
      ['COGS', -40, -80],
      ['Gross profit', 60, 120],
      ['Marketing', -10, -20],
      ['Net income', 50, 100],
    ]);
    expect(rowsOf(found)).toEqual([
      ['Period', 'Revenue', 'COGS', 'Gross profit', 'Marketing', 'Net income'],
      ['2026-01', 100, -40, 60, -10, 50],
      ['2026-02', 200, -80, 120, -20, 100],
    ]);
  });

  test('may stand beside a region, and be many', async () => {
    const lines = ['Umsatz', 'Wareneinsatz', ...Array.from('ABCDEFGH', (one) => `Konto ${one}`)];
    const found = await table([
      ['Region', 'Position', '2026-01', '2026-02'],
      ...['Nord', 'Süd'].flatMap((region) =>
        lines.map((line, at) => [region, line, at + 1, at + 2]),
      ),
    ]);
    expect(found.headers).toEqual(['Region', 'Period', ...lines]);
    expect(found.grid.rowCount).toBe(4);
  });

  test('are none where no line is of sales, or none of costs', async () => {
    for (const lines of [
      ['Sales', 'Marketing', 'Finance'],
      ['North', 'Cost centre', 'South'],
    ]) {
      const found = await table([
        ['Department', 'Jan 2026', 'Feb 2026'],
        ...lines.map((line, at) => [line, at + 10, at + 20]),
      ]);
      expect([found.headers[0], found.headers[1], found.grid.rowCount]).toEqual([
        'Department',
        'Period',
        6,
      ]);
    }
  });
});
