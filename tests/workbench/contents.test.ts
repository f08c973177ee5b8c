import { emptySheet } from '../../src/workbook';
import type { WorkbookContents } from '../../src/workbook';
import { openWorkbench } from '../../src/workbench/node';

const area = (row: number, column: number, rows: number, columns: number) => ({
  row,
  column,
  rows,
  columns,
});

/** One of everything that plain data can say. */
const contents: WorkbookContents = {
  sheets: [
    {
      ...emptySheet('Sales report'),
      cells: [
        ['Person', 'Actual', 'Target'],
        ['Ann', 10, 20],
        ['Bob', { formula: '=B2+C2', result: 30 }, { error: '#N/A' }],
        [null, { formula: '=SEQUENCE(1,2)', result: 1, spill: { rows: 1, columns: 2 } }, 2],
      ],
      formats: [
        { area: area(0, 0, 1, 3), style: { fill: '#EEEEEE', font: { bold: true } } },
        {
          area: area(1, 1, 2, 2),
          style: { numberFormat: '#,##0', border: { top: { style: 'thin', colour: '#000000' } } },
        },
      ],
      columnWidths: { 0: 20, 2: 12.5 },
      rowHeights: { 0: 30 },
      frozen: { rows: 1, columns: 1 },
      gridlines: false,
      tabColour: '#00FF00',
      merges: [area(5, 0, 1, 3)],
      rules: [
        {
          kind: 'cellValue',
          area: area(1, 1, 2, 1),
          operator: 'between',
          formula1: '=1',
          formula2: '=5',
          style: { fill: '#FF0000' },
        },
        { kind: 'custom', area: area(1, 2, 2, 1), formula: '=$B2>$C2', style: { fill: '#00FF00' } },
        {
          kind: 'dataBar',
          area: area(1, 1, 2, 1),
          min: -5,
          max: 5,
          positive: '#0000FF',
          negative: '#FF0000',
          showValue: true,
        },
        {
          kind: 'iconSet',
          area: area(1, 2, 2, 1),
          set: 'threeSymbols',
          thresholds: [0.9, 1],
          showValue: false,
        },
        { kind: 'colourScale', area: area(1, 1, 2, 1), colours: ['#FFFFFF', '#888888', '#000000'] },
      ],
      charts: [
        {
          name: 'By person',
          title: 'Actual and target',
          description: 'Two columns a person',
          categories: area(1, 0, 2, 1),
          series: [
            { name: 'Actual', values: area(1, 1, 2, 1), kind: 'column', colour: '#404040' },
            {
              name: 'Target',
              values: area(1, 2, 2, 1),
              kind: 'column',
              colour: '#808080',
              outlined: true,
            },
            { name: 'Trend', values: area(1, 1, 2, 1), kind: 'line', colour: '#112233' },
          ],
          place: area(7, 0, 12, 5),
          valueFormat: '#,##0',
        },
      ],
      tables: [{ name: 'People', area: area(0, 0, 3, 3), style: 'TableStyleLight1' }],
      print: { landscape: true, area: area(0, 0, 20, 6), titleRows: 1 },
    },
    { ...emptySheet('Hidden one'), visibility: 'hidden', isProtected: true },
  ],
  names: [
    { name: 'actuals', formula: "='Sales report'!$B$2:$B$3" },
    { name: 'own', formula: '=1', sheet: 'Sales report', comment: 'here only' },
  ],
  dateSystem: 1900,
};

test('a workbook that is opened and not touched gives back what it was opened with', async () => {
  const workbench = await openWorkbench({ contents });
  try {
    await workbench.settled();
    expect(workbench.host.workbook.toContents()).toEqual(contents);
  } finally {
    workbench.close();
  }
});

test('formulas that the file has no results of are calculated when it is opened', async () => {
  const given: WorkbookContents = {
    sheets: [
      {
        ...emptySheet('Sales'),
        cells: [
          [2, { formula: '=A1*2', result: null }],
          [3, { formula: '=B1+A2', result: null }],
        ],
      },
    ],
    names: [],
    dateSystem: 1900,
  };
  const workbench = await openWorkbench({ contents: given });
  try {
    await workbench.settled();
    const values = await workbench.run((excel) =>
      excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sales').getRange('B1:B2');
        range.load('values');
        await context.sync();
        return range.values as unknown[][];
      }),
    );
    // 2 × 2, and 4 + 3.
    expect(values).toEqual([[4], [7]]);
  } finally {
    workbench.close();
  }
});
