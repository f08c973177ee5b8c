import { countSideRows, findData, readSales, Session } from '../../src/jobs';
import { workbookWith, type Rows } from '../intake/raw-tables';

const read = async (sales: Rows) =>
  readSales(await findData(new Session(workbookWith({ Sales: sales })), { sales: 'Sales' }));

test('before a report is built it is known how many rows of the sales can be used', async () => {
  const sales: Rows = [
    ['Date', 'Sales', 'Rep'],
    ['2026-01-12', 10, 'Ann'],
    [null, 20, 'Bob'],
    ['2026-03-14', 'n/a', 'Ann'],
    ['2026-04-15', 40, 'Bob'],
  ];
  // 2026-01-12 is day 46,034, 2026-04-15 the 93rd after it.
  expect(await read(sales)).toEqual({
    counts: { rows: 4, used: 2, notWon: 0, ofOthers: 0 },
    span: { first: 46_034, last: 46_127 },
  });
});

test('deals that are lost or open are counted apart from rows that cannot be used', async () => {
  const sales: Rows = [
    ['Close Date', 'Amount', 'Stage', 'Owner'],
    ['2026-01-12', 10, 'Closed Won', 'Ann'],
    ['2026-02-13', 20, 'Closed Lost', 'Bob'],
    ['2026-03-14', 30, 'Prospecting', 'Ann'],
    ['2026-04-15', 40, 'Closed Won', 'Bob'],
    [null, 50, 'Closed Won', 'Bob'],
  ];
  expect((await read(sales))?.counts).toEqual({ rows: 5, used: 2, notWon: 2, ofOthers: 0 });
});

test('totals, which are set aside, are among the rows', async () => {
  const sales: Rows = [
    ['Date', 'Sales', 'Rep'],
    ['2026-01-12', 10, 'Ann'],
    ['2026-01-13', 20, 'Bob'],
    ['Total', 30, null],
  ];
  expect((await read(sales))?.counts).toEqual({ rows: 3, used: 2, notWon: 0, ofOthers: 0 });
});

test('rows of the targets in a table of both sides are none that the sales lack', async () => {
  const both: Rows = [
    ['Month', 'Scenario', 'Region', 'Amount'],
    ['2026-01', 'Actual', 'North', 10],
    ['2026-01', 'Budget', 'North', 11],
    ['2026-01', 'Actual PY', 'North', 9],
    ['2026-01', 'Actual', 'South', 20],
    ['2026-01', 'Budget', 'South', 21],
    ['2026-01', 'Actual PY', 'South', 19],
  ];
  const data = await findData(new Session(workbookWith({ Data: both })));
  expect(readSales(data)?.counts).toEqual({ rows: 6, used: 2, notWon: 0, ofOthers: 4 });
  const [sales, targets] = [data.sales, data.targets].map(
    (side) => side && countSideRows(side.table),
  );
  expect([sales, targets]).toEqual([2, 2]);
});

test('where no deal is won there are counts, and no days', async () => {
  const sales: Rows = [
    ['Close Date', 'Amount', 'Stage', 'Owner'],
    ['2026-01-12', 10, 'Closed Lost', 'Ann'],
    ['2026-02-13', 20, 'Prospecting', 'Bob'],
  ];
  expect(await read(sales)).toEqual({ counts: { rows: 2, used: 0, notWon: 2, ofOthers: 0 } });
});
