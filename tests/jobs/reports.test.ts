import {
  buildReport,
  findData,
  findLastWishes,
  Session,
  track,
  type Outcome,
  type ReportWishes,
  type Stopped,
} from '../../src/jobs';
import { isMeasured } from '../../src/sales';
import { sheetIds, type CellContent } from '../../src/workbook';
import { unclearSentence } from '../../src/wording';
import type { FileWorkbook } from '../../src/xlsx';
import { workbookWith, type Rows } from '../intake/raw-tables';

function done<T>(outcome: Outcome<T>): T {
  if ('done' in outcome) return outcome.done;
  throw new Error(JSON.stringify([...outcome.stopped.unclear, ...outcome.stopped.issues]));
}
function stopped(outcome: Outcome<unknown>): Stopped {
  if ('stopped' in outcome) return outcome.stopped;
  throw new Error('It was done');
}
const codes = ({ issues }: Stopped) => issues.map(({ code, at }) => [code, at]);

const orders: Rows = [
  ['Order Date', 'Person', 'Region', 'Product', 'Amount'],
  ['2026-01-05', 'Ann', 'West', 'Pen', 70],
  ['2026-01-20', 'Bob', 'East', 'Ink', 40],
  ['2026-02-03', 'Ann', 'West', 'Ink', 30],
  ['2026-02-28', 'Cid', 'North', 'Pen', 9],
];
const quotas: Rows = [
  ['Person', 'Month', 'Target'],
  ['Ann', '2026-01', 60],
  ['Bob', '2026-01', 65],
  ['Ann', '2026-02', 35],
];

const trackIn = (sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) =>
  track(new Session(workbookWith(sheets)), wishes);

describe('a report', () => {
  test('needs no word where sales and targets can be told', async () => {
    const { mapping, report } = done(await trackIn({ Orders: orders, Quotas: quotas }));
    expect(mapping.sales).toMatchObject({ source: 'Orders', date: 'Order Date', amount: 'Amount' });
    expect(mapping.targets).toMatchObject({ source: 'Quotas', amount: 'Target', grain: 'month' });
    expect(report.total).toMatchObject({ actual: 149, target: 160, variance: -11 });
  });

  test('is as of the last day with sales unless told', async () => {
    const { report } = done(await trackIn({ Orders: orders, Quotas: quotas }));
    expect(report.current.period.label).toBe('2026-02');
    expect(report.request.asOf).toBe(46_081);
  });

  test.each([
    // 28 February, 31 March and 1 February 2026, as Excel numbers days.
    ['labels of months', ['2026-01', '2026-02'], 46_081],
    ['first days of months alone', ['2026-01-01', '2026-02-01', '2026-03-01'], 46_112],
    ['two days that may be any', ['2026-01-01', '2026-02-01'], 46_054],
  ])('of sales by %s is as of the last day that they tell of', async (_, dates, asOf) => {
    const sales = [['Date', 'Region', 'Amount'], ...dates.map((date) => [date, 'West', 50])];
    const targets = [
      ['Month', 'Region', 'Target'],
      ...['2026-01', '2026-02', '2026-03'].map((month) => [month, 'West', 100]),
    ];
    const { report } = done(await trackIn({ Sales: sales, Targets: targets }));
    expect(report.request.asOf).toBe(asOf);
  });

  test.each([
    ['as numbers', [101, 102]],
    ['as text in the targets', ['101', '102']],
  ])('is grouped by the numbers of shops that both sides have, %s', async (_, shops) => {
    const sales: Rows = [
      ['Date', 'Store', 'Amount'],
      ['2026-01-05', 101, 70],
      ['2026-01-20', 102, 40],
      ['2026-01-21', 101, 5],
    ];
    const targets: Rows = [
      ['Month', 'Store', 'Target'],
      ['2026-01', shops[0] ?? '', 60],
      ['2026-01', shops[1] ?? '', 65],
    ];
    const { report } = done(await trackIn({ Sales: sales, Targets: targets }));
    // 70 + 5 of 60, and 40 of 65.
    expect(report.rows.map(({ key, actual, target }) => [...key, actual, target])).toEqual([
      ['101', 75, 60],
      ['102', 40, 65],
    ]);
  });

  test('is not grouped by figures that happen to be headed alike', async () => {
    const sales: Rows = [
      ['Date', 'Region', 'Amount', 'Points'],
      ['2026-01-05', 'West', 70, 1.5],
      ['2026-01-20', 'East', 40, 2],
    ];
    const targets: Rows = [
      ['Month', 'Region', 'Target', 'Points'],
      ['2026-01', 'West', 60, 1.5],
      ['2026-01', 'East', 65, 2],
    ];
    const { report } = done(await trackIn({ Sales: sales, Targets: targets }));
    expect(report.request.by).toEqual(['Region']);
  });

  test('of two months across, headed by their first days, is as of the end of the second', async () => {
    // 46,081 is 28 February 2026.
    const across: Rows = [
      ['Person', '2026-01-01', '2026-02-01'],
      ['Ann', 70, 30],
      ['Bob', 40, 9],
    ];
    const { report } = done(await trackIn({ Sales: across, Quotas: quotas }, { sales: 'Sales' }));
    expect(report.request.asOf).toBe(46_081);
  });

  test('of months that are over is behind by what lacks of their whole targets', async () => {
    const sales = [
      ['Month', 'Region', 'Amount'],
      ['2026-01', 'West', 50],
      ['2026-02', 'West', 60],
    ];
    const targets = [
      ['Month', 'Region', 'Target'],
      ['2026-01', 'West', 100],
      ['2026-02', 'West', 100],
    ];
    const { report } = done(await trackIn({ Sales: sales, Targets: targets }));
    expect(report.current.total).toMatchObject({ targetToDate: 100, pace: 0.6, status: 'behind' });
  });

  test('counts sales after the as-of day as set aside', async () => {
    const { sales, issues } = done(
      await trackIn({ Orders: orders, Quotas: quotas }, { asOf: 46_023 + 30 }),
    );
    expect(sales).toEqual({ rows: 4, used: 2, setAside: 2, total: 110 });
    expect(issues).toContainEqual(expect.objectContaining({ code: 'afterAsOf', found: '2' }));
  });

  test('matches a target column of another name by its values', async () => {
    const areas: Rows = [
      ['Area', 'Month', 'Target'],
      ['West', '2026-01', 60],
      ['East', '2026-01', 65],
      ['North', '2026-02', 8],
    ];
    const { mapping } = done(await trackIn({ Orders: orders, Quotas: areas }));
    expect(mapping.sales.by).toEqual(['Region']);
    expect(mapping.targets.by).toEqual(['Area']);
  });

  test('by a single column takes targets of several, with no word of duplicates', async () => {
    const fine: Rows = [
      ['Area', 'Product', 'Month', 'Target'],
      ['West', 'Pen', '2026-01', 60],
      ['East', 'Pen', '2026-01', 5],
      ['East', 'Ink', '2026-01', 65],
      ['North', 'Pen', '2026-02', 8],
    ];
    const { report } = done(await trackIn({ Orders: orders, Quotas: fine }, { by: ['Product'] }));
    const january = report.rows.filter(({ period }) => period.label === '2026-01');
    expect(january.map(({ key, target }) => [...key, target])).toEqual([
      ['Ink', 65],
      ['Pen', 65],
    ]);
  });

  test('points at names that are nearly the same', async () => {
    const typo: Rows = [
      ['Person', 'Month', 'Target'],
      ['Ann', '2026-01', 60],
      ['bob ', '2026-01', 65],
      ['Cid', '2026-02', 8],
    ];
    const { issues, report } = done(await trackIn({ Orders: orders, Quotas: typo }));
    expect(issues).toContainEqual({
      code: 'nearlySameNames',
      at: 'Quotas!A3',
      found: 'bob ',
      expected: 'Bob',
    });
    expect(report.rows.map(({ key }) => key[0])).toContain('bob ');
  });
});

describe('a report is not built, and says why,', () => {
  test.each<[string, Rows, Rows, string, string]>([
    [
      'for targets that stand twice',
      orders,
      [...quotas, ['Ann', '2026-01', 61]],
      'duplicateTarget',
      'Quotas!C5',
    ],
    [
      'for several currencies',
      [
        ['Order Date', 'Person', 'Amount', 'Currency'],
        ['2026-01-05', 'Ann', 70, 'EUR'],
        ['2026-01-06', 'Bob', 71, 'USD'],
      ],
      quotas,
      'mixedCurrencies',
      'Orders!D3',
    ],
    [
      'for amounts that are words',
      [
        ['Order Date', 'Person', 'Amount'],
        ['2026-01-05', 'Ann', 'ten'],
        ['2026-01-06', 'Bob', 'two'],
      ],
      quotas,
      'columnIsNoNumber',
      'Orders!C2',
    ],
    [
      'for a header without rows',
      [['Order Date', 'Person', 'Amount']],
      quotas,
      'headerWithoutRows',
      'Orders!A1',
    ],
    [
      'for a header of merged cells',
      [
        ['Order Date', 'Person', null, 'Amount'],
        ['2026-01-05', 'Ann', 'Lee', 70],
      ],
      quotas,
      'blankHeader',
      'Orders!C1',
    ],
  ])('%s', async (_, sales, targets, code, at) => {
    const outcome = await trackIn(
      { Orders: sales, Quotas: targets },
      { sales: 'Orders', targets: 'Quotas' },
    );
    expect(codes(stopped(outcome))).toContainEqual([code, at]);
  });

  test('for targets without the chosen dimension, in words', async () => {
    const session = new Session(workbookWith({ Orders: orders, Quotas: quotas }));
    const { unclear } = stopped(await track(session, { by: ['Product'] }));
    expect(unclear.map((one) => unclearSentence(one, session.words))).toEqual([
      'The targets in "Quotas" are not split by "Product": no column has its values. Group by a column the targets have, or add one to them.',
    ]);
  });

  test('for a workbook without sales', async () => {
    const { unclear } = stopped(
      await trackIn({
        Notes: [
          ['Hello', 'World'],
          ['a', 'b'],
        ],
      }),
    );
    expect(unclear.map(({ question }) => question)).toContain('salesSource');
  });

  test('for two tables that could hold the sales, with both named', async () => {
    const { unclear } = await findData(
      new Session(workbookWith({ Orders: orders, Invoices: orders, Quotas: quotas })),
    );
    expect(unclear).toContainEqual({
      question: 'salesSource',
      source: '',
      candidates: ['Orders', 'Invoices', 'Orders/*'],
      doubt: {
        code: 'sheetsInDoubt',
        at: 'Orders!A1:E5',
        found: 'Orders',
        expected: 'Invoices',
      },
    });
  });

  test('for a source that is not there, with those that are', async () => {
    const { unclear } = stopped(
      await trackIn({ Orders: orders, Quotas: quotas }, { sales: 'Umsatz' }),
    );
    expect(unclear[0]).toMatchObject({ subject: 'Umsatz', candidates: ['Orders', 'Quotas'] });
  });

  test('and nothing is written', async () => {
    const workbook = workbookWith({ Orders: orders, Quotas: [...quotas, ['Ann', '2026-01', 61]] });
    const before = JSON.stringify(workbook.contents());
    stopped(await buildReport(new Session(workbook)));
    expect(JSON.stringify(workbook.contents())).toBe(before);
  });
});

describe('the report sheet', () => {
  const sheetNamed = (workbook: FileWorkbook, name: string) => {
    const sheet = workbook.contents().sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}`);
    return sheet;
  };

  /** Types into the comment cell of the row with a key. */
  async function comment(workbook: FileWorkbook, key: string, text: string): Promise<FileWorkbook> {
    const own = await workbook.findOwnSheet(sheetIds.varianceReport);
    const [people] = own?.shape.people ?? [];
    if (!own || !people) throw new Error('There is no report');
    const sheet = sheetNamed(workbook, own.sheet);
    const row = sheet.cells.findIndex(
      (cells, index) => index >= people.keys.row && cells[people.keys.column] === key,
    );
    // The file workbook hands out its own rows, so that a person's typing is a write into them.
    const cells = sheet.cells[row] as CellContent[];
    cells[people.typed.column] = text;
    return workbook;
  }

  test('keeps comments with their rows when it is built again in place', async () => {
    const workbook = workbookWith({ Orders: orders, Quotas: quotas });
    const session = new Session(workbook);
    const first = done(await buildReport(session));
    expect(first).toMatchObject({ sheet: 'Sales report', isNew: true });
    await comment(workbook, 'Ann', 'back in March');
    const again = done(await buildReport(session, { asOf: 46_023 + 30 }));
    expect(again).toMatchObject({ sheet: 'Sales report', isNew: false });
    const line = sheetNamed(workbook, 'Sales report').cells.find((row) =>
      row.includes('back in March'),
    );
    expect(line?.[0]).toBe('Ann');
  });

  test('remembers in the workbook what it was asked to show', async () => {
    const workbook = workbookWith({ Orders: orders, Quotas: quotas });
    expect(await findLastWishes(new Session(workbook))).toBeUndefined();
    const wishes: ReportWishes = { by: ['Person'], grain: 'quarter', asOf: 46_053 };
    done(await buildReport(new Session(workbook), wishes));
    expect(await findLastWishes(new Session(workbook))).toEqual(wishes);
  });

  test('leaves a sheet of that name that is the person’s own alone', async () => {
    const mine: Rows = [['my own notes', 'more']];
    const workbook = workbookWith({ Orders: orders, Quotas: quotas, 'Sales report': mine });
    const { sheet } = done(await buildReport(new Session(workbook)));
    expect(sheet).toBe('Sales report (2)');
    expect(sheetNamed(workbook, 'Sales report').cells).toEqual(mine);
  });

  test('is written anew from the same data as it was', async () => {
    const workbook = workbookWith({ Orders: orders, Quotas: quotas });
    const session = new Session(workbook);
    done(await buildReport(session));
    const once = JSON.stringify(sheetNamed(workbook, 'Sales report').cells);
    done(await buildReport(session));
    expect(JSON.stringify(sheetNamed(workbook, 'Sales report').cells)).toBe(once);
  });
});

describe('a session', () => {
  test('reads a source once, and again after its sheet changed', async () => {
    const workbook = workbookWith({ Orders: orders, Quotas: quotas });
    let reads = 0;
    const counting = new Proxy(workbook, {
      get(target, name) {
        if (name === 'read') reads += 1;
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      },
    });
    const session = new Session(counting);
    done(await track(session));
    const first = reads;
    done(await track(session));
    expect(reads).toBe(first);
    session.noteChange({ sheet: 'Quotas' });
    done(await track(session));
    expect(reads).toBe(first + 1);
  });

  test('stops reading when it is told to', async () => {
    const session = new Session(workbookWith({ Orders: orders, Quotas: quotas }));
    const abort = new AbortController();
    abort.abort();
    await expect(track(session, {}, { signal: abort.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

test('all figures of a report with no target are there but for those that need one', async () => {
  const none: Rows = [
    ['Person', 'Month', 'Target'],
    ['Zoe', '2026-01', 60],
    ['Ann', '2026-03', 60],
  ];
  const { report } = done(await trackIn({ Orders: orders, Quotas: none }, { by: ['Person'] }));
  const bob = report.rows.find(({ key }) => key[0] === 'Bob');
  expect(bob).toMatchObject({ actual: 40, status: 'noTarget' });
  expect(bob && isMeasured(bob.variance)).toBe(false);
});
