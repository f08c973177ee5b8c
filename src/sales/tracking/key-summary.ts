import { groupTogether, Sums, type Amounts, type Dataset } from '../dataset';
import { growth, isMeasured, statusOf, variance, type Measure, type Status } from '../measures';
import { figuresOf, noPriorSales, noTarget, type Figures, type Judgement } from './figures';
import { inOrder, type RowOrder } from './row-order';

/** The figures of one key or of all, with an earlier span's beside them. */
export interface SummaryFigures extends Figures {
  readonly prior: Measure;
  /** Actual − prior. */
  readonly change: Measure;
  readonly growth: Measure;
  readonly status: Status;
}

export interface SummaryRow extends SummaryFigures {
  /** One text per dimension; an empty one stands for "(unassigned)". */
  readonly key: readonly string[];
}

export interface KeySummary {
  readonly rows: readonly SummaryRow[];
  readonly total: SummaryFigures;
}

export interface SummaryRequest extends Judgement {
  readonly by: readonly string[];
  readonly order: RowOrder;
}

/**
 * Holds sales against targets by key alone, whatever their dates: all amounts of a key are added.
 *
 * Keys are joined from both sides: what has only sales has no target, what has only a target has
 * an actual of 0 and a variance of −target. Rows come in the order asked for, rows without a
 * target behind, unassigned ones last; the total holds everything, sales without a target too.
 * `prior` has one earlier amount for each row of the sales.
 */
export function summarizeByKey(
  sales: Dataset,
  targets: Dataset,
  request: SummaryRequest,
  prior?: Amounts,
): KeySummary {
  const [salesGrouping, targetGrouping] = groupTogether([sales, targets], request.by);
  if (!salesGrouping || !targetGrouping) throw new Error('groupTogether lost a data set');
  const { keys } = salesGrouping;
  // One group more than keys: the total, added from the rows themselves.
  const all = keys.length;
  const addUp = (amounts: Amounts, groups: Int32Array): Sums => {
    const sums = new Sums(all + 1, amounts);
    amounts.values.forEach((amount, row) => {
      sums.add(groups[row] ?? all, amount);
      sums.add(all, amount);
    });
    return sums;
  };
  const actuals = addUp(sales.amounts, salesGrouping.groups);
  const targetSums = addUp(targets.amounts, targetGrouping.groups);
  const priors = prior && addUp(prior, salesGrouping.groups);
  const hasTarget = new Set(targetGrouping.groups);
  if (targets.rows > 0) hasTarget.add(all);

  const figures = (group: number): SummaryFigures => {
    const actual = actuals.total(group);
    const target = hasTarget.has(group) ? targetSums.total(group) : noTarget;
    const earlier = priors ? priors.total(group) : noPriorSales;
    return {
      ...figuresOf(actual, target, request.method),
      prior: earlier,
      change: isMeasured(earlier) ? variance(actual, earlier) : earlier,
      growth: isMeasured(earlier) ? growth(actual, earlier) : earlier,
      status: isMeasured(target) ? statusOf(actual, target, request.thresholds) : 'noTarget',
    };
  };
  return {
    rows: inOrder(
      keys.map((key, group) => ({ key, ...figures(group) })),
      request.order,
    ),
    total: figures(all),
  };
}
