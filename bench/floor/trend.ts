import { trendOf, type Trend } from '../trend';
import { firstDay, months } from '../workload';
import { monthOfDay } from './calendar';
import type { SalesColumns } from './columns';
import { inOrder } from './variance';

/** Sums by region and month: those of region r are `[r × months … (r + 1) × months − 1]`. */
export function monthsByHand({ dates, region, amounts }: SalesColumns): Float64Array {
  const sums = new Float64Array(region.values.length * months);
  const { codes } = region;
  for (let row = 0; row < dates.length; row += 1) {
    const month = monthOfDay[(dates[row] ?? 0) - firstDay] ?? 0;
    const cell = (codes[row] ?? 0) * months + month;
    sums[cell] = (sums[cell] ?? 0) + (amounts[row] ?? 0);
  }
  return sums;
}

export function trendByHand(sales: SalesColumns): Trend[] {
  const sums = monthsByHand(sales);
  const { values } = sales.region;
  return inOrder(values).map((code) =>
    trendOf(values[code] ?? '', sums.slice(code * months, (code + 1) * months)),
  );
}
