import { assessText, importText, mostImportedRows, Session, type TextTable } from '../../src/jobs';
import { emptySheet, readAll, WorkbookError, type CellValue } from '../../src/workbook';
import { workbookOf } from '../../src/xlsx';
import { fileOf, readText } from '../csv/text-files';
import { readTextFile } from '../../src/csv';

const newSession = () =>
  new Session(workbookOf({ sheets: [emptySheet('Sheet1')], names: [], dateSystem: 1900 }));

/** The cells of an imported file, its header among them. */
async function cellsOf(session: Session, table: TextTable, key?: string) {
  const assessed = await assessText(table);
  const wishes = new Map(
    assessed.columns.flatMap(({ reading, readings }, column) => {
      if ('found' in reading || key === undefined) return [];
      const wished = readings.find((one) => JSON.stringify(one) === key);
      return wished ? [[column, wished] as const] : [];
    }),
  );
  const imported = await importText(session, assessed, wishes);
  const source = (await session.sources()).find(({ name }) => name === imported.table);
  if (!source) throw new Error('The table is not among the sources.');
  return { imported, cells: await readAll(session.workbook, source) };
}

const file = [
  'Order;Day;Amount;Note',
  '00123;13.02.2026;1.234,50;=1+1',
  '00124;14.02.2026;n/a;@x',
  '',
  '00125;15.02.2026;7,25',
  '00126;16.02.2026;-3,00;"two',
  'lines"',
  ...Array.from({ length: 10 }, () => '00127;17.02.2026;1,5;-'),
  '',
].join('\r\n');

describe('a file of text', () => {
  test('becomes a table, and every line of it is accounted for', async () => {
    const table = await readTextFile(fileOf(file, 7, 'Sales March 2026.csv'));
    const { imported, cells } = await cellsOf(newSession(), table);
    expect(imported).toMatchObject({
      sheet: 'Sales March 2026',
      table: 'Sales_March_2026',
      rows: 13,
      account: { lines: 17, above: 0, header: 1, blank: 1, rows: 14, atFault: 1 },
      faultCount: 1,
      faults: [{ code: 'fieldCount', line: 5, found: '3', expected: '4' }],
      losses: [{ header: 'Amount', code: 'unread', cells: 1, first: { line: 3, text: 'n/a' } }],
    });
    // 2026-02-13 is day 46066 of Excel's calendar.
    const expected: CellValue[][] = [
      ['Order', 'Day', 'Amount', 'Note'],
      ['00123', 46_066, 1234.5, '=1+1'],
      ['00124', 46_067, 'n/a', '@x'],
      ['00126', 46_069, -3, 'two\nlines'],
    ];
    expect(cells.slice(0, 4)).toEqual(expected);
    expect(cells.slice(4)).toEqual(Array(10).fill(['00127', 46_070, 1.5, '-']));
  });

  test('keeps a share among amounts as text, which would be added as a fraction of one', async () => {
    const lines = [
      'Amount;Share',
      '1.234,50;10%',
      ...Array<string>(9).fill('5,00;20%'),
      '12,5%;30%',
    ];
    const table = await readTextFile(fileOf(lines.join('\n'), 9, 'Sales.csv'));
    const { imported, cells } = await cellsOf(newSession(), table);
    expect(cells.map(([amount]) => amount)).toEqual([
      'Amount',
      1234.5,
      ...Array<number>(9).fill(5),
      '12,5%',
    ]);
    expect(cells.at(-1)?.[1]).toBe(0.3);
    expect(imported.losses).toMatchObject([
      { header: 'Amount', code: 'unread', cells: 1, first: { text: '12,5%' } },
    ]);
  });

  test('is a source as soon as it is there, under a name of its own', async () => {
    const session = newSession();
    const table = await readText('Day,Amount\n2026-01-31,5\n');
    const first = await cellsOf(session, table);
    const second = await cellsOf(session, table);
    expect([first.imported.table, second.imported.table]).toEqual(['sales', 'sales_2']);
    expect((await session.sources()).map(({ name }) => name)).toEqual(['sales', 'sales_2']);
  });

  test('is not written while a column may mean two things', async () => {
    const session = newSession();
    const assessed = await assessText(await readText('Day;Pieces\n01/02/2026;1\n02/03/2026;2\n'));
    expect(assessed.columns[0]?.reading).toHaveProperty('question');
    await expect(importText(session, assessed, new Map())).rejects.toThrow('Day');
    expect(await session.sources()).toEqual([]);
    const day = { kind: 'date', order: 'dmy' } as const;
    await importText(session, assessed, new Map([[0, day]]));
    expect(await session.sources()).toHaveLength(1);
  });

  test('without rows, or with more than a sheet has, is refused', async () => {
    expect((await assessText(await readText('Day,Amount\n'))).obstacle).toBe('noRows');
    expect((await assessText(await readText(''))).obstacle).toBe('noRows');
    const table = await readText('Amount\n5\n');
    const tall = (rowCount: number) => assessText({ ...table, rowCount });
    expect((await tall(mostImportedRows + 1)).obstacle).toBe('tooManyRows');
    expect((await tall(mostImportedRows)).obstacle).toBeUndefined();
    expect(mostImportedRows).toBe(1_048_575);
  });

  test('that is cancelled leaves the workbook as it was', async () => {
    const session = newSession();
    const controller = new AbortController();
    const lines = Array.from({ length: 9000 }, (_, row) => `2026-01-31,${String(row)}`);
    const assessed = await assessText(await readText(`Day,Amount\n${lines.join('\n')}\n`));
    const importing = importText(session, assessed, new Map(), {
      signal: controller.signal,
      onProgress: () => {
        controller.abort();
      },
    });
    await expect(importing).rejects.toThrow(WorkbookError);
    expect(await session.sources()).toEqual([]);
  });
});
