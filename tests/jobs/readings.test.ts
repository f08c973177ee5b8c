import {
  findData,
  findWaysToRead,
  reportJson,
  Session,
  stopLines,
  track,
  withAnswer,
  withoutReading,
  type ReportWishes,
} from '../../src/jobs';
import { unclearSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const words = wordsFor('en');

const quotas: Rows = [
  ['Person', 'Month', 'Target'],
  ['Ann', '2026-02', 60],
  ['Bob', '2026-03', 65],
];

async function jsonOf(sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) {
  const outcome = await track(new Session(workbookWith(sheets)), wishes);
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.unclear));
  return reportJson(outcome.done, undefined, '', words);
}

async function askedOf(sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) {
  const outcome = await track(new Session(workbookWith(sheets)), wishes);
  if ('done' in outcome) throw new Error('It was done');
  return outcome.stopped.unclear;
}

describe('what fits two ways is asked, and read as the answer says', () => {
  const orders: Rows = [
    ['Order Date', 'Person', 'Amount'],
    ['1/2/2026', 'Ann', 70],
    ['2/3/2026', 'Bob', 71],
  ];

  test('before it is asked where the sales are that no other sheet has', async () => {
    const sales: Rows = [
      ['Date', 'Person', 'Amount'],
      ['2026-01-12', 'Ann', 10],
      ['2026-01-13', 'Bob', 20],
      ['2026-01-14', 'Total', 500],
      ['2026-02-12', 'Ann', 10],
    ];
    const asked = await askedOf({ Sales: sales, Quotas: quotas });
    expect(asked.map(({ question, source }) => [question, source])).toEqual([
      ['totalOrName', 'Sales'],
      ['salesSource', ''],
    ]);
    const [first] = asked;
    if (!first) throw new Error('nothing asked');
    // In print, nothing is said to be lacking that the question is about.
    const outcome = await track(new Session(workbookWith({ Sales: sales, Quotas: quotas })));
    expect('stopped' in outcome && stopLines(outcome.stopped, words)).toEqual([
      unclearSentence(first, words),
    ]);
    const readings = withAnswer(undefined, first, 'total');
    const answered = await jsonOf({ Sales: sales, Quotas: quotas }, { readings });
    expect(answered.sales.total).toBe(40);
  });

  test('day and month of dates as text', async () => {
    const sheets = { Orders: orders, Quotas: quotas };
    const [question] = await askedOf(sheets);
    if (!question) throw new Error('nothing asked');
    expect(unclearSentence(question, words)).toBe(
      'Orders!A2: the dates of "Order Date" fit day first and month first, and no cell decides it. Choose one: "Day first (31/12/2026)", "Month first (12/31/2026)".',
    );
    const dayFirst = await jsonOf(sheets, { readings: withAnswer(undefined, question, 'dmy') });
    expect(dayFirst.rows.map(({ key, period, actual }) => [...key, period, actual])).toEqual([
      ['Ann', '2026-02', 70],
      ['Bob', '2026-03', 71],
    ]);
    const monthFirst = await jsonOf(sheets, { readings: withAnswer(undefined, question, 'mdy') });
    expect(monthFirst.rows.map(({ period, actual }) => [period, actual])).toEqual(
      expect.arrayContaining([
        ['2026-01', 70],
        ['2026-02', 71],
      ]),
    );
  });

  test('the decimal sign of numbers as text', async () => {
    const sheets = {
      Orders: [
        ['Order Date', 'Person', 'Amount'],
        ['2026-02-01', 'Ann', '1,234'],
        ['2026-03-02', 'Bob', '5,678'],
      ],
      Quotas: quotas,
    };
    const [question] = await askedOf(sheets);
    expect(question).toMatchObject({
      question: 'decimalSign',
      source: 'Orders',
      subject: 'Amount',
      at: 'Orders!C2',
    });
    if (!question) throw new Error('nothing asked');
    const point = await jsonOf(sheets, { readings: withAnswer(undefined, question, '.') });
    expect(point.sales.total).toBe(6912);
    const comma = await jsonOf(sheets, { readings: withAnswer(undefined, question, ',') });
    expect(comma.sales.total).toBe(6.912);
  });

  test('the year of periods across, also of targets that are not found without it', async () => {
    const sheets = {
      Orders: [
        ['Order Date', 'Person', 'Amount'],
        ['2026-02-01', 'Ann', 50],
      ],
      Quotas: [
        ['Person', 'Feb', 'Mar'],
        ['Ann', 60, 61],
        ['Bob', 65, 66],
      ],
    };
    const asked = await askedOf(sheets);
    const question = asked.find((one) => one.question === 'periodYear');
    expect(question).toMatchObject({ source: 'Quotas', subject: 'Feb', at: 'Quotas!B1' });
    if (!question) throw new Error('nothing asked');
    const readings = withAnswer(undefined, question, '2026');
    const json = await jsonOf(sheets, { readings });
    expect(json.total).toMatchObject({ actual: 50, target: 252 });
    const byYear = await jsonOf(sheets, { periodYear: 2026 });
    expect(byYear.total).toEqual(json.total);
  });
});

describe('corrections', () => {
  test('drop a row of headers that is gone once a layout is chosen instead', () => {
    const before = { Plan: { header: ['Gone'], year: 2026 } };
    const question = { question: 'layout', source: 'Plan' } as const;
    expect(withAnswer(before, question, 'wide')).toEqual({ Plan: { layout: 'wide', year: 2026 } });
  });

  test('are taken back source by source', () => {
    const before = { Plan: { year: 2026 }, Deals: { layout: 'long' } } as const;
    expect(withoutReading(before, 'Plan')).toEqual({ Deals: { layout: 'long' } });
  });

  test('may name some of the columns that no header names', async () => {
    const json = await jsonOf(
      {
        Orders: [
          ['Date', 'Shop', 'Amount'],
          ['2026-01-05', 'North', 50],
        ],
        Plan: [
          ['Month', 'North', 'South'],
          ['2026-01', 60, 61],
          ['2026-02', 65, 66],
        ],
      },
      {
        targets: 'Plan',
        readings: { Plan: { layout: 'crossed', names: { label: 'Shop' } } },
      },
    );
    expect(json.mapping.targets).toMatchObject({ date: 'Month', amount: 'Value', by: ['Shop'] });
    expect(json.total).toMatchObject({ actual: 50, target: 252 });
  });
});

describe('how a table was read', () => {
  const deals: Rows = [
    ['Deal Name', 'Stage', 'Close Date', 'Amount', 'Owner'],
    ['A', 'Closed Won', '2026-02-01', 10, 'Ann'],
    ['B', 'Verbal yes', '2026-02-02', 20, 'Ann'],
    ['C', 'Closed Lost', '2026-02-03', 40, 'Bob'],
    ['D', 'Verbal yes', '2026-02-04', 80, 'Bob'],
  ];
  const targets: Rows = [
    ['Owner', 'Month', 'Target'],
    ['Ann', '2026-02', 60],
    ['Bob', '2026-02', 65],
  ];

  test('stands in the figures as JSON, with its first rows and what each stage was taken for', async () => {
    const json = await jsonOf({ Deals: deals, Targets: targets });
    expect(json.sales.total).toBe(10);
    expect(json.mapping.sales.reading).toMatchObject({
      layout: 'long',
      preview: {
        headers: deals[0],
        rows: [{ cells: deals[1] }, { cells: deals[2] }, { cells: deals[3] }],
        rowCount: 4,
        setAside: 0,
      },
      stages: {
        isPipeline: true,
        stages: [
          { stage: 'Verbal yes', outcome: 'unknown', rows: 2 },
          { stage: 'Closed Won', outcome: 'won', rows: 1 },
          { stage: 'Closed Lost', outcome: 'lost', rows: 1 },
        ],
      },
    });
  });

  test('counts a stage as the person says', async () => {
    const readings = { Deals: { stages: { 'Verbal yes': 'won' } } } as const;
    const json = await jsonOf({ Deals: deals, Targets: targets }, { readings });
    expect(json.sales.total).toBe(110);
    expect(json.mapping.sales.reading.stages?.stages[0]).toMatchObject({
      stage: 'Verbal yes',
      outcome: 'won',
      by: 'user',
    });
  });

  test('is offered otherwise with the layouts that fit and the rows that could be headers', async () => {
    const session = new Session(
      workbookWith({
        Plan: [
          ['Plan 2026', null, null],
          ['Month', 'North', 'South'],
          ['2026-01', 100, 200],
          ['2026-02', 110, 210],
        ],
      }),
    );
    const [source] = await session.sources();
    if (!source) throw new Error('no source');
    expect(await findWaysToRead(session, source, () => ({}))).toEqual({
      layouts: ['long', 'crossed', 'turned'],
      headerRows: [
        { row: 2, texts: ['Month', 'North', 'South'] },
        { row: 3, texts: ['2026-01', '100', '200'] },
        { row: 4, texts: ['2026-02', '110', '210'] },
      ],
    });
  });

  test('is read anew once it was corrected, and again once the correction is taken back', async () => {
    const session = new Session(workbookWith({ Deals: deals, Targets: targets }));
    const headersOf = async (wishes: ReportWishes) =>
      (await findData(session, { sales: 'Deals', ...wishes })).sales?.table.raw.headers;
    expect(await headersOf({})).toEqual(deals[0]);
    const header = ['A', 'Closed Won', '2026-02-01', '10', 'Ann'];
    expect(await headersOf({ readings: { Deals: { header } } })).toEqual(header);
    expect(await headersOf({})).toEqual(deals[0]);
  });
});
