import { assessData, Session } from '../src/jobs';
import { report } from './ours/report';
import { RangeWorkbook } from './range-workbook';
import type { Workload } from './workload';

/** The longest stretch of work without a pause, in milliseconds. */
export interface LongestTask {
  readonly reading: number;
  readonly report: number;
  /** Every check of the data, which reads them too. */
  readonly checks: number;
}

/** As the pane's own pauses, which let the page go on once work has taken this long. */
const longest = 16;

/** Reads and reports as the pane does, with pauses, and tells how long the page ever had to wait. */
export async function longestTask(workload: Workload): Promise<LongestTask> {
  const workbook = new RangeWorkbook(workload, true);
  const session = new Session(workbook);
  const reading = await watched(async (pause) => {
    for (const source of await workbook.listSources()) await session.load(source, { pause });
  });
  return {
    reading,
    report: await watched(async (pause) => {
      await report(session, { pause });
    }),
    checks: await watched(async (pause) => {
      await assessData(new Session(workbook), { by: ['Region', 'Product'] }, { pause });
    }),
  };
}

async function watched(work: (pause: () => Promise<void>) => Promise<void>): Promise<number> {
  // What others left is no part of it.
  globalThis.gc?.();
  let most = 0;
  let started = performance.now();
  const note = () => {
    const took = performance.now() - started;
    most = Math.max(most, took);
    return took;
  };
  await work(async () => {
    if (note() < longest) return;
    await new Promise((resolve) => setTimeout(resolve));
    started = performance.now();
  });
  note();
  return most;
}
