import {
  afterAsOfIssue,
  columnIssues,
  convertSteps,
  creditIssues,
  findHeaderCurrency,
  findLastDay,
  grainIssue,
  isBlocking,
  lineIssues,
  orderTotalIssues,
  nearlySameNames,
  sheetsOf,
  signDoubts,
  signIssues,
  typedAsDays,
  sourceAddress,
  sourceLabel,
  stepwise,
  targetDoubts,
  unitIssues,
  type Column,
  type ColumnChoice,
  type Converted,
  type Issue,
  type TableReadOptions,
  type Unclear,
} from '../intake';
import {
  trackingSteps,
  usualThresholds,
  type Grain,
  type Judgement,
  type SerialDate,
  type TrackingReport,
} from '../sales';
import type { ReportOrigin } from '../summary';
import { placeAddress } from '../workbook';
import { findData, isReady, type DataFound, type DataWishes, type ReadySide } from './find-data';
import { columnsForJoins, currencyColumn, inOneCurrency, joinedSales } from './joins';
import { joinsTold } from './joins-told';
import { repeatedTargets } from './repeated-targets';
import type { Session } from './session';
import { withoutCellsOf } from './sheet-tables';

/** What a report is asked to show. What is left out is found in the data. */
export interface ReportWishes extends DataWishes {
  /** Left out, the targets' own grain. */
  readonly grain?: Grain;
  /** Left out, the last day with sales. */
  readonly asOf?: SerialDate;
  /** A day of the period to show; left out, the as-of day. */
  readonly shown?: SerialDate;
}

/** How many rows went in, were used and were set aside, and what the used ones add up to. */
export interface SourceCounts {
  readonly rows: number;
  readonly used: number;
  readonly setAside: number;
  readonly total: number;
}

/** Sales held against targets, with where they came from. */
export interface Tracked {
  readonly report: TrackingReport;
  /** The rows that count as sales, before any join. */
  readonly salesRead: Converted;
  readonly data: DataFound & Required<Pick<DataFound, 'sales' | 'targets'>>;
  readonly mapping: {
    readonly sales: MappedSide;
    readonly targets: MappedSide & { readonly grain: Grain };
  };
  readonly sales: SourceCounts;
  readonly targets: SourceCounts;
  readonly origin: ReportOrigin;
  readonly issues: readonly Issue[];
}

/** Which column of a source is which, by header. */
export interface MappedSide {
  readonly source: string;
  /** The sheets that its rows stand on. */
  readonly sheets: readonly string[];
  readonly at: string;
  readonly date: string;
  readonly amount: string;
  readonly by: readonly string[];
}

/** A job that could not be done: what has to be told or mended first. Nothing was changed. */
export interface Stopped {
  readonly data: DataFound;
  readonly unclear: readonly Unclear[];
  readonly issues: readonly Issue[];
}

export type Outcome<T> = { readonly done: T } | { readonly stopped: Stopped };

const usualJudgement: Judgement = Object.freeze({
  thresholds: usualThresholds,
  method: 'strict',
});

/** Headings that were not read: what is asked about groups may have its answer there. */
function headingsLeft({ sales, targets }: DataFound): Issue[] {
  const tables = new Set([sales, targets].flatMap((side) => side?.table.raw ?? []));
  const findings = [...tables].flatMap((table) => table.findings ?? []);
  return findings.filter(({ code }) => code === 'headingsLeft');
}

/** What keeps both sides from being held against each other. */
function wrongIn(
  { by, joins, ...data }: DataFound,
  salesChoice: ColumnChoice,
  targetChoice: ColumnChoice,
): Issue[] {
  const { sales, targets } = data;
  if (!sales || !targets) return [];
  const { amount } = targetChoice;
  const targetCurrency = joins.rates && currencyColumn(targets.table);
  return [
    ...creditIssues(targets.table, amount),
    ...lineIssues(sales.table, salesChoice.amount, by),
    ...columnIssues(sales.table, salesChoice),
    ...columnIssues(targets.table, targetChoice),
    ...unitIssues({ ...sales, ...salesChoice }, { ...targets, ...targetChoice }),
  ].filter(({ code }) => {
    if (!joins.rates) return true;
    const headed = targetCurrency ? undefined : findHeaderCurrency(amount.header);
    const isOther = code === 'otherCurrency' && headed !== undefined && headed !== joins.rates.to;
    return isOther || (code !== 'mixedCurrencies' && code !== 'otherCurrency');
  });
}

/** What a report would be refused for, as far as it is known before its rows are read. */
export function refusalsOf(data: DataFound): readonly Issue[] {
  const { sales, targets } = data;
  if (!isReady(sales) || !isReady(targets) || isOpen(data)) return [];
  const none = { dimensions: new Map() };
  return wrongIn(data, { ...pick(sales), ...none }, { ...pick(targets), ...none }).filter(
    isBlocking,
  );
}

function isOpen({ unclear, unclearJoins, issues }: DataFound): boolean {
  return unclear.length + unclearJoins.length > 0 || issues.some(isBlocking);
}

/** Reads sales and targets and computes the report, or says what stands in the way. */
export async function track(
  session: Session,
  wishes: ReportWishes = {},
  options: TableReadOptions = {},
): Promise<Outcome<Tracked>> {
  const data = await findData(session, wishes, options);
  const { sales, targets, by } = data;
  if (isOpen(data) || !isReady(sales) || !isReady(targets) || !data.targets) {
    const issues = [...data.issues, ...headingsLeft(data)];
    return { stopped: { data, unclear: data.unclear, issues } };
  }
  const matched = data.targets.dimensions;
  const { joins } = data;
  const salesChoice = {
    ...pick(sales),
    dimensions: byHeader([...by, ...columnsForJoins(sales.table, joins)]),
  };
  const targetCurrency = joins.rates && currencyColumn(targets.table);
  const targetDimensions = new Map(matched);
  if (targetCurrency) targetDimensions.set(targetCurrency.header, targetCurrency);
  const targetChoice = { ...pick(targets), dimensions: targetDimensions };
  const signs = signIssues(sales.table, sales);
  const totals = orderTotalIssues(sales.table, sales);
  const wrong = [...signs, ...totals, ...wrongIn(data, salesChoice, targetChoice)];
  if (wrong.some(isBlocking)) return { stopped: { data, unclear: [], issues: wrong } };

  const salesRead = await stepwise(
    convertSteps(sales.table, salesChoice),
    sales.source.name,
    options,
  );
  const targetRead = await stepwise(
    convertSteps(targets.table, targetChoice),
    targets.source.name,
    options,
  );
  // One table, used for both sides, is beside itself.
  const told = (some: readonly Issue[], other: ReadySide) =>
    sales.source.name === targets.source.name ? some : withoutCellsOf(some, other.source);
  const repeated = repeatedTargets(sales, targets, targetRead, matched);
  await options.pause?.();
  const issues = [
    ...data.issues,
    ...signs,
    ...totals,
    ...typedAsDays(sales.table, sales.date),
    ...told(typedAsDays(targets.table, targets.date), sales),
    ...told(salesRead.issues, targets),
    ...notTold(told(targetRead.issues, sales), salesRead.issues),
    ...repeated,
    ...emptyIssues(sales, salesRead),
    ...emptyIssues(targets, targetRead),
  ];
  for (const dimension of by) {
    const column = matched.get(dimension.header);
    if (column) issues.push(...nearlySameNames(sales.table, dimension, targets.table, column));
  }
  const grain = wishes.grain ?? data.targets.grain ?? 'month';
  const targetGrain = data.targets.grain ?? grain;
  if (!data.targets.grain) issues.push(grainIssue(targets.table, targets.date, targetGrain));
  if (issues.some(isBlocking)) return { stopped: { data, unclear: [], issues } };

  const joined = joinedSales(sales.table, salesRead, joins);
  const convertedTargets = inOneCurrency(targets.table, targetRead, joins);
  issues.push(...joined.issues, ...convertedTargets.issues);
  if (issues.some(isBlocking)) return { stopped: { data, unclear: [], issues } };

  const asOf = wishes.asOf ?? findLastDay(sales.table, salesRead.dataset.dates, sales.date) ?? 0;
  const names = by.map((column) => column.header);
  await options.pause?.();
  const report = await stepwise(
    trackingSteps(joined.dataset, convertedTargets.dataset, {
      ...usualJudgement,
      by: names,
      grain,
      targetGrain,
      asOf,
      phasing: 'workingDays',
      ...(wishes.shown !== undefined && { shown: wishes.shown }),
    }),
    sales.source.name,
    options,
  );
  // A row whose credit is split is one row of the sheet.
  const after = joins.credits
    ? salesRead.dataset.dates.reduce((rows, date) => rows + Number(date > asOf), 0)
    : report.control.rowsAfterAsOf;
  if (after > 0) issues.push(afterAsOfIssue(sales.table, sales.date, after, asOf));
  issues.push(...signDoubts(sales.table, sales.amount, report));
  issues.push(...targetDoubts(targets.table, targets, report));
  const salesCounts = {
    rows: salesRead.counts.rows,
    used: salesRead.counts.used - after,
    setAside: salesRead.counts.setAside + after,
    total: report.control.sales.total,
  };
  const targetCounts = { ...targetRead.counts, total: report.control.targets.total };
  return {
    done: {
      report,
      salesRead,
      data: { ...data, sales, targets: { ...targets, dimensions: matched } },
      mapping: {
        sales: mapped(sales, names),
        targets: {
          ...mapped(
            targets,
            names.map((name) => matched.get(name)?.header ?? ''),
          ),
          grain: targetGrain,
        },
      },
      sales: salesCounts,
      targets: targetCounts,
      origin: {
        amount: joins.rates ? `${sales.amount.header} (${joins.rates.to})` : sales.amount.header,
        salesAt: sourceAddress(sales.source),
        sales: salesCounts,
        targetsAt: sourceAddress(targets.source),
        targets: targetCounts,
        joins: joinsTold(joins),
      },
      issues,
    },
  };
}

/** Where one table is both sides, what both find in a cell is told once. */
function notTold(issues: readonly Issue[], told: readonly Issue[]): readonly Issue[] {
  const keyOf = ({ code, at, found, expected }: Issue) =>
    JSON.stringify([code, at, found, expected]);
  const known = new Set(told.map(keyOf));
  return issues.filter((issue) => !known.has(keyOf(issue)));
}

function pick({ date, amount }: ReadySide) {
  return { date, amount };
}

function byHeader(columns: readonly Column[]): ReadonlyMap<string, Column> {
  return new Map(columns.map((column) => [column.header, column]));
}

function mapped(side: ReadySide, by: readonly string[]): MappedSide {
  return {
    source: side.source.name,
    sheets: sheetsOf(side.source),
    at: sourceAddress(side.source),
    date: side.date.header,
    amount: side.amount.header,
    by,
  };
}

/** A source none of whose rows could be used. */
function emptyIssues(side: ReadySide, read: Converted): Issue[] {
  if (read.counts.used > 0) return [];
  const found = sourceLabel(side.source);
  return [{ code: 'noData', at: placeAddress(side.source), found, expected: 'rows' }];
}
