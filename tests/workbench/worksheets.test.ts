import { refusal, useWorkbench } from './open';

const workbench = useWorkbench();

test('sheets are listed with their properties, by path and by object', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('New');
      added.tabColor = '#00FF00';
      added.showGridlines = false;
      worksheets.load('items/name, items/position, items/visibility, items/tabColor');
      const count = worksheets.getCount();
      await context.sync();
      const own = worksheets.items.map(({ name, position, visibility, tabColor }) => ({
        name,
        position,
        visibility,
        tabColor,
      }));
      worksheets.load({ showGridlines: true });
      await context.sync();
      return [own, worksheets.items.map((sheet) => sheet.showGridlines), count.value];
    }),
  );
  expect(read).toEqual([
    [
      { name: 'Sheet1', position: 0, visibility: 'Visible', tabColor: '' },
      { name: 'New', position: 1, visibility: 'Visible', tabColor: '#00FF00' },
    ],
    [true, false],
    2,
  ]);
});

test('a collection is read in pages', async () => {
  const names = await workbench().run((excel) =>
    excel.run(async (context) => {
      const { worksheets } = context.workbook;
      for (const name of ['B', 'C', 'D']) worksheets.add(name);
      worksheets.load({ $top: 2, $skip: 1, name: true });
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    }),
  );
  expect(names).toEqual(['B', 'C']);
});

test('a name that is taken, whatever its case, is refused as Excel refuses it', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.add('sheet1');
        await context.sync();
      }),
    ),
  );
  expect(error).toEqual({
    code: 'ItemAlreadyExists',
    message: 'A resource with the same name or identifier already exists.',
    location: 'WorksheetCollection.add',
  });
});

test.each(['a/b', 'a:b', '[a]', '', "'a", 'x'.repeat(32), 'History'])(
  'a sheet cannot be called %j',
  async (name) => {
    const error = await refusal(
      workbench().run((excel) =>
        excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().name = name;
          await context.sync();
        }),
      ),
    );
    expect(error.code).toBe('InvalidArgument');
  },
);

test('a missing sheet is an error, or a null object where asked for', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getItem('Nope').load('name');
        await context.sync();
      }),
    ),
  );
  expect(error.code).toBe('ItemNotFound');
  const isNull = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nope');
      const range = sheet.getUsedRangeOrNullObject();
      range.load('address');
      sheet.load('name');
      await context.sync();
      return [sheet.isNullObject, range.isNullObject];
    }),
  );
  expect(isNull).toEqual([true, true]);
});

test('actions before the one that fails stay done', async () => {
  await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.add('Kept');
        context.workbook.worksheets.add('Kept');
        context.workbook.worksheets.add('Never');
        await context.sync();
      }),
    ),
  );
  expect(workbench().host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Kept']);
});

test('panes freeze by rows, by columns and by a range', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const panes = sheet.freezePanes;
      panes.freezeRows(2);
      const rows = panes.getLocationOrNullObject().load('address');
      panes.freezeAt(sheet.getRange('A1:B3'));
      const both = panes.getLocationOrNullObject().load('address');
      panes.unfreeze();
      const none = panes.getLocationOrNullObject();
      none.load('address');
      await context.sync();
      return [rows.address, both.address, none.isNullObject];
    }),
  );
  expect(read).toEqual(['Sheet1!1:2', 'Sheet1!A1:B3', true]);
});

test('formulas follow a sheet that is renamed and lose one that is deleted', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const first = context.workbook.worksheets.getItem('Sheet1');
      const other = context.workbook.worksheets.add('Data');
      other.getRange('A1').values = [[5]];
      first.getRange('A1').formulas = [['=Data!A1+1']];
      other.name = 'My data';
      const renamed = first.getRange('A1').load('formulas, values');
      await context.sync();
      other.delete();
      const lost = first.getRange('A1').load('formulas, values');
      await context.sync();
      return [renamed.formulas, renamed.values, lost.formulas, lost.values] as unknown;
    }),
  );
  expect(read).toEqual([[["='My data'!A1+1"]], [[6]], [['=#REF!+1']], [['#REF!']]]);
});

test('the last visible sheet can neither be hidden nor deleted', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().delete();
        await context.sync();
      }),
    ),
  );
  expect(error.code).toBe('InvalidOperation');
});

test('a protected sheet refuses to be written and says so when asked', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.protection.protect();
        sheet.protection.load('protected');
        await context.sync();
        if (!sheet.protection.protected) return;
        sheet.getRange('A1').values = [[1]];
        await context.sync();
      }),
    ),
  );
  expect(error.code).toBe('AccessDenied');
});

test('texts kept with a sheet and its page layout are read back', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.customProperties.add('sales.id', 'variance-report');
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.setPrintArea('A1:F9');
      sheet.pageLayout.setPrintTitleRows('$1:$3');
      sheet.pageLayout.centerHorizontally = true;
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      const property = sheet.customProperties.getItemOrNullObject('sales.id');
      property.load('value');
      const none = sheet.customProperties.getItemOrNullObject('other');
      none.load('value');
      sheet.pageLayout.load('orientation');
      await context.sync();
      return [property.value, none.isNullObject, sheet.pageLayout.orientation];
    }),
  );
  expect(read).toEqual(['variance-report', true, 'Landscape']);
  expect(workbench().host.workbook.toContents().sheets[0]?.print).toEqual({
    landscape: true,
    area: { row: 0, column: 0, rows: 9, columns: 6 },
    titleRows: 3,
  });
});

test('sheets are activated, moved, and ranges selected', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const second = context.workbook.worksheets.add('Second');
      second.position = 0;
      second.getRange('B2:C3').select();
      const active = context.workbook.worksheets.getActiveWorksheet().load('name, position');
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      return [active.name, active.position, selected.address, cell.address];
    }),
  );
  expect(read).toEqual(['Second', 0, 'Second!B2:C3', 'Second!B2']);
});
