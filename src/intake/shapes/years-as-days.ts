import { civilOf } from '../../sales';

/**
 * The year that was typed behind months, where Excel took it for their day: `Jan-26`, `Feb-26` are the
 * 26th of January and of February of the year in which they were typed. Undefined where the days may not
 * come from such months, or where both years are one.
 */
export function yearTypedAsDay(
  days: readonly number[],
): { readonly typed: number; readonly taken: number } | undefined {
  const dates = [...new Set(days)].sort((one, other) => one - other).map(civilOf);
  const [first] = dates;
  if (!first || dates.length < 2 || first.day < 20 || 2000 + first.day === first.year) {
    return undefined;
  }
  const areMonths = dates.every(
    ({ year, month, day }, at) =>
      year === first.year && day === first.day && month === first.month + at,
  );
  return areMonths ? { typed: 2000 + first.day, taken: first.year } : undefined;
}
