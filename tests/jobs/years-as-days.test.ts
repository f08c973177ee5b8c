import { Session, track, type Outcome, type ReportWishes, type Tracked } from '../../src/jobs';
import { issueSentence, unclearSentence, wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

const words = wordsFor('en');
/** Days of 2025 as Excel counts them: 1 January is 45658, and 26 January 25 days later. */
const [january, february, march] = [45_683, 45_714, 45_742];

const sales: Rows = [
  ['Date', 'Region', 'Sales'],
  ['2026-01-05', 'North', 100],
  ['2026-02-05', 'North', 90],
  ['2026-03-05', 'North', 80],
];
const across = (...days: number[]): Rows => [
  ['Region', ...days],
  ['North', ...days.map((_, at) => 110 + at)],
];

const trackOf = (plan: Rows, wishes: ReportWishes = {}) =>
  track(new Session(workbookWith({ Sales: sales, Plan: plan })), {
    sales: 'Sales',
    targets: 'Plan',
    ...wishes,
  });

function targetsIn(outcome: Outcome<Tracked>): unknown[] {
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.unclear));
  const { rows } = outcome.done.report;
  return rows.map(({ period, target }) => [period.label, target]);
}

describe('months across that Excel took for days of another year, Jan-26 for 26 January 2025', () => {
  test('are asked about, with both years', async () => {
    const outcome = await trackOf(across(january, february, march));
    const [unclear] = 'stopped' in outcome ? outcome.stopped.unclear : [];
    expect(unclear && unclearSentence(unclear, words)).toBe(
      'Plan!B1: "2025-01-26" and the dates beside it lie on one day of each month, as if months had been typed with a short year ("Jan-26") and Excel had taken that for the day. Which year is meant? Choose one: "2026", "2025".',
    );
  });

  test('are months of the year that is answered, or stay days of the other', async () => {
    const plan = across(january, february, march);
    const months = [
      ['2026-01', 110],
      ['2026-02', 111],
      ['2026-03', 112],
    ];
    expect(targetsIn(await trackOf(plan, { readings: { Plan: { year: 2026 } } }))).toEqual(months);
    const stay = await trackOf(plan, { readings: { Plan: { year: 2025 } } });
    if ('stopped' in stay) throw new Error('Stopped');
    expect(stay.done.report.control.targets.total).toBe(333);
  });

  test.each([
    // 15 January, February, March 2025: 15 is no year that is planned for
    ['in the middle of the month', [january - 11, february - 11, march - 11]],
    // 26 January, February, March 2026
    ['of the same year', [january + 365, february + 365, march + 365]],
  ])('are not asked about where they are %s', async (_, days) => {
    expect('done' in (await trackOf(across(...days)))).toBe(true);
  });
});

describe('months down the rows that Excel took for days of another year', () => {
  const down = (...days: number[]): Rows => [
    ['Month', 'Region', 'Target'],
    ...days.map((day): Rows[number] => [day, 'North', 100]),
  ];
  const toldOf = async (plan: Rows) => {
    const outcome = await trackOf(plan);
    const issues = 'done' in outcome ? outcome.done.issues : outcome.stopped.issues;
    return issues
      .filter(({ code }) => code === 'yearsAsDays')
      .map((issue) => issueSentence(issue, words));
  };

  test('are told, in any order, with the first of them', async () => {
    const told = [
      'Plan!A2: the dates all lie on day 26 of their months, and are read as of 2025. If months were typed as "Jan-26", Excel took their year for a day: write them as "2026-01".',
    ];
    expect(await toldOf(down(january, february, march))).toEqual(told);
    expect(await toldOf(down(january, march, february, january))).toEqual(told);
  });

  test('are none where other days stand among them, or the year is the same', async () => {
    expect(await toldOf(down(january, february, march + 1))).toEqual([]);
    expect(await toldOf(down(january, march))).toEqual([]);
    expect(await toldOf(down(january + 365, february + 365, march + 365))).toEqual([]);
  });
});
