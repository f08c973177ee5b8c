import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  assessData,
  buildReport,
  findData,
  keyFiguresOf,
  Session,
  track,
  type Outcome,
  type Tracked,
} from '../../src/jobs';
import { functions } from '../../src/functions';
import { exactSum, isMeasured, type Measure } from '../../src/sales';
import { openFile, type FileWorkbook } from '../../src/xlsx';
import { startFunctionsRuntime } from '../functions/functions-runtime';

/** Published with the data set; computed there with another program. Quarters 2017-Q3 to 2020-Q2. */
const publishedAttainment = [
  0.8224, 0.8662, 0.8567, 0.8465, 0.8467, 0.8143, 0.8911, 0.8386, 0.8148, 0.8381, 0.8828, 0.8661,
];

function done<T>(outcome: Outcome<T>): T {
  if ('done' in outcome) return outcome.done;
  const { unclear, issues } = outcome.stopped;
  throw new Error(JSON.stringify([...unclear, ...issues]));
}

let workbook: FileWorkbook;
let session: Session;
let tracked: Tracked;
beforeAll(async () => {
  const file = path.join(__dirname, '..', '..', 'samples', 'adventureworks.xlsx');
  workbook = await openFile(new Uint8Array(readFileSync(file)));
  session = new Session(workbook);
  tracked = done(await track(session));
});

test('sales and quotas are found without a word from the person', async () => {
  const { sales, targets } = tracked.mapping;
  expect([sales.source, targets.source]).toEqual(['Sales', 'Quotas']);
  expect(sales.by).toEqual(['Salesperson']);
  expect(targets.grain).toBe('quarter');
  expect((await findData(session)).unclear).toEqual([]);
});

test('sales and quotas add up to the cent, and no row is lost', () => {
  expect(tracked.sales).toEqual({ rows: 60_855, used: 60_855, setAside: 0, total: 80_977_720.21 });
  expect(tracked.targets).toEqual({ rows: 163, used: 163, setAside: 0, total: 95_714_000 });
  expect(tracked.report.total).toMatchObject({ actual: 80_977_720.21, target: 95_714_000 });
  expect(tracked.report.control.sales.unassigned).toBe(0);
});

test('no amount of the sample is called unlikely', async () => {
  const { sides } = await assessData(session);
  const codes = sides.flatMap(({ quality }) => quality.findings.map(({ code }) => code));
  expect(codes).not.toContain('oddAmounts');
  expect(codes).not.toContain('unlikelyScale');
});

test('every quarter meets the published attainment', () => {
  const attainment = tracked.report.totals.map((total) =>
    isMeasured(total.attainment) ? Number(total.attainment.toFixed(4)) : undefined,
  );
  expect(attainment).toEqual(publishedAttainment);
  expect(tracked.report.periods[0]?.label).toBe('2017-Q3');
  expect(tracked.report.periods.at(-1)?.label).toBe('2020-Q2');
});

test('all 163 pairs of person and quarter meet, and none is lost', () => {
  const { rows } = tracked.report;
  const withTarget = rows.filter((row) => isMeasured(row.target));
  expect(withTarget).toHaveLength(163);
  expect(withTarget.filter((row) => row.actual > 0)).toHaveLength(163);
  expect(exactSum(withTarget.map((row) => (isMeasured(row.target) ? row.target : 0)))).toBe(
    95_714_000,
  );
  expect(exactSum(rows.map((row) => row.actual))).toBe(80_977_720.21);
});

test('quotas by quarter shown by month still add up', async () => {
  const { report } = done(await track(session, { grain: 'month' }));
  expect(exactSum(report.totals.map(({ actual }) => actual))).toBe(80_977_720.21);
  expect(exactSum(report.totals.map(({ target }) => (isMeasured(target) ? target : 0)))).toBe(
    95_714_000,
  );
});

test('by year, the quotas of its quarters are added', async () => {
  const { report } = done(await track(session, { grain: 'year' }));
  expect(report.periods.map(({ label }) => label)).toEqual(['2017', '2018', '2019', '2020']);
  expect(report.total).toMatchObject({ actual: 80_977_720.21, target: 95_714_000 });
});

test('the key figures are the published ones', async () => {
  const { spans, issues } = await keyFiguresOf(tracked, ['all'], true);
  const { total, rows } = spans.all;
  const figures = Object.fromEntries(total.map(({ name, value }) => [name, value]));
  expect(figures).toMatchObject({ sales: 80_977_720.21, quantity: 214_378, orders: 3_796 });
  expect(figures['averageOrder']).toBeCloseTo(80_977_720.21 / 3_796, 6);
  expect(figures['averagePrice']).toBeCloseTo(80_977_720.21 / 214_378, 6);
  expect(issues).toEqual([]);
  // An order has one salesperson, so that those of all are those of each.
  const orders = rows.map((row) => row.figures.find(({ name }) => name === 'orders')?.value);
  expect(exactSum(orders.filter((one) => typeof one === 'number'))).toBe(3_796);
});

test('the sheet holds the figures of the report', async () => {
  const built = done(await buildReport(session));
  const sheet = workbook.contents().sheets.find(({ name }) => name === built.sheet);
  if (!sheet) throw new Error('The report has no sheet');
  const rows = sheet.cells;
  const total = rows.find((row) => row[0] === 'Total') ?? [];
  expect(total.slice(2, 5)).toEqual([
    built.report.current.total.target,
    built.report.current.total.actual,
    built.report.current.total.variance,
  ]);
  const line = (label: string) => rows.find((row) => row[0] === label)?.slice(1, 13);
  expect(line('Total AC')).toEqual(built.report.totals.map(({ actual }) => actual));
  expect(line('Total PL')).toEqual(built.report.totals.map(({ target }) => target));
});

test('the report’s own sheet is no source of the next one', async () => {
  await buildReport(session);
  const again = done(await track(new Session(workbook)));
  expect(again.mapping.sales.source).toBe('Sales');
  expect(again.report.total.actual).toBe(80_977_720.21);
});

describe('the functions in cells', () => {
  beforeAll(startFunctionsRuntime);

  test('sum sales and quotas by person to the figures of the report', async () => {
    const { data, report } = tracked;
    const cells = (side: typeof data.sales, header: string) => {
      const column = side.table.columns.find((one) => one.header === header);
      if (!column) throw new Error(`There is no column ${header}`);
      const { grid } = side.table.raw;
      return Array.from({ length: grid.rowCount }, (_, row) => [grid.cell(row, column.index)]);
    };
    const { sales, targets } = tracked.mapping;
    const table = functions['SUMMARY']?.(
      cells(data.sales, 'Salesperson'),
      cells(data.sales, sales.amount),
      cells(data.targets, targets.by[0] ?? ''),
      cells(data.targets, targets.amount),
      null,
      3,
      2,
    ) as unknown[][];
    const { rows } = (await track(session, { grain: 'year' }).then(done)).report;
    const sumFor = (key: string, read: (row: (typeof rows)[number]) => Measure) =>
      exactSum(
        rows
          .filter((row) => row.key[0] === key)
          .map(read)
          .filter(isMeasured),
      );
    expect(table).toHaveLength(18);
    for (const [key, actual, target] of table.slice(0, -1)) {
      expect(actual).toBe(sumFor(String(key), (row) => row.actual));
      expect(target).toBe(sumFor(String(key), (row) => row.target));
    }
    expect(table.at(-1)?.slice(0, 4)).toEqual([
      'Total',
      report.total.actual,
      report.total.target,
      report.total.variance,
    ]);
  });

  test('reach the published attainment from the matrix of the sheet', () => {
    const { totals } = tracked.report;
    const actual = [totals.map((total) => total.actual)];
    const target = [totals.map((total) => total.target)];
    const [ratios] = functions['ATTAINMENT']?.(actual, target) as [number[]];
    expect(ratios.map((ratio) => Number(ratio.toFixed(4)))).toEqual(publishedAttainment);
  });
});
