import { isBlank } from '../../workbook';
import { findBelowTotal } from './below-total';
import { Figures } from './figures';
import { isProse } from './heading-names';
import { findHeadings, type Headings } from './headings';
import { differenceAt, judgeTotals } from './judge-totals';
import { findOtherRows } from './other-rows';
import { findOutline } from './outline';
import type { RowsToJudge } from './rows-to-judge';
import { findBlankSums, findUnnamedSums } from './unnamed-sums';
import { type AsideCode, type ShapeEvidence, type ShapeQuestion } from './shape';

export interface RowsAside {
  readonly aside: readonly { readonly row: number; readonly code: AsideCode }[];
  readonly evidence: readonly ShapeEvidence[];
  readonly questions: readonly ShapeQuestion[];
  /** Keys that stand in the row of their group alone, and are those of the rows below it. */
  readonly outlined: readonly number[];
  /** Headings that have a column to themselves. */
  readonly own?: Headings;
  /** Names of groups in rows of their own, whose column is no key yet. */
  readonly headings?: Headings;
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
  const headings = findHeadings(table, notes);
  if (headings?.areCertain) for (const row of headings.rows) notes.set(row, 'headingRow');
  const figures = new Figures(table.rows, [from, to], table.numbers);
  const outline = findOutline(table, figures, notes);
  for (const row of outline.groups) notes.set(row, 'groupRow');
  const others = table.areAlike ? findOtherRows(table, notes) : { rows: [], questions: [] };
  for (const row of others.rows) notes.set(row, 'belowTotal');
  for (const row of findBlankSums(table, figures, notes)) notes.set(row, 'subtotalRow');
  const totals = judgeTotals(table, figures, notes);
  for (const row of totals.rows) notes.set(row, 'subtotalRow');
  for (const row of totals.parts) notes.set(row, 'partRow');
  if (table.areAlike && totals.grand !== undefined) {
    for (const row of findBelowTotal(table, notes, totals.grand)) notes.set(row, 'belowTotal');
  }
  const aside = [...notes]
    .filter(([row]) => row >= from && row < to)
    .sort(([one], [other]) => one - other)
    .map(([row, code]) => ({ row, code }));
  const differences = outline.differing.map(({ row, column, sum }) =>
    differenceAt(table.rows, row, { at: column, sum }),
  );
  const questions = [
    ...totals.questions,
    ...others.questions.filter(({ row }) => !notes.has(row)),
    ...findUnnamedSums(table, figures, notes),
  ];
  return {
    aside,
    evidence: [...totals.evidence, ...differences],
    // An answer holds for its text.
    questions: [...new Map(questions.map((one) => [one.text, one])).values()],
    outlined: headings?.isOwn && headings.areCertain ? [headings.column] : outline.filled,
    ...(headings && (headings.isOwn ? { own: headings } : { headings })),
  };
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
