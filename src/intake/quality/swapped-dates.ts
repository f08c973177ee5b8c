import { civilOf, periodIndex, type SerialDate } from '../../sales';
import { isSerialDate } from '../columns/column';
import type { CellColumn } from '../columns/cell-column';
import { swapped } from '../texts/swapped-day';
import { countOrders, findTextDate, type DateOrder } from '../texts/text-dates';

/**
 * A column that Excel took in half: it read day and month of each date in its own order where that
 * gave a day, and left the rest as text.
 */
export interface SwappedDates {
  /** Whether the column proves it, or it has to be asked. */
  readonly isSure: boolean;
  /** The order of the texts, which is that of the whole column. */
  readonly order: DateOrder;
  /** Cells that hold a text, and dates that would change. */
  readonly texts: number;
  readonly serials: number;
  /** The first row with a date that would change, and the first with a text. */
  readonly firstSerial: number;
  readonly firstText: number;
}

/** Rows that are looked at for the order they stand in. */
const mostRows = 20_000;

/**
 * Finds half-swapped dates by the column as a whole. Needed: every text has a number above 12 in the
 * same place, and no real date has a day above 12. Proof: with day and month changed back the dates
 * fall among the months of the texts, and so many different days below 13 beside so many above are no
 * chance.
 */
export function findSwappedDates(cells: CellColumn): SwappedDates | undefined {
  const { values, counts: standing, numberCount } = cells;
  if (numberCount === 0) return undefined;
  const texts = values.flatMap((text, code) => {
    const count = standing[code] ?? 0;
    return count > 0 && typeof text === 'string'
      ? [{ text, count, firstRow: cells.firstRow(code) }]
      : [];
  });
  const counts = countOrders(texts.map(({ text }) => text));
  if (counts.open > 0 || counts.dayFirst > 0 === counts.monthFirst > 0) return undefined;
  const order: DateOrder = counts.dayFirst > 0 ? 'dmy' : 'mdy';
  const days = new Map<SerialDate, number>();
  let [serials, firstSerial] = [0, -1];
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells.at(row);
    if (!isSerialDate(cell)) continue;
    const day = Math.floor(cell);
    let turned = days.get(day);
    if (turned === undefined) {
      if (civilOf(day).day > 12) return undefined;
      days.set(day, (turned = swapped(day)));
    }
    if (turned === day) continue;
    serials += 1;
    if (firstSerial < 0) firstSerial = row;
  }
  if (serials === 0) return undefined;
  const written = texts.flatMap(({ text, count, firstRow }) => {
    const day = findTextDate(text, order);
    return day === undefined ? [] : [{ day, count, firstRow }];
  });
  const verdict = weigh(
    cells,
    order,
    [...days].map(([asRead, turned]) => ({ asRead, turned })),
    written.map(({ day }) => day),
  );
  if (verdict === 'no') return undefined;
  return {
    isSure: verdict === 'sure',
    order,
    texts: written.reduce((sum, { count }) => sum + count, 0),
    serials,
    firstSerial,
    firstText: written.reduce((first, { firstRow }) => Math.min(first, firstRow), Infinity),
  };
}

function weigh(
  cells: CellColumn,
  order: DateOrder,
  serials: readonly { readonly asRead: SerialDate; readonly turned: SerialDate }[],
  texts: readonly SerialDate[],
): 'sure' | 'open' | 'no' {
  const months = texts.map((day) => periodIndex(day, 'month'));
  const [first, last] = [Math.min(...months) - 1, Math.max(...months) + 1];
  const outside = (days: readonly SerialDate[]) =>
    days.filter((day) => {
      const month = periodIndex(day, 'month');
      return month < first || month > last;
    }).length;
  const outsideAsRead = outside(serials.map(({ asRead }) => asRead));
  const outsideTurned = outside(serials.map(({ turned }) => turned));
  const jumps = jumpsOf(cells, order);
  const dayNumbers = (days: readonly SerialDate[]) => new Set(days.map((day) => civilOf(day).day));
  // A day is below 13 by chance twice in five times.
  const chance =
    0.4 ** dayNumbers(serials.map(({ asRead }) => asRead)).size * 0.6 ** dayNumbers(texts).size;
  const fitsWorse = outsideTurned > outsideAsRead || jumps.asRead * 2 < jumps.turned;
  if (fitsWorse && chance > 1e-3) return 'no';
  if (fitsWorse || outsideTurned > 0) return 'open';
  return chance < 1e-4 ? 'sure' : 'open';
}

/** The days between neighbouring rows, added up in both readings: small where rows are in order. */
function jumpsOf(
  cells: CellColumn,
  order: DateOrder,
): { readonly asRead: number; readonly turned: number } {
  const byCode = cells.values.map((value) =>
    typeof value === 'string' ? findTextDate(value, order) : undefined,
  );
  const sums = { asRead: 0, turned: 0 };
  let last: { asRead: number; turned: number } | undefined;
  for (let row = 0; row < Math.min(cells.length, mostRows); row += 1) {
    const code = cells.codes ? (cells.codes[row] ?? -1) : -1;
    const cell = code >= 0 ? byCode[code] : cells.at(row);
    if (!isSerialDate(cell)) continue;
    const now = { asRead: cell, turned: code >= 0 ? cell : swapped(cell) };
    if (last) {
      sums.asRead += Math.abs(now.asRead - last.asRead);
      sums.turned += Math.abs(now.turned - last.turned);
    }
    last = now;
  }
  return sums;
}
