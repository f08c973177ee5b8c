import type { CellValue } from '../../workbook';
import { classOf, findColumnRole, fold, isCurrencyCode } from '../header-words';
import { mayBeShortMonth } from '../texts/short-months';
import { looksLikeDate } from '../texts/text-dates';
import { isLettered, mayBeNumber } from '../texts/text-numbers';
import { finenessOf, headerPart } from '../texts/header-part';
import { headerText } from './shape';

/** Longer texts are remarks. */
const longest = 40;
const remark =
  /[!?*]$|(?:\S+\s+){3}(?:.*\s)?(?!(?:inc|ltd|co|corp)\.$)\S*\.$|^[*(]|^(?:page|seite|página|pagina|ページ)\b/iu;
/** Texts that say something of the rows, or of the figures, and name no group. */
const note =
  /^[^\p{L}\p{N}]*$|^(?:n\/?a|tbd|preliminary|provisional|provisoire|vorläufig|draft)$|^(?:excl|incl|exkl|inkl|zzgl|in)[. ]|(?:^|[\s(])(?:continued|cont['’]?d?\.?|fortsetzung|forts\.|suite|continuación|continuação)\)?$|続き/iu;

/** A text that is neither a day nor a period: those are rows that lack their figure. */
export function isProse(cell: CellValue | undefined): boolean {
  return (
    typeof cell === 'string' && !looksLikeDate(cell) && !mayBeNumber(cell) && !headerPart(cell)
  );
}

export function isPeriod(cell: CellValue | undefined): boolean {
  const part = typeof cell === 'string' ? headerPart(cell) : undefined;
  return part !== undefined && finenessOf(part) !== undefined && part.rest === '';
}

export const isDay = (cell: CellValue | undefined) => {
  const part = typeof cell === 'string' ? headerPart(cell) : undefined;
  return part !== undefined && finenessOf(part) === 'day';
};

/** "Jan Novak" begins like a period, and is a name. */
function isNamed(cell: CellValue | undefined): boolean {
  const part = typeof cell === 'string' ? headerPart(cell) : undefined;
  return part !== undefined && !part.isTotal && part.rest !== '';
}

/** Whether a text that stands alone may name the rows below it. */
export function mayName(cell: CellValue | undefined): boolean {
  const text = headerText(cell);
  if (text.length > longest || remark.test(text) || note.test(text) || isCurrencyCode(text)) {
    return false;
  }
  return (
    isProse(cell) ||
    // "5K" may name a group of races.
    isLettered(text) ||
    isPeriod(cell) ||
    isNamed(cell) ||
    mayBeShortMonth(cell) ||
    headingLabel([text]) !== undefined
  );
}

/** "Region: North": the header of a column, and the name. */
const labelled = /^([^:：]{1,30}?)\s*[:：]\s*(\S.*)$/u;

/**
 * What all headings say before a colon that they name, where it is a known header and no figure.
 * @example headingLabel(['Region: North', 'Region: South']) // 'Region'
 */
export function headingLabel(texts: readonly string[]): string | undefined {
  const [label, ...others] = texts.map((text) => labelled.exec(text)?.[1]);
  if (label === undefined) return undefined;
  if (others.some((other) => other === undefined || fold(other) !== fold(label))) return undefined;
  const role = findColumnRole(label);
  return role === undefined || classOf(role) === 'figure' ? undefined : label;
}

/** The name that a heading gives its rows, without its label where it has one. */
export function headingName(cell: CellValue | undefined, isLabelled = false): CellValue {
  if (typeof cell !== 'string') return cell ?? null;
  const text = cell.trim();
  return ((isLabelled && labelled.exec(text)?.[2]) || text).replace(/\s*[:：]$/u, '');
}
