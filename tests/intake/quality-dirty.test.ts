import { fc } from '../properties';
import { CellColumn } from '../../src/intake';
import { findSwappedDates } from '../../src/intake/quality/swapped-dates';
import type { CellValue } from '../../src/workbook';
import { checkDirtyTable, dirtyRows } from './dirty-tables';

test('whatever goes in, no row is lost, totals agree, and fixes do what they say', async () => {
  let [cases, fixes] = [0, 0];
  await fc.assert(
    fc.asyncProperty(dirtyRows, async (rows) => {
      cases += 1;
      fixes += await checkDirtyTable(rows);
    }),
    { numRuns: 200 },
  );
  process.stdout.write(`${String(cases)} dirty tables, ${String(fixes)} fixes tried\n`);
});

describe('half-swapped dates', () => {
  const serials = (minLength: number, maxLength: number, days: number) =>
    fc.array(fc.integer({ min: 46_023, max: 46_023 + days }), { minLength, maxLength });
  const parts = (serial: number) => {
    const date = new Date((serial - 25_569) * 86_400_000);
    return [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()] as const;
  };
  const text = (serial: number) => parts(serial).join('/');
  /** Excel with the month first takes a text with the day first. */
  const misread = (serial: number): CellValue => {
    const [day, month, year] = parts(serial);
    return day > 12 ? text(serial) : Math.round(Date.UTC(year, day - 1, month) / 864e5) + 25_569;
  };
  const look = (cells: readonly CellValue[]) => {
    const column = new CellColumn(cells.length);
    column.take(
      cells.map((cell) => [cell]),
      0,
      0,
      cells.length,
      0,
    );
    return findSwappedDates(column);
  };

  test('are surely found in a year of sales', () => {
    fc.assert(
      fc.property(serials(120, 200, 364), (days) => {
        expect(look(days.map(misread))).toMatchObject({ isSure: true, order: 'dmy' });
      }),
      { numRuns: 300 },
    );
  });

  test('are not sure where days above and below 13 fell as chance has it', () => {
    let cases = 0;
    fc.assert(
      fc.property(fc.noBias(serials(1, 6, 730)), fc.noBias(serials(1, 6, 730)), (dates, texts) => {
        cases += 1;
        expect(look([...dates, ...texts.map(text)])?.isSure).not.toBe(true);
      }),
      { numRuns: 5000 },
    );
    process.stdout.write(`${String(cases)} columns of dates and texts\n`);
  });
});
