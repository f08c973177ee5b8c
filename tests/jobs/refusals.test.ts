import { findData, refusalsOf, Session, track } from '../../src/jobs';
import { workbookWith, type Rows } from '../intake/raw-tables';

const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 7000],
  ['2026-02-06', 'South', 4000],
];
const targets = (header: string, ...figures: readonly number[]): Rows => [
  ['Month', 'Region', header],
  ['2026-01', 'North', figures[0] ?? null],
  ['2026-02', 'South', figures[1] ?? null],
];

const refused = async (sheets: Readonly<Record<string, Rows>>) =>
  refusalsOf(await findData(new Session(workbookWith(sheets)))).map(({ code, at }) => [code, at]);

describe('what a report would be refused for is known at the first look', () => {
  test.each([
    ['percents', targets('Target %', 0.5, 0.6), 'amountInPercent'],
    ['figures to date', targets('Target YTD', 6000, 9000), 'figuresToDate'],
    ['another scale', targets('Target (k€)', 6, 3), 'otherScale'],
    ['units', targets('Target units', 60, 30), 'targetsInUnits'],
  ])('of targets that are %s', async (_, plan, code) => {
    const sheets = { Sales: sales, Plan: plan };
    expect(await refused(sheets)).toEqual([[code, 'Plan!C1']]);
    // As when it is built.
    const outcome = await track(new Session(workbookWith(sheets)));
    const issues = 'stopped' in outcome ? outcome.stopped.issues : [];
    expect(issues.map((issue) => [issue.code, issue.at])).toContainEqual([code, 'Plan!C1']);
  });

  test('of sales in several currencies', async () => {
    const currencies = sales.map((row, at) => [...row, ['Currency', 'EUR', 'USD'][at] ?? null]);
    const found = await refused({ Sales: currencies, Plan: targets('Target', 6000, 3000) });
    expect(found).toEqual([['mixedCurrencies', 'Sales!D3']]);
  });

  test('and there is none of plain targets, or while something is asked', async () => {
    expect(await refused({ Sales: sales, Plan: targets('Target', 6000, 3000) })).toEqual([]);
    // 01/02/2026 may be a day of January or of February.
    const open = sales.map(([date, ...rest], row) => [
      row === 0 ? (date ?? null) : '01/02/2026',
      ...rest,
    ]);
    const found = await refused({ Sales: open, Plan: targets('Target %', 0.5, 0.6) });
    expect(found).toEqual([]);
  });
});
