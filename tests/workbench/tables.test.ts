import { refusal, useWorkbench } from './open';

const workbench = useWorkbench();

test('a table is made, named, styled and read', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B2:C4').values = [
        ['Who', 'Amount'],
        ['Ann', 10],
        ['Bob', 32],
      ];
      const table = sheet.tables.add('B2:C4', true);
      table.name = 'Deals';
      table.style = 'TableStyleLight9';
      table.showBandedRows = false;
      table.load('name, style, showTotals, showBandedRows, worksheet/name');
      table.columns.load('items/name');
      const header = table.getHeaderRowRange().load('address, values');
      const body = table.getDataBodyRange().load('address');
      const sum = sheet.getRange('E1');
      sum.formulas = [['=SUM(Deals[Amount])']];
      sum.load('values');
      await context.sync();
      const columns = table.columns.items.map(({ name }) => name);
      return {
        ...table.toJSON(),
        worksheet: table.worksheet.name,
        columns,
        header: header.address,
        body: body.address,
        sum: sum.values,
      };
    }),
  );
  expect(read).toMatchObject({
    name: 'Deals',
    style: 'TableStyleLight9',
    showTotals: false,
    showBandedRows: false,
    worksheet: 'Sheet1',
    columns: ['Who', 'Amount'],
    header: 'Sheet1!B2:C2',
    body: 'Sheet1!B3:C4',
    sum: [[42]],
  });
});

test('header cells become texts, and no two are alike', async () => {
  const header = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:D2').values = [
        [2024, 'Sum', 'Sum', ''],
        [1, 2, 3, 4],
      ];
      const table = sheet.tables.add('A1:D2', true);
      const row = table.getHeaderRowRange().load('values');
      await context.sync();
      return row.values as unknown;
    }),
  );
  expect(header).toEqual([['2024', 'Sum', 'Sum2', 'Column4']]);
});

test('a table over another one is refused', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        const { tables } = context.workbook.worksheets.getActiveWorksheet();
        tables.add('A1:B3', true);
        tables.add('B3:C5', true);
        await context.sync();
      }),
    ),
  );
  expect(error).toMatchObject({ code: 'InvalidArgument', location: 'TableCollection.add' });
});

test('rows that are added push down what stands below the table, and only in its columns', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:C4').values = [
        ['Who', 'Amount', 'beside'],
        ['Ann', 10, 'beside'],
        ['', '', ''],
        ['below', '=SUM(B2:B2)', 'beside'],
      ];
      const table = sheet.tables.add('A1:B2', true);
      table.rows.add(undefined, [
        ['Bob', 20],
        ['Cy', 30],
      ]);
      const range = table.getRange().load('address');
      const all = sheet.getRange('A1:C6').load('formulas');
      await context.sync();
      return [range.address, all.formulas] as unknown;
    }),
  );
  expect(read).toEqual([
    'Sheet1!A1:B4',
    [
      ['Who', 'Amount', 'beside'],
      ['Ann', 10, 'beside'],
      ['Bob', 20, ''],
      ['Cy', 30, 'beside'],
      ['', '', ''],
      ['below', '=SUM(B2:B2)', ''],
    ],
  ]);
});

test('a table is found by name whatever its case, resized, and deleted', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.tables.add('A1:B2', true).name = 'Goals';
      const table = context.workbook.tables.getItem('GOALS');
      table.resize('A1:B9');
      const range = table.getRange().load('address');
      const none = context.workbook.tables.getItemOrNullObject('Other');
      none.load('name');
      await context.sync();
      table.delete();
      const { tables } = context.workbook;
      tables.load('items/name');
      await context.sync();
      return [range.address, none.isNullObject, tables.items.length];
    }),
  );
  expect(read).toEqual(['Sheet1!A1:B9', true, 0]);
});

test('a table cannot take the name of another', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        const { tables } = context.workbook.worksheets.getActiveWorksheet();
        tables.add('A1:B2', true).name = 'Goals';
        tables.add('D1:E2', true).name = 'goals';
        await context.sync();
      }),
    ),
  );
  expect(error.code).toBe('ItemAlreadyExists');
});
