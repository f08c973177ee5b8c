import {
  amountsOf,
  findIso,
  TextColumnBuilder,
  usualThresholds,
  type Dataset,
  type SerialDate,
  type TrackingRequest,
} from '../../src/sales';

/** The serial number of a day written YYYY-MM-DD. */
export function day(iso: string): SerialDate {
  const serial = findIso(iso);
  if (serial === undefined) throw new Error(`${iso} is no day`);
  return serial;
}

export type Line = readonly [iso: string, amount: number, ...key: string[]];

/** Lines of sales or targets as a data set with these dimensions. */
export function linesOf(dimensions: readonly string[], lines: readonly Line[]): Dataset {
  return {
    rows: lines.length,
    dates: Int32Array.from(lines, ([iso]) => day(iso)),
    amounts: amountsOf(Float64Array.from(lines, ([, amount]) => amount)),
    dimensions: new Map(
      dimensions.map((name, index) => {
        const builder = new TextColumnBuilder(lines.length);
        for (const [, , ...key] of lines) builder.push(key[index] ?? '');
        return [name, builder.build()];
      }),
    ),
  };
}

/** A request by person and month, as of a day, unless told otherwise. */
export function requestFor(asOf: string, changes: Partial<TrackingRequest> = {}): TrackingRequest {
  return {
    by: ['Person'],
    grain: 'month',
    targetGrain: 'month',
    asOf: day(asOf),
    phasing: 'calendarDays',
    thresholds: usualThresholds,
    method: 'strict',
    ...changes,
  };
}
