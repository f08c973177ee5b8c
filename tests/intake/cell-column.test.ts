import { fc } from '../properties';
import {
  CellColumn,
  CellGrid,
  convert,
  convertSteps,
  findAmountColumn,
  findDateColumn,
  judge,
  judgeWholly,
} from '../../src/intake';
import { finish } from '../../src/sales';
import type { CellValue } from '../../src/workbook';
import { columnOf as columnNamed, get, tableOf } from './raw-tables';

const cell = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -5, max: 90_000 }),
  fc.constantFrom(-0, 0.1, 45_000.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 1e300),
  fc.constantFrom('', ' ', 'West', 'west', '#N/A', '12,50'),
  fc.constantFrom<CellValue>({ error: '#N/A' }, { error: '#REF!' }),
);

function columnOf(cells: readonly CellValue[]): CellColumn {
  const column = new CellColumn(cells.length);
  const rows = cells.map((value) => [value]);
  // In two pieces, as blocks come.
  const half = Math.floor(rows.length / 2);
  column.take(rows, 0, 0, half, 0);
  column.take(rows, 0, half, rows.length, half);
  return column;
}

function cellsOf(column: CellColumn): CellValue[] {
  return Array.from({ length: column.length }, (_, row) => column.at(row));
}

describe('an encoded column', () => {
  test('holds every cell as it was, errors apart from texts that spell them', () => {
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        expect(cellsOf(columnOf(cells))).toEqual(cells);
      }),
    );
  });

  test('counts each distinct cell and knows the first row that holds it', () => {
    const column = columnOf(['b', 7, 'a', 'b', null, 'b']);
    const listed = column.values.map((value, code) => [
      value,
      column.counts[code],
      column.firstRow(code),
    ]);
    expect(listed).toEqual([
      ['b', 3, 0],
      ['a', 1, 2],
      [null, 1, 4],
    ]);
    expect(column.numberCount).toBe(1);
  });

  test('after edits is the column of the edited cells', () => {
    const edits = fc.array(fc.tuple(fc.nat(), cell), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), edits, (cells, changes) => {
        const edited = [...cells];
        const column = columnOf(cells);
        for (const [at, value] of changes) {
          edited[at % cells.length] = value;
          column.set(at % cells.length, value);
          // What was let go is there again when a cell comes.
          column.compact();
        }
        const anew = columnOf(edited);
        const facts = (one: CellColumn) => ({
          cells: cellsOf(one),
          numbers: one.numberCount,
          days: one.dayCount,
          distinct: one.values
            .map((value, code) => [JSON.stringify(value), one.counts[code], one.firstRow(code)])
            .filter(([, count]) => count !== 0)
            .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
        });
        expect(facts(column)).toEqual(facts(anew));
      }),
    );
  });
});

describe('the rows of a table', () => {
  const rows: CellValue[][] = [
    ['West', 1],
    ['East', null],
    [null, ' '],
  ];

  test('answer the same before and after they are let go', () => {
    const grid = new CellGrid(rows, 2);
    const cells = () =>
      rows.map((_, row) => [grid.cell(row, 0), grid.cell(row, 1), grid.isBlankRow(row)]);
    const before = cells();
    finish(grid.settle());
    expect(cells()).toEqual(before);
    expect(before.map(([, , isBlank]) => isBlank)).toEqual([false, false, true]);
  });

  test('take an edit both before and after they are let go', () => {
    const grid = new CellGrid([...rows], 2);
    grid.set(1, 0, 'North');
    expect(grid.column(0).at(1)).toBe('North');
    finish(grid.settle());
    grid.set(1, 1, 5);
    expect([grid.cell(1, 0), grid.cell(1, 1)]).toEqual(['North', 5]);
  });
});

test('a cell that is replaced while its column is being encoded is not lost', () => {
  const rows: CellValue[][] = Array.from({ length: 10_000 }, (_, row) => [row]);
  const grid = new CellGrid(rows, 1);
  const steps = grid.encode([0]);
  steps.next();
  grid.set(3, 0, 'late');
  finish(steps);
  expect(grid.column(0).at(3)).toBe('late');
});

test('rows added at the end are read as if they had been there', () => {
  const all: CellValue[][] = [
    ['West', 1],
    ['East', null],
    ['West', 'x'],
    [3, 4],
  ];
  const [late, early] = [new CellGrid(all.slice(0, 2), 2), new CellGrid(all.slice(0, 2), 2)];
  early.column(0);
  for (const grid of [late, early]) {
    grid.append(all.slice(2));
    expect(grid.rowCount).toBe(4);
    expect(all.map((_, row) => [grid.column(0).at(row), grid.column(1).at(row)])).toEqual(all);
  }
});

test('days that a data set was made of stay as they were when a cell is edited later', async () => {
  const days = [46_023, 46_024, 46_025];
  const table = await tableOf([['Date', 'Amount'], ...days.map((date) => [date, 10])]);
  const read = () => {
    const date = judgeWholly(table, get(findDateColumn(table, 'salesDate')));
    const amount = get(findAmountColumn(table, 'amount', 'salesAmount'));
    return convert(table, { date, amount, dimensions: new Map() }).dataset.dates;
  };
  const before = read();
  table.raw.grid.set(2, 0, 46_400);
  expect([...before]).toEqual(days);
  expect([...read()]).toEqual([46_023, 46_024, 46_400]);
  table.raw.grid.set(0, 0, 45_000);
  expect([...read()]).toEqual([45_000, 46_024, 46_400]);
});

test('amounts that a data set was made of stay as they were when a cell is edited later', async () => {
  const amounts = [10.5, 20.25, -3];
  const table = await tableOf([['Date', 'Amount'], ...amounts.map((amount) => [46_023, amount])]);
  const read = () => {
    const date = judgeWholly(table, get(findDateColumn(table, 'salesDate')));
    const amount = get(findAmountColumn(table, 'amount', 'salesAmount'));
    return convert(table, { date, amount, dimensions: new Map() }).dataset.amounts;
  };
  const before = read();
  table.raw.grid.set(2, 1, 0.125);
  expect(before).toEqual({ values: Float64Array.from(amounts), decimals: 2 });
  const after = read();
  expect(after).toEqual({ values: Float64Array.of(10.5, 20.25, 0.125), decimals: 3 });
  table.raw.grid.set(0, 1, 7);
  expect([...after.values]).toEqual([10.5, 20.25, 0.125]);
  expect(read()).toEqual({ values: Float64Array.of(7, 20.25, 0.125), decimals: 3 });
});

test('names that a data set was made of stay as they were when a cell is edited later', async () => {
  const table = await tableOf([
    ['Date', 'Amount', 'Name'],
    ...['a', 'b', 'a'].map((name, row) => [46_023 + row, 10.5, name]),
  ]);
  const read = () => {
    const date = judgeWholly(table, get(findDateColumn(table, 'salesDate')));
    const amount = get(findAmountColumn(table, 'amount', 'salesAmount'));
    const name = columnNamed(table, 'Name');
    const { dimensions } = convert(table, {
      date,
      amount,
      dimensions: new Map([['Name', name]]),
    }).dataset;
    const { codes, values } = dimensions.get('Name') ?? { codes: [], values: [] };
    return () => Array.from(codes, (code) => values[code]);
  };
  const before = read();
  table.raw.grid.set(1, 2, 5);
  expect(before()).toEqual(['a', 'b', 'a']);
  expect(read()()).toEqual(['a', '5', 'a']);
  table.raw.grid.set(1, 2, 'c');
  const after = read();
  table.raw.grid.set(0, 2, 'b');
  expect(after()).toEqual(['a', 'c', 'a']);
  expect(read()()).toEqual(['b', 'c', 'a']);
});

test('amounts edited while their minor unit is looked for are looked at again', async () => {
  const rows = 150_000;
  const table = await tableOf([
    ['Date', 'Amount'],
    ...Array.from({ length: rows }, () => [46_023, 0.5]),
  ]);
  const date = judgeWholly(table, get(findDateColumn(table, 'salesDate')));
  const amount = get(findAmountColumn(table, 'amount', 'salesAmount'));
  const choice = { date, amount, dimensions: new Map() };
  const steps = [...convertSteps(table, choice)].length;
  for (let edited = 0; edited < steps; edited += 1) {
    const running = convertSteps(table, choice);
    for (let step = 0; step <= edited; step += 1) running.next();
    table.raw.grid.set(0, 1, edited + 0.125);
    finish(running);
    const { values, decimals } = convert(table, choice).dataset.amounts;
    expect([values[0], decimals]).toEqual([edited + 0.125, 3]);
  }
});

test('a long table is judged by rows spread over it, and the columns used by all cells', async () => {
  // Text dates that are open up to the last row, which alone tells that days come first.
  const body = Array.from({ length: 6000 }, (_, row) => [
    row === 5999 ? '13/02/2026' : '03/02/2026',
    `Order ${String(row)}`,
    1,
  ]);
  const table = await tableOf([['Date', 'Order', 'Amount'], ...body]);
  const [date] = judge(table.raw).columns;
  expect(date).toMatchObject({ isSampled: true, kind: 'date' });
  const whole = judgeWholly(table, get(findDateColumn(table, 'salesDate')));
  expect(whole).toMatchObject({ isSampled: false, dateOrder: { kind: 'found', order: 'dmy' } });
  const amount = get(findAmountColumn(table, 'amount', 'salesAmount'));
  expect(convert(table, { date: whole, amount, dimensions: new Map() }).counts.used).toBe(6000);
});

test('after an edit a question about a column names its first cell that leaves it open', async () => {
  const table = await tableOf([
    ['Due', 'Amount'],
    ['03/04/2026', 1],
    ['05/06/2026', 2],
    ['03/04/2026', 3],
    ['08/09/2026', 4],
  ]);
  const due = () => columnNamed(judge(table.raw), 'Due').dateOrder;
  expect(due()).toMatchObject({ kind: 'ambiguous', row: 0 });
  // The text of the first row stands further down too, where it is the third.
  table.raw.grid.set(0, 0, '2026-04-03');
  expect(due()).toMatchObject({ kind: 'ambiguous', row: 1 });
});

test('what fills a column is counted wherever it stands among a great many texts', async () => {
  // 300 rows: names of which every third comes again, and five other cells, early and late.
  const others = new Map<number, CellValue>([
    [10, ''],
    [20, { error: '#N/A' }],
    [250, ' '],
    [260, true],
    [270, 7],
  ]);
  const names = Array.from({ length: 300 }, (_, row) =>
    others.has(row)
      ? (others.get(row) ?? null)
      : `Customer ${String(row - (row % 3 === 2 ? 1 : 0))}`,
  );
  const table = await tableOf([
    ['Date', 'Customer', 'Amount'],
    ...names.map((name) => [46_023, name, 1]),
  ]);
  const { kind, filled, distinct } = columnNamed(table, 'Customer');
  // 300 less two blank cells.
  const texts = new Set(names.filter((name) => typeof name === 'string' && name.trim() !== ''));
  expect({ kind, filled, distinct }).toEqual({ kind: 'text', filled: 298, distinct: texts.size });
});
