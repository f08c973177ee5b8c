import { isCurrencyCode } from '../roles';

/**
 * Which of two currencies a rate is the price of: one unit of the first costs so much of the second,
 * or the other way round.
 */
export type RateBase = 'first' | 'second';

/** The currencies that a text names. */
export interface CurrencyPair {
  readonly first: string;
  /** Left out: the report's currency. */
  readonly second?: string;
  /** Left out: the text does not tell. */
  readonly base?: RateBase;
}

const alone = /^([A-Z]{3})$/;
const beside = /^([A-Z]{3})\s?[/:|\-–_.]?\s?([A-Z]{3})$/;
/** "USD to EUR", "1 USD = EUR": one of the first is so many of the second. */
const into = /^(?:1 )?([A-Z]{3}) ?(?:→|->|=|TO|IN|INTO|ZU|EN|EM|PARA|A|À) ?(?:[X?] )?([A-Z]{3})$/;
/** "EUR per USD": one of the second is so many of the first. */
const per = /^([A-Z]{3}) ?(?:PER|PRO|JE|PAR|POR) (?:1 )?([A-Z]{3})$/;

/**
 * The one or two currencies that a text is made of; undefined where it says anything else. Words
 * between two tell which one is the unit; a mere sign, or none, does not.
 * @example findPair('EUR per USD') // { first: 'EUR', second: 'USD', base: 'second' }
 * findPair('EURUSD') // { first: 'EUR', second: 'USD' }
 */
export function findPair(text: string): CurrencyPair | undefined {
  const upper = text.trim().replace(/\s+/g, ' ').toUpperCase();
  const single = alone.exec(upper)?.[1];
  if (single !== undefined) return isCurrencyCode(single) ? { first: single } : undefined;
  const patterns = [
    [into, 'first'],
    [per, 'second'],
    [beside, undefined],
  ] as const;
  for (const [pattern, base] of patterns) {
    const [, first, second] = pattern.exec(upper) ?? [];
    if (first === undefined || second === undefined) continue;
    if (!isCurrencyCode(first) || !isCurrencyCode(second)) continue;
    return { first, second, ...(base && { base }) };
  }
  return undefined;
}

const fromWords = 'from|base|source|von|de|desde|origen|origem';
const toWords = 'to|quote|quoted|counter|target|into|nach|zu|vers|à|a|hacia|para|destino';
const [fromThenTo, toThenFrom, hasFrom, hasTo] = [
  `(?:${fromWords})(?=[^\\p{L}]).*[^\\p{L}](?:${toWords})`,
  `(?:${toWords})(?=[^\\p{L}]).*[^\\p{L}](?:${fromWords})`,
  fromWords,
  toWords,
].map((words) => new RegExp(`(?:^|[^\\p{L}])(?:${words})(?:$|[^\\p{L}])`, 'iu'));

/** Which of the pairs' currencies a header such as "Base/Quote" or "From - To" calls the unit. */
export function baseOfPairs(header: string): RateBase | undefined {
  if (fromThenTo?.test(header)) return 'first';
  return toThenFrom?.test(header) ? 'second' : undefined;
}

/** Whether a header names the unit, as "From currency" does, or what it is priced in. */
export function sideOf(header: string): 'unit' | 'price' | undefined {
  const [isFrom, isTo] = [hasFrom?.test(header), hasTo?.test(header)];
  if (isFrom === isTo) return undefined;
  return isFrom ? 'unit' : 'price';
}

/**
 * Which way the header of a column of rates says they go, of rates between a row's currency, the
 * first, and the report's.
 * @example baseOfRates('Units per EUR', 'EUR') // 'second'
 */
export function baseOfRates(header: string, to: string): RateBase | undefined {
  const words = header.toUpperCase().split(/[^\p{L}\d]+/u);
  const at = words.indexOf(to.trim().toUpperCase());
  if (at < 0) return undefined;
  const isPer = (word: string | undefined) => /^(PER|PRO|JE|PAR|POR)$/.test(word ?? '');
  const before = words[at - 1] === '1' ? words[at - 2] : words[at - 1];
  if (isPer(before)) return 'second';
  const isInto = /^(IN|TO|INTO|ZU|EN|EM|PARA)$/.test(before ?? '');
  return isInto || isPer(words[at + 1]) ? 'first' : undefined;
}
