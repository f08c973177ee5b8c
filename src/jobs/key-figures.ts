import {
  findMeasureColumns,
  measuredSales,
  prepare,
  readDeals,
  stepwise,
  type Column,
  type Deals,
  type Issue,
  type MeasureColumns,
  type MeasureRole,
  type TableReadOptions,
} from '../intake';
import {
  findNumbers,
  keyFigureSteps,
  noTarget,
  type Amounts,
  type Dataset,
  type KeyFigureName,
  type KeyFigureRows,
  type KeyFigureSpan,
  type Reason,
  type SpanKeyFigures,
} from '../sales';
import { isReady, type ReadySide } from './find-data';
import { assignRows, columnsForJoins, creditSales, inOneCurrency } from './joins';
import { offeredFigures } from './offered-figures';
import type { Session } from './session';
import { track, type Outcome, type ReportWishes, type Tracked } from './track';

/** The spans that key figures are computed for: those of the report, or all days to the as-of day. */
export const keyFigureSpanNames = ['all', 'period', 'yearToDate'] as const;
export type KeyFigureSpanName = (typeof keyFigureSpanNames)[number];

/** The key figures of the sales that a report is of. */
export interface KeyFigures<Span extends KeyFigureSpanName = KeyFigureSpanName> {
  readonly spans: Readonly<Record<Span, SpanKeyFigures>>;
  /** By what measures need it for, the header of its column. */
  readonly columns: Readonly<Partial<Record<MeasureRole, string>>>;
  /** Cells that are left out of some of the figures. */
  readonly issues: readonly Issue[];
}

/** The key figures of a report: those that the columns of its sales allow, by its dimensions. */
export async function keyFigures(
  session: Session,
  wishes: ReportWishes = {},
  options: TableReadOptions = {},
): Promise<Outcome<KeyFigures>> {
  const tracked = await track(session, wishes, options);
  if ('stopped' in tracked) return tracked;
  return { done: await keyFiguresOf(tracked.done, keyFigureSpanNames, true, options) };
}

/** The key figures of a report that is computed already, of the same rows. */
export async function keyFiguresOf<Span extends KeyFigureSpanName>(
  tracked: Tracked,
  spans: readonly Span[],
  isByKey: boolean,
  options: TableReadOptions = {},
): Promise<KeyFigures<Span>> {
  const { sales } = tracked.data;
  if (!isReady(sales)) throw new Error('A report without columns of dates and amounts');
  const found = findMeasureColumns(sales.table, [sales.date, sales.amount]);
  const used = [...found.columns.values()].map(({ index }) => index);
  await prepare(sales.table.raw, used, options);
  const { rows, issues, lacking } = measuredRows(tracked, sales, found);
  const request = {
    by: tracked.report.request.by,
    spans: spansOf(tracked, spans),
    ...offeredFigures(rows, found, lacking),
    isByKey,
  };
  const steps = keyFigureSteps(rows, request);
  return {
    spans: await stepwise(steps, sales.source.name, options),
    columns: Object.fromEntries([...found.columns].map(([role, { header }]) => [role, header])),
    issues,
  };
}

/** The days of each span, and the targets that open deals are held against. */
function spansOf<Span extends KeyFigureSpanName>(
  { report }: Tracked,
  names: readonly Span[],
): Readonly<Record<Span, KeyFigureSpan>> {
  const { current, yearToDate, request } = report;
  const until = (end: number) => Math.min(end, request.asOf);
  const targets = new Map(current.rows.map(({ key, target }) => [JSON.stringify(key), target]));
  const targetOf = (key: readonly string[] | undefined) =>
    key ? (targets.get(JSON.stringify(key)) ?? noTarget) : current.total.target;
  const spans: Readonly<Record<KeyFigureSpanName, KeyFigureSpan>> = {
    all: { start: 0, end: request.asOf },
    period: {
      start: current.start,
      end: until(current.end),
      due: { end: current.end, target: targetOf },
    },
    yearToDate: { start: yearToDate.start, end: until(yearToDate.end) },
  };
  return Object.fromEntries(names.map((name) => [name, spans[name]])) as Record<
    Span,
    KeyFigureSpan
  >;
}

interface MeasuredRows {
  readonly rows: KeyFigureRows;
  readonly issues: readonly Issue[];
  /** Figures that the deals of the table do not tell. */
  readonly lacking: ReadonlyMap<KeyFigureName, Reason>;
}

/** The rows that figures are made of, joined as those of the report are. */
function measuredRows(tracked: Tracked, sales: ReadySide, found: MeasureColumns): MeasuredRows {
  const { data, salesRead, report } = tracked;
  const { joins, by } = data;
  const { table, date, amount } = sales;
  const id = joins.credits?.deal ?? found.columns.get('orderId');
  const from = table.columns.find(({ header }) => header === joins.assigned?.from);
  const needed = [...by, ...columnsForJoins(table, joins), ...(from ? [from] : [])];
  const dimensions = new Map(needed.map((column): [string, Column] => [column.header, column]));
  const measured = measuredSales(table, salesRead, found);
  const { asOf } = report.request;
  const choice = { date, amount, ...(id && { id }), dimensions, asOf };
  const deals = readDeals(table, salesRead, choice, found);
  const dataset = deals ? withDeals(measured.dataset, deals) : measured.dataset;
  const { money, totals } = measured;
  const converted = inOneCurrency(table, { ...salesRead, dataset }, joins, money);
  const sold = creditSales(converted.dataset, joins, totals).dataset;
  const issues = [...measured.issues, ...(deals?.issues ?? [])];
  const rows = { sales: sold };
  if (!deals) return { rows, issues, lacking: new Map() };

  const joined = (one: Dataset) => creditSales(assignRows(one, joins), joins).dataset;
  const open = openRows(tracked, sales, deals.open);
  return {
    rows: {
      ...rows,
      closed: joined(deals.closed),
      ...(deals.created && { created: joined(deals.created) }),
      ...(open && { open }),
    },
    issues,
    lacking: new Map<KeyFigureName, Reason>([
      ...(open ? [] : openFigures.map((name) => [name, 'noRate'] as const)),
      // A list of what was won tells nothing of what was lost.
      ...(deals.hasLost ? [] : ([['winRate', 'noLostDeals']] as const)),
    ]),
  };
}

const openFigures = ['openDeals', 'openPipeline', 'weightedPipeline', 'coverage'] as const;

/** The sales with the deal that each row belongs to. */
function withDeals(sales: Dataset, { sold, cycleDays }: Deals): Dataset {
  return {
    ...sales,
    dimensions: new Map([...sales.dimensions, ['wonDeal', sold]]),
    ...(cycleDays && { numbers: new Map([...(sales.numbers ?? []), ['cycleDays', cycleDays]]) }),
  };
}

/**
 * Open deals, worth what their currency is on the as-of day and of the team that their people are on
 * then; undefined where a rate is missing.
 */
function openRows(
  { data: { joins }, report, salesRead }: Tracked,
  { table }: ReadySide,
  open: Dataset,
): Dataset | undefined {
  const money = [...(open.numbers?.keys() ?? [])];
  const due: Amounts = { values: Float64Array.from(open.dates), decimals: 0 };
  const today: Dataset = {
    ...open,
    dates: open.dates.map(() => report.request.asOf),
    numbers: new Map([...(open.numbers ?? []), ['dueDay', due]]),
  };
  const { dataset, issues } = inOneCurrency(table, { ...salesRead, dataset: today }, joins, money);
  if (issues.length > 0) return undefined;
  const joined = creditSales(assignRows(dataset, joins), joins, money).dataset;
  return { ...joined, dates: Int32Array.from(findNumbers(joined, 'dueDay')?.values ?? []) };
}
