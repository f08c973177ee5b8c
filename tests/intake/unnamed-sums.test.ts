import type { CellValue } from '../../src/workbook';
import { asideOf, read, rowsOf, table } from './shape-tables';

const asks = (rows: CellValue[][], at: string, text: string) =>
  read(rows).then((found) => {
    expect(found).toMatchObject({
      issues: [{ code: 'unclearTotal', at, found: text }],
      unclear: [{ question: 'totalOrName', subject: text }],
    });
  });

describe('a name whose figures are the sums of its neighbours, with periods across', () => {
  // 100 + 50 = 150, 90 + 45 = 135
  const europe: CellValue[][] = [
    ['Country', 'Jan 2026', 'Feb 2026'],
    ['Europe', 150, 135],
    ['Germany', 100, 90],
    ['France', 50, 45],
  ];

  test('is asked about, and read as the answer says', async () => {
    await asks(europe, 'Data!A2', 'Europe');
    const total = await table(europe, { totals: { Europe: 'total' } });
    expect(rowsOf(total).slice(1)).toEqual([
      ['Germany', '2026-01', 100],
      ['Germany', '2026-02', 90],
      ['France', '2026-01', 50],
      ['France', '2026-02', 45],
    ]);
    expect(asideOf(total)).toEqual(['subtotalRow Data!A2']);
    expect((await table(europe, { totals: { Europe: 'name' } })).grid.rowCount).toBe(6);
  });

  test('is asked about as well where it is called a target', async () => {
    // 1110 + 2111 = 3221, 1207 + 2213 = 3420
    for (const name of ['Overall target', 'Team target']) {
      const rows: CellValue[][] = [
        ['Region', 'Jan 2026', 'Feb 2026'],
        ['North', 1110, 1207],
        ['South', 2111, 2213],
        [name, 3221, 3420],
      ];
      await asks(rows, 'Data!A4', name);
      expect((await table(rows, { totals: { [name]: 'total' } })).grid.rowCount).toBe(4);
      // Between others it is asked by its sums alone.
      const [header = [], north = [], south = [], sum = []] = rows;
      await asks([header, north, south, sum, ['West', 5, 7]], 'Data!A4', name);
    }
  });

  test('may stand below its parts, and above sums of its own', async () => {
    const [header = [], first = [], ...parts] = europe;
    await asks([header, ...parts, first], 'Data!A4', 'Europe');
    // World: 150 + 350 = 500, 135 + 340 = 475; Asia: 200 + 150 = 350, 190 + 150 = 340
    const world = await read([
      header,
      ['The Earth', 500, 475],
      first,
      ...parts,
      ['Asia', 350, 340],
      ['Japan', 200, 190],
      ['Korea', 150, 150],
    ]);
    expect('issues' in world && world.issues.map(({ found }) => found)).toEqual([
      'The Earth',
      'Europe',
      'Asia',
    ]);
  });

  test.each([
    [
      'one column is no sum',
      [
        ['Europe', 150, 134],
        ['Germany', 100, 90],
        ['France', 50, 45],
      ],
    ],
    [
      'the figures are the same in all columns',
      [
        ['North', 200, 200],
        ['South', 100, 100],
        ['West', 100, 100],
      ],
    ],
    [
      'the figures are few and small',
      [
        ['North', 3, 5],
        ['South', 1, 2],
        ['West', 2, 3],
      ],
    ],
    [
      'it has one neighbour with the same figures',
      [
        ['North', 150, 135],
        ['South', 150, 135],
      ],
    ],
    [
      'a blank row stands between',
      [['Europe', 150, 135], [], ['Germany', 100, 90], ['France', 50, 45]],
    ],
  ] as [string, CellValue[][]][])('is not asked about where %s', async (_, rows) => {
    const found = await table([['Country', 'Jan 2026', 'Feb 2026'], ...rows]);
    expect(found.grid.rowCount).toBe(rows.filter((row) => row.length > 0).length * 2);
  });
});

describe('a name whose figures are the sums of all others of its period, in a row each', () => {
  // 100 + 50 = 150, 90 + 60 = 150
  const germany: CellValue[][] = [
    ['Month', 'Region', 'Sales'],
    ['2026-01', 'North', 100],
    ['2026-01', 'South', 50],
    ['2026-01', 'Germany', 150],
    ['2026-02', 'North', 90],
    ['2026-02', 'South', 60],
    ['2026-02', 'Germany', 150],
  ];

  test('is asked about, and told by its name where it is a total', async () => {
    await asks(germany, 'Data!B4', 'Germany');
    const total = await table(germany, { totals: { Germany: 'total' } });
    expect(total.grid.rowCount).toBe(4);
    expect(asideOf(total)).toEqual(['subtotalRow Data!B4', 'subtotalRow Data!B7']);
    expect((await table(germany, { totals: { Germany: 'name' } })).grid.rowCount).toBe(6);
  });

  test.each([
    ['one period disagrees', 160],
    ['it lacks a figure', null],
  ])('is not asked about where %s', async (_, february) => {
    const rows = [...germany.slice(0, 6), ['2026-02', 'Germany', february]];
    expect(rowsOf(await table(rows))).toEqual(rows);
  });

  test('is not asked about where it names a measure', async () => {
    // 90 + 10 = 100, 80 + 15 = 95: sales are target and difference together, and no total.
    const rows: CellValue[][] = [
      ['Month', 'Kind', 'Value'],
      ['2026-01', 'Sales', 100],
      ['2026-01', 'Target', 90],
      ['2026-01', 'Difference', 10],
      ['2026-02', 'Sales', 95],
      ['2026-02', 'Target', 80],
      ['2026-02', 'Difference', 15],
    ];
    expect((await table(rows)).grid.rowCount).toBe(6);
  });
});

describe('names whose figures are the sums of their neighbours, in a single column', () => {
  const header = ['Name', 'Target 2026'];
  // 41237 + 46417 = 87654, 44948 + 46185 = 91133, and 87654 + 91133 = 178787
  const north: CellValue[][] = [
    ['North', 87654],
    ['Ann', 41237],
    ['Dan', 46417],
  ];
  const south: CellValue[][] = [
    ['South', 91133],
    ['Bob', 44948],
    ['Cid', 46185],
  ];

  test('are asked about where several groups agree', async () => {
    for (const [rows, at] of [
      [
        [...north, ...south],
        ['A2', 'A5'],
      ],
      [
        [...north, ...south, ['Total', 178787]],
        ['A2', 'A5'],
      ],
      [
        [...north.toReversed(), ...south.toReversed()],
        ['A4', 'A7'],
      ],
    ] as [CellValue[][], string[]][]) {
      const found = await read([header, ...rows]);
      expect('issues' in found && found.issues.map((one) => one.at)).toEqual(
        at.map((one) => `Data!${one}`),
      );
    }
    const answered = await table([header, ...north, ...south, ['Total', 178787]], {
      totals: { North: 'total', South: 'total' },
    });
    expect(answered.grid.rowCount).toBe(4);
    expect(answered.findings ?? []).toEqual([]);
  });

  test('are asked about where a total is half of all rows', async () => {
    await asks([header, ...north, ['Total', 87654]], 'Data!A2', 'North');
  });

  test.each([
    ['there is but one, and no total', north],
    [
      'the figures are few and round',
      [
        ['A', 300],
        ['B', 100],
        ['C', 200],
        ['D', 500],
        ['E', 300],
        ['F', 200],
      ],
    ],
    ['other rows are many', [...north, ['Eve', 5], ...south, ['Fay', 7], ['Gil', 8]]],
    ['the total is that of all', [...north, ['Total', 175308]]],
  ] as [string, CellValue[][]][])('are not asked about where %s', async (_, rows) => {
    const found = await table([header, ...rows]);
    expect(found.grid.rowCount).toBe(rows.filter(([name]) => name !== 'Total').length);
  });
});

describe('a blank name whose figure is the sum of all others of its period, in a row each', () => {
  const header: CellValue[] = ['Month', 'Region', 'Amount'];
  // 100 + 200 = 300, 110 + 220 = 330
  const [january, february]: [CellValue[][], CellValue[][]] = [
    [
      ['2026-01', 'North', 100],
      ['2026-01', 'South', 200],
    ],
    [
      ['2026-02', 'North', 110],
      ['2026-02', 'South', 220],
    ],
  ];
  const sums: [CellValue[], CellValue[]] = [
    ['2026-01', null, 300],
    ['2026-02', null, 330],
  ];
  const data = [...january, ...february];

  test('is a total, below each period as well as at the end', async () => {
    const below = await table([header, ...january, sums[0], ...february, sums[1]]);
    expect(rowsOf(below).slice(1)).toEqual(data);
    expect(asideOf(below)).toEqual(['subtotalRow Data!A4', 'subtotalRow Data!A7']);
    const end = await table([header, ...data, ...sums]);
    expect(rowsOf(end).slice(1)).toEqual(data);
    expect(asideOf(end)).toEqual(['subtotalRow Data!A6', 'subtotalRow Data!A7']);
  });

  test('is a total of its region as well as of all regions', async () => {
    // North 10 + 20 = 30, South 40 + 50 = 90; all 30 + 90 = 120. February: 11 + 22 = 33.
    const plan = await table([
      ['Region', 'Rep', 'Month', 'Target'],
      ['North', 'Ann', '2026-01', 10],
      ['North', 'Bob', '2026-01', 20],
      ['North', null, '2026-01', 30],
      ['South', 'Cid', '2026-01', 40],
      ['South', 'Dan', '2026-01', 50],
      ['South', null, '2026-01', 90],
      [null, null, '2026-01', 120],
      ['North', 'Ann', '2026-02', 11],
      ['North', 'Bob', '2026-02', 22],
      ['North', null, '2026-02', 33],
      ['South', 'Cid', '2026-02', 44],
      ['South', null, '2026-02', 44],
      [null, null, '2026-02', 77],
    ]);
    expect(
      rowsOf(plan)
        .slice(1)
        .map((row) => row[3]),
    ).toEqual([10, 20, 40, 50, 11, 22, 44]);
  });

  test.each([
    ['one period disagrees', [sums[0], ['2026-02', null, 331]]],
    ['there is but one period of parts', [sums[0]]],
    ['it comes twice in a period', [sums[0], sums[1], sums[1]]],
  ] as [string, CellValue[][]][])('stays where %s', async (_, more) => {
    const rows = [header, ...data, ...more];
    expect(rowsOf(await table(rows))).toEqual(rows);
  });
});

describe('the sum of all others of the only period, in a row each', () => {
  // 1234.5 + 2345.75 = 3580.25
  const rowsWith = (name: CellValue, sum = 3580.25): CellValue[][] => [
    ['Region', 'Month', 'Target'],
    ['North', '2026-01', 1234.5],
    ['South', '2026-01', 2345.75],
    [name, '2026-01', sum],
  ];

  test('is a total where it has no name, and asked about where it has one', async () => {
    const plan = await table(rowsWith(null));
    expect(rowsOf(plan)).toEqual(rowsWith(null).slice(0, 3));
    expect(asideOf(plan)).toEqual(['subtotalRow Data!B4']);
    await asks(rowsWith('ACME'), 'Data!A4', 'ACME');
  });

  test('stays where it disagrees, or is of round figures', async () => {
    for (const name of [null, 'ACME']) {
      expect((await table(rowsWith(name, 3581.25))).grid.rowCount).toBe(3);
      // 1200 + 1300 = 2500
      const round = rowsWith(name, 2500).map(
        ([region = null, month = null, target = null], row) => [
          region,
          month,
          row === 1 ? 1200 : row === 2 ? 1300 : target,
        ],
      );
      expect((await table(round)).grid.rowCount).toBe(3);
    }
  });
});
