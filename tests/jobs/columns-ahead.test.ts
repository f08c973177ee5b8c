import { Session } from '../../src/jobs';
import { salesAhead, targetsAhead, type ColumnsWished } from '../../src/jobs/columns-ahead';
import { glanceAt } from '../../src/jobs/looks';
import { workbookWith, type Rows } from '../intake/raw-tables';

const sales: Rows = [
  ['Date', 'Region', 'Product', 'Customer', 'Amount', 'Shipped on'],
  ['2026-03-05', 'West', 'Tea', 'Ann', 12.5, '2026-03-07'],
  ['2026-03-06', 'East', 'Jam', 'Bob', 7.25, '2026-03-09'],
  ['2026-03-06', 'East', 'Tea', 'Bob', 2, '2026-03-09'],
];
const targets: Rows = [
  ['Month', 'Product', 'Target'],
  ['2026-03', 'Tea', 100],
  ['2026-03', 'Jam', 50],
];

/** What is known of a sheet before it is read, by its headers. */
async function aheadOf(
  sheet: 'Sales' | 'Targets',
  sheets: Readonly<Record<string, Rows>>,
  wished: ColumnsWished = {},
) {
  const session = new Session(workbookWith(sheets));
  const sources = await session.sources();
  const { looks } = await glanceAt(session, sources, () => ({}), {});
  const source = sources.find(({ name }) => name === sheet);
  if (!source) throw new Error(`There is no ${sheet}`);
  const wish = sheet === 'Sales' ? salesAhead(looks, source, wished) : targetsAhead(looks, source);
  const headers = sheets[sheet]?.find((row) => row.length > 1) ?? [];
  return wish && { firstRow: wish.firstRow, headers: wish.columns.map((index) => headers[index]) };
}

test('of the sales, the date, the amount and what they are grouped by are known ahead', async () => {
  expect(await aheadOf('Sales', { Sales: sales }, { by: ['Region'] })).toEqual({
    firstRow: 1,
    headers: ['Date', 'Amount', 'Region'],
  });
});

test('where nothing was said, what sales and targets share by name is known ahead', async () => {
  expect(await aheadOf('Sales', { Sales: sales, Targets: targets })).toEqual({
    firstRow: 1,
    headers: ['Date', 'Amount', 'Product'],
  });
});

test('a date and an amount that a person chose take the place of those found', async () => {
  const said = { salesDate: 'Shipped on', salesAmount: 'Amount', by: [] };
  const found = await aheadOf('Sales', { Sales: sales }, said);
  expect(found?.headers).toEqual(['Shipped on', 'Amount']);
});

test('where every cell is looked at, and of targets, all columns are known ahead', async () => {
  const sheets = { Sales: sales, Targets: targets };
  const all = await aheadOf('Sales', sheets, { everyColumn: true });
  expect(all?.headers).toEqual(sales[0]);
  expect((await aheadOf('Targets', sheets))?.headers).toEqual(targets[0]);
});

test('below a title the rows begin further down', async () => {
  const titled: Rows = [['Sales 2026'], [], ...sales];
  expect((await aheadOf('Sales', { Sales: titled }, { by: ['Region'] }))?.firstRow).toBe(3);
});

test('of a table with periods across nothing is known ahead', async () => {
  const wide: Rows = [
    ['Product', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
    ['Tea', 1, 2, 3],
    ['Jam', 4, 5, 6],
  ];
  expect(await aheadOf('Targets', { Targets: wide })).toBeUndefined();
});
