import { useWorkbench } from './open';

const workbench = useWorkbench();

/** Lets events that are on their way arrive, and their handlers finish. */
const arrive = () => new Promise((resolve) => setTimeout(resolve, 250));

test('a change tells its sheet, address and values, and leads to its cells', async () => {
  const seen: unknown[] = [];
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1').load('id');
      context.workbook.worksheets.onChanged.add(async (event) => {
        await excel.run(async (fresh) => {
          const range = event.getRange(fresh).load('address, values');
          await fresh.sync();
          const { address, changeType, source, details } = event;
          seen.push({ address, changeType, source, details, values: range.values as unknown });
        });
      });
      await context.sync();
      sheet.getRange('F9').values = [['evt']];
      await context.sync();
    }),
  );
  await arrive();
  expect(seen).toEqual([
    {
      address: 'F9',
      changeType: 'RangeEdited',
      source: 'Local',
      details: {
        valueBefore: '',
        valueAfter: 'evt',
        valueTypeBefore: 'Empty',
        valueTypeAfter: 'String',
      },
      values: [['evt']],
    },
  ]);
});

test('a change inside a table tells the table, one beside it does not', async () => {
  const seen: string[] = [];
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const table = sheet.tables.add('A1:B3', true).load('id');
      await context.sync();
      table.onChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('A2').values = [[1]];
      sheet.getRange('D2').values = [[1]];
      await context.sync();
    }),
  );
  await arrive();
  expect(seen).toEqual(['A2']);
});

test('a handler that was removed hears nothing more', async () => {
  const seen: string[] = [];
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const handler = sheet.onChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      await arrive();
      handler.remove();
      await context.sync();
      sheet.getRange('A2').values = [[1]];
      await context.sync();
    }),
  );
  await arrive();
  expect(seen).toEqual(['A1']);
});

test('sheets that come, go, are renamed or shown tell so', async () => {
  const seen: string[] = [];
  const note = (kind: string) => () => {
    seen.push(kind);
    return Promise.resolve();
  };
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(note('added'));
      worksheets.onActivated.add(note('activated'));
      worksheets.onDeactivated.add(note('deactivated'));
      worksheets.onDeleted.add(note('deleted'));
      worksheets.onNameChanged.add(note('renamed'));
      worksheets.onSelectionChanged.add(note('selected'));
      await context.sync();
      const sheet = worksheets.add('Other');
      sheet.name = 'Another';
      sheet.getRange('B2').select();
      await context.sync();
      sheet.delete();
      await context.sync();
    }),
  );
  await arrive();
  expect(seen.sort()).toEqual([
    'activated',
    'activated',
    'added',
    'deactivated',
    'deactivated',
    'deleted',
    'renamed',
    'selected',
  ]);
});

test('a calculation tells its cells, and raises no change', async () => {
  const seen: string[] = [];
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B1').formulas = [[1, '=A1*2']];
      await context.sync();
      await workbench().settled();
      sheet.onCalculated.add((event) => {
        seen.push(`calculated ${event.address}`);
        return Promise.resolve();
      });
      sheet.onChanged.add((event) => {
        seen.push(`changed ${event.address}`);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('A1').values = [[5]];
      await context.sync();
    }),
  );
  await workbench().settled();
  await arrive();
  expect(seen.sort()).toEqual(['calculated B1', 'changed A1']);
});

test("a co-author's edit between two syncs comes as remote", async () => {
  const seen: string[] = [];
  const values = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.onChanged.add((event) => {
        seen.push(`${event.source} ${event.address}`);
        return Promise.resolve();
      });
      await context.sync();
      workbench().faults.coAuthor = (workbook) => {
        workbook.sheets[0]?.write({ row: 0, column: 0, rows: 1, columns: 1 }, [[99]]);
      };
      const cell = sheet.getRange('A1').load('values');
      await context.sync();
      return cell.values as unknown;
    }),
  );
  await arrive();
  expect(values).toEqual([[99]]);
  expect(seen).toEqual(['Remote A1']);
});

test('no event comes while the add-in has them switched off', async () => {
  const seen: string[] = [];
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.onChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      context.runtime.enableEvents = false;
      sheet.getRange('A1').values = [[1]];
      context.runtime.enableEvents = true;
      sheet.getRange('A2').values = [[1]];
      await context.sync();
    }),
  );
  await arrive();
  expect(seen).toEqual(['A2']);
});

test('two contexts at once do not mix their cells', async () => {
  const both = await workbench().run((excel) =>
    Promise.all(
      ['P1', 'Q1'].map((address, index) =>
        excel.run(async (context) => {
          const cell = context.workbook.worksheets.getItem('Sheet1').getRange(address);
          cell.values = [[index + 1]];
          await context.sync();
          cell.load('values, address');
          await context.sync();
          return [cell.address, cell.values] as unknown;
        }),
      ),
    ),
  );
  expect(both).toEqual([
    ['Sheet1!P1', [[1]]],
    ['Sheet1!Q1', [[2]]],
  ]);
});
