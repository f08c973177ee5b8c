import {
  buildReport,
  findData,
  findLastWishes,
  Session,
  stopLines,
  track,
  type ReportWishes,
} from '../../src/jobs';
import { emptySheet, type CellContent } from '../../src/workbook';
import { wordsFor } from '../../src/wording';
import { workbookOf } from '../../src/xlsx';
import { openInExcel, type OpenedInExcel } from '../contract/subjects';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** 90 + 210 + 120 + 60 + 75 + 45 = 600 */
const sales: Rows = [
  ['Date', 'Region', 'Product', 'Amount'],
  ['2026-01-05', 'North', 'Bolt', 90],
  ['2026-01-20', 'South', 'Nut', 210],
  ['2026-02-03', 'North', 'Nut', 120],
  ['2026-02-10', 'South', 'Bolt', 60],
  ['2026-03-04', 'North', 'Bolt', 75],
  ['2026-03-09', 'South', 'Nut', 45],
];
/** 100 + 200 + 110 + 80 = 490 */
const targets: Rows = [
  ['Region', 'Month', 'Target'],
  ['North', '2026-01', 100],
  ['South', '2026-01', 200],
  ['North', '2026-02', 110],
  ['South', '2026-02', 80],
];
/** 100 + 110 + 70 + 200 + 80 + 50 = 610 */
const across: Rows = [
  ['Region', 'Jan', 'Feb', 'Mar'],
  ['North', 100, 110, 70],
  ['South', 200, 80, 50],
];
const stores: Rows = [
  ['Region', 'Stores'],
  ['North', 3],
  ['South', 4],
];

/** The rows of blocks side by side, each moved down by a number of rows, with blank columns between. */
function beside(gap: number, ...blocks: readonly (Rows | readonly [Rows, number])[]): Rows {
  const moved = blocks.map((block) =>
    Array.isArray(block[0]) && typeof block[1] === 'number'
      ? [...Array.from({ length: block[1] }, () => []), ...(block[0] as Rows)]
      : (block as Rows),
  );
  const height = Math.max(...moved.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    moved.flatMap((block, index): CellContent[] => {
      const width = Math.max(...block.map(({ length }) => length));
      const cells = Array.from({ length: width }, (__, column) => block[row]?.[column] ?? null);
      return index === 0 ? cells : [...Array.from({ length: gap }, () => null), ...cells];
    }),
  );
}

async function outcomeOf(rows: Rows, wishes: ReportWishes = {}) {
  return track(new Session(workbookWith({ Data: rows })), wishes);
}

/** Which ranges were taken, and what they add up to. */
async function taken(rows: Rows, wishes: ReportWishes = {}) {
  const outcome = await outcomeOf(rows, wishes);
  if (!('done' in outcome)) return stopLines(outcome.stopped, wordsFor('en'));
  const { mapping, sales: sold, targets: planned } = outcome.done;
  return [mapping.sales.source, sold.total, mapping.targets.source, planned.total];
}

async function toldOf(rows: Rows, code: string) {
  const outcome = await outcomeOf(rows);
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped.unclear));
  return outcome.done.issues.filter((issue) => issue.code === code);
}

describe('sales and targets on one sheet are found where their headers tell which is which', () => {
  test.each<[string, Rows, string, string, number]>([
    ['beside each other', beside(1, sales, targets), 'Data!A:D', 'Data!F:H', 490],
    ['two columns apart', beside(2, sales, targets), 'Data!A:D', 'Data!G:I', 490],
    ['targets first', beside(1, targets, sales), 'Data!E:H', 'Data!A:C', 490],
    ['beginning lower', beside(1, sales, [targets, 3]), 'Data!A:D', 'Data!F:H', 490],
    ['beginning higher', beside(1, [sales, 2], targets), 'Data!A:D', 'Data!F:H', 490],
    [
      'of as many rows',
      beside(1, sales, [...targets, ['West', '2026-03', 10], ['West', '2026-02', 10]]),
      'Data!A:D',
      'Data!F:H',
      510,
    ],
    [
      'with titles',
      beside(1, [['Sales'], [], ...sales], [['Targets 2026'], [], ...targets]),
      'Data!A:D',
      'Data!F:H',
      490,
    ],
    [
      'with months across',
      beside(1, sales, [['Targets 2026'], ...across]),
      'Data!A:D',
      'Data!F:I',
      610,
    ],
    ['below each other', [...sales, [], ...targets], 'Data!A1:D7', 'Data!A9:D13', 490],
    ['three rows apart', [...sales, [], [], [], ...targets], 'Data!A1:D7', 'Data!A11:D15', 490],
    ['right below each other', [...sales, ...targets], 'Data!A1:D7', 'Data!A8:D12', 490],
    ['targets above', [...targets, [], ...sales], 'Data!A7:D13', 'Data!A1:D5', 490],
    [
      'with months across below',
      [...sales, [], ['Targets 2026'], ...across],
      'Data!A1:D7',
      'Data!A9:D12',
      610,
    ],
    ['without a column between', beside(0, sales, targets), 'Data!A:D', 'Data!E:G', 490],
    ['targets first, likewise', beside(0, targets, sales), 'Data!D:G', 'Data!A:C', 490],
  ])('%s', async (_, rows, salesAt, targetsAt, planned) => {
    const expected = [salesAt, 600, targetsAt, planned];
    expect(await taken(rows)).toEqual(expected);
    expect(await taken(rows, { sales: 'Data', targets: 'Data' })).toEqual(expected);
  });

  test('where targets have no column of time, but their header has a year', async () => {
    const ofYear: Rows = [
      ['Region', 'Target 2026'],
      ['North', 1000],
      ['South', 2000],
    ];
    const rows = beside(1, sales, ofYear);
    expect(await taken(rows)).toEqual(['Data', 600, 'Data!F:G', 3000]);
    // The sheet is read as its sales, and what is read as targets is not told to be left out.
    expect(await toldOf(rows, 'otherCells')).toEqual([]);
  });

  test('by their titles, where the columns are the same', async () => {
    const of = (north: number): Rows => [
      ['Month', 'Region', 'Amount'],
      ['2026-01', 'North', north],
      ['2026-02', 'North', north],
    ];
    const titled = (left: string, right: string) =>
      beside(1, [[left], ...of(90)], [[right], ...of(100)]);
    // 90 + 90 = 180 and 100 + 100 = 200
    expect(await taken(titled('Actual', 'Budget'))).toEqual(['Data!A:C', 180, 'Data!E:G', 200]);
    // The title of the whole sheet stands above the first table as if it were its own.
    for (const left of ['Sales and targets', 'Budget 2026 and actuals']) {
      expect(await taken(titled(left, 'Notes'))).toEqual([
        'Several tables could hold the sales: "Data!A:C", "Data!E:G". Choose one.',
      ]);
    }
  });

  test('each target in its own month, where both have as many rows and their names differ', async () => {
    const months: Rows = [
      ['Month', 'Target'],
      ['2026-01', 300],
      ['2026-02', 200],
      ['2026-03', 150],
    ];
    const outcome = await outcomeOf(beside(1, sales.slice(0, 4), months));
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
    // January: 90 + 210 = 300. The rows' own days are of January, January and February.
    expect(outcome.done.report.rows.map(({ actual, target }) => [actual, target])).toEqual([
      [300, 300],
      [120, 200],
      [0, 150],
    ]);
  });

  test('of months that end before the sales do, without a column between', async () => {
    const months: Rows = [
      ['Month', 'Target'],
      ['2026-01', 300],
      ['2026-02', 200],
      ['2026-03', 150],
    ];
    expect(await taken(beside(0, sales, months))).toEqual(['Data!A:D', 600, 'Data!E:F', 650]);
    // As long as the sales, they may be columns of these: nothing is taken apart.
    expect(await taken(beside(0, sales.slice(0, 4), months))).toEqual([
      'Several columns of "Data" could be the date of a sale: "Date", "Month". Choose the date column.',
    ]);
  });

  test('with what else stands there told by its cells', async () => {
    expect(await toldOf(beside(1, sales, targets, stores), 'otherCells')).toMatchObject([
      { at: 'Data!J1', found: 'J1:K7' },
    ]);
  });

  test('and not twice where one of them is a table of Excel', async () => {
    const area = { row: 0, column: 0, rows: 7, columns: 4 };
    const cells = beside(1, sales, [
      ...targets,
      ...Array.from(
        { length: 40 },
        (_, row) => ['North', `${String(2027 + row)}-01`, row] as const,
      ),
    ]);
    const workbook = workbookOf({
      sheets: [{ ...emptySheet('Data'), cells, tables: [{ name: 'Deals', area }] }],
      names: [],
      dateSystem: 1900,
    });
    const outcome = await track(new Session(workbook));
    // 490 + (0 + 1 + … + 39 = 780) = 1270
    expect(outcome).toMatchObject({
      done: {
        mapping: { sales: { source: 'Deals' }, targets: { source: 'Data!F:H' } },
        targets: { total: 1270 },
      },
    });
  });
});

describe('a table of Excel', () => {
  const told = async (below: Rows[number], more: readonly (readonly CellContent[])[] = []) => {
    const area = { row: 0, column: 0, rows: sales.length, columns: 4 };
    const sheets = [
      {
        ...emptySheet('Data'),
        cells: [...sales, below, ...more].map((row) => [...row]),
        tables: [{ name: 'Deals', area }],
      },
      { ...emptySheet('Plan'), cells: targets.map((row) => [...row]) },
    ];
    const outcome = await track(new Session(workbookOf({ sheets, names: [], dateSystem: 1900 })));
    if ('stopped' in outcome) throw new Error(stopLines(outcome.stopped, wordsFor('en')).join());
    // 90 + 210 + 120 + 60 + 75 + 45 = 600, without the row below.
    expect(outcome.done.sales.total).toBe(600);
    return outcome.done.issues
      .filter(({ code }) => code === 'rowBelowTable')
      .map(({ at, found }) => `${at} ${found}`);
  };

  test('is said to lack a row that stands right below it', async () => {
    expect(await told(['2026-03-10', 'North', 'Nut', 30])).toEqual(['Data!A8 Deals']);
    expect(await told(['2026-03-10', 'North', null, 30])).toEqual(['Data!A8 Deals']);
  });

  test('lacks neither a total, nor a note, nor what stands further down', async () => {
    expect(await told(['Total', 'all', null, 600])).toEqual([]);
    expect(await told(['Source:', 'the shop'])).toEqual([]);
    expect(await told([], [['2026-03-10', 'North', 'Nut', 30]])).toEqual([]);
  });
});

describe('tables of one sheet that nothing tells apart', () => {
  /** Months across, of which no title says that they are targets. */
  const rows = beside(1, sales, [
    ['Region', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
    ...across.slice(1),
  ]);

  test('are asked about with their addresses, and taken as they are answered', async () => {
    const lines = ['Several tables could hold the sales: "Data!A:D", "Data!F:I". Choose one.'];
    expect(await taken(rows)).toEqual(lines);
    const chosen = { sales: 'Data!A:D', targets: 'Data!F:I', targetAmount: 'Value' };
    expect(await taken(rows, chosen)).toEqual(['Data!A:D', 600, 'Data!F:I', 610]);
  });

  test('are offered among the sources beside the sheet itself', async () => {
    const { sources } = await findData(new Session(workbookWith({ Data: rows })));
    expect(sources.map(({ name }) => name)).toEqual(['Data', 'Data!A:D', 'Data!F:I']);
  });

  test('are asked about where there are targets of two kinds', async () => {
    const two = beside(1, sales, targets, [['Region', 'Month', 'Budget'], ...targets.slice(1)]);
    expect(await taken(two)).toEqual([
      'Several tables could hold the targets: "Data!F:H", "Data!J:L". Choose one.',
    ]);
  });
});

describe('what stands beside sales and is no table of theirs is left out, and told by its cells', () => {
  test.each<[string, Rows]>([
    [
      'texts for the same names',
      [
        ['Region', 'Manager'],
        ['North', 'Ann'],
        ['South', 'Bob'],
      ],
    ],
    ['a single figure', [['Best month', 1000]]],
    ['figures for the same names', stores],
  ])('%s', async (_, block) => {
    const outcome = await track(
      new Session(workbookWith({ Data: beside(1, sales, block), Plan: targets })),
    );
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
    expect(outcome.done.sales).toMatchObject({ rows: 6, used: 6, total: 600 });
    const others = outcome.done.issues.filter(({ code }) => code === 'otherCells');
    expect(others.map(({ at }) => at)).toEqual(['Data!F1']);
  });
});

test('of tables of targets on a sheet of their own the one that a person said is taken, and no other asked about', async () => {
  const rows = [
    ['Region', 'Jan 2026', 'Feb 2026'],
    ['North', 100, 110],
    [],
    ['Region', 'Mar 2026', 'Apr 2026'],
    ['North', 70, 90],
    ['South', 50, 60],
  ];
  const workbook = workbookWith({ Sales: sales, Plan: rows });
  const readings = { Plan: { table: 'Plan!A4:C6' } };
  const outcome = await track(new Session(workbook), { readings });
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped.unclear));
  // 70 + 90 + 50 + 60
  expect(outcome.done.targets.total).toBe(270);
});

describe('a blank column before a target', () => {
  const sold: Rows = [
    ['Date', 'Product', 'Amount'],
    ['2026-01-05', 'Bolt', 90],
    ['2026-02-20', 'Nut', 210],
  ];

  test('stands inside one table where the target has no names of its own', async () => {
    const column: Rows = [
      ['Target', 'Comment'],
      [100, 'ok'],
      [200, 'late'],
    ];
    // 90 + 210 = 300 and 100 + 200 = 300
    expect(await taken(beside(1, sold, column))).toEqual(['Data', 300, 'Data', 300]);
  });

  test('tells targets apart that have, and whose year is asked', async () => {
    const named: Rows = [
      ['Region', 'Target'],
      ['North', 1000],
      ['South', 2000],
    ];
    for (const rows of [beside(1, sold, named), beside(1, named, sold)]) {
      expect(await taken(rows)).toContainEqual(
        expect.stringMatching(/: "Target" does not tell its year/),
      );
    }
  });
});

describe('a long table beside or above a short one', () => {
  /** 5,000 rows of 10, and 12 months of 1,000. */
  const long: Rows = [
    ['Date', 'Region', 'Amount'],
    ...Array.from({ length: 5000 }, (_, row) => [46_023 + (row % 300), 'North', 10]),
  ];
  const months: Rows = [
    ['Month', 'Target'],
    ...Array.from({ length: 12 }, (_, month) => [
      `2026-${String(month + 1).padStart(2, '0')}`,
      1000,
    ]),
  ];

  test.each<[string, Rows, string, string]>([
    ['beside', beside(1, long, months), 'Data!A:C', 'Data!E:F'],
    ['beside, without a column between', beside(0, long, months), 'Data!A:C', 'Data!D:E'],
    ['below', [...long, [], ...months], 'Data!A1:C5001', 'Data!A5003:C5015'],
    ['above', [...months, [], ...long], 'Data!A15:C5015', 'Data!A1:C13'],
  ])('loses no row and takes none of its neighbour: %s', async (_, rows, salesAt, targetsAt) => {
    expect(await taken(rows)).toEqual([salesAt, 50_000, targetsAt, 12_000]);
  });

  test('has cells far down in the columns between told', async () => {
    const rows = beside(1, long, months).map((row, index) =>
      index === 4000 ? row.map((cell, column) => (column === 3 ? 'checked' : cell)) : row,
    );
    expect(await toldOf(rows, 'otherCells')).toMatchObject([{ at: 'Data!D4001' }]);
    expect(await toldOf(beside(1, long, months), 'otherCells')).toEqual([]);
  });
});

describe('tables beside each other in Excel', () => {
  let opened: OpenedInExcel;
  let session: Session;

  async function open(cells: Rows) {
    opened = await openInExcel({
      sheets: [{ ...emptySheet('Data'), cells }],
      names: [],
      dateSystem: 1900,
    });
    session = new Session(opened.workbook);
    await opened.workbook.watch((change) => {
      session.noteChange(change);
    });
  }
  afterEach(() => {
    opened.close();
  });
  async function run(script: string) {
    const before = session.generation;
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Data');
        ${script}
        await context.sync();
      });`,
    );
    await opened.workbench.settled();
    for (let waits = 0; waits < 100 && session.generation === before; waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  async function totals(wishes: ReportWishes = {}) {
    const outcome = await track(session, wishes);
    if (!('done' in outcome)) return stopLines(outcome.stopped, wordsFor('en'));
    return [outcome.done.sales.total, outcome.done.targets.total];
  }

  test.each<[string, string, number[]]>([
    [
      'a row added below the sales',
      `sheet.getRange('A8:D8').values = [[46100, 'North', 'Nut', 5]];`,
      [605, 490],
    ],
    [
      'a row added below the targets',
      `sheet.getRange('F6:H6').values = [['North', "'2026-03", 70]];`,
      [600, 560],
    ],
    [
      'targets that reach below the sales by now',
      `sheet.getRange('F6:H9').values = [1, 2, 3, 4].map((n) => ['North', "'2026-0" + (n + 2), n]);`,
      [600, 500],
    ],
    ['an edited amount', `sheet.getRange('D2').values = [[100]];`, [610, 490]],
    ['an edited target', `sheet.getRange('H2').values = [[150]];`, [600, 540]],
    ['a row inserted in both', `sheet.getRange('3:3').insert('Down');`, [600, 490]],
    ['a row deleted from both', `sheet.getRange('3:3').delete('Up');`, [390, 290]],
  ])('are followed: %s', async (_, script, expected) => {
    await open(beside(1, sales, targets));
    expect(await totals()).toEqual([600, 490]);
    await run(script);
    expect(await totals()).toEqual(expected);
    expect(await totals({ sales: 'Data!A:D', targets: 'Data!F:H' })).toEqual(expected);
  });

  test.each<[string, Rows]>([
    ['a row each', targets],
    ['months across', [['Targets 2026'], ...across]],
  ])('are not read anew where one of them grows: targets of %s', async (_, block) => {
    const long: Rows = [
      ['Date', 'Region', 'Amount'],
      ...Array.from({ length: 5100 }, (__, row) => [46_023 + (row % 80), 'North', 10]),
    ];
    await open(beside(2, long, block));
    const asked: number[] = [];
    const { workbook } = opened;
    session = new Session({
      ...workbook,
      read(place, options) {
        asked.push(place.area.rows);
        return workbook.read(place, options);
      },
    });
    const planned = block === targets ? 490 : 610;
    expect(await totals()).toEqual([51_000, planned]);
    expect(Math.max(...asked.splice(0))).toBe(5101);
    await run(`sheet.getRange('A5102:C5102').values = [[46100, 'South', 5]];`);
    expect(await totals()).toEqual([51_005, planned]);
    // The first rows of each tell what it is; of all others the new one alone is read.
    expect(Math.max(...asked)).toBe(200);
  });

  test('below each other are found where they stand by now', async () => {
    await open([...sales, [], ...targets]);
    expect(await totals()).toEqual([600, 490]);
    await run(
      `sheet.getRange('8:8').insert('Down');
      await context.sync();
      sheet.getRange('A8:D8').values = [[46100, 'North', 'Nut', 5]];`,
    );
    expect(await totals()).toEqual([605, 490]);
  });

  test('are kept with the report as they were chosen', async () => {
    await open(beside(1, sales, targets));
    const wishes = { sales: 'Data!A:D', targets: 'Data!F:H' };
    expect(await buildReport(session, wishes)).toHaveProperty('done');
    expect(await findLastWishes(session)).toMatchObject(wishes);
    const kept = await findLastWishes(new Session(opened.workbook));
    expect(await totals(kept)).toEqual([600, 490]);
  });
});
