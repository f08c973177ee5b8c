import { isBlank } from '../../workbook';
import { findRole } from '../header-words';
import { headerPart } from '../texts/header-part';
import type { RowsToJudge } from './rows-to-judge';
import { headerText } from './shape';
import type { SumMatch } from './sums';

/** Words for a total of some of the rows. */
const partial = /sub|zwischen|teil|sous|parci|partie|小計/i;

/**
 * Whether a total is one of the whole table so far: of all rows above it, and not by the name of a
 * group; or the first that says no more than "Total".
 */
export function isGrandTotal(
  { agrees, isOfAll }: SumMatch,
  text: string,
  of: string,
  isFirst: boolean,
): boolean {
  if (partial.test(text)) return false;
  if (of === '') return isOfAll || (!agrees && isFirst);
  return isOfAll && (!isFirst || findRole(of) !== undefined || headerPart(of) !== undefined);
}

/** Remarks below a total are no more than this, or than the rows above it. */
const mostRemarks = 10;

/**
 * Rows of figures below the total of a whole table: last year's, shares, targets, working days. None
 * where they are as many as data, or have the names of rows above: then another part follows.
 */
export function findBelowTotal(
  { rows, keys, numbers, from, to }: RowsToJudge,
  aside: ReadonlyMap<number, unknown>,
  total: number,
): number[] {
  const hasFigures = (row: number) => numbers.some((column) => !isBlank(rows[row]?.[column]));
  const dataIn = (first: number, end: number) =>
    Array.from({ length: end - first }, (_, index) => first + index).filter(
      (row) => !aside.has(row) && hasFigures(row),
    );
  const above = dataIn(from, total);
  const below = dataIn(total + 1, to);
  if (above.length === 0 || below.length > Math.max(mostRemarks, above.length)) return [];
  const nameOf = (row: number) => keys.map((key) => headerText(rows[row]?.[key])).join('\n');
  const names = new Set(above.map(nameOf));
  return below.some((row) => names.has(nameOf(row))) ? [] : below;
}
