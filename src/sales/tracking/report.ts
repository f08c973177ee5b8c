import {
  civilOf,
  elapsedShare,
  isFiner,
  lastSerial,
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
import { dayRangeOf } from '../cube';
import { exactSum, groupTogether, KeyNumbers, type Dataset } from '../dataset';
import { isMeasured, type Measure, type Status } from '../measures';
import { actualsOf, type Actuals, type Days, type Sold } from './actual-sums';
import { splitOfSales, splitOfTargets, type ControlTotals } from './control-totals';
import {
  figuresOf,
  noPriorSales,
  noTarget,
  spanFiguresOf,
  statusIn,
  type Figures,
  type Judgement,
  type SpanFigures,
} from './figures';
import { compareKeys, worstFirst } from './row-order';
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

interface Prepared {
  readonly request: TrackingRequest;
  readonly keys: readonly (readonly string[])[];
  /** By the number of the key; none where it has no sales. */
  readonly sold: readonly (Sold | undefined)[];
  readonly actuals: Actuals;
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
  const shown = periodOf(request.shown ?? request.asOf, request.grain);
  const yearStart = serialOf(civilOf(shown.start).year, 1, 1);
  const current = blockDays(shown.start, shown.end, request.asOf);
  const toDate = blockDays(yearStart, shown.end, request.asOf);
  const actuals = actualsOf(sales, request.by, request.grain, request.asOf, [
    current.actual,
    current.prior,
    toDate.actual,
    toDate.prior,
  ]);
  const { groups, keys, sold } = joined(actuals, phased, request.by);
  const prepared: Prepared = {
    request,
    keys,
    sold,
    actuals,
    targets: new TargetCells(phased, { groups, keys }, keys.length, cellGrain),
    allTargets: new TargetCells(phased, undefined, 1, cellGrain),
    firstSale: dayRangeOf(sales.dates, sales.rows, 0, lastSerial)?.first ?? lastSerial,
  };
  const periods = periodsOf(prepared, phased);
  const rows = periodRows(prepared, periods);
  return {
    request,
    periods,
    rows,
    totals: periods.map((period) => periodTotal(prepared, period)),
    total: totalOf(prepared, phased),
    current: { ...spanBlock(prepared, current, false), period: shown },
    yearToDate: spanBlock(prepared, toDate, true),
    control: {
      sales: splitOfSales(actuals, request.asOf),
      targets: splitOfTargets(phased, groups, keys),
      salesWithoutTarget: exactSum(
        rows.filter((row) => !isMeasured(row.target)).map((row) => row.actual),
      ),
      rowsAfterAsOf: actuals.rowsAfterAsOf,
    },
  };
}

/** The keys of both sides, numbered: those with sales first. */
function joined(actuals: Actuals, targets: Dataset, by: readonly string[]) {
  const numbers = new KeyNumbers();
  for (const { key } of actuals.keys) numbers.numberOf(key);
  const [grouping] = groupTogether([targets], by);
  if (!grouping) throw new Error('groupTogether lost a data set');
  const ofTargets = grouping.keys.map((key) => numbers.numberOf(key));
  return {
    keys: numbers.all,
    sold: numbers.all.map((_, group) => actuals.keys[group]),
    groups: grouping.groups.map((group) => ofTargets[group] ?? 0),
  };
}

function periodsOf({ request, actuals }: Prepared, targets: Dataset): Period[] {
  let first = Number.MAX_SAFE_INTEGER;
  let last = -1;
  const days = [actuals.days, dayRangeOf(targets.dates, targets.rows, 0, lastSerial)];
  for (const range of days) {
    if (!range) continue;
    first = Math.min(first, periodIndex(range.first, request.grain));
    last = Math.max(last, periodIndex(range.last, request.grain));
  }
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) =>
    periodAt(first + step, request.grain),
  );
}

function periodRows(prepared: Prepared, periods: readonly Period[]): PeriodRow[] {
  const { keys, sold, targets } = prepared;
  const order = keys.map((_, group) => group).sort((a, b) => compareKeys(keys[a], keys[b]));
  const rows: PeriodRow[] = [];
  for (const period of periods) {
    const share = shareOf(prepared, period);
    for (const group of order) {
      const actual = sold[group]?.inPeriod(period.index);
      const target = targets.target(group, period.start, period.end);
      if (actual === undefined && !isMeasured(target)) continue;
      rows.push({
        key: keys[group] ?? [],
        period,
        ...figuresOf(actual ?? 0, target, prepared.request.method),
        status: statusOfPeriod(prepared, targets, group, period, share, actual ?? 0),
      });
    }
  }
  return rows;
}

function periodTotal(prepared: Prepared, period: Period): PeriodTotal {
  const { actuals, allTargets, request } = prepared;
  const actual = actuals.all.inPeriod(period.index) ?? 0;
  const target = allTargets.target(0, period.start, period.end);
  return {
    period,
    ...figuresOf(actual, target, request.method),
    status: statusOfPeriod(prepared, allTargets, 0, period, shareOf(prepared, period), actual),
  };
}

/** The share of a period that has passed at the end of the as-of day. */
function shareOf({ request }: Prepared, { start, end }: Period): number {
  return elapsedShare(start, end, request.asOf, request.phasing);
}

function statusOfPeriod(
  { request }: Prepared,
  targets: TargetCells,
  group: number,
  { start, end }: Period,
  share: number,
  actual: number,
): Status {
  const targetToDate = targets.toDate(group, start, end, request.asOf, request.phasing);
  const hasStarted = actual !== 0 || share > 0;
  return statusIn({ actual, targetToDate, hasStarted }, request.thresholds);
}

/** Sums over all keys, from the rows themselves and not from rounded parts. */
function totalOf(prepared: Prepared, targets: Dataset): Figures {
  const { request, allTargets, actuals } = prepared;
  const actual = actuals.all.within({ start: 0, end: request.asOf }) ?? 0;
  return figuresOf(actual, wholeTarget(allTargets, targets), request.method);
}

function wholeTarget(cells: TargetCells, targets: Dataset): Measure {
  const days = dayRangeOf(targets.dates, targets.rows, 0, lastSerial);
  return days ? cells.target(0, days.first, days.last) : noTarget;
}

/** The days of a block: its span, the part up to the as-of day, and that part a year before. */
interface BlockDays {
  readonly span: Days;
  readonly actual: Days;
  readonly prior: Days;
}

function blockDays(start: SerialDate, end: SerialDate, asOf: SerialDate): BlockDays {
  const lastDay = Math.min(end, asOf);
  const priorEnd = asOf < end ? shiftYears(lastDay, -1) : shiftYears(end + 1, -1) - 1;
  return {
    span: { start, end },
    actual: { start, end: lastDay },
    prior: { start: shiftYears(start, -1), end: priorEnd },
  };
}

/**
 * One block. Of the year to date, the target is the part due by the as-of day; of a period it is
 * the whole one, with the part due beside it. The year before is cut at the same day.
 */
function spanBlock(prepared: Prepared, days: BlockDays, isToDate: boolean): SpanBlock {
  const { request, keys, sold, actuals, targets, allTargets } = prepared;
  const { asOf, phasing } = request;
  const { start, end } = days.span;
  const hasPrior = periodOf(prepared.firstSale, 'month').start <= days.prior.start;
  const share = elapsedShare(start, end, asOf, phasing);
  const figures = (of: Sold | undefined, cells: TargetCells, group: number): SpanFigures => {
    const actual = of?.within(days.actual) ?? 0;
    const targetToDate = cells.toDate(group, start, end, asOf, phasing);
    return spanFiguresOf(
      {
        actual,
        target: isToDate ? targetToDate : cells.target(group, start, end),
        targetToDate,
        prior: hasPrior ? (of?.within(days.prior) ?? 0) : noPriorSales,
        hasStarted: actual !== 0 || share > 0,
      },
      request,
    );
  };
  const rows = keys
    .map((key, group) => ({ key, ...figures(sold[group], targets, group) }))
    .filter(
      (row) =>
        isMeasured(row.target) || row.actual !== 0 || (isMeasured(row.prior) && row.prior !== 0),
    )
    .sort(worstFirst);
  return {
    start,
    end: isToDate ? days.actual.end : end,
    rows,
    total: figures(actuals.all, allTargets, 0),
  };
}
