import {
  checkJoins,
  findData,
  findJoinable,
  findSalesSpan,
  reportJson,
  Session,
  stopLines,
  track,
  withJoined,
  type ReportWishes,
} from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

/** What joins ask, what is answered, and what they tell of the sales. */
type Sheets = Readonly<Record<string, Rows>>;

const words = wordsFor('en');
const sessionOf = (sheets: Sheets) => new Session(workbookWith(sheets));

async function linesOf(sheets: Sheets, wishes: ReportWishes) {
  const outcome = await track(sessionOf(sheets), wishes);
  if ('stopped' in outcome) throw new Error(stopLines(outcome.stopped, words).join('\n'));
  const { rows } = reportJson(outcome.done, undefined, '', words);
  return rows.map(({ key, period, actual, target }) => [...key, period, actual, target]);
}

async function questionsOf(sheets: Sheets, wishes: ReportWishes) {
  const { unclearJoins } = await findData(sessionOf(sheets), wishes);
  return unclearJoins.map(({ question, source, candidates, others }) => ({
    question,
    source,
    answers: candidates.length > 0 ? candidates : (others ?? []),
  }));
}

const sales: Rows = [
  ['Date', 'Order ID', 'Rep', 'Amount'],
  ['2026-01-10', 'D-1', 'Ann', 100],
  ['2026-02-10', 'D-2', 'Ann', 40],
  ['2026-01-20', 'D-3', 'Bob', 7],
  ['2026-02-20', 'D-4', 'Cid', 5],
];

describe('a table of names with a team and a region', () => {
  const places: Rows = [
    ['Rep', 'Team', 'Region'],
    ['Ann', 'A-Team', 'West'],
    ['Bob', 'B-Team', 'East'],
  ];
  const targets: Rows = [
    ['Region', 'Month', 'Target'],
    ['West', '2026-01', 90],
    ['East', '2026-01', 10],
  ];
  const sheets = { Sales: sales, Places: places, Targets: targets };

  test('is asked which of the two names belong to, and joined as answered', async () => {
    expect(await questionsOf(sheets, { joins: { assignments: 'Places' } })).toEqual([
      { question: 'assignedParent', source: 'Places', answers: ['Team', 'Region'] },
    ]);
    const joins = { assignments: 'Places', columns: { assignedParent: 'Region' } };
    expect(await linesOf(sheets, { joins })).toEqual([
      ['East', '2026-01', 7, 10],
      ['West', '2026-01', 100, 90],
      ['West', '2026-02', 40, null],
      ['(unassigned)', '2026-02', 5, null],
    ]);
  });

  test('keeps what was found of its columns while the rest is asked', async () => {
    const { joined } = await findData(sessionOf(sheets), { joins: { assignments: 'Places' } });
    expect(joined).toEqual([
      {
        kind: 'assignments',
        source: 'Places',
        headers: ['Rep', 'Team', 'Region'],
        columns: { salesKey: 'Rep', assignedKey: 'Rep' },
      },
    ]);
  });
});

test('a table that shares too few names is asked for both columns, and joined as answered', async () => {
  const few: Rows = [
    ['Who', 'Team'],
    ['Ann', 'West'],
    ['Zoe', 'East'],
    ['Yan', 'East'],
  ];
  const targets: Rows = [
    ['Team', 'Month', 'Target'],
    ['West', '2026-01', 90],
  ];
  const sheets = { Sales: sales, Few: few, Targets: targets };
  const open = { joins: { assignments: 'Few' } };
  expect(await questionsOf(sheets, open)).toEqual([
    { question: 'salesKey', source: 'Sales', answers: ['Date', 'Order ID', 'Rep', 'Amount'] },
  ]);
  const named = { joins: { assignments: 'Few', columns: { salesKey: 'Rep' } } };
  expect(await questionsOf(sheets, named)).toMatchObject([{ question: 'assignedKey' }]);
  const columns = { salesKey: 'Rep', assignedKey: 'Who' };
  const lines = await linesOf(sheets, { joins: { assignments: 'Few', columns } });
  expect(lines.filter(([, period]) => period === '2026-01')).toEqual([
    ['West', '2026-01', 100, 90],
    ['(unassigned)', '2026-01', 7, null],
  ]);
});

test('days that were chosen to be none do not limit an assignment', async () => {
  const moved: Rows = [
    ['Rep', 'Team', 'From'],
    ['Ann', 'West', '2026-02-01'],
    ['Bob', 'West', '2026-02-01'],
    ['Cid', 'West', '2026-02-01'],
  ];
  const targets: Rows = [
    ['Team', 'Month', 'Target'],
    ['West', '2026-01', 90],
  ];
  const sheets = { Sales: sales, Moved: moved, Targets: targets };
  const joins = { assignments: 'Moved', columns: { assignedFrom: '' } };
  expect((await linesOf(sheets, { joins }))[0]).toEqual(['West', '2026-01', 107, 90]);
});

test('targets of people are reported by the team of the first day of their period', async () => {
  const teams: Rows = [
    ['Rep', 'Team', 'From'],
    ['Ann', 'West', '2026-01-01'],
    ['Ann', 'East', '2026-02-01'],
    ['Bob', 'West', '2026-01-01'],
  ];
  const targets: Rows = [
    ['Rep', 'Month', 'Target'],
    ['Ann', '2026-01', 90],
    ['Bob', '2026-01', 10],
    ['Ann', '2026-02', 50],
    ['Dan', '2026-02', 3],
  ];
  const sheets = { Sales: sales, Teams: teams, Targets: targets };
  expect(await linesOf(sheets, { joins: { assignments: 'Teams' }, by: ['Team'] })).toEqual([
    ['West', '2026-01', 107, 100],
    ['East', '2026-02', 40, 50],
    ['(unassigned)', '2026-02', 5, 3],
  ]);
});

describe('what joined tables make of the sales', () => {
  const teams: Rows = [
    ['Rep', 'Team'],
    ['Ann', 'West'],
    ['Bob', 'West'],
  ];

  test('is counted by name, each without a team with its cell, and adds up to all', async () => {
    const sheets = { Sales: sales, Teams: teams };
    const checked = await checkJoins(sessionOf(sheets), { joins: { assignments: 'Teams' } });
    expect(checked?.assigned).toEqual({
      from: 'Rep',
      to: 'Team',
      names: 3,
      unassigned: [{ name: 'Cid', at: 'Sales!C5', rows: 1, amount: 5 }],
      split: {
        assigned: { rows: 3, amount: 147 },
        unassigned: { rows: 1, amount: 5 },
        all: { rows: 4, amount: 152 },
      },
      isOneCurrency: true,
    });
  });

  test('is counted up to the as-of day', async () => {
    const sheets = { Sales: sales, Teams: teams };
    // 46,053 is 31 January 2026: 100 and 7 are sold by then.
    const wishes = { joins: { assignments: 'Teams' }, asOf: 46_053 };
    const checked = await checkJoins(sessionOf(sheets), wishes);
    expect(checked?.assigned?.split.all).toEqual({ rows: 2, amount: 107 });
  });

  test('names people who are credited and have no team, where their credit stands', async () => {
    const credits: Rows = [
      ['Order ID', 'Rep', 'Share'],
      ['D-1', 'Ann', 0.5],
      ['D-1', 'Eve', 0.5],
      ['D-9', 'Ann', 1],
    ];
    const sheets = { Sales: sales, Teams: teams, Credits: credits };
    const joins = { assignments: 'Teams', credits: 'Credits' };
    const checked = await checkJoins(sessionOf(sheets), { joins });
    // Half of D-1's 100 goes to Eve, who has no team.
    expect(checked?.assigned?.unassigned).toEqual([
      { name: 'Eve', at: 'Credits!B3', rows: 1, amount: 50 },
      { name: 'Cid', at: 'Sales!C5', rows: 1, amount: 5 },
    ]);
    expect(checked?.assigned?.split.all.amount).toBe(152);
    expect(checked?.credited).toEqual({ deals: 1, rows: 1, unknown: 1 });
    expect(checked?.issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'unknownDeal Credits!A4',
      'notAssigned Credits!B3',
    ]);
  });
});

describe('rates', () => {
  const abroad: Rows = [
    ['Date', 'Region', 'Amount', 'Currency'],
    ['2026-01-10', 'North', 100, 'EUR'],
    ['2026-01-11', 'South', 100, 'USD'],
    ['2026-02-12', 'South', 100, 'CHF'],
  ];
  const targets: Rows = [
    ['Region', 'Month', 'Target'],
    ['North', '2026-01', 90],
    ['South', '2026-01', 90],
  ];
  const across: Rows = [
    ['Date', 'USD', 'CHF'],
    ['2026-01-01', 0.8, 1.25],
  ];
  const joins = { rates: 'Rates', currency: 'EUR' };

  test('that can go two ways are asked about, and taken as answered', async () => {
    const sheets = { Sales: abroad, Rates: across, Targets: targets };
    expect(await questionsOf(sheets, { joins })).toMatchObject([
      { question: 'rateBase', answers: ['first', 'second'] },
    ]);
    const lines = await linesOf(sheets, { joins: { ...joins, rateBase: 'second' } });
    // 1 EUR = 0.8 USD: 100 / 0.8 = 125. 1 EUR = 1.25 CHF: 100 / 1.25 = 80.
    expect(lines).toEqual([
      ['North', '2026-01', 100, 90],
      ['South', '2026-01', 125, 90],
      ['South', '2026-02', 80, null],
    ]);
    const checked = await checkJoins(sessionOf(sheets), {
      joins: { ...joins, rateBase: 'second' },
    });
    expect(checked?.converted).toEqual({
      to: 'EUR',
      rows: [
        { currency: 'EUR', rows: 1 },
        { currency: 'USD', rows: 1 },
        { currency: 'CHF', rows: 1 },
      ],
    });
  });

  test('leave the days of sales in several currencies to be chosen from', async () => {
    const data = await findData(sessionOf({ Sales: abroad, Rates: across, Targets: targets }));
    // 2026-01-10 is day 46,032, 2026-02-12 the 33rd after it.
    expect(findSalesSpan(data)).toEqual({ first: 46_032, last: 46_065 });
  });

  test('through a third currency are refused, and the sentence says so', async () => {
    const pairs: Rows = [
      ['From', 'To', 'Rate'],
      ['USD', 'EUR', 0.8],
      ['CHF', 'USD', 1.1],
    ];
    const sheets = { Sales: abroad, Rates: pairs, Targets: targets };
    const outcome = await track(sessionOf(sheets), { joins });
    expect('stopped' in outcome && stopLines(outcome.stopped, words)).toContain(
      'Sales!D4: there is no rate CHF → EUR, only CHF → USD (Rates!C3), and none is computed through a third currency. Add the rate CHF → EUR.',
    );
  });
});

test('tables that can be joined are listed with what they look like, without sales and targets', async () => {
  const session = sessionOf({
    Sales: sales,
    Teams: [
      ['Rep', 'Team'],
      ['Ann', 'West'],
    ],
    Targets: [
      ['Rep', 'Month', 'Target'],
      ['Ann', '2026-01', 90],
      ['Bob', '2026-01', 9],
    ],
    Notes: [
      ['Visits', 'Calls'],
      [1, 2],
    ],
  });
  expect(await findJoinable(session, await findData(session), {})).toEqual([
    { source: 'Teams', looks: 'assignments' },
    { source: 'Notes' },
  ]);
});

test('choosing another table forgets the columns of the earlier one, and none forgets it all', () => {
  const joins = {
    assignments: 'Teams',
    assigned: 'asIs',
    rates: 'Rates',
    currency: 'EUR',
    columns: { assignedKey: 'Rep', rateDate: 'Day' },
  } as const;
  expect(withJoined(joins, 'assignments', 'Regions')).toEqual({
    assignments: 'Regions',
    rates: 'Rates',
    currency: 'EUR',
    columns: { rateDate: 'Day' },
  });
  expect(withJoined({ assignments: 'Teams', assigned: 'asIs' }, 'assignments', undefined)).toBe(
    undefined,
  );
});
