import { readAll, WorkbookError } from '../../src/workbook';
import type { CellValue, NewTable, Workbook } from '../../src/workbook';
import { area, book, sheet } from './fixtures';
import { subjects } from './subjects';
import type { Opened } from './subjects';

jest.setTimeout(30_000);

const given: CellValue[][] = [
  ['00123', 46_024, 12.5, '=1+1'],
  ['1/2', 46_025.75, -3, '+x'],
  ["'quoted", null, null, '-x'],
  ['TRUE', 46_026, 0, '@x'],
];
const wish = (
  cells: readonly (readonly CellValue[])[],
  more: Partial<NewTable> = {},
): NewTable => ({
  sheet: 'Orders',
  table: 'Orders',
  columns: [
    { header: 'Id' },
    { header: 'Day', numberFormat: 'yyyy-mm-dd' },
    { header: '=Amount', numberFormat: '0.00', width: 14 },
    { header: 'Note' },
  ],
  rowCount: cells.length,
  rows: (from, to) => cells.slice(from, to),
  ...more,
});
const many = Array.from({ length: 12_000 }, (_, row): CellValue[] => [
  `K${String(row)}`,
  46_000 + (row % 300),
  row / 4,
  null,
]);

async function codeOf(work: Promise<unknown>): Promise<string> {
  const caught: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof WorkbookError)) throw new Error(`Not refused: ${String(caught)}`);
  return caught.code;
}

describe.each(subjects)('a table added to a workbook held by $name', ({ open }) => {
  let opened: Opened;
  let workbook: Workbook;

  beforeEach(async () => {
    const taken = sheet('Orders', [['A'], [1]], {
      tables: [{ name: 'ORDERS', area: area(0, 0, 2, 1) }],
    });
    opened = await open(book([taken]));
    ({ workbook } = opened);
  });

  afterEach(() => {
    opened.close();
  });

  test('stands under free names, its texts as they were, whatever they spell', async () => {
    const added = await workbook.addTable(wish(given));
    expect(added).toEqual({ sheet: 'Orders (2)', table: 'Orders_2' });
    const whole = area(0, 0, 5, 4);
    const cells = await readAll(workbook, { sheet: added.sheet, area: whole });
    expect(cells).toEqual([['Id', 'Day', '=Amount', 'Note'], ...given]);
    expect(await workbook.holdsFormulas({ sheet: added.sheet, area: whole })).toBe(false);
    const sources = await workbook.listSources();
    expect(sources).toContainEqual({
      kind: 'table',
      name: 'Orders_2',
      sheet: 'Orders (2)',
      area: whole,
      isHidden: false,
    });
    const written = (await opened.contents()).sheets.find(({ name }) => name === 'Orders (2)');
    expect(written?.cells.slice(1)).toEqual(given);
    expect(written?.frozen).toEqual({ rows: 1, columns: 0 });
    const formatOf = (row: number, column: number) =>
      written?.formats.findLast(
        ({ area: one, style }) =>
          style.numberFormat !== undefined &&
          row >= one.row &&
          row < one.row + one.rows &&
          column >= one.column &&
          column < one.column + one.columns,
      )?.style.numberFormat ?? 'General';
    expect([1, 4].map((row) => formatOf(row, 1))).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd']);
    expect(formatOf(2, 2)).toBe('0.00');
    expect(formatOf(0, 2)).toBe('General');
  });

  test('stands below its titles, each text of them in its place', async () => {
    const titles = [['Targets 2026', '=1+1'], [], ['Year:', '2026', '', '', '007']];
    const added = await workbook.addTable(wish(given, { titles }));
    const sources = await workbook.listSources();
    const table = sources.find(({ name }) => name === added.table);
    expect(table?.area).toEqual(area(3, 0, 5, 4));
    const place = { sheet: added.sheet, area: area(0, 0, 8, 5) };
    const blanks = (count: number) => Array<null>(count).fill(null);
    expect(await readAll(workbook, place)).toEqual([
      ['Targets 2026', '=1+1', ...blanks(3)],
      blanks(5),
      ['Year:', '2026', null, null, '007'],
      ['Id', 'Day', '=Amount', 'Note', null],
      ...given.map((row) => [...row, null]),
    ]);
    expect(await workbook.holdsFormulas(place)).toBe(false);
    const written = (await opened.contents()).sheets.find(({ name }) => name === added.sheet);
    expect(written?.frozen).toEqual({ rows: 4, columns: 0 });
    const dated = written?.formats.filter(({ style }) => style.numberFormat === 'yyyy-mm-dd');
    expect(dated?.map((one) => [one.area.row, one.area.rows])).toEqual([[4, 4]]);
  });

  test('is written in blocks, with progress up to its last row', async () => {
    const seen: number[] = [];
    const { sheet: name } = await workbook.addTable(wish(many), {
      onProgress: ({ rowsWritten, rows }) => {
        expect(rows).toBe(many.length);
        seen.push(rowsWritten);
      },
    });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(seen.at(-1)).toBe(many.length);
    const cells = await readAll(workbook, { sheet: name, area: area(1, 0, many.length, 4) });
    expect(cells).toEqual(many);
  });

  test('leaves nothing behind when it is cancelled half-way', async () => {
    const controller = new AbortController();
    const adding = workbook.addTable(wish(many), {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    expect(await codeOf(adding)).toBe('cancelled');
    const { sheets } = await opened.contents();
    expect(sheets.map(({ name }) => name)).toEqual(['Orders']);
    // Nothing of it is in the way of the next.
    expect(await workbook.addTable(wish(given))).toEqual({
      sheet: 'Orders (2)',
      table: 'Orders_2',
    });
  });

  test('is refused before a first cell where it has more rows than a sheet', async () => {
    const rows = jest.fn(() => []);
    expect(await codeOf(workbook.addTable(wish([], { rowCount: 1_048_576, rows })))).toBe(
      'tooLarge',
    );
    expect(rows).not.toHaveBeenCalled();
    expect((await opened.contents()).sheets).toHaveLength(1);
  });
});
