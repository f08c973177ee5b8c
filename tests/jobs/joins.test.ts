import { reportJson, Session, stopLines, track, type ReportWishes } from '../../src/jobs';
import { wordsFor } from '../../src/wording';
import { workbookWith, type Rows } from '../intake/raw-tables';

type Sheets = Readonly<Record<string, Rows>>;

const words = wordsFor('en');

async function done(sheets: Sheets, wishes: ReportWishes) {
  const outcome = await track(new Session(workbookWith(sheets)), wishes);
  if ('stopped' in outcome) throw new Error(stopLines(outcome.stopped, words).join('\n'));
  const json = reportJson(outcome.done, undefined, '', words);
  return {
    ...json,
    lines: json.rows.map(({ key, period, actual, target }) => [...key, period, actual, target]),
    issues: json.issues.map(({ code, at }) => `${code} ${at}`),
  };
}

async function refused(sheets: Sheets, wishes: ReportWishes) {
  const outcome = await track(new Session(workbookWith(sheets)), wishes);
  if ('done' in outcome) throw new Error('It was done');
  const { stopped } = outcome;
  return {
    lines: stopLines(stopped, words),
    issues: stopped.issues.map(({ code, at }) => `${code} ${at}`),
    questions: [...stopped.unclear, ...stopped.data.unclearJoins].map(({ question }) => question),
  };
}

const sales: Rows = [
  ['Date', 'Order ID', 'Rep', 'Amount'],
  ['2026-01-10', 'D-1', 'Ann', 100],
  ['2026-02-10', 'D-2', 'Ann', 40],
  ['2026-01-20', 'D-3', 'Bob', 7],
  ['2026-02-20', 'D-4', 'Cid', 5],
];
const teams: Rows = [
  ['Rep', 'Team', 'From', 'To'],
  ['Ann', 'West', '2026-01-01', '2026-01-31'],
  ['Ann', 'East', '2026-02-01', null],
  ['Bob', 'West', null, null],
];
const teamTargets: Rows = [
  ['Team', 'Month', 'Target'],
  ['West', '2026-01', 90],
  ['West', '2026-02', 91],
  ['East', '2026-02', 50],
];

describe('sales of people held against targets of teams', () => {
  const sheets = { Sales: sales, Teams: teams, Targets: teamTargets };

  test('go to the team of their day, and stay unassigned where there is none', async () => {
    const { lines, issues, total, mapping } = await done(sheets, {
      joins: { assignments: 'Teams' },
    });
    expect(mapping.sales.by).toEqual(['Team']);
    expect(mapping.joins).toEqual({
      assignments: { source: 'Teams', from: 'Rep', key: 'Rep', to: 'Team', as: 'asWas' },
    });
    // Ann's 100 of January and Bob's 7 are West's; Ann's 40 of February are East's; Cid has no team.
    expect(lines).toEqual([
      ['West', '2026-01', 107, 90],
      ['East', '2026-02', 40, 50],
      ['West', '2026-02', 0, 91],
      ['(unassigned)', '2026-02', 5, null],
    ]);
    expect(total.actual).toBe(152);
    expect(issues).toContain('notAssigned Sales!C5');
  });

  test('go to the team of the as-of day where that is asked', async () => {
    const { lines } = await done(sheets, { joins: { assignments: 'Teams', assigned: 'asIs' } });
    expect(lines).toEqual([
      ['East', '2026-01', 100, null],
      ['West', '2026-01', 7, 90],
      ['East', '2026-02', 40, 50],
      ['West', '2026-02', 0, 91],
      ['(unassigned)', '2026-02', 5, null],
    ]);
    const earlier = await done(sheets, {
      joins: { assignments: 'Teams', assigned: 'asIs' },
      asOf: 46_052,
    });
    // 46,052 is 30 January 2026, when Ann was West's.
    expect(earlier.lines[0]).toEqual(['West', '2026-01', 107, 90]);
  });

  test('are refused where a person is in two teams on one day, with both cells', async () => {
    const clashing = [...teams, ['Bob', 'East', '2026-01-15', null]];
    const { issues, lines } = await refused(
      { ...sheets, Teams: clashing },
      { joins: { assignments: 'Teams' } },
    );
    expect(issues).toEqual(['overlappingSpans Teams!B5']);
    expect(lines[0]).toContain('Teams!B4');
  });

  test('are refused where there is no table of that name', async () => {
    const { lines } = await refused(sheets, { joins: { assignments: 'Crews' } });
    expect(lines[0]).toBe(
      'There is no sheet or table "Crews". There are: "Sales", "Teams", "Targets".',
    );
  });
});

describe('targets of people', () => {
  const withTeams: Rows = [
    ['Date', 'Rep', 'Team', 'Amount'],
    ['2026-01-10', 'Ann', 'West', 100],
    ['2026-01-11', 'Bob', 'West', 20],
    ['2026-01-12', 'Cid', 'East', 5],
  ];
  const repTargets: Rows = [
    ['Rep', 'Month', 'Target'],
    ['Ann', '2026-01', 90],
    ['Bob', '2026-01', 30],
    ['Cid', '2026-01', 8],
    ['Dan', '2026-01', 9],
  ];

  test('add up to teams where the sales tell whose team each is', async () => {
    const { lines } = await done({ Sales: withTeams, Targets: repTargets }, { by: ['Team'] });
    expect(lines).toEqual([
      ['East', '2026-01', 5, 8],
      ['West', '2026-01', 120, 120],
      ['(unassigned)', '2026-01', 0, 9],
    ]);
  });

  test('do not where a person stands with two teams', async () => {
    const both = [...withTeams, ['2026-01-13', 'Ann', 'East', 1]];
    const { lines } = await refused({ Sales: both, Targets: repTargets }, { by: ['Team'] });
    expect(lines[0]).toContain('The targets in "Targets" are not split by "Team"');
  });
});

describe('split credit', () => {
  const credits: Rows = [
    ['Order ID', 'Rep', 'Share'],
    ['D-1', 'Ann', '60 %'],
    ['D-1', 'Bob', '40 %'],
  ];
  const repTargets: Rows = [
    ['Rep', 'Month', 'Target'],
    ['Ann', '2026-01', 50],
    ['Bob', '2026-01', 50],
  ];

  test('shares the sale of a deal, and counts its row once', async () => {
    const json = await done(
      { Sales: sales, Credits: credits, Targets: repTargets },
      { joins: { credits: 'Credits' } },
    );
    expect(json.lines).toEqual([
      ['Ann', '2026-01', 60, 50],
      ['Bob', '2026-01', 47, 50],
      ['Ann', '2026-02', 40, null],
      ['Cid', '2026-02', 5, null],
    ]);
    expect(json.sales).toMatchObject({ rows: 4, used: 4, setAside: 0, total: 152 });
  });

  test('goes to the teams of those who are credited', async () => {
    const crews: Rows = [
      ['Rep', 'Team'],
      ['Ann', 'East'],
      ['Bob', 'West'],
    ];
    const { lines } = await done(
      { Sales: sales, Credits: credits, Teams: crews, Targets: teamTargets },
      { joins: { credits: 'Credits', assignments: 'Teams' } },
    );
    expect(lines.filter(([, period]) => period === '2026-01')).toEqual([
      ['East', '2026-01', 60, null],
      ['West', '2026-01', 47, 90],
    ]);
  });

  test('is refused where the shares of a deal are not one', async () => {
    const short = [...credits.slice(0, 2), ['D-1', 'Bob', '30 %']];
    const { issues } = await refused(
      { Sales: sales, Credits: short, Targets: repTargets },
      { joins: { credits: 'Credits' } },
    );
    expect(issues).toContain('sharesNotOne Credits!C2');
  });
});

describe('amounts in several currencies', () => {
  const abroad: Rows = [
    ['Date', 'Region', 'Amount', 'Currency'],
    ['2026-01-10', 'North', 100, 'EUR'],
    ['2026-01-11', 'South', 100, 'USD'],
    ['2026-02-12', 'South', 100, 'usd'],
  ];
  const rates: Rows = [
    ['Date', 'Currency', 'Rate'],
    ['2026-01-01', 'USD', 0.92],
    ['2026-02-01', 'USD', 0.9],
  ];
  const targets: Rows = [
    ['Region', 'Month', 'Target'],
    ['North', '2026-01', 90],
    ['South', '2026-01', 90],
  ];
  const sheets = { Sales: abroad, Rates: rates, Targets: targets };

  test('are converted at the rate of each day', async () => {
    const { lines } = await done(sheets, { joins: { rates: 'Rates', currency: 'EUR' } });
    expect(lines).toEqual([
      ['North', '2026-01', 100, 90],
      ['South', '2026-01', 92, 90],
      ['South', '2026-02', 90, null],
    ]);
  });

  test('are converted at the rates of one day where that is asked', async () => {
    // 46,023 is 1 January 2026.
    const joins = { rates: 'Rates', currency: 'EUR', rateDay: 46_023 };
    const { lines } = await done(sheets, { joins });
    expect(lines.map(([, , actual]) => actual)).toEqual([100, 92, 92]);
  });

  test('are refused without rates, without a currency, and before the first rate', async () => {
    expect((await refused(sheets, {})).issues).toContain('mixedCurrencies Sales!D3');
    const asked = await refused(sheets, { joins: { rates: 'Rates' } });
    expect(asked.questions).toEqual(['reportCurrency']);
    expect(asked.lines[0]).toContain('"EUR", "USD"');
    const early = [...abroad, ['2025-12-31', 'South', 1, 'USD']];
    const { issues } = await refused(
      { ...sheets, Sales: early },
      { joins: { rates: 'Rates', currency: 'EUR' } },
    );
    expect(issues).toEqual(['missingRate Sales!D5']);
  });

  test('take the currency of the targets where none is named', async () => {
    const inEuro = targets.map((row, index) => [...row, index === 0 ? 'Currency' : 'EUR']);
    const { total } = await done(
      { ...sheets, Targets: inEuro },
      { joins: { rates: 'Rates' }, by: ['Region'] },
    );
    expect(total.actual).toBe(282);
  });
});
