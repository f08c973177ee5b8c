import { Workbook } from '@cj-tech-master/excelts';
import { unzip } from '@cj-tech-master/excelts/archive';
import { emptySheet } from '../../src/workbook';
import type { SheetContents, WorkbookContents } from '../../src/workbook';
import { readContents, writeContents } from '../../src/xlsx';

function area(row: number, column: number, rows: number, columns: number) {
  return { row, column, rows, columns };
}

const report: SheetContents = {
  ...emptySheet('My report'),
  cells: [
    ['Name', 'Name', null, 5],
    ['=1+1', 0.1 + 0.2, true, { error: '#DIV/0!' }],
    [' a\n<b> & _x0041_ \u0007', { formula: '=B2*2', result: 0.6 }, null, null],
    [{ formula: '=SORT(A2:A3)', result: 'x', spill: { rows: 2, columns: 1 } }],
    ['y', { formula: '=LET(x,1,x)', result: 1 }, { formula: '=""', result: '' }],
  ],
  formats: [
    {
      area: area(0, 0, 1, 4),
      style: {
        fill: '#1F4E79',
        font: {
          name: 'Arial',
          size: 14,
          bold: true,
          italic: true,
          underline: true,
          colour: '#FFFFFF',
        },
        horizontal: 'right',
        vertical: 'center',
        wrap: true,
        border: {
          top: { style: 'thin', colour: '#FF0000' },
          bottom: { style: 'double', colour: '#00FF00' },
        },
      },
    },
    { area: area(1, 1, 4, 1), style: { numberFormat: '#,##0.00', indent: 2, horizontal: 'left' } },
  ],
  columnWidths: { 0: 20, 2: 8.5 },
  rowHeights: { 0: 30, 7: 40 },
  frozen: { rows: 1, columns: 0 },
  merges: [area(6, 0, 1, 3)],
  tables: [{ name: 'Figures', area: area(0, 0, 3, 4), style: 'TableStyleLight1' }],
};

const contents: WorkbookContents = {
  sheets: [
    report,
    { ...emptySheet('Hidden'), visibility: 'veryHidden', isProtected: true, cells: [['a']] },
  ],
  names: [
    { name: 'Rate', formula: "='My report'!$B$2", comment: 'for "all" & more' },
    { name: 'Local', formula: '=Hidden!$A$1', sheet: 'Hidden' },
  ],
  dateSystem: 1900,
};

test('what is written is read back the same, table headers as Excel demands them', async () => {
  const { contents: read, notCarried } = await readContents(await writeContents(contents));
  const [header, ...rows] = report.cells;
  expect(header).toHaveLength(4);
  expect(read).toEqual({
    ...contents,
    sheets: [
      { ...report, cells: [['Name', 'Name2', 'Column3', '5'], ...rows.map((row) => trimmed(row))] },
      contents.sheets[1],
    ],
  });
  expect(notCarried).toEqual([]);
});

function trimmed<T>(row: readonly T[]): readonly T[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
}

test('another reader finds text as text and formulas as formulas', async () => {
  const other = new Workbook();
  await other.xlsx.load(await writeContents(contents));
  const sheet = other.getWorksheet('My report');
  expect(sheet?.getCell('A2').value).toBe('=1+1');
  expect(sheet?.getCell('B3').formula).toBe('B2*2');
  expect(sheet?.getCell('B3').result).toBe(0.6);
  expect(sheet?.getCell('B5').formula).toBe('_xlfn.LET(_xlpm.x,1,_xlpm.x)');
  expect(sheet?.getCell('A4').value).toMatchObject({ ref: 'A4:A5', shareType: 'array' });
});

test('Excel is not asked to compute anew, which would show #NAME? where the add-in is absent', async () => {
  const bytes = await writeContents(contents);
  const book = await unzip(bytes).get('xl/workbook.xml');
  expect(await book?.text()).not.toContain('fullCalcOnLoad');
});

test('a number that is none is our mistake and named with its cell', async () => {
  const sheets = [{ ...emptySheet('A'), cells: [[1, NaN]] }];
  await expect(writeContents({ ...contents, sheets, names: [] })).rejects.toThrow('NaN at A!B1');
});

test('a text longer than a cell can hold is refused with its cell', async () => {
  const sheets = [{ ...emptySheet('A'), cells: [['x'.repeat(32_768)]] }];
  await expect(writeContents({ ...contents, sheets, names: [] })).rejects.toMatchObject({
    code: 'tooLarge',
    subject: 'A!A1',
  });
});
