/** A display unit: the cell keeps the exact value, the format shows four digits at most. */
export interface DisplayUnit {
  /** What the title says: "k", "M" or nothing. */
  readonly name: string;
  readonly amount: string;
  /** With a plus sign on positive figures. */
  readonly variance: string;
}

/** Chooses a unit in which the largest figure shows at most four digits. */
export function displayUnit(largest: number): DisplayUnit {
  const size = Math.abs(largest);
  const [name, digits] =
    size < 9_999.5
      ? ['', '#,##0']
      : size < 999_950
        ? ['k', '#,##0.0,']
        : size < 9_999_500
          ? ['k', '#,##0,']
          : size < 9_999_500_000
            ? ['M', '#,##0.0,,']
            : ['bn', '#,##0.0,,,'];
  return { name, amount: digits, variance: `+${digits};-${digits};${digits}` };
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
