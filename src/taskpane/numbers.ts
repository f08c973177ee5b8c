import { amountDecimals, serialDates } from '../jobs';
import type { SerialDate } from '../sales';

export interface Amounts {
  readonly amount: (value: number) => string;
  /** With its sign, also a plus. */
  readonly signed: (value: number) => string;
}

/** Figures and days as people of a locale write them. */
export interface Numbers {
  /** An amount that stands alone, with its sign, also a plus. */
  readonly signed: (value: number) => string;
  /** Amounts of a report, each with the decimals that all of them have. */
  readonly amounts: (decimals: 0 | 2) => Amounts;
  /** With a fixed number of decimals. */
  readonly fixed: (decimals: 0 | 1 | 2) => (value: number) => string;
  /** Every digit the value has. */
  readonly exact: (value: number) => string;
  /** 0.123 is 12.3 %. */
  readonly ratio: (value: number) => string;
  readonly signedRatio: (value: number) => string;
  readonly count: (value: number) => string;
  readonly cents: (value: number) => string;
  readonly day: (serial: SerialDate) => string;
}

export function numbersOf(locale: string): Numbers {
  const format = (options: Intl.NumberFormatOptions) => {
    const formatter = new Intl.NumberFormat(locale, options);
    return (value: number) => formatter.format(value);
  };
  const plus = { signDisplay: 'exceptZero' } as const;
  const digits = (count: number) => ({
    minimumFractionDigits: count,
    maximumFractionDigits: count,
  });
  const [whole, tenths, cents] = [format(digits(0)), format(digits(1)), format(digits(2))];
  const inWhole: Amounts = { amount: whole, signed: format({ ...digits(0), ...plus }) };
  const inCents: Amounts = { amount: cents, signed: format({ ...digits(2), ...plus }) };
  const amounts = (decimals: 0 | 2) => (decimals === 2 ? inCents : inWhole);
  const percent = { style: 'percent', ...digits(1) } as const;
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    signed: (value) => amounts(amountDecimals([value])).signed(value),
    amounts,
    fixed: (decimals) => ({ 0: whole, 1: tenths, 2: cents })[decimals],
    exact: format({ maximumFractionDigits: 12 }),
    ratio: format(percent),
    signedRatio: format({ ...percent, ...plus }),
    count: whole,
    cents,
    day: (serial) => {
      const { year, month, day } = serialDates.civilOf(serial);
      return days.format(Date.UTC(year, month - 1, day));
    },
  };
}

/**
 * The number that a person typed, with the locale's own signs or plain ones. Undefined where the
 * text is none, or where a separator could be either sign.
 * @example findNumber('1,500,000', 'en-US') // 1500000
 */
export function findNumber(text: string, locale: string): number | undefined {
  const parts = new Intl.NumberFormat(locale).formatToParts(-12345.6);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const bare = text
    .trim()
    .replace(/[\s\u00A0\u202F'’]/g, '')
    .replace('−', '-');
  const plain = /^[+-]?\d+(\.\d+)?$/;
  const mark = (sign: string) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const grouped = new RegExp(`^[+-]?\\d{1,3}(${mark(group)}\\d{3})+(${mark(decimal)}\\d+)?$`);
  if (grouped.test(bare)) return Number(bare.replaceAll(group, '').replace(decimal, '.'));
  const local = new RegExp(`^[+-]?\\d+(${mark(decimal)}\\d+)?$`);
  if (local.test(bare)) return Number(bare.replace(decimal, '.'));
  return plain.test(bare) ? Number(bare) : undefined;
}
