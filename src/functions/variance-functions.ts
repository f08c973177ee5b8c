import * as sales from '../sales';
import type { Direction, Measure, StatusThresholds, VarianceRatioMethod } from '../sales';
import { inputCell, inputRows, isFault, isOmitted } from './cells';
import { elementWise, refused } from './element-wise';
import { answer, faultFor, notComputed, type Fault, type OutputCell } from './fault';
import { modeOf, type Mode } from './modes';
import { commonWords, words } from './words';

// Excel shows the names of parameters as they stand here; each description above a function is its
// help, so that it is one sentence.

const directions: [Mode<Direction>, Mode<Direction>] = [
  { number: 1, alias: 'higher', value: 1 },
  { number: -1, alias: 'lower', value: -1 },
];

const methods: [Mode<VarianceRatioMethod>, ...Mode<VarianceRatioMethod>[]] = [
  { number: 1, alias: 'strict', value: 'strict' },
  { number: 2, alias: 'absolute', value: 'absolute' },
  { number: 3, alias: 'plain', value: 'plain' },
];

/**
 * Returns actual minus target, cell by cell; with a direction, better is positive.
 * @customfunction VARIANCE
 * @param actual Amounts achieved: a cell or a range. A blank cell counts as 0.
 * @param target Amounts planned: of the same size, or one cell, row or column for all.
 * @param [direction] 1 or "higher": more is better (default). -1 or "lower": less is better, as for costs.
 * @returns The variances, in the shape of the ranges.
 */
export function variance(
  actual: unknown[][],
  target: unknown[][],
  direction?: unknown,
): unknown[][] {
  const chosen = modeOf('direction', direction, directions);
  if (isFault(chosen)) return answer(refused(chosen));
  return answer(
    elementWise(actual, target, (a, t) =>
      chosen.value === 1 ? sales.variance(a, t) : sales.variance(t, a),
    ),
  );
}

/**
 * Returns the variance as a ratio of the target, cell by cell: -0.2 is 20 % below.
 * @customfunction VARIANCEPCT
 * @param actual Amounts achieved: a cell or a range. A blank cell counts as 0.
 * @param target Amounts planned: of the same size, or one cell, row or column for all.
 * @param [method] For targets below 0: 1 or "strict" #N/A (default), 2 or "absolute" divided by the target without sign, 3 or "plain".
 * @param [if_undefined] What to show instead of #DIV/0! and #N/A.
 * @returns The ratios, in the shape of the ranges.
 */
export function variancepct(
  actual: unknown[][],
  target: unknown[][],
  method?: unknown,
  if_undefined?: unknown,
): unknown[][] {
  const chosen = modeOf('method', method, methods);
  if (isFault(chosen)) return answer(refused(chosen));
  const ratio = (a: number, t: number) => sales.varianceRatio(a, t, chosen.value);
  return answer(ratios(actual, target, ratio, if_undefined));
}

/**
 * Returns the share of the target that was reached, cell by cell: 0.92 is 92 %.
 * @customfunction ATTAINMENT
 * @param actual Amounts achieved: a cell or a range. A blank cell counts as 0.
 * @param target Amounts planned: of the same size, or one cell, row or column for all.
 * @param [if_undefined] What to show instead of #DIV/0! (target 0) and #N/A (no target, or a negative one).
 * @returns The ratios, in the shape of the ranges.
 */
export function attainment(
  actual: unknown[][],
  target: unknown[][],
  if_undefined?: unknown,
): unknown[][] {
  return answer(ratios(actual, target, sales.attainment, if_undefined));
}

/**
 * Returns what is still missing to the target, cell by cell, never less than 0.
 * @customfunction GAP
 * @param actual Amounts achieved: a cell or a range. A blank cell counts as 0.
 * @param target Amounts planned: of the same size, or one cell, row or column for all.
 * @returns The gaps, in the shape of the ranges.
 */
export function gap(actual: unknown[][], target: unknown[][]): unknown[][] {
  return answer(elementWise(actual, target, sales.gap));
}

/**
 * Returns where an actual stands against its target, cell by cell: ahead, on track or behind.
 * @customfunction STATUS
 * @param actual Amounts achieved: a cell or a range. A blank cell counts as 0.
 * @param target Amounts planned, of an open period the target to date: same size, or one cell, row or column for all.
 * @param [thresholds] Two ratios of the target: on track from the first, ahead from the second. {0.9;1} if left out.
 * @param [labels] Three texts to show instead of {"behind";"on track";"ahead"}.
 * @param [direction] 1 or "higher": more is better (default). -1 or "lower": less is better.
 * @returns The words, in the shape of the ranges.
 */
export function status(
  actual: unknown[][],
  target: unknown[][],
  thresholds?: unknown[][],
  labels?: unknown[][],
  direction?: unknown,
): unknown[][] {
  const limits = thresholdsIn(thresholds);
  const names = labelsIn(labels);
  const chosen = modeOf('direction', direction, directions);
  if (isFault(limits)) return answer(refused(limits));
  if (isFault(names)) return answer(refused(names));
  if (isFault(chosen)) return answer(refused(chosen));
  return answer(
    elementWise(actual, target, (a, t) => names[sales.statusOf(a, t, limits, chosen.value)], {
      withoutTarget: commonWords.statuses.noTarget,
    }),
  );
}

function ratios(
  actual: unknown,
  target: unknown,
  measure: (actual: number, target: number) => Measure,
  ifUndefined: unknown,
): OutputCell[][] {
  const instead = isOmitted(ifUndefined) ? undefined : (inputCell(ifUndefined) ?? '');
  const shown = typeof instead === 'boolean' ? String(instead).toUpperCase() : instead;
  const compute = (a: number, t: number): OutputCell => {
    const ratio = measure(a, t);
    return sales.isMeasured(ratio) ? ratio : (shown ?? faultFor(ratio));
  };
  return elementWise(actual, target, compute, shown === undefined ? {} : { withoutTarget: shown });
}

function thresholdsIn(raw: unknown): StatusThresholds | Fault {
  if (isOmitted(raw)) return sales.usualThresholds;
  const cells = inputRows(raw).flat();
  if (cells.every((cell) => cell === null)) return sales.usualThresholds;
  const fault = cells.find(isFault);
  if (fault) return fault;
  const [onTrack, ahead] = cells;
  if (cells.length !== 2 || typeof onTrack !== 'number' || typeof ahead !== 'number') {
    return notComputed('#VALUE!', words.thresholdsAreTwo);
  }
  return onTrack <= ahead ? { onTrack, ahead } : notComputed('#VALUE!', words.thresholdsAreTwo);
}

type Labels = Readonly<Record<'behind' | 'onTrack' | 'ahead', string>>;

function labelsIn(raw: unknown): Labels | Fault {
  if (isOmitted(raw)) return commonWords.statuses;
  const cells = inputRows(raw).flat();
  if (cells.every((cell) => cell === null)) return commonWords.statuses;
  const texts: string[] = [];
  for (const cell of cells) {
    if (isFault(cell)) return cell;
    texts.push(cell === null ? '' : String(cell));
  }
  const [behind, onTrack, ahead] = texts;
  if (behind === undefined || onTrack === undefined || ahead === undefined || texts.length > 3) {
    return notComputed('#VALUE!', words.labelsAreThree);
  }
  return { behind, onTrack, ahead };
}
