import { dimensionText, distinctTexts, type Column } from '../columns/column';
import type { Issue } from '../issue';
import { fold, findRole, isDimensionRole, namesTargets } from '../header-words';
import { withColumn } from '../columns/with-column';
import type { SourceTable, Unclear } from '../mapping';
import { addressIn, notesBelow, type YearTold } from '../raw-table';
import { isCode } from '../shapes/column-look';
import { labelOf } from '../texts/header-part';
import { nameSaid } from '../shapes/range-source';
import { tellersOf, type YearTeller } from '../shapes/shape';
import { areShortMonths } from '../texts/short-months';
import { namesParts, saysPerEach, timeSaid, type TimeSaid } from '../shapes/time-said';
import { ownTitles } from '../titles';
import { freeHeader } from './year-and-month';

/** A table of targets that has no column of time, and what tells the one period that all are of. */
interface OnePeriod {
  /** The figures. */
  readonly column: Column;
  readonly found?: YearTold;
  /** Years that could be meant, where none is told for certain, and the texts that tell them. */
  readonly candidates: readonly number[];
  readonly told?: readonly YearTeller[];
}

/**
 * A table of targets without any column of time, with the period that all of its rows are of as a
 * column more: as the header of the figures tells it, else as given, else as a title or a name that
 * speaks of targets does. Any other table stays as it is. In small steps.
 */
export function* onePeriodSteps(
  table: SourceTable,
  given: number | undefined,
): Generator<undefined, SourceTable> {
  const one = onePeriodOf(table, given);
  if (!one || 'against' in one || !one.found) return table;
  const { raw } = table;
  const { grid } = raw;
  yield* grid.encode(raw.headers.map((_, index) => index));
  const texts = { codes: new Int32Array(grid.rowCount), values: [one.found.period ?? ''] };
  const added = withColumn(table, freeHeader(raw.headers), one.column, texts).table;
  const { by, text } = one.found;
  const told: Issue = {
    code: 'yearOfPeriods',
    at: addressIn(raw, -1, one.column.index),
    found: one.column.header,
    expected: text,
  };
  const isTold = by === 'title' || by === 'name';
  const findings = [...(raw.findings ?? []), ...(isTold ? [told] : [])];
  return { ...added, raw: { ...added.raw, findings, year: one.found } };
}

/** The question of which year targets are of that no column, header or title dates. */
export function openYearOf(table: SourceTable): Unclear | undefined {
  const one = onePeriodOf(table, undefined);
  if (!one || 'against' in one || one.found) return undefined;
  const { raw } = table;
  return {
    question: 'periodYear',
    source: raw.source.name,
    subject: one.column.header,
    candidates: one.candidates.map(String),
    ...(one.told && { told: one.told }),
    at: addressIn(raw, -1, one.column.index),
  };
}

/** What says that targets without a column of time are not of one period: "Monthly target", "per month". */
export function notOfOnePeriod(table: SourceTable): Issue | undefined {
  const one = onePeriodOf(table, undefined);
  if (!one || !('against' in one)) return undefined;
  const { text, at } = one.against;
  return { code: 'targetsOfParts', at, found: text, expected: 'date' };
}

/** The period of targets without a time, or the text by which they are of several; undefined for any other table. */
function onePeriodOf(
  table: SourceTable,
  given: number | undefined,
): OnePeriod | { readonly against: Required<Text> } | undefined {
  const { raw, columns } = table;
  if (columns.some(isTime)) return undefined;
  const { source } = raw;
  // Sheets that are read as one may be of several years: no name of theirs speaks for all.
  const names = source.parts ? [] : [...new Set([nameSaid(source), source.sheet])];
  const titles = ownTitles(raw);
  const texts: Text[] = [...titles, ...names.map((text) => ({ text }))];
  const figures = figuresOf(table, [...texts, { text: source.name }]);
  const [column] = figures;
  if (!column) return undefined;
  const against = ({ text, at = addressIn(raw, -1, column.index) }: Text) => ({
    against: { text, at },
  });
  const parts = columns.find((one) => !figures.includes(one) && tellsParts(table, one));
  if (parts) return against({ text: parts.header, at: addressIn(raw, -1, parts.index) });
  const around = [...titles, ...notesBelow(raw), ...lastTexts(table)];
  const each = around.find(({ text }) => saysPerEach(text));
  if (each) return against(each);
  const headers = figures.flatMap(({ header, index }) =>
    said({ text: header, at: addressIn(raw, -1, index) }, true),
  );
  const others = texts.filter(({ text }) => speaksOfTargets(text)).flatMap((one) => said(one));
  const other = [...headers, ...others].find(({ time }) => time.says === 'other');
  if (other) return against(other);
  const tellsYear = headers.some(({ time }) => time.says === 'stamp' || yearsOf(time).length > 0);
  const whereOf = (at?: string): Exclude<YearTeller['by'], 'day'> =>
    tellsYear ? 'header' : at === undefined ? 'name' : 'title';
  const telling = tellsYear ? headers : others.filter(({ time }) => time.says !== 'stamp');
  const years = [...new Set(telling.flatMap(({ time }) => yearsOf(time)))];
  const periods = [...headers, ...others].flatMap(({ time }) =>
    time.says === 'period' ? [time.part] : [],
  );
  const isCertain = years.length === 1 && telling.every(({ time }) => time.says === 'period');
  const isSaid = given !== undefined && !(tellsYear && isCertain);
  const year = isSaid ? given : isCertain ? years[0] : undefined;
  if (year === undefined) {
    if (years.length < 2) return { column, candidates: [] };
    const tellers = telling
      .filter(({ time }) => yearsOf(time).length > 0)
      .map(({ text, at }) => ({ text, by: whereOf(at) }));
    return { column, candidates: years, told: tellersOf(tellers) };
  }
  const labels = new Set(
    periods.flatMap((part) =>
      (part.month ?? part.quarter) !== undefined && (part.year ?? year) === year
        ? [labelOf(part, year)]
        : [],
    ),
  );
  // Targets of several quarters or months are not of one period.
  if (labels.size > 1) return undefined;
  const [period = String(year)] = labels;
  const teller = telling.find(({ time }) => yearsOf(time).includes(year));
  const by = isSaid || !teller ? 'person' : whereOf(teller.at);
  const { text, at } = by === 'person' || !teller ? { text: String(year), at: undefined } : teller;
  return { column, candidates: [], found: { year, period, by, text, ...(at && { at }) } };
}

interface Text {
  readonly text: string;
  readonly at?: string;
}

function said(one: Text, isHeader = false): (Text & { readonly time: TimeSaid })[] {
  const time = timeSaid(one.text, isHeader);
  return time ? [{ ...one, time }] : [];
}

function yearsOf(time: TimeSaid): readonly number[] {
  if (time.says === 'years') return time.years;
  return time.says === 'period' && time.part.year !== undefined ? [time.part.year] : [];
}

function isTime({ kind, role }: Column): boolean {
  if (role === 'date' || role === 'year') return kind !== 'blank';
  return (kind === 'date' || kind === 'period') && role !== 'otherDate';
}

/** A note right below a narrow table stands among its last rows. */
function lastTexts({ raw, columns }: SourceTable): Required<Text>[] {
  const { grid } = raw;
  const rows = [1, 2, 3].map((back) => grid.rowCount - back).filter((row) => row >= 0);
  return rows.flatMap((row) =>
    columns.map(({ index }) => ({
      text: dimensionText(grid.column(index).at(row)),
      at: addressIn(raw, row, index),
    })),
  );
}

/** So many different weeks of a year. */
const mostParts = 53;

/** Whether rows are of halves, weeks, months or business years, by a column's header or all of its texts. */
function tellsParts({ raw }: SourceTable, column: Column): boolean {
  const { header, kind, meaning, distinct, index } = column;
  if (kind === 'blank') return false;
  if (namesParts(header)) return true;
  if (kind !== 'text' || distinct > mostParts || (meaning && isDimensionRole(meaning)))
    return false;
  const texts = [...distinctTexts(raw, index)];
  const isPart = (text: string) => {
    const time = /^[mpst] ?\d$/i.test(text) ? undefined : timeSaid(text);
    if (time?.says === 'period') return (time.part.month ?? time.part.quarter) !== undefined;
    return time?.says === 'other' || time?.says === 'years';
  };
  return texts.length > 0 && (areShortMonths(texts) || texts.every(isPart));
}

/** Columns of targets, else the only figures of a table that a title or its name says holds some. */
function figuresOf({ raw, columns }: SourceTable, texts: readonly Text[]): readonly Column[] {
  const numbers = columns.filter(({ kind }) => kind === 'number');
  const targets = numbers.filter(({ role }) => role === 'target');
  const isNamed = targets.length === 0 && texts.some(({ text }) => namesTargets(text));
  const roles = isNamed ? (['amount', undefined, 'quantity'] as const) : [];
  const [found = []] = roles
    .map((role) => numbers.filter((one) => one.role === role && (role ?? one.meaning) === role))
    .filter((some) => some.length > 0);
  const figures = found.length === 1 ? found : targets;
  const holdsCodes = ({ index }: Column) =>
    raw.grid.column(index).values.some((value) => typeof value === 'string' && isCode(value));
  return figures.filter((column) => column.distinct === 0 || !holdsCodes(column));
}

/** Whether a text names targets, or nothing but a year. */
function speaksOfTargets(text: string): boolean {
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  return (
    words.some((word) => findRole(word) === 'target') ||
    /^(?:year|jahr|annee|ano|年)?$/.test(words.join(' '))
  );
}

/** Whether all rows of a table are of one period that its title, name or single header of figures tells. */
export function isOfOnePeriod({ raw }: SourceTable): boolean {
  const across = (raw.reading?.shape.columns ?? []).flatMap((use) =>
    use.use === 'value' ? use.across : [],
  );
  const isAcross = raw.reading?.layout === 'wide' && new Set(across).size === 1;
  return raw.year?.period !== undefined || isAcross;
}
