import type { SerialDate } from './civil';

/** What a share of a period is measured by. */
export type Phasing = 'workingDays' | 'calendarDays';

/** Days from a serial's Monday: 0 Monday to 6 Sunday. Serial 2 is Monday, 1900-01-01 as Excel has it. */
function weekday(serial: SerialDate): number {
  return (((Math.floor(serial) - 2) % 7) + 7) % 7;
}

/**
 * The days from Monday to Friday between two days, both included; holidays are not known here. No
 * day for an end before the start.
 * @example workingDays(46054, 46066) // 10
 */
export function workingDays(start: SerialDate, end: SerialDate): number {
  if (end < start) return 0;
  const days = end - start + 1;
  const weeks = Math.floor(days / 7);
  let working = weeks * 5;
  for (let day = start + weeks * 7; day <= end; day += 1) if (weekday(day) < 5) working += 1;
  return working;
}

/** The days between two days, both included, as the phasing counts them. */
export function phasedDays(start: SerialDate, end: SerialDate, phasing: Phasing): number {
  if (end < start) return 0;
  return phasing === 'workingDays' ? workingDays(start, end) : end - start + 1;
}

/**
 * The share of a span that has passed at the end of the as-of day: 0 before it begins, 1 from its
 * last day on. A span without a working day is measured by calendar days.
 * @example elapsedShare(46054, 46081, 46066, 'calendarDays') // 0.46428571…
 * @example elapsedShare(46054, 46081, 46066, 'workingDays') // 0.5
 */
export function elapsedShare(
  start: SerialDate,
  end: SerialDate,
  asOf: SerialDate,
  phasing: Phasing,
): number {
  if (asOf < start) return 0;
  if (asOf >= end) return 1;
  const all = phasedDays(start, end, phasing);
  if (all === 0) return elapsedShare(start, end, asOf, 'calendarDays');
  return phasedDays(start, asOf, phasing) / all;
}
