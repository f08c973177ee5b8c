import { isBlank } from '../../workbook';
import { findRole } from '../header-words';
import { headerPart } from '../texts/header-part';
import { headerText, type Row } from './shape';

/** The last rows that one of two tables reaches no more are this share of the longer one's. */
const tail = 0.2;

/** What a header says of a table's side. */
interface HeaderSays {
  readonly text: string;
  readonly isTime: boolean;
  readonly isTarget: boolean;
  readonly isAmount: boolean;
  readonly isPeriod: boolean;
}

function said(text: string): HeaderSays {
  const role = findRole(text);
  return {
    text,
    isTime: role === 'date' || role === 'year',
    isTarget: role === 'target',
    isAmount: role === 'amount',
    isPeriod: headerPart(text) !== undefined,
  };
}

/** Whether two runs of headers are those of sales and of targets, each with its own time. */
export function areSalesAndTargets(left: readonly string[], right: readonly string[]): boolean {
  return areBothSides(left.map(said), right.map(said));
}

/** Whether headers are those of sales, and others have a target and no amount: of which time, they need not tell. */
export function areSalesBesideTarget(sales: readonly string[], other: readonly string[]): boolean {
  const headers = other.map(said);
  const isTarget = headers.some((one) => one.isTarget) && !headers.some((one) => one.isAmount);
  return isTarget && areSales(sales.map(said));
}

function areBothSides(left: readonly HeaderSays[], right: readonly HeaderSays[]): boolean {
  return (areSales(left) && areTargets(right)) || (areTargets(left) && areSales(right));
}

function areSales(headers: readonly HeaderSays[]): boolean {
  const isOther = headers.some(({ isTarget, isPeriod }) => isTarget || isPeriod);
  return !isOther && headers.some((one) => one.isTime) && headers.some((one) => one.isAmount);
}

function areTargets(headers: readonly HeaderSays[]): boolean {
  if (headers.some((one) => one.isAmount)) return false;
  const targets = headers.filter((one) => one.isTarget);
  const isDated = headers.some((one) => one.isTime) || targets.some((one) => one.isPeriod);
  const periods = headers.filter((one) => one.isPeriod);
  return (isDated && targets.length > 0) || (periods.length > 1 && headers.length > 2);
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
  const headers = (rows[header] ?? []).slice(from, to).map((cell) => said(headerText(cell)));
  // Most tables are of one side, and need not be looked at in every place.
  if (!headers.some((one) => one.isAmount)) return undefined;
  if (!headers.some(({ isTarget, isPeriod }) => isTarget || isPeriod)) return undefined;
  const isDistinct = (some: readonly HeaderSays[]) =>
    new Set(some.map(({ text }) => text)).size === some.length;
  const seams: number[] = [];
  for (let at = 2; at <= headers.length - 2; at += 1) {
    const [left, right] = [headers.slice(0, at), headers.slice(at)];
    if (areBothSides(left, right) && isDistinct(left) && isDistinct(right)) seams.push(from + at);
  }
  if (seams.length === 0) return undefined;
  const below = rows.length - header - 1;
  const last = rows.slice(header + 1 + Math.floor(below * (1 - tail)));
  const longer = seams.filter((at) => isOneLonger(last, [from, at, to]));
  const told = longer.length > 0 || isDistinct(headers) ? longer : seams;
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
