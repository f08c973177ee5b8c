import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { milliseconds, writeSection } from './document';
import { changeContest, liveContest } from './jobs/change';
import { fileContest } from './jobs/file';
import { funnelContest } from './jobs/funnel';
import { loadAll, type Loaded } from './jobs/loaded';
import { dirtyContest, loadingContest } from './jobs/loading';
import { firstLookUpsContest, formulasContest, lookUpsContest } from './jobs/look-ups';
import { reportContest } from './jobs/report';
import { trendContest } from './jobs/trend';
import { controlContest, varianceContest } from './jobs/variance';
import { longestTask } from './longest-task';
import type { MemoryUse } from './memory';
import manifest from './package.json';
import { openPeers, type Peers } from './peers/all';
import { measure, ratioOf, type Contest, type Measured } from './stopwatch';
import { workloadOf, type Workload } from './workload';

const documentPath = path.join('docs', 'performance.md');

/** Beyond these the machine is too busy to tell anything, and the run is void. */
const [leastControl, mostControl] = [0.8, 1.25];
const controlAttempts = 5;
/** Rows that cannot be read in a file of more than this size have so few rounds. */
const [manyRows, rounds, roundsOfMany] = [300_000, 15, 7];
const spoilt = 0.01;

/** Floor against floor; undefined where the machine never was quiet enough. */
async function control(loaded: Loaded): Promise<number | undefined> {
  for (let attempt = 0; attempt < controlAttempts; attempt += 1) {
    const [floor, again] = (await measure(controlContest(loaded), rounds)).timings;
    const ratio = floor && again ? ratioOf(floor, again) : NaN;
    console.log(`control: ${ratio.toFixed(2)}`);
    if (ratio >= leastControl && ratio <= mostControl) return ratio;
  }
  return undefined;
}

async function contests(workload: Workload, loaded: Loaded, peers: Peers): Promise<Contest[]> {
  return [
    loadingContest(workload, peers),
    dirtyContest(workloadOf(workload.rows, spoilt)),
    varianceContest(loaded),
    firstLookUpsContest(loaded),
    lookUpsContest(loaded),
    await formulasContest(peers),
    trendContest(loaded),
    funnelContest(loaded),
    changeContest(loaded),
    await liveContest(loaded),
    reportContest(workload, peers),
    await fileContest(workload.rows),
  ];
}

function show({ job, timings }: Measured): void {
  console.log(`\n${job}`);
  const [floor] = timings;
  for (const timing of timings) {
    const ratio = floor ? ratioOf(floor, timing).toFixed(2) : '';
    console.log(
      `  ${timing.name.padEnd(20)} first ${milliseconds(timing.first)}, median ` +
        `${milliseconds(timing.median)} (${milliseconds(timing.low)} – ${milliseconds(timing.high)}), ${ratio} × floor`,
    );
  }
}

/** In a process of its own, where nothing else was loaded. */
function memoryIn(rows: number): MemoryUse {
  const { status, stdout } = spawnSync(
    process.execPath,
    [...process.execArgv, path.join(__dirname, 'memory-run.js'), String(rows)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (status !== 0) throw new Error('Memory could not be measured');
  return JSON.parse(stdout) as MemoryUse;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '100000' },
      'no-document': { type: 'boolean', default: false },
    },
  });
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 10_000 || rows > 1_048_575) {
    throw new Error(`--rows is a whole number from 10000 to 1048575, not ${values.rows}`);
  }
  if (!globalThis.gc) throw new Error('Start with `npm run bench`: it needs node --expose-gc');
  const workload = workloadOf(rows);
  const peers = await openPeers();
  const memory = memoryIn(rows);
  const task = await longestTask(workload);
  const loaded = await loadAll(workload, peers);
  const controlled = await control(loaded);
  if (controlled === undefined) {
    console.error('Void: the same code differs from itself. The machine is too busy.');
    process.exitCode = 1;
    return;
  }
  const measured: Measured[] = [];
  for (const contest of await contests(workload, loaded, peers)) {
    const result = await measure(contest, rows > manyRows ? roundsOfMany : rounds);
    show(result);
    measured.push(result);
  }
  const findings = { measured, memory, task };
  if (values['no-document']) return;
  await writeSection(
    documentPath,
    {
      rows,
      date: new Date().toISOString().slice(0, 10),
      rounds: rows > manyRows ? roundsOfMany : rounds,
      control: controlled,
      starts: peers.tables.map(({ name, startTime }) => ({ name, time: startTime })),
      packages: Object.entries(manifest.dependencies).map(
        ([name, version]) => `${name} ${version}`,
      ),
    },
    findings,
  );
  console.log(`\nWritten to ${documentPath}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
