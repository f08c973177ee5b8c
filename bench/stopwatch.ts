import { findDifference, type Answer } from './answer';

/** Somebody who does a job. */
export interface Contestant {
  readonly name: string;
  /** What has to be said about how it was measured. */
  readonly note?: string;
  /** It does one part in so many of the job, and its times count so often. */
  readonly scale?: number;
  /** Makes ready, untimed, and answers the run to be timed. */
  readonly ready: () => Promise<Run>;
}

interface Run {
  readonly go: () => unknown;
  readonly result: () => unknown;
  /** What the last run found; undefined where there is nothing to compare. */
  readonly answer: () => Answer | undefined;
}

/** How somebody makes ready, does the job and tells what was found. */
export interface Work<Ready, Result> {
  readonly prepare: () => Ready | Promise<Ready>;
  readonly run: (ready: Ready) => Result | Promise<Result>;
  readonly answer?: (result: Result) => Answer;
  readonly note?: string;
  readonly scale?: number;
}

export function contestant<Ready, Result>(
  name: string,
  { prepare, run, answer, note, scale }: Work<Ready, Result>,
): Contestant {
  return {
    name,
    ...(note !== undefined && { note }),
    ...(scale !== undefined && { scale }),
    ready: async () => {
      const ready = await prepare();
      let last: { readonly result: Result } | undefined;
      const keep = (result: Result) => {
        last = { result };
      };
      return {
        go: () => {
          const result = run(ready);
          if (result instanceof Promise) return result.then(keep);
          keep(result);
          return undefined;
        },
        result: () => last?.result,
        answer: () => (last && answer ? answer(last.result) : undefined),
      };
    },
  };
}

/** A job and who does it; the first one is what the others are compared with. */
export interface Contest {
  readonly job: string;
  readonly contestants: readonly Contestant[];
  /**
   * Whether the data stay the same from run to run. Then everyone is warmed up first, and runs that
   * take less than some milliseconds are repeated within one measurement; else everyone gets new data
   * each time.
   */
  readonly isSteady: boolean;
}

/** All times in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly note: string | undefined;
  readonly first: number;
  readonly median: number;
  /** The quartiles. */
  readonly low: number;
  readonly high: number;
  /** By round. */
  readonly times: readonly number[];
}

export interface Measured {
  readonly job: string;
  readonly timings: readonly Timing[];
}

/** Who is slower than this takes part in fewer rounds, in milliseconds for all of them. */
const patience = 20_000;

/** Warming up takes so long, or so many runs; in milliseconds. */
const [warming, mostWarming] = [400, 60];
/** Shorter runs are repeated within one measurement, so often at most; in milliseconds. */
const [shortest, mostRepeats] = [10, 200];

/** Somebody's answer is not the one of the first contestant. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** Everyone's first run, with what it found compared; nobody is timed who finds something else. */
export async function firstRuns(contest: Contest): Promise<ReadonlyMap<Contestant, number>> {
  const times = new Map<Contestant, number>();
  let expected: Answer | undefined;
  for (const one of contest.contestants) {
    const run = await one.ready();
    collectGarbage();
    times.set(one, (await timed(run, 1)) * (one.scale ?? 1));
    const found = run.answer();
    expected ??= found;
    if (!expected || !found) continue;
    const asked = one.scale === undefined ? expected : expected.slice(0, found.length);
    const difference = findDifference(asked, found);
    if (difference !== undefined) {
      throw new WrongAnswer(`${contest.job}: ${one.name} found ${difference}`);
    }
  }
  return times;
}

/** Measures in turns, A B A B and every other time B A, so that what disturbs disturbs all. */
export async function measure(contest: Contest, rounds: number): Promise<Measured> {
  const { job, contestants, isSteady } = contest;
  const first = await firstRuns(contest);
  const repeats = new Map<Contestant, number>();
  for (const one of isSteady ? contestants : []) repeats.set(one, await warmUp(one));
  const times = new Map(contestants.map((one) => [one, [] as number[]]));
  // As the product keeps its tables. Without a single one left, collecting garbage would take along
  // what the machine has learned of their kind, and each run would be a first one.
  const kept = new Map<Contestant, unknown>();
  for (let round = 0; round < rounds; round += 1) {
    for (const one of round % 2 === 0 ? contestants : [...contestants].reverse()) {
      const scale = one.scale ?? 1;
      const most = Math.max(2, Math.floor(patience / ((first.get(one) ?? 0) / scale + 1)));
      if (round >= most) continue;
      const run = await one.ready();
      if (!isSteady) collectGarbage();
      times.get(one)?.push((await timed(run, repeats.get(one) ?? 1)) * scale);
      kept.set(one, run.result());
    }
  }
  return {
    job,
    timings: contestants.map((one) => {
      const own = times.get(one) ?? [];
      return {
        name: one.name,
        note: one.note,
        first: first.get(one) ?? NaN,
        median: quantile(own, 0.5),
        low: quantile(own, 0.25),
        high: quantile(own, 0.75),
        times: own,
      };
    }),
  };
}

/** Runs until the machine has compiled what it will, and answers how often to repeat. */
async function warmUp(one: Contestant): Promise<number> {
  const run = await one.ready();
  const started = performance.now();
  let last = Infinity;
  for (let turn = 0; turn < mostWarming && performance.now() - started < warming; turn += 1) {
    last = await timed(run, 1);
  }
  return Math.min(mostRepeats, Math.max(1, Math.ceil(shortest / last)));
}

async function timed(run: Run, repeats: number): Promise<number> {
  const started = performance.now();
  for (let turn = 0; turn < repeats; turn += 1) {
    const going = run.go();
    if (going instanceof Promise) await going;
  }
  return (performance.now() - started) / repeats;
}

/** Whose garbage is collected, and when, shall not depend on who ran before. */
function collectGarbage(): void {
  globalThis.gc?.();
}

/** How often longer the second took, round by round: the median of the quotients. */
export function ratioOf(base: Timing, other: Timing): number {
  const both = Math.min(base.times.length, other.times.length);
  return quantile(
    Array.from(
      { length: both },
      (_, round) => (other.times[round] ?? 0) / (base.times[round] ?? 0),
    ),
    0.5,
  );
}

/** By linear interpolation between neighbours. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? NaN, sorted[Math.ceil(place)] ?? NaN];
  return low + (high - low) * (place - Math.floor(place));
}
