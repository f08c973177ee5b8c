import {
  columnIssues,
  convert,
  dimensionText,
  findColumn,
  isAboutReading,
  isBlocking,
  isSerialDate,
  type Question,
  type TableReadOptions,
} from '../intake';
import {
  civilOf,
  findIso,
  findPeriod,
  periodOf,
  serialOf,
  spreadTargets,
  type Dataset,
  type Grain,
  type Period,
  type SpreadProblem,
  type SpreadRequest,
  type YearPhasing,
} from '../sales';
import { planTargetSheet, targetHeaders } from '../summary';
import { isBlank, sheetIds, valueOf, type CellContent } from '../workbook';
import { findData, type DataWishes } from './find-data';
import type { JoinWishes } from './join-wishes';
import type { Session } from './session';
import type { Outcome } from './track';

/** What the wizard asks for. Columns go by header. */
export interface TargetWishes extends Pick<
  DataWishes,
  'sales' | 'salesDate' | 'salesAmount' | 'readings' | 'periodYear' | 'ranges'
> {
  /** The table that has the dates of the sales; no other join counts here. */
  readonly joins?: Pick<JoinWishes, 'orders' | 'columns'>;
  /** The dimensions targets are set by; none for one target a period. */
  readonly by: readonly string[];
  /** The calendar year the targets are for. */
  readonly year: number;
  readonly grain: Grain;
  /** A total, or a growth on the year before: 0.05 is 5 % more. */
  readonly basis: SpreadRequest['basis'];
  /** How the year is spread over its periods. Keys always share it as they did the year before. */
  readonly phasing: YearPhasing;
  /** Only keys with one of these texts in the dimension; left out, all. */
  readonly only?: { readonly dimension: string; readonly texts: readonly string[] };
}

/** Why no spread can be shown: a key of the words' `wizard` table. */
export type TargetProblem = SpreadProblem | 'otherColumns' | 'otherPeriods';

export interface TargetLine {
  readonly key: readonly string[];
  readonly lastYear: number;
  readonly target: number;
  /** One amount a period, in the proposal's order of periods. */
  readonly amounts: readonly number[];
}

/** Targets as they would be written. `spread` is the sum of all amounts and equals `total`. */
export interface TargetProposal {
  readonly wishes: TargetWishes;
  readonly periods: readonly { readonly label: string; readonly start: number }[];
  readonly lines: readonly TargetLine[];
  readonly total: number;
  readonly spread: number;
  readonly lastYearTotal: number;
  /** Whether there are sales of the year before, but not from its first month to its last. */
  readonly isLastYearPartial: boolean;
}

const aboutSales: readonly Question[] = [
  'salesSource',
  'salesDate',
  'salesAmount',
  'ordersSource',
  'rangeMoved',
];

/** Spreads a target over keys and periods, to be looked at before anything is written. */
export async function proposeTargets(
  session: Session,
  wishes: TargetWishes,
  options: TableReadOptions = {},
): Promise<Outcome<TargetProposal | { readonly problem: TargetProblem }>> {
  const data = await findData(session, wishes, options);
  const { sales } = data;
  // What is unclear about targets does not matter here: they are about to be set.
  const read = [sales?.source.name, sales?.table.raw.orders?.source.name];
  const unclear = data.unclear.filter(
    ({ question, source }) =>
      aboutSales.includes(question) ||
      (isAboutReading(question) && (!sales || read.includes(source))),
  );
  if (unclear.length > 0 || !sales?.date || !sales.amount) {
    return { stopped: { data, unclear, issues: data.issues } };
  }
  const names = new Set([...wishes.by, ...(wishes.only ? [wishes.only.dimension] : [])]);
  const dimensions = new Map(
    [...names].flatMap((name) => {
      const column = findColumn(sales.table, name);
      return column ? [[name, column] as const] : [];
    }),
  );
  const missing = [...names].filter((name) => !dimensions.has(name));
  if (missing.length > 0) {
    const source = sales.source.name;
    const lost = missing.map(
      (subject) => ({ question: 'dimension', source, subject, candidates: [] }) as const,
    );
    return { stopped: { data, unclear: lost, issues: [] } };
  }
  const choice = { date: sales.date, amount: sales.amount, dimensions };
  const issues = [
    ...data.issues.filter(({ code }) => code === 'orderDatesDiffer'),
    ...columnIssues(sales.table, choice),
  ];
  if (issues.some(isBlocking)) return { stopped: { data, unclear: [], issues } };
  const earlier = await earlierTargets(session);
  if (earlier && !sameTexts(earlier.headers, targetHeaders(wishes.by, session.words))) {
    return { done: { problem: 'otherColumns' } };
  }
  const { dataset } = convert(sales.table, choice);
  const spread = spreadTargets(dataset, wishes);
  if ('problem' in spread) return { done: spread };
  const { periods, lines, total, sum, lastYearTotal } = spread;
  const kept = earlier ? keptRows(earlier, wishes, lines) : [];
  // A table of months and quarters side by side could not be read again.
  if (kept.some((row) => periodOfRow(row, wishes)?.grain !== wishes.grain)) {
    return { done: { problem: 'otherPeriods' } };
  }
  const isLastYearPartial = lastYearTotal !== 0 && !coversYear(dataset, wishes.year - 1);
  return {
    done: { wishes, periods, lines, total, spread: sum, lastYearTotal, isLastYearPartial },
  };
}

function coversYear({ dates }: Dataset, year: number): boolean {
  const months = [serialOf(year, 1, 1), serialOf(year, 12, 1)];
  const [first, last] = months.map((date) => periodOf(date, 'month'));
  const has = (month: Period | undefined) =>
    month !== undefined && dates.some((date) => date >= month.start && date <= month.end);
  return has(first) && has(last);
}

interface EarlierTargets {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellContent[])[];
}

/** The targets on our sheet as people left them. */
async function earlierTargets(session: Session): Promise<EarlierTargets | undefined> {
  const own = await session.workbook.findOwnSheet(sheetIds.targets);
  if (!own) return undefined;
  const sources = await session.workbook.listSources();
  const table = sources.find((source) => source.kind === 'table' && source.sheet === own.sheet);
  if (!table) return undefined;
  const [headers = [], ...rows] = await session.workbook.readContents(table);
  return { headers: headers.map((cell) => dimensionText(valueOf(cell))), rows };
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

/** The period of a row of our table, by its label, else by its start. */
function periodOfRow(row: readonly CellContent[], { by, grain }: TargetWishes): Period | undefined {
  const [label, start] = [valueOf(row[by.length]), valueOf(row[by.length + 1])];
  const labelled = findPeriod(dimensionText(label));
  if (labelled) return labelled;
  const date = isSerialDate(start) ? start : findIso(dimensionText(start));
  return date === undefined ? undefined : periodOf(date, grain);
}

/** What stays beside the new targets: other years, and keys that get no new target. */
function keptRows(
  { rows }: EarlierTargets,
  wishes: TargetWishes,
  lines: readonly TargetLine[],
): (readonly CellContent[])[] {
  const replaced = new Set(lines.map(({ key }) => JSON.stringify(key)));
  return rows.filter((row) => {
    if (row.every(isBlank)) return false;
    const period = periodOfRow(row, wishes);
    const key = wishes.by.map((_, column) => dimensionText(valueOf(row[column])));
    const isSameYear = period !== undefined && civilOf(period.start).year === wishes.year;
    return !isSameYear || !replaced.has(JSON.stringify(key));
  });
}

/**
 * Writes the Excel table `SalesTargets` on its sheet; the report then uses it. Targets that stand
 * there for other years or for other keys stay.
 */
export async function writeTargets(
  session: Session,
  proposal: TargetProposal,
): Promise<{ readonly sheet: string; readonly table: string }> {
  const { wishes, lines } = proposal;
  const earlier = await earlierTargets(session);
  const kept = earlier ? keptRows(earlier, wishes, lines) : [];
  const plan = planTargetSheet(wishes.by, proposal, kept, session.words);
  const { sheet, tables } = await session.workbook.write(plan);
  session.noteChange({ sheet });
  const [table] = tables;
  if (table === undefined) throw new Error(`"${sheet}" was written without its table`);
  return { sheet, table };
}
