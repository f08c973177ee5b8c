import { elapsedShare, periodOf, shiftYears, type Phasing, type SerialDate } from '../calendar';
import { isMeasured } from '../measures';
import type { Actuals, Days, SoldByGroup } from './actual-sums';
import {
  noPriorSales,
  noTarget,
  spanFiguresOf,
  type Judgement,
  type SpanFigures,
  type SpanInput,
} from './figures';
import type { GroupSums } from './group-sums';
import { inOrder } from './row-order';
import type { TargetCells } from './target-cells';

/** One key in one span, with the year before. */
export interface SpanRow extends SpanFigures {
  readonly key: readonly string[];
}

/** All keys over one span of days, and their total. */
export interface SpanBlock {
  readonly start: SerialDate;
  readonly end: SerialDate;
  /** Worst variance first. */
  readonly rows: readonly SpanRow[];
  readonly total: SpanFigures;
}

/** The days of a block: its span, the part up to the as-of day, and that part a year before. */
export interface BlockDays {
  readonly span: Days;
  readonly actual: Days;
  readonly prior: Days;
}

export function blockDays(start: SerialDate, end: SerialDate, asOf: SerialDate): BlockDays {
  const lastDay = Math.min(end, asOf);
  const priorEnd = asOf < end ? shiftYears(lastDay, -1) : shiftYears(end + 1, -1) - 1;
  return {
    span: { start, end },
    actual: { start, end: lastDay },
    prior: { start: shiftYears(start, -1), end: priorEnd },
  };
}

/** What blocks are made of. */
interface BlockSources {
  readonly request: Judgement & { readonly asOf: SerialDate; readonly phasing: Phasing };
  readonly keys: readonly (readonly string[])[];
  readonly actuals: Actuals;
  /** Targets by key, and of all keys together. */
  readonly targets: TargetCells;
  readonly allTargets: TargetCells;
  readonly firstSale: SerialDate;
}

/**
 * One block. Of the year to date, the target is the part due by the as-of day; of a period it is
 * the whole one, with the part due beside it. The year before is cut at the same day. Its rows are
 * made when first read.
 */
export function spanBlock(sources: BlockSources, days: BlockDays, isToDate: boolean): SpanBlock {
  const { request, keys, actuals, targets, allTargets } = sources;
  const { start, end } = days.span;
  const ofKeys = sumsIn(sources, days, isToDate, actuals.ofKeys, targets);
  const ofAll = sumsIn(sources, days, isToDate, actuals.ofAll, allTargets);
  let rows: SpanRow[] | undefined;
  return {
    start,
    end: isToDate ? days.actual.end : end,
    get rows() {
      return (rows ??= inOrder(rowsOf(keys, ofKeys, request), 'worstFirst'));
    },
    total: spanFiguresOf(inputAt(ofAll, 0), request),
  };
}

/** The sums of groups that the figures of a block are made of. */
interface BlockSums {
  readonly actual: GroupSums;
  /** None where the sales do not reach back so far. */
  readonly prior: GroupSums | undefined;
  readonly target: GroupSums;
  readonly due: GroupSums;
  /** The part of the span that has passed. */
  readonly share: number;
}

function sumsIn(
  { request: { asOf, phasing }, firstSale }: BlockSources,
  { span, actual, prior }: BlockDays,
  isToDate: boolean,
  sold: SoldByGroup,
  targets: TargetCells,
): BlockSums {
  const hasPrior = periodOf(firstSale, 'month').start <= prior.start;
  const due = targets.toDate(span, asOf, phasing);
  return {
    actual: sold.within(actual),
    prior: hasPrior ? sold.within(prior) : undefined,
    target: isToDate ? due : targets.within(span),
    due,
    share: elapsedShare(span.start, span.end, asOf, phasing),
  };
}

function inputAt({ actual, prior, target, due, share }: BlockSums, group: number): SpanInput {
  const sold = actual.sum(group);
  return {
    actual: sold,
    target: target.of(group) ?? noTarget,
    targetToDate: due.of(group) ?? noTarget,
    prior: prior ? prior.sum(group) : noPriorSales,
    hasStarted: sold !== 0 || share > 0,
  };
}

function rowsOf(
  keys: readonly (readonly string[])[],
  sums: BlockSums,
  judgement: Judgement,
): SpanRow[] {
  const rows: SpanRow[] = [];
  for (let group = 0; group < keys.length; group += 1) {
    const input = inputAt(sums, group);
    const { actual, target, prior } = input;
    const hasAny = isMeasured(target) || actual !== 0 || (isMeasured(prior) && prior !== 0);
    if (!hasAny) continue;
    rows.push(rowOf(keys[group] ?? [], spanFiguresOf(input, judgement)));
  }
  return rows;
}

/** Named one by one: a spread takes ten times as long. */
function rowOf(key: readonly string[], figures: SpanFigures): SpanRow {
  return {
    key,
    actual: figures.actual,
    target: figures.target,
    variance: figures.variance,
    varianceRatio: figures.varianceRatio,
    attainment: figures.attainment,
    prior: figures.prior,
    change: figures.change,
    growth: figures.growth,
    targetToDate: figures.targetToDate,
    pace: figures.pace,
    status: figures.status,
  };
}
