import { readAll, WorkbookError } from '../../src/workbook';
import type { WorkbookChange, WorkbookContents } from '../../src/workbook';
import { area, book, plan, sheet } from './fixtures';
import { openInExcel } from './subjects';
import type { OpenedInExcel } from './subjects';

jest.setTimeout(60_000);

let opened: OpenedInExcel;

afterEach(() => {
  // Whatever the add-in asks of Excel must be something the workbench answers.
  expect(opened.workbench.unsupported).toEqual([]);
  opened.close();
});

async function refusalOf(work: Promise<unknown>): Promise<WorkbookError> {
  const caught: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof WorkbookError)) throw new Error(`Not refused: ${String(caught)}`);
  return caught;
}

/** What a person sees: formats by cell, whatever areas they were given in. */
function seen(contents: WorkbookContents) {
  return contents.sheets.map((one) => {
    const cells = Array.from({ length: 35 }, (_row, row) =>
      Array.from({ length: 9 }, (_column, column) => {
        const styles = one.formats.filter(
          ({ area: at }) =>
            row >= at.row &&
            row < at.row + at.rows &&
            column >= at.column &&
            column < at.column + at.columns,
        );
        return Object.assign({}, ...styles.map(({ style }) => style)) as object;
      }),
    );
    return { ...one, formats: cells };
  });
}

/** Somebody types into the workbook, past the add-in. */
async function type(sheetName: string, cells: Readonly<Record<string, string | number>>) {
  await opened.workbench.run((excel) =>
    excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheetName);
      for (const [address, value] of Object.entries(cells)) {
        worksheet.getRange(address).values = [[value]];
      }
      await context.sync();
    }),
  );
}

describe('round trips', () => {
  test('2,500 rows of 20 columns are written in at most three', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    const cells = Array.from({ length: 2500 }, (_, row) =>
      Array.from({ length: 20 }, (__, column) =>
        column < 4 ? `Name ${String(row)} of column ${String(column)}` : row * 1000.25 + column,
      ),
    );
    const wanted = plan(2499, { cells });
    opened.workbench.roundTrips.reset();
    await opened.workbook.write(wanted);
    expect(opened.workbench.roundTrips.writes).toBeLessThanOrEqual(3);
    opened.workbench.roundTrips.reset();
    await opened.workbook.write(wanted);
    expect(opened.workbench.roundTrips.writes).toBeLessThanOrEqual(3);
    expect(opened.workbench.roundTrips.largest).toBeLessThan(5_000_000);
    const rows = await readAll(opened.workbook, { sheet: 'Report', area: area(2499, 0, 1, 20) });
    expect(rows[0]?.[19]).toBe(2499 * 1000.25 + 19);
  });

  test('a request stays under five megabytes however long the texts are', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    const cells = Array.from({ length: 800 }, (_, row) => [`${String(row)} ${'x'.repeat(9000)}`]);
    opened.workbench.roundTrips.reset();
    await opened.workbook.write(plan(0, { cells, charts: [], rules: [], formats: [] }));
    expect(opened.workbench.roundTrips.largest).toBeLessThan(5_000_000);
    const rows = await readAll(opened.workbook, { sheet: 'Report', area: area(799, 0, 1, 1) });
    expect(rows[0]?.[0]).toHaveLength(9004);
  });
});

describe('reading what is too large for one answer', () => {
  test('halves the block where Excel gives nothing back', async () => {
    const cells = Array.from({ length: 3000 }, (_, row) => [row, row * 2]);
    opened = await openInExcel(book([sheet('Sales', cells)]));
    opened.workbench.faults.readLimit = 1000;
    const rows = await readAll(opened.workbook, { sheet: 'Sales', area: area(0, 0, 3000, 2) });
    expect(rows).toEqual(cells);
  });

  test('halves the block where Excel refuses the answer', async () => {
    const cells = Array.from({ length: 3000 }, (_, row) => [`a text of row ${String(row)}`]);
    opened = await openInExcel(book([sheet('Sales', cells)]));
    opened.workbench.faults.payloadLimit = 40_000;
    const rows = await readAll(opened.workbook, { sheet: 'Sales', area: area(0, 0, 3000, 1) });
    expect(rows).toEqual(cells);
  });
});

describe('what people put on our sheet', () => {
  beforeEach(async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    await opened.workbook.write(plan(4));
  });

  test('moves down and right when the report grows, formulas that point to it included', async () => {
    // The report covers rows 1 to 18 and columns A to E.
    await type('Report', { B30: 'below', H2: 'beside', H3: '=B30' });
    await type('Sales', { B1: '=Report!B30' });
    const wider = plan(7);
    const cells = wider.cells.map((row) => [...row, 'more']);
    await opened.workbook.write({ ...wider, cells });
    const contents = await opened.contents();
    const report = contents.sheets[1];
    expect(report?.cells[32]?.[1]).toBe('below');
    expect(report?.cells[1]?.[8]).toBe('beside');
    expect(report?.cells[2]?.[8]).toEqual({ formula: '=B33', result: 'below' });
    expect(contents.sheets[0]?.cells[0]?.[1]).toEqual({
      formula: '=Report!B33',
      result: 'below',
    });
  });

  test('stays where it is when the report shrinks', async () => {
    await type('Report', { B30: 'below', H2: 'beside' });
    await opened.workbook.write(plan(2));
    const [, report] = (await opened.contents()).sheets;
    expect(report?.cells[29]?.[1]).toBe('below');
    expect(report?.cells[1]?.[7]).toBe('beside');
  });

  test('keeps the sheet under the name that people gave it', async () => {
    await opened.workbench.run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getItem('Report').name = 'My report';
        await context.sync();
      }),
    );
    expect(await opened.workbook.write(plan(2))).toMatchObject({
      sheet: 'My report',
      isNew: false,
    });
    expect(await opened.workbook.findOwnSheet('variance-report')).toMatchObject({
      sheet: 'My report',
    });
  });

  test('starts anew where people deleted the sheet', async () => {
    await opened.workbench.run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getItem('Report').delete();
        await context.sync();
      }),
    );
    expect(await opened.workbook.findOwnSheet('variance-report')).toBeUndefined();
    expect(await opened.workbook.write(plan(2))).toMatchObject({ sheet: 'Report', isNew: true });
  });
});

/** Places in a writing where Excel may fail, from its first call to its last. */
const failures = [
  'Range.insert',
  'Range.clear',
  'Range.formulas',
  'ConditionalFormatCollection.add',
  'ChartCollection.add',
  'TableCollection.add',
  'Table.name',
  'CustomXmlPart.setXml',
];

describe('a writing that fails half-way', () => {
  const tables = [{ name: 'Figures', area: area(0, 0, 5, 5) }];

  test.each(failures)('leaves the earlier sheet as it was when %s fails', async (member) => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    await opened.workbook.write(plan(4, { tables }));
    await type('Report', { B30: 'below', H2: 'beside' });
    const before = seen(await opened.contents());
    const own = await opened.workbook.findOwnSheet('variance-report');

    opened.workbench.faults.failure = { at: member };
    const cells = plan(9).cells.map((row) => [...row, 'more']);
    const refusal = await refusalOf(opened.workbook.write(plan(9, { cells, tables })));
    expect(refusal).toMatchObject({ code: 'unknown', subject: 'Report' });
    expect(opened.workbench.faults.failure).toBeUndefined();

    expect(seen(await opened.contents())).toEqual(before);
    expect(await opened.workbook.findOwnSheet('variance-report')).toEqual(own);
    // The next one works, tables keep their names.
    expect(await opened.workbook.write(plan(5, { tables }))).toEqual({
      sheet: 'Report',
      isNew: false,
      tables: ['Figures'],
    });
  });

  test.each(['Range.formulas', 'ChartCollection.add', 'CustomXmlPartCollection.add'])(
    'leaves no new sheet behind when %s fails',
    async (member) => {
      opened = await openInExcel(book([sheet('Sales', [['a']])]));
      const before = await opened.contents();
      opened.workbench.faults.failure = { at: member };
      await refusalOf(opened.workbook.write(plan(4)));
      expect(await opened.contents()).toEqual(before);
      expect(await opened.workbook.findOwnSheet('variance-report')).toBeUndefined();
    },
  );
});

describe('refusals', () => {
  test('a protected sheet is left alone and named', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    await opened.workbook.write(plan(4));
    await opened.workbench.run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getItem('Report').protection.protect();
        await context.sync();
      }),
    );
    const before = await opened.contents();
    const refusal = await refusalOf(opened.workbook.write(plan(6)));
    expect(refusal).toMatchObject({ code: 'protectedSheet', subject: 'Report' });
    expect(await opened.contents()).toEqual(before);
  });

  test('while a person is typing in a cell nothing is changed and the reason is said', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    await opened.workbook.listSources();
    opened.workbench.faults.cellEditMode = true;
    const refusal = await refusalOf(opened.workbook.write(plan(4)));
    expect(refusal.code).toBe('editMode');
    opened.workbench.faults.cellEditMode = false;
    expect((await opened.contents()).sheets).toHaveLength(1);
  });

  test('a person who leaves the cell soon notices nothing', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    await opened.workbook.listSources();
    const { faults } = opened.workbench;
    faults.cellEditMode = true;
    setTimeout(() => {
      faults.cellEditMode = false;
    }, 400);
    expect(await opened.workbook.write(plan(4))).toMatchObject({ sheet: 'Report' });
  });

  test('too many requests at once are called busy', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    opened.workbench.faults.throttled = 1;
    expect((await refusalOf(opened.workbook.listSources())).code).toBe('busy');
  });
});

describe('watching', () => {
  test('tells of people’s changes and not of our own', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    const changes: WorkbookChange[] = [];
    const stop = await opened.workbook.watch((change) => changes.push(change));
    await opened.workbook.write(plan(3));
    await type('Sales', { B2: 5 });
    await opened.workbench.settled();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(changes).toEqual([{ sheet: 'Sales', area: area(1, 1, 1, 1) }]);
    await stop();
    await type('Sales', { B2: 6 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(changes).toHaveLength(1);
  });

  test('tells which rows were inserted or deleted, and of columns only that something moved', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a'], ['b'], ['c'], ['d']])]));
    const changes: WorkbookChange[] = [];
    await opened.workbook.watch((change) => changes.push(change));
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sales');
        sheet.getRange('2:3').insert('Down');
        sheet.getRange('5:5').delete('Up');
        sheet.getRange('A2:B2').insert('Down');
        sheet.getRange('A4').delete('Up');
        sheet.getRange('A2').insert('Right');
        sheet.getRange('B:B').delete('Left');
        await context.sync();
      });`,
    );
    await opened.workbench.settled();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(changes).toEqual([
      { sheet: 'Sales', area: area(1, 0, 2, 16_384), rows: 'inserted' },
      { sheet: 'Sales', area: area(4, 0, 1, 16_384), rows: 'deleted' },
      { sheet: 'Sales', area: area(1, 0, 1, 2), rows: 'inserted' },
      { sheet: 'Sales', area: area(3, 0, 1, 1), rows: 'deleted' },
      { sheet: 'Sales' },
      { sheet: 'Sales' },
    ]);
  });

  test('tells of what people change elsewhere while a long table is added', async () => {
    opened = await openInExcel(book([sheet('Sales', [['a']])]));
    const changes: WorkbookChange[] = [];
    await opened.workbook.watch((change) => changes.push(change));
    const { workbook: model } = opened.workbench.host;
    const added = {
      sheet: 'Orders',
      table: 'Orders',
      columns: [{ header: 'Id' }],
      rowCount: 4000,
      rows: (from: number, to: number) => Array.from({ length: to - from }, (_, row) => [row]),
    };
    await opened.workbook.addTable(added, {
      onProgress: ({ rowsWritten }) => {
        if (rowsWritten === 1000) model.findSheet('Sales')?.write(area(2, 1, 1, 1), [[7]]);
      },
    });
    await opened.workbench.settled();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(changes).toEqual([{ sheet: 'Sales', area: area(2, 1, 1, 1) }]);
  });
});
