import {
  attainment,
  growth,
  isMeasured,
  pace,
  ratioToTarget,
  statusOf,
  unmeasurable,
  variance,
  type Measure,
  type Status,
  type StatusThresholds,
  type VarianceRatioMethod,
} from '../measures';

/** How figures are judged: settings of the workbook, one for pane, sheets and functions. */
export interface Judgement {
  readonly thresholds: StatusThresholds;
  readonly method: VarianceRatioMethod;
}

/** An actual held against its target. */
export interface Figures {
  readonly actual: number;
  readonly target: Measure;
  readonly variance: Measure;
  readonly varianceRatio: Measure;
  readonly attainment: Measure;
}

/** Every figure that compares an actual with a target that may not exist. */
export function figuresOf(actual: number, target: Measure, method: VarianceRatioMethod): Figures {
  if (!isMeasured(target)) {
    return { actual, target, variance: target, varianceRatio: target, attainment: target };
  }
  const difference = variance(actual, target);
  return {
    actual,
    target,
    variance: difference,
    varianceRatio: ratioToTarget(difference, target, method),
    attainment: attainment(actual, target),
  };
}

/** Figures of one span with those of the same span a year earlier. */
export interface SpanFigures extends Figures {
  readonly prior: Measure;
  /** Actual − prior. */
  readonly change: Measure;
  readonly growth: Measure;
  readonly targetToDate: Measure;
  readonly pace: Measure;
  readonly status: Status;
}

/** What is known of one key in one span. */
export interface SpanInput {
  readonly actual: number;
  readonly target: Measure;
  readonly targetToDate: Measure;
  readonly prior: Measure;
  /** Whether any of its days has counted yet, or anything was sold before one did. */
  readonly hasStarted: boolean;
}

export function spanFiguresOf(input: SpanInput, judgement: Judgement): SpanFigures {
  const { actual, target, targetToDate, prior } = input;
  // Named one by one: a spread of another object takes several times as long.
  const figures = figuresOf(actual, target, judgement.method);
  return {
    actual,
    target,
    variance: figures.variance,
    varianceRatio: figures.varianceRatio,
    attainment: figures.attainment,
    prior,
    change: isMeasured(prior) ? variance(actual, prior) : prior,
    growth: isMeasured(prior) ? growth(actual, prior) : prior,
    targetToDate,
    pace: isMeasured(targetToDate) ? pace(actual, targetToDate) : targetToDate,
    status: statusIn(input, judgement.thresholds),
  };
}

/** A closed span is judged by its target, an open one by its target to date. */
export function statusIn(
  input: Pick<SpanInput, 'actual' | 'targetToDate' | 'hasStarted'>,
  thresholds: StatusThresholds,
): Status {
  if (!isMeasured(input.targetToDate)) return 'noTarget';
  if (!input.hasStarted) return 'notStarted';
  return statusOf(input.actual, input.targetToDate, thresholds);
}

export const noTarget = unmeasurable('noTarget');
export const noPriorSales = unmeasurable('noPriorSales');
