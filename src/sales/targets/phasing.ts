import { periodsWithin, phasedDays, type Grain, type Period } from '../calendar';
import { decimalsOf } from '../measures';
import { allocate } from './allocation';

/**
 * The parts of a period's target that fall into its finer periods, by working days, so that they
 * add up to it exactly at `decimals` digits, or at more where the target has more. A target that is
 * written with more than six is split without rounding.
 * @example phaseByWorkingDays(90000, periodAt(8104, 'quarter'), 'month') // [30937.5, 28125, 30937.5]
 */
export function phaseByWorkingDays(
  target: number,
  period: Period,
  grain: Grain,
  decimals = 2,
): number[] {
  const weights = periodsWithin(period, grain).map((part) =>
    phasedDays(part.start, part.end, 'workingDays'),
  );
  const parts = allocate(target, weights, Math.max(decimals, decimalsOf(target) ?? 0));
  if (!('problem' in parts)) return parts;
  if (parts.problem === 'tooManyDecimals') {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => (target * weight) / all);
  }
  // Every month has working days, so that the weights themselves are never at fault.
  throw new Error(`Target ${String(target)} of ${period.label}: ${parts.problem}`);
}
