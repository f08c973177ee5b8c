import { ratioOf, type Measured, type Timing } from './stopwatch';
import type { LongestTask } from './longest-task';
import type { MemoryUse } from './memory';

/** What was wanted, what it came to, and whether that is enough. */
export interface GoalResult {
  readonly goal: string;
  readonly wanted: string;
  readonly found: string;
  readonly isMet: boolean;
}

/** Everything that one run of the benchmark found. */
export interface Findings {
  readonly measured: readonly Measured[];
  readonly memory: MemoryUse;
  readonly task: LongestTask;
}

interface Ratio {
  readonly goal: string;
  readonly job: string;
  /** The ratio is the time of the first to that of the second. */
  readonly of: readonly [string, string];
  /** Undefined: what is wanted is `least`. */
  readonly most?: number;
  readonly least?: number;
}

const duck = 'DuckDB-WASM';
const report = 'first report from fresh rows';
const load = 'load all eight columns';

const ratios: readonly Ratio[] = [
  { goal: 'first report, faster than arquero', job: report, of: ['arquero', 'ours'], least: 4 },
  {
    goal: 'first report with all checks, faster than arquero',
    job: report,
    of: ['arquero', 'ours, all checks'],
    least: 4,
  },
  { goal: 'J1 to the floor', job: 'J1 variance', of: ['ours', 'floor'], most: 1.5 },
  { goal: 'J1, faster than DuckDB-WASM', job: 'J1 variance', of: [duck, 'ours'], least: 5 },
  { goal: 'J3 to the floor', job: 'J3 trend', of: ['ours', 'floor'], most: 1.5 },
  { goal: 'J3, faster than DuckDB-WASM', job: 'J3 trend', of: [duck, 'ours'], least: 5 },
  { goal: 'J4, faster than DuckDB-WASM', job: 'J4 funnel', of: [duck, 'ours'], least: 2 },
  {
    goal: 'J2, index and look-ups, to the floor',
    job: 'J2 index and 10,000 look-ups',
    of: ['ours', 'floor'],
    most: 2,
  },
  {
    goal: 'J2, look-ups alone, to the floor',
    job: 'J2 10,000 look-ups more',
    of: ['ours', 'floor'],
    most: 2,
  },
  { goal: 'load to the floor', job: load, of: ['ours', 'floor'], most: 1.6 },
  {
    goal: 'load of spoilt rows to the floor',
    job: 'load, 1 row in 100 spoilt',
    of: ['ours', 'floor'],
    most: 1.6,
  },
  { goal: 'load to JSON.parse', job: load, of: ['ours', 'JSON.parse'], most: 1 },
];

/** Milliseconds for one changed row. */
const mostForARow = 1;
/** Milliseconds without a pause. */
const longestTask = 50;
/** Times the columns' own size. */
const mostMemory = 1.5;

export function goalsOf({ measured, memory, task }: Findings): GoalResult[] {
  const timing = (job: string, name: string): Timing => {
    const found = measured.find((one) => one.job === job)?.timings.find((one) => one.name === name);
    if (!found) throw new Error(`Nobody measured ${name} at ${job}`);
    return found;
  };
  const atMost = (goal: string, value: number, most: number, unit: string): GoalResult => ({
    goal,
    wanted: `at most ${String(most)} ${unit}`,
    found: `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`,
    isMet: value <= most,
  });
  const ofRatios = ratios.map(({ goal, job, of: [one, other], most, least = 0 }): GoalResult => {
    const ratio = ratioOf(timing(job, other), timing(job, one));
    const found = `${ratio.toFixed(2)} ×`;
    return most === undefined
      ? { goal, wanted: `at least ${String(least)} ×`, found, isMet: ratio >= least }
      : { goal, wanted: `at most ${String(most)} ×`, found, isMet: ratio <= most };
  });
  return [
    ...ofRatios,
    atMost(
      'one changed row, sums current',
      timing('one row changed, sums current again', 'ours').median,
      mostForARow,
      'ms',
    ),
    atMost(
      'one cell typed over, the report current',
      timing('one row typed over, report current again', 'ours').median,
      mostForARow,
      'ms',
    ),
    atMost('longest task while reading', task.reading, longestTask, 'ms'),
    atMost('longest task of a report after it', task.report, longestTask, 'ms'),
    atMost('longest task of all checks', task.checks, longestTask, 'ms'),
    atMost('memory after loading', memory.loaded / memory.columns, mostMemory, '×'),
    atMost('memory after a report', memory.reported / memory.columns, mostMemory, '×'),
  ];
}
