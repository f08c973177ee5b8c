import { civilOf, isoOf } from '../../sales';
import { isBlank } from '../../workbook';
import { maySayPercent, saysPercent } from '../columns/percents';
import { namesFigures } from '../texts/code-texts';
import { findColumnRole, findRole } from '../header-words';
import { isBusinessYear } from './time-said';
import { findTextDate, orderOf } from '../texts/text-dates';
import { fillsDown, holdsNumbers, holdsYears, lookAt, type ColumnLook } from './column-look';
import { findHeaderBlock, type HeaderBlock, type Region } from './header-block';
import {
  finenessOf,
  headerPart,
  joinParts,
  labelOf,
  yearlessLabel,
  type HeaderPart,
} from '../texts/header-part';
import { findYears } from './header-years';
import { findMeasureColumn } from './measure-column';
import { headingsColumn, headingsSeen } from './headings';
import { measureSaid } from './measure-said';
import { findRowsAside, type RowsAside } from './rows-aside';
import type { RowScan } from './row-scan';
import {
  headerText,
  type ColumnNames,
  type ColumnUse,
  type Layout,
  type Row,
  type ShapeEvidence,
  type ShapeFound,
  type ShapeQuestion,
} from './shape';
import { judgeSpans } from './spans-across';
import { covers, totalsAcross } from './totals-across';
import { yearTypedAsDay } from './years-as-days';

/** What is known of a place besides its cells. */
export interface ShapeContext {
  readonly scan: RowScan;
  /** The name of the sheet, table or range. */
  readonly name: string;
  readonly names: ColumnNames;
  /** The year of periods that name none, where a person gave it. */
  readonly year?: number;
  /** How day and month stand in headers that leave it open, where a person said it. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** The only way to read the cells, where a person said so. */
  readonly layout?: Layout;
  /** Of several tables the one that starts here, where a person said so. */
  readonly tableAt?: { readonly row: number; readonly column: number; readonly text: string };
  /** Texts that stand above what is looked at. */
  readonly titles?: readonly string[];
}

type Fineness = 'day' | 'month' | 'quarter' | 'year';
const finest: readonly Fineness[] = ['day', 'month', 'quarter', 'year'];

/** What a column is before totals are known. */
interface Draft {
  readonly column: number;
  readonly part: HeaderPart | undefined;
  readonly text: string;
  readonly look: ColumnLook;
  use: ColumnUse | 'total';
}

/** Reads a table whose periods stand across. Undefined where none do. */
export function findWide(region: Region, context: ShapeContext): ShapeFound | undefined {
  const block = findHeaderBlock(region);
  if (!block) return undefined;
  const { rows, area } = region;
  const { scan, names } = context;
  const from = (block.rows.at(-1) ?? block.main) + 1;
  const to = area.row + area.rows;
  const read = draftsOf(region, block, from, to, names);
  const spans = judgeSpans(read.map(({ part }) => part));
  const drafts = read.map((draft, at) => ({ ...draft, part: spans.parts[at] }));
  const times = timesAmong(drafts);
  const [only, ...more] = drafts.flatMap(({ part }) => (part && finenessOf(part) ? part : []));
  const isLoneYear = only?.year !== undefined && finenessOf(only) === 'year' && more.length === 0;
  const least = isLoneYear ? 1 : 2;
  const grain = finest.find(
    (fineness) => times.filter(({ part }) => part && finenessOf(part) === fineness).length >= least,
  );
  if (grain === undefined) return undefined;
  const values = times.filter(({ part }) => part && finenessOf(part) === grain);
  const [first] = values;
  if (!first) return undefined;
  const questions: ShapeQuestion[] = [];
  const evidence: ShapeEvidence[] = [];
  const cellAt = { row: block.main - area.row, column: first.column, text: first.text };

  const yearColumn = drafts.find(
    ({ column, text, look }) =>
      column < first.column && holdsYears(look) && (findRole(text) === 'year' || text === ''),
  );
  const isYearless = values.some(({ part }) => part?.year === undefined && part?.day === undefined);
  const isByColumn = grain !== 'day' && isYearless && yearColumn !== undefined;
  const days = grain === 'day' ? daysOf(values, cellAt, questions, context.dateOrder) : undefined;
  const title = Array.from(
    { length: (block.rows[0] ?? 0) - area.row },
    (_, index) => area.row + index,
  );
  const years = findYears(
    isByColumn ? [] : values.flatMap(({ part }) => part ?? []),
    {
      ...{ rows, title, names: [context.name], titles: context.titles ?? [], given: context.year },
      headers: values.map(({ text }) => text),
    },
    cellAt,
  );
  questions.push(...years.questions);
  if (isByColumn && context.year === undefined) {
    const orders = values.map(({ part }) => part?.month ?? (part?.quarter ?? 0) * 3);
    const turns = orders.filter((order, index) => order < (orders[index - 1] ?? 0)).length;
    const isTurning = turns === 1 && new Set(orders).size === orders.length;
    if (isTurning || isBusinessYear(yearColumn.text)) {
      questions.push({ question: 'periodYear', ...cellAt, candidates: [] });
    }
  }
  evidence.push(...years.evidence);
  if (isLoneYear) evidence.push({ ...cellAt, what: 'yearFromHeader' });
  if (isByColumn) {
    evidence.push({
      ...cellAt,
      what: 'yearFromColumn',
      column: yearColumn.column,
      text: yearColumn.text,
    });
  }
  const typed = days && yearTypedAsDay([...days.values()]);
  const areMonths = typed !== undefined && context.year === typed.typed;
  if (typed && !areMonths && context.year !== typed.taken) {
    const text = isoOf(Math.min(...days.values()));
    const candidates = [typed.typed, typed.taken].map(String);
    const told = [{ text, by: 'day' } as const];
    questions.push({ question: 'periodYear', ...cellAt, text, candidates, told });
  }
  const acrossOf = (part: HeaderPart): string => {
    const day = days && (days.get(part) ?? part.day ?? 1);
    if (day !== undefined) {
      const { month } = civilOf(day);
      return areMonths ? labelOf({ month, rest: '' }, typed.typed) : isoOf(day);
    }
    if (isByColumn && part.year === undefined) return yearlessLabel(part);
    const year = years.yearOf(part);
    return year === undefined ? yearlessLabel(part) : labelOf(part, year);
  };

  const single = measureName(region, block, context, title);
  for (const draft of values) {
    const { part } = draft;
    if (!part) continue;
    const measure = block.measureRows || part.rest === '' ? single : part.rest;
    draft.use = { use: 'value', across: acrossOf(part), measure };
  }
  questions.push(...samePeriods(values, block.main - area.row));
  const { wrong } = spans;
  if (wrong) {
    const [text = '', other = ''] = [wrong.at, wrong.beside].map((at) => drafts[at ?? -1]?.text);
    const place = { row: block.main - area.row, column: wrong.at, text };
    questions.push({ question: wrong.what, ...place, candidates: [other] });
  }
  const known = values.flatMap(({ part }): HeaderPart[] => {
    const day = part && (days?.get(part) ?? part.day);
    if (day !== undefined) return [{ ...civilOf(day), rest: part?.rest ?? '' }];
    const year = part && years.yearOf(part);
    return part ? [{ ...part, ...(year !== undefined && { year }) }] : [];
  });
  const foreign = drafts.find(
    ({ part, look }) => part && holdsNumbers(look) && isForeign(part, known, grain),
  );
  if (foreign && !wrong) {
    const { column, text } = foreign;
    questions.push({ question: 'oddSpan', row: cellAt.row, column, text, candidates: [] });
  }
  const labels = new Set(
    values.flatMap(({ use }) => (use !== 'total' && use.use === 'value' ? use.across : [])),
  );
  if (labels.size < least) return undefined;
  const valueColumns = new Set(values.map(({ column }) => column));
  for (const draft of drafts) {
    if (!valueColumns.has(draft.column))
      draft.use = otherUse(draft, first.column, yearColumn, names);
  }
  // Years beside a column of dates are measures to compare; beside one of months, they are theirs.
  if (
    grain === 'year' &&
    drafts.some(
      ({ use, text, column }) =>
        use !== 'total' &&
        use.use === 'key' &&
        findRole(text) === 'date' &&
        !holdsParts(rows, area.column + column, from, to),
    )
  ) {
    return undefined;
  }
  nameKeys(drafts, names);
  const keys = drafts.flatMap(({ use, column }) =>
    use !== 'total' && (use.use === 'key' || use.use === 'year') ? [column] : [],
  );
  const totalColumns = drafts.filter(({ use }) => use === 'total');
  const numbers = [...withoutRatios(values), ...totalColumns.map(({ column }) => column)];
  const absolute = (columns: readonly number[]) => columns.map((column) => area.column + column);
  const asideFound = findRowsAside({
    rows,
    scan,
    from,
    to,
    headerRows: block.rows,
    keys: absolute(keys),
    numbers: absolute(numbers),
    totals: absolute(totalColumns.map(({ column }) => column)),
    areAlike: true,
  });
  // Of a block of rows one for each measure, only the first has its keys.
  const rowsAside: RowsAside = block.measureRows
    ? { aside: [], evidence: [], questions: [], outlined: [] }
    : asideFound;
  const asideRows = new Set(rowsAside.aside.map(({ row }) => row));
  const data = Array.from({ length: to - from }, (_, index) => from + index).filter(
    (row) => !asideRows.has(row) && scan.filled(row) > 0,
  );
  const totals = totalsAcross(region, drafts, totalColumns, data);
  const columns = drafts.map(({ use, column, text }): ColumnUse => {
    if (use === 'total') return totals.uses.get(column) ?? { use: 'aside', header: text };
    if (use.use !== 'key') return use;
    const others = absolute(keys.filter((key) => key > column));
    const isOutlined = rowsAside.outlined.includes(area.column + column);
    const isFilled =
      !block.measureRows &&
      (isOutlined || fillsDown(rows, area.column + column, others, [from, to], asideRows));
    if (!isFilled) return use;
    evidence.push({ what: 'filledDown', row: from - area.row, column, text: use.header });
    return {
      ...use,
      fillsDown: true,
      isLabelled: isOutlined && rowsAside.own?.label !== undefined,
    };
  });
  for (const [column, use] of columns.entries()) {
    const look = drafts[column]?.look;
    if (use.use !== 'aside' || !look || look.filled === 0) continue;
    evidence.push({ what: 'columnNotTaken', row: block.main - area.row, column, text: use.header });
  }
  const measureColumn = block.measureRows
    ? undefined
    : findMeasureColumn(rows, data, area.column, columns);
  const { headings } = rowsAside;
  if (headings) {
    const taken = drafts.map(({ text }) => text);
    columns.push(headingsColumn(headings, area, names, taken));
    evidence.push(headingsSeen(headings, rows, area));
  }
  const relative = <T extends { readonly row: number; readonly column: number }>(
    found: readonly T[],
  ) => found.map((one) => ({ ...one, row: one.row - area.row, column: one.column - area.column }));
  const isUnnamed = !block.measureRows && measureColumn === undefined && single === names.value;
  const hasUnnamedValue = isUnnamed && values.some(({ part }) => part?.rest === '');
  const hasUnnamedKey = drafts.some(({ text, column }) => text === '' && keys.includes(column));
  return {
    layout: 'wide',
    shape: {
      kind: 'wide',
      area,
      headerRows: block.rows.map((row) => row - area.row),
      columns,
      across: names.period,
      ...(block.measureRows && { measureRows: block.measureRows }),
      ...(measureColumn !== undefined && { measureColumn }),
      aside: rowsAside.aside.map(({ row, code }) => ({ row: row - area.row, code })),
    },
    evidence: [...evidence, ...relative(rowsAside.evidence), ...totals.evidence],
    alternatives: [],
    questions: [...questions, ...relative(rowsAside.questions)],
    others: [],
    unnamed: [
      'period',
      ...(hasUnnamedValue ? (['value'] as const) : []),
      ...(hasUnnamedKey ? (['label'] as const) : []),
      ...(headings ? (['group'] as const) : []),
    ],
  };
}

/** Columns whose rows add up to something: "Plan" and "Actual", and no "Var. %" beside them. */
function withoutRatios(values: readonly Draft[]): number[] {
  const isRatio = ({ part: { rest = '' } = { rest: '' } }: Draft) =>
    saysPercent(rest) || maySayPercent(rest);
  const sums = values.filter((draft) => !isRatio(draft));
  return (sums.length > 0 ? sums : values).map(({ column }) => column);
}

/** Whether a column names months or quarters without their year, in words: "Jan", "Q1". */
function holdsParts(rows: readonly Row[], column: number, from: number, to: number): boolean {
  let [named, filled] = [0, 0];
  for (let row = from; row < Math.min(to, from + 50); row += 1) {
    const cell = rows[row]?.[column];
    if (isBlank(cell)) continue;
    filled += 1;
    const part = typeof cell === 'string' ? headerPart(cell) : undefined;
    const isPart = part?.month !== undefined || part?.quarter !== undefined;
    if (isPart && part.year === undefined && part.rest === '' && !part.span) named += 1;
  }
  return named >= filled * 0.6 && named > 0;
}

/** Whether a period is of another kind than the known ones of its measure, and no total of any of them. */
function isForeign(part: HeaderPart, known: readonly HeaderPart[], grain: Fineness): boolean {
  const own = finenessOf(part);
  if (own === undefined || own === 'day' || own === grain || part.span) return false;
  const alike = known.filter(({ rest }) => rest === part.rest);
  const isFiner = finest.indexOf(own) < finest.indexOf(grain);
  return (
    alike.length > 0 &&
    (isFiner || !alike.some((one) => one.year === undefined || covers(part, one)))
  );
}

/** Columns that name one period and one measure twice: nobody knows which of them is meant. */
function samePeriods(values: readonly Draft[], row: number): ShapeQuestion[] {
  const known = new Map<string, string>();
  return values.flatMap(({ use, column, text }): ShapeQuestion[] => {
    if (use === 'total' || use.use !== 'value') return [];
    const key = `${use.across}\n${use.measure}`;
    const first = known.get(key);
    if (first === undefined) known.set(key, text);
    return first === undefined
      ? []
      : [{ question: 'samePeriod', row, column, text, candidates: [first] }];
  });
}

function draftsOf(
  { rows, area }: Region,
  block: HeaderBlock,
  from: number,
  to: number,
  names: ColumnNames,
): Draft[] {
  return Array.from({ length: area.columns }, (_, column) => {
    const parts = block.parts[column] ?? [];
    const hasTime = parts.some(
      (part) => finenessOf(part) !== undefined || part.isTotal || part.isFiscal,
    );
    const text = block.texts[column] ?? '';
    return {
      column,
      part: hasTime ? joinParts(parts) : undefined,
      text,
      look: lookAt(
        rows,
        area.column + column,
        [from, to],
        hasTime || namesFigures(text, findColumnRole(text)),
      ),
      use: { use: 'key', header: text === '' ? names.label : text },
    };
  });
}

/**
 * The columns of periods: of numbers, and beside some of those of any texts whose header is a period and
 * nothing else, such as a month that is "tbd" all the way down. Their cells are told one by one.
 */
function timesAmong(drafts: readonly Draft[]): Draft[] {
  const sure = drafts.filter(({ part, look }) => isPeriodColumn(part, look));
  const keyOf = (part: HeaderPart) => JSON.stringify({ ...part, rest: '' });
  const known = new Set(sure.flatMap(({ part }) => (part ? [keyOf(part)] : [])));
  const isUnread = ({ part }: Draft) =>
    part?.rest === '' && finenessOf(part) !== undefined && !known.has(keyOf(part));
  return sure.length === 0 ? [] : drafts.filter((one) => sure.includes(one) || isUnread(one));
}

/** A column of texts under a merged period belongs to no period. */
function isPeriodColumn(part: HeaderPart | undefined, { filled, texts }: ColumnLook): boolean {
  return (
    part !== undefined && finenessOf(part) !== undefined && (filled === 0 || texts <= filled / 2)
  );
}

/** What a column is that has no period of the table's grain. */
function otherUse(
  { column, part, text, look }: Draft,
  first: number,
  yearColumn: Draft | undefined,
  names: ColumnNames,
): ColumnUse | 'total' {
  if (column === yearColumn?.column) {
    return { use: 'year', header: text === '' ? names.label : text };
  }
  if (text === '' && look.filled === 0) return { use: 'aside', header: '' };
  const isBehind = column > first;
  if (part && isBehind && holdsNumbers(look)) return 'total';
  const role = findRole(text);
  const isFigure =
    role !== undefined && ['amount', 'target', 'price', 'cost', 'quantity'].includes(role);
  // A figure repeated beside each period would count as often.
  if (holdsNumbers(look) && (isBehind || isFigure)) return { use: 'aside', header: text };
  if (part && isBehind && look.filled === 0) return 'total';
  return { use: 'key', header: text };
}

/** Keys without a header get one, and keys of one header numbers. */
function nameKeys(drafts: readonly Draft[], names: ColumnNames): void {
  const counts = new Map<string, number>();
  for (const draft of drafts) {
    const { use } = draft;
    if (use === 'total' || (use.use !== 'key' && use.use !== 'year')) continue;
    if (use.header !== '' && use.header !== names.label) continue;
    const count = (counts.get(names.label) ?? 0) + 1;
    counts.set(names.label, count);
    const header = count === 1 ? names.label : `${names.label} ${String(count)}`;
    draft.use = { ...use, header };
  }
}

/** The measure of a table that has but one: said above, or by the sheet's name. */
function measureName(
  { rows }: Region,
  block: HeaderBlock,
  { name, names, titles = [] }: ShapeContext,
  title: readonly number[],
): string {
  const texts = title.flatMap((row) =>
    (rows[row] ?? []).filter((cell) => typeof cell === 'string' && !isBlank(cell)).map(headerText),
  );
  const measure = measureSaid([...texts.slice(0, 20), ...titles, name]);
  return measure === undefined || block.texts.includes(measure) ? names.value : measure;
}

/** Days of texts in digits, in the order that the headers prove together. */
function daysOf(
  values: readonly Draft[],
  at: { readonly row: number; readonly column: number; readonly text: string },
  questions: ShapeQuestion[],
  given: 'dmy' | 'mdy' | undefined,
): ReadonlyMap<HeaderPart, number> {
  const texts = values.flatMap(({ part, column }) =>
    part?.dateText === undefined ? [] : [[column, part.dateText] as const],
  );
  const proof = orderOf(texts);
  let order = proof.kind === 'found' ? proof.order : undefined;
  if (order === undefined) {
    // Headers are the first days of months before they are some days of January.
    const starts = (['dmy', 'mdy'] as const).filter((one) =>
      texts.every(([, text]) => isoOf(findTextDate(text, one) ?? 2).endsWith('-01')),
    );
    order = starts.length === 1 ? starts[0] : undefined;
  }
  order ??= given;
  if (order === undefined) {
    questions.push({ question: 'dateOrder', ...at, candidates: ['dmy', 'mdy'] });
  }
  const found = order ?? 'dmy';
  return new Map(
    values.flatMap(({ part }) =>
      part ? [[part, part.day ?? findTextDate(part.dateText ?? '', found) ?? 1] as const] : [],
    ),
  );
}
