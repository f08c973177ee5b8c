import { periodIndex, type Grain, type SerialDate } from '../calendar';
import { Sums, type Dataset, type Grouping } from '../dataset';

/** Sales by group and period up to the as-of day. */
export interface ActualCells {
  readonly firstIndex: number;
  readonly periods: number;
  /** Undefined where the group sold nothing in the period. */
  readonly find: (group: number, index: number) => number | undefined;
}

export function actualCells(
  sales: Dataset,
  grouping: Grouping | undefined,
  groups: number,
  grain: Grain,
  asOf: SerialDate,
): ActualCells {
  // A day's period is looked up, not computed: a million rows fall on a few thousand days.
  let firstDay = Number.MAX_SAFE_INTEGER;
  let lastDay = -1;
  for (const day of sales.dates) {
    if (day > asOf) continue;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  if (lastDay < 0) return { firstIndex: 0, periods: 0, find: () => undefined };
  const firstIndex = periodIndex(firstDay, grain);
  const periods = periodIndex(lastDay, grain) - firstIndex + 1;
  const periodOfDay = new Int32Array(lastDay - firstDay + 1);
  periodOfDay.forEach((_, day) => {
    periodOfDay[day] = periodIndex(firstDay + day, grain) - firstIndex;
  });
  const sums = new Sums(groups * periods, sales.amounts);
  const counts = new Int32Array(groups * periods);
  const { dates, amounts } = sales;
  for (let row = 0; row < sales.rows; row += 1) {
    const day = dates[row] ?? 0;
    if (day > asOf) continue;
    const cell = (grouping?.groups[row] ?? 0) * periods + (periodOfDay[day - firstDay] ?? 0);
    sums.add(cell, amounts.values[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return {
    firstIndex,
    periods,
    find: (group, index) => {
      if (index < firstIndex || index >= firstIndex + periods) return undefined;
      const cell = group * periods + index - firstIndex;
      return counts[cell] ? sums.total(cell) : undefined;
    },
  };
}

/** Sums by group of the rows dated from `start` to `end`, both included. */
export function sumsWithin(
  sales: Dataset,
  grouping: Grouping | undefined,
  groups: number,
  start: SerialDate,
  end: SerialDate,
): Sums {
  const sums = new Sums(groups, sales.amounts);
  const { dates, amounts } = sales;
  for (let row = 0; row < sales.rows; row += 1) {
    const day = dates[row] ?? 0;
    if (day >= start && day <= end) sums.add(grouping?.groups[row] ?? 0, amounts.values[row] ?? 0);
  }
  return sums;
}
