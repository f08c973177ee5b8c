import { isBlank, type CellValue } from '../../workbook';
import { isGrandTotal } from './below-total';
import type { Figures } from './figures';
import { headingName } from './heading-names';
import { headerPart } from '../texts/header-part';
import { findRowWord, isMeasure } from '../texts/row-words';
import type { RowsToJudge } from './rows-to-judge';
import {
  headerText,
  type AsideCode,
  type Row,
  type ShapeEvidence,
  type ShapeQuestion,
} from './shape';
import { Sums, type Difference, type SumMatch } from './sums';
import { findTotal } from '../texts/total-words';

/** Of a row of sums at most one figure in so many is wrong; of more, it is a measure that is not summed. */
const fewerThanSums = 3;
/** SAP marks totals so, one more at each level. */
const stars = /^\*+$/;
const partial = /^(?:parti(?:al|elle?)|parcial|teil(?:weise|lieferung|zahlung)?)$/i;
/** So many names that contain the word for a total are told. */
const mostNamed = 20;

export interface TotalsJudged {
  readonly rows: readonly number[];
  /** Parts of the rows above them. */
  readonly parts: readonly number[];
  /** The last total, where it is one of all rows above it. */
  readonly grand?: number | undefined;
  readonly evidence: readonly ShapeEvidence[];
  readonly questions: readonly ShapeQuestion[];
}

/** What a text says of its row. */
interface Label {
  /** `all`: a total only where sums agree, such as "All regions" and "Total sales". */
  readonly kind: 'total' | 'all' | 'part' | 'carried';
  readonly of: string;
  readonly mayBeName?: boolean;
}

/** What speaks of a total in a row. */
interface Candidate extends Label {
  readonly row: number;
  /** The label's column; none where all keys are blank. */
  readonly column: number | undefined;
}

function findLabel(text: string): Label | undefined {
  const word = findRowWord(text);
  if (word) return { ...word, of: '' };
  const total = findTotal(text);
  return total && { kind: isMeasure(total.of) ? 'all' : 'total', of: total.of };
}

type Notes = ReadonlyMap<number, AsideCode>;

function candidatesOf(table: RowsToJudge, notes: Notes, figures: Figures): Candidate[] {
  const { rows, scan, from, to, keys, numbers } = table;
  const found = new Map<number, Candidate>();
  const isIn = (row: number) => row >= from && row < to && !notes.has(row);
  // The same names come again and again.
  const known = new Map<string, Label | undefined>();
  const labelIn = (text: string) => {
    if (!known.has(text)) known.set(text, findLabel(text));
    return known.get(text);
  };
  const counts = new Map<number, number>();
  for (const { row, column } of scan.totals) {
    const first = found.get(row);
    if (!isIn(row) || (first?.kind === 'total' && first.of === '')) continue;
    const label = labelIn(headerText(rows[row]?.[column]));
    if (!label || (first && label.kind !== 'total')) continue;
    if (label.kind !== 'total' && !keys.includes(column)) continue;
    if (numbers.includes(column) && stars.test(headerText(rows[row]?.[column]))) continue;
    if (label.kind === 'all') counts.set(column, (counts.get(column) ?? 0) + 1);
    found.set(row, { ...label, row, column });
  }
  // What most rows say is no total of others.
  const isUsual = ({ kind, column }: Candidate) =>
    kind === 'all' && column !== undefined && (counts.get(column) ?? 0) > (to - from) / 2;
  if (counts.size > 0) {
    for (const candidate of [...found.values()]) {
      if (isUsual(candidate)) found.delete(candidate.row);
    }
  }
  // The last row of a run may be a total that nobody labelled.
  for (const row of [...scan.blank.map((blank) => blank - 1), to - 1]) {
    if (!isIn(row) || found.has(row) || keys.length === 0) continue;
    if (row < to - 1 && scan.filled(row) === 0) continue;
    const isBare = keys.every((column) => isBlank(rows[row]?.[column]));
    if (isBare && numbers.some((column) => figures.at(row, column) !== undefined)) {
      found.set(row, { row, column: undefined, kind: 'total', of: '' });
    }
  }
  return [...found.values()].sort((one, other) => one.row - other.row);
}

/** What a heading may name: "Total North" stands below "Region: North". */
const namesOf = (heading: CellValue | undefined) =>
  [false, true].map((isLabelled) => headerText(headingName(heading, isLabelled)));

/** Judges the rows whose texts speak of totals, by what stands beside and above them. */
export function judgeTotals(table: RowsToJudge, figures: Figures, notes: Notes): TotalsJudged {
  const candidates = candidatesOf(table, notes, figures);
  const evidence: ShapeEvidence[] = [];
  const questions = new Map<string, ShapeQuestion>();
  if (candidates.length === 0) return { rows: [], parts: [], evidence, questions: [] };
  const { rows, keys } = table;
  const noData = new Set([...candidates.map(({ row }) => row), ...notes.keys()]);
  const sums = new Sums({ ...table, figures }, noData);
  const usual = usualKeys(table, noData);
  const columns = new Set([
    ...keys,
    ...table.numbers,
    ...candidates.flatMap((one) => one.column ?? []),
  ]);
  const filled = usualKeys({ ...table, keys: [...columns] }, noData);
  const headings = new Set(
    [...notes].flatMap(([row, code]) =>
      code === 'headingRow' ? keys.flatMap((key) => namesOf(rows[row]?.[key])) : [],
    ),
  );
  const [aside, parts, carried]: [number[], number[], number[]] = [[], [], []];
  let grand: number | undefined;
  const take = ({ row, column, of }: Candidate, match: SumMatch) => {
    const text = column === undefined ? '' : headerText(rows[row]?.[column]);
    grand = isGrandTotal(match, text, of, aside.length === 0) ? row : undefined;
    aside.push(row);
    sums.close(row);
  };
  const named = new Set<string>();
  const keep = (row: number, column: number) => {
    const text = headerText(rows[row]?.[column]);
    if (!named.has(text) && named.size < mostNamed) {
      named.add(text);
      evidence.push({ what: 'totalIsName', row, column, text });
    }
    sums.reopen(row);
  };
  const disagrees = (row: number, difference: Difference) => differenceAt(rows, row, difference);
  for (const candidate of candidates) {
    const { row, column, kind, of } = candidate;
    const text = column === undefined ? '' : headerText(rows[row]?.[column]);
    const ask = (at: number) => {
      // An answer holds for its text.
      if (!questions.has(text)) {
        questions.set(text, { question: 'totalOrName', row, column: at, text, candidates: [] });
      }
      sums.reopen(row);
    };
    if (kind === 'part' && column !== undefined) {
      if (!candidate.mayBeName && isPartOfAbove(table, figures, notes, candidate, new Set(parts))) {
        parts.push(row);
      } else {
        sums.match(row, column);
        ask(column);
      }
      continue;
    }
    const match = sums.match(row, column);
    const isStar = stars.test(text);
    const isFull = (isStar ? filled : usual).every((key) => !isBlank(rows[row]?.[key]));
    const others = usual.filter((key) => key !== column);
    // A star that stands for no name, day or the like marks what is of note.
    const isMark = isStar && column !== undefined && !filled.includes(column);
    if (kind === 'carried' && column !== undefined) {
      const isSure = !candidate.mayBeName && others.length === 0;
      if (match.agrees || !isFull || isSure) {
        carried.push(row);
        const [first] = match.agrees || aside.length > 0 ? [] : match.differing;
        if (first) evidence.push(disagrees(row, first));
      } else if (candidate.mayBeName) keep(row, column);
      else ask(column);
      continue;
    }
    if (isMark && isFull) {
      sums.reopen(row);
      continue;
    }
    const isKnown = of !== '' && (headings.has(of) || keys.some((key) => sums.names(key).has(of)));
    if (match.agrees) {
      take(candidate, match);
      const isSlip = match.differing.length * fewerThanSums <= table.numbers.length;
      const slips = table.areAlike && isSlip ? match.differing : [];
      evidence.push(...slips.map((slip) => disagrees(row, slip)));
      continue;
    }
    if (column === undefined) {
      sums.reopen(row);
      continue;
    }
    if (kind === 'all') {
      // Where the column says nothing else, there is nothing that could count twice.
      if ((usual.includes(column) || !isFull) && sums.names(column).size > 0) ask(column);
      else sums.reopen(row);
      continue;
    }
    const isBare = usual.every((key) => isBlank(rows[row]?.[key]));
    const isTotal =
      (!isMark || isBare) && (of === '' || isKnown) && (!isFull || others.length === 0);
    if (isTotal) {
      take(candidate, match);
      const [first] = match.differing;
      if (first) evidence.push(disagrees(row, first));
      continue;
    }
    // Deliveries and payments are total or partial.
    if (of === '' && isFull && [...sums.names(column)].some((name) => partial.test(name))) {
      keep(row, column);
      continue;
    }
    // No customer is called "Total Q1", but "South total" beside "South" may be that of a single row.
    const isOfOther = others.some((key) => headerText(rows[row]?.[key]) === of);
    if (of === '' || !isFull || isOfOther || headerPart(of)?.rest === '') ask(column);
    else keep(row, column);
  }
  return {
    rows: [...aside, ...carried],
    parts,
    grand,
    evidence,
    questions: [...questions.values()],
  };
}

/** A figure of a row of sums that is none. */
export function differenceAt(
  rows: readonly Row[],
  row: number,
  { at, sum }: Difference,
): ShapeEvidence {
  const text = headerText(rows[row]?.[at]);
  const expected = String(Number(sum.toPrecision(12)));
  return { what: 'totalDisagrees', row, column: at, text, expected };
}

/** Whether a row has the keys of the nearest one above that is no part itself, and no larger figures. */
function isPartOfAbove(
  { rows, from, keys, numbers }: RowsToJudge,
  figures: Figures,
  notes: Notes,
  { row, column }: Candidate,
  parts: ReadonlySet<number>,
): boolean {
  let above = row - 1;
  const isSkipped = (at: number) =>
    parts.has(at) || notes.has(at) || (rows[at] ?? []).every((cell) => isBlank(cell));
  while (above >= from && isSkipped(above)) above -= 1;
  if (above < from) return false;
  const isOfIt = keys.every((key) => {
    const cell = rows[row]?.[key];
    return key === column || isBlank(cell) || headerText(cell) === headerText(rows[above]?.[key]);
  });
  return (
    isOfIt &&
    numbers.every((at) => {
      const [own, whole] = [figures.at(row, at) ?? 0, figures.at(above, at) ?? 0];
      return Math.abs(own) <= Math.abs(whole) && own * whole >= 0;
    })
  );
}

/** Keys that nearly all rows fill. */
function usualKeys({ rows, keys, from, to }: RowsToJudge, but: ReadonlySet<number>): number[] {
  const looked: number[] = [];
  for (let row = from; row < to && looked.length < 200; row += 1) {
    if (!but.has(row) && (rows[row] ?? []).some((cell) => !isBlank(cell))) looked.push(row);
  }
  return keys.filter((key) => {
    const filled = looked.filter((row) => !isBlank(rows[row]?.[key])).length;
    return filled > 0 && filled >= looked.length * 0.9;
  });
}
