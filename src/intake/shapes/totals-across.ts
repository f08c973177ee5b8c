import { Figures } from './figures';
import type { Region } from './header-block';
import { finenessOf, type HeaderPart } from '../texts/header-part';
import { isWithin } from './spans-across';
import { headerText, type ColumnUse, type ShapeEvidence } from './shape';
import { isSame } from './sums';
import { findSummed } from '../texts/total-words';

interface Drafted {
  readonly column: number;
  readonly part: HeaderPart | undefined;
  readonly text: string;
  readonly use: ColumnUse | 'total';
}

export interface TotalsAcross {
  readonly uses: ReadonlyMap<number, ColumnUse>;
  readonly evidence: readonly ShapeEvidence[];
}

/** Rows that disagree with a total are named one by one up to this many. */
const mostNamed = 20;

/**
 * Finds which columns each total column sums up: those of its measure since the last total, all of
 * them, or those in its year or quarter, whichever agrees in most rows; and the rows that disagree.
 * A column that agrees in no row is none.
 */
export function totalsAcross(
  { rows, area }: Region,
  drafts: readonly Drafted[],
  totals: readonly Drafted[],
  data: readonly number[],
): TotalsAcross {
  const uses = new Map<number, ColumnUse>();
  const evidence: ShapeEvidence[] = [];
  const values = drafts.flatMap(({ column, part, use }) =>
    use !== 'total' && use.use === 'value' && part ? [{ column, part, measure: use.measure }] : [],
  );
  const columns = [...values, ...totals].map(({ column }) => area.column + column);
  const figures = new Figures(rows, [area.row, area.row + area.rows], columns);
  const numberAt = (row: number, column: number) => figures.at(row, area.column + column);
  for (const total of totals) {
    const named = total.part?.rest ?? '';
    const rest = findSummed(named) ?? named;
    const own = values.filter(({ part }) => rest === '' || part.rest === rest);
    const before = own.filter(({ column }) => column < total.column);
    const last = totals.findLast(({ column }) => column < total.column)?.column ?? -1;
    const choices = [
      before.filter(({ column }) => column > last),
      before,
      own,
      own.filter(({ part }) => total.part !== undefined && covers(total.part, part)),
    ].filter((choice) => choice.length > 0);
    const judged = choices.map((choice) => {
      const agreeing = { agrees: 0, looked: 0, differing: [] as number[] };
      for (const row of data) {
        const found = numberAt(row, total.column);
        if (found === undefined) continue;
        agreeing.looked += 1;
        if (
          isSumOrMean(
            found,
            choice.map(({ column }) => numberAt(row, column)),
          )
        )
          agreeing.agrees += 1;
        else if (agreeing.differing.length < mostNamed) agreeing.differing.push(row);
      }
      return { choice, ...agreeing };
    });
    const best = judged.reduce<(typeof judged)[number] | undefined>(
      (one, other) => (one && one.agrees >= other.agrees ? one : other),
      undefined,
    );
    if (!best) {
      uses.set(total.column, { use: 'aside', header: total.text });
      continue;
    }
    const of = best.choice.map(({ column }) => column);
    uses.set(total.column, { use: 'total', text: total.text, of });
    for (const row of best.differing) {
      const sum = best.choice.reduce((added, { column }) => {
        return added + (numberAt(row, column) ?? 0);
      }, 0);
      evidence.push({
        what: 'totalDisagrees',
        row: row - area.row,
        column: total.column,
        text: headerText(rows[row]?.[area.column + total.column]),
        expected: String(Number(sum.toPrecision(12))),
      });
    }
  }
  return { uses, evidence };
}

/** Whether a total's period holds another, as far as the total names one. */
export function covers(total: HeaderPart, part: HeaderPart): boolean {
  const isOfYear = total.year === undefined || total.year === part.year;
  if (total.span) return isOfYear && isWithin(part, total.span);
  if (finenessOf(total) !== 'quarter') return isOfYear;
  return isOfYear && part.month !== undefined && Math.ceil(part.month / 3) === total.quarter;
}

/** Shares and prices are not added up: their total is a mean. */
function isSumOrMean(found: number, cells: readonly (number | undefined)[]): boolean {
  const numbers = cells.filter((cell) => cell !== undefined);
  const sum = numbers.reduce((added, number) => added + number, 0);
  if (isSame(found, sum)) return true;
  const mean = sum / numbers.length;
  return numbers.length > 0 && Math.abs(mean) <= 10 && isSame(found, mean);
}
