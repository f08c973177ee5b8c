import type { Answer } from '../../bench/answer';
import { rowsOf, workloadOf, type Cell, type Workload } from '../../bench/workload';
import { changeContest, liveContest } from '../../bench/jobs/change';
import { fileContest } from '../../bench/jobs/file';
import { funnelContest } from '../../bench/jobs/funnel';
import { loadAll, type Loaded } from '../../bench/jobs/loaded';
import { dirtyContest, loadingContest } from '../../bench/jobs/loading';
import { firstLookUpsContest, lookUpsContest } from '../../bench/jobs/look-ups';
import { reportContest } from '../../bench/jobs/report';
import { trendContest } from '../../bench/jobs/trend';
import { varianceContest } from '../../bench/jobs/variance';
import { noPeers } from '../../bench/peers/no-peers';
import { contestant, firstRuns, WrongAnswer, type Contest } from '../../bench/stopwatch';

const rows = 2000;
let workload: Workload;
let loaded: Loaded;

beforeAll(async () => {
  workload = workloadOf(rows);
  loaded = await loadAll(workload, noPeers);
});

/** What somebody found in their first run. */
async function answerOf({ contestants }: Contest, name: string): Promise<Answer> {
  const run = await contestants.find((one) => one.name === name)?.ready();
  await run?.go();
  return run?.answer() ?? [];
}

function textIn(row: readonly Cell[], column: number): string {
  return String(row[column]);
}

/** Amounts in cents by a text of the row, added in whole numbers. */
function centsBy(cells: readonly (readonly Cell[])[], key: (row: readonly Cell[]) => string) {
  const sums = new Map<string, number>();
  for (const row of cells) {
    const cents = Math.round(Number(row[7]) * 100);
    sums.set(key(row), (sums.get(key(row)) ?? 0) + cents);
  }
  return sums;
}

describe('The data of the benchmark', () => {
  test('are the same each time', () => {
    expect(workloadOf(rows)).toEqual(workload);
  });

  test('have so many rows, each with a date, five texts and two numbers', () => {
    const cells = rowsOf(workload.sales);
    expect(cells).toHaveLength(rows);
    const kinds = new Set(cells.map((row) => row.map((cell) => typeof cell).join(' ')));
    expect([...kinds]).toEqual(['number string string string string string number number']);
  });
});

describe('The library and the code written by hand', () => {
  test.each([
    ['load all columns', () => loadingContest(workload, noPeers)],
    ['load rows some of which are spoilt', () => dirtyContest(workloadOf(rows, 0.05))],
    ['find the same variances', () => varianceContest(loaded)],
    ['answer 10,000 look-ups', () => firstLookUpsContest(loaded)],
    ['answer them again', () => lookUpsContest(loaded)],
    ['find the same trend', () => trendContest(loaded)],
    ['find the same funnel', () => funnelContest(loaded)],
    ['keep sums current when a row changes', () => changeContest(loaded)],
    ['keep the report current when a cell is typed over', () => liveContest(loaded)],
    ['report from fresh rows', () => reportContest(workload, noPeers)],
    ['report from a file', () => fileContest(rows)],
  ])('%s alike', async (_, contestOf) => {
    const contest = await contestOf();
    const times = await firstRuns(contest);
    expect([...times.keys()].map(({ name }) => name)).toEqual(
      expect.arrayContaining(['floor', 'ours']),
    );
  });

  test('find the variances that the rows themselves add up to', async () => {
    const sums = centsBy(rowsOf(workload.sales), (row) => `${textIn(row, 1)} ${textIn(row, 2)}`);
    const found = new Map<string, number>();
    for (const [region, product, , sum] of await answerOf(varianceContest(loaded), 'ours')) {
      const key = `${String(region)} ${String(product)}`;
      found.set(key, (found.get(key) ?? 0) + Number(sum));
    }
    for (const [key, sum] of sums) expect([key, found.get(key)]).toEqual([key, sum]);
  });

  test('find each customer of a rep and quarter once', async () => {
    const customers = new Map<string, Set<string>>();
    for (const row of rowsOf(workload.sales)) {
      // Serial dates count days from 1899-12-30.
      const day = new Date(Date.UTC(1899, 11, 30 + Number(row[0])));
      const quarter = (day.getUTCFullYear() - 2023) * 4 + Math.floor(day.getUTCMonth() / 3);
      const key = `${textIn(row, 3)} ${String(quarter)}`;
      customers.set(key, (customers.get(key) ?? new Set()).add(textIn(row, 5)));
    }
    const lines = await answerOf(funnelContest(loaded), 'ours');
    const found = lines.map(([rep, quarter, count]) => [
      `${String(rep)} ${String(quarter)}`,
      count,
    ]);
    expect(new Map(found as [string, number][])).toEqual(
      new Map(Array.from(customers, ([key, { size }]) => [key, size])),
    );
  });
});

test('A wrong answer ends the benchmark before anyone is timed', async () => {
  const answering = (name: string, figure: number) =>
    contestant(name, { prepare: () => figure, run: (own) => own, answer: (own) => [[own]] });
  const contest = {
    job: 'count',
    isSteady: false,
    contestants: [answering('floor', 1000), answering('ours', 1001)],
  };
  await expect(firstRuns(contest)).rejects.toThrow(WrongAnswer);
});
