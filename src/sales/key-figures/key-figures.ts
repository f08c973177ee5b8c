import { lastSerial, type SerialDate } from '../calendar';
import { aggregate, dayRangeOf, type Aggregate } from '../cube';
import type { Dataset } from '../dataset';
import {
  coverage,
  isMeasured,
  unmeasurable,
  type Measure,
  type MeasureUnit,
  type Reason,
} from '../measures';
import { compareKeys } from '../tracking';
import { oncePerDeal } from './once-per-deal';
import {
  rowsOfMeasure,
  unitOf,
  type KeyFigureName,
  type KeyMeasure,
  type RowsOf,
} from './key-figure-table';

export interface KeyFigure {
  readonly name: KeyFigureName;
  readonly unit: MeasureUnit;
  readonly value: Measure;
}

/** What a span of days is asked for. */
export interface KeyFigureSpan {
  /** Both days included. Open deals are those of the data as read, whatever the span. */
  readonly start: SerialDate;
  readonly end: SerialDate;
  /** For coverage: until when open deals are due, and the target; without a key that of all. */
  readonly due?: {
    readonly end: SerialDate;
    readonly target: (key: readonly string[] | undefined) => Measure;
  };
}

/** The rows of each kind; of deals, those that the data have. */
export type KeyFigureRows = { readonly sales: Dataset } & Partial<Record<RowsOf, Dataset>>;

export interface KeyFigureRequest<Span extends string> {
  readonly by: readonly string[];
  readonly spans: Readonly<Record<Span, KeyFigureSpan>>;
  /** What the data have the columns for, in the order in which it is shown. */
  readonly names: readonly KeyFigureName[];
  /** Why some of them cannot be computed in any span. */
  readonly lacking: ReadonlyMap<KeyFigureName, Reason>;
  /** Whether each key is asked for as well. */
  readonly isByKey: boolean;
}

/** The key figures of one span: of all rows together, and of each key where they were asked for. */
export interface SpanKeyFigures {
  readonly start: SerialDate;
  readonly end: SerialDate;
  readonly total: readonly KeyFigure[];
  /** By key, unassigned last. */
  readonly rows: readonly {
    readonly key: readonly string[];
    readonly figures: readonly KeyFigure[];
  }[];
}

/**
 * The key figures of sales and deals, span by span, in steps between which others may work.
 *
 * Sales are counted by the day of the sale, win rates by the day a deal was closed, conversion by the
 * day it was created. The open pipeline is that of the data as read.
 */
export function* keyFigureSteps<Span extends string>(
  rows: KeyFigureRows,
  request: KeyFigureRequest<Span>,
): Generator<undefined, Readonly<Record<Span, SpanKeyFigures>>> {
  const answers: [string, SpanKeyFigures][] = [];
  for (const [name, span] of Object.entries<KeyFigureSpan>(request.spans)) {
    const { start, end } = span;
    const total = yield* groupsOf(rows, request, span, []);
    const byKey = request.isByKey ? yield* groupsOf(rows, request, span, request.by) : undefined;
    answers.push([
      name,
      {
        start,
        end,
        total: total.figures(undefined),
        rows: byKey?.keys().map((key) => ({ key, figures: byKey.figures(key) })) ?? [],
      },
    ]);
  }
  return Object.fromEntries(answers) as Record<Span, SpanKeyFigures>;
}

/** Counts of the different texts of a column. */
const counted: ReadonlySet<KeyMeasure> = new Set<KeyMeasure>(['orders', 'customers']);

interface Groups {
  keys(): (readonly string[])[];
  figures(key: readonly string[] | undefined): KeyFigure[];
}

function* groupsOf<Span extends string>(
  allRows: KeyFigureRows,
  request: KeyFigureRequest<Span>,
  span: KeyFigureSpan,
  by: readonly string[],
): Generator<undefined, Groups> {
  const { names, lacking } = request;
  const rows = { ...allRows, sales: oncePerDeal(allRows.sales, by) };
  const computed = names.filter(
    (name): name is KeyMeasure => name !== 'coverage' && !lacking.has(name),
  );
  const aggregates = new Map<RowsOf, Aggregate>();
  for (const kind of new Set(computed.map(rowsOfMeasure))) {
    const dataset = rows[kind];
    if (!dataset) continue;
    const measures = computed.filter((name) => rowsOfMeasure(name) === kind);
    const days = kind === 'open' ? {} : { from: span.start, to: span.end };
    aggregates.set(kind, aggregate(dataset, { by, measures, ...days }));
    yield;
  }
  const read = (name: KeyMeasure, key: readonly string[]): Measure => {
    const reason = lacking.get(name);
    if (reason) return unmeasurable(reason);
    const groups = aggregates.get(rowsOfMeasure(name));
    if (!groups) return unmeasurable('noColumn');
    const cell = groups.find(key);
    const figure = groups.figure(cell, name);
    // Rows whose cells are blank have no customers that anybody knows of, which is not none.
    const isUnknown = figure === 0 && counted.has(name) && groups.rowsIn(cell) > 0;
    return isUnknown ? unmeasurable('noValues') : figure;
  };
  const openDue = names.includes('coverage') ? openDueIn(rows, request, span, by) : undefined;
  const covered = (key: readonly string[] | undefined): Measure => {
    const sold = read('sales', key ?? []);
    if (!span.due || !openDue || !isMeasured(sold)) return unmeasurable('noTarget');
    return coverage(openDue(key ?? []), span.due.target(key), sold);
  };
  const shown = names.filter((name) => name !== 'coverage' || span.due);
  return {
    keys: () => keysOf(aggregates.values()),
    figures: (key) =>
      shown.map((name) => ({
        name,
        unit: unitOf(name),
        value: name === 'coverage' ? covered(key) : read(name, key ?? []),
      })),
  };
}

/** The open deals that are expected to close in a span. */
function openDueIn<Span extends string>(
  { open }: KeyFigureRows,
  { lacking }: KeyFigureRequest<Span>,
  { start, due }: KeyFigureSpan,
  by: readonly string[],
): ((key: readonly string[]) => Measure) | undefined {
  if (!due || !open) return undefined;
  const reason = lacking.get('coverage') ?? lacking.get('openPipeline');
  if (reason) return () => unmeasurable(reason);
  // Deals of which nobody said when they are due are due at no time, which is not never.
  if (!dayRangeOf(open.dates, open.rows, 1, lastSerial)) return () => unmeasurable('noValues');
  const groups = aggregate(open, { by, measures: ['openPipeline'], from: start, to: due.end });
  return (key) => groups.figure(groups.find(key), 'openPipeline');
}

function keysOf(aggregates: Iterable<Aggregate>): (readonly string[])[] {
  const keys = new Map<string, readonly string[]>();
  for (const groups of aggregates) {
    for (const { key } of groups.groups()) keys.set(JSON.stringify(key), key);
  }
  return [...keys.values()].sort(compareKeys);
}
