import { dimensionOf, type Column } from '../columns/column';
import { amountsIn, datesOf, noDate, signOf, type ColumnChoice } from '../convert';
import type { Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { addressIn } from '../raw-table';
import { isDimensionRole } from '../roles';
import { isSame } from '../shapes';

/** Rows of all sheets together that are looked for on the others, and of one at least. */
const [mostSampled, leastSampled] = [2000, 20];
/** So many rows, and this share of those within the other's days, stand on another sheet as well. */
const [leastShared, sharedShare] = [3, 0.6];
/** Rows that are looked through before others may work. */
const rowsAStep = 32_768;

type When = Pick<ColumnChoice, 'date' | 'amount'>;

/** One of the sheets: its rows, their days and what they add up to. */
interface Part {
  readonly from: number;
  readonly to: number;
  first: number;
  last: number;
  used: number;
  sum: number;
}

/** What tells the rows of sheets apart that were put together. */
interface Stacked {
  readonly parts: readonly Part[];
  readonly dates: Int32Array;
  readonly amounts: Float64Array;
  /** By column of names, the number of each row's. */
  readonly names: readonly Int32Array[];
}

const isName = ({ meaning, kind }: Column) =>
  meaning === undefined
    ? kind === 'text'
    : isDimensionRole(meaning) && meaning !== 'stage' && meaning !== 'outcome';

function* stackedSteps(table: SourceTable, { date, amount }: When): Generator<undefined, Stacked> {
  const { grid, stacked } = table.raw;
  const dates = datesOf(grid.column(date.index), date);
  const amounts = amountsIn(grid.column(amount.index), signOf(amount));
  const parts: Part[] = [];
  const starts = stacked?.starts ?? [];
  for (const [at, from] of starts.entries()) {
    const to = starts[at + 1] ?? grid.rowCount;
    const part = { from, to, first: Infinity, last: -Infinity, used: 0, sum: 0 };
    addDays(part, dates, amounts);
    parts.push(part);
    yield;
  }
  const names: Int32Array[] = [];
  for (const column of table.columns) {
    const isOwn = column.index === date.index || column.index === stacked?.column;
    if (isOwn || !isName(column)) continue;
    const { codes } = dimensionOf(grid.column(column.index));
    // One text alone on each sheet, below no known header, may be that of a file or a day of export.
    if (column.meaning !== undefined || !isOneOnEach(codes, parts)) names.push(codes);
    yield;
  }
  return { parts, dates, amounts, names };
}

const isOneOnEach = (codes: Int32Array, parts: readonly Part[]) =>
  parts.every(({ from, to }) => {
    let row = from;
    while (row < to && codes[row] === codes[from]) row += 1;
    return row === to;
  });

function addDays(part: Part, dates: Int32Array, amounts: Float64Array): void {
  for (let row = part.from; row < part.to; row += 1) {
    const day = dates[row] ?? noDate;
    const amount = amounts[row] ?? NaN;
    if (day === noDate || Number.isNaN(amount)) continue;
    if (day < part.first) part.first = day;
    if (day > part.last) part.last = day;
    part.used += 1;
    part.sum += amount;
  }
}

const doMeet = (one: Part, other: Part) => one.first <= other.last && other.first <= one.last;

const doesAnyMeet = (parts: readonly Part[]) =>
  parts.some((one, at) => parts.slice(at + 1).some((other) => doMeet(one, other)));

/**
 * Whether sheets that were put together are parts of one whole: their days do not meet, or a column of names
 * has others on each.
 */
export function* areParts(table: SourceTable, when: When): Generator<undefined, boolean> {
  const { parts, names } = yield* stackedSteps(table, when);
  if (!doesAnyMeet(parts)) return true;
  for (const codes of names) {
    if (standApart(codes, parts)) return true;
    yield;
  }
  return false;
}

/** Whether each name, blank ones too, stands on one of the sheets alone. */
function standApart(codes: Int32Array, parts: readonly Part[]): boolean {
  const partOf = new Map<number, number>();
  for (const [at, { from, to }] of parts.entries()) {
    let recent = -1;
    for (let row = from; row < to; row += 1) {
      const code = codes[row] ?? -1;
      if (code === recent) continue;
      recent = code;
      const own = partOf.get(code);
      if (own === undefined) partOf.set(code, at);
      else if (own !== at) return false;
    }
  }
  return true;
}

/**
 * Sheets that count twice once they are put together: most rows of one, within the days of another, stand there
 * as often, or one adds up to what another of as many rows does, or to what all others do together. Of sheets
 * that are dated by their names alone one that is a copy of another.
 */
export function* findCountedTwice(
  table: SourceTable,
  when: When,
): Generator<undefined, Issue | undefined> {
  const stacked = yield* stackedSteps(table, when);
  const at = (one: number) => addressIn(table.raw, one, when.amount.index);
  const sharedIssue = ([row, other]: readonly [number, number]): Issue => {
    const found = String(stacked.amounts[row] ?? '');
    return { code: 'rowsOnTwoSheets', at: at(row), found, expected: at(other) };
  };
  if (when.date.index === table.raw.stacked?.column) {
    const copied = findCopy(stacked);
    return copied && sharedIssue(copied);
  }
  if (!doesAnyMeet(stacked.parts)) return undefined;
  const shared = yield* sharedRowSteps(stacked);
  return shared ? sharedIssue(shared) : sumIssue(table, stacked);
}

/** Of sheets whose names are their only time, one that holds another's rows and no more: a row of each. */
function findCopy(stacked: Stacked): readonly [number, number] | undefined {
  const { parts } = stacked;
  for (const [at, one] of parts.entries()) {
    if (one.used < leastShared || one.sum === 0) continue;
    const other = parts.slice(0, at).find((part) => areAlike(stacked, part, one));
    if (other) return [one.from, other.from];
  }
  return undefined;
}

function areAlike({ amounts, names }: Stacked, one: Part, other: Part): boolean {
  if (one.to - one.from !== other.to - other.from || one.sum !== other.sum) return false;
  for (let row = one.from; row < one.to; row += 1) {
    const same = row - one.from + other.from;
    if (!Object.is(amounts[row], amounts[same])) return false;
    if (names.some((codes) => codes[row] !== codes[same])) return false;
  }
  return true;
}

function sumIssue({ raw }: SourceTable, { parts }: Stacked): Issue | undefined {
  const all = parts.reduce((sum, part) => sum + part.sum, 0);
  const firstOf = (part: Part) => addressIn(raw, part.from, 0);
  for (const [at, one] of parts.entries()) {
    if (one.used < leastShared || one.sum === 0) continue;
    const issue = (expected: string): Issue => ({
      code: 'sumOfSheets',
      at: firstOf(one),
      found: String(one.sum),
      expected,
    });
    const isTotal = parts.length > 2 && isSame(one.sum * 2, all);
    if (isTotal && parts.every((other) => doMeet(one, other))) return issue('');
    const isLike = (part: Part) =>
      part.used === one.used && isSame(part.sum, one.sum) && doMeet(one, part);
    const like = parts.slice(0, at).find(isLike);
    if (like) return issue(firstOf(like));
  }
  return undefined;
}

/** Rows that are looked for on all sheets. */
interface Sample {
  /** By a row's hash, its number among those sampled. */
  readonly placeOf: ReadonlyMap<number, number>;
  /** By the end of a hash of day and amount alone, whether a row of the sample has it. */
  readonly marks: Uint8Array;
  readonly days: readonly number[];
  /** By sheet, the numbers of its own. */
  readonly own: readonly (readonly number[])[];
}

/** A row, and the one on another sheet that is the same. */
function* sharedRowSteps(
  stacked: Stacked,
): Generator<undefined, readonly [number, number] | undefined> {
  const { parts } = stacked;
  const { placeOf, marks, days, own } = sampleOf(stacked);
  const counts = new Int32Array(days.length * parts.length);
  const firsts = new Int32Array(counts.length);
  for (const [at, { from, to }] of parts.entries()) {
    for (let row = from; row < to; row += 1) {
      if (row % rowsAStep === 0) yield;
      const start = startOf(stacked, row);
      const place =
        marks[start & 0xffff] === 1 ? placeOf.get(hashOf(stacked, row, start)) : undefined;
      if (place === undefined) continue;
      const cell = place * parts.length + at;
      if (counts[cell] === 0) firsts[cell] = row;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  for (const [one, places] of own.entries()) {
    for (const [other, { first, last }] of parts.entries()) {
      if (one === other) continue;
      const within = places.filter((at) => (days[at] ?? 0) >= first && (days[at] ?? 0) <= last);
      const cellOf = (place: number, part: number) => place * parts.length + part;
      const same = within.filter((at) => counts[cellOf(at, one)] === counts[cellOf(at, other)]);
      if (same.length < leastShared || same.length < within.length * sharedShare) continue;
      const [place = 0] = same;
      const rows = [one, other].map((part) => firsts[cellOf(place, part)] ?? 0);
      return [Math.max(...rows), Math.min(...rows)];
    }
  }
  return undefined;
}

function sampleOf(stacked: Stacked): Sample {
  const { parts, dates, amounts } = stacked;
  const size = Math.max(leastSampled, Math.floor(mostSampled / parts.length));
  const placeOf = new Map<number, number>();
  const marks = new Uint8Array(0x10000);
  const days: number[] = [];
  const own = parts.map(({ from, to }) => {
    const places = new Set<number>();
    for (let at = from; at < to; at += Math.max(1, (to - from) / size)) {
      const row = Math.floor(at);
      const [day = noDate, amount = 0] = [dates[row], amounts[row]];
      // What is blank or 0 stands on many sheets.
      if (day === noDate || Number.isNaN(amount) || amount === 0) continue;
      const start = startOf(stacked, row);
      marks[start & 0xffff] = 1;
      const hash = hashOf(stacked, row, start);
      let place = placeOf.get(hash);
      if (place === undefined) {
        place = days.push(day) - 1;
        placeOf.set(hash, place);
      }
      places.add(place);
    }
    return [...places];
  });
  return { placeOf, marks, days, own };
}

const mixed = (hash: number, value: number) =>
  Math.imul(((hash ^ value) << 13) | ((hash ^ value) >>> 19), 0x9e3779b1);

/** Of the day and the amount, in hundredths: what remains of it tells little more. */
function startOf({ dates, amounts }: Stacked, row: number): number {
  const amount = (amounts[row] ?? 0) * 100;
  const hash = mixed(mixed(dates[row] ?? 0, amount), amount / 2 ** 32);
  return hash ^ (hash >>> 16);
}

function hashOf({ names }: Stacked, row: number, start: number): number {
  let hash = start;
  for (let at = 0; at < names.length; at += 1) hash = mixed(hash, names[at]?.[row] ?? 0);
  return hash;
}
