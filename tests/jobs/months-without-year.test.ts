import { Session, track, type Outcome, type ReportWishes, type Tracked } from '../../src/jobs';
import { unclearSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const months = (...rows: Rows): Rows => [['Month', 'Region', 'Sales'], ...rows];
const sales = months(['Jan', 'North', 100], ['Feb', 'North', 90], ['Jan', 'South', 50]);
const plan: Rows = [
  ['Region', 'Period', 'Target'],
  ['North', '2026-01', 100],
  ['South', '2026-01', 60],
];

const trackOf = (sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) =>
  track(new Session(workbookWith(sheets)), wishes);

/** By row of the report: region, period and what was sold. */
function soldIn(outcome: Outcome<Tracked>): unknown[] {
  if ('done' in outcome) {
    const { rows } = outcome.done.report;
    return rows.map(({ key, period, actual }) => [...key, period.label, actual]);
  }
  throw new Error(JSON.stringify([...outcome.stopped.unclear, ...outcome.stopped.issues]));
}

const sold = [
  ['North', '2026-01', 100],
  ['South', '2026-01', 50],
  ['North', '2026-02', 90],
];

describe('rows that tell their month but no year', () => {
  test('are asked about where nothing tells it, with the cell of the first', async () => {
    const outcome = await trackOf({ Sales: sales, Plan: plan });
    expect('stopped' in outcome && outcome.stopped.unclear[0]).toEqual({
      question: 'periodYear',
      source: 'Sales',
      subject: 'Jan',
      candidates: [],
      at: 'Sales!A2',
    });
    expect(soldIn(await trackOf({ Sales: sales, Plan: plan }, { periodYear: 2026 }))).toEqual(sold);
    const readings = { Sales: { year: 2026 } };
    expect(soldIn(await trackOf({ Sales: sales, Plan: plan }, { readings }))).toEqual(sold);
  });

  test('are of the year in the title or in the name of their sheet, and that is said', async () => {
    const titled: Rows = [['Revenue 2026'], [], ...sales];
    const outcome = await trackOf({ Sales: titled, Plan: plan });
    expect(soldIn(outcome)).toEqual(sold);
    const { issues } = 'done' in outcome ? outcome.done : outcome.stopped;
    expect(issues).toContainEqual({
      code: 'yearOfPeriods',
      at: 'Sales!A4',
      found: 'Jan',
      expected: 'Revenue 2026',
    });
    expect(soldIn(await trackOf({ 'Sales 2026': sales, Plan: plan }))).toEqual(sold);
  });

  test('are of no year that the day of a print or plan is of, but of that of a span of days', async () => {
    const titled = (...titles: string[]): Rows => [...titles.map((text) => [text]), [], ...sales];
    const soldBelow = async (...titles: string[]) =>
      soldIn(await trackOf({ Sales: titled(...titles), Plan: plan }));
    const stamped = await trackOf({ Sales: titled('Stand 15.01.2027'), Plan: plan });
    expect('stopped' in stamped && stamped.stopped.unclear[0]).toMatchObject({ candidates: [] });
    expect(await soldBelow('Revenue 2026', 'As of 2027-01-15')).toEqual(sold);
    expect(await soldBelow('01.01.2026 - 31.12.2026')).toEqual(sold);
  });

  test('are of no year of an amount, or in which something began', async () => {
    const across = (title: string): Rows => [
      [title],
      [],
      ['Region', 'Jan', 'Feb'],
      ['North', 100, 90],
    ];
    for (const title of ['ACME since 1998', 'Revenue in EUR 2000']) {
      const stopped = { question: 'periodYear', candidates: [] };
      const down = await trackOf({ Sales: [[title], [], ...sales], Plan: plan });
      expect('stopped' in down && down.stopped.unclear[0]).toMatchObject(stopped);
      const beside = await trackOf({ Sales: across(title), Plan: plan });
      expect('stopped' in beside && beside.stopped.unclear[0]).toMatchObject(stopped);
    }
    const both = await trackOf({ Sales: [['ACME since 1998: 2026'], [], ...sales], Plan: plan });
    expect(soldIn(both)).toEqual(sold);
  });

  test('are asked about where title and name tell different years', async () => {
    const titled: Rows = [['Revenue 2025'], [], ...sales];
    const outcome = await trackOf({ 'Sales 2026': titled, Plan: plan });
    expect('stopped' in outcome && outcome.stopped.unclear[0]).toMatchObject({
      question: 'periodYear',
      candidates: ['2025', '2026'],
      told: [
        { text: 'Revenue 2025', by: 'title' },
        { text: 'Sales 2026', by: 'name' },
      ],
    });
  });

  test.each([
    ['Monat', 'Jänner', 'Februar'],
    ['Mois', 'janv.', 'févr.'],
    ['Mes', 'enero', 'febrero'],
    ['Mês', 'janeiro', 'fevereiro'],
    ['月', '1月', '2月'],
  ])('in the language of "%s" are read (%s, %s)', async (header, january, february) => {
    const rows: Rows = [
      [header, 'Region', 'Sales'],
      [january, 'North', 100],
      [february, 'North', 90],
      [january, 'South', 50],
    ];
    expect(soldIn(await trackOf({ 'Sales 2026': rows, Plan: plan }))).toEqual(sold);
  });

  test('are of the first year of a business year before its turn, and of the second after it', async () => {
    const rows = months(['Nov', 'North', 7], ['Dec', 'North', 8], ['Jan', 'North', 9]);
    const outcome = await trackOf({ 'Sales 2025/26': rows, Plan: plan });
    expect(soldIn(outcome)).toEqual([
      ['North', '2025-11', 7],
      ['North', '2025-12', 8],
      ['North', '2026-01', 9],
      ['South', '2026-01', 0],
    ]);
  });

  test('that name no month are set aside with their cell', async () => {
    const rows = months(...sales.slice(1), ['Janber', 'South', 1000]);
    const outcome = await trackOf({ 'Sales 2026': rows, Plan: plan });
    expect(soldIn(outcome)).toEqual(sold);
    const { issues } = 'done' in outcome ? outcome.done : outcome.stopped;
    expect(issues).toContainEqual(
      expect.objectContaining({ code: 'notADate', at: "'Sales 2026'!A5", found: 'Janber' }),
    );
  });

  test('and their quarter, of targets, are read likewise', async () => {
    const targets: Rows = [
      ['Quarter', 'Region', 'Target'],
      ['Q1', 'North', 500],
      ['Q2', 'North', 600],
    ];
    const outcome = await trackOf(
      { Sales: sales, 'Plan 2026': targets },
      { readings: { Sales: { year: 2026 } } },
    );
    // 100 + 90 of North and 50 of South in the first quarter, and nothing in the second.
    const { totals } = 'done' in outcome ? outcome.done.report : { totals: [] };
    expect(totals.map(({ actual, target }) => [actual, target])).toEqual([
      [240, 500],
      [0, 600],
    ]);
  });

  test('of a range are of no year that its address seems to tell', async () => {
    const outcome = await trackOf({ Sales: sales, Plan: plan }, { sales: 'Sales!A1:C2025' });
    expect('stopped' in outcome && outcome.stopped.unclear[0]?.question).toBe('periodYear');
  });

  test('of sheets of several years read as one are not put into one year', async () => {
    const outcome = await trackOf(
      { '2025': sales, '2026': sales, Plan: plan },
      { sales: '2025/2026', periodYear: 2026 },
    );
    expect('done' in outcome).toBe(false);
  });
});

describe('the question of a year', () => {
  const plainSales: Rows = [
    ['Date', 'Region', 'Sales'],
    ['2026-01-05', 'North', 10],
  ];
  const planOf = (header: string, ...above: Rows): Rows => [
    ...above,
    ['Region', header],
    ['North', 100],
    ['South', 60],
  ];
  const askedIn = async (sheets: Readonly<Record<string, Rows>>, wishes: ReportWishes = {}) => {
    const outcome = await trackOf({ Sales: plainSales, ...sheets }, wishes);
    const [unclear] = 'stopped' in outcome ? outcome.stopped.unclear : [];
    return unclear && unclearSentence(unclear, wordsFor('en'));
  };

  test('quotes the texts that tell different years, and where they stand, or one that tells several', async () => {
    const above: Rows = [['Targets 2026'], []];
    expect(await askedIn({ 'Ziele 2025': planOf('Target', ...above) })).toBe(
      '\'Ziele 2025\'!B3: the year of "Target" is open: the title "Targets 2026" and the name "Ziele 2025" tell different ones. Choose one: "2026", "2025".',
    );
    expect(await askedIn({ Plan: planOf('Target 2025/26') })).toBe(
      'Plan!B1: the header "Target 2025/26" leaves open of which year "Target 2025/26" is, as a business year does. Choose one: "2025", "2026".',
    );
    const months: Rows = [['Targets 2026'], [], ['Region', 'Jan', 'Feb'], ['North', 1, 2]];
    expect(await askedIn({ 'Ziele 2025': months })).toMatch(
      /the year of "Jan" is open: the title "Targets 2026" and the name "Ziele 2025" tell different ones/,
    );
    // A sheet that bears the name of its title tells nothing more.
    const named: Rows = [['Ziele 2025'], ['Targets 2026'], ...months.slice(1)];
    expect(await askedIn({ 'Ziele 2025': named })).toMatch(
      /open: the title "Ziele 2025" and the title "Targets 2026" tell different ones/,
    );
  });

  test('says why a year that the headers contradict is none of theirs, and what to do', async () => {
    const short: Rows = [['Targets 2026'], [], ['Region', '01/20', '02/20'], ['North', 1, 2]];
    const open = (other: string) =>
      `Plan!B3: the year of "01/20" is open: the header "01/20" and ${other} "2026" tell different ones. Choose one: "2020". If these are other months, or days, write their whole year or date.`;
    expect(await askedIn({ Plan: short })).toBe(
      open('the title').replace('"2026"', '"Targets 2026"'),
    );
    expect(await askedIn({ Plan: short }, { readings: { Plan: { year: 2026 } } })).toBe(
      open('the answer'),
    );
    const told = await trackOf(
      { Sales: plainSales, Plan: short },
      { readings: { Plan: { year: 2020 } } },
    );
    expect('done' in told && told.done.targets.total).toBe(3);
  });

  test('says that nothing tells it where nothing does', async () => {
    expect(await askedIn({ Plan: planOf('Target') })).toBe(
      'Plan!B1: "Target" does not tell its year, and no title of "Plan" does. Say which year is meant.',
    );
  });
});
