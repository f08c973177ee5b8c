import { readAll, WorkbookError } from '../../src/workbook';
import type { CellChange, CellContent, SheetContents, WorkbookChange } from '../../src/workbook';
import { area, book, sheet } from './fixtures';
import { openInExcel, subjects } from './subjects';
import type { Opened, OpenedInExcel } from './subjects';

jest.setTimeout(60_000);

const sales: SheetContents = sheet(
  'Sales',
  [
    ['Date', 'Amount', 'Name'],
    ['13/02/2026', '1.234,50', ' Ann'],
    [46_056, 12.5, 'Bob '],
    ['14/02/2026', { formula: '=B3*2', result: 25 }, '007'],
    [null, true, { error: '#N/A' }],
  ],
  {
    formats: [
      { area: area(1, 0, 1, 1), style: { numberFormat: '@' } },
      { area: area(2, 0, 1, 1), style: { numberFormat: 'dd/mm/yyyy' } },
    ],
  },
);

function change(row: number, column: number, old: CellContent, next: CellContent): CellChange {
  return { sheet: 'Sales', row, column, old, new: next };
}

async function refusalOf(work: Promise<unknown>): Promise<WorkbookError> {
  const caught: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof WorkbookError)) throw new Error(`Not refused: ${String(caught)}`);
  return caught;
}

describe.each(subjects)('replacing cells of a workbook held by $name', ({ open }) => {
  let opened: Opened;

  beforeEach(async () => {
    opened = await open(book([sales, sheet('Other', [['a']])]));
  });

  afterEach(() => {
    opened.close();
  });

  const cells = async () =>
    (await opened.workbook.readContents({ sheet: 'Sales', area: area(0, 0, 5, 3) })) as unknown;

  test('puts the new contents where the old ones stood, and leaves the rest', async () => {
    const different = await opened.workbook.replaceCells([
      change(1, 2, ' Ann', 'Ann'),
      change(4, 0, null, 46_057),
      change(1, 1, '1.234,50', 1234.5),
      change(4, 2, { error: '#N/A' }, '=1+1'),
      { sheet: 'Other', row: 0, column: 0, old: 'a', new: 'b' },
    ]);
    expect(different).toEqual([]);
    expect(await cells()).toEqual([
      ['Date', 'Amount', 'Name'],
      ['13/02/2026', 1234.5, 'Ann'],
      [46_056, 12.5, 'Bob '],
      ['14/02/2026', { formula: '=B3*2', result: 25 }, '007'],
      [46_057, true, '=1+1'],
    ]);
    expect(await readAll(opened.workbook, { sheet: 'Other', area: area(0, 0, 1, 1) })).toEqual([
      ['b'],
    ]);
  });

  test('gives a number format to cells that have none of their own', async () => {
    const date = (row: number, old: CellContent, next: number): CellChange => ({
      ...change(row, 0, old, next),
      numberFormat: 'yyyy-mm-dd',
    });
    const different = await opened.workbook.replaceCells([
      date(1, '13/02/2026', 46_066),
      date(2, 46_056, 46_083),
      date(3, '14/02/2026', 46_067),
    ]);
    expect(different).toEqual([]);
    for await (const { values, formats } of opened.workbook.read({
      sheet: 'Sales',
      area: area(1, 0, 3, 1),
    })) {
      expect(values).toEqual([[46_066], [46_083], [46_067]]);
      expect(formats).toEqual([['yyyy-mm-dd'], ['dd/mm/yyyy'], ['yyyy-mm-dd']]);
    }
  });

  test('changes nothing where one cell holds something else, and names it', async () => {
    const before = await cells();
    const different = await opened.workbook.replaceCells([
      change(1, 2, ' Ann', 'Ann'),
      change(2, 2, 'Bob', 'Bob '),
      change(3, 2, 7, '7'),
    ]);
    expect(different).toEqual([
      { sheet: 'Sales', row: 2, column: 2, isFormula: false },
      { sheet: 'Sales', row: 3, column: 2, isFormula: false },
    ]);
    expect(await cells()).toEqual(before);
  });

  test('never writes over a formula that shows the old value', async () => {
    const before = await cells();
    const different = await opened.workbook.replaceCells([change(3, 1, 25, 50)]);
    expect(different).toEqual([{ sheet: 'Sales', row: 3, column: 1, isFormula: true }]);
    expect(await cells()).toEqual(before);
  });

  test('names the sheet that is not there', async () => {
    const gone = { ...change(0, 0, null, 1), sheet: 'Nowhere' };
    const refusal = await refusalOf(opened.workbook.replaceCells([gone]));
    expect(refusal).toMatchObject({ code: 'notFound', subject: 'Nowhere' });
  });

  test('refuses a protected sheet and changes nothing', async () => {
    opened.close();
    opened = await open(book([{ ...sales, isProtected: true }]));
    const before = await cells();
    const refusal = await refusalOf(opened.workbook.replaceCells([change(1, 2, ' Ann', 'Ann')]));
    expect(refusal).toMatchObject({ code: 'protectedSheet', subject: 'Sales' });
    expect(await cells()).toEqual(before);
  });
});

describe('replacing cells in Excel', () => {
  const long = Array.from({ length: 3000 }, (_, row) => [`t ${String(row)}`, row]);
  const trimmed = long.map((_, row) => ({
    sheet: 'Long',
    row,
    column: 0,
    old: `t ${String(row)}`,
    new: `t${String(row)}`,
  }));

  let opened: OpenedInExcel;

  afterEach(() => {
    opened.close();
  });

  test('reads once and writes once for thousands of cells', async () => {
    opened = await openInExcel(book([sheet('Long', long)]));
    opened.workbench.roundTrips.reset();
    expect(await opened.workbook.replaceCells(trimmed.filter(({ row }) => row % 3 !== 0))).toEqual(
      [],
    );
    expect(opened.workbench.roundTrips.writes).toBe(1);
    const rows = await readAll(opened.workbook, { sheet: 'Long', area: area(2997, 0, 3, 1) });
    expect(rows).toEqual([['t 2997'], ['t2998'], ['t2999']]);
    expect(opened.workbench.unsupported).toEqual([]);
  });

  test('puts everything back when it fails half-way', async () => {
    opened = await openInExcel(book([sheet('Long', long), sheet('More', [['x'], ['y']])]));
    const before = await opened.contents();
    opened.workbench.faults.failure = { at: 'Range.numberFormat' };
    const more = { sheet: 'More', row: 0, column: 0, old: 'x', new: 5, numberFormat: '0.00' };
    const refusal = await refusalOf(opened.workbook.replaceCells([...trimmed, more]));
    expect(refusal.code).toBe('unknown');
    expect((await opened.contents()).sheets.map(({ cells }) => cells)).toEqual(
      before.sheets.map(({ cells }) => cells),
    );
    expect(await opened.workbook.replaceCells([...trimmed, more])).toEqual([]);
  });

  test('leaves the results of a spilled formula alone', async () => {
    opened = await openInExcel(book([sheet('Spill', [['a', null]])]));
    await opened.workbench.run((excel) =>
      excel.run(async (context) => {
        const target = context.workbook.worksheets.getItem('Spill').getRange('B1');
        target.formulas = [['=SEQUENCE(3)']];
        await context.sync();
      }),
    );
    await opened.workbench.settled();
    const different = await opened.workbook.replaceCells([
      { sheet: 'Spill', row: 1, column: 1, old: 2, new: 5 },
    ]);
    expect(different).toEqual([{ sheet: 'Spill', row: 1, column: 1, isFormula: true }]);
  });

  test('is no change that the watching tells of', async () => {
    opened = await openInExcel(book([sheet('Long', long)]));
    const changes: WorkbookChange[] = [];
    const stop = await opened.workbook.watch((one) => changes.push(one));
    await opened.workbook.replaceCells(trimmed);
    await opened.workbench.settled();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(changes).toEqual([]);
    await stop();
  });
});
