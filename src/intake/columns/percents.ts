import type { CellColumn } from './cell-column';
import { plainText } from '../texts/plain-text';
import { findHeaderCurrency, fold, headerWords } from '../roles';

/** "Target (100 %)" is a level of amounts, and no unit. */
const unit = /(?<!\d ?)%|percent|prozent|\bpct\b|pourcent|porcent|パーセント/giu;
const shares = /(?:^| )\p{L}*(?:anteil|share)s?(?: |$)/u;
const rates =
  /(?:^| )\p{L}*(?:quote|growth|wachstum|steigerung|zuwachs|erreichung|erfullung|attainment|achievement|croissance|crecimiento|crescimento)s?(?: |$)|率/u;

/** Whether a header or title says that its figures are parts of others. */
export function saysPercent(text: string): boolean {
  if (plainText(text).search(unit) >= 0) return true;
  return shares.test(fold(headerWords(text))) && findHeaderCurrency(text) === undefined;
}

/** @example withoutPercent('Target %') // 'Target' */
export function withoutPercent(header: string): string {
  return plainText(header).replace(unit, ' ').trim();
}

/** Whether a header names a ratio where its figures are such: "Growth" of 0.05, and not of 5,000. */
export function maySayPercent(header: string): boolean {
  return rates.test(fold(headerWords(header)));
}

/** Ratios of sales lie within. */
const [least, most] = [-1, 2];

/** Whether the numbers of a column are ratios, as percents are in cells; or percents, times 100. */
export function areRatios(
  { numbers, codes, numberCount, length }: CellColumn,
  scale: 1 | 100 = 1,
): boolean {
  if (!numbers || numberCount === 0) return false;
  for (let row = 0; row < length; row += 1) {
    if (codes && (codes[row] ?? -1) >= 0) continue;
    const number = numbers[row] ?? 0;
    if (number < least * scale || number > most * scale) return false;
  }
  return true;
}

/** Whether a text is a number of percents. */
export function isPercentText(text: string): boolean {
  return /[%٪％]/.test(text);
}
