import { Session, track, type ReportWishes } from '../../src/jobs';
import { workbookWith, type Rows } from '../intake/raw-tables';

const sales: Rows = [
  ['Date', 'Rep', 'Sales'],
  ['2026-01-05', 'Ann', 100],
  ['2026-01-06', 'Bob', 200],
  ['2026-01-06', 'Cy', 50],
];
/** Team A is Ann's 100 and Bob's 150, Team B is Cy's 60. */
const teams: Rows = [
  ['Rep', 'Jan 2026'],
  ['Team A', 250],
  ['Ann', 100],
  ['Bob', 150],
  ['Team B', 60],
  ['Cy', 60],
];
const ask = async (targets: Rows, wishes: ReportWishes = {}) => {
  const session = new Session(workbookWith({ Sales: sales, Plan: targets }));
  const outcome = await track(session, wishes);
  if ('done' in outcome) return outcome.done.targets.total;
  return outcome.stopped.unclear.map(({ question, subject, at }) =>
    [question, subject, at].join(' '),
  );
};
const said = (totals: Readonly<Record<string, 'total' | 'name'>>): ReportWishes => ({
  readings: { Plan: { totals } },
});

describe('a name among targets of which nothing was sold, and whose target is the sum of others', () => {
  test('is asked about, with names that stand for one other alone', async () => {
    const both = ['totalOrName Team A Plan!A2', 'totalOrName Team B Plan!A5'];
    expect(await ask(teams)).toEqual(both);
  });

  test('may stand below its parts', async () => {
    const [header = [], a = [], ann = [], bob = [], b = [], cy = []] = teams;
    expect(await ask([header, ann, bob, a, cy, b])).toEqual([
      'totalOrName Team B Plan!A6',
      'totalOrName Team A Plan!A4',
    ]);
  });

  test('is not added where it is said to be a total, and the others are asked about still', async () => {
    expect(await ask(teams, said({ 'Team A': 'total' }))).toEqual(['totalOrName Team B Plan!A5']);
    // 100 + 150 + 60
    expect(await ask(teams, said({ 'Team A': 'total', 'Team B': 'total' }))).toBe(310);
  });

  test('is added where it is said to be a name', async () => {
    // 250 + 100 + 150 + 60 + 60
    expect(await ask(teams, said({ 'Team A': 'name', 'Team B': 'name' }))).toBe(620);
  });

  test('is a name where its target is no sum, or the sum of a single one', async () => {
    const dan = teams.map((row) => (row[0] === 'Team A' ? ['Dan', 240] : row));
    // 240 + 100 + 150 + 60 + 60
    expect(await ask(dan)).toBe(610);
    // 60 + 60 beside Ann's 100
    expect(
      await ask([
        ['Rep', 'Jan 2026'],
        ['Ann', 100],
        ['Eve', 60],
        ['Cy', 60],
      ]),
    ).toBe(220);
  });
});
