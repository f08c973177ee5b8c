import {
  civilOf,
  elapsedShare,
  isFiner,
  periodAt,
  periodIndex,
  periodOf,
  serialOf,
  shiftYears,
  type Grain,
  type Period,
  type Phasing,
  type SerialDate,
} from '../calendar';
import { exactSum, groupTogether, type Dataset, type Grouping } from '../dataset';
import { isMeasured, type Measure, type Status } from '../measures';
import { actualCells, sumsWithin, type ActualCells } from './actual-sums';
import {
  figuresOf,
  noPriorSales,
  spanFiguresOf,
  statusIn,
  type Figures,
  type Judgement,
  type SpanFigures,
} from './figures';
import { compareKeys, isUnassigned, worstFirst } from './row-order';
import { TargetCells, targetsAtGrain } from './target-cells';

/** What a report of actual against target is asked to show. */
export interface TrackingRequest extends Judgement {
  /** One to three dimensions that both data sets have, or none for the total alone. */
  readonly by: readonly string[];
  readonly grain: Grain;
  /** The grain the targets were set in. */
  readonly targetGrain: Grain;
  /** Sales after this day are left out; the day itself counts as elapsed. */
  readonly asOf: SerialDate;
  /** A day of the period to show; the as-of day unless given. */
  readonly shown?: SerialDate;
  readonly phasing: Phasing;
}

/** One key in one period. */
export interface PeriodRow extends Figures {
  /** One text per dimension; an empty one stands for "(unassigned)". */
  readonly key: readonly string[];
  readonly period: Period;
  readonly status: Status;
}

/** One key in one span, with the year before. */
export interface SpanRow extends SpanFigures {
  readonly key: readonly string[];
}

/** All keys over one span of days, worst variance first, and their total. */
export interface SpanBlock {
  readonly start: SerialDate;
  readonly end: SerialDate;
  readonly rows: readonly SpanRow[];
  readonly total: SpanFigures;
}

/** The sums of all keys in one period. */
export interface PeriodTotal extends Figures {
  readonly period: Period;
  readonly status: Status;
}

export interface TrackingReport {
  readonly request: TrackingRequest;
  /** Every period from the first with sales or a target to the last. */
  readonly periods: readonly Period[];
  /** Every key and period that has sales or a target: by period, then by key. */
  readonly rows: readonly PeriodRow[];
  readonly totals: readonly PeriodTotal[];
  readonly total: Figures;
  readonly current: SpanBlock & { readonly period: Period };
  readonly yearToDate: SpanBlock;
  readonly control: ControlTotals;
}

/** What the parts add up to: assigned + unassigned = total, for sales and targets. */
export interface ControlTotals {
  readonly sales: Split;
  readonly targets: Split;
  /** Sales of keys and periods without a target: part of the total's variance, of no row's. */
  readonly salesWithoutTarget: number;
  /** Rows dated after the as-of day. */
  readonly rowsAfterAsOf: number;
}

export interface Split {
  readonly assigned: number;
  readonly unassigned: number;
  readonly total: number;
}

interface Prepared {
  readonly request: TrackingRequest;
  readonly sales: Dataset;
  readonly grouping: Grouping;
  readonly keys: readonly (readonly string[])[];
  readonly actuals: ActualCells;
  readonly allActuals: ActualCells;
  readonly targets: TargetCells;
  readonly allTargets: TargetCells;
  readonly firstSale: SerialDate;
}

/**
 * Holds sales against targets: by key and period, for the shown period and for its year to date.
 *
 * Keys and periods are joined from both sides: what has only sales has no target, what has only a
 * target has an actual of 0 and a variance of −target. Targets set for longer periods than the
 * report's are split by working days.
 */
export function trackAgainstTargets(
  sales: Dataset,
  targets: Dataset,
  request: TrackingRequest,
): TrackingReport {
  const phased = targetsAtGrain(targets, request.targetGrain, request.grain);
  const cellGrain = isFiner(request.grain, request.targetGrain)
    ? request.grain
    : request.targetGrain;
  const [salesGrouping, targetGrouping] = groupTogether([sales, phased], request.by);
  if (!salesGrouping || !targetGrouping) throw new Error('groupTogether lost a data set');
  const { keys } = salesGrouping;
  const prepared: Prepared = {
    request,
    sales,
    grouping: salesGrouping,
    keys,
    actuals: actualCells(sales, salesGrouping, keys.length, request.grain, request.asOf),
    allActuals: actualCells(sales, undefined, 1, request.grain, request.asOf),
    targets: new TargetCells(phased, targetGrouping, keys.length, cellGrain),
    allTargets: new TargetCells(phased, undefined, 1, cellGrain),
    firstSale: sales.dates.reduce((first, date) => Math.min(first, date), Number.MAX_SAFE_INTEGER),
  };
  const periods = periodsOf(prepared, phased);
  const rows = periodRows(prepared, periods);
  const totals = periods.map((period) => periodTotal(prepared, period));
  const shown = periodOf(request.shown ?? request.asOf, request.grain);
  const yearStart = serialOf(civilOf(shown.start).year, 1, 1);
  return {
    request,
    periods,
    rows,
    totals,
    total: totalOf(prepared, sales, phased),
    current: { ...spanBlock(prepared, shown.start, shown.end, false), period: shown },
    yearToDate: spanBlock(prepared, yearStart, shown.end, true),
    control: controlOf(prepared, phased, targetGrouping, rows),
  };
}

function periodsOf({ request, allActuals }: Prepared, targets: Dataset): Period[] {
  let first = Number.MAX_SAFE_INTEGER;
  let last = -1;
  if (allActuals.periods > 0) {
    first = allActuals.firstIndex;
    last = allActuals.firstIndex + allActuals.periods - 1;
  }
  for (const date of targets.dates) {
    const index = periodIndex(date, request.grain);
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) =>
    periodAt(first + step, request.grain),
  );
}

function periodRows(prepared: Prepared, periods: readonly Period[]): PeriodRow[] {
  const { keys, actuals, targets } = prepared;
  const order = keys.map((_, group) => group).sort((a, b) => compareKeys(keys[a], keys[b]));
  const rows: PeriodRow[] = [];
  for (const period of periods) {
    for (const group of order) {
      const actual = actuals.find(group, period.index);
      const target = targets.target(group, period.start, period.end);
      if (actual === undefined && !isMeasured(target)) continue;
      rows.push({
        key: keys[group] ?? [],
        period,
        ...figuresOf(actual ?? 0, target, prepared.request.method),
        status: statusOfPeriod(prepared, targets, group, period, actual ?? 0),
      });
    }
  }
  return rows;
}

function periodTotal(prepared: Prepared, period: Period): PeriodTotal {
  const { allActuals, allTargets, request } = prepared;
  const actual = allActuals.find(0, period.index) ?? 0;
  const target = allTargets.target(0, period.start, period.end);
  return {
    period,
    ...figuresOf(actual, target, request.method),
    status: statusOfPeriod(prepared, allTargets, 0, period, actual),
  };
}

function statusOfPeriod(
  { request }: Prepared,
  targets: TargetCells,
  group: number,
  { start, end }: Period,
  actual: number,
): Status {
  const targetToDate = targets.toDate(group, start, end, request.asOf, request.phasing);
  const hasStarted = actual !== 0 || elapsedShare(start, end, request.asOf, request.phasing) > 0;
  return statusIn({ actual, targetToDate, hasStarted }, request.thresholds);
}

/** Sums over all keys, from the rows themselves and not from rounded parts. */
function totalOf(prepared: Prepared, sales: Dataset, targets: Dataset): Figures {
  const { request, allTargets } = prepared;
  const actual = sumsWithin(sales, undefined, 1, 0, request.asOf).total(0);
  return figuresOf(actual, wholeTarget(allTargets, targets), request.method);
}

function wholeTarget(cells: TargetCells, targets: Dataset): Measure {
  const first = targets.dates.reduce((least, date) => Math.min(least, date), targets.dates[0] ?? 1);
  const last = targets.dates.reduce((most, date) => Math.max(most, date), targets.dates[0] ?? 1);
  return cells.target(0, first, last);
}

/**
 * One block. Of the year to date, the target is the part due by the as-of day; of a period it is
 * the whole one, with the part due beside it. The year before is cut at the same day.
 */
function spanBlock(
  prepared: Prepared,
  start: SerialDate,
  end: SerialDate,
  isToDate: boolean,
): SpanBlock {
  const { request, sales, grouping, keys, targets, allTargets } = prepared;
  const { asOf, phasing } = request;
  const lastDay = Math.min(end, asOf);
  const priorStart = shiftYears(start, -1);
  const priorEnd = asOf < end ? shiftYears(lastDay, -1) : shiftYears(end + 1, -1) - 1;
  const hasPrior = periodOf(prepared.firstSale, 'month').start <= priorStart;
  const share = elapsedShare(start, end, asOf, phasing);
  const figures = (groups: Grouping | undefined, count: number, cells: TargetCells) => {
    const actual = sumsWithin(sales, groups, count, start, lastDay);
    const prior = sumsWithin(sales, groups, count, priorStart, priorEnd);
    return (group: number): SpanFigures => {
      const targetToDate = cells.toDate(group, start, end, asOf, phasing);
      return spanFiguresOf(
        {
          actual: actual.total(group),
          target: isToDate ? targetToDate : cells.target(group, start, end),
          targetToDate,
          prior: hasPrior ? prior.total(group) : noPriorSales,
          hasStarted: actual.total(group) !== 0 || share > 0,
        },
        request,
      );
    };
  };
  const ofGroup = figures(grouping, keys.length, targets);
  const rows = keys
    .map((key, group) => ({ key, ...ofGroup(group) }))
    .filter(
      (row) =>
        isMeasured(row.target) || row.actual !== 0 || (isMeasured(row.prior) && row.prior !== 0),
    )
    .sort(worstFirst);
  return {
    start,
    end: isToDate ? lastDay : end,
    rows,
    total: figures(undefined, 1, allTargets)(0),
  };
}

function controlOf(
  prepared: Prepared,
  targets: Dataset,
  targetGrouping: Grouping,
  rows: readonly PeriodRow[],
): ControlTotals {
  const { request, sales, grouping, keys } = prepared;
  const side = keys.map((key) => (isUnassigned(key) ? 1 : 0));
  const split = (dataset: Dataset, groups: Grouping, until: SerialDate): Split => {
    const sides: Grouping = {
      keys: [],
      groups: groups.groups.map((group) => side[group] ?? 0),
    };
    const sums = sumsWithin(dataset, sides, 2, 0, until);
    return {
      assigned: sums.total(0),
      unassigned: sums.total(1),
      total: sumsWithin(dataset, undefined, 1, 0, until).total(0),
    };
  };
  let rowsAfterAsOf = 0;
  for (const date of sales.dates) if (date > request.asOf) rowsAfterAsOf += 1;
  return {
    sales: split(sales, grouping, request.asOf),
    targets: split(targets, targetGrouping, Number.MAX_SAFE_INTEGER),
    salesWithoutTarget: exactSum(
      rows.filter((row) => !isMeasured(row.target)).map((row) => row.actual),
    ),
    rowsAfterAsOf,
  };
}
