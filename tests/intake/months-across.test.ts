import { dimensionText } from '../../src/intake/columns/column';
import { findTextPeriod } from '../../src/intake/texts/text-periods';
import { Session, stopLines, track } from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from './raw-tables';

const sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 100],
  ['2026-04-06', 'South', 20],
];

/** Targets of two regions: 1, 2, 3, … for North, ten times as much for South. */
const across = (...headers: readonly string[]): Rows => [
  ['Region', ...headers],
  ['North', ...headers.map((_, at) => at + 1)],
  ['South', ...headers.map((_, at) => (at + 1) * 10)],
];
const down = (header: string, ...labels: readonly string[]): Rows => [
  [header, 'Region', 'Target'],
  ...labels.map((label, at) => [label, 'North', at + 1]),
];

async function told(plan: Rows, name = 'Plan') {
  const outcome = await track(new Session(workbookWith({ Sales: sales, [name]: plan })));
  if ('stopped' in outcome) return stopLines(outcome.stopped, wordsFor('en')).at(-1);
  const { targets, data } = outcome.done;
  const { table, date } = data.targets;
  const { headers, grid } = table.raw;
  const rows = Array.from({ length: grid.rowCount }, (_, row) => row);
  const labels = date ? rows.map((row) => dimensionText(grid.cell(row, date.index))) : [];
  return { total: targets.total, headers, periods: [...new Set(labels)] };
}

const headers = ['Region', 'Period', 'Target'];

describe('"01/26" across', () => {
  const label = (month: number) => `2026-${String(month).padStart(2, '0')}`;
  const months = Array.from({ length: 12 }, (_, at) => at + 1);
  const year = { total: 858, headers, periods: months.map(label) };

  test('is a month where all are of one year, whatever stands between', async () => {
    // 1 + 2 + … + 12 = 78 for North, 780 for South.
    for (const sign of ['/', '.', '-']) {
      const texts = months.map((month) => `${String(month).padStart(2, '0')}${sign}26`);
      expect(await told(across(...texts))).toEqual(year);
    }
    expect(await told(across(...months.map((month) => `${String(month)}/26`)))).toEqual(year);
  });

  test('is a month where they follow one another over the turn of the year', async () => {
    expect(await told(across('11/25', '12/25', '01/26'))).toEqual({
      total: 66,
      headers,
      periods: ['2025-11', '2025-12', '2026-01'],
    });
  });

  test('has its measure beside it or above it', async () => {
    expect(await told(across('Plan 01/26', 'Costs 01/26', 'Plan 02/26', 'Costs 02/26'))).toEqual({
      // 1 + 3 for North, 10 + 30 for South.
      total: 44,
      headers: ['Region', 'Period', 'Plan', 'Costs'],
      periods: ['2026-01', '2026-02'],
    });
  });

  test('is refused where it may be a day, and the reason told', async () => {
    const open = (text: string) =>
      `Plan!B1: "${text}" may be a day or a month. Write a month as 2026-01 or Jan 2026, and a day with its year.`;
    // Days of January or Januaries, the fifth or 2005, a day and a month of two others.
    for (const texts of [
      ['01/26', '01/27', '01/28'],
      ['01/05', '02/05', '03/05'],
      ['01/26', '02/27', '03/28'],
      ['01/26', '26/02'],
      // One alone tells nothing.
      ['01/26'],
    ]) {
      expect(await told(across(...texts))).toBe(open(texts[0] ?? ''));
    }
    // Nor does the title: it is the year of either.
    expect(await told(across('01/26'), 'Targets 2026')).toMatch(/may be a day or a month/);
  });

  test('is no time where a column tells it, or as no day and no month', async () => {
    const none =
      'No table of targets was found. Set targets first, or choose the table that holds them.';
    expect(await told(across('10-20', '20-30'))).toBe(none);
    const dated = across('01/26', '01/27').map((row, at) => [
      at === 0 ? 'Date' : '2026-01-05',
      ...row,
    ]);
    expect(await told(dated)).toMatch(/^Several columns of "Plan" could be the target: "01\/26"/);
  });
});

describe('"01/26" down', () => {
  test('is a month in a column of months, and of dates where all of them prove it', async () => {
    // 1 + 2 + 3
    const read = { total: 6, periods: ['01/26', '02/26', '03/26'] };
    expect(await told(down('Month', '01/26', '02/26', '03/26'))).toMatchObject(read);
    expect(await told(down('Date', '01/26', '02/26', '03/26'))).toMatchObject(read);
    expect(await told(down('Month', '01/26', '01/27'))).toMatchObject({ total: 3 });
  });

  test('is no date where it may be a day', async () => {
    expect(await told(down('Date', '01/26', '01/27'))).toMatch(/^Plan!A2: "01\/26" is no date/);
  });
});

describe('a span of months', () => {
  test('is a quarter or a year in many spellings, and nothing else', () => {
    const labels = [
      'Jan-Mar 2026',
      'Apr – Jun 26',
      'Juli bis September 2026',
      'Oct. 2026 to Dec. 2026',
      'janv. à mars 2026',
      'enero a marzo 2026',
      '2026年4～6月',
      'Jan-Dez 2026',
      'Q1-Q4 2026',
    ].map((text) => findTextPeriod(text)?.label);
    expect(labels).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026',
      '2026',
    ]);
    const none = ['Jan-Feb 2026', 'Mar-May 2026', 'Jan-Jun 2026', 'Nov 2025 - Jan 2026', 'Jan-Mar'];
    expect(none.map(findTextPeriod)).toEqual(none.map(() => undefined));
    // In French a Tuesday, and no span.
    expect(findTextPeriod('mar. mai 2026')?.label).toBe('2026-05');
  });

  test('is a quarter across, with the year of its title where it names none', async () => {
    // 1 + 2 for North, 10 + 20 for South.
    const read = { total: 33, headers, periods: ['2026-Q1', '2026-Q2'] };
    expect(await told(across('Jan-Mär 2026', 'Apr-Jun 2026'))).toEqual(read);
    expect(await told(across('Jan–Mar', 'Apr–Jun'), 'Plan 2026')).toEqual(read);
    expect(await told(across('Jan-Mär', 'Apr-Jun'))).toMatch(/"Jan-Mär" does not tell its year/);
  });

  test('is a quarter down', async () => {
    expect(await told(down('Quartal', 'Jan-Mär 2026', 'Apr-Jun 2026'))).toMatchObject({ total: 3 });
    expect(await told(down('Quartal', 'Jan-Mär', 'Apr-Jun'), 'Plan 2026')).toMatchObject({
      total: 3,
      periods: ['2026-Q1', '2026-Q2'],
    });
  });

  test('is a total beside its months or quarters', async () => {
    expect(await told(across('Jan 2026', 'Feb 2026', 'Mar 2026', 'Jan-Mar 2026'))).toMatchObject({
      // 1 + 2 + 3 for North, ten times as much for South.
      total: 66,
      periods: ['2026-01', '2026-02', '2026-03'],
    });
    const halves = across('Jan-Mar 2026', 'Apr-Jun 2026', 'Jan-Jun 2026', 'Jan-Dec 2026');
    expect(await told(halves)).toMatchObject({ total: 33, periods: ['2026-Q1', '2026-Q2'] });
  });

  test('that is no quarter is refused, alone and beside months', async () => {
    const odd = (at: string, text: string) =>
      `Plan!${at}: "${text}" is no month, quarter or year like those beside it. Give the figures of each.`;
    expect(await told(across('Jan-Feb 2026', 'Mar-Apr 2026'))).toBe(odd('B1', 'Jan-Feb 2026'));
    expect(await told(across('Jan-Jun 2026', 'Jul-Dec 2026'))).toBe(odd('B1', 'Jan-Jun 2026'));
    expect(await told(across('Jan 2026', 'Feb 2026', 'Mar-Apr 2026'))).toBe(
      odd('D1', 'Mar-Apr 2026'),
    );
    expect(await told(across('Jan 2026', 'Feb 2026', 'Apr-Jun 2026'))).toBe(
      odd('D1', 'Apr-Jun 2026'),
    );
  });

  test.each([
    [['Jan 2026', 'Feb 2026', 'Mar 2026', 'Q2 2026'], 'E1'],
    [['Q4 2025', 'Jan 2026', 'Feb 2026'], 'B1'],
    [['Jan 2026', 'Feb 2026', '2027'], 'D1'],
    [['2025', 'Jan 2026', 'Feb 2026'], 'B1'],
    [['Jan 2026', 'Feb 2026', 'Q1 2025'], 'D1'],
    [['Q1 2026', 'Q2 2026', 'Jul 2026'], 'D1'],
    [['2025', '2026', 'Jan 2027'], 'D1'],
    [['2026-01-05', '2026-02-05', 'Q2 2026'], 'D1'],
  ])(
    'or period of another kind is refused where it holds none of the others: %j',
    async (own, at) => {
      expect(await told(across(...own))).toContain(
        `Plan!${at}: "${own[at.charCodeAt(0) - 66] ?? ''}"`,
      );
    },
  );

  test.each([
    [['Jan 2026', 'Feb 2026', 'Mar 2026', 'Q1 2026'], 66],
    [['Jan 2026', 'Feb 2026', '2026'], 33],
    [['Q1 2026', 'Q2 2026', '2026'], 33],
    // Of another measure.
    [['Jan 2026', 'Feb 2026', '2025 actual'], 33],
    [['Jan 2026', 'Feb 2026', 'FY 2027'], 33],
  ])('or period that holds others is their total: %j', async (own, total) => {
    // 1 + 2 (+ 3) for North, ten times as much for South.
    expect(await told(across(...own))).toMatchObject({ total });
  });

  test('that is no quarter is named where it spoils a column', async () => {
    expect(await told(down('Period', 'Jan-Mar 2026', 'Jan-Jun 2026', 'Jan-Sep 2026'))).toMatch(
      /^Plan!A3: "Jan-Jun 2026" is no date/,
    );
  });

  test('that begins like another holds figures to date, and is refused', async () => {
    const toDate = (at: string, text: string, other: string) =>
      `Plan!${at}: by "${text}" the figures of "${other}" are those to date, which cannot be added. Give the figures of each period, or reword this where they are.`;
    expect(await told(across('Jan 2026', 'Jan-Feb 2026', 'Jan-Mar 2026'))).toBe(
      toDate('C1', 'Jan-Feb 2026', 'Jan 2026'),
    );
    expect(await told(across('Jan-Mar 2026', 'Jan-Jun 2026', 'Jan-Sep 2026'))).toBe(
      toDate('C1', 'Jan-Jun 2026', 'Jan-Mar 2026'),
    );
    expect(await told(across('Q1 2026', 'Q1-Q2 2026', 'Q1-Q3 2026'))).toBe(
      toDate('C1', 'Q1-Q2 2026', 'Q1 2026'),
    );
  });
});

describe('a month across without a number', () => {
  const open = (...texts: readonly [string, string]): Rows => [
    ['Region', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
    ['North', 100, 110, texts[0]],
    ['South', 50, 60, texts[1]],
  ];

  test('is told by its cells, and not left out', async () => {
    const outcome = await track(
      new Session(workbookWith({ Sales: sales, Plan: open('tbd', '1.5T') })),
    );
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
    const { targets, issues } = outcome.done;
    // 100 + 110 + 50 + 60
    expect(targets).toMatchObject({ rows: 6, used: 4, setAside: 2, total: 320 });
    expect(
      issues.flatMap(({ code, at, found }) => (code === 'notANumber' ? [at, found] : [])),
    ).toEqual(['Plan!D2', 'tbd', 'Plan!D3', '1.5T']);
  });

  test('is told where it stands beside one other', async () => {
    const two = open('', '').map((row) => row.slice(0, 3));
    const plan = two.map((row, at) => (at === 0 ? row : [row[0] ?? '', row[1] ?? 0, 'n/a']));
    const outcome = await track(new Session(workbookWith({ Sales: sales, Plan: plan })));
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
    expect(outcome.done.targets).toMatchObject({ rows: 4, used: 2, setAside: 2, total: 150 });
  });

  test('is not passed over where it is one of most', async () => {
    const plan: Rows = [
      ['Region', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
      ['North', '1 lot', '1.2 lots', 100],
      ['South', '2 lots', '1.6 lots', 50],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: sales, Plan: plan })), {
      targets: 'Plan',
    });
    if (!('stopped' in outcome)) throw new Error('March alone was taken.');
    expect(outcome.stopped.issues.map(({ code, at, found }) => [code, at, found])).toEqual([
      ['columnIsNoNumber', 'Plan!B2', '1 lot'],
    ]);
  });

  test('is a number where it is written in thousands or millions', async () => {
    const plan: Rows = [
      ['Region', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
      ['North', '1k', '1.2k', '1.1 K'],
      ['South', '0.5M', '2 Tsd', '$3k'],
    ];
    const outcome = await track(new Session(workbookWith({ Sales: sales, Plan: plan })));
    if (!('done' in outcome)) throw new Error(JSON.stringify(outcome.stopped));
    // 1,000 + 1,200 + 1,100 + 500,000 + 2,000 + 3,000
    expect(outcome.done.targets).toMatchObject({ rows: 6, used: 6, total: 508_300 });
  });
});
