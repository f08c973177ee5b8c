import { elapsedShare, phasedDays, type Phasing, type SerialDate } from '../calendar';
import { gap } from './variance';
import { unmeasurable, type Measure } from './measurable';

/** A span of days, both ends included, and how its share is measured. */
export interface Span {
  readonly start: SerialDate;
  readonly end: SerialDate;
  readonly phasing: Phasing;
}

/**
 * The part of the target that should be reached by the end of the as-of day.
 *
 * target to date = target × share of the span elapsed; 0 before it begins, the whole target from
 * its last day on.
 * @example targetToDate(100000, { start: 46054, end: 46081, phasing: 'calendarDays' }, 46066) // 46428.571428…
 * @example targetToDate(100000, { start: 46054, end: 46081, phasing: 'workingDays' }, 46066) // 50000
 */
export function targetToDate(target: number, span: Span, asOf: SerialDate): number {
  return target * elapsedShare(span.start, span.end, asOf, span.phasing);
}

/**
 * How the actual stands against the target to date: 1.04 is 4 % ahead of the pace.
 *
 * pace = actual ÷ target to date. Not measurable before the span begins, nor for a target to date
 * of zero or less.
 * @example pace(52000, 50000) // 1.04
 */
export function pace(actual: number, toDate: number): Measure {
  if (toDate === 0) return unmeasurable('nothingElapsed');
  if (toDate < 0) return unmeasurable('targetNotPositive');
  return actual / toDate;
}

/**
 * Where the span would end at the present rate.
 *
 * run rate = actual ÷ share of the span elapsed. Not measurable before anything has elapsed.
 * @example runRate(52000, { start: 46054, end: 46081, phasing: 'workingDays' }, 46066) // 104000
 */
export function runRate(actual: number, span: Span, asOf: SerialDate): Measure {
  const share = elapsedShare(span.start, span.end, asOf, span.phasing);
  return share === 0 ? unmeasurable('nothingElapsed') : actual / share;
}

/**
 * What every remaining day must bring to reach the target, in money a day.
 *
 * required run rate = gap ÷ days left after the as-of day. 0 when the target is reached; not
 * measurable when no day remains and a gap does.
 * @example requiredRunRate(52000, 100000, { start: 46054, end: 46081, phasing: 'workingDays' }, 46066) // 4800
 */
export function requiredRunRate(
  actual: number,
  target: number,
  span: Span,
  asOf: SerialDate,
): Measure {
  const missing = gap(actual, target);
  if (missing === 0) return 0;
  const days = phasedDays(Math.max(asOf + 1, span.start), span.end, span.phasing);
  return days === 0 ? unmeasurable('noTimeLeft') : missing / days;
}
