import { Session } from '../../src/jobs';
import type { RawTable } from '../../src/intake';
import type { Area, CellValue, Workbook, WorkbookChange } from '../../src/workbook';
import { openInExcel, type OpenedInExcel } from '../contract/subjects';
import { emptySheet } from '../../src/workbook';

/** Rows 2 to 301 hold sales; column D doubles the amount by a formula where `isLive`. */
function sales(isLive = false) {
  const body = Array.from({ length: 300 }, (_, row) => [
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

function cellsOf({ grid, headers }: RawTable): CellValue[][] {
  return Array.from({ length: grid.rowCount }, (_, row) =>
    headers.map((__, column) => grid.cell(row, column)),
  );
}

async function rawOf(session: Session): Promise<RawTable> {
  const sources = await session.sources();
  const source = sources.find(({ name }) => name === 'Sales');
  if (!source) throw new Error('There is no source "Sales"');
  const loaded = await session.load(source);
  if ('issues' in loaded) throw new Error(loaded.issues.map(({ code }) => code).join());
  return loaded.table.raw;
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

  async function open(isLive = false) {
    opened = await openInExcel(sales(isLive));
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
  async function after(script: string, isCalculation = false): Promise<CellValue[][]> {
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sales');
        ${script}
        await context.sync();
      });`,
    );
    await opened.workbench.settled();
    const told = () => changes.some((change) => (change.isCalculation ?? false) === isCalculation);
    for (let waits = 0; waits < 100 && !told(); waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const change of changes.splice(0)) session.noteChange(change);
    return cellsOf(await rawOf(new Session(opened.workbook)));
  }

  test('takes an edited cell alone', async () => {
    await open();
    const anew = await after(`sheet.getRange('C5:C6').values = [[7], ['x']];`);
    expect(cellsOf(await rawOf(session))).toEqual(anew);
    expect(anew[3]?.[2]).toBe(7);
    expect(rowsRead()).toBe(2);
  });

  test('takes rows pasted below alone', async () => {
    await open();
    const anew = await after(
      `sheet.getRange('A302:C303').values = [[46100, 'North', 1], [46101, 'North', 2]];`,
    );
    expect(cellsOf(await rawOf(session))).toEqual(anew);
    expect(anew).toHaveLength(302);
    expect(rowsRead()).toBe(2);
  });

  test.each([
    ['an inserted row', `sheet.getRange('10:10').insert('Down');`],
    ['deleted rows', `sheet.getRange('20:40').delete('Up');`],
    ['a new header', `sheet.getRange('B1').values = [['Area']];`],
    ['a last row made blank', `sheet.getRange('A301:C301').clear('Contents');`],
    // The amounts 0.25 to 299.25 add up to 44,925.
    ['a total typed below', `sheet.getRange('A302:C302').values = [['Total', '', 44925]];`],
    ['a column beside it', `sheet.getRange('D1:D2').values = [['Rep'], ['Ann']];`],
  ])('is read anew after %s', async (_, script) => {
    await open();
    const anew = await after(script);
    const raw = await rawOf(session);
    expect(cellsOf(raw)).toEqual(anew);
    expect(raw.headers).toEqual((await rawOf(new Session(opened.workbook))).headers);
    expect(rowsRead()).toBeGreaterThan(250);
  });

  test('that holds formulas is read anew after a calculation, and only then', async () => {
    await open(true);
    expect(await session.isCalculated('Sales')).toBe(true);
    const anew = await after(
      `context.workbook.worksheets.getItem('Rates').getRange('A1').values = [[3]];`,
      true,
    );
    expect(cellsOf(await rawOf(session))).toEqual(anew);
    expect(anew[0]).toEqual([46_023, 'West', 0.25, 0.75]);
  });

  test('of constants alone is not read again for a calculation', async () => {
    await open();
    expect(await session.isCalculated('Sales')).toBe(false);
    session.noteChange({ sheet: 'Sales', isCalculation: true });
    await rawOf(session);
    expect(rowsRead()).toBe(0);
  });
});
