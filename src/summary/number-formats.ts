import { isMeasured, type Measure, type MeasureUnit } from '../sales';

/** From here on cents only take room; the sheet shows such figures in thousands. */
const large = 9_999.5;

/** Cents where some amount has them and none is large: as many decimals for all of them. */
export function amountDecimals(amounts: Iterable<Measure>): 0 | 2 {
  let decimals: 0 | 2 = 0;
  for (const amount of amounts) {
    if (!isMeasured(amount)) continue;
    if (Math.abs(amount) >= large) return 0;
    if (Math.round(amount * 100) % 100 !== 0) decimals = 2;
  }
  return decimals;
}

/** The decimals of a key figure of several spans, in percent where it is a ratio. */
export function keyFigureDecimals(
  unit: MeasureUnit,
  values: readonly Measure[],
  ofReport: 0 | 2,
): 0 | 1 | 2 {
  switch (unit) {
    case 'ratio':
    case 'multiple':
    case 'days':
      return 1;
    case 'count':
      return values.every((value) => !isMeasured(value) || Number.isInteger(value)) ? 0 : 2;
    case 'money':
      return ofReport === 2 ? 2 : amountDecimals(values);
  }
}

export function fixedFormat(decimals: 0 | 1 | 2): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** A display unit: the cell keeps the exact value, the format shows four digits at most, and cents. */
export interface DisplayUnit {
  /** What the title says: "k", "M" or nothing. */
  readonly name: string;
  /** 2 where cents are shown; none in a larger unit. */
  readonly decimals: 0 | 2;
  readonly amount: string;
  /** With a plus sign on positive figures. */
  readonly variance: string;
}

/** Chooses a unit in which the largest figure shows at most four digits before its decimals. */
export function displayUnit(largest: number, decimals: 0 | 2 = 0): DisplayUnit {
  const size = Math.abs(largest);
  const [name, digits] =
    size < large
      ? ['', fixedFormat(decimals)]
      : size < 999_950
        ? ['k', '#,##0.0,']
        : size < 9_999_500
          ? ['k', '#,##0,']
          : size < 9_999_500_000
            ? ['M', '#,##0.0,,']
            : ['bn', '#,##0.0,,,'];
  return {
    name,
    decimals: name === '' ? decimals : 0,
    amount: digits,
    variance: `+${digits};-${digits};${digits}`,
  };
}

/** Beyond 999 % a ratio tells nothing more. */
const largestRatio = 9.995;

/**
 * Percent with a plus sign on positive figures. Formats have no room for both a bound and a bare
 * zero: where a figure is out of bounds, a zero shows as +0.0%.
 */
export function varianceRatioFormat(ratios: readonly number[]): string {
  return ratios.some((ratio) => ratio > largestRatio)
    ? `[>${String(largestRatio)}]">999%";[<0]-0.0%;+0.0%`
    : '+0.0%;-0.0%;0.0%';
}

export const ratioFormat = '0.0%';
