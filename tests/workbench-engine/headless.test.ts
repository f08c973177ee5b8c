import { createHeadlessEngine } from '../../src/workbench/engine/univer/headless';
import type { Engine, EngineFunction } from '../../src/workbench/engine/engine';
import { emptySheet } from '../../src/workbook';
import type { CellContent, CellValue, SheetContents } from '../../src/workbook';

let engine: Engine;
let values: Map<string, CellValue>;

beforeEach(() => {
  engine = createHeadlessEngine();
  values = new Map();
  engine.onCalculated((cells) => {
    for (const { sheet, row, column, value, spill } of cells) {
      (spill ?? [[value]]).forEach((line, down) => {
        line.forEach((each, across) => {
          values.set(`${sheet}!${String(row + down)},${String(column + across)}`, each);
        });
      });
    }
  });
});

afterEach(() => {
  engine.dispose();
});

/** Five sales by person and region: North 120 + 40, South 75.5 + 9 + 30.25. */
const sales: CellContent[][] = [
  ['Person', 'Region', 'Amount'],
  ['Ada', 'North', 120],
  ['Ben', 'South', 75.5],
  ['Ada', 'North', 40],
  ['Cy', 'South', 9],
  ['Ada', 'South', 30.25],
];

function sheet(
  name: string,
  cells: CellContent[][],
  more: Partial<SheetContents> = {},
): SheetContents {
  return { ...emptySheet(name), cells, ...more };
}

const salesTable = { name: 'Sales', area: { row: 0, column: 0, rows: 6, columns: 3 } };

async function evaluate(formula: string, rows = 1, columns = 1): Promise<CellValue[][]> {
  engine.setCells('Data', { row: 0, column: 5, rows: 1, columns: 1 }, [[{ formula }]]);
  await engine.settled();
  return Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_unused, column) => values.get(`Data!${String(row)},${String(5 + column)}`) ?? null,
    ),
  );
}

function customFunction(
  name: string,
  call: EngineFunction['call'],
  parameters: readonly { name: string; isRange?: boolean; isOptional?: boolean }[],
): EngineFunction {
  return {
    name,
    description: name,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      description: '',
      isOptional: parameter.isOptional ?? false,
      isRange: parameter.isRange ?? false,
      isRepeating: false,
    })),
    call,
  };
}

describe('native formulas', () => {
  beforeEach(() => {
    engine.addSheet(sheet('Data', sales, { tables: [salesTable] }), 0);
  });

  test.each<[string, CellValue]>([
    ['=SUM(C2:C6)', 274.75],
    ['=SUMIFS(C2:C6,B2:B6,"South")', 114.75],
    ['=SUMIFS(Sales[Amount],Sales[Region],"North",Sales[Person],"Ada")', 160],
    ['=SUM(Sales[Amount])', 274.75],
    ['=LET(total,SUM(C2:C6),count,ROWS(C2:C6),total/count)', 54.95],
    ['=XLOOKUP("Cy",A2:A6,C2:C6)', 9],
    ['=C2>C3', true],
    ['=A2&" "&B2', 'Ada North'],
    ['=TEXT(0.1234,"0.0%")', '12.3%'],
    ['=SUM(MAP(C2:C3,LAMBDA(x,x*2)))', 391],
    ['=_xlfn.XLOOKUP("Ben",A2:A6,B2:B6)', 'South'],
  ])('%s gives %p', async (formula, expected) => {
    expect((await evaluate(formula))[0]?.[0]).toEqual(expected);
  });

  test.each([
    ['=1/0', '#DIV/0!'],
    ['=VLOOKUP("Zoe",A2:C6,3,FALSE)', '#N/A'],
    ['=NO.SUCH(1)', '#NAME?'],
    ['="a"*1', '#VALUE!'],
  ])('%s gives the error %s', async (formula, error) => {
    expect((await evaluate(formula))[0]?.[0]).toEqual({ error });
  });

  test('FILTER spills, follows its source, and takes its cells back', async () => {
    const formula = '=FILTER(A2:C6,B2:B6="South")';
    expect(await evaluate(formula, 3, 3)).toEqual([
      ['Ben', 'South', 75.5],
      ['Cy', 'South', 9],
      ['Ada', 'South', 30.25],
    ]);
    engine.setCells('Data', { row: 4, column: 1, rows: 1, columns: 1 }, [['North']]);
    await engine.settled();
    const rows = engine.contents('Data').slice(0, 3);
    expect(rows[0]?.[5]).toMatchObject({ formula, result: 'Ben', spill: { rows: 2, columns: 3 } });
    expect(rows.map((row) => row[7] ?? null).slice(1)).toEqual([30.25, null]);
    engine.setCells('Data', { row: 0, column: 5, rows: 1, columns: 1 }, [[null]]);
    await engine.settled();
    expect(engine.contents('Data')[1]?.[5] ?? null).toBeNull();
  });

  test('a filled cell in the way gives #SPILL!', async () => {
    engine.setCells('Data', { row: 1, column: 5, rows: 1, columns: 1 }, [['in the way']]);
    expect((await evaluate('=FILTER(A2:C6,B2:B6="South")'))[0]?.[0]).toEqual({ error: '#SPILL!' });
  });

  test('F1# stands for all that F1 spills', async () => {
    await evaluate('=FILTER(C2:C6,B2:B6="South")', 3, 1);
    engine.setCells('Data', { row: 0, column: 9, rows: 1, columns: 1 }, [
      [{ formula: '=SUM(F1#)' }],
    ]);
    await engine.settled();
    expect(values.get('Data!0,9')).toBe(114.75);
    expect(engine.contents('Data')[0]?.[9]).toEqual({ formula: '=SUM(F1#)', result: 114.75 });
  });

  test('defined names stand for areas and for formulas', async () => {
    engine.setNames([
      { name: 'amounts', formula: '=Data!$C$2:$C$6' },
      { name: 'rate', formula: '=0.5' },
    ]);
    expect((await evaluate('=SUM(amounts)*rate'))[0]?.[0]).toBe(137.375);
  });

  test('formulas follow inserted rows and a renamed sheet', async () => {
    await evaluate('=SUM(C2:C6)');
    engine.addSheet(sheet('Other', [[{ formula: '=Data!C2' }]]), 1);
    engine.insertRows('Data', 1, 2);
    engine.renameSheet('Data', 'My data');
    await engine.settled();
    expect(engine.contents('My data')[0]?.[5]).toMatchObject({ formula: '=SUM(C4:C8)' });
    expect(engine.contents('Other')[0]?.[0]).toEqual({ formula: "='My data'!C4", result: 120 });
  });

  test('text that looks like a number stays text', async () => {
    engine.setCells('Data', { row: 1, column: 0, rows: 1, columns: 1 }, [['007']]);
    expect((await evaluate('=ISTEXT(A2)'))[0]?.[0]).toBe(true);
    expect(engine.contents('Data')[1]?.[0]).toBe('007');
  });
});

describe('custom functions', () => {
  const seen: unknown[] = [];

  beforeEach(() => {
    seen.length = 0;
    engine.setFunctions([
      customFunction(
        'SALES.VARIANCE',
        async ([actual, target]) => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          return Number(actual) - Number(target);
        },
        [{ name: 'actual' }, { name: 'target' }],
      ),
      customFunction(
        'SALES.TABLE',
        ([range]) =>
          Promise.resolve(
            (range as CellValue[][]).map((row) => [row[0] ?? null, Number(row[2]) * 2]),
          ),
        [{ name: 'range', isRange: true }],
      ),
      customFunction('SALES.FAIL', () => Promise.resolve({ error: '#N/A' }), []),
      customFunction(
        'SALES.SEEN',
        (args, caller) => {
          seen.push(args, caller);
          return Promise.resolve('seen');
        },
        [{ name: 'value' }, { name: 'more', isOptional: true }],
      ),
    ]);
    engine.addSheet(sheet('Data', sales), 0);
  });

  test('an answer that comes later arrives in the cell', async () => {
    expect((await evaluate('=SALES.VARIANCE(C2,C3)'))[0]?.[0]).toBe(44.5);
  });

  test('lower case and nesting work', async () => {
    expect((await evaluate('=sales.variance(SALES.VARIANCE(C2,C3),1)*2'))[0]?.[0]).toBe(87);
  });

  test('a changed argument asks again', async () => {
    await evaluate('=SALES.VARIANCE(C2,C3)');
    engine.setCells('Data', { row: 1, column: 2, rows: 1, columns: 1 }, [[100]]);
    await engine.settled();
    expect(values.get('Data!0,5')).toBe(24.5);
  });

  test('rows that a function gives back spill', async () => {
    expect(await evaluate('=SALES.TABLE(A2:C4)', 3, 2)).toEqual([
      ['Ada', 240],
      ['Ben', 151],
      ['Ada', 80],
    ]);
  });

  test('a single-value parameter that gets an area is asked once for each cell', async () => {
    expect(await evaluate('=SALES.VARIANCE(C2:C4,10)', 3, 1)).toEqual([[110], [65.5], [30]]);
  });

  test('an error stays an error', async () => {
    expect((await evaluate('=SALES.FAIL()'))[0]?.[0]).toEqual({ error: '#N/A' });
    expect((await evaluate('=SALES.VARIANCE(1/0,2)'))[0]?.[0]).toEqual({ error: '#DIV/0!' });
  });

  test('a blank cell and a missing optional argument arrive as null, with the place of the call', async () => {
    await evaluate('=SALES.SEEN(D9)');
    expect(seen).toEqual([[null, null], { sheet: 'Data', row: 0, column: 5 }]);
  });

  test('many calls run side by side', async () => {
    const column = Array.from({ length: 200 }, (_, row) => [
      { formula: `=SALES.VARIANCE(${String(row)},1)` },
    ]);
    const started = Date.now();
    engine.setCells('Data', { row: 10, column: 0, rows: 200, columns: 1 }, column);
    await engine.settled();
    expect(values.get('Data!209,0')).toBe(198);
    // One after another they would take 4 s.
    expect(Date.now() - started).toBeLessThan(2500);
  });
});

test('60,855 rows of 11 columns load within 15 seconds, busy machine or not, and calculate', async () => {
  const cells: CellContent[][] = Array.from({ length: 60_855 }, (_, row) =>
    Array.from({ length: 11 }, (_unused, column) =>
      column < 4 ? `text ${String((row + column) % 50)}` : row + column,
    ),
  );
  cells[0]?.push({ formula: '=SUM(K1:K60855)' });
  const started = Date.now();
  engine.addSheet(
    sheet('Big', cells, {
      formats: [
        {
          area: { row: 0, column: 4, rows: 60_855, columns: 7 },
          style: { numberFormat: '#,##0.00' },
        },
      ],
    }),
    0,
  );
  expect(Date.now() - started).toBeLessThan(15_000);
  await engine.settled();
  // Column K holds row + 10: the sum of 0 to 60,854 and 10 for each of the rows.
  expect(values.get('Big!0,11')).toBe((60_854 * 60_855) / 2 + 10 * 60_855);
});
