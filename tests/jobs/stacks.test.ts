import {
  assessData,
  buildReport,
  findData,
  findLastWishes,
  reportJson,
  Session,
  track,
  type Outcome,
  type ReportWishes,
} from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';
import { openInExcel, type OpenedInExcel } from '../contract/subjects';
import { emptySheet } from '../../src/workbook';

function done<T>(outcome: Outcome<T>): T {
  if ('done' in outcome) return outcome.done;
  throw new Error(JSON.stringify([...outcome.stopped.unclear, ...outcome.stopped.issues]));
}

const month = (of: string, ann: number, bob: number): Rows => [
  ['Date', 'Person', 'Amount'],
  [`2026-${of}-05`, 'Ann', ann],
  [`2026-${of}-06`, 'Bob', bob],
];
const quotas: Rows = [
  ['Person', 'Month', 'Target'],
  ['Ann', '2026-01', 60],
  ['Bob', '2026-01', 65],
  ['Ann', '2026-02', 35],
];
/** 70 + 40 in January, 30 + 9 in February: 149 in all. */
const months = { Jan: month('01', 70, 40), Feb: month('02', 30, 9) };

const trackIn = (sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) =>
  track(new Session(workbookWith(sheets)), wishes);

async function question(sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) {
  const outcome = await trackIn(sheets, wishes);
  if ('done' in outcome) throw new Error('It was done');
  return outcome.stopped.unclear.map(({ question: about, source, candidates }) => ({
    about,
    source,
    candidates,
  }));
}

describe('sheets of one layout', () => {
  test('are the sales where nothing else is, and the report names them all', async () => {
    const found = done(await trackIn({ ...months, Quotas: quotas }));
    expect(found.report.total).toMatchObject({ actual: 149, target: 160 });
    const json = reportJson(found, undefined, '2026-02-28', wordsFor('en'));
    expect(json.mapping.sales).toMatchObject({
      source: 'Jan/*',
      sheets: ['Jan', 'Feb'],
      at: 'Jan!A1:C3, Feb!A1:C3',
    });
    expect(json.sales).toEqual({ rows: 4, used: 4, setAside: 0, total: 149 });
    expect(found.data.sales.source.label).toBe('Jan, Feb (2 sheets)');
  });

  test('are offered beside each sheet, under a name of their first three', async () => {
    const names = ['North', 'South', 'East', 'West'];
    const sheets = names.map((name, index) => [name, month('01', index + 1, 10 + index)] as const);
    const { sources } = await findData(
      new Session(workbookWith({ ...Object.fromEntries(sheets), Quotas: quotas })),
    );
    expect(sources.map(({ name, label }) => label ?? name)).toEqual([
      ...names,
      'Quotas',
      'North, South, East … (4 sheets)',
    ]);
  });

  test.each([
    [
      'a sheet with all rows',
      { All: [...months.Jan, ...months.Feb.slice(1)] },
      'All',
      ['North/South'],
    ],
    ['a copy of a sheet', { Other: months.Jan }, 'Other', []],
  ])('are asked about where %s would count twice', async (_, more, name, others) => {
    const regions = { North: months.Jan, South: months.Feb };
    expect(await question({ ...regions, ...more, Quotas: quotas })).toEqual([
      {
        about: 'salesSource',
        source: '',
        candidates: [...others, 'North', 'South', name, 'North/*'],
      },
    ]);
  });

  // Beside Jan (70 + 40) and Feb (30 + 9) one row each, so that no count of rows tells.
  test.each([
    ...[
      '2026',
      'Q1',
      'Q1 2026',
      '1. Quartal',
      'Sales 2026',
      'Jan-Mar',
      'H1',
      '1. Halbjahr',
      'FY26',
    ],
    ...['YTD', 'Data'],
  ])(
    'named by months are asked about beside "%s", which may hold their rows again',
    async (name) => {
      const sheets = { ...months, [name]: month('03', 1, 2).slice(0, 2), Quotas: quotas };
      const [asked] = await question(sheets);
      expect(asked).toMatchObject({ about: 'salesSource' });
      expect(asked?.candidates).toContain(name);
    },
  );

  test.each([
    ['a quarter of other months', ['Jan', 'Feb', 'Q2']],
    ['another year', ['Jan 2026', 'Feb 2026', '2025']],
    ['years', ['2024', '2025', 'FY 2026']],
    ['halves', ['H1 2026', 'H2 2026', 'H1 2025']],
    ['the same month of several regions', ['Jan North', 'Jan South', 'Feb North']],
  ])('are read as one where they are named by %s', async (_, names) => {
    const rows = [month('01', 70, 40), month('02', 30, 9), month('03', 1, 2).slice(0, 2)];
    const sheets = Object.fromEntries(names.map((name, at) => [name, rows[at] ?? []]));
    const { report } = done(await trackIn({ ...sheets, Quotas: quotas }));
    // 110 + 39 + 1
    expect(report.control.sales.total).toBe(150);
  });

  test.each(['Lost', 'Cancelled', 'Discounts', 'Zahlungen'])(
    'are asked about where one is named "%s", which is no sale',
    async (name) => {
      const sheets = { Sales: months.Jan, [name]: months.Feb, Quotas: quotas };
      const [asked] = await question(sheets);
      expect(asked?.candidates).toEqual(['Sales', name, 'Sales/*']);
    },
  );

  test.each(['Expenses', 'Costs', 'Einkauf', 'Dépenses', 'Compras', '経費'])(
    'are read without the one that is named "%s"',
    async (name) => {
      const sheets = { Sales: months.Jan, [name]: months.Feb, Quotas: quotas };
      // 70 + 40
      expect(done(await trackIn(sheets)).report.control.sales.total).toBe(110);
    },
  );

  test.each(['Costa Rica', 'Lostwithiel'])(
    'are read as one where one is named "%s"',
    async (name) => {
      const { report } = done(
        await trackIn({ Sales: months.Jan, [name]: months.Feb, Quotas: quotas }),
      );
      expect(report.control.sales.total).toBe(149);
    },
  );

  test('are asked about where they are named as records of different kinds', async () => {
    const sheets = { Orders: months.Jan, Invoices: months.Feb, Quotas: quotas };
    const [asked] = await question(sheets);
    expect(asked?.candidates).toEqual(['Orders', 'Invoices', 'Orders/*']);
  });

  test.each([
    ['currencies', 'Sales EUR', 'Sales USD'],
    ['currencies', '€', '$'],
    ['currencies', 'DE (EUR)', 'US (USD)'],
    ['what is before and after tax', 'Net sales', 'Gross sales'],
    ['what is before and after tax', 'HT', 'TTC'],
    ['views of the same', 'Sales by region', 'Sales by customer'],
    ['states of the same', 'Raw', 'Clean'],
    ['states of the same', 'Sales', 'Sales new'],
    ['exports of several days', 'Export 05.02.', 'Export 06.02.'],
    ['exports of several days', 'export_20260205', 'export_20260206'],
    ['stages of a sale', 'Bookings', 'Billings'],
    ['what is no sale', 'Sales', 'Discounts'],
    ['what is no sale', 'Umsatz', 'Zahlungen'],
  ])('are asked about where their names tell %s: %s, %s', async (_, one, other) => {
    const sheets = { [one]: months.Jan, [other]: months.Feb, Quotas: quotas };
    const [asked] = await question(sheets);
    expect(asked?.candidates).toEqual([one, other, `${one}/*`]);
  });

  test.each([
    ['in EUR', 'in USD'],
    ['Sales in T€', 'Sales in €'],
    ["Umsatz ('000)", 'Umsatz'],
  ])('are asked about where their titles tell other units: %s, %s', async (one, other) => {
    const sheets = {
      Jan: [[one], [], ...months.Jan],
      Feb: [[other], [], ...months.Feb],
      Quotas: quotas,
    };
    const [asked] = await question(sheets);
    expect(asked?.candidates).toEqual(['Jan', 'Feb', 'Jan/*']);
  });

  test('are read as one where their titles tell the same unit', async () => {
    const above: Rows = [['Sales in €'], []];
    const sheets = { Jan: [...above, ...months.Jan], Feb: [...above, ...months.Feb] };
    const { report } = done(await trackIn({ ...sheets, Quotas: quotas }));
    expect(report.control.sales.total).toBe(149);
  });

  test('are told to be in another unit than the targets by titles that name their month too', async () => {
    const sheets = {
      Jan: [['Sales January in T€'], [], ...months.Jan],
      Feb: [['Sales February in T€'], [], ...months.Feb],
      Quotas: [['Targets in €'], [], ...quotas],
    };
    const outcome = await trackIn(sheets);
    expect('stopped' in outcome && outcome.stopped.issues).toMatchObject([
      { code: 'otherScale', expected: expect.stringContaining('Sales January in T€') as string },
    ]);
  });

  test('are refused as figures to date by titles that name their month too', async () => {
    const toDate = (title: string, ann: number): Rows => [
      [title],
      [],
      ['Person', 'Amount'],
      ['Ann', ann],
      ['Bob', ann + 1],
    ];
    const sheets = {
      'Jan 2026': toDate('Umsatz kumuliert Januar', 10),
      'Feb 2026': toDate('Umsatz kumuliert Februar', 20),
      Quotas: quotas,
    };
    const outcome = await trackIn(sheets);
    expect('stopped' in outcome && outcome.stopped.issues).toMatchObject([
      { code: 'figuresToDate', at: "'Jan 2026'!A1", found: 'Umsatz kumuliert Januar' },
    ]);
  });

  test('are asked about beside sales of another layout', async () => {
    const shop: Rows = [
      ['Day', 'Shop', 'Item', 'Revenue'],
      ['2026-01-05', 'One', 'Pen', 5],
      ['2026-01-06', 'Two', 'Ink', 6],
    ];
    const [asked] = await question({ ...months, Shop: shop, Quotas: quotas });
    expect(asked?.candidates).toEqual(['Jan/*', 'Jan', 'Feb', 'Shop']);
  });

  test('of targets are asked about unless each is named by a period', async () => {
    const plan = (target: number): Rows => [
      ['Person', 'Month', 'Target'],
      ['Ann', '2026-01', target],
      ['Bob', '2026-01', 65],
    ];
    const orders = { Orders: month('01', 70, 40) };
    const [asked] = await question({ ...orders, First: plan(60), Second: plan(50) });
    expect(asked).toMatchObject({
      about: 'targetSource',
      candidates: ['First', 'Second', 'First/*'],
    });
    const february = plan(5).map((row) =>
      row.map((cell) => (cell === '2026-01' ? '2026-02' : cell)),
    );
    const { report } = done(
      await trackIn({ ...orders, 'Jan 2026': plan(60), 'Feb 2026': february }, { asOf: 46_081 }),
    );
    // 60 + 65 in January, 5 + 65 in February.
    expect(report.control.targets.total).toBe(195);
    const year = { 'Jan 2026': plan(60), 'Feb 2026': february, 'Targets 2026': plan(60) };
    expect(await question({ ...orders, ...year })).toMatchObject([{ about: 'targetSource' }]);
  });

  test('named by months ask for the year once, for all of them', async () => {
    const undated = (ann: number): Rows => [
      ['Person', 'Amount'],
      ['Ann', ann],
      ['Bob', 1],
    ];
    const sheets = { Jan: undated(70), Feb: undated(30), Quotas: quotas };
    expect(await question(sheets)).toEqual([
      { about: 'periodYear', source: 'Jan/*', candidates: [] },
    ]);
    const answered = done(await trackIn(sheets, { readings: { 'Jan/*': { year: 2026 } } }));
    expect(answered.report.total).toMatchObject({ actual: 102, target: 160 });
    expect(answered.mapping.sales.date).toBe('Period');
  });

  test('can be named one by one, and any of them leads to all of its layout', async () => {
    const sheets = { ...months, Mar: month('03', 1, 2), Quotas: quotas };
    const two = done(await trackIn(sheets, { sales: 'jan/MAR' }));
    expect(two.mapping.sales).toMatchObject({ source: 'Jan/Mar', sheets: ['Jan', 'Mar'] });
    expect(two.report.control.sales.total).toBe(113);
    const all = done(await trackIn(sheets, { sales: 'Mar/*' }));
    expect(all.mapping.sales).toMatchObject({ source: 'Jan/*', sheets: ['Jan', 'Feb', 'Mar'] });
  });

  test('that are named together and differ are refused by the header that differs', async () => {
    const outcome = await trackIn({ ...months, Quotas: quotas }, { sales: 'Jan/Quotas' });
    expect('stopped' in outcome && outcome.stopped.issues).toEqual([
      {
        code: 'otherLayout',
        at: 'Quotas!A1',
        found: 'Person, Month, Target',
        expected: 'Jan',
      },
    ]);
    expect(await question({ ...months, Quotas: quotas }, { sales: 'Jan/May' })).toEqual([
      { about: 'salesSource', source: 'Jan/May', candidates: ['Jan', 'Feb', 'Quotas', 'Jan/*'] },
    ]);
  });

  test('name the cell on its own sheet in what is found in them', async () => {
    const sheets = {
      Jan: month('01', 70, 40),
      Feb: [...month('02', 30, 9), ['2026-02-07', 'Ann', 'ten'], ['2026-02-30', 'Ann', 5]],
      Quotas: quotas,
    };
    const { sides } = await assessData(new Session(workbookWith(sheets)));
    const [sales] = sides;
    expect(sales?.quality).toMatchObject({
      source: 'Jan, Feb (2 sheets)',
      at: 'Jan!A1:C3, Feb!A1:C5',
      counts: { rows: 6, used: 4, setAside: 2 },
    });
    const places = sales?.quality.findings.map(({ at }) => at);
    expect(places).toEqual(expect.arrayContaining(['Feb!C4', 'Feb!A5']));
  });
});

describe('a report of several sheets', () => {
  let opened: OpenedInExcel;
  let session: Session;

  async function open(sheets: Readonly<Record<string, Rows>>) {
    opened = await openInExcel({
      sheets: Object.entries(sheets).map(([name, cells]) => ({ ...emptySheet(name), cells })),
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

  async function run(script: string, sheet: string) {
    const before = session.generation;
    await opened.workbench.runScript(
      `await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject('${sheet}');
        ${script}
        await context.sync();
      });`,
    );
    await opened.workbench.settled();
    for (let waits = 0; waits < 100 && session.generation === before; waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const actual = async (wishes: ReportWishes = {}) =>
    done(await track(session, wishes)).report.control.sales.total;

  test.each([
    ['an edited cell', `sheet.getRange('C3').values = [[19]];`, 159],
    ['a row below', `sheet.getRange('A4:C4').values = [['2026-02-09', 'Ann', 5]];`, 154],
    ['a deleted row', `sheet.getRange('2:2').delete('Up');`, 119],
  ])('takes up %s on any of them', async (_, script, expected) => {
    await open({ ...months, Quotas: quotas });
    expect(await actual()).toBe(149);
    await run(script, 'Feb');
    expect(await actual()).toBe(expected);
  });

  test('is asked for again as it was, with a sheet that was added since', async () => {
    await open({ ...months, Quotas: quotas });
    done(await buildReport(session, { sales: 'Jan/*' }));
    await run(
      `const added = context.workbook.worksheets.add('Mar');
      added.getRange('A1:C2').values = [['Date', 'Person', 'Amount'], ['2026-03-02', 'Ann', 100]];`,
      'Mar',
    );
    const wishes = await findLastWishes(session);
    expect(wishes).toMatchObject({ sales: 'Jan/*' });
    const { mapping, report } = done(await track(session, wishes));
    expect(mapping.sales.sheets).toEqual(['Jan', 'Feb', 'Mar']);
    expect(report.control.sales.total).toBe(249);
  });

  test('is asked about anew where the sheet it was named by is gone', async () => {
    await open({ ...months, Mar: month('03', 1, 2), Quotas: quotas });
    await run(`sheet.delete();`, 'Jan');
    const outcome = await track(session, { sales: 'Jan/*' });
    expect('stopped' in outcome && outcome.stopped.unclear).toMatchObject([
      { question: 'salesSource', subject: 'Jan/*', candidates: ['Feb', 'Mar', 'Quotas', 'Feb/*'] },
    ]);
  });
});
