import {
  addressIn,
  convert,
  dimensionColumns,
  findAmountColumn,
  findColumn,
  findDateColumn,
  findDateSpans,
  findGrain,
  findHeaderCurrency,
  findSideRows,
  wholeOf,
  findTargetDimension,
  judgeWholly,
  hasTargetBeside,
  notOfOnePeriod,
  openYearOf,
  partsOf,
  prepare,
  unsoldSums,
  type AheadWish,
  type Column,
  type DataSource,
  type Found,
  type Issue,
  type JoinUnclear,
  type NotRead,
  type Question,
  type Reading,
  type SideName,
  type SourceTable,
  type TableReadOptions,
  type Unclear,
} from '../intake';
import type { Grain, SerialDate } from '../sales';
import { salesAhead, targetsAhead, type ColumnsWished } from './columns-ahead';
import { JoinSearch, type JoinedTable } from './find-joins';
import { OrderSearch } from './find-orders';
import type { JoinWishes } from './join-wishes';
import { climbTargets, currenciesIn, type Joins } from './joins';
import { lookAround, type Known, type SourceWishes } from './look-around';
import { amongSold, findSource, isSalesAlone, salesAmong, targetsAmong } from './named-sources';
import type { RangeMarks } from './ranges';
import { glanceRows, type Session } from './session';
import { cellsOutside, rowsBelowTables } from './sheet-tables';
import type { Loaded } from './source-cache';
import { comparedColumns, sharedDimensions, withSpelling } from './shared-dimensions';
import { sheetsLeftOut } from './sheets-left-out';
import { doubtOfRows, isOpenEnded } from './stacks';

/** What the person chose; the rest is found. Sources by name, columns by header. */
export interface DataWishes extends SourceWishes {
  readonly sales?: string;
  readonly targets?: string;
  readonly salesDate?: string;
  readonly salesAmount?: string;
  readonly targetDate?: string;
  readonly targetAmount?: string;
  /** Dimensions of the sales to group by. */
  readonly by?: readonly string[];
  /** By dimension of the sales, the targets' column for it. */
  readonly targetDimensions?: Readonly<Record<string, string>>;
  readonly joins?: JoinWishes;
}

function wishedNames({ sales, targets, joins }: DataWishes) {
  return [sales, targets, joins?.orders, joins?.assignments, joins?.credits, joins?.rates];
}

/** One side of the data: its table and which column is which. */
export interface Side {
  readonly source: DataSource;
  readonly table: SourceTable;
  readonly date?: Column;
  readonly amount?: Column;
}

/** What was found, what is unclear, and what stands in the way. */
export interface DataFound {
  readonly sources: readonly DataSource[];
  /** What ranges look like that are named by their address. */
  readonly ranges: RangeMarks;
  readonly sales?: Side;
  readonly targets?: Side & {
    readonly grain?: Grain;
    /** By dimension of the sales, the targets' column for it. */
    readonly dimensions: ReadonlyMap<string, Column>;
  };
  /** Dimensions to group by. */
  readonly by: readonly Column[];
  /** What the sales could be grouped by. */
  readonly dimensions: readonly Column[];
  readonly joins: Joins;
  /** The tables to be joined, as far as they were read. */
  readonly joined: readonly JoinedTable[];
  readonly unclear: readonly Unclear[];
  /** What is unclear of tables that are to be joined. */
  readonly unclearJoins: readonly JoinUnclear[];
  readonly issues: readonly Issue[];
}

/**
 * Finds sales, targets and their columns, as far as each can be told from the others. What turned out
 * once sheets were read whole is `known` when it looks again.
 */
export async function findData(
  session: Session,
  wishes: DataWishes & Pick<ColumnsWished, 'everyColumn'> & { readonly asOf?: SerialDate } = {},
  options: TableReadOptions = {},
  known: Known = { whole: new Set(), doubts: new Map() },
): Promise<DataFound> {
  const unclear: Unclear[] = [];
  const issues: Issue[] = [];
  const { named, plain, looks, stacks, unread, split, ranges, readingOf, saidOf, candidates } =
    await lookAround(session, wishes, wishedNames(wishes), options, known);
  const { whole, doubts } = known;
  unclear.push(...ranges.moved);

  const again = (more: Partial<Known>) => findData(session, wishes, options, { ...known, ...more });

  const take = <T>(found: Found<T>): T | undefined => {
    if ('found' in found) return found.found;
    unclear.push(found.unclear);
    return undefined;
  };
  const note = (notRead: NotRead) => {
    const { asked, left } = questionsOf(notRead);
    unclear.push(...asked);
    issues.push(...left);
  };
  const unseen = new Set<string>();
  const load = async (
    source: DataSource | undefined,
    ahead?: AheadWish,
  ): Promise<SourceTable | undefined> => {
    if (!source) return undefined;
    const said = { ...options, ...saidOf(source), ...(ahead && { ahead }) };
    const loaded = await session.load(source, said, readingOf);
    if (holdsTablesUnseen(source, loaded, saidOf(source))) unseen.add(source.name);
    if ('table' in loaded) return loaded.table;
    note(loaded);
    return undefined;
  };

  const orderSearch = new OrderSearch(session, plain, saidOf, options);
  const isOther = (source: DataSource) =>
    partsOf(source).some((part) => looks.find((look) => look.source === part)?.isOther);
  const isFound =
    wishes.sales !== undefined || candidates(isSalesAlone).some((source) => !isOther(source));
  const lines = isFound ? [] : await orderSearch.lines(looks);
  const salesFound = findSource(
    named,
    wishes.sales,
    'salesSource',
    () => amongSold(candidates, isOther, (among) => [...lines, ...salesAmong(among)]),
    isOther,
  );
  // Where nothing looks like sales, what keeps a source from being read is the likeliest reason.
  if (!('found' in salesFound) && wishes.sales === undefined) unread.forEach(note);
  const salesSource = take(salesFound);
  const salesLoaded = await load(
    salesSource,
    salesSource && salesAhead(looks, salesSource, wishes),
  );
  let salesTable = salesLoaded && ofSide(salesLoaded, 'sales');
  const targetsFound = findSource(
    named,
    wishes.targets,
    'targetSource',
    () => {
      const found = amongSold(candidates, isOther, (among) =>
        targetsAmong(among, salesSource, salesTable),
      );
      if (found.length > 0) return found;
      const open = looks.filter(({ lacksYear, source }) => lacksYear && source !== salesSource);
      return open.map(({ source }) => source);
    },
    (source) => isOther(source) && source.name !== salesSource?.name,
  );
  // A source that waits for an answer may be the targets; what else is unread is none.
  if (salesSource && !('found' in targetsFound) && wishes.targets === undefined) {
    const isOther = ({ source }: Unclear) => source !== salesSource.name;
    unread.filter((one) => one.unclear?.every(isOther)).forEach(note);
    const isOpen = targetsFound.unclear.candidates.length > 0;
    const others = isOpen ? [] : looks.filter(({ source }) => source !== salesSource);
    issues.push(...others.flatMap(({ table }) => notOfOnePeriod(table) ?? []));
  }
  const targetSource = take(targetsFound);
  const stack = stacks.find(({ source }) => wishes.sales === undefined && source === salesSource);
  const isOpen = salesSource && (!salesLoaded || !targetSource);
  if (isOpen && unseen.size > 0 && !whole.has(salesSource.name)) {
    return again({ whole: new Set([...whole, ...unseen]) });
  }
  if (salesSource && targetSource) {
    const both = [salesSource, targetSource];
    issues.push(...(await cellsOutside(session, split, both, options)));
    issues.push(...(await rowsBelowTables(session, plain.flatMap(partsOf), both, options)));
    const areAll = wishes.sales === undefined || isOpenEnded(wishes.sales);
    const left = areAll
      ? await sheetsLeftOut(session, plain, salesSource, targetSource, saidOf, options)
      : [];
    issues.push(...left);
  }
  const targetLoaded = await load(targetSource, targetSource && targetsAhead(looks, targetSource));
  let targetTable = targetLoaded && ofSide(targetLoaded, 'targets');
  const joinSearch = new JoinSearch(
    wishes.joins ?? {},
    async (name) => load(take(findSource(named, name, 'joinedSource', () => []))),
    options,
  );

  if (!salesLoaded && stack?.isOpen && stack.doubt) {
    return again({ doubts: new Map([...doubts, [stack.source.name, stack.doubt]]) });
  }
  let sales: Side | undefined;
  let isOrderOpen = false;
  if (salesSource && salesTable) {
    const orders = await orderSearch.choose(salesTable, wishes.joins?.orders);
    if (orders && 'unclear' in orders) unclear.push(orders.unclear);
    else if (orders) salesTable = await joinSearch.order(salesTable, orders, wishes.salesDate);
    if (targetSource?.name === salesSource.name) targetTable = ofSide(salesTable, 'targets');
    // Where it is open which table has the dates, nothing can be said of their column.
    isOrderOpen = orders !== undefined && !joinSearch.joins.orders;
    const date = isOrderOpen
      ? undefined
      : take(
          chosen(salesTable, wishes.salesDate, 'salesDate') ??
            findDateColumn(salesTable, 'salesDate'),
        );
    const amount = take(
      chosen(salesTable, wishes.salesAmount, 'salesAmount') ??
        findAmountColumn(salesTable, 'amount', 'salesAmount'),
    );
    sales = await side(salesSource, salesTable, { date, amount }, options);
    unclear.push(...openValues(sales));
    const doubt = await doubtOfRows(sales, stack, options);
    if (doubt && stack) return again({ doubts: new Map([...doubts, [stack.source.name, doubt]]) });
    if (doubt) issues.push(doubt);
    if (isReady(sales)) sales = await joinSearch.assign(sales, wishes.asOf);
    salesTable = sales.table;
    await joinSearch.credit(salesTable);
  }
  const dimensions = salesTable ? dimensionColumns(salesTable) : [];
  if (salesTable) {
    const table = salesTable;
    const targets = targetTable;
    await joinSearch.rates(table, () => reportCurrency(wishes, table, targets, unclear));
  }
  const { joins } = joinSearch;
  const lacksColumn = isOrderOpen || joinSearch.lacksColumn;
  const rest = () => ({
    sources: named.all,
    ranges: ranges.marks,
    joins,
    joined: joinSearch.tables,
    unclear,
    unclearJoins: joinSearch.unclear,
    issues: [...issues, ...joinSearch.issues],
  });
  if (!targetSource || !targetTable) {
    const by = lacksColumn ? [] : wishedDimensions(salesTable, wishes.by, unclear);
    return { ...(sales && { sales }), by, dimensions, ...rest() };
  }

  // In one table with the sales, a row's date is that of both, and its amounts are two.
  const beside = targetSource.name === salesSource?.name ? sales : undefined;
  // Below them, they stand in the same column.
  const isBelow = findSideRows(targetTable) !== undefined && !hasTargetBeside(targetTable);
  const below = isBelow ? beside?.amount : undefined;
  const targetDate =
    chosen(targetTable, wishes.targetDate, 'targetDate') ??
    (beside
      ? dateBeside(targetTable, beside.date, wishes.salesDate !== undefined && !isBelow)
      : targetDateIn(targetTable));
  const targetSide = await side(
    targetSource,
    targetTable,
    {
      date: targetDate && take(withOpenYear(targetDate, targetTable)),
      amount: take(
        chosen(targetTable, wishes.targetAmount, 'targetAmount') ??
          (below ? { found: below } : undefined) ??
          findAmountColumn(targetTable, 'target', 'targetAmount', beside?.amount),
      ),
    },
    options,
  );
  unclear.push(...openValues(targetSide).filter((one) => !isAsked(one, unclear)));
  const { date, amount } = targetSide;
  const used = [date, amount].filter((column) => column !== undefined);
  if (salesTable) {
    await prepare(salesTable.raw, comparedColumns(salesTable, targetTable, wishes.by), options);
  }
  // Without the column that a table was to add, nothing can be said of the targets' columns.
  const by =
    !salesTable || lacksColumn
      ? []
      : wishes.by
        ? wishedDimensions(salesTable, wishes.by, unclear)
        : sharedDimensions(salesTable, targetTable, used, unclear);
  const matched = new Map<string, Column>();
  let targetRows: SourceTable = targetTable;
  for (const dimension of by) {
    if (!salesTable) break;
    const wished = wishes.targetDimensions?.[dimension.header];
    const found: Found<Column> =
      chosen(targetRows, wished, 'targetDimension') ??
      findTargetDimension(salesTable, targetRows, dimension, used);
    const isLacking = 'unclear' in found && found.unclear.candidates.length === 0;
    const climbed =
      isLacking && isReady(sales)
        ? climbTargets(sales, { ...targetSide, table: targetRows }, dimension, joins)
        : undefined;
    if (climbed) {
      targetRows = climbed.table;
      issues.push(...climbed.issues);
    }
    const asFound =
      isLacking && wished === undefined
        ? { unclear: withSpelling(found.unclear, salesTable, [dimension], targetRows, used) }
        : found;
    const column = climbed ? climbed.column : take(asFound);
    if (column) matched.set(dimension.header, column);
  }
  const grain = date && amount ? grainOf(targetTable, date, amount) : undefined;
  if (isReady(targetSide) && targetRows === targetTable) {
    const said = readingOf(targetSource).totals ?? {};
    for (const dimension of by) {
      unclear.push(...unnamedTotals(salesTable, dimension, targetSide, matched, said));
    }
  }
  return {
    ...(sales && { sales }),
    targets: {
      ...targetSide,
      table: targetRows,
      ...(grain && { grain }),
      dimensions: matched,
    },
    by,
    dimensions,
    ...rest(),
  };
}

/** Whether a sheet holds more tables than its first rows showed, and nobody said which is meant. */
function holdsTablesUnseen({ kind, area }: DataSource, loaded: Loaded, { table }: Reading) {
  const reading = 'table' in loaded ? loaded.table.raw.reading : loaded.reading;
  const hasOthers = (reading?.others.length ?? 0) > 0;
  return kind === 'sheet' && area.rows > glanceRows && table === undefined && hasOthers;
}

/** A table whose rows are those of one side, where a column tells sales and targets apart. */
function ofSide(table: SourceTable, side: SideName): SourceTable {
  return { ...table, side };
}

/** The currency to convert into: the one that was said, else the only one of the targets. */
function reportCurrency(
  wishes: DataWishes,
  sales: SourceTable,
  targets: SourceTable | undefined,
  unclear: Unclear[],
): string | undefined {
  if (wishes.joins?.currency !== undefined) return wishes.joins.currency;
  const [only, ...others] = targets ? currenciesOfTargets(targets) : [];
  if (only !== undefined && others.length === 0) return only;
  const candidates = currenciesIn(sales);
  if (candidates.length === 1) return candidates[0];
  unclear.push({ question: 'reportCurrency', source: sales.raw.source.name, candidates });
  return undefined;
}

/** By the column that names them, else by the headers of their figures: "Target EUR". */
function currenciesOfTargets(targets: SourceTable): string[] {
  const told = currenciesIn(targets);
  if (told.length > 0) return told;
  const figures = targets.columns.filter(({ kind }) => kind === 'number');
  return [...new Set(figures.flatMap(({ header }) => findHeaderCurrency(header) ?? []))];
}

export type ReadySide = Side & Required<Pick<Side, 'date' | 'amount'>>;

/** Whether it is known which columns hold the dates and the amounts. */
export function isReady(side: Side | undefined): side is ReadySide {
  return side?.date !== undefined && side.amount !== undefined;
}

/** A side whose columns are judged by all of their cells, now that they are going to be used. */
async function side(
  source: DataSource,
  table: SourceTable,
  { date, amount }: Readonly<Record<'date' | 'amount', Column | undefined>>,
  options: TableReadOptions,
): Promise<Side> {
  const used = [date, amount].flatMap((column) => (column ? [column.index] : []));
  await prepare(table.raw, used, options);
  return {
    source,
    table,
    ...(date && { date: judgeWholly(table, date) }),
    ...(amount && { amount: judgeWholly(table, amount) }),
  };
}

/** Where one table is both sides, a question about its cells is asked once. */
function isAsked({ question, source, subject }: Unclear, asked: readonly Unclear[]): boolean {
  return asked.some(
    (one) => one.question === question && one.source === source && one.subject === subject,
  );
}

/** What can be answered of a source that is not read, and what has to be mended. */
function questionsOf({ issues, unclear = [] }: NotRead) {
  const isAsked = ({ at }: Issue) => unclear.some((question) => question.at === at);
  return { asked: unclear, left: issues.filter((issue) => !isAsked(issue)) };
}

/** Targets of names without sales that are the sums of others, where nobody said that they are names. */
function unnamedTotals(
  sales: SourceTable | undefined,
  dimension: Column,
  targets: ReadySide,
  matched: ReadonlyMap<string, Column>,
  said: NonNullable<Reading['totals']>,
): Unclear[] {
  const { source, table } = targets;
  const index = matched.get(dimension.header)?.index ?? 0;
  const areSome = Object.values(said).includes('total');
  const sums = sales ? unsoldSums(sales, dimension, targets, matched, areSome) : [];
  return sums
    .filter(({ text }) => said[text] === undefined)
    .map(({ text, row }) => ({
      question: 'totalOrName',
      source: source.name,
      subject: text,
      candidates: ['total', 'name'],
      at: addressIn(table.raw, row, index),
    }));
}

/** What the values of the columns used leave open. */
function openValues({ table, date, amount }: Side): Unclear[] {
  const rows = findSideRows(table);
  const { source, orders } = table.raw;
  const sourceOf = ({ index }: Column) =>
    orders && index >= orders.firstColumn ? orders.source.name : source.name;
  const ask = (question: Question, column: Column, row: number, candidates: string[]) => ({
    question,
    source: sourceOf(column),
    subject: column.header,
    candidates,
    at: addressIn(table.raw, row, column.index),
  });
  return [
    ...(date?.dateOrder.kind === 'ambiguous'
      ? [ask('dateOrder', date, date.dateOrder.row, ['dmy', 'mdy'])]
      : []),
    ...(date?.halfSwapped && date.halfSwapped.isTurned === undefined
      ? [ask('daySwap', date, date.halfSwapped.row, ['swap', 'keep'])]
      : []),
    ...(rows && 'candidates' in rows
      ? [
          ask(table.side === 'sales' ? 'salesRows' : 'targetRows', rows.column, -1, [
            ...rows.candidates,
          ]),
        ]
      : []),
    ...(amount?.decimalSign.kind === 'ambiguous'
      ? [ask('decimalSign', amount, amount.decimalSign.row, ['.', ','])]
      : []),
  ];
}

function grainOf(table: SourceTable, date: Column, amount: Column): Grain | undefined {
  const { dataset } = convert(table, { date, amount, dimensions: new Map() });
  const spans = findDateSpans(table);
  const isOfSpans = spans && [spans.from.index, spans.to.index].includes(date.index);
  if (isOfSpans) return spans.grain;
  return findGrain(table, dataset.dates, date) ?? wholeOf(amount.header);
}

/** The date of targets in a table of their own. Of the first and the last day of a period the first is taken. */
function targetDateIn(table: SourceTable): Found<Column> {
  const found = findDateColumn(table, 'targetDate');
  if ('found' in found) return found;
  const spans = findDateSpans(table);
  const { candidates } = found.unclear;
  const areBoth = spans && candidates.length === 2 && candidates.includes(spans.from.header);
  return areBoth && candidates.includes(spans.to.header) ? { found: spans.from } : found;
}

/**
 * The date of targets in one table with the sales: that of the sales. Where it had to be said which
 * column this is, another may be the targets' own.
 */
function dateBeside(
  table: SourceTable,
  ofSales: Column | undefined,
  wasSaid: boolean,
): Found<Column> | undefined {
  if (!ofSales) return undefined;
  const own = findDateColumn(table, 'targetDate');
  const isOpen = wasSaid && 'unclear' in own && own.unclear.candidates.length > 1;
  return isOpen ? own : { found: ofSales };
}

/** Where no column tells the period of targets, it is their year that has to be said. */
function withOpenYear(found: Found<Column>, table: SourceTable): Found<Column> {
  const isNone = 'unclear' in found && found.unclear.candidates.length === 0;
  const unclear = isNone ? openYearOf(table) : undefined;
  return unclear ? { unclear } : found;
}

function chosen(
  table: SourceTable,
  header: string | undefined,
  question: Question,
): Found<Column> | undefined {
  if (header === undefined) return undefined;
  const found = findColumn(table, header);
  if (found) return { found };
  const candidates = table.columns.map((column) => column.header).filter((name) => name !== '');
  return { unclear: { question, source: table.raw.source.name, subject: header, candidates } };
}

function wishedDimensions(
  sales: SourceTable | undefined,
  by: readonly string[] | undefined,
  unclear: Unclear[],
): Column[] {
  if (!sales || !by) return [];
  return by.flatMap((header) => {
    const column = findColumn(sales, header);
    if (column) return [column];
    const source = sales.raw.source.name;
    unclear.push({ question: 'dimension', source, subject: header, candidates: [] });
    return [];
  });
}
