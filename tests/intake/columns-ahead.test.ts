import { fc } from '../properties';
import { RangeWorkbook } from '../../bench/range-workbook';
import { salesHeaders, type Cell } from '../../bench/workload';
import { judge, readTable, type AheadWish, type RawTable } from '../../src/intake';
import { RowScan } from '../../src/intake/shapes';
import { ColumnsAhead } from '../../src/intake/shapes/columns-ahead';
import { finish } from '../../src/sales';
import { findError, type CellValue } from '../../src/workbook';

type Lines = readonly (readonly Cell[])[];

/** Reads lines under the usual headers, which come in blocks and with blank cells as Excel gives them. */
async function readLines(
  above: Lines,
  blocks: readonly Lines[],
  ahead?: AheadWish,
): Promise<RawTable | 'no table'> {
  const [first = [], ...others] = blocks;
  const rows = blocks.flat().length + above.length;
  const values = [[...above, salesHeaders, ...first], ...others].map((one) => JSON.stringify(one));
  const workload = { rows, sales: values, targetRows: 0, targets: ['[[]]'], questions: [] };
  const workbook = new RangeWorkbook(workload, true);
  const [table] = await workbook.listSources();
  if (!table) throw new Error('There is no source');
  // A table of Excel begins with its header; what stands above one is on a sheet.
  const source = above.length > 0 ? { ...table, kind: 'sheet' as const } : table;
  const read = await readTable(workbook, source, ahead ? { ahead } : {});
  return 'issues' in read ? 'no table' : read;
}

/** All that is known of a table, its columns encoded. */
function factsOf(read: RawTable | 'no table') {
  if (read === 'no table') return read;
  const { grid, headers, headerRow, setAside, findings, reading, placeOf } = read;
  const columns = headers.map((_, index) => {
    const cells = grid.column(index);
    const standing = [...cells.values.entries()]
      .map(([code, value]) => ({ value, count: cells.counts[code], row: cells.firstRow(code) }))
      .filter(({ count }) => count !== 0);
    return {
      all: Array.from({ length: grid.rowCount }, (__, row) => cells.at(row)),
      numbers: cells.numberCount,
      days: cells.dayCount,
      standing,
    };
  });
  const judged = judge(read).columns;
  return { headers, headerRow, setAside, findings, reading, columns, judged, isPlain: !placeOf };
}

const plain: Cell[] = [45_000, 'West', 'Tea', 'Ann', 'Online', 'Kadipine', 3, 12.5];
const odd = fc.constantFrom<Cell>(
  '',
  ' ',
  'West',
  'Total',
  'West Total',
  '#N/A',
  '12,50',
  '2026-01-31',
  0,
  -7.25,
  45_001,
  true,
);
/** Most cells are what their column says. */
const line = fc
  .tuple(fc.array(fc.tuple(fc.nat(7), odd), { maxLength: 2 }), fc.nat(2))
  .map(([changes, which]) => {
    const cells = plain.map((cell) =>
      cell === 'West' ? (['West', 'East', 'North'][which] ?? '') : cell,
    );
    for (const [column, cell] of changes) cells[column] = cell;
    return cells;
  });
const plainLine = fc.constantFrom<readonly Cell[]>(plain, [45_031, 'East', ...plain.slice(2)]);
const blocks = fc.array(
  fc.oneof(
    fc.array(plainLine, { minLength: 1, maxLength: 6 }),
    fc.array(line, { minLength: 1, maxLength: 6 }),
  ),
  { minLength: 1, maxLength: 5 },
);
const above = fc.constantFrom<Lines>([], [['Sales 2026', '', '', '', '', '', '', '']]);
const wish = fc.record({
  firstRow: fc.integer({ min: 0, max: 3 }),
  columns: fc.uniqueArray(fc.nat(9), { maxLength: 8 }),
});

test('a table is the same whichever columns were said to be asked for, rightly or not', async () => {
  await fc.assert(
    fc.asyncProperty(above, blocks, wish, async (titles, lines, ahead) => {
      const expected = factsOf(await readLines(titles, lines));
      expect(factsOf(await readLines(titles, lines, ahead))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

/** Cells of a column in which nearly every row has a text of its own. */
const customer = (row: number) => `Customer ${String(row)}`;
const customers = salesHeaders.indexOf('Customer');

test('a table with a column of many texts is the same too, whatever stands further down in it', async () => {
  const rows = 2600;
  const change = fc.tuple(fc.nat(rows - 1), fc.constantFrom(customers, customers, 1, 7), odd);
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 4 }),
      fc.constantFrom([customers], [customers, 1, 7], [...salesHeaders.keys()]),
      fc.constantFrom(700, 1500, rows),
      async (changes, columns, size) => {
        const lines = Array.from({ length: rows }, (_, row) =>
          plain.map((cell, column) => (column === customers ? customer(row) : cell)),
        );
        for (const [row, column, cell] of changes) {
          const line = lines[row];
          if (line) line[column] = cell;
        }
        const parts: Lines[] = [];
        for (let from = 0; from < rows; from += size) parts.push(lines.slice(from, from + size));
        const expected = factsOf(await readLines([], parts));
        expect(factsOf(await readLines([], parts, { firstRow: 1, columns }))).toEqual(expected);
      },
    ),
    { numRuns: 12 },
  );
});

describe('columns encoded while rows are read', () => {
  const aheadOf = (blocksOfRows: readonly Lines[], wished: AheadWish): ColumnsAhead => {
    const ahead = new ColumnsAhead(wished, blocksOfRows.flat().length + wished.firstRow);
    let start = wished.firstRow;
    for (const rows of blocksOfRows) {
      ahead.takePlain(rows, 0, rows.length, start);
      ahead.takeMixed(rows, 0, rows.length, start);
      start += rows.length;
    }
    return ahead;
  };
  const columns = (ahead: ColumnsAhead, firstRow: number, rows: number) => [
    ...ahead.of(firstRow, rows).keys(),
  ];

  test('need not be looked at where they hold nothing but numbers or nothing but ordinary texts', () => {
    const rows: Lines = [
      ['West', 1, 'a', 'Total', 'x', 'x', 2],
      ['East', 2.5, '', 'b', '#N/A', 7, true],
    ];
    const ahead = aheadOf([rows], { firstRow: 1, columns: [0, 1, 2, 3, 4, 5, 6] });
    expect(ahead.looked(7)).toEqual({ width: 7, columns: [2, 3, 4, 5, 6], numbers: 1 });
  });

  test('hold cells as they were read, where some are read otherwise than they came', () => {
    const rows: Cell[][] = [['West'], ['#N/A'], ['East']];
    const ahead = new ColumnsAhead({ firstRow: 1, columns: [0] }, 4);
    ahead.takePlain(rows, 0, 3, 1);
    const read = [['West'], [{ error: '#N/A' as const }], ['East']];
    ahead.takeMixed(read, 0, 3, 1);
    const cells = ahead.of(1, 3).get(0);
    expect(cells?.values).toEqual(['West', { error: '#N/A' }, 'East']);
    expect([0, 1, 2].map((row) => cells?.at(row))).toEqual(read.flat());
  });

  test('leave what turns out to hold something else to be looked at cell by cell', () => {
    const wished = { firstRow: 1, columns: [0, 1] };
    const before = aheadOf([[['West', 1, 'a']]], wished);
    expect(before.looked(3)).toEqual({ width: 3, columns: [2], numbers: 1 });
    const after = aheadOf([[['West', 1, 'a']], [['', 2, 'b']]], wished);
    expect(after.looked(3)).toEqual({ width: 3, columns: [0, 2], numbers: 1 });
  });

  test('wait for many rows where they hold many texts, and are looked at anew where one is no mere text', () => {
    const [block, count] = [10_000, 160_001];
    const rows: CellValue[][] = [['Customer', 'Amount', 'Note']];
    while (rows.length < count) rows.push([customer(rows.length), rows.length, 'paid']);
    rows[140_000] = ['Total', 1, 'paid'];
    rows[142_000] = [customer(142_000), 1, '#N/A'];
    rows[145_000] = ['#N/A', 2, 'paid'];
    const scan = new RowScan(count);
    scan.take(rows, 0, 1);
    const ahead = new ColumnsAhead({ firstRow: 1, columns: [0, 1] }, count);
    const error = findError('#N/A') ?? null;
    let reads = 0;
    const read = (row: readonly unknown[]): CellValue[] => {
      reads += 1;
      // As in Excel, an object is a rich value, whose meaning we do not know.
      const valueOf = (cell: unknown) => (typeof cell === 'object' ? findError('#FIELD!') : cell);
      return row.map((cell) => (cell === '#N/A' ? error : (valueOf(cell) as CellValue)));
    };
    const due: number[] = [];
    for (let from = 1; from < count; from += block) {
      ahead.takePlain(rows, from, from + block, from);
      scan.takeGiven({ rows, read }, from, from + block, ahead.looked(3));
      ahead.takeMixed(rows, from, from + block, from);
      if (!ahead.isDue(scan)) continue;
      due.push(scan.rowCount);
      finish(ahead.takeLate(rows, scan, read));
    }
    finish(ahead.takeLate(rows, scan, read));
    // 131,072 rows below the first block, with which the column was taken.
    expect(due).toEqual([150_001]);
    expect(scan.totals).toEqual([{ row: 140_000, column: 0 }]);
    expect(scan.rowCount).toBe(count);
    expect(reads).toBe(3);
    expect(rows[142_000]).toContain(error);
    expect(ahead.looked(3)).toEqual({ width: 3, columns: [0, 2], numbers: 1 });
    const cells = ahead.of(1, count - 1).get(0);
    const shown = [0, 139_999, 144_999, 159_999].map((row) => cells?.at(row));
    expect(shown).toEqual([customer(1), 'Total', error, customer(160_000)]);
    expect(cells?.values).toHaveLength(count - 1);
  });

  test('are of no use where the rows begin elsewhere or are not so many', () => {
    const ahead = aheadOf([[['West'], ['East']]], { firstRow: 1, columns: [0] });
    expect(columns(ahead, 1, 2)).toEqual([0]);
    expect(columns(ahead, 2, 2)).toEqual([]);
    expect(columns(ahead, 1, 1)).toEqual([]);
  });

  test('hold the cells as they stand, block after block', () => {
    const rows: Lines[] = [
      [
        ['West', 1],
        ['East', 2],
      ],
      [['West', 0.5]],
    ];
    const found = aheadOf(rows, { firstRow: 4, columns: [1, 0] }).of(4, 3);
    const cells = [0, 1].map((column) => [0, 1, 2].map((row) => found.get(column)?.at(row)));
    expect(cells).toEqual([
      ['West', 'East', 'West'],
      [1, 2, 0.5],
    ]);
  });
});
