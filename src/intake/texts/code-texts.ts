import { plainText } from './plain-text';
import { classOf, findHeaderCurrency, type ColumnRole } from '../roles';
import { finenessOf, headerPart } from './header-part';
import { findCurrency, isLettered, looksLikeNumber, mayBeNumber } from './text-numbers';

const glued = /^[a-z]{1,3}-?\d+(?:\.\d)?(?:e\d+)?$|^\d+-?[a-z]{1,3}$/i;

/**
 * Whether a text is an amount or a code, which only its column tells: letters of a currency glued to
 * digits, or one letter behind them that may be a unit of any kind.
 * @example mayBeCode('R101') // true
 * mayBeCode('R101.50') // false
 * mayBeCode('1.5k') // true
 */
export function mayBeCode(text: string): boolean {
  if (isLettered(text)) return true;
  return glued.test(plainText(text)) && findCurrency(text) !== undefined && looksLikeNumber(text);
}

/** Whether letters of a currency stand with digits as no code has them: "R1,234.50", "-kr5". */
export function provesMoney(text: string): boolean {
  const currency = findCurrency(text);
  if (currency === undefined || !/^[a-z]+\.?$/i.test(currency)) return false;
  return /\d[.,' ]\d|^[(+-]/.test(plainText(text)) && !mayBeCode(text) && looksLikeNumber(text);
}

/** Whether a column's header says that its cells are figures: by its name, its currency, its period. */
export function namesFigures(header: string, meaning: ColumnRole | undefined): boolean {
  if (meaning !== undefined && classOf(meaning) === 'figure') return true;
  if (findHeaderCurrency(header) !== undefined) return true;
  const part = headerPart(header);
  return part !== undefined && (part.isTotal === true || finenessOf(part) !== undefined);
}

/** Counts the numbers of a column; texts that may be codes count once something says that they are none. */
export class NumberCount {
  private sure = 0;
  private codes = 0;

  constructor(private isMoney: boolean) {}

  take(text: string, count: number): void {
    if (!mayBeNumber(text)) return;
    if (mayBeCode(text)) this.codes += count;
    else this.sure += count;
    this.isMoney ||= provesMoney(text);
  }

  /** Whether nothing like a number was there. */
  get isEmpty(): boolean {
    return this.sure + this.codes === 0;
  }

  get numbers(): number {
    return this.isMoney ? this.sure + this.codes : this.sure;
  }
}
