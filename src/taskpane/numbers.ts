import { serialDates } from '../jobs';
import type { SerialDate } from '../sales';

/** Figures and days as people of a locale write them. */
export interface Numbers {
  /** Whole where large, with cents where small. */
  readonly amount: (value: number) => string;
  /** With its sign, also a plus. */
  readonly signed: (value: number) => string;
  /** Of amounts that stand side by side: as many decimals of one as of all others. */
  readonly together: (amounts: readonly unknown[]) => Pick<Numbers, 'amount' | 'signed'>;
  /** Every digit the value has. */
  readonly exact: (value: number) => string;
  /** 0.123 is 12.3 %. */
  readonly ratio: (value: number) => string;
  readonly signedRatio: (value: number) => string;
  readonly count: (value: number) => string;
  readonly cents: (value: number) => string;
  readonly day: (serial: SerialDate) => string;
}

/** From here on cents only take room. */
const large = 1000;
/** Below it, beside others, cents tell how the figures belong together. */
const largeTogether = 10_000;

export function numbersOf(locale: string): Numbers {
  const format = (options: Intl.NumberFormatOptions) => {
    const formatter = new Intl.NumberFormat(locale, options);
    return (value: number) => formatter.format(value);
  };
  const whole = format({ maximumFractionDigits: 0 });
  const small = format({ maximumFractionDigits: 2 });
  const plus = { signDisplay: 'exceptZero' } as const;
  const signedWhole = format({ maximumFractionDigits: 0, ...plus });
  const signedSmall = format({ maximumFractionDigits: 2, ...plus });
  const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const [cents, signedCents] = [format(two), format({ ...two, ...plus })];
  const percent = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    amount: (value) => (Math.abs(value) >= large ? whole : small)(value),
    signed: (value) => (Math.abs(value) >= large ? signedWhole : signedSmall)(value),
    together: (amounts) => {
      const figures = amounts.filter((amount) => typeof amount === 'number');
      const hasCents = figures.some((figure) => !Number.isInteger(figure));
      const isLarge = figures.some((figure) => Math.abs(figure) >= largeTogether);
      return hasCents && !isLarge
        ? { amount: cents, signed: signedCents }
        : { amount: whole, signed: signedWhole };
    },
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
