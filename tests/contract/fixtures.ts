import { emptySheet } from '../../src/workbook';
import type {
  Area,
  CellContent,
  SheetContents,
  SheetPlan,
  WorkbookContents,
} from '../../src/workbook';

export function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}

export function sheet(
  name: string,
  cells: readonly (readonly CellContent[])[],
  more: Partial<SheetContents> = {},
): SheetContents {
  return { ...emptySheet(name), cells, ...more };
}

export function book(
  sheets: readonly SheetContents[],
  names: WorkbookContents['names'] = [],
): WorkbookContents {
  return { sheets, names, dateSystem: 1900 };
}

/** A plan of `rows` lines under a header, with everything a layout may carry. */
export function plan(rows: number, more: Partial<SheetPlan> = {}): SheetPlan {
  const cells: CellContent[][] = [
    ['Region', 'Actual', 'Target', 'Variance', 'Comment'],
    ...Array.from({ length: rows }, (_, index): CellContent[] => [
      `R${String(index + 1)}`,
      101 + 7 * index,
      120 + 3 * index,
      { formula: `=B${String(index + 2)}-C${String(index + 2)}`, result: -19 + 4 * index },
      null,
    ]),
  ];
  return {
    id: 'variance-report',
    name: 'Report',
    people: [],
    cells,
    formats: [
      {
        area: area(0, 0, 1, 5),
        style: { font: { bold: true, colour: '#FFFFFF' }, fill: '#1F4E79', horizontal: 'center' },
      },
      { area: area(1, 1, rows, 3), style: { numberFormat: '#,##0.00' } },
    ],
    columnWidths: { 0: 20, 1: 12, 2: 12 },
    rowHeights: { 0: 24 },
    frozen: { rows: 1, columns: 1 },
    gridlines: false,
    tabColour: '#1F4E79',
    merges: [],
    tables: [],
    rules: [
      {
        kind: 'dataBar',
        area: area(1, 3, rows, 1),
        min: -50,
        max: 50,
        positive: '#2E9E5B',
        negative: '#C0392B',
        showValue: true,
      },
      {
        kind: 'iconSet',
        area: area(1, 1, rows, 1),
        set: 'threeTriangles',
        thresholds: [110, 130],
        showValue: false,
      },
      {
        kind: 'cellValue',
        area: area(1, 2, rows, 1),
        operator: 'between',
        formula1: '=120',
        formula2: '=125',
        style: { font: { bold: true, colour: '#C0392B' } },
      },
      {
        kind: 'custom',
        area: area(1, 0, rows, 1),
        formula: '=$B2<$C2',
        style: { fill: '#FDECEA' },
      },
      {
        kind: 'colourScale',
        area: area(1, 2, rows, 1),
        colours: ['#FFFFFF', '#FFEB84', '#63BE7B'],
      },
    ],
    charts: [
      {
        name: 'Trend',
        title: 'Actual against target',
        description: 'Actual and target by region',
        categories: area(1, 0, rows, 1),
        series: [
          { name: 'Actual', values: area(1, 1, rows, 1), kind: 'column', colour: '#404040' },
          {
            name: 'Target',
            values: area(1, 2, rows, 1),
            kind: 'column',
            colour: '#404041',
            outlined: true,
          },
          { name: 'Variance', values: area(1, 3, rows, 1), kind: 'line', colour: '#C0392B' },
        ],
        place: area(rows + 2, 0, 12, 5),
        valueFormat: '#,##0',
      },
    ],
    print: { landscape: true, area: area(0, 0, rows + 14, 5), titleRows: 1 },
    ...more,
  };
}
