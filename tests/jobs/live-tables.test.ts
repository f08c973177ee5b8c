import { Session } from '../../src/jobs';
import type { Loaded } from '../../src/jobs/source-cache';
import { addressIn, type RawTable } from '../../src/intake';
import type { Area, CellValue, Workbook, WorkbookChange } from '../../src/workbook';
import { openInExcel, type OpenedInExcel } from '../contract/subjects';
import { emptySheet } from '../../src/workbook';

/** More rows than are held against each other: up to 5,000 of them are read anew. */
const long = 5200;

/** Rows 2 to 5201 hold sales; column D doubles the amount by a formula where `isLive`. */
function sales(isLive = false, count = long) {
  const body = Array.from({ length: count }, (_, row) => [
    46_023 + (row % 90),
    row % 3 === 0 ? 'West' : 'East',
    row + 0.25,
    ...(isLive ? [{ formula: `=C${String(row + 2)}*Rates!$A$1`, result: (row + 0.25) * 2 }] : []),
  ]);
  const headers = ['Date', 'Region', 'Amount', ...(isLive ? ['Value'] : [])];
  return {
    sheets: [
      { ...emptySheet('Sales'), cells: [headers, ...body] },
      { ...emptySheet('Rates'), cells: [[2]] },
    ],
    names: [],
    dateSystem: 1900 as const,
  };
}

async function load(session: Session): Promise<Loaded> {
  const sources = await session.sources();
  const source = sources.find(({ name }) => name === 'Sales');
  if (!source) throw new Error('There is no source "Sales"');
  return session.load(source);
}

async function rawOf(session: Session): Promise<RawTable> {
  const loaded = await load(session);
  if ('issues' in loaded) throw new Error(loaded.issues.map(({ code }) => code).join());
  return loaded.table.raw;
}

/** The headers and the rows below them, or what keeps the cells from being a table. */
async function cellsOf(session: Session): Promise<CellValue[][]> {
  const loaded = await load(session);
  if ('issues' in loaded) return [loaded.issues.map(({ code, at }) => `${code} ${at}`)];
  const { grid, headers } = loaded.table.raw;
  const rows = Array.from({ length: grid.rowCount }, (_, row) =>
    headers.map((__, column) => grid.cell(row, column)),
  );
  return [[...headers], ...rows];
}

/** How many rows of data a session asked its workbook for. */
function countingRows(workbook: Workbook) {
  const asked: Area[] = [];
  const counted: Workbook = {
    ...workbook,
    read(place, options) {
      asked.push(place.area);
      return workbook.read(place, options);
    },
  };
  return { counted, rows: () => asked.splice(0).reduce((sum, { rows }) => sum + rows, 0) };
}

describe('a table read once', () => {
  let opened: OpenedInExcel;
  let session: Session;
  let rowsRead: () => number;
  let changes: WorkbookChange[];

  async function open(isLive = false, count = long) {
    opened = await openInExcel(sales(isLive, count));
    const { counted, rows } = countingRows(opened.workbook);
    session = new Session(counted);
    rowsRead = rows;
    changes = [];
    await opened.workbook.watch((change) => {
      changes.push(change);
    });
    await rawOf(session);
    rowsRead();
  }
  afterEach(() => {
    opened.close();
  });

  /** What a person does in the grid, and the table as it then stands read anew. */
  async function after(
    script: string,
    isCalculation = false,
    told: (change: WorkbookChange) => WorkbookChange = (change) => change,
  ): Promise<CellValue[][]> {
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sales');
        ${script}
        await context.sync();
      });`,
    );
    await opened.workbench.settled();
    const isTold = () =>
      changes.some((change) => (change.isCalculation ?? false) === isCalculation);
    for (let waits = 0; waits < 100 && !isTold(); waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const change of changes.splice(0)) session.noteChange(told(change));
    return cellsOf(new Session(opened.workbook));
  }

  test('takes an edited cell alone', async () => {
    await open();
    const anew = await after(`sheet.getRange('C5:C6').values = [[7], ['x']];`);
    expect(await cellsOf(session)).toEqual(anew);
    expect(anew[4]?.[2]).toBe(7);
    expect(rowsRead()).toBe(2);
  });

  test('of a few rows is read anew for a text that stands alone in a row, a note', async () => {
    await open(false, 300);
    const anew = await after(`sheet.getRange('150:150').insert('Down');
      sheet.getRange('A150').values = [['preliminary']];`);
    expect(await cellsOf(session)).toEqual(anew);
    const aside = (await rawOf(session)).setAside ?? [];
    expect(aside.map(({ code, at }) => `${code} ${at}`)).toEqual(['noteRow Sales!A150']);
  });

  test('is read anew once names alone stand between its rows, and not for the first of them', async () => {
    await open();
    const typed = (row: number, name: string) =>
      after(`sheet.getRange('${String(row)}:${String(row)}').insert('Down');
        sheet.getRange('B${String(row)}').values = [['${name}']];`);
    await typed(2, 'North');
    await cellsOf(session);
    expect(rowsRead()).toBeLessThan(30);
    const anew = await typed(150, 'South');
    expect(await cellsOf(session)).toEqual(anew);
    expect([anew[0]?.at(-1), anew[1]?.at(-1), anew[5200]?.at(-1)]).toEqual([
      'Group',
      'North',
      'South',
    ]);
  });

  test('takes rows pasted below alone', async () => {
    await open();
    const anew = await after(
      `sheet.getRange('A5202:C5203').values = [[46100, 'North', 1], [46101, 'North', 2]];`,
    );
    expect(await cellsOf(session)).toEqual(anew);
    expect(anew).toHaveLength(5203);
    expect(rowsRead()).toBe(2);
  });

  test('sets a note typed below aside, as when it is read anew', async () => {
    await open();
    const anew = await after(`sheet.getRange('A5204').values = [['Source: the till']];`);
    expect(await cellsOf(session)).toEqual(anew);
    // No row of the table begins with it, and its cell is told.
    expect(anew.some(([first]) => first === 'Source: the till')).toBe(false);
    const aside = (await rawOf(session)).setAside ?? [];
    expect(aside.map(({ code, at }) => `${code} ${at}`)).toContain('noteRow Sales!A5204');
  });

  /** Rows beside the places where rows moved, and the last ones, are read to be sure. */
  const checked = 30;

  test.each([
    ['inserted rows', `sheet.getRange('10:11').insert('Down');`],
    [
      'an inserted row that was filled in',
      `sheet.getRange('10:10').insert('Down');
       sheet.getRange('A10:C10').values = [[46100, 'North', 7]];`,
    ],
    ['deleted rows', `sheet.getRange('20:40').delete('Up');`],
    ['the first rows deleted', `sheet.getRange('2:4').delete('Up');`],
    ['the last rows deleted', `sheet.getRange('5190:5210').delete('Up');`],
    ['rows inserted above the header', `sheet.getRange('1:3').insert('Down');`],
    [
      'cells moved down and up in all of its columns',
      `sheet.getRange('A5:C5').insert('Down');
       sheet.getRange('A9:C9').delete('Up');`,
    ],
    [
      'several of these, one after another',
      `sheet.getRange('C30').values = [[7]];
       sheet.getRange('28:29').insert('Down');
       sheet.getRange('C50:C51').values = [[8], [9]];
       sheet.getRange('10:31').delete('Up');
       sheet.getRange('A12:C12').values = [[46100, 'North', 7]];`,
    ],
  ])('follows %s, and reads the new cells alone', async (_, script) => {
    await open();
    const before = await rawOf(session);
    const anew = await after(script);
    expect(await cellsOf(session)).toEqual(anew);
    const raw = await rawOf(session);
    const fresh = await rawOf(new Session(opened.workbook));
    expect(addressIn(raw, 40, 2)).toBe(addressIn(fresh, 40, 2));
    expect(rowsRead()).toBeLessThan(checked);
    // A job that goes on meanwhile has the rows that it began with.
    expect(before.grid.rowCount).toBe(5200);
  });

  test('follows rows inserted and deleted after what was read was made small', async () => {
    await open();
    await session.settle();
    const anew = await after(
      `sheet.getRange('10:10').insert('Down'); sheet.getRange('20:40').delete('Up');`,
    );
    expect(await cellsOf(session)).toEqual(anew);
    expect(rowsRead()).toBeLessThan(checked);
  });

  test.each([
    ['a new header', `sheet.getRange('B1').values = [['Area']];`],
    ['a deleted header', `sheet.getRange('1:1').delete('Up');`],
    ['cells moved down in one column', `sheet.getRange('C5').insert('Down');`],
    ['an inserted column', `sheet.getRange('B:B').insert('Right');`],
    ['a last row made blank', `sheet.getRange('A5201:C5201').clear('Contents');`],
    // The amounts 0.25 to 5199.25 add up to 13,518,700.
    ['a total typed below', `sheet.getRange('A5202:C5202').values = [['Total', '', 13518700]];`],
    [
      'a total inserted',
      `sheet.getRange('9:9').insert('Down');
       sheet.getRange('A9:C9').values = [['Total', '', 22.75]];`,
    ],
    ['a cell cleared beside a name that may be a total', `sheet.getRange('A9').clear('Contents');`],
    ['a column beside it', `sheet.getRange('D1:D2').values = [['Rep'], ['Ann']];`],
  ])('is read anew after %s', async (_, script) => {
    await open();
    // "Total Energies" with a date is a customer.
    await after(`sheet.getRange('B9').values = [['Total Energies']];`);
    await cellsOf(session);
    rowsRead();
    const anew = await after(script);
    expect(await cellsOf(session)).toEqual(anew);
    expect(rowsRead()).toBeGreaterThan(5000);
  });

  test('of up to 5,000 rows is read anew, since its rows may come to be sums of others', async () => {
    // 30 months of five names; "Europe" is the sum of the four others once its figures are typed.
    const names = ['North', 'South', 'West', 'East', 'Europe'];
    const figureOf = (month: number, name: number) => 1000.5 + 37 * month + 251.25 * name;
    const rows = Array.from({ length: 30 }, (_, month) =>
      names.map((name, index) => [
        `${String(2024 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`,
        name,
        index < 4 ? figureOf(month, index) : 1,
      ]),
    ).flat();
    opened = await openInExcel({
      ...sales(),
      sheets: [{ ...emptySheet('Sales'), cells: [['Month', 'Region', 'Amount'], ...rows] }],
    });
    session = new Session(opened.workbook);
    changes = [];
    await opened.workbook.watch((change) => {
      changes.push(change);
    });
    expect(await cellsOf(session)).toHaveLength(151);
    const typed = Array.from({ length: 30 }, (_, month) => {
      const sum = [0, 1, 2, 3].reduce((all, name) => all + figureOf(month, name), 0);
      return `sheet.getRange('C${String(6 + 5 * month)}').values = [[${String(sum)}]];`;
    });
    const anew = await after(typed.join('\n'));
    expect(anew).toEqual([['unclearTotal Sales!B6']]);
    expect(await cellsOf(session)).toEqual(anew);
  });

  test('is read anew where the place that was told of inserted rows is another', async () => {
    await open();
    const anew = await after(`sheet.getRange('10:11').insert('Down');`, false, (change) => ({
      ...change,
      ...(change.area && { area: { ...change.area, row: 5 } }),
    }));
    expect(await cellsOf(session)).toEqual(anew);
    expect(rowsRead()).toBeGreaterThan(5000);
  });

  test('of few rows is read anew, since what is left of them may tell how blank cells are meant', async () => {
    const month = ['North', null, 'North', 'South', null].map((name, row) => [
      name,
      row + 46_023,
      1,
    ]);
    opened = await openInExcel({
      ...sales(),
      sheets: [{ ...emptySheet('Sales'), cells: [['Region', 'Date', 'Amount'], ...month] }],
    });
    session = new Session(opened.workbook);
    changes = [];
    await opened.workbook.watch((change) => {
      changes.push(change);
    });
    const regions = async () => (await cellsOf(session)).slice(1).map(([region]) => region);
    // North twice is a name of rows, not of blocks.
    expect(await regions()).toEqual(['North', null, 'North', 'South', null]);
    const anew = await after(`sheet.getRange('4:4').delete('Up');`);
    expect(await regions()).toEqual(['North', 'North', 'South', 'South']);
    expect(await cellsOf(session)).toEqual(anew);
  });

  test.each([
    ['in its rows', `sheet.getRange('B7').values = [['estimate']];`],
    ['in a row below', `sheet.getRange('A5202:D5202').values = [[46100, 'x', 'North', 1]];`],
  ])(
    'asks for the header of a column that was blank once something is typed %s',
    async (_, typed) => {
      await open();
      await after(`sheet.getRange('B:B').insert('Right');`);
      expect((await cellsOf(session))[0]).toEqual(['Date', '', 'Region', 'Amount']);
      const anew = await after(typed);
      expect(anew).toEqual([['blankHeader Sales!B1']]);
      expect(await cellsOf(session)).toEqual(anew);
    },
  );

  test('says how many rows have to be read anew', async () => {
    await open();
    const [source] = (await session.sources()).filter(({ name }) => name === 'Sales');
    const toRead = () => session.rowsToRead(source ? [source] : []);
    await after(`sheet.getRange('10:10').insert('Down'); sheet.getRange('C5').values = [[1]];`);
    expect(toRead()).toBe(0);
    await after(`sheet.getRange('B:B').insert('Right');`);
    expect(toRead()).toBe(5201);
  });

  test('that holds formulas is read anew after a calculation, and only then', async () => {
    await open(true, 300);
    expect(await session.isCalculated('Sales')).toBe(true);
    const anew = await after(
      `context.workbook.worksheets.getItem('Rates').getRange('A1').values = [[3]];`,
      true,
    );
    expect(await cellsOf(session)).toEqual(anew);
    expect(anew[1]).toEqual([46_023, 'West', 0.25, 0.75]);
  });

  test('of constants alone is not read again for a calculation', async () => {
    await open();
    expect(await session.isCalculated('Sales')).toBe(false);
    session.noteChange({ sheet: 'Sales', isCalculation: true });
    await rawOf(session);
    expect(rowsRead()).toBe(0);
  });
});

describe('sheets read as one', () => {
  const columns = ['Date', 'Region', 'Amount'];
  const month = (name: string, first: number) => ({
    ...emptySheet(name),
    cells: [
      columns,
      ...Array.from({ length: 5100 }, (_, row) => [first + (row % 28), 'West', row]),
    ],
  });
  const book = {
    sheets: [month('Jan', 46_023), month('Feb', 46_054), month('Mar', 46_082)],
    names: [],
    dateSystem: 1900 as const,
  };

  async function stackOf(session: Session): Promise<RawTable> {
    const parts = await session.sources();
    const [first] = parts;
    if (!first) throw new Error('There are no sheets');
    const loaded = await session.load({ ...first, name: 'Jan/*', parts });
    if ('issues' in loaded) throw new Error(loaded.issues.map(({ code }) => code).join());
    return loaded.table.raw;
  }
  const amountsOf = ({ grid }: RawTable) =>
    Array.from({ length: grid.rowCount }, (_, row) => [grid.cell(row, 2), grid.cell(row, 3)]);

  test('are put together anew after a change of one, of which the new cells are read alone', async () => {
    const opened = await openInExcel(book);
    try {
      const { counted, rows } = countingRows(opened.workbook);
      const session = new Session(counted);
      await opened.workbook.watch((change) => {
        session.noteChange(change);
      });
      const before = await stackOf(session);
      expect(await stackOf(session)).toBe(before);
      expect(rows()).toBe(15_303);
      await opened.workbench.runScript(
        `await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('Feb');
          sheet.getRange('C5').values = [[7000]];
          sheet.getRange('9:9').insert('Down');
          await context.sync();
        });`,
      );
      await opened.workbench.settled();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const sources = await session.sources();
      expect(session.rowsToRead(sources)).toBe(0);
      const after = await stackOf(session);
      expect(rows()).toBeLessThan(30);
      expect(amountsOf(after)).toEqual(amountsOf(await stackOf(new Session(opened.workbook))));
      // The row of C5 is the fourth of February, after 5,100 of January.
      expect(amountsOf(after)[5103]).toEqual([7000, 'Feb']);
      expect(after.grid.rowCount).toBe(15_301);
      expect(before.grid.rowCount).toBe(15_300);
    } finally {
      opened.close();
    }
  });
});
