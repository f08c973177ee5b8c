import { useWorkbench } from './open';

const workbench = useWorkbench();

/** The first sheet as plain data. */
function firstSheet() {
  const [sheet] = workbench().host.workbook.toContents().sheets;
  if (!sheet) throw new Error('The workbook has a sheet.');
  return sheet;
}

test('every kind of conditional format ends up as the rule it describes', async () => {
  await workbench().run((excel) =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B1:B9');
      const value = range.conditionalFormats.add('CellValue').cellValue;
      value.format.font.color = '#C00000';
      value.rule = { formula1: '=0', operator: 'LessThan' };
      const custom = range.conditionalFormats.add('Custom').custom;
      custom.rule.formula = '=$C1>5';
      custom.format.fill.color = 'green';
      const bar = range.conditionalFormats.add('DataBar').dataBar;
      bar.positiveFormat.fillColor = '#00AA00';
      bar.positiveFormat.gradientFill = false;
      bar.negativeFormat.fillColor = '#AA0000';
      bar.negativeFormat.matchPositiveFillColor = false;
      bar.barDirection = 'LeftToRight';
      bar.lowerBoundRule = { type: 'Number', formula: '=-10' };
      bar.upperBoundRule = { type: 'Number', formula: '=10' };
      const icons = range.conditionalFormats.add('IconSet').iconSet;
      icons.style = 'ThreeTriangles';
      icons.criteria = [
        {} as never,
        { type: 'Number', operator: 'GreaterThanOrEqual', formula: '=0.9' },
        { type: 'Number', operator: 'GreaterThanOrEqual', formula: '=1' },
      ];
      icons.showIconOnly = true;
      const scale = range.conditionalFormats.add('ColorScale').colorScale;
      scale.criteria = {
        minimum: { type: 'LowestValue', color: 'blue' },
        maximum: { type: 'HighestValue', color: 'red' },
      };
      await context.sync();
    }),
  );
  const area = { row: 0, column: 1, rows: 9, columns: 1 };
  const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1);
  expect([...firstSheet().rules].sort(byKind)).toEqual([
    {
      kind: 'cellValue',
      area,
      operator: 'lessThan',
      formula1: '=0',
      style: { font: { colour: '#C00000' } },
    },
    { kind: 'colourScale', area, colours: ['#0000FF', '#FF0000'] },
    { kind: 'custom', area, formula: '=$C1>5', style: { fill: '#008000' } },
    {
      kind: 'dataBar',
      area,
      min: -10,
      max: 10,
      positive: '#00AA00',
      negative: '#AA0000',
      showValue: true,
    },
    { kind: 'iconSet', area, set: 'threeTriangles', thresholds: [0.9, 1], showValue: false },
  ]);
});

test('conditional formats are listed by type, read, and cleared from part of their cells', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange('B1:B9');
      const added = range.conditionalFormats.add('CellValue');
      added.cellValue.rule = { formula1: '=1', formula2: '=3', operator: 'Between' };
      const formats = range.conditionalFormats;
      formats.load('items/type, items/id');
      const count = formats.getCount();
      await context.sync();
      const first = formats.getItemAt(0);
      const rule = first.cellValueOrNullObject.load('rule');
      const bar = first.dataBarOrNullObject;
      bar.load('barDirection');
      await context.sync();
      sheet.getRange('B4:B6').conditionalFormats.clearAll();
      const left = sheet.getRange('B5').conditionalFormats.getCount();
      const others = sheet.getRange('B1:B9').conditionalFormats.getCount();
      await context.sync();
      return [
        formats.items.map(({ type }) => type),
        count.value,
        rule.rule,
        bar.isNullObject,
        left.value,
        others.value,
      ];
    }),
  );
  expect(read).toEqual([
    ['CellValue'],
    1,
    { formula1: '=1', formula2: '=3', operator: 'Between' },
    true,
    0,
    2,
  ]);
});

test('a chart takes its series from its data and everything else piece by piece', async () => {
  const read = await workbench().run((excel) =>
    excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:C4').values = [
        ['Quarter', 'Actual', 'Target'],
        ['Q1', 1, 2],
        ['Q2', 3, 4],
        ['Q3', 5, 6],
      ];
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C4'), 'Auto');
      chart.name = 'By quarter';
      chart.title.text = 'Actual against target';
      chart.legend.position = 'Top';
      chart.axes.valueAxis.numberFormat = '#,##0';
      chart.axes.categoryAxis.format.font.color = '#333333';
      chart.setPosition('E2', 'J15');
      const target = chart.series.getItemAt(1);
      target.format.fill.clear();
      target.format.line.color = '#7F7F7F';
      const trend = chart.series.add('Trend');
      trend.setValues(sheet.getRange('B2:B4'));
      trend.setXAxisValues(sheet.getRange('A2:A4'));
      trend.chartType = 'Line';
      trend.format.line.color = '#112233';
      chart.series.load('items/name');
      chart.load('name, top, left, width, height');
      const none = sheet.charts.getItemOrNullObject('Other');
      none.load('name');
      await context.sync();
      return [
        chart.series.items.map(({ name }) => name),
        chart.toJSON(),
        none.isNullObject,
      ] as const;
    }),
  );
  expect(read[0]).toEqual(['Actual', 'Target', 'Trend']);
  // Columns of 48 points, rows of 15, as Excel's standard sheet has them.
  expect(read[1]).toMatchObject({
    name: 'By quarter',
    top: 15,
    left: 192,
    width: 288,
    height: 210,
  });
  expect(read[2]).toBe(true);
  const column = (at: number) => ({ row: 1, column: at, rows: 3, columns: 1 });
  expect(firstSheet().charts).toEqual([
    {
      name: 'By quarter',
      title: 'Actual against target',
      description: '',
      categories: column(0),
      series: [
        { name: 'Actual', values: column(1), kind: 'column', colour: '#4472C4' },
        { name: 'Target', values: column(2), kind: 'column', colour: '#7F7F7F', outlined: true },
        { name: 'Trend', values: column(1), kind: 'line', colour: '#112233' },
      ],
      place: { row: 1, column: 4, rows: 14, columns: 6 },
      valueFormat: '#,##0',
    },
  ]);
});
