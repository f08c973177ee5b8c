import { civilOf, type Period } from '../../sales';
import { isBlank, type CellValue } from '../../workbook';
import { CellColumn } from '../columns/cell-column';
import { CellGrid } from '../columns/cell-grid';
import { dimensionText, readColumn, type Column } from '../columns/column';
import { findRole } from '../header-words';
import type { Issue } from '../issue';
import type { SourceTable, Unclear } from '../mapping';
import { findMonthSpan } from '../texts/month-spans';
import { plainText } from '../texts/plain-text';
import { addressIn, type RawTable, type YearTold } from '../raw-table';
import type { NotRead } from '../read-table';
import type { HeaderPart } from '../texts/header-part';
import { findYears, type YearsFound } from '../shapes/header-years';
import { nameSaid } from '../shapes/range-source';
import type { ShapeEvidence } from '../shapes/shape';
import { findTextPeriod } from '../texts/text-periods';
import { isBusinessYear } from '../shapes/time-said';
import { ownTitles } from '../titles';

/** Rows that are gone through before others may work. */
const rowsAStep = 8192;
/** At least this share of the filled cells must name a month or quarter. */
const leastNamed = 0.6;

/**
 * A table whose rows tell their month or quarter, but no year, with the periods that they are of: the
 * year is the one given, or that of a title or of the table's name. Where nothing tells it, it is
 * asked. Any other table stays as it is. In small steps.
 */
export function* yearlessSteps(
  table: SourceTable,
  given: number | undefined,
): Generator<undefined, SourceTable | NotRead> {
  const ofBusiness = given === undefined && businessYearIn(table);
  if (ofBusiness)
    return notRead(
      table,
      ofBusiness.header,
      { candidates: [] },
      addressIn(table.raw, -1, ofBusiness.index),
    );
  const column = candidateIn(table);
  if (!column || ofSeveralYears(table)) return table;
  const { raw } = table;
  const { grid } = raw;
  yield* grid.encode(raw.headers.map((_, index) => index));
  const cells = grid.column(column.index);
  // "T1" is a tier as well.
  const parts = findRole(column.header) === 'date' ? partsIn(cells) : partsIn(cells, /^T/i);
  const [first] = parts;
  if (!first) return table;
  const header = { row: raw.headerRow, column: column.index, text: first[0] };
  const { source } = raw;
  const titles = ownTitles(raw).map(({ text }) => text);
  const names = [nameSaid(source), source.sheet];
  const years = findYears(
    [...parts.values()],
    { rows: [], title: [], names, titles, given },
    header,
  );
  const [question] = years.questions;
  const at = addressIn(raw, cells.firstRow(cells.values.indexOf(first[0])), column.index);
  if (question) {
    return notRead(table, first[0], question, at);
  }
  const labels = new Map([...parts].map(([text, part]) => [text, labelled(text, part, years)]));
  const named = cells.values.map((cell): CellValue => labels.get(dimensionText(cell)) ?? cell);
  const labelledCells = new CellColumn(grid.rowCount);
  for (let from = 0; from < grid.rowCount; from += rowsAStep) {
    take(labelledCells, cells, named, from, Math.min(from + rowsAStep, grid.rowCount));
    yield;
  }
  const others = raw.headers.map((_, index) => grid.column(index));
  const [told] = years.evidence;
  const finding: Issue = {
    code: 'yearOfPeriods',
    at,
    found: first[0],
    expected: told?.text ?? '',
  };
  const year = told && yearTold(told, raw, years.yearOf(first[1]));
  const dated = {
    ...raw,
    ...(year && { year }),
    grid: CellGrid.of(others.with(column.index, labelledCells), grid.rowCount),
    ...(told?.what !== 'yearGiven' && { findings: [...(raw.findings ?? []), finding] }),
  };
  return {
    ...table,
    raw: dated,
    columns: table.columns.with(column.index, readColumn(dated, column)),
  };
}

function notRead(
  { raw: { source, reading } }: SourceTable,
  subject: string,
  { candidates, told }: Pick<Unclear, 'candidates' | 'told'>,
  at: string,
): NotRead {
  return {
    issues: [{ code: 'unclearYear', at, found: subject, expected: candidates.join(', ') }],
    unclear: [
      {
        question: 'periodYear',
        source: source.name,
        subject,
        candidates,
        at,
        ...(told && { told }),
      },
    ],
    ...(reading && { reading }),
  };
}

/** The column of business years whose months or quarters another column names. */
function businessYearIn({ raw, columns }: SourceTable): Column | undefined {
  const isOfTwo = raw.findings?.some(({ code }) => code === 'periodOfTwo');
  return isOfTwo
    ? columns.find(({ role, header }) => role === 'year' && isBusinessYear(header))
    : undefined;
}

/** A year and the text that told it, which is a title's or a name. */
function yearTold(
  { what, text }: ShapeEvidence,
  { titles = [] }: RawTable,
  year: number | undefined,
): YearTold | undefined {
  if (year === undefined) return undefined;
  const at = titles.find((title) => title.text === text)?.at;
  const by = what === 'yearGiven' ? 'person' : at === undefined ? 'name' : 'title';
  return { year, by, text, ...(at !== undefined && by === 'title' && { at }) };
}

/** The only column of words called month, quarter or period, in a table that no other column dates. */
function candidateIn({ columns }: SourceTable): Column | undefined {
  const isDated = ({ kind, role }: Column) =>
    ((kind === 'date' || kind === 'period') && role !== 'otherDate') ||
    (role === 'year' && kind !== 'blank');
  if (columns.some(isDated)) return undefined;
  const named = columns.filter(({ kind, role }) => kind === 'text' && role === 'date');
  const months = named.filter(({ meaning }) => meaning === 'month');
  const [only] = months.length > 0 ? months : named;
  return only && (months.length === 1 || named.length === 1) ? only : undefined;
}

/** Whether sheets that are read as one are of different years by their names. */
function ofSeveralYears({ raw: { source } }: SourceTable): boolean {
  const names = 'parts' in source ? (source.parts ?? []).map(({ name }) => name) : [];
  return (
    new Set(names.flatMap((name) => name.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? [])).size > 1
  );
}

/** What the texts of a column say of time, where most of them name a month or quarter and no year. */
function partsIn(cells: CellColumn, but?: RegExp): ReadonlyMap<string, HeaderPart> {
  const parts = new Map<string, HeaderPart>();
  let [named, filled] = [0, cells.numberCount];
  for (const [code, cell] of cells.values.entries()) {
    const count = cells.counts[code] ?? 0;
    if (count === 0 || isBlank(cell)) continue;
    filled += count;
    const text = dimensionText(cell);
    const period = but?.test(text) ? undefined : periodOf(text, 2000);
    if (!period) continue;
    named += count;
    const { month } = civilOf(period.start);
    parts.set(
      text,
      period.grain === 'month' ? { month, rest: '' } : { quarter: Math.ceil(month / 3), rest: '' },
    );
  }
  return named >= filled * leastNamed ? parts : new Map();
}

/** The month or quarter of a year that a text means, which names no year by itself. */
function periodOf(text: string, year: number): Period | undefined {
  const plain = plainText(text);
  if (
    findMonthSpan(plain)?.rest !== '' &&
    !/^(?:\p{L}{3,}\.?|[QqTt] ?[1-4]|[1-4]\.? ?(?:Q|quartal|trimestre)|\d{1,2}月)$/iu.test(plain)
  ) {
    return undefined;
  }
  const month = /^(\d{1,2})月$/.exec(plain)?.[1];
  const period = findTextPeriod(
    month === undefined ? `${plain} ${String(year)}` : `${String(year)}年${month}月`,
  );
  return period?.grain === 'year' ? undefined : period;
}

function labelled(text: string, part: HeaderPart, { yearOf }: YearsFound): string {
  const year = yearOf(part);
  return (year === undefined ? undefined : periodOf(text, year)?.label) ?? text;
}

function take(
  into: CellColumn,
  cells: CellColumn,
  named: readonly CellValue[],
  from: number,
  to: number,
): void {
  const rows = Array.from({ length: to - from }, (_, at) => {
    const code = cells.codes?.[from + at] ?? -1;
    return [code < 0 ? cells.at(from + at) : (named[code] ?? null)];
  });
  into.take(rows, 0, 0, rows.length, from);
}
