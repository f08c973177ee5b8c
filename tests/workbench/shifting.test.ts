import { shiftFormula } from '../../src/workbench/model/references';
import { wholeRows } from '../../src/workbench/model';
import { useWorkbench } from './open';

const workbench = useWorkbench();

test('rows that come in move formulas, names, tables, rules and charts', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B3').values = [
        ['Who', 'Amount'],
        ['Ann', 10],
        ['Bob', 32],
      ];
      const data = sheet.getRange('A1:B3');
      const table = sheet.tables.add(data, true);
      context.workbook.names.add('amounts', sheet.getRange('B2:B3'));
      const rule = sheet.getRange('B2:B3').conditionalFormats.add('DataBar');
      const chart = sheet.charts.add('ColumnClustered', data, 'Columns');
      chart.setPosition('D5', 'G9');
      sheet.getRange('D1').formulas = [['=SUM(B2:B3)']];
      sheet.getRange('1:2').insert('Down');
      const total = sheet.getRange('D3').load('formulas, values');
      const name = context.workbook.names.getItem('amounts').load('formula');
      const ruled = rule.getRange().load('address');
      const range = table.getRange().load('address');
      chart.load('top');
      await context.sync();
      const cells: unknown = [total.formulas, total.values];
      return [cells, String(name.formula), ruled.address, range.address, chart.top];
    }),
  );
  expect(read).toEqual([
    [[['=SUM(B4:B5)']], [[42]]],
    '=Sheet1!$B$4:$B$5',
    'Sheet1!B4:B5',
    'Sheet1!A3:B5',
    // Six rows of 15 points above it.
    6 * 15,
  ]);
});

test('rows that go take their cells along and leave #REF! where nothing is left', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B4').formulas = [
        [1, '=A2'],
        [2, '=SUM(A1:A4)'],
        [3, ''],
        [4, '=A3'],
      ];
      sheet.getRange('2:3').delete('Up');
      const all = sheet.getRange('A1:B2').load('formulas');
      await context.sync();
      return all.formulas as unknown;
    }),
  );
  expect(read).toEqual([
    [1, '=#REF!'],
    [4, '=#REF!'],
  ]);
});

test('cells that are inserted move only what stands below them', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B3').formulas = [
        ['a', 'x'],
        ['b', 'y'],
        ['c', '=A2'],
      ];
      sheet.getRange('A2').insert('Down');
      const all = sheet.getRange('A1:B4').load('formulas, values');
      await context.sync();
      return [all.formulas, all.values] as unknown;
    }),
  );
  expect(read).toEqual([
    [
      ['a', 'x'],
      ['', 'y'],
      ['b', '=A3'],
      ['c', ''],
    ],
    [
      ['a', 'x'],
      ['', 'y'],
      ['b', 'b'],
      ['c', ''],
    ],
  ]);
});

test.each([
  ['=A5', '=A7'],
  ['=$A$1:B5', '=$A$1:B7'],
  ['=Other!A5', '=Other!A5'],
  ["='My sheet'!A5+A5", "='My sheet'!A5+A7"],
  ['=LOG10(5)&"A5"', '=LOG10(5)&"A5"'],
  ['=SUM(Deals[A5])', '=SUM(Deals[A5])'],
  ['=SALES.GAP(A:A,5:6)', '=SALES.GAP(A:A,7:8)'],
  ['=A5rate+A1', '=A5rate+A1'],
])('two rows that come in above row 3 turn %s into %s', (before, after) => {
  expect(shiftFormula(before, 'Sheet1', 'Sheet1', wholeRows(2, 2))).toBe(after);
});
