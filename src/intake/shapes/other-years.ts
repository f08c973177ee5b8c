import { findColumnRole, isCurrencyCode } from '../header-words';

/** The year in which something began: "ACME since 1998", "gegründet im Jahr 1998", "1998年創業". */
const began =
  /(?<!\p{L})(?:since|founded|established|estd?|seit|gegr|gegr(?:ü|ue)ndet|depuis|fondée?|créée?|desde|fundad[ao]|copyright|©)(?:\(c\)|[\s:.,(])*(?:(?:in|im|dem|en|em|the|l['’]|el|o|year|jahr|année|año|ano)\s*)*(?:19|20)\d{2}(?![\d-])|(?<!\d)(?:19|20)\d{2}年?\s?(?:gegründet|創業|設立|創立|以来)/giu;
/** "€2000", "2000€" */
const amount = /\p{Sc}(?:19|20)\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}\p{Sc}/gu;
/** A round number beside a unit: "EUR 2026" tells a year. */
const round =
  /(?:(?<![\p{L}\p{Sc}])([\p{L}\p{Sc}]+)\s)?(?<![\d.,])(?:19|20)00(?![\d.,]\d|\d)(?:\s([\p{L}\p{Sc}]+))?/gu;

const isCurrency = (word: string) =>
  /\p{Sc}|^euros?$/iu.test(word) || (isCurrencyCode(word) && word === word.toUpperCase());

/**
 * A text without numbers like years that are of something else than its figures.
 * @example withoutOtherYears('Targets in EUR 2000') // 'Targets in EUR '
 */
export function withoutOtherYears(text: string): string {
  if (!/(?:19|20)\d{2}/.test(text)) return text;
  return text
    .replace(began, ' ')
    .replace(amount, ' ')
    .replace(round, (all: string, before: string | undefined, after: string | undefined) => {
      const beside = [before ?? '', after ?? ''];
      const isUnit = beside.some(isCurrency) || findColumnRole(after ?? '') === 'quantity';
      return isUnit ? beside.join(' ') : all;
    });
}
