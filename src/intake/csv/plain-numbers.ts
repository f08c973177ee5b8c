import type { DecimalSign } from '../texts/text-numbers';

/** Digits with at most one sign among them: what most numbers of a file look like. */
const plain = /^-?(0|[1-9]\d{0,11})(?:([.,])(\d{1,6}))?$/;

export interface PlainNumber {
  readonly sign: DecimalSign | undefined;
  readonly decimals: number;
  /** The same for all numbers that say the same about their decimal sign. */
  readonly spelling: string;
}

/**
 * Knows a number that is nothing else, quickly. Eight digits may be a day, three behind a sign a
 * thousand; they are left to those who look closer.
 * @example findPlainNumber('-12.50')?.spelling // '.2'
 * @example findPlainNumber('00123') // undefined
 */
export function findPlainNumber(text: string): PlainNumber | undefined {
  if (text.length > 20) return undefined;
  const match = plain.exec(text);
  if (!match) return undefined;
  const [, whole = '', sign, fraction = ''] = match;
  if (sign === undefined) {
    return whole.length === 8 ? undefined : { sign: undefined, decimals: 0, spelling: '' };
  }
  if (fraction.length === 3) return undefined;
  return {
    sign: sign === '.' ? '.' : ',',
    decimals: fraction.length,
    spelling: `${sign}${String(fraction.length)}`,
  };
}
