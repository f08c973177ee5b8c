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
    ['Periode', ['001/2026', '002/2026']],
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

describe('a year and a number below a header of weeks, quarters or halves', () => {
  // The third week of 2026 lies in January, its third quarter begins with July.
  test.each<readonly [string, readonly (string | number)[]]>([
    ['Week', [202_603, 202_605]],
    ['Kalenderwoche', ['03.2026', '05.2026']],
    ['KW/Jahr', ['03/2026', '05/2026']],
    ['Semaine', ['2026-03', '2026-05']],
    ['Quarter', ['3/2026', '4/2026']],
    ['Year/Quarter', ['2026/3', '2026/4']],
    ['Quartal', ['03/26', '04/26']],
    ['Halbjahr', ['1/2026', '2/2026']],
  ])('is no month, and refused: %s %j', async (header, cells) => {
    const { wrong } = await convertedOf(rowsOf(header, cells));
    expect(wrong).toMatchObject([
      { code: 'columnIsNoDate', at: 'Data!A2', found: String(cells[0]), expected: header },
    ]);
  });

  test('is one where the header names months too, and spelled parts and days stay what they are', async () => {
    expect((await daysOf('Month/Week', ['2026-03', '2026-04'])).days).toEqual([
      '2026-03-01',
      '2026-04-01',
    ]);
    expect((await daysOf('Quarter', ['Q3 2026', 'Q4 2026'])).days).toEqual([
      '2026-07-01',
      '2026-10-01',
    ]);
    expect((await daysOf('Week of', [20_260_105, 20_260_112])).days).toEqual([
      '2026-01-05',
      '2026-01-12',
    ]);
  });
});
