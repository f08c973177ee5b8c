import { sampleAddIn, useWorkbench } from './open';

/* The functions are those of fixtures/add-in.js. */

const workbench = useWorkbench({ addin: sampleAddIn });

test.each([
  ['SALES.ADD(2,3)', 5],
  ['SALES.ADD("4",TRUE)', 5],
  ['SALES.ADD(1,2)*10', 30],
  ['SALES.LATER("later")', 'later'],
  ['SALES.TOTAL({1,2;3,4})', 10],
  ['SALES.GREET("Ann")', 'Ann.'],
  ['SALES.GREET("Ann","!")', 'Ann!'],
  ['SALES.ADD(SALES.ADD(1,1),SALES.LATER(5))', 7],
])('%s gives %j', async (formula, expected) => {
  expect(await workbench().evaluate(formula)).toEqual(expected);
});

test('a two-dimensional result spills', async () => {
  expect(await workbench().evaluate('SALES.TABLE(2,3)')).toEqual([
    [0, 1, 2],
    [10, 11, 12],
  ]);
});

test('an error keeps the words its author gave', async () => {
  expect(await workbench().evaluate('SALES.REFUSE("#N/A","No target in March.")')).toEqual({
    error: '#N/A',
    message: 'No target in March.',
  });
  expect(await workbench().evaluate('SALES.REFUSE("#DIV/0!","")')).toEqual({ error: '#DIV/0!' });
});

test('a function that throws anything else ends as #VALUE!', async () => {
  expect(await workbench().evaluate('SALES.THROW()')).toMatchObject({ error: '#VALUE!' });
});

test('a function that nothing is associated with ends as an error and is listed', async () => {
  expect(await workbench().evaluate('SALES.ORPHAN()')).toMatchObject({ error: '#VALUE!' });
  expect(workbench().unassociated).toEqual(['ORPHAN']);
});

test('text where a number is wanted, and an error, never reach the function', async () => {
  expect(await workbench().evaluate('SALES.ADD("x",1)')).toEqual({ error: '#VALUE!' });
  expect(await workbench().evaluate('SALES.ADD(1/0,1)')).toHaveProperty('error');
});

test('cells reach a function by value, blanks and errors included', async () => {
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B2').formulas = [
        [1, 'two'],
        [true, '=NA()'],
      ];
      await context.sync();
    }),
  );
  const seen = await workbench().evaluate('SALES.SEEN(A1:B3)');
  const cells = JSON.parse(seen as string) as unknown[][];
  expect(cells).toMatchObject([
    [1, 'two'],
    [true, { code: '#N/A' }],
    ['', ''],
  ]);
});

test('a cell is calculated again when what it refers to changes', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B1').formulas = [[1, '=SALES.ADD(A1,1)']];
      await context.sync();
      await workbench().settled();
      sheet.getRange('A1').values = [[41]];
      await context.sync();
      await workbench().settled();
      const cell = sheet.getRange('B1').load('values');
      await context.sync();
      return cell.values as unknown;
    }),
  );
  expect(read).toEqual([[42]]);
});

test('two hundred calls are answered in one go', async () => {
  const { roundTrips } = workbench();
  const started = Date.now();
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const formulas = Array.from({ length: 200 }, (_, row) => [`=SALES.ADD(${String(row)},1)`]);
      context.workbook.worksheets.getActiveWorksheet().getRange('A1:A200').formulas = formulas;
      await context.sync();
    }),
  );
  roundTrips.reset();
  await workbench().settled();
  const [sheet] = workbench().host.workbook.sheets;
  expect(sheet?.cells.value(199, 0)).toBe(200);
  expect(roundTrips.upkeep).toBeLessThanOrEqual(5);
  expect(Date.now() - started).toBeLessThan(6000);
});

test('a ribbon button runs the function of its action', async () => {
  expect(await workbench().invokeCommand('writeDate')).toBe('completed');
  const [sheet] = workbench().host.workbook.sheets;
  expect(sheet?.cells.value(0, 0)).toBe('pressed');
  expect(await workbench().invokeCommand('nothing')).toBe('notAssociated');
});
