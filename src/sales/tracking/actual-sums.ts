import { periodAt, periodIndex, type Grain, type SerialDate } from '../calendar';
import { aggregate, dayRangeOf, type DayRange, type FigureReader } from '../cube';
import { exactSum, type Dataset } from '../dataset';
import { isMeasured } from '../measures';

/** A span of days, both ends included. */
export interface Days {
  readonly start: SerialDate;
  readonly end: SerialDate;
}

/** What was sold, by key and by the spans that a report looks at. */
export interface Actuals {
  /** All keys that have rows, whatever their dates. */
  readonly keys: readonly SoldOfKey[];
  readonly all: Sold;
  /** The days on which any row is dated, up to the as-of day. */
  readonly days: DayRange | undefined;
  readonly rowsAfterAsOf: number;
}

/** The sales of one key, or of all. */
export interface Sold {
  /**
   * The sum of the rows dated in a span; undefined where there are none. The span must be one of
   * those that were named, or begin before all days.
   */
  readonly within: (days: Days) => number | undefined;
  /** As `within`, of the part of a period up to the as-of day. */
  readonly inPeriod: (index: number) => number | undefined;
}

export interface SoldOfKey extends Sold {
  readonly key: readonly string[];
}

/**
 * Adds up the sales by key and by the pieces of time out of which every period of the grain up to
 * the as-of day, and every one of the spans, can be put together: one pass for all of them.
 */
export function actualsOf(
  sales: Dataset,
  by: readonly string[],
  grain: Grain,
  asOf: SerialDate,
  spans: readonly Days[],
): Actuals {
  const days = dayRangeOf(sales.dates, sales.rows, 0, asOf);
  const first = days ? periodIndex(days.first, grain) : 0;
  const last = days ? periodIndex(days.last, grain) : -1;
  const periods = Array.from({ length: last - first + 1 }, (_, at): Days => {
    const { start, end } = periodAt(first + at, grain);
    return { start, end: Math.min(end, asOf) };
  });
  const cuts = cutsOf([...periods, ...spans, { start: 0, end: asOf }]);
  const steps = new Map(cuts.map((cut, index) => [cut, index + 1]));
  const stepFrom = (day: SerialDate): number => {
    const step = steps.get(day);
    if (step === undefined) throw new Error(`No span begins on day ${String(day)}`);
    return step;
  };
  const ofKeys = aggregate(sales, { by, cuts, measures: ['sales', 'lines'] });
  const ofAll = aggregate(sales, { by: [], cuts, measures: ['sales', 'lines'] });
  const [all = new Int32Array(cuts.length + 1)] = ofAll.byKey().map(({ cells }) => cells);
  const lines = ofAll.readerOf('lines');
  const soldIn = (read: FigureReader, count: FigureReader, cells: Int32Array): Sold => {
    const within = ({ start, end }: Days): number | undefined => {
      if (end < start) return undefined;
      const parts: number[] = [];
      const until = stepFrom(end + 1);
      for (let step = stepFrom(start); step < until; step += 1) {
        const cell = cells[step] ?? 0;
        if (cell > 0 && count(cell) !== 0) parts.push(numberIn(read, cell));
      }
      return parts.length > 1 ? exactSum(parts) : parts[0];
    };
    return {
      within,
      inPeriod: (index) => {
        const period = periods[index - first];
        return period && within(period);
      },
    };
  };
  const afterAsOf = all.subarray(stepFrom(asOf + 1));
  const [sold, count] = [ofKeys.readerOf('sales'), ofKeys.readerOf('lines')];
  return {
    keys: ofKeys.byKey().map(({ key, cells }) => ({ key, ...soldIn(sold, count, cells) })),
    all: soldIn(ofAll.readerOf('sales'), lines, all),
    days,
    rowsAfterAsOf: afterAsOf.reduce((rows, cell) => rows + numberIn(lines, cell), 0),
  };
}

/** The days on which one of the spans begins, or has just ended. */
function cutsOf(spans: readonly Days[]): SerialDate[] {
  const cuts = new Set<SerialDate>();
  for (const { start, end } of spans) cuts.add(start).add(end + 1);
  return [...cuts].sort((a, b) => a - b);
}

function numberIn(read: FigureReader, cell: number): number {
  const figure = read(cell);
  if (!isMeasured(figure)) throw new Error('Sums of amounts are always measurable');
  return figure;
}
