import { civilOf, isDay, serialOf } from '../../sales';

/** A serial date with day and month in each other's place; itself where that is no day. */
export function swapped(serial: number): number {
  const whole = Math.floor(serial);
  const { year, month, day } = civilOf(whole);
  return isDay(year, day, month) ? serialOf(year, day, month) + (serial - whole) : serial;
}
