import { Session, shownReading, stopLines, track, type ReportWishes } from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const sales: Rows = [
  ['Date', 'Region', 'Product', 'Amount'],
  ['2026-01-05', 'North', 'A', 100],
  ['2026-01-28', 'South', 'A', 200],
  ['2026-03-09', 'North', 'B', 300],
  ['2026-03-19', 'South', 'B', 150],
];
const north = ['North', 1000] as const;
const south = ['South', 2000] as const;
const plain: Rows = [['Region', 'Target'], north, south];
const titled = (title: string): Rows => [[title], [], ...plain];

const outcomeOf = (sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) =>
  track(new Session(workbookWith({ Sales: sales, ...sheets })), wishes);

async function trackOf(name: string, rows: Rows, wishes: ReportWishes = {}) {
  const outcome = await outcomeOf({ [name]: rows }, wishes);
  if ('stopped' in outcome) {
    throw new Error(JSON.stringify([outcome.stopped.unclear, outcome.stopped.issues]));
  }
  const { report, data, mapping, issues } = outcome.done;
  return {
    rows: report.rows.map(({ key, period, actual, target }) => [
      ...key,
      period.label,
      actual,
      typeof target === 'number' ? target : undefined,
    ]),
    year: shownReading(data.targets.table, 1).year,
    amount: mapping.targets.amount,
    issues,
  };
}

async function askedOf(name: string, rows: Rows) {
  const outcome = await outcomeOf({ [name]: rows });
  if ('done' in outcome) throw new Error('A report was made');
  return outcome.stopped.unclear.map(({ question, source, subject = '', candidates, at = '' }) =>
    [question, source, subject, candidates.join(), at].join(' '),
  );
}

/** North sold 100 + 300 in 2026, South 200 + 150. */
const ofYear = [
  ['North', '2026', 400, 1000],
  ['South', '2026', 350, 2000],
];

describe('targets of the year that the header of their figures tells', () => {
  test.each([
    ['Target 2026'],
    ['2026 Target'],
    ['Target 2026 (EUR)'],
    ['Annual quota 2026'],
    ['Ziel 2026'],
    ['Objectif 2026'],
    ['2026年目標'],
    ['Revised target 2026'],
  ])('"%s" are of 2026', async (header) => {
    const found = await trackOf('Plan', [['Region', header], north, south, ['Total', 3000]]);
    expect(found.rows).toEqual(ofYear);
    expect(found.amount).toBe(header);
    expect(found.year).toEqual({
      year: 2026,
      period: '2026',
      by: 'header',
      text: header,
      at: 'Plan!B1',
    });
    const aside = found.issues.filter(({ code }) => code === 'subtotalRow').map(({ at }) => at);
    expect(aside).toEqual(['Plan!A4']);
  });

  test('are found with several columns of names', async () => {
    const { rows } = await trackOf('Plan', [
      ['Region', 'Product', 'Target 2026'],
      ['North', 'A', 1000],
      ['South', 'B', 2000],
      ['Total', null, 3000],
    ]);
    expect(rows).toEqual([
      ['North', 'A', '2026', 100, 1000],
      ['North', 'B', '2026', 300, undefined],
      ['South', 'A', '2026', 200, undefined],
      ['South', 'B', '2026', 150, 2000],
    ]);
  });

  test('of one quarter below a title of another are of neither', async () => {
    const rows: Rows = [['Targets Q2 2026'], [], ['Region', 'Target Q1 2026'], north, south];
    expect((await askedOf('Plan', rows))[0]).toMatch(/^targetSource/);
  });

  test('keep it, whatever a title, a note or --year says', async () => {
    const rows: Rows = [
      ['Printed 2027'],
      ['Region', 'Target 2026'],
      north,
      south,
      [],
      ['Stand 15.03.2025'],
    ];
    expect((await trackOf('Plan 2024', rows, { periodYear: 2023 })).rows).toEqual(ofYear);
  });

  test('beside last year’s figures are taken alone', async () => {
    const rows: Rows = [
      ['Region', 'Actual 2025', 'Target 2026'],
      ['North', 900, 1000],
      ['South', 1800, 2000],
    ];
    expect((await trackOf('Plan', rows)).rows).toEqual(ofYear);
  });

  test('of two years are of each', async () => {
    const rows: Rows = [
      ['Region', 'Target 2026', 'Target 2027'],
      ['North', 1000, 1100],
      ['South', 2000, 2200],
    ];
    expect((await trackOf('Plan', rows)).rows).toEqual([
      ...ofYear,
      ['North', '2027', 0, 1100],
      ['South', '2027', 0, 2200],
    ]);
  });

  test('beside the sales of that year are both sides of one table', async () => {
    const rows: Rows = [
      ['Region', 'Actual 2026', 'Target 2026'],
      ['North', 400, 1000],
      ['South', 350, 2000],
    ];
    const outcome = await track(new Session(workbookWith({ Overview: rows })), {});
    const { total } = 'done' in outcome ? outcome.done.report : { total: undefined };
    expect(total).toMatchObject({ actual: 750, target: 3000 });
  });

  test('of one quarter are of that quarter', async () => {
    const { rows } = await trackOf('Plan', [['Region', 'Target Q1 2026'], north, south]);
    expect(rows).toEqual([
      ['North', '2026-Q1', 400, 1000],
      ['South', '2026-Q1', 350, 2000],
    ]);
  });

  test.each(['Target H1 2026', 'Target 2026 YTD', 'Monthly target 2026', 'Ziel KW 12 2026'])(
    'that is no period of the calendar are not taken for those of a year: "%s"',
    async (header) => {
      const asked = await askedOf('Plan', [['Region', header], north, south]);
      expect(asked[0]).toMatch(/^targetSource/);
    },
  );

  test.each(['Target FY2026', 'Target FY26', 'Plan 26', 'Target 31.12.2026'])(
    'that is a business year, or not certain, are asked about: "%s"',
    async (header) => {
      const rows: Rows = [['Region', header], north, south];
      expect(await askedOf('Plan', rows)).toEqual([`periodYear Plan ${header}  Plan!B1`]);
      expect((await trackOf('Plan', rows, { periodYear: 2026 })).rows).toEqual(ofYear);
    },
  );
});

describe('words and names that begin like a month', () => {
  test.each([
    'Sell-out target 2026',
    'Sell out target 2026',
    'Set target 2026',
    'Targets set for 2026',
    'Out-of-home target 2026',
    'Target 2026 (Jan version)',
    'Target 2026 - Jan Novak',
    'Target 2026, approved in March',
  ])('are none in the header "%s"', async (header) => {
    expect((await trackOf('Plan', [['Region', header], north, south])).rows).toEqual(ofYear);
  });

  test.each([
    'Targets 2026 (may change)',
    'Targets 2026 - Jan Novak',
    'Targets 2026, approved March 2026',
    'Sell-out targets 2026',
  ])('are none in the title "%s", nor in the name', async (title) => {
    expect((await trackOf('Plan', titled(title))).rows).toEqual(ofYear);
    expect((await trackOf(title.slice(0, 31), plain)).rows).toEqual(ofYear);
  });

  test.each(['Targets approved March 2026', 'Targets agreed in March 2026'])(
    'tell when it was written: the year is asked for "%s"',
    async (text) => {
      expect(await askedOf('Plan', titled(text))).toEqual(['periodYear Plan Target  Plan!B3']);
      const rows: Rows = [['Region', text], north, south];
      expect(await askedOf('Plan', rows)).toEqual([`periodYear Plan ${text}  Plan!B1`]);
    },
  );

  test.each(['Target 2026 T1', 'Target 2026 M1', 'Target 2026 P1', 'Target March 2026 EMEA'])(
    'leave it open what "%s" is of',
    async (header) => {
      expect((await askedOf('Plan', [['Region', header], north, south]))[0]).toMatch(
        /^targetSource/,
      );
    },
  );

  test.each([
    ['Target January 2026', '2026-01'],
    ['Ziele Jan 2026 (EUR)', '2026-01'],
    ['Revised target Q1 2026', '2026-Q1'],
    ['ACME target Q1 2026', '2026-Q1'],
    ['Objectif T1 2026', '2026-Q1'],
    ['Meta set 2026', '2026-09'],
    ['Target May 2026', '2026-05'],
  ])('are some beside words of figures: "%s" are of %s', async (header, period) => {
    const { year } = await trackOf('Plan', [['Region', header], north, south]);
    expect(year).toMatchObject({ period, by: 'header' });
  });
});

describe('targets below a header that is a year', () => {
  test.each([
    ['a number', 2026],
    ['a text', '2026'],
  ])('as %s are of it', async (_, header) => {
    const rows: Rows = [['Region', header], north, south, ['Total', 3000]];
    // With the year in the name as well, a list of labels would have a row "Region" of 2026.
    for (const name of ['Targets', 'Targets 2026']) {
      const found = await trackOf(name, rows);
      expect(found.rows).toEqual(ofYear);
      expect(found.year).toMatchObject({ year: 2026, by: 'header', text: '2026' });
      expect(found.year?.at).toMatch(/!B1$/);
    }
    expect((await trackOf('Sheet2', [['Sales targets'], [], ...rows])).rows).toEqual(ofYear);
  });

  test('are found with several columns of names', async () => {
    const { rows } = await trackOf('Targets', [
      ['Area X', 'Product', 2026],
      ['North', 'A', 1000],
      ['South', 'B', 2000],
    ]);
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['2026', 100, 1000],
      ['2026', 300, undefined],
      ['2026', 200, undefined],
      ['2026', 150, 2000],
    ]);
  });

  test.each([
    ['codes', 'A-100', 'B-200'],
    ['ids with leading zeros', '000123', '000124'],
  ])('which are %s are none', async (_, first, second) => {
    const rows: Rows = [
      ['Region', '2026'],
      ['North', first],
      ['South', second],
    ];
    expect((await askedOf('Targets', rows))[0]).toMatch(/^targetSource/);
  });

  test('beside a column of dates are of these', async () => {
    const rows: Rows = [
      ['Buchung', 'Region', '2026'],
      ['05.01.2026', 'North', 100],
      ['15.02.2026', 'North', 70],
    ];
    expect((await trackOf('Targets', rows)).rows.filter(([, , , target]) => target)).toEqual([
      ['North', '2026-01', 100, 100],
      ['North', '2026-02', 0, 70],
    ]);
  });

  test('do not make a sheet of something else sales', async () => {
    const rows: Rows = [
      ['Region', 2026],
      ['North', 500_000],
    ];
    const targets: Rows = [
      ['Region', 'Month', 'Target'],
      ['North', '2026-01', 100],
    ];
    expect('done' in (await outcomeOf({ Population: rows, Targets: targets }))).toBe(true);
  });

  test('whose names no word calls so may be a list: neither is assumed', async () => {
    const rows: Rows = [['Xyz', 2026], north, ['South', 20_000]];
    expect((await askedOf('Targets 2026', [...rows]))[0]).toMatch(/^targetSource|noHeader/);
    // Figures as large as a year are figures.
    const list: Rows = [
      ['North', 2026],
      ['South', 2500],
    ];
    expect((await trackOf('Targets 2026', list)).rows).toEqual([
      ['North', '2026', 400, 2026],
      ['South', '2026', 350, 2500],
    ]);
  });

  test.each([
    ['below the header', [['North sales', 2026] as const, south]],
    ['below others', [south, ['North sales', 2026] as const]],
  ])('are no header where one of them looks like a year: %s', async (_, rows) => {
    const found = await trackOf('Targets 2026', [['Region', 'Target'], ...rows, north]);
    expect(found.rows.map(([name, , , target]) => [name, target])).toEqual([
      ['North', 1000],
      ['North sales', 2026],
      ['South', 2000],
    ]);
  });

  test('may stand below what is said of them all', async () => {
    const rows: Rows = [['Currency:', 'EUR'], ['Year', 2026], ['Region', 2026], north, south];
    expect((await trackOf('Plan', rows)).rows).toEqual(ofYear);
  });
});

describe('targets of the year that a title tells', () => {
  test.each(['Targets 2026', 'Ziele 2026', 'Jahresziele 2026', 'Sales plan 2026', '2026'])(
    '"%s" are of 2026, which is said with the cell',
    async (title) => {
      const found = await trackOf('Plan', [...titled(title), ['Total', 3000]]);
      expect(found.rows).toEqual(ofYear);
      expect(found.year).toMatchObject({ year: 2026, by: 'title', text: title, at: 'Plan!A1' });
      expect(found.issues).toContainEqual({
        code: 'yearOfPeriods',
        at: 'Plan!B3',
        found: 'Target',
        expected: title,
      });
    },
  );

  test('or the cell beside a title', async () => {
    const rows: Rows = [['Sales plan'], ['Year:', 2026], [], ...plain];
    const { year } = await trackOf('Plan', rows);
    expect(year).toMatchObject({ year: 2026, by: 'title', text: 'Year: 2026', at: 'Plan!B2' });
    // A figure that could be a year is none.
    expect(await askedOf('Plan', [['Stores', 2026], [], ...plain])).toEqual([
      'periodYear Plan Target  Plan!B3',
    ]);
  });

  test('make a column that is no target by its header one', async () => {
    const rows: Rows = [['Targets 2026'], [], ['Region', 'Amount'], north, south];
    expect((await trackOf('Sheet2', rows)).rows).toEqual(ofYear);
  });

  test('or its quarter or month', async () => {
    const month = await trackOf('Plan', titled('Targets 2026-03'));
    expect(month.rows.filter(([, , , target]) => target)).toEqual([
      ['North', '2026-03', 300, 1000],
      ['South', '2026-03', 150, 2000],
    ]);
    const quarter = await trackOf('Plan', titled('Targets Q1 2026'));
    expect(quarter.rows.map(([, period]) => period)).toEqual(['2026-Q1', '2026-Q1']);
    const spelled = await trackOf('Plan', titled('Targets Jan-Mar 2026'));
    expect(spelled.rows.map(([, period]) => period)).toEqual(['2026-Q1', '2026-Q1']);
    const named = await trackOf('Plan 2026', titled('Q1 targets'));
    expect(named.rows.map(([, period]) => period)).toEqual(['2026-Q1', '2026-Q1']);
  });

  test.each(['Targets H1 2026', 'Targets Jan-Jun 2026', 'Monatsziele 2026'])(
    'and no year of "%s"',
    async (title) => {
      expect((await askedOf('Plan', titled(title)))[0]).toMatch(/^targetSource/);
    },
  );

  test.each([
    'Stand 15.03.2026',
    'As of 2026-03-15',
    'Printed 2026',
    'Targets printed 2026',
    'ACME 2026',
    'Targets FY 2026',
    'Targets FY26',
  ])('are asked about where it speaks of something else: "%s"', async (title) => {
    expect(await askedOf('Plan', titled(title))).toEqual(['periodYear Plan Target  Plan!B3']);
  });

  test('do not take the day of a print for it', async () => {
    const rows: Rows = [['Targets 2026'], ['Targets as of 15.03.2025'], [], ...plain];
    expect((await trackOf('Plan', rows)).rows).toEqual(ofYear);
    expect(
      (await trackOf('Plan', [...titled('Targets 2026'), [], ['As of 2025-03-15']])).rows,
    ).toEqual(ofYear);
  });

  test.each(['Targets 2026 and 2027', 'Targets 2026/27', 'Targets 2026-2027'])(
    'are asked about where it tells two: "%s"',
    async (title) => {
      expect(await askedOf('Plan', titled(title))).toEqual([
        'periodYear Plan Target 2026,2027 Plan!B3',
      ]);
    },
  );

  test.each([
    ['Targets in EUR 2000'],
    ['Targets in 2000 €'],
    ['Targets for 2000 units'],
    ['Targets of ACME, founded in 1998'],
    ['Targets (ACME since 1998)'],
    ['Ziele der ACME, gegründet 1998'],
    ['Objectifs ACME depuis 1998'],
    ['© 2025 Targets'],
  ])('do not take an amount or the beginning of something for it: "%s"', async (title) => {
    expect((await askedOf('Plan', titled(title)))[0]).toBe('periodYear Plan Target  Plan!B3');
  });

  test.each([
    ['ACME since 1998: targets 2026'],
    ['Targets 2026 for 2000 units'],
    ['Targets in EUR 2026'],
    ['Targets 2026 €'],
  ])('take it beside one of something else, and beside a currency: "%s"', async (title) => {
    expect((await trackOf('Plan', titled(title))).rows).toEqual(ofYear);
  });

  test('do not take that of another table above theirs', async () => {
    const other: Rows = [
      ['Region', 'Team', 'Target'],
      ['North', 'A', 1],
      ['South', 'A', 2],
    ];
    const outcome = await outcomeOf(
      { Plan: [...titled('Targets 2025'), [], [], ...other] },
      { targets: 'Plan', readings: { Plan: { table: 'Plan!A8:C10' } } },
    );
    // What is above begins in A1, with its title, a blank row, its header and two rows.
    expect(outcome).toMatchObject({
      stopped: { unclear: [{ question: 'periodYear', source: 'Plan', candidates: [] }] },
    });
  });
});

describe('targets of the year in the name of their sheet', () => {
  test.each(['Targets 2026', 'Ziele 2026', '2026'])('"%s" are of it', async (name) => {
    const { rows, year } = await trackOf(name, plain);
    expect(rows).toEqual(ofYear);
    expect(year).toEqual({ year: 2026, period: '2026', by: 'name', text: name });
  });

  test('are asked about where the title tells another', async () => {
    expect(await askedOf('Targets 2027', titled('Targets 2026'))).toEqual([
      "periodYear Targets 2027 Target 2026,2027 'Targets 2027'!B3",
    ]);
  });
});

describe('targets of which something tells parts of a year', () => {
  test.each([
    ['Half', 'H1', 'H2'],
    ['Semester', 'S1', 'S2'],
    ['Mth', '01/26', '02/26'],
    ['When', '01/26', '02/26'],
    ['CW', 12, 13],
    ['Time', 'KW 1', 'KW 2'],
    ['FY', 'FY26', 'FY27'],
    ['FY', '2025/26', '2026/27'],
  ])('are not of one year: rows of %s %s and %s', async (header, one, other) => {
    const rows: Rows = [
      ['Region', header, 'Target'],
      ['North', one, 1000],
      ['South', other, 2000],
    ];
    expect((await askedOf('Targets 2026', rows))[0]).toMatch(/^targetSource/);
  });

  test.each([
    ['Store', 'S1', 'S2'],
    ['Product', 'H1', 'H2'],
    ['Tier', 1, 2],
    ['Remark', 'new', 'old'],
  ])('are of one year beside other columns: rows of %s %s and %s', async (header, one, other) => {
    const rows: Rows = [
      ['Region', header, 'Target'],
      ['North', one, 1000],
      ['South', other, 2000],
    ];
    expect((await trackOf('Targets 2026', rows)).rows).toEqual(ofYear);
  });

  test.each(['Target p.m. 2026', 'Ziel mtl. 2026', 'Average target 2026', 'Ø Ziel 2026'])(
    'are none of a year by the header "%s"',
    async (header) => {
      const asked = await askedOf('Plan', [['Region', header], north, south]);
      expect(asked[0]).toMatch(/^targetSource/);
    },
  );

  test('are none of a year by a line above or below', async () => {
    const above = await askedOf('Plan', [['Targets 2026'], ['per month'], [], ...plain]);
    expect(above[0]).toMatch(/^targetSource/);
    const note: Rows = [...titled('Targets 2026'), [], ['All figures per month']];
    expect((await askedOf('Plan', note))[0]).toMatch(/^targetSource/);
  });

  test('in headers with two digits are asked about where title and name tell no such year', async () => {
    const rows = (...headers: readonly string[]): Rows => [
      ['Region', ...headers],
      ['North', 1, 2, 3],
      ['South', 4, 5, 6],
    ];
    const days = rows('01/20', '02/20', '03/20');
    expect(await askedOf('Targets 2026', days)).toContain(
      "periodYear Targets 2026 01/20 2020 'Targets 2026'!B1",
    );
    const months = await trackOf('Targets 2026', rows('01/26', '02/26', '03/26'));
    expect(months.rows.filter(([, , , target]) => target)).toHaveLength(6);
    const next = await trackOf('Targets 2025/26', rows('12/25', '01/26', '02/26'));
    expect(next.rows.filter(([, , , target]) => target)).toHaveLength(6);
  });
});

describe('months of business years, which may begin with any month,', () => {
  const across = (
    title: readonly Rows[number][],
    ...headers: readonly (string | number)[]
  ): Rows => [
    ...title,
    headers,
    ...['North', 'South'].map((name) => [
      name,
      ...headers.slice(1).map((header, at) => (header === 'Year' ? 2026 : at)),
    ]),
  ];
  const asked = async (rows: Rows) => (await askedOf('Plan', rows))[0] ?? '';

  test('are asked about down the rows', async () => {
    const rows = (header: string): Rows => [
      ['Region', header, 'Month', 'Target'],
      ['North', 2026, 'Jul', 1],
      ['South', 2026, 'Jan', 2],
    ];
    expect(await asked(rows('Fiscal year'))).toBe('periodYear Plan Fiscal year  Plan!B1');
    expect((await trackOf('Plan', rows('Year'))).rows.filter(([, , , target]) => target)).toEqual([
      ['South', '2026-01', 200, 2],
      ['North', '2026-07', 0, 1],
    ]);
  });

  test('are asked about across, where the year of the rows does not tell it', async () => {
    expect(await asked(across([], 'Region', 'Year', 'Nov', 'Dec', 'Jan'))).toMatch(/^periodYear/);
    const plainOnes = await trackOf('Plan', across([], 'Region', 'Year', 'Jan', 'Feb'));
    expect(plainOnes.rows.map(([, period]) => period)).toEqual([
      ...['2026-01', '2026-01', '2026-02', '2026-02'],
      ...['2026-03', '2026-03'],
    ]);
  });

  test('are asked about below a title of one, unless they are those of the calendar', async () => {
    const title: Rows = [['Targets FY2026'], []];
    expect(await asked(across(title, 'Region', 'P1', 'P2', 'P3'))).toMatch(/^periodYear/);
    expect(await asked(across(title, 'Region', 'Jan', 'Feb', 'Mar'))).toMatch(/^periodYear/);
    const all = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    const found = await trackOf('Plan', across(title, 'Region', ...all));
    expect(found.rows).toHaveLength(24);
    expect(found.year).toMatchObject({ year: 2026 });
  });
});

describe('what tells that targets without a time are not of one year', () => {
  const toldOf = async (name: string, rows: Rows) => {
    const outcome = await outcomeOf({ [name]: rows });
    return 'stopped' in outcome && stopLines(outcome.stopped, wordsFor('en'));
  };
  const none =
    'No table of targets was found. Set targets first, or choose the table that holds them.';
  const halves: Rows = [
    ['Region', 'Half', 'Target'],
    ['North', 'H1', 1000],
    ['South', 'H1', 2000],
  ];

  test.each<[string, string, string, Rows]>([
    ['a header', 'B1', 'Monthly target', [['Region', 'Monthly target'], north, south]],
    ['a column', 'B1', 'Half', halves],
    ['a title', 'A1', 'Targets H1 2026', titled('Targets H1 2026')],
    ['a line above', 'A2', 'per month', [['Targets 2026'], ['per month'], [], ...plain]],
    ['a note', 'A4', 'All figures per month', [...plain, ['All figures per month']]],
  ])('is named with its cell: %s', async (_, at, text, rows) => {
    expect(await toldOf('Plan', rows)).toEqual([
      none,
      `Plan!${at}: by "${text}" these are no targets of a whole year, and no column tells which months or quarters they are of. Add one that does.`,
    ]);
  });

  test('is not looked for where no target stands', async () => {
    const comments: Rows = [
      ['Region', 'Comment'],
      ['North', 'per month'],
    ];
    expect(await toldOf('Notes', comments)).toEqual([none]);
  });
});

describe('targets in a range', () => {
  test('are of no year that its address seems to tell', async () => {
    const outcome = await outcomeOf({ Plan: plain }, { targets: 'Plan!A1:B2026' });
    expect('stopped' in outcome && outcome.stopped.unclear[0]?.question).toBe('periodYear');
  });
});

describe('targets of which nothing tells the year', () => {
  test('are asked about, and an answer says it', async () => {
    expect(await askedOf('Plan', plain)).toEqual(['periodYear Plan Target  Plan!B1']);
    const readings = { Plan: { year: 2026 } };
    const { rows, year } = await trackOf('Plan', plain, { readings });
    expect(rows).toEqual(ofYear);
    expect(year).toMatchObject({ year: 2026, by: 'person' });
  });

  test('by a note below neither', async () => {
    expect(await askedOf('Plan', [...plain, [], ['Printed 2026']])).toEqual([
      'periodYear Plan Target  Plan!B1',
    ]);
  });

  test('are no matter where others have their periods', async () => {
    const targets: Rows = [
      ['Region', 'Month', 'Target'],
      ['North', '2026-01', 100],
    ];
    const quotas: Rows = [
      ['Rep', 'Quota'],
      ['Ann', 5],
    ];
    expect('done' in (await outcomeOf({ Targets: targets, Reps: quotas }))).toBe(true);
  });
});

describe('sheets of targets of one year read as one', () => {
  const product = (title: string): Rows => [[title], [], ['Product', 'Target'], ['A', 1], ['B', 2]];

  test('are of the year that all of their titles tell', async () => {
    const sheets = { North: product('Targets 2026'), South: product('Targets 2026') };
    const outcome = await outcomeOf(sheets, { targets: 'North/South' });
    const { total } = 'done' in outcome ? outcome.done.report : { total: undefined };
    expect(total).toMatchObject({ target: 6 });
  });

  test('are asked about where these differ', async () => {
    const sheets = { North: product('Targets 2026'), South: product('Targets 2027') };
    const outcome = await outcomeOf(sheets, { targets: 'North/South' });
    expect('stopped' in outcome && outcome.stopped.unclear[0]?.question).toBe('periodYear');
  });

  test('are of the years in their names', async () => {
    const outcome = await outcomeOf({ 'Targets 2025': plain, 'Targets 2026': plain });
    const { rows } = 'done' in outcome ? outcome.done.report : { rows: [] };
    expect(rows.map(({ key, period, target }) => [...key, period.label, target])).toEqual([
      ['North', '2025', 1000],
      ['South', '2025', 2000],
      ['North', '2026', 1000],
      ['South', '2026', 2000],
    ]);
  });
});
