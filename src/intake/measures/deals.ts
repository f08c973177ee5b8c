import { isoOf, type Amounts, type Dataset, type SerialDate, type TextColumn } from '../../sales';
import { dimensionOf, type Column } from '../columns/column';
import { amountsIn, datesOf, noDate, signOf, type Converted } from '../convert';
import { opportunityOf, type Opportunity } from '../exports';
import { IssueList, type Issue } from '../issue';
import { judgeWholly, type SourceTable } from '../mapping';
import { findPipeline } from '../pipeline';
import { addressIn } from '../raw-table';
import { amountsAt, CellsLeftOut, withBlanks } from './cell-values';
import type { MeasureColumns } from './measure-columns';
import { probabilitiesOf } from './probability';

/** Which column of a table of deals is which. */
export interface DealChoice {
  readonly date: Column;
  readonly amount: Column;
  /** What tells one deal from another; without it each row is a deal. */
  readonly id?: Column;
  /** The column of each dimension, by the name the data sets give it. */
  readonly dimensions: ReadonlyMap<string, Column>;
  /** What is closed after this day is left out of figures of spans. */
  readonly asOf: SerialDate;
}

/** The deals of a table, whatever they came to, in the rows that figures are made of. */
export interface Deals {
  /** Won and lost deals, dated by the day they were closed. */
  readonly closed: Dataset;
  /** Deals by the day they were created; undefined where no column tells it. */
  readonly created: Dataset | undefined;
  /** Open deals by the day they are expected to close, which is 0 where none is said. */
  readonly open: Dataset;
  readonly hasLost: boolean;
  /** The deal that each row of the sales belongs to. */
  readonly sold: TextColumn;
  /** Of each row of the sales, the days from its creation to its closing. */
  readonly cycleDays: Amounts | undefined;
  readonly issues: readonly Issue[];
}

/**
 * The deals of a table of opportunities; undefined for any other table. A deal whose stage tells
 * nothing is left out, as it is of the sales. An open deal with a close date is expected then; what
 * was lost for 0 is worth nothing that anybody knows of.
 */
export function readDeals(
  table: SourceTable,
  read: Converted,
  choice: DealChoice,
  found: MeasureColumns,
): Deals | undefined {
  const pipeline = findPipeline(table);
  if (!pipeline) return undefined;
  const issues = new IssueList();
  const { grid } = table.raw;
  const createdColumn = found.columns.get('createdDate');
  const created = createdColumn && datesOf(grid.column(createdColumn.index), createdColumn);
  const closed = firstFilled(table, [choice.date, ...others(table, 'closedDate', choice.date)]);
  const expected = firstFilled(table, others(table, 'expectedClose', undefined));
  const amounts = amountsIn(grid.column(choice.amount.index), signOf(choice.amount));
  const deals: Opportunity[] = [];
  for (let row = 0; row < grid.rowCount; row += 1) {
    deals.push(
      opportunityOf({
        outcome: pipeline.outcomeAt(row),
        amount: knownNumber(amounts[row]),
        created: knownDay(created?.[row]),
        closed: knownDay(closed[row]),
        expected: knownDay(expected[row]),
      }),
    );
  }
  const isClosed = ({ outcome }: Opportunity) => outcome === 'won' || outcome === 'lost';
  const rowsOf = (fits: (deal: Opportunity) => boolean) =>
    Int32Array.from(deals.flatMap((deal, row) => (fits(deal) ? [row] : [])));
  const closedRows = rowsOf((deal) => isClosed(deal) && deal.closed !== undefined);
  const openRows = rowsOf(({ outcome }) => outcome === 'open');
  const createdRows = rowsOf((deal) => deal.outcome !== 'unknown' && deal.created !== undefined);
  nameFaults(table, deals, choice, createdColumn, issues);

  const ids = idsOf(table, choice.id);
  const isWon = (row: number) => deals[row]?.outcome === 'won';
  const base = (rows: Int32Array, dates: Int32Array): Dataset => ({
    rows: rows.length,
    dates,
    amounts: { values: new Float64Array(rows.length), decimals: 0 },
    dimensions: new Map(
      [...choice.dimensions].map(([name, { index }]) => [
        name,
        pickTexts(dimensionOf(grid.column(index)), rows),
      ]),
    ),
  });
  const counted = (dataset: Dataset, rows: Int32Array, all: string, isOne = isWon): Dataset => {
    const texts = pickTexts(ids, rows);
    const won = textsWhere(texts, (at) => isOne(rows[at] ?? -1));
    const dimensions = new Map([...dataset.dimensions, [all, texts], ['wonDeal', won]] as const);
    return { ...dataset, dimensions };
  };
  const dayOf = (rows: Int32Array, day: 'closed' | 'created' | 'expected') =>
    rows.map((row) => deals[row]?.[day] ?? noDate);
  const openNumbers = openAmounts(table, choice, found, { rows: openRows, amounts, issues });
  const soldRows = read.tableRows ?? Int32Array.from(deals, (_, row) => row);
  return {
    closed: counted(base(closedRows, dayOf(closedRows, 'closed')), closedRows, 'closedDeal'),
    created: created
      ? counted(base(createdRows, dayOf(createdRows, 'created')), createdRows, 'createdDeal')
      : undefined,
    open: {
      ...counted(base(openRows, dayOf(openRows, 'expected')), openRows, 'openDeal'),
      numbers: openNumbers,
    },
    hasLost: deals.some(({ outcome }) => outcome === 'lost'),
    sold: pickTexts(ids, soldRows),
    cycleDays: created && withBlanks(Float64Array.from(soldRows, (row) => cycleOf(deals[row]))),
    issues: issues.all(),
  };
}

/** Columns of a meaning beside the one that is used already, judged by all of their cells. */
function others(
  table: SourceTable,
  meaning: 'closedDate' | 'expectedClose',
  used: Column | undefined,
): Column[] {
  return table.columns
    .filter((column) => column.meaning === meaning && column.index !== used?.index)
    .map((column) => judgeWholly(table, column))
    .filter(({ kind, dateOrder }) => kind === 'date' && dateOrder.kind === 'found');
}

/** By row, the day of the first of some columns that has one. */
function firstFilled({ raw }: SourceTable, columns: readonly Column[]): Int32Array {
  const [first, ...rest] = columns.map((column) => datesOf(raw.grid.column(column.index), column));
  if (!first) return new Int32Array(raw.grid.rowCount);
  if (rest.length === 0) return first;
  return first.map((day, row) =>
    day === noDate ? (rest.find((dates) => dates[row] !== noDate)?.[row] ?? noDate) : day,
  );
}

function knownDay(day: number | undefined): number | undefined {
  return day === noDate ? undefined : day;
}

function knownNumber(number: number | undefined): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}

/** In days; NaN for deals of which a day is not known, and for those closed before they were created. */
function cycleOf(deal: Opportunity | undefined): number {
  const { created, closed, faults = [] } = deal ?? {};
  if (created === undefined || closed === undefined) return NaN;
  return faults.includes('closedBeforeCreated') ? NaN : closed - created;
}

/** A deal for each row: its id, or the row itself where it has none. */
function idsOf({ raw }: SourceTable, id: Column | undefined): TextColumn {
  const { grid } = raw;
  // No id begins with a zero character.
  const ownId = (row: number) => `\u0000${String(row)}`;
  if (!id) {
    const codes = Int32Array.from({ length: grid.rowCount }, (_, row) => row);
    return { codes, values: Array.from(codes, ownId) };
  }
  const { codes, values } = dimensionOf(grid.column(id.index));
  const blank = values.indexOf('');
  if (blank < 0) return { codes, values };
  const all = [...values];
  all[blank] = ownId(-1);
  const own = codes.map((code, row) => (code === blank ? all.push(ownId(row)) - 1 : code));
  return { codes: own, values: all };
}

function pickTexts({ codes, values }: TextColumn, rows: Int32Array): TextColumn {
  return { codes: rows.map((row) => codes[row] ?? 0), values };
}

/** The same texts where a row is meant, and none elsewhere. */
function textsWhere({ codes, values }: TextColumn, isMeant: (at: number) => boolean): TextColumn {
  const none = values.length;
  return { codes: codes.map((code, at) => (isMeant(at) ? code : none)), values: [...values, ''] };
}

/** The amounts of open deals, weighted with their probability as well where there is one. */
function openAmounts(
  table: SourceTable,
  { amount }: DealChoice,
  found: MeasureColumns,
  {
    rows,
    amounts,
    issues,
  }: { readonly rows: Int32Array; readonly amounts: Float64Array; readonly issues: IssueList },
): ReadonlyMap<string, Amounts> {
  const numbers = new Map([['openAmount', amountsAt(table, amount, amounts, rows, issues)]]);
  const probability = found.columns.get('probability');
  if (probability) {
    const all = probabilitiesOf(table, probability);
    amountsAt(table, probability, all, rows, issues);
    const weighted = Float64Array.from(rows, (row) => (amounts[row] ?? NaN) * (all[row] ?? NaN));
    numbers.set('weightedAmount', withBlanks(weighted));
  }
  return numbers;
}

/** Names the cells for which a deal is left out of some figures. */
function nameFaults(
  table: SourceTable,
  deals: readonly Opportunity[],
  { date, asOf }: DealChoice,
  createdColumn: Column | undefined,
  issues: IssueList,
): void {
  let lostLater = 0;
  const notCreated = createdColumn && new CellsLeftOut(table, createdColumn, issues);
  for (const [row, { outcome, created, closed, faults }] of deals.entries()) {
    if (outcome === 'lost' && faults.includes('closedWithoutDate')) {
      const at = addressIn(table.raw, row, date.index);
      issues.add({ code: 'lostWithoutDate', at, found: '', expected: date.header });
    }
    if (outcome === 'lost' && (closed ?? 0) > asOf) lostLater += 1;
    if (!createdColumn || outcome === 'unknown') continue;
    if (created === undefined) notCreated?.add(row);
    else if (outcome === 'won' && closed !== undefined && faults.includes('closedBeforeCreated')) {
      const at = addressIn(table.raw, row, createdColumn.index);
      const [found, expected] = [isoOf(created), isoOf(closed)];
      issues.add({ code: 'closedBeforeCreated', at, found, expected });
    }
  }
  notCreated?.close();
  if (lostLater > 0) {
    const at = addressIn(table.raw, -1, date.index);
    issues.add({ code: 'lostAfterAsOf', at, found: String(lostLater), expected: isoOf(asOf) });
  }
}
