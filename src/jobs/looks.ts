import {
  actuals,
  findRole,
  holdsBothSides,
  holdsDays,
  isOfOnePeriod,
  kindsHeld,
  looksLike,
  namesTargets,
  openYearOf,
  ownTitles,
  partsOfSheet,
  plainWords,
  speaksOfOther,
  speaksOfSales,
  type Column,
  type DataSource,
  type NotRead,
  type Reading,
  type SheetParts,
  type SourceTable,
  type TableReadOptions,
} from '../intake';
import { findPlace, intersection, type Source } from '../workbook';
import { glanceRows, type Session } from './session';
import type { Loaded } from './source-cache';

/** What a source can be taken for. */
export interface Look {
  readonly source: DataSource;
  readonly table: SourceTable;
  readonly isSales: boolean;
  readonly isTargets: boolean;
  /** It holds sales and their targets beside each other. */
  readonly isBoth: boolean;
  /** It holds targets of which nothing tells the year. */
  readonly lacksYear: boolean;
  /** What its figures are, whether or not a column tells when they were. */
  readonly holds: 'amounts' | 'targets' | undefined;
  /** Its name, a title or header speaks of costs, staff or stock, and nothing of sales. */
  readonly isOther: boolean;
}

/** A sheet that holds several tables, and each of them as a source. */
export interface SplitSheet extends Pick<SheetParts, 'gaps'> {
  readonly source: Source;
  readonly tables: readonly Source[];
  /** It is no table itself: which of its tables is meant is told by what each of them is, or asked. */
  readonly isOpen: boolean;
  /** A person said which of them it is read as. */
  readonly isChosen: boolean;
  /** Where its tables stand is known from its first rows alone. */
  readonly isPart: boolean;
}

/** What the sources of a workbook look like. */
export interface Glances {
  readonly looks: readonly Look[];
  readonly unread: readonly NotRead[];
  readonly split: readonly SplitSheet[];
}

/**
 * What each source looks like from its first rows, and each table of a sheet that holds several. Sheets
 * of `whole` are looked at in all of their rows.
 */
export async function glanceAt(
  session: Session,
  sources: readonly Source[],
  saidOf: (source: Source) => Reading,
  options: TableReadOptions,
  whole: ReadonlySet<string> = new Set(),
): Promise<Glances> {
  const looks: Look[] = [];
  const unread: NotRead[] = [];
  const split: SplitSheet[] = [];
  for (const source of sources) {
    if (source.kind === 'name' || source.isHidden) continue;
    const said = { ...options, ...saidOf(source) };
    const tablesOfExcel = sources.filter(
      ({ kind, sheet }) => kind === 'table' && sheet === source.sheet,
    );
    const seen = async (isWhole: boolean) => {
      const loaded = await (isWhole ? session.load(source, said) : session.glance(source, said));
      const look = 'table' in loaded ? lookOf(session, source, loaded.table) : undefined;
      const isSaid = saidOf(source).table !== undefined && look?.isTargets === true;
      // Where a person said which table has the targets, no other one of the sheet is asked about.
      const parts = isSaid
        ? undefined
        : await partsIn(session, source, loaded, tablesOfExcel, saidOf, options);
      return { loaded, look, parts, isWhole: isWhole || source.area.rows <= glanceRows };
    };
    const isSheet = source.kind === 'sheet';
    let { loaded, look, parts, isWhole } = await seen(isSheet && whole.has(source.name));
    // How far tables below each other reach, all rows tell.
    if (parts?.areStacked && !isWhole) ({ loaded, look, parts, isWhole } = await seen(true));
    if (look) looks.push(look);
    if (parts) {
      const { tables, gaps, isOpen, isChosen } = parts;
      split.push({ source, tables, gaps, isOpen, isChosen, isPart: !isWhole });
      looks.push(...parts.looks);
      unread.push(...parts.unread);
    } else if (!('table' in loaded)) unread.push(loaded);
  }
  return { looks, unread, split };
}

/**
 * The tables of a sheet and what they look like, where it holds several that are of use. Beside the one
 * that the sheet is read as, targets alone are. What stands in a table of Excel is that table's.
 */
async function partsIn(
  session: Session,
  source: Source,
  loaded: Loaded,
  tablesOfExcel: readonly Source[],
  saidOf: (source: Source) => Reading,
  options: TableReadOptions,
) {
  const reading = 'table' in loaded ? loaded.table.raw.reading : loaded.reading;
  if (source.kind !== 'sheet' || !reading || reading.others.length === 0) return undefined;
  const { own, others, ...rest } = partsOfSheet(source, reading);
  const isOpen = reading.questions.some(({ question }) => question === 'severalTables');
  const isChosen = saidOf(source).table !== undefined;
  const isLoose = ({ area }: Source) => !tablesOfExcel.some((one) => intersection(one.area, area));
  const tables = (isOpen ? [own, ...others] : others).filter(isLoose);
  const looks: Look[] = [];
  const unread: NotRead[] = [];
  for (const table of tables) {
    const glanced = await session.glance(table, { ...options, ...saidOf(table) });
    const look = 'table' in glanced ? lookOf(session, table, glanced.table) : undefined;
    if (look && (isOpen || look.isTargets || look.lacksYear)) looks.push(look);
    if (!('table' in glanced) && glanced.unclear && glanced.unclear.length > 0) {
      unread.push(glanced);
    }
  }
  const told = isOpen ? byTitles(looks) : looks;
  // Of several tables of targets alone, the sheet stays what is asked about.
  if (isOpen && tables.length > 1 && !told.some(({ isSales }) => isSales)) return undefined;
  return told.length > 0 ? { ...rest, tables, isOpen, isChosen, looks: told, unread } : undefined;
}

/** Of tables with the same columns each title tells which one it is: "Actual" beside "Budget". */
function byTitles(looks: readonly Look[]): readonly Look[] {
  const rivals = looks.filter(({ isSales, isTargets }) => isSales && !isTargets);
  const titled = rivals.filter(({ table }) => isTitledTargets(table));
  const areAllTitled = rivals.every(({ table }) => (table.raw.titles ?? []).length > 0);
  if (!areAllTitled || titled.length === rivals.length) return looks;
  return looks.map((look) =>
    titled.includes(look) ? { ...look, isSales: false, isTargets: true, holds: 'targets' } : look,
  );
}

/** Whether a title speaks of targets, and of nothing that was sold: "Sales and targets" is of both. */
function isTitledTargets({ raw: { titles = [] } }: SourceTable): boolean {
  return titles.some(({ text }) => {
    const words = plainWords(text).split(' ');
    const isSold = words.some((word) => findRole(word) === 'amount' || actuals.test(word));
    return namesTargets(text) && !isSold;
  });
}

function lookOf(session: Session, source: DataSource, table: SourceTable): Look | undefined {
  // An address says nothing but its sheet, which holds the other tables too.
  const isNamed = findPlace(source.name)?.sheet === undefined && namesTargets(source.name);
  // Rates and shares have figures, and perhaps dates, but nothing was sold.
  if (looksLike(table) !== undefined && !isNamed) return undefined;
  const rows = kindsHeld(table);
  const hasPlans = rows.has('planned');
  // Of a longer table the first rows may be those of one plan alone.
  const mayHoldSales = !hasPlans || rows.has('sold') || source.area.rows > glanceRows;
  const hasDate = holdsDays(table);
  const numbers = table.columns.filter(
    (column) => column.kind === 'number' && column.role !== 'id',
  );
  // Only targets are of one period without a column that tells it.
  const isOfOne = isOfOnePeriod(table);
  const targets =
    numbers.some((column) => column.role === 'target') ||
    hasPlans ||
    isNamed ||
    table.raw.year?.period !== undefined;
  const amounts = numbers.some((column) => column.role === 'amount' || column.role === undefined);
  const hasAmounts = amounts || table.columns.some((column) => column.role === 'amount');
  const hasTargets = targets && numbers.length > 0;
  return {
    source,
    table,
    isSales: hasDate && hasAmounts && mayHoldSales && !isOfOne,
    isTargets: hasDate && hasTargets,
    lacksYear: !hasDate && openYearOf(table) !== undefined && !session.isOurs(source),
    // A report of ours has both columns too, and is no data.
    isBoth:
      hasDate &&
      (holdsBothSides(table) || (hasPlans && hasAmounts && mayHoldSales)) &&
      !session.isOurs(source),
    holds: hasTargets ? 'targets' : hasAmounts ? 'amounts' : undefined,
    isOther: isOfOther(source, table, numbers),
  };
}

function isOfOther({ name, sheet }: DataSource, { raw }: SourceTable, figures: readonly Column[]) {
  const names = [name, sheet, ...ownTitles(raw).map(({ text }) => text)];
  const headers = figures.map(({ header }) => header);
  const own = figures.filter(({ role }) => role === 'amount' || role === 'target');
  const areAll = own.length > 0 && own.every(({ header }) => speaksOfOther(header));
  return (areAll || names.some(speaksOfOther)) && ![...names, ...headers].some(speaksOfSales);
}
