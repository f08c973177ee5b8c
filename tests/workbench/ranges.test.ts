import { refusal, useWorkbench } from './open';

/* Expected values follow Microsoft's reference of Excel.Range and what Excel does with typing. */

const workbench = useWorkbench();

/** Writes into A1 and tells what the cell holds. */
async function typeInto(value: unknown, format = 'General') {
  return workbench().run((excel) =>
    excel.run(async (context) => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      cell.numberFormat = [[format]];
      cell.values = [[value]];
      cell.load('values, valueTypes, numberFormat, text');
      await context.sync();
      const only = (grid: unknown) => (grid as unknown[][])[0]?.[0];
      return {
        held: only(cell.values),
        type: only(cell.valueTypes),
        shown: only(cell.numberFormat),
        text: only(cell.text),
      };
    }),
  );
}

test('values that were written are read back with address and formulas', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2');
      range.values = [
        ['x', 5],
        ['y', '=B1*3'],
      ];
      range.load('values, formulas, address, valueTypes, rowCount, columnCount, cellCount');
      await context.sync();
      return range.toJSON();
    }),
  );
  expect(read).toMatchObject({
    address: 'Sheet1!A1:B2',
    cellCount: 4,
    columnCount: 2,
    formulas: [
      ['x', 5],
      ['y', '=B1*3'],
    ],
    rowCount: 2,
    values: [
      ['x', 5],
      ['y', 15],
    ],
    valueTypes: [
      ['String', 'Double'],
      ['String', 'Double'],
    ],
  });
});

test.each([
  ['1,234.5', { held: 1234.5, type: 'Double', shown: '#,##0.00' }],
  ['12%', { held: 0.12, type: 'Double', shown: '0%' }],
  ['-7', { held: -7, type: 'Double', shown: 'General' }],
  ['3/15/2024', { held: 45366, type: 'Double', shown: 'm/d/yyyy' }],
  ['true', { held: true, type: 'Boolean', shown: 'General' }],
  ['#N/A', { held: '#N/A', type: 'Error', shown: 'General' }],
  ["'0042", { held: '0042', type: 'String', shown: 'General' }],
  ['5 apples', { held: '5 apples', type: 'String', shown: 'General' }],
  ['', { held: '', type: 'Empty', shown: 'General' }],
])('typing %j is read as Excel reads it', async (text, expected) => {
  expect(await typeInto(text)).toMatchObject(expected);
});

test('a cell with the text format keeps digits and formulas as text', async () => {
  expect(await typeInto('0042', '@')).toMatchObject({ held: '0042', type: 'String' });
  expect(await typeInto('=1+1', '@')).toMatchObject({ held: '=1+1', type: 'String' });
});

test('a cell with a format of its own keeps it when a percentage is typed', async () => {
  expect(await typeInto('12%', '0.00')).toMatchObject({ held: 0.12, shown: '0.00', text: '0.12' });
});

test('null in an array of values leaves its cell alone', async () => {
  const values = await workbench().run((excel) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:C1');
      range.values = [[1, 2, 3]];
      range.values = [[null, '', 9]];
      range.load('values');
      await context.sync();
      return range.values as unknown;
    }),
  );
  expect(values).toEqual([[1, '', 9]]);
});

test('one value fills the whole range', async () => {
  const values = await workbench().run((excel) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2:C3');
      range.values = 4 as unknown as number[][];
      range.load('values');
      await context.sync();
      return range.values as unknown;
    }),
  );
  expect(values).toEqual([
    [4, 4],
    [4, 4],
  ]);
});

test('an array of another size is refused', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
        range.values = [[1, 2, 3]];
        await context.sync();
      }),
    ),
  );
  expect(error).toMatchObject({ code: 'InvalidArgument', location: 'Range.values' });
});

test('a formula whose brackets do not close is refused', async () => {
  const error = await refusal(
    workbench().run((excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('A1').formulas = [['=SUM(1']];
        await context.sync();
      }),
    ),
  );
  expect(error.code).toBe('InvalidArgument');
});

test('12,000 cells that office.js sends in pieces arrive whole', async () => {
  const sums = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const rows = Array.from({ length: 1000 }, (_, row) =>
        Array.from({ length: 12 }, (_, column) => row * column),
      );
      sheet.getRange('A1:L1000').values = rows;
      sheet.getRange('N1').formulas = [['=SUM(A1:L1000)']];
      const sum = sheet.getRange('N1').load('values');
      const last = sheet.getRange('L1000').load('values');
      await context.sync();
      return [sum.values, last.values] as unknown;
    }),
  );
  // Σ r·c = (0+…+999)·(0+…+11) = 499,500 · 66
  expect(sums).toEqual([[[32_967_000]], [[10_989]]]);
});

test('formats are read back, and differ where cells differ', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2');
      range.format.fill.color = 'yellow';
      range.format.font.bold = true;
      range.format.font.color = '#123456';
      range.format.horizontalAlignment = 'Right';
      range.format.columnWidth = 96;
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.format.borders.getItem('EdgeBottom').color = '#0000FF';
      range.numberFormat = [
        ['0.0', '0.0'],
        ['0%', '0%'],
      ];
      range.getCell(0, 0).format.font.bold = false;
      range.load(
        'numberFormat, format/columnWidth, format/horizontalAlignment, format/fill/color, format/font/bold, format/font/color',
      );
      const edge = range.format.borders.getItem('EdgeBottom').load('style, color, weight');
      await context.sync();
      return { ...range.toJSON(), edge: edge.toJSON() };
    }),
  );
  expect(read).toMatchObject({
    numberFormat: [
      ['0.0', '0.0'],
      ['0%', '0%'],
    ],
    format: {
      columnWidth: 96,
      horizontalAlignment: 'Right',
      fill: { color: '#FFFF00' },
      font: { bold: null, color: '#123456' },
    },
    edge: { style: 'Continuous', color: '#0000FF', weight: 'Thin' },
  });
});

test('clearing contents keeps formats, clearing formats keeps contents', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      for (const address of ['A1', 'A2']) {
        const cell = sheet.getRange(address);
        cell.values = [[7]];
        cell.format.fill.color = '#FF0000';
      }
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('A2').clear('Formats');
      const [first, second] = ['A1', 'A2'].map((address) =>
        sheet.getRange(address).load('values, format/fill/color'),
      );
      await context.sync();
      return [first?.toJSON(), second?.toJSON()];
    }),
  );
  expect(read).toMatchObject([
    { values: [['']], format: { fill: { color: '#FF0000' } } },
    { values: [[7]], format: { fill: { color: '#FFFFFF' } } },
  ]);
});

test('a blank sheet has no used range, and a format makes one unless values alone count', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const before = sheet.getUsedRangeOrNullObject();
      before.load('address');
      await context.sync();
      sheet.getRange('C3').format.fill.color = '#FF0000';
      const all = sheet.getUsedRangeOrNullObject().load('address');
      const values = sheet.getUsedRangeOrNullObject(true);
      values.load('address');
      await context.sync();
      return [before.isNullObject, all.address, values.isNullObject];
    }),
  );
  expect(read).toEqual([true, 'Sheet1!C3', true]);
});

test('ranges lead to other ranges', async () => {
  const addresses = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('B2:C4');
      const others = [
        range.getRow(1),
        range.getColumn(1),
        range.getCell(2, 0),
        range.getResizedRange(1, 2),
        range.getOffsetRange(-1, 1),
        range.getBoundingRect('E9'),
        range.getEntireRow(),
        range.getEntireColumn(),
        range.getIntersectionOrNullObject('C4:D5'),
        sheet.getRangeByIndexes(4, 0, 2, 3),
        sheet.getCell(9, 27),
        sheet.getRange('A:B'),
      ].map((other) => other.load('address'));
      await context.sync();
      return others.map(({ address }) => address.replace('Sheet1!', ''));
    }),
  );
  expect(addresses).toEqual([
    'B3:C3',
    'C2:C4',
    'B4',
    'B2:E5',
    'C1:D3',
    'B2:E9',
    '2:4',
    'B:C',
    'C4',
    'A5:C6',
    'AB10',
    'A:B',
  ]);
});

test('a spilling formula tells where it spills, and its cells show their values', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B2').formulas = [['=SEQUENCE(2,2)']];
      await context.sync();
      const cell = sheet.getRange('B2').load('hasSpill');
      const spill = cell.getSpillingToRangeOrNullObject().load('address, values, formulas');
      const none = sheet.getRange('A1').getSpillingToRangeOrNullObject();
      none.load('address');
      await context.sync();
      return [cell.hasSpill, spill.address, spill.values, spill.formulas, none.isNullObject];
    }),
  );
  expect(read).toEqual([
    true,
    'Sheet1!B2:C3',
    [
      [1, 2],
      [3, 4],
    ],
    [
      ['=SEQUENCE(2,2)', 2],
      [3, 4],
    ],
    true,
  ]);
});

test('a range that is kept moves with its cells', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const cell = sheet.getRange('A3');
      cell.values = [[33]];
      context.trackedObjects.add(cell);
      await context.sync();
      sheet.getRange('1:2').insert('Down');
      cell.load('address, values');
      await context.sync();
      return [cell.address, cell.values] as unknown;
    }),
  );
  expect(read).toEqual(['Sheet1!A5', [[33]]]);
});

test('merged cells keep the first cell alone', async () => {
  const values = await workbench().run((excel) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.values = [['one', 'two']];
      range.merge();
      range.load('values');
      await context.sync();
      return range.values as unknown;
    }),
  );
  expect(values).toEqual([['one', '']]);
});
