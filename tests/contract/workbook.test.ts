import { readAll, WorkbookError } from '../../src/workbook';
import type {
  CellValue,
  SheetContents,
  Source,
  Workbook,
  WorkbookContents,
} from '../../src/workbook';
import { area, book, plan, sheet } from './fixtures';
import { subjects } from './subjects';
import type { Opened } from './subjects';

jest.setTimeout(30_000);

const sales: SheetContents = sheet(
  'Sales',
  [
    [null, 'Date', 'Amount', 'Note'],
    [null, 45_292, 12.5, '=HYPERLINK("x")'],
    [null, 45_323, { error: '#N/A' }, '1/2'],
    [null, null, { formula: '=C2*2', result: 25 }, true],
  ],
  {
    formats: [{ area: area(1, 1, 3, 1), style: { numberFormat: 'yyyy-mm-dd' } }],
    tables: [{ name: 'SalesTable', area: area(0, 1, 4, 3) }],
  },
);
const hidden = sheet('Old data', [['Key'], ['a']], { visibility: 'hidden' });
const blank = sheet('Blank', []);

async function refusalOf(work: Promise<unknown>): Promise<WorkbookError> {
  const caught: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof WorkbookError)) throw new Error(`Not refused: ${String(caught)}`);
  return caught;
}

function sheetOf(contents: WorkbookContents, name: string): SheetContents {
  const found = contents.sheets.find((one) => one.name === name);
  if (!found) throw new Error(`No sheet ${name}`);
  return found;
}

describe.each(subjects)('a workbook held by $name', ({ open }) => {
  let opened: Opened;
  let workbook: Workbook;

  async function start(contents: WorkbookContents) {
    opened = await open(contents);
    ({ workbook } = opened);
  }

  afterEach(() => {
    opened.close();
  });

  describe('reading', () => {
    beforeEach(async () => {
      const name = { name: 'Amounts', formula: '=Sales!$C$2:$C$4' };
      await start(book([sales, hidden, blank], [name]));
    });

    test('lists tables, sheets with something on them and named ranges, in order', async () => {
      const expected: Source[] = [
        {
          kind: 'table',
          name: 'SalesTable',
          sheet: 'Sales',
          area: area(0, 1, 4, 3),
          isHidden: false,
        },
        { kind: 'sheet', name: 'Sales', sheet: 'Sales', area: area(0, 1, 4, 3), isHidden: false },
        {
          kind: 'sheet',
          name: 'Old data',
          sheet: 'Old data',
          area: area(0, 0, 2, 1),
          isHidden: true,
        },
        { kind: 'name', name: 'Amounts', sheet: 'Sales', area: area(1, 2, 3, 1), isHidden: false },
      ];
      expect(await workbook.listSources()).toEqual(expected);
    });

    test('reads dates as serial numbers, blanks as null, errors as errors, results of formulas', async () => {
      const rows = await readAll(workbook, { sheet: 'Sales', area: area(0, 1, 4, 3) });
      const expected: CellValue[][] = [
        ['Date', 'Amount', 'Note'],
        [45_292, 12.5, '=HYPERLINK("x")'],
        [45_323, { error: '#N/A' }, '1/2'],
        [null, 25, true],
      ];
      expect(rows).toEqual(expected);
    });

    test('tells the number formats of the first rows', async () => {
      for await (const { formats } of workbook.read({ sheet: 'Sales', area: area(0, 1, 4, 2) })) {
        expect(formats).toEqual([
          ['General', 'General'],
          ['yyyy-mm-dd', 'General'],
          ['yyyy-mm-dd', 'General'],
          ['yyyy-mm-dd', 'General'],
        ]);
      }
    });

    test('reads formulas as people typed them', async () => {
      const contents = await workbook.readContents({ sheet: 'Sales', area: area(3, 2, 1, 2) });
      expect(contents).toEqual([[{ formula: '=C2*2', result: 25 }, true]]);
    });

    test.each([
      ['a formula among others', area(0, 1, 4, 3), true],
      ['a formula alone', area(3, 2, 1, 1), true],
      ['a constant alone', area(2, 1, 1, 1), false],
      ['constants', area(0, 1, 3, 3), false],
      ['a text that looks like a formula', area(1, 3, 2, 1), false],
    ])('tells whether there are formulas: %s', async (_, place, answer) => {
      expect(await workbook.holdsFormulas({ sheet: 'Sales', area: place })).toBe(answer);
    });

    test('ends whole columns where the cells end', async () => {
      const rows = await readAll(workbook, { sheet: 'Sales', area: area(0, 1, 1_048_576, 1) });
      expect(rows).toEqual([['Date'], [45_292], [45_323], [null]]);
    });

    test('stops when the signal says so', async () => {
      const signal = AbortSignal.abort();
      const read = readAll(workbook, { sheet: 'Sales', area: area(0, 1, 4, 3) }, { signal });
      expect((await refusalOf(read)).code).toBe('cancelled');
    });

    test('names the sheet that is not there', async () => {
      const read = readAll(workbook, { sheet: 'Nowhere', area: area(0, 0, 1, 1) });
      expect(await refusalOf(read)).toMatchObject({ code: 'notFound', subject: 'Nowhere' });
    });
  });

  test('reads many rows in blocks that follow each other', async () => {
    const cells = Array.from({ length: 12_345 }, (_, row) => [row, `text ${String(row % 7)}`]);
    await start(book([sheet('Many', cells)]));
    let next = 0;
    let blocks = 0;
    for await (const { offset, values } of workbook.read({
      sheet: 'Many',
      area: area(0, 0, 12_345, 2),
    })) {
      expect(offset).toBe(next);
      expect(values[0]).toEqual([next, `text ${String(next % 7)}`]);
      next += values.length;
      blocks += 1;
    }
    expect(next).toBe(12_345);
    expect(blocks).toBeGreaterThan(1);
  });

  describe('writing a new sheet', () => {
    beforeEach(async () => {
      await start(book([sales]));
    });

    test('puts everything of the plan on it', async () => {
      const wanted = plan(6);
      expect(await workbook.write(wanted)).toEqual({ sheet: 'Report', isNew: true, tables: [] });
      const written = sheetOf(await opened.contents(), 'Report');
      expect(written.cells.map((row) => row.slice(0, 4))).toEqual(
        wanted.cells.map((row) => row.slice(0, 4)),
      );
      expect(written.rules).toEqual(wanted.rules);
      // Excel's interface has no place for a chart's description.
      const { description } = written.charts[0] ?? { description: '' };
      expect(['', wanted.charts[0]?.description]).toContain(description);
      expect(written.charts).toEqual(wanted.charts.map((chart) => ({ ...chart, description })));
      expect(written.frozen).toEqual({ rows: 1, columns: 1 });
      expect(written.gridlines).toBe(false);
      expect(written.tabColour).toBe('#1F4E79');
      expect(written.print).toEqual(wanted.print);
      expect(written.columnWidths[0]).toBeCloseTo(20, 1);
      expect(written.rowHeights[0]).toBe(24);
    });

    test('leaves all other sheets as they were', async () => {
      const before = sheetOf(await opened.contents(), 'Sales');
      await workbook.write(plan(6));
      expect(sheetOf(await opened.contents(), 'Sales')).toEqual(before);
    });

    test('keeps text as text, whatever it looks like', async () => {
      const texts = [
        '=HYPERLINK("x")',
        '1/2',
        '007',
        "'quoted",
        '+1',
        '@SUM(A1)',
        ' a ',
        'TRUE',
        '#N/A',
      ];
      await workbook.write(plan(0, { cells: [texts], charts: [], rules: [], formats: [] }));
      const written = sheetOf(await opened.contents(), 'Report');
      expect(written.cells[0]).toEqual(texts);
    });

    test('writes numbers, truth values and errors as such', async () => {
      const row = [0.1 + 0.2, -5, true, { error: '#N/A' as const }];
      await workbook.write(plan(0, { cells: [row], charts: [], rules: [], formats: [] }));
      expect(sheetOf(await opened.contents(), 'Report').cells[0]).toEqual(row);
    });

    test('takes a free name where somebody else has the wished one', async () => {
      const taken = plan(2, { name: 'sales' });
      expect(await workbook.write(taken)).toMatchObject({ sheet: 'sales (2)', isNew: true });
      expect(sheetOf(await opened.contents(), 'Sales').cells[0]?.[1]).toBe('Date');
    });

    test('never takes over a table of the same name', async () => {
      const tables = [
        { name: 'SalesTable', area: area(0, 0, 3, 5) },
        { name: 'Targets', area: area(0, 6, 2, 1) },
      ];
      const cells = plan(2).cells.map((row, index) => [...row, null, index === 0 ? 'Total' : 1]);
      const written = await workbook.write(plan(2, { cells, tables, charts: [] }));
      expect(written.tables).toEqual(['SalesTable_2', 'Targets']);
      const contents = await opened.contents();
      expect(sheetOf(contents, 'Sales').tables[0]?.name).toBe('SalesTable');
      expect(sheetOf(contents, 'Report').tables.map(({ name, area: at }) => [name, at])).toEqual([
        ['SalesTable_2', tables[0]?.area],
        ['Targets', tables[1]?.area],
      ]);
    });

    test('remembers the sheet by its id and leaves it out of the sources', async () => {
      await workbook.write(plan(2));
      const own = await workbook.findOwnSheet('variance-report');
      expect(own).toMatchObject({ id: 'variance-report', sheet: 'Report' });
      expect(own?.shape).toMatchObject({ rows: 3, columns: 5, name: 'Report' });
      expect(await workbook.findOwnSheet('dashboard')).toBeUndefined();
      const sources = await workbook.listSources();
      expect(sources.map(({ kind, name }) => [kind, name])).toEqual([
        ['table', 'SalesTable'],
        ['sheet', 'Sales'],
      ]);
    });
  });

  describe('writing the same sheet again', () => {
    beforeEach(async () => {
      await start(book([sales]));
      await workbook.write(plan(4));
    });

    test('rewrites it in place', async () => {
      const smaller = plan(2);
      expect(await workbook.write(smaller)).toMatchObject({ sheet: 'Report', isNew: false });
      const contents = await opened.contents();
      expect(contents.sheets.map(({ name }) => name)).toEqual(['Sales', 'Report']);
      const written = sheetOf(contents, 'Report');
      expect(written.cells.slice(0, 3).map((row) => row.slice(0, 3))).toEqual(
        smaller.cells.map((row) => row.slice(0, 3)),
      );
      expect(
        written.cells
          .slice(3)
          .flat()
          .filter((cell) => cell !== null),
      ).toEqual([]);
      expect(written.rules).toEqual(smaller.rules);
      expect(written.charts).toHaveLength(1);
      expect(written.charts[0]?.place).toEqual(smaller.charts[0]?.place);
    });

    test('gives its tables the names they had', async () => {
      const tables = [{ name: 'Figures', area: area(0, 0, 3, 5) }];
      await workbook.write(plan(2, { tables }));
      expect(await workbook.write(plan(2, { tables }))).toMatchObject({ tables: ['Figures'] });
    });
  });

  describe('adding rows to a table', () => {
    beforeEach(async () => {
      await start(book([sales]));
    });

    test('puts them below its last row', async () => {
      await workbook.appendRows('SalesTable', [
        [45_400, 7, '=1+1'],
        [45_401, 8, null],
      ]);
      const written = sheetOf(await opened.contents(), 'Sales');
      expect(written.tables[0]?.area).toEqual(area(0, 1, 6, 3));
      const rows = await readAll(workbook, { sheet: 'Sales', area: area(4, 1, 2, 3) });
      expect(rows).toEqual([
        [45_400, 7, '=1+1'],
        [45_401, 8, null],
      ]);
    });

    test('names the table that is not there', async () => {
      const refusal = await refusalOf(workbook.appendRows('Nothing', [[1]]));
      expect(refusal).toMatchObject({ code: 'notFound', subject: 'Nothing' });
    });
  });

  test('shows a place, and says so where its sheet is not there', async () => {
    await start(book([sales, blank]));
    await workbook.select({ sheet: 'Blank', area: area(2, 1, 1, 1) });
    const nowhere = workbook.select({ sheet: 'Nowhere', area: area(0, 0, 1, 1) });
    expect(await refusalOf(nowhere)).toMatchObject({ code: 'notFound', subject: 'Nowhere' });
  });

  test('refuses to add rows on a protected sheet and changes nothing', async () => {
    await start(book([{ ...sales, isProtected: true }]));
    const before = await opened.contents();
    const refusal = await refusalOf(workbook.appendRows('SalesTable', [[1, 2, 3]]));
    expect(refusal).toMatchObject({ code: 'protectedSheet', subject: 'Sales' });
    expect(await opened.contents()).toEqual(before);
  });
});
