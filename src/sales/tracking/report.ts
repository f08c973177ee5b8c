import {
  civilOf,
  elapsedShare,
  isFiner,
  lastSerial,
  periodAt,
  periodIndex,
  periodOf,
  serialOf,
  type Grain,
  type Period,
  type Phasing,
  type SerialDate,
} from '../calendar';
import { dayRangeOf } from '../cube';
import { groupTogether, KeyNumbers, type Dataset } from '../dataset';
import type { Measure, Status } from '../measures';
import { finish } from '../steps';
import { actualSteps, type Actuals } from './actual-sums';
import { splitOfSales, splitOfTargets, type ControlTotals } from './control-totals';
import { figuresOf, noTarget, statusIn, type Figures, type Judgement } from './figures';
import type { GroupSums } from './group-sums';
import { PeriodTable, SoldWithoutTarget } from './period-table';
import { compareKeys } from './row-order';
import { blockDays, spanBlock, type SpanBlock } from './span-block';
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

/** The attainment of one key in each period; undefined where it has neither sales nor a target. */
export interface KeyAttainments {
  readonly key: readonly string[];
  readonly byPeriod: readonly (Measure | undefined)[];
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
  /** Every key and period that has sales or a target: by period, then by key. Made when first read. */
  readonly rows: readonly PeriodRow[];
  /** Every key that has sales up to the as-of day or a target, in order, with its rows' attainment. */
  readonly attainments: readonly KeyAttainments[];
  readonly totals: readonly PeriodTotal[];
  readonly total: Figures;
  /** Where it is open, its status goes by the target to date and its variance by the whole one. */
  readonly current: SpanBlock & { readonly period: Period; readonly isOpen: boolean };
  /** Its rows are made when first read. */
  readonly yearToDate: SpanBlock;
  readonly control: ControlTotals;
}

interface Prepared {
  readonly request: TrackingRequest;
  readonly keys: readonly (readonly string[])[];
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
  return finish(trackingSteps(sales, targets, request));
}

/** The same in small steps, between which the caller may let others work. */
export function* trackingSteps(
  sales: Dataset,
  targets: Dataset,
  request: TrackingRequest,
): Generator<undefined, TrackingReport> {
  const phased = targetsAtGrain(targets, request.targetGrain, request.grain);
  const cellGrain = isFiner(request.grain, request.targetGrain)
    ? request.grain
    : request.targetGrain;
  const shown = periodOf(request.shown ?? request.asOf, request.grain);
  const yearStart = serialOf(civilOf(shown.start).year, 1, 1);
  const current = blockDays(shown.start, shown.end, request.asOf);
  const toDate = blockDays(yearStart, shown.end, request.asOf);
  const actuals = yield* actualSteps(sales, request.by, request.grain, request.asOf, [
    current.actual,
    current.prior,
    toDate.actual,
    toDate.prior,
  ]);
  yield;
  const { groups, keys } = joined(actuals, phased, request.by);
  const targetsOfKeys = TargetCells.of(phased, groups, keys.length, cellGrain);
  const prepared: Prepared = {
    request,
    keys,
    actuals,
    targets: targetsOfKeys,
    allTargets: targetsOfKeys.ofAllGroups(phased),
    firstSale: dayRangeOf(sales.dates, sales.rows, 0, lastSerial)?.first ?? lastSerial,
  };
  yield;
  const periods = periodsOf(prepared, phased);
  const soldWithoutTarget = new SoldWithoutTarget(sales.amounts);
  for (const period of periods) {
    soldWithoutTarget.take(...sumsIn(prepared, period));
    yield;
  }
  // Copied with its rows, which everyone looks at first.
  const shownBlock = {
    ...spanBlock(prepared, current, false),
    period: shown,
    isOpen: shown.end > request.asOf,
  };
  yield;
  const yearToDate = spanBlock(prepared, toDate, true);
  yield;
  let known: PeriodTable | undefined;
  let order: readonly number[] | undefined;
  let rows: PeriodRow[] | undefined;
  let attainments: KeyAttainments[] | undefined;
  const table = () => (known ??= tableOf(prepared, periods));
  const inOrderOfKeys = () => (order ??= orderOf(keys));
  return {
    request,
    periods,
    get rows() {
      return (rows ??= periodRows(prepared, table(), inOrderOfKeys()));
    },
    get attainments() {
      return (attainments ??= attainmentsOf(prepared, table(), inOrderOfKeys()));
    },
    totals: periods.map((period) => periodTotal(prepared, period)),
    total: totalOf(prepared, phased),
    current: shownBlock,
    yearToDate,
    control: {
      sales: splitOfSales(actuals, request.asOf),
      targets: splitOfTargets(phased, groups, keys),
      salesWithoutTarget: soldWithoutTarget.sum(),
      rowsAfterAsOf: actuals.rowsAfterAsOf,
    },
  };
}

/** The keys of both sides, numbered: those with sales first. */
function joined(actuals: Actuals, targets: Dataset, by: readonly string[]) {
  const numbers = new KeyNumbers();
  for (const key of actuals.keys) numbers.numberOf(key);
  const [grouping] = groupTogether([targets], by, numbers);
  if (!grouping) throw new Error('groupTogether lost a data set');
  return grouping;
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

/** Of each key its actual and its target in a period. */
function sumsIn({ actuals, targets }: Prepared, period: Period): [GroupSums, GroupSums] {
  return [actuals.ofKeys.inPeriod(period.index), targets.within(period)];
}

function tableOf(prepared: Prepared, periods: readonly Period[]): PeriodTable {
  const table = new PeriodTable(prepared.keys.length, periods);
  periods.forEach((period, place) => {
    table.take(place, ...sumsIn(prepared, period));
  });
  return table;
}

/** The numbers of keys in the order of the keys. */
function orderOf(keys: readonly (readonly string[])[]): number[] {
  return keys.map((_, group) => group).sort((a, b) => compareKeys(keys[a], keys[b]));
}

function periodRows(prepared: Prepared, table: PeriodTable, order: readonly number[]): PeriodRow[] {
  const { keys, targets, request } = prepared;
  const rows: PeriodRow[] = [];
  table.periods.forEach((period, place) => {
    const statusOfKey = statusesIn(request, targets, period);
    for (const group of order) {
      if (!table.has(group, place)) continue;
      const actual = table.actual(group, place);
      const figures = figuresOf(actual, table.target(group, place), request.method);
      // Named one by one: a spread takes ten times as long.
      rows.push({
        key: keys[group] ?? [],
        period,
        actual,
        target: figures.target,
        variance: figures.variance,
        varianceRatio: figures.varianceRatio,
        attainment: figures.attainment,
        status: statusOfKey(group, actual),
      });
    }
  });
  return rows;
}

function attainmentsOf(
  { keys, request }: Prepared,
  table: PeriodTable,
  order: readonly number[],
): KeyAttainments[] {
  return order.flatMap((group) => {
    const byPeriod = table.periods.map((_, place) =>
      table.has(group, place)
        ? figuresOf(table.actual(group, place), table.target(group, place), request.method)
            .attainment
        : undefined,
    );
    const isInRows = byPeriod.some((measure) => measure !== undefined);
    return isInRows ? [{ key: keys[group] ?? [], byPeriod }] : [];
  });
}

function periodTotal({ actuals, allTargets, request }: Prepared, period: Period): PeriodTotal {
  const actual = actuals.ofAll.inPeriod(period.index).sum(0);
  const target = allTargets.within(period).of(0) ?? noTarget;
  return {
    period,
    ...figuresOf(actual, target, request.method),
    status: statusesIn(request, allTargets, period)(0, actual),
  };
}

/** For each group where it stands in a period with what it has sold. */
function statusesIn(
  { asOf, phasing, thresholds }: TrackingRequest,
  targets: TargetCells,
  period: Period,
): (group: number, actual: number) => Status {
  const share = elapsedShare(period.start, period.end, asOf, phasing);
  const due = targets.toDate(period, asOf, phasing);
  return (group, actual) => {
    const targetToDate = due.of(group) ?? noTarget;
    return statusIn({ actual, targetToDate, hasStarted: actual !== 0 || share > 0 }, thresholds);
  };
}

/** Sums over all keys, from the rows themselves and not from rounded parts. */
function totalOf(prepared: Prepared, targets: Dataset): Figures {
  const { request, allTargets, actuals } = prepared;
  const actual = actuals.ofAll.within({ start: 0, end: request.asOf }).sum(0);
  return figuresOf(actual, wholeTarget(allTargets, targets), request.method);
}

function wholeTarget(cells: TargetCells, targets: Dataset): Measure {
  const days = dayRangeOf(targets.dates, targets.rows, 0, lastSerial);
  const whole = days && cells.within({ start: days.first, end: days.last }).of(0);
  return whole ?? noTarget;
}
