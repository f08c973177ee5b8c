import {
  proposeTargets,
  Session,
  track,
  writeTargets,
  type TargetProposal,
  type TargetWishes,
} from '../../src/jobs';
import { serialOf } from '../../src/sales';
import { emptySheet, type CellContent } from '../../src/workbook';
import { workbookOf, type FileWorkbook } from '../../src/xlsx';

// 2025: West 100.01 + 50.02 = 150.03, East 30.00, North 0; 180.03 in all.
const sales: CellContent[][] = [
  ['Date', 'Region', 'Amount'],
  [serialOf(2025, 1, 15), 'West', 100.01],
  [serialOf(2025, 12, 3), 'West', 50.02],
  [serialOf(2025, 5, 9), 'East', 30],
];

let workbook: FileWorkbook;
let session: Session;
beforeEach(() => {
  const sheet = { ...emptySheet('Sales'), cells: sales };
  workbook = workbookOf({ sheets: [sheet], names: [], dateSystem: 1900 });
  session = new Session(workbook);
});

const wishes: TargetWishes = {
  by: ['Region'],
  year: 2026,
  grain: 'quarter',
  basis: { kind: 'growth', ratio: 0.1 },
  phasing: 'even',
};

async function answer(changes: Partial<TargetWishes> = {}) {
  const outcome = await proposeTargets(session, { ...wishes, ...changes });
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.issues));
  return outcome.done;
}

async function propose(changes: Partial<TargetWishes> = {}): Promise<TargetProposal> {
  const done = await answer(changes);
  if ('problem' in done) throw new Error(done.problem);
  return done;
}

/** The rows of the written table: region, label and target. */
function written(): unknown[][] {
  const sheet = workbook.contents().sheets.find(({ name }) => name === 'Sales targets');
  return (sheet?.cells ?? []).slice(1).map((row) => [row[0], row[1], row[3]]);
}

test('a growth of 10 % on 180.03 is 198.03, and every cent of it is spread', async () => {
  const proposal = await propose();
  // 180.03 × 1.1 = 198.033. West 198.03 × 150.03 ÷ 180.03 = 165.0305…, East 32.9994…
  expect(proposal).toMatchObject({ total: 198.03, spread: 198.03, lastYearTotal: 180.03 });
  expect(proposal.lines.map(({ key, target }) => [key[0], target])).toEqual([
    ['West', 165.03],
    ['East', 33],
  ]);
  // 165.03 ÷ 4 = 41.2575: three quarters get the cent more.
  expect(proposal.lines[0]?.amounts).toEqual([41.26, 41.26, 41.26, 41.25]);
});

test('the year before is partial where its sales lack the first or last month, and not where there are none', async () => {
  const total = { basis: { kind: 'total', total: 400 } } as const;
  expect((await propose(total)).isLastYearPartial).toBe(false);
  // Of 2026 there are no sales to compare with.
  expect((await propose({ ...total, year: 2027 })).isLastYearPartial).toBe(false);
  const sheet = { ...emptySheet('Sales'), cells: [...sales, [serialOf(2026, 3, 1), 'West', 7]] };
  session = new Session(workbookOf({ sheets: [sheet], names: [], dateSystem: 1900 }));
  expect((await propose({ ...total, year: 2027 })).isLastYearPartial).toBe(true);
});

test('the report takes the written table for its targets', async () => {
  const { table } = await writeTargets(session, await propose());
  const outcome = await track(session, { targets: table });
  if ('stopped' in outcome) throw new Error(JSON.stringify(outcome.stopped.unclear));
  expect(outcome.done.targets.total).toBe(198.03);
  expect(outcome.done.mapping.targets.grain).toBe('quarter');
});

test('targets for one region leave those of the others as they stand', async () => {
  await writeTargets(session, await propose());
  const only = { dimension: 'Region', texts: ['West'] };
  await writeTargets(session, await propose({ basis: { kind: 'total', total: 400 }, only }));
  const rows = written();
  expect(rows.filter(([region]) => region === 'West')).toEqual([
    ['West', '2026-Q1', 100],
    ['West', '2026-Q2', 100],
    ['West', '2026-Q3', 100],
    ['West', '2026-Q4', 100],
  ]);
  expect(rows.filter(([region]) => region === 'East').map(([, , target]) => target)).toEqual([
    8.25, 8.25, 8.25, 8.25,
  ]);
});

test('targets of another year stay', async () => {
  await writeTargets(session, await propose());
  // Nobody sold anything in 2026: a total is shared evenly.
  const total = { kind: 'total', total: 80 } as const;
  await writeTargets(session, await propose({ year: 2027, basis: total }));
  const years = written().map(([, label]) => String(label).slice(0, 4));
  expect(years.filter((year) => year === '2026')).toHaveLength(8);
  expect(years.filter((year) => year === '2027')).toHaveLength(8);
});

test('months are not set beside quarters that stay', async () => {
  await writeTargets(session, await propose());
  const only = { dimension: 'Region', texts: ['West'] };
  expect(await answer({ grain: 'month', only })).toEqual({ problem: 'otherPeriods' });
  expect((await propose({ grain: 'month' })).periods).toHaveLength(12);
});

test('targets by other columns do not replace those that stand there', async () => {
  await writeTargets(session, await propose());
  expect(await answer({ by: [] })).toEqual({ problem: 'otherColumns' });
});

test('a report refuses periods of different lengths and names the cell', async () => {
  const targets: CellContent[][] = [
    ['Period', 'Region', 'Target'],
    ['2026-Q1', 'West', 10],
    ['2026-02', 'East', 20],
  ];
  const sheets = [
    { ...emptySheet('Sales'), cells: sales },
    { ...emptySheet('Targets'), cells: targets },
  ];
  const outcome = await track(new Session(workbookOf({ sheets, names: [], dateSystem: 1900 })));
  expect('stopped' in outcome && outcome.stopped.issues).toEqual([
    { code: 'mixedPeriods', at: 'Targets!A3', found: '2026-02', expected: '2026-Q1' },
  ]);
});

test('the year that targets are for is not taken for the year of sales that name none', async () => {
  const cells: CellContent[][] = [
    ['Region', 'Jan', 'Feb', 'Mar'],
    ['West', 10, 20, 30],
    ['East', 1, 2, 3],
  ];
  const sheet = { ...emptySheet('Sales'), cells };
  session = new Session(workbookOf({ sheets: [sheet], names: [], dateSystem: 1900 }));
  const asked = { ...wishes, sales: 'Sales' };
  const outcome = await proposeTargets(session, asked);
  if ('done' in outcome) throw new Error('It was done');
  expect(outcome.stopped.unclear.map(({ question }) => question)).toEqual(['periodYear']);
  const answered = await propose({ sales: 'Sales', readings: { Sales: { year: 2025 } } });
  expect(answered.lastYearTotal).toBe(66);
});
