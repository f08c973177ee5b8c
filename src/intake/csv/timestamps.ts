import type { SerialDate } from '../../sales';
import { findTextDate, looksLikeDate, type DateOrder } from '../texts/text-dates';

const time =
  /[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?)?(?:\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i;
/** Times in other spellings, which would be lost. */
const otherTime = /:|\d ?h\d?|時|Uhr|\d ?[ap]\.? ?m\b/i;
/** A week is no day. */
const week = /\bK?W ?\d|week|woche|semaine|semana|週/i;
const longest = 60;

/** What a text of a day, with or without a time of day, means. */
export interface Timestamp {
  /** The time is the part behind the decimal point. */
  readonly serial: SerialDate;
  readonly hasTime: boolean;
  readonly hasSeconds: boolean;
  /** It names a time zone, which a cell cannot hold. */
  readonly hasZone: boolean;
}

/** Reads the days of a column, each different one once. */
export class DayReader {
  private readonly days = new Map<string, SerialDate | undefined>();
  private readonly looks = new Map<string, boolean>();

  /** The day's part of a text that may be a date in some order. */
  dayText(text: string): string | undefined {
    if (text.length > longest) return undefined;
    const day = splitTime(text).day;
    let looks = this.looks.get(day);
    if (looks === undefined) {
      looks = !otherTime.test(day) && !week.test(day) && looksLikeDate(day);
      this.looks.set(day, looks);
    }
    return looks ? day : undefined;
  }

  /**
   * A date with the time behind it, if there is one. Undefined where either is none.
   * @example new DayReader().find('2026-02-13 18:00', 'ymd')?.serial // 46066.75
   */
  find(text: string, order: DateOrder): Timestamp | undefined {
    const day = this.dayText(text);
    if (day === undefined) return undefined;
    if (!this.days.has(day)) this.days.set(day, findTextDate(day, order));
    const serial = this.days.get(day);
    if (serial === undefined) return undefined;
    const { match } = splitTime(text);
    return match ? withTime(serial, match) : plainDay(serial);
  }
}

function splitTime(text: string): { readonly day: string; readonly match?: RegExpExecArray } {
  const trimmed = text.trim();
  const match = trimmed.includes(':') ? time.exec(trimmed) : null;
  return match ? { day: trimmed.slice(0, match.index), match } : { day: trimmed };
}

function plainDay(serial: SerialDate): Timestamp {
  return { serial, hasTime: false, hasSeconds: false, hasZone: false };
}

function withTime(day: SerialDate, match: RegExpExecArray): Timestamp | undefined {
  const [, hours, minutes = '', seconds = '', half, zone] = match;
  const [minute, second] = [Number(minutes), Number(seconds)];
  const hour = hourOf(Number(hours), half);
  if (hour === undefined || minute > 59 || second > 59) return undefined;
  const rest = hour * 3600 + minute * 60 + second;
  return {
    serial: day + rest / 86_400,
    hasTime: rest > 0,
    hasSeconds: second > 0,
    hasZone: zone !== undefined,
  };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
