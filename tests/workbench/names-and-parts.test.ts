import { refusal, useWorkbench } from './open';

const workbench = useWorkbench();

test('a name of a range tells its address, one of a constant its value', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const { names } = context.workbook;
      const cells = names.add('goals', sheet.getRange('A1:B2'), 'what we want');
      const rate = names.add('rate', '=0.19');
      const own = sheet.names.add('here', sheet.getRange('C3'));
      cells.load('name, formula, value, type, comment, visible, scope');
      rate.load('value, type');
      own.load('scope');
      const range = cells.getRangeOrNullObject().load('address');
      const none = rate.getRangeOrNullObject();
      none.load('address');
      const global = names.getItemOrNullObject('here');
      global.load('name');
      await context.sync();
      return [
        cells.toJSON(),
        rate.toJSON(),
        own.scope,
        range.address,
        none.isNullObject,
        global.isNullObject,
      ];
    }),
  );
  expect(read).toMatchObject([
    {
      name: 'goals',
      formula: '=Sheet1!$A$1:$B$2',
      value: 'Sheet1!$A$1:$B$2',
      type: 'Range',
      comment: 'what we want',
      visible: true,
      scope: 'Workbook',
    },
    { value: 0.19, type: 'Double' },
    'Worksheet',
    'Sheet1!A1:B2',
    true,
    true,
  ]);
});

test.each(['A1', 'two words', '1st', ''])('nothing can be named %j', async (name) => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        context.workbook.names.add(name, '=1');
        await context.sync();
      }),
    ),
  );
  expect(error.code).toBe('InvalidArgument');
});

test('a formula uses a name, and a range is found by it', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A2').values = [[20], [22]];
      context.workbook.names.add('parts', sheet.getRange('A1:A2'));
      sheet.getRange('C1').formulas = [['=SUM(parts)']];
      const sum = sheet.getRange('C1').load('values');
      const found = sheet.getRange('parts').load('address');
      await context.sync();
      return [sum.values, found.address] as unknown;
    }),
  );
  expect(read).toEqual([[[42]], 'Sheet1!A1:A2']);
});

test('settings hold plain data, are found or not, and are deleted', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('mapping', { by: ['Region'], rows: 3 });
      const kept = settings.getItemOrNullObject('mapping').load('value');
      await context.sync();
      settings.getItem('mapping').delete();
      const gone = settings.getItemOrNullObject('mapping');
      gone.load('value');
      await context.sync();
      return [kept.value, gone.isNullObject] as unknown;
    }),
  );
  expect(read).toEqual([{ by: ['Region'], rows: 3 }, true]);
});

test("Office's own settings are saved to the workbook", async () => {
  const status = await workbench().run(
    (_excel, office) =>
      new Promise((resolve) => {
        office.context.document.settings.set('tour', { seen: true });
        office.context.document.settings.saveAsync((result) => {
          resolve(String(result.status));
        });
      }),
  );
  expect(status).toBe('succeeded');
  expect([...workbench().host.workbook.officeSettings]).toEqual([['tour', '{"seen":true}']]);
});

test('a custom XML part is found by its namespace, changed, and deleted', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      customXmlParts.add('<plan xmlns="urn:sales"><v>1</v></plan>');
      customXmlParts.add('<other/>');
      const part = customXmlParts.getByNamespace('urn:sales').getOnlyItemOrNullObject();
      part.load('id');
      await context.sync();
      part.setXml('<plan xmlns="urn:sales"><v>2</v></plan>');
      const xml = customXmlParts.getItem(part.id).getXml();
      await context.sync();
      part.delete();
      const none = customXmlParts.getByNamespace('urn:sales').getOnlyItemOrNullObject();
      none.load('id');
      await context.sync();
      return [xml.value, none.isNullObject];
    }),
  );
  expect(read).toEqual(['<plan xmlns="urn:sales"><v>2</v></plan>', true]);
});
