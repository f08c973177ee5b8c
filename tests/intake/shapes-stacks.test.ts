import {
  addressIn,
  findStacks,
  judge,
  convert,
  findAmountColumn,
  findDateColumn,
  readTable,
  stackTables,
  shapePreview,
  type RawTable,
  type Stack,
} from '../../src/intake';
import { amountsIn, get, workbookWith, type Rows } from './raw-tables';
import { rowsOf, table } from './shape-tables';

async function stacksOf(
  sheets: Readonly<Record<string, Rows>>,
  options: Parameters<typeof findStacks>[1] = {},
): Promise<{
  readonly stacks: readonly Stack[];
  readonly read: (stack: Stack) => Promise<RawTable>;
}> {
  const workbook = workbookWith(sheets);
  const tables: RawTable[] = [];
  for (const source of await workbook.listSources()) {
    const found = await readTable(workbook, source);
    if (!('issues' in found)) tables.push(found);
  }
  const read = async (stack: Stack) => {
    const { sources } = stack;
    const [source] = sources;
    if (!source) throw new Error('A stack has sources');
    const parts = await Promise.all(sources.map((part) => readTable(workbook, part)));
    const found = await stackTables({ ...source, name: 'All', parts: sources }, parts);
    if ('issues' in found) throw new Error(found.issues.map(({ code }) => code).join(', '));
    return found;
  };
  return { stacks: findStacks(tables, options), read };
}

const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error('nothing found');
  return item;
};

describe('sheets of one layout', () => {
  test('are read as one table, with their sheet as a column, whatever the order of their columns', async () => {
    const { stacks, read } = await stacksOf({
      North: [
        ['Date', 'Person', 'Amount'],
        ['2026-01-05', 'Ann', 100],
        ['2026-01-06', 'Bob', 110],
      ],
      South: [
        ['Person', 'Amount', 'Date', 'Note'],
        ['Cid', 120, '2026-01-07', 'new'],
      ],
      Stores: [
        ['Region', 'Stores'],
        ['North', 3],
      ],
    });
    expect(stacks).toHaveLength(1);
    const stacked = await read(first(stacks));
    expect(rowsOf(stacked)).toEqual([
      ['Date', 'Person', 'Amount', 'Note', 'Sheet'],
      ['2026-01-05', 'Ann', 100, null, 'North'],
      ['2026-01-06', 'Bob', 110, null, 'North'],
      ['2026-01-07', 'Cid', 120, 'new', 'South'],
    ]);
    expect(stacked.findings).toEqual([
      { code: 'missingColumn', at: 'North!A1', found: 'Note', expected: 'North' },
    ]);
    expect(addressIn(stacked, 2, 2)).toBe('South!B2');
    expect(addressIn(stacked, 2, 1)).toBe('South!A2');
    expect(addressIn(stacked, 1, 2)).toBe('North!C3');
  });

  test('that are named by months tell the period of rows that have none', async () => {
    const sheet = (amount: number) => [
      ['Region', 'Amount'],
      ['North', amount],
      ['Total', amount],
    ];
    const { stacks, read } = await stacksOf({ 'Jan 2026': sheet(100), 'Feb 2026': sheet(110) });
    const stacked = await read(first(stacks));
    expect(rowsOf(stacked)).toEqual([
      ['Region', 'Amount', 'Period'],
      ['North', 100, '2026-01'],
      ['North', 110, '2026-02'],
    ]);
    const judged = judge(stacked);
    const read_ = convert(judged, {
      date: get(findDateColumn(judged, 'salesDate')),
      amount: get(findAmountColumn(judged, 'amount', 'salesAmount')),
      dimensions: new Map(),
    });
    expect(read_.counts).toEqual({ rows: 4, used: 2, setAside: 2 });
    expect(amountsIn(read_)).toEqual([100, 110]);
  });

  test('that are named by months without a year wait for it', async () => {
    const sheet = [
      ['Region', 'Amount'],
      ['North', 1],
    ];
    const open = await stacksOf({ Jan: sheet, Feb: sheet });
    expect(first(open.stacks)).toMatchObject({ isByPeriod: false, isYearOpen: true });
    const known = await stacksOf({ Jan: sheet, Feb: sheet }, { year: 2026 });
    expect(first(known.stacks)).toMatchObject({
      labels: ['2026-01', '2026-02'],
      isYearOpen: false,
    });
  });

  test('whose rows have a date keep the name of their sheet beside it', async () => {
    const sheet = [
      ['Date', 'Amount'],
      ['2026-01-05', 1],
    ];
    const { stacks } = await stacksOf({ 'Jan 2026': sheet, 'Feb 2026': sheet });
    expect(first(stacks)).toMatchObject({ sheetColumn: 'Sheet', labels: ['Jan 2026', 'Feb 2026'] });
  });
});

test('a preview shows the first rows with the cells they come from', async () => {
  const found = await table([
    ['Region', 'Jan 2026', 'Feb 2026'],
    ['North', 100, 110],
    ['South', 200, 210],
    ['Total', 300, 320],
  ]);
  expect(shapePreview(found, 2)).toEqual({
    headers: ['Region', 'Period', 'Value'],
    rows: [
      { cells: ['North', '2026-01', 100], at: 'Data!B2' },
      { cells: ['North', '2026-02', 110], at: 'Data!C2' },
    ],
    rowCount: 4,
    setAside: 1,
  });
});

test('rows used and rows set aside are all rows, totals and notes included', async () => {
  const judged = judge(
    await table([
      ['Targets 2026'],
      ['Region', 'Jan', 'Feb', 'Total'],
      ['North', 100, null, 100],
      ['South', 200, 210, 410],
      ['Total', 300, 210, 510],
      [],
      ['Source: the board'],
    ]),
  );
  const read = convert(judged, {
    date: get(findDateColumn(judged, 'targetDate')),
    amount: get(findAmountColumn(judged, 'target', 'targetAmount')),
    dimensions: new Map(),
  });
  expect(read.counts).toEqual({ rows: 7, used: 3, setAside: 4 });
  expect(read.issues.map(({ code, at }) => `${code} ${at}`).sort()).toEqual([
    'blankAcross Data!C3',
    'blankAmount Data!C3',
    'blankRow Data!A6',
    'noteRow Data!A7',
    'subtotalRow Data!A5',
  ]);
  expect(amountsIn(read)).toEqual([100, 200, 210]);
});
