import { isoOf, type SerialDate } from '../sales';

/** A day as every language reads it; "?" for none. */
export function serialText(day: SerialDate | undefined): string {
  return day === undefined ? '?' : isoOf(day);
}
