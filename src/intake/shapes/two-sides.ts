import { isBlank } from '../../workbook';
import { findRole } from '../header-words';
import { headerPart } from './header-part';
import { headerText, type Row } from './shape';

/** The last rows that one of two tables reaches no more are this share of the longer one's. */
const tail = 0.2;

/** Whether two runs of headers are those of sales and of targets, each with its own time. */
export function areSalesAndTargets(left: readonly string[], right: readonly string[]): boolean {
  return (isSales(left) && isTargets(right)) || (isTargets(left) && isSales(right));
}

const tellsTime = (header: string) => ['date', 'year'].includes(findRole(header) ?? '');
const isTarget = (header: string) => findRole(header) === 'target';
const periodsIn = (headers: readonly string[]) =>
  headers.filter((header) => headerPart(header) !== undefined).length;

function isSales(headers: readonly string[]): boolean {
  const isPlain = !headers.some(isTarget) && periodsIn(headers) === 0;
  return isPlain && headers.some(tellsTime) && headers.some((one) => findRole(one) === 'amount');
}

function isTargets(headers: readonly string[]): boolean {
  if (headers.some((header) => findRole(header) === 'amount' && !isTarget(header))) return false;
  const isDated = headers.some(tellsTime) || periodsIn(headers.filter(isTarget)) > 0;
  return (isDated && headers.some(isTarget)) || (periodsIn(headers) > 1 && headers.length > 2);
}

/**
 * Where the targets begin that stand right beside sales, or the sales beside targets, without a blank
 * column between: told by a header that comes once more, or by one of them having rows that the other
 * has not. Undefined where there is one table, or where two would begin in several places.
 */
export function findSeam(
  rows: readonly Row[],
  header: number,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  const texts = (rows[header] ?? []).slice(from, to).map(headerText);
  const isDistinct = (some: readonly string[]) => new Set(some).size === some.length;
  const seams: number[] = [];
  for (let at = 2; at <= texts.length - 2; at += 1) {
    const [left, right] = [texts.slice(0, at), texts.slice(at)];
    const areApart = isDistinct(left) && isDistinct(right);
    if (areApart && areSalesAndTargets(left, right)) seams.push(from + at);
  }
  if (seams.length === 0) return undefined;
  const below = rows.length - header - 1;
  const last = rows.slice(header + 1 + Math.floor(below * (1 - tail)));
  const longer = seams.filter((at) => isOneLonger(last, [from, at, to]));
  const told = longer.length > 0 || isDistinct(texts) ? longer : seams;
  return told.length === 1 ? told[0] : undefined;
}

/** Whether the columns before a place, or those from it on, are all that have something in some rows. */
function isOneLonger(
  rows: readonly Row[],
  [from, at, to]: readonly [number, number, number],
): boolean {
  const isBlankIn = (column: number) => rows.every((row) => isBlank(row[column]));
  const columns = Array.from({ length: to - from }, (_, index) => from + index);
  const blank = columns.filter(isBlankIn);
  const isLeft = blank.every((column) => column < at);
  const isRight = blank.every((column) => column >= at);
  return (isLeft && blank.length === at - from) || (isRight && blank.length === to - at);
}
