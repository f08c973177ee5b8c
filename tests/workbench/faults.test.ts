import { openWorkbench } from '../../src/workbench/node';
import { refusal, useWorkbench } from './open';

const workbench = useWorkbench();

/** Writes one value, which is a round trip that a fault can meet. */
const write = (address = 'A1', value: unknown = 1) =>
  workbench().run((excel) =>
    excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange(address).values = [[value]];
      await context.sync();
    }),
  );

test('while somebody edits a cell requests are refused', async () => {
  workbench().faults.cellEditMode = true;
  expect((await refusal(write())).code).toBe('InvalidOperationInCellEditMode');
  workbench().faults.cellEditMode = false;
  await write();
});

test('a request that asked to wait runs when the editing is over', async () => {
  workbench().faults.cellEditMode = true;
  setTimeout(() => {
    workbench().faults.cellEditMode = false;
  }, 100);
  const started = Date.now();
  await workbench().run((excel) =>
    excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [[1]];
      await context.sync();
    }),
  );
  expect(Date.now() - started).toBeGreaterThanOrEqual(95);
});

test('a request that is too large is refused, and so is an answer', async () => {
  workbench().faults.payloadLimit = 2000;
  const rows = Array.from({ length: 100 }, (_, row) => [`a long text in row ${String(row)}`]);
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getItem('Sheet1').getRange('A1:A100').values = rows;
        await context.sync();
      }),
    ),
  );
  expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
});

test('a read of too many cells gives null instead of values', async () => {
  workbench().faults.readLimit = 99;
  const values = await workbench().run((excel) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:J10').load('values');
      await context.sync();
      return range.values as unknown;
    }),
  );
  expect(values).toBeNull();
});

test('too many requests are refused for as long as asked', async () => {
  workbench().faults.throttled = 1;
  expect((await refusal(write())).code).toBe('ActivityLimitReached');
  await write();
});

test('one action fails where a test wants it to, by number or by member', async () => {
  workbench().faults.failure = { at: 'Range.values', code: 'AccessDenied' };
  expect(await refusal(write())).toMatchObject({ code: 'AccessDenied', location: 'Range.values' });
  await write('A2', 5);
  workbench().faults.failure = { at: 0 };
  expect((await refusal(write())).code).toBe('GeneralException');
});

test('a slow answer takes its time', async () => {
  workbench().faults.delay = 120;
  const started = Date.now();
  await write();
  expect(Date.now() - started).toBeGreaterThanOrEqual(115);
});

test('round trips that write are told from those that only read', async () => {
  const { roundTrips } = workbench();
  roundTrips.reset();
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').load('values');
      await context.sync();
      range.values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      range.load('text');
      await context.sync();
    }),
  );
  expect({ reads: roundTrips.reads, writes: roundTrips.writes }).toEqual({ reads: 2, writes: 1 });
});

test('a member that is not supported is refused, named and listed', async () => {
  const own = await openWorkbench();
  try {
    const error = await refusal(
      own.run((excel) =>
        excel.run(async (context) => {
          context.workbook.worksheets.getItem('Sheet1').pivotTables.load('items');
          await context.sync();
        }),
      ),
    );
    expect(error).toMatchObject({ code: 'ApiNotFound', location: 'Worksheet.pivotTables' });
    expect(own.unsupported).toEqual(['Worksheet.pivotTables']);
  } finally {
    own.close();
  }
});

test('a property that was not loaded is an error of the client itself', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
        await context.sync();
        return range.values as unknown;
      }),
    ),
  );
  expect(error.code).toBe('PropertyNotLoaded');
});
