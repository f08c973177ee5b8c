import { isBlank, type CellValue } from '../../workbook';
import { looksLikeDate } from '../text-dates';
import { looksLikeNumber } from '../text-numbers';
import { findBelowTotal, isGrandTotal } from './below-total';
import { Figures } from './figures';
import { headerPart } from './header-part';
import type { RowsToJudge } from './rows-to-judge';
import { headerText, type AsideCode, type ShapeEvidence, type ShapeQuestion } from './shape';
import { Sums, type Difference, type SumMatch } from './sums';
import { findTotal, type TotalText } from './total-words';

export interface RowsAside {
  readonly aside: readonly { readonly row: number; readonly code: AsideCode }[];
  readonly evidence: readonly ShapeEvidence[];
  readonly questions: readonly ShapeQuestion[];
}

/**
 * Finds rows that are no data: repeated headers, notes, and totals. A total is known by its word
 * and by what speaks beside it: blank keys, or sums that agree. A name that contains the word
 * ("Total Energies") has neither.
 */
export function findRowsAside(table: RowsToJudge): RowsAside {
  const { from, to } = table;
  const notes = new Map<number, AsideCode>();
  findRepeatedHeaders(table, notes);
  findNotes(table, notes);
  const totals = judgeTotals(table, notes);
  for (const row of totals.rows) notes.set(row, 'subtotalRow');
  if (table.areAlike && totals.grand !== undefined) {
    for (const row of findBelowTotal(table, notes, totals.grand)) notes.set(row, 'belowTotal');
  }
  const aside = [...notes]
    .filter(([row]) => row >= from && row < to)
    .sort(([one], [other]) => one - other)
    .map(([row, code]) => ({ row, code }));
  return { aside, evidence: totals.evidence, questions: totals.questions };
}

function findRepeatedHeaders(
  { rows, scan, from, to, headerRows }: RowsToJudge,
  notes: Map<number, AsideCode>,
): void {
  for (const headerRow of headerRows) {
    const cells = rows[headerRow] ?? [];
    const named = [...cells.keys()].filter((column) => !isBlank(cells[column]));
    if (named.length < 2) continue;
    const isRepeated = (row: number) =>
      named.every((column) => rows[row]?.[column] === cells[column]);
    // Nearly all headers are texts alone, and rows of texts alone are few.
    if (named.every((column) => typeof cells[column] !== 'number')) {
      for (const row of scan.wordy) {
        if (row >= from && row < to && isRepeated(row)) notes.set(row, 'repeatedHeader');
      }
      continue;
    }
    for (let row = from; row < to; row += 1) {
      if (isRepeated(row)) notes.set(row, 'repeatedHeader');
    }
  }
}

/**
 * Texts without a figure that are no names: alone in their row where rows have several keys, in the
 * columns of figures below the last of them, or below a blank row or a total.
 */
function findNotes(
  { rows, scan, from, to, numbers, keys }: RowsToJudge,
  notes: Map<number, AsideCode>,
): void {
  const width = numbers.length + keys.length;
  if (numbers.length === 0 || width < 3) return;
  const figures = (row: number) => numbers.map((column) => rows[row]?.[column]);
  const isFigureless = (row: number) =>
    figures(row).every((cell) => isBlank(cell) || isProse(cell));
  const isText = (row: number) => (rows[row] ?? []).every((cell) => isBlank(cell) || isProse(cell));
  const isNote = (row: number) => scan.filled(row) > 0 && isFigureless(row) && isText(row);
  if (keys.length > 1) {
    for (const row of scan.lonely) {
      if (row >= from && row < to && isNote(row)) notes.set(row, 'noteRow');
    }
  }
  let last = to - 1;
  while (last >= from && isFigureless(last)) last -= 1;
  // Below a total nothing is data any more.
  let isApart = scan.totals.some(({ row }) => row === last);
  for (let row = last + 1; row < to; row += 1) {
    isApart ||= scan.filled(row) === 0;
    const isAmongFigures = figures(row).some((cell) => !isBlank(cell));
    if (isNote(row) && (isAmongFigures || (isApart && scan.filled(row) <= width / 2))) {
      notes.set(row, 'noteRow');
    }
  }
}

/** A text that is neither a day nor a period: those are rows that lack their figure. */
function isProse(cell: CellValue | undefined): boolean {
  return (
    typeof cell === 'string' && !looksLikeDate(cell) && !looksLikeNumber(cell) && !headerPart(cell)
  );
}

/** Of a row of sums at most one figure in so many is wrong; of more, it is a measure that is not summed. */
const fewerThanSums = 3;
/** So many names that contain the word for a total are told. */
const mostNamed = 20;

interface Judged {
  readonly rows: readonly number[];
  /** The last total, where it is one of all rows above it. */
  readonly grand?: number | undefined;
  readonly evidence: readonly ShapeEvidence[];
  readonly questions: readonly ShapeQuestion[];
}

/** What speaks of a total in a row. */
interface Candidate {
  readonly row: number;
  /** The label's column; none where all keys are blank. */
  readonly column: number | undefined;
  readonly of: string;
}

function candidatesOf(
  table: RowsToJudge,
  notes: ReadonlyMap<number, AsideCode>,
  figures: Figures,
): Candidate[] {
  const { rows, scan, from, to, keys, numbers } = table;
  const found = new Map<number, Candidate>();
  const isIn = (row: number) => row >= from && row < to && !notes.has(row);
  // The same names come again and again.
  const known = new Map<string, TotalText | undefined>();
  const totalIn = (text: string) => {
    if (!known.has(text)) known.set(text, findTotal(text));
    return known.get(text);
  };
  for (const { row, column } of scan.totals) {
    if (!isIn(row) || found.get(row)?.of === '') continue;
    const total = totalIn(headerText(rows[row]?.[column]));
    if (total) found.set(row, { row, column, of: total.of });
  }
  // The last row of a run may be a total that nobody labelled.
  for (const row of [...scan.blank.map((blank) => blank - 1), to - 1]) {
    if (!isIn(row) || found.has(row) || keys.length === 0) continue;
    if (row < to - 1 && scan.filled(row) === 0) continue;
    const isBare = keys.every((column) => isBlank(rows[row]?.[column]));
    if (isBare && numbers.some((column) => figures.at(row, column) !== undefined)) {
      found.set(row, { row, column: undefined, of: '' });
    }
  }
  return [...found.values()].sort((one, other) => one.row - other.row);
}

function judgeTotals(table: RowsToJudge, notes: ReadonlyMap<number, AsideCode>): Judged {
  const figures = new Figures(table.rows, [table.from, table.to], table.numbers);
  const candidates = candidatesOf(table, notes, figures);
  const evidence: ShapeEvidence[] = [];
  const questions: ShapeQuestion[] = [];
  if (candidates.length === 0) return { rows: [], evidence, questions };
  const { rows, keys } = table;
  const sums = new Sums(
    { ...table, figures },
    new Set([...candidates.map(({ row }) => row), ...notes.keys()]),
  );
  const usual = usualKeys(table, new Set(candidates.map(({ row }) => row)));
  const aside: number[] = [];
  let grand: number | undefined;
  const take = (candidate: Candidate, match: SumMatch) => {
    const { row } = candidate;
    const text = candidate.column === undefined ? '' : headerText(rows[row]?.[candidate.column]);
    grand = isGrandTotal(match, text, candidate.of, aside.length === 0) ? row : undefined;
    aside.push(row);
    sums.close(row);
  };
  const named = new Set<string>();
  const disagrees = (row: number, { at, sum }: Difference): ShapeEvidence => ({
    what: 'totalDisagrees',
    row,
    column: at,
    text: headerText(rows[row]?.[at]),
    expected: String(Number(sum.toPrecision(12))),
  });
  for (const candidate of candidates) {
    const { row, column, of } = candidate;
    const match = sums.match(row, column);
    const text = column === undefined ? '' : headerText(rows[row]?.[column]);
    const isFull = usual.every((key) => !isBlank(rows[row]?.[key]));
    const others = usual.filter((key) => key !== column);
    const isKnown = of !== '' && keys.some((key) => sums.names(key).has(of));
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
    const isTotal =
      of === '' ? !isFull || others.length === 0 : isKnown && (!isFull || others.length === 0);
    if (isTotal) {
      take(candidate, match);
      const [first] = match.differing;
      if (first) evidence.push(disagrees(row, first));
      continue;
    }
    if (of === '' || !isFull) {
      questions.push({ question: 'totalOrName', row, column, text, candidates: [] });
    } else if (!named.has(text) && named.size < mostNamed) {
      named.add(text);
      evidence.push({ what: 'totalIsName', row, column, text });
    }
    sums.reopen(row);
  }
  return { rows: aside, grand, evidence, questions };
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
