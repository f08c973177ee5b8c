import {
  periodsWithin,
  periodAt,
  periodIndex,
  serialOf,
  type Grain,
  type Period,
} from '../calendar';
import { exactSum, getDimension, groupTogether, type Dataset } from '../dataset';
import { allocate, type AllocationProblem } from './allocation';

/** How a year's target is spread over the year's periods. */
export type YearPhasing = 'lastYear' | 'even';

/** What to spread targets from: last year's sales, and where the total comes from. */
export interface SpreadRequest {
  readonly by: readonly string[];
  readonly year: number;
  readonly grain: Grain;
  /** A total, or a growth on last year's sales: 0.05 is 5 % more. */
  readonly basis:
    | { readonly kind: 'total'; readonly total: number }
    | { readonly kind: 'growth'; readonly ratio: number };
  readonly phasing: YearPhasing;
  /** Only rows with one of these texts in the dimension. */
  readonly only?: { readonly dimension: string; readonly texts: readonly string[] };
}

export type SpreadProblem =
  'nothingToSpread' | 'totalIsNoNumber' | 'totalHasTooManyDecimals' | 'noLastYear' | 'noWeights';

export interface SpreadLine {
  readonly key: readonly string[];
  readonly lastYear: number;
  readonly target: number;
  /** One amount a period, first period first. */
  readonly amounts: readonly number[];
}

export interface Spread {
  readonly periods: readonly Period[];
  readonly lines: readonly SpreadLine[];
  readonly total: number;
  /** The sum of all amounts: equal to the total, to the cent. */
  readonly sum: number;
  readonly lastYearTotal: number;
}

/**
 * Spreads a year's target over keys and periods so that every cent adds up: the total over keys as
 * they shared last year's sales, each key's target over the year's periods evenly or as last
 * year's whole scope fell into them, both by largest remainder. Keys with no sales last year, or
 * with returns above sales, get no share of it. Keys without last year's sales at all are left
 * evenly shared only when nobody has any.
 */
export function spreadTargets(
  sales: Dataset,
  request: SpreadRequest,
): Spread | { readonly problem: SpreadProblem } {
  const { year, grain, by } = request;
  const yearPeriod = periodAt(year, 'year');
  const periods = periodsWithin(yearPeriod, grain);
  const shiftBack =
    periodIndex(serialOf(year, 1, 1), grain) - periodIndex(serialOf(year - 1, 1, 1), grain);
  const [grouping] = groupTogether([sales], by);
  if (!grouping) throw new Error('groupTogether lost a data set');
  const isInScope = scopeOf(sales, request);
  const byKey = new Map<number, number[]>();
  const byPeriod = periods.map((): number[] => []);
  for (let row = 0; row < sales.rows; row += 1) {
    if (!isInScope(row)) continue;
    const group = grouping.groups[row] ?? 0;
    let amounts = byKey.get(group);
    if (!amounts) byKey.set(group, (amounts = []));
    const index = periodIndex(sales.dates[row] ?? 0, grain) + shiftBack - (periods[0]?.index ?? 0);
    const inPeriod = byPeriod[index];
    if (!inPeriod) continue;
    const amount = sales.amounts.values[row] ?? 0;
    amounts.push(amount);
    inPeriod.push(amount);
  }
  const groups = [...byKey].map(([group, amounts]) => ({
    key: grouping.keys[group] ?? [],
    lastYear: exactSum(amounts),
  }));
  if (groups.length === 0) return { problem: 'nothingToSpread' };
  const lastYearTotal = exactSum(groups.map(({ lastYear }) => lastYear));
  const total = totalOf(request, lastYearTotal);
  if (typeof total !== 'number') return total;

  const shares = groups.map(({ lastYear }) => Math.max(0, lastYear));
  const hasHistory = shares.some((share) => share > 0);
  if (request.phasing === 'lastYear' && !hasHistory) return { problem: 'noLastYear' };
  const targets = allocate(total, hasHistory ? shares : shares.map(() => 1));
  if ('problem' in targets) return { problem: spreadProblem(targets.problem) };
  const weights =
    request.phasing === 'even'
      ? periods.map(() => 1)
      : byPeriod.map((amounts) => Math.max(0, exactSum(amounts)));
  const lines: SpreadLine[] = [];
  for (const [index, { key, lastYear }] of groups.entries()) {
    const target = targets[index] ?? 0;
    const amounts = allocate(target, weights);
    if ('problem' in amounts) return { problem: spreadProblem(amounts.problem) };
    lines.push({ key, lastYear, target, amounts });
  }
  lines.sort((a, b) => b.target - a.target);
  const sum = exactSum(lines.flatMap(({ amounts }) => amounts));
  return { periods, lines, total, sum, lastYearTotal };
}

function scopeOf(sales: Dataset, { only }: SpreadRequest): (row: number) => boolean {
  if (!only) return () => true;
  const { codes, values } = getDimension(sales, only.dimension);
  const wanted = new Set(only.texts);
  const isWanted = values.map((text) => wanted.has(text));
  return (row) => isWanted[codes[row] ?? 0] ?? false;
}

function totalOf(
  { basis }: SpreadRequest,
  lastYearTotal: number,
): number | { readonly problem: SpreadProblem } {
  if (basis.kind === 'total') {
    return Number.isFinite(basis.total) ? basis.total : { problem: 'totalIsNoNumber' };
  }
  if (!Number.isFinite(basis.ratio)) return { problem: 'totalIsNoNumber' };
  if (lastYearTotal <= 0) return { problem: 'noLastYear' };
  return Math.round(lastYearTotal * (1 + basis.ratio) * 100) / 100;
}

function spreadProblem(problem: AllocationProblem): SpreadProblem {
  return problem === 'tooManyDecimals' ? 'totalHasTooManyDecimals' : 'noWeights';
}
