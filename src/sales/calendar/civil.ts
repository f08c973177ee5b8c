/**
 * A day as spreadsheets count it: 1 is 1900-01-01. Excel keeps a 29 February 1900 (serial 60) that
 * never was; from serial 61 on, serials count days since 1899-12-30.
 */
export type SerialDate = number;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days from 1899-12-30 to 1970-01-01. */
const unixEpoch = 25_569;
const millisecondsADay = 86_400_000;

/** The last serial Excel knows: 9999-12-31. */
export const lastSerial: SerialDate = 2_958_465;

/**
 * The serial number of a date. Months beyond 1 to 12 and days beyond the month run over into the
 * next, as in Excel's DATE.
 * @example serialOf(2026, 2, 13) // 46066
 * @example serialOf(1900, 1, 1) // 1
 */
export function serialOf(year: number, month: number, day: number): SerialDate {
  const days = Date.UTC(year, month - 1, day) / millisecondsADay + unixEpoch;
  return days < 61 ? days - 1 : days;
}

/**
 * The date that a serial number stands for; a time of day is dropped.
 * @example civilOf(46066) // { year: 2026, month: 2, day: 13 }
 */
export function civilOf(serial: SerialDate): CivilDate {
  const whole = Math.floor(serial);
  const date = new Date(((whole < 61 ? whole + 1 : whole) - unixEpoch) * millisecondsADay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The number of days in a month. @example daysInMonth(2024, 2) // 29 */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether year, month and day name a day that exists. @example isDay(2026, 2, 29) // false */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The same day some years on; 29 February becomes 28 February where the year has none.
 * @example shiftYears(45351, -1) // 44985
 */
export function shiftYears(serial: SerialDate, years: number): SerialDate {
  const { year, month, day } = civilOf(serial);
  return serialOf(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

/** @example isoOf(46066) // '2026-02-13' */
export function isoOf(serial: SerialDate): string {
  const { year, month, day } = civilOf(serial);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Reads `YYYY-MM-DD`, with or without a time behind it. Undefined for anything else, and for days
 * that do not exist.
 * @example findIso('2026-02-13') // 46066
 * @example findIso('2026-02-30') // undefined
 */
export function findIso(text: string): SerialDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) && year >= 1900 ? serialOf(year, month, day) : undefined;
}
