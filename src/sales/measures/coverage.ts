import { gap } from './variance';
import { isMeasured, unmeasurable, type Measure } from './measurable';

/**
 * How many times the open deals due in a period cover what is missing to its target.
 *
 * coverage = open pipeline expected to close in the period ÷ (target − won); 3 means three times as
 * much in the pipeline as is missing. Not measurable without a target or once it is reached.
 * @example coverage(300, 150, 50) // 3
 * @example coverage(300, 150, 150) // { reason: 'targetReached' }
 */
export function coverage(openDue: Measure, target: Measure, won: number): Measure {
  if (!isMeasured(target)) return target;
  if (!isMeasured(openDue)) return openDue;
  const missing = gap(won, target);
  return missing === 0 ? unmeasurable('targetReached') : openDue / missing;
}
