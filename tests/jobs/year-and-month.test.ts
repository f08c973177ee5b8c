import { assessData, Session, track, type Outcome, type Tracked } from '../../src/jobs';
import { workbookWith, type Rows } from '../intake/raw-tables';

const targets: Rows = [
  ['Person', 'Period', 'Target'],
  ['Ann', '2025-12', 100],
  ['Ann', '2026-01', 200],
  ['Bob', '2026-01', 300],
];

const trackOf = (sales: Rows, plan: Rows = targets) =>
  track(new Session(workbookWith({ Sales: sales, Plan: plan })));

function done(outcome: Outcome<Tracked>): Tracked {
  if ('done' in outcome) return outcome.done;
  throw new Error(JSON.stringify([...outcome.stopped.unclear, ...outcome.stopped.issues]));
}

const periodsOf = ({ report }: Tracked) =>
  report.rows.map(({ key, period, actual }) => [period.label, ...key, actual]);

describe('a year and a month in two columns', () => {
  test.each([
    ['Jahr', 'Monat', 'Dezember', 'Jänner'],
    ['Jahr', 'Monat', 'Dez', 'Jan'],
    ['Year', 'Month', 12, 1],
    ['Year', 'Month', '12', '01'],
    ['Année', 'Mois', 'décembre', 'janvier'],
    ['Año', 'Mes', 'diciembre', 'enero'],
    ['Ano', 'Mês', 'dezembro', 'janeiro'],
    ['年', '月', '12月', '1月'],
  ])('%s and %s (%s, %s) tell the period of each row together', async (year, month, dec, jan) => {
    const tracked = done(
      await trackOf([
        [year, month, 'Person', 'Sales'],
        [2025, dec, 'Ann', 90],
        [2026, jan, 'Ann', 150],
        ['2026', jan, 'Ann', 5],
        [2026, jan, 'Bob', 310],
      ]),
    );
    expect(periodsOf(tracked)).toEqual([
      ['2025-12', 'Ann', 90],
      ['2026-01', 'Ann', 155],
      ['2026-01', 'Bob', 310],
    ]);
    expect(tracked.mapping.sales).toMatchObject({ date: 'Period', by: ['Person'] });
    // Sales of whole months are as of the end of the last one.
    expect(tracked.report.request.asOf).toBe(46_053);
    expect(tracked.issues.map(({ code, at, found }) => `${code} ${at} ${found}`)).toEqual([
      `periodOfTwo Sales!B1 ${year}, ${month}`,
    ]);
  });

  test('are so in targets too, and by quarters', async () => {
    const plan: Rows = [
      ['Year', 'Quarter', 'Person', 'Target'],
      [2026, 1, 'Ann', 500],
      [2026, 'Q2', 'Ann', 700],
    ];
    const tracked = done(
      await trackOf(
        [
          ['Date', 'Person', 'Sales'],
          ['2026-02-03', 'Ann', 400],
          ['2026-05-03', 'Ann', 800],
        ],
        plan,
      ),
    );
    expect(tracked.mapping.targets).toMatchObject({ date: 'Period', grain: 'quarter' });
    expect(tracked.report.totals.map(({ target, actual }) => [target, actual])).toEqual([
      [500, 400],
      [700, 800],
    ]);
  });

  test('that name no period set their row aside, with the cell of the month', async () => {
    const sales: Rows = [
      ['Year', 'Month', 'Person', 'Sales'],
      [2026, 1, 'Ann', 150],
      [2026, 2, 'Ann', 10],
      [2026, 2, 'Bob', 20],
      [2026, 2, 'Bob', 30],
      [2026, 'Janber', 'Ann', 1000],
      [2026, 13, 'Ann', 1000],
    ];
    const tracked = done(await trackOf(sales));
    expect(tracked.sales).toEqual({ rows: 6, used: 4, setAside: 2, total: 210 });
    expect(tracked.issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'notADate', at: 'Sales!B6', found: 'Janber 2026' }),
        expect.objectContaining({ code: 'notADate', at: 'Sales!B7', found: '13 2026' }),
      ]),
    );
    const { sides } = await assessData(new Session(workbookWith({ Sales: sales, Plan: targets })));
    expect(sides[0]?.quality.counts).toMatchObject({ rows: 6, used: 4, setAside: 2 });
  });

  test('are left alone beside a column of dates', async () => {
    const tracked = done(
      await trackOf([
        ['Order Date', 'Year', 'Month', 'Person', 'Sales'],
        ['2026-01-15', 2026, 'January', 'Ann', 150],
        ['2026-01-16', 2026, 'January', 'Bob', 310],
      ]),
    );
    expect(tracked.mapping.sales.date).toBe('Order Date');
    expect(tracked.issues).toEqual([]);
  });
});

describe('years across above months down', () => {
  test('tell the period of each figure together, with names beside or without', async () => {
    const named = await trackOf([
      ['Person', 'Month', 2025, 2026],
      ['Ann', 'Jan', 80, 150],
      ['Ann', 'Dec', 90, null],
      ['Bob', 'Jan', null, 310],
    ]);
    expect(periodsOf(done(named))).toEqual([
      ['2025-01', 'Ann', 80],
      ['2025-12', 'Ann', 90],
      ['2026-01', 'Ann', 150],
      ['2026-01', 'Bob', 310],
    ]);
    const plan: Rows = [
      ['Quartal', '2025', '2026'],
      ['Q1', 50, 60],
      ['Q4', 70, 80],
    ];
    const sales: Rows = [
      ['Date', 'Person', 'Sales'],
      ['2026-01-05', 'Ann', 7],
      ['2026-02-05', 'Bob', 8],
    ];
    const { targets: read, mapping } = done(await trackOf(sales, plan));
    // 50 + 60 + 70 + 80
    expect([read.total, mapping.targets.grain]).toEqual([260, 'quarter']);
  });

  test('need no names where the months are in words', async () => {
    const plan: Rows = [
      ['Year', 'Month', 'Target'],
      [2026, 'Jan', 100],
      [2026, 'Feb', 200],
    ];
    const sales: Rows = [
      ['Month', 2025, 2026],
      ['Jan', 10, 20],
      ['Feb', 30, 40],
    ];
    const { report } = done(await trackOf(sales, plan));
    expect(report.rows.map(({ period, actual }) => [period.label, actual])).toEqual([
      ['2025-01', 10],
      ['2025-02', 30],
      ['2026-01', 20],
      ['2026-02', 40],
    ]);
  });
});
