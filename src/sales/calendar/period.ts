import { civilOf, serialOf, type SerialDate } from './civil';

/** How long a period is, finest first. */
export const grains = ['month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];

const monthsIn: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

/** A calendar month, quarter or year. */
export interface Period {
  readonly grain: Grain;
  /** Counts periods of one grain, so that the next one is `index + 1`. */
  readonly index: number;
  readonly start: SerialDate;
  /** The last day, inclusive. */
  readonly end: SerialDate;
  /** `2026-03`, `2026-Q1` or `2026`. */
  readonly label: string;
}

/**
 * The number of the period a day falls in: months, quarters or years since the year 0.
 * @example periodIndex(46066, 'quarter') // 8104
 */
export function periodIndex(date: SerialDate, grain: Grain): number {
  const { year, month } = civilOf(date);
  return Math.floor((year * 12 + month - 1) / monthsIn[grain]);
}

/**
 * The period with a number.
 * @example periodAt(8104, 'quarter').label // '2026-Q1'
 */
export function periodAt(index: number, grain: Grain): Period {
  const months = monthsIn[grain];
  const first = index * months;
  const year = Math.floor(first / 12);
  const month = first - year * 12;
  const label = {
    month: () => `${String(year)}-${String(month + 1).padStart(2, '0')}`,
    quarter: () => `${String(year)}-Q${String(month / 3 + 1)}`,
    year: () => String(year),
  }[grain]();
  return {
    grain,
    index,
    start: serialOf(year, month + 1, 1),
    end: serialOf(year, month + 1 + months, 1) - 1,
    label,
  };
}

/** The period a day falls in. @example periodOf(46066, 'month').label // '2026-02' */
export function periodOf(date: SerialDate, grain: Grain): Period {
  return periodAt(periodIndex(date, grain), grain);
}

/** The periods of a finer grain inside a period, in order; itself for its own grain. */
export function periodsWithin(period: Period, grain: Grain): Period[] {
  const last = periodIndex(period.end, grain);
  const inside: Period[] = [];
  for (let index = periodIndex(period.start, grain); index <= last; index += 1) {
    inside.push(periodAt(index, grain));
  }
  return inside;
}

/** Whether `a` is shorter than `b`. @example isFiner('month', 'quarter') // true */
export function isFiner(a: Grain, b: Grain): boolean {
  return monthsIn[a] < monthsIn[b];
}

/**
 * Reads a period's label: `2026-03`, `2026-Q1`, `Q1 2026`, `2026`. Undefined for anything else.
 * @example findPeriod('Q1 2026').label // '2026-Q1'
 */
export function findPeriod(text: string): Period | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  const trimmed = text.trim();
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(trimmed);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) {
    return periodOf(serialOf(Number(month[1]), Number(month[2]), 1), 'month');
  }
  const quarter = /^(\d{4})[- ]?Q([1-4])$/i.exec(trimmed);
  const turned = /^Q([1-4])[-/ ]?(\d{4})$/i.exec(trimmed);
  const [year, number] = quarter
    ? [quarter[1], quarter[2]]
    : turned
      ? [turned[2], turned[1]]
      : [undefined, undefined];
  if (year !== undefined) {
    return periodOf(serialOf(Number(year), Number(number) * 3, 1), 'quarter');
  }
  const whole = /^(19|20|21)\d{2}$/.exec(trimmed);
  return whole ? periodOf(serialOf(Number(whole[0]), 1, 1), 'year') : undefined;
}
