import { parseArgs } from 'node:util';
import { varianceContest } from './jobs/variance';
import { loadAll } from './jobs/loaded';
import { measure, ratioOf } from './stopwatch';
import { workloadOf } from './workload';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } });
  const loaded = await loadAll(workloadOf(Number(values.rows)));
  const { job, timings } = await measure(varianceContest(loaded), 11);
  const [floor] = timings;
  for (const timing of timings) {
    if (!floor) continue;
    const figures = [timing.first, timing.median, timing.low, timing.high, ratioOf(floor, timing)];
    console.log(job, timing.name, ...figures.map((figure) => figure.toFixed(2)));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
