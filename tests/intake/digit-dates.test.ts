import { findDateColumn, findGrain, judgeWholly } from '../../src/intake';
import { isoOf } from '../../src/sales';
import { convertedOf, get, tableOf, type Rows } from './raw-tables';

const rowsOf = (header: string, cells: readonly (string | number)[]): Rows => [
  [header, 'Sales'],
  ...cells.map((cell, row) => [cell, 10 + row]),
];

async function daysOf(header: string, cells: readonly (string | number)[]) {
  const { dataset, issues, wrong } = await convertedOf(rowsOf(header, cells));
  expect(wrong).toEqual([]);
  return { days: Array.from(dataset.dates, isoOf), issues };
}

async function grainOf(header: string, cells: readonly (string | number)[]) {
  const table = await tableOf(rowsOf(header, cells));
  const column = judgeWholly(table, get(findDateColumn(table, 'targetDate')));
  return findGrain(table, new Int32Array(), column);
}

describe('numbers whose digits spell days or months', () => {
  test('are days in a column headed as a date: 20260105', async () => {
    const { days } = await daysOf('Posting Date', [20_260_105, 20_260_219, '20260228']);
    expect(days).toEqual(['2026-01-05', '2026-02-19', '2026-02-28']);
  });

  test.each<readonly [string, readonly (string | number)[]]>([
    ['Period', [202_601, 202_602]],
    ['Monat', ['202601', '202602']],
    ['Period', [202_601, '202602']],
    ['Buchungsperiode', ['001.2026', '002.2026']],
    ['Period', ['2026M01', '2026M02']],
  ])('are months in a column called %s: %j', async (header, cells) => {
    const { days } = await daysOf(header, cells);
    expect(days).toEqual(['2026-01-01', '2026-02-01']);
    expect(await grainOf(header, cells)).toBe('month');
  });

  test('that spell no day are set aside with their cell', async () => {
    // There is no 30 February, and no month 13.
    const { days, issues } = await daysOf(
      'Date',
      [20_260_105, 20_260_106, 20_260_107, 20_260_230, 20_261_301],
    );
    expect(days).toEqual(['2026-01-05', '2026-01-06', '2026-01-07']);
    expect(issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'notADate Data!A5',
      'notADate Data!A6',
    ]);
  });

  test('are figures in a column of another name, and Excel days where those stand beside them', async () => {
    const table = await tableOf([
      ['Date', 'Code', 'Sales'],
      [46_027, 202_601, 5],
      [46_028, 202_602, 6],
    ]);
    expect(table.columns.map(({ kind }) => kind)).toEqual(['date', 'number', 'number']);
    const { days } = await daysOf('Date', [46_027, 46_028, 20_260_107]);
    expect(days).toEqual(['2026-01-05', '2026-01-06']);
  });
});
