import { subtractExactly } from './exact';
import { unmeasurable, type Measure } from './measurable';

/** 1: more is better, as for sales. −1: less is better, as for costs or returns. */
export type Direction = 1 | -1;

/**
 * How far the actual is from the target.
 *
 * variance = actual − target, positive when more was achieved than planned. Both in the same unit.
 * Always measurable. Source: IBCS standards, UNIFY UN 4.1.
 * @example variance(800, 1000) // -200
 * @example variance(0, 100) // -100
 */
export function variance(actual: number, target: number): number {
  return subtractExactly(actual, target);
}

/** How a variance ratio treats targets that are not positive. */
export const varianceRatioMethods = ['strict', 'absolute', 'plain'] as const;
export type VarianceRatioMethod = (typeof varianceRatioMethods)[number];

/**
 * The variance as a ratio of the target: −0.2 is 20 % below.
 *
 * `strict` (actual − target) ÷ target, not measurable for a target of zero or less; `absolute`
 * ÷ abs(target): the right sign, but not a size to compare; `plain` ÷ target whatever its sign. A
 * target of zero has no ratio in any method. Source: IBCS standards, which show no ratio for a
 * base that is not positive.
 * @example varianceRatio(800, 1000) // -0.2
 * @example varianceRatio(12000, -10000, 'absolute') // 2.2
 * @example varianceRatio(12000, -10000, 'plain') // -2.2
 * @example varianceRatio(12000, -10000) // { reason: 'targetNotPositive' }
 */
export function varianceRatio(
  actual: number,
  target: number,
  method: VarianceRatioMethod = 'strict',
): Measure {
  return ratioToTarget(variance(actual, target), target, method);
}

/** A variance that is known already as a ratio of its target; see `varianceRatio`. */
export function ratioToTarget(
  difference: number,
  target: number,
  method: VarianceRatioMethod,
): Measure {
  if (target === 0) return unmeasurable('targetIsZero');
  if (method === 'strict' && target < 0) return unmeasurable('targetNotPositive');
  return difference / (method === 'absolute' ? Math.abs(target) : target);
}

/**
 * The share of the target that was reached: 0.92 is 92 %.
 *
 * attainment = actual ÷ target. Not measurable for a target of zero or less. A group's attainment
 * is the sum of its actuals ÷ the sum of its targets, never the mean of ratios: 150 of 100 and 800
 * of 1,000 make 950 of 1,100. Source: Salesforce revenue insights, quota attainment.
 * @example attainment(950, 1100) // 0.8636363…
 * @example attainment(5, 0) // { reason: 'targetIsZero' }
 */
export function attainment(actual: number, target: number): Measure {
  if (target === 0) return unmeasurable('targetIsZero');
  if (target < 0) return unmeasurable('targetNotPositive');
  return actual / target;
}

/**
 * What is still missing to the target: max(0, target − actual), never negative.
 * @example gap(800, 1000) // 200
 * @example gap(1200, 1000) // 0
 */
export function gap(actual: number, target: number): number {
  return Math.max(0, subtractExactly(target, actual));
}

/**
 * The change against an earlier figure as a ratio of it: growth = (now − then) ÷ then. Not
 * measurable where the earlier figure is zero or negative.
 * @example growth(110, 100) // 0.1
 */
export function growth(now: number, then: number): Measure {
  if (then === 0) return unmeasurable('baseIsZero');
  if (then < 0) return unmeasurable('baseNotPositive');
  return subtractExactly(now, then) / then;
}

/** Where a row stands against its target. */
export type Status = 'ahead' | 'onTrack' | 'behind' | 'noTarget' | 'notStarted';

/** From `onTrack` on a row is on track, from `ahead` on it is ahead; ratios of the target. */
export interface StatusThresholds {
  readonly onTrack: number;
  readonly ahead: number;
}

export const usualThresholds: StatusThresholds = Object.freeze({ onTrack: 0.9, ahead: 1 });

/**
 * The status of an actual against the target it is held to: the full target of a closed period,
 * the target to date of an open one.
 *
 * Judged by actual ÷ target; where the target is zero or less, by the sign of the variance (ahead
 * from zero up). For measures where less is better, by 1 − (actual − target) ÷ target.
 * @example statusOf(95, 100) // 'onTrack'
 * @example statusOf(100, 100) // 'ahead'
 * @example statusOf(-10, -20) // 'ahead'
 */
export function statusOf(
  actual: number,
  target: number,
  thresholds: StatusThresholds = usualThresholds,
  direction: Direction = 1,
): 'ahead' | 'onTrack' | 'behind' {
  if (target <= 0) return direction * variance(actual, target) >= 0 ? 'ahead' : 'behind';
  // actual ÷ target, so that 90 of 100 is exactly 0.9 and not 1 − 0.1 in binary.
  const performance = direction === 1 ? actual / target : 1 - variance(actual, target) / target;
  if (performance >= thresholds.ahead) return 'ahead';
  return performance >= thresholds.onTrack ? 'onTrack' : 'behind';
}
