import { withoutBrackets } from './header-text';

/** The currencies in use, by ISO 4217. */
const codes = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN ' +
    'BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS ' +
    'GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW ' +
    'KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD ' +
    'NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD ' +
    'SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED ' +
    'VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG'
  ).split(' '),
);

/** Codes that are words or other abbreviations too: believed in brackets and capitals only. */
const wordlike = new Set(
  'ALL ANG ARS BAM BOB COP CUP CVE ERN GEL KGS LAK MAD MOP MUR PEN PHP RON RUB SOS TOP TRY WST'.split(
    ' ',
  ),
);

/** Words in capitals that are no letter of a scale with a currency: March in French, "MWST" in German. */
const noUnits = new Set(['MARS', 'MALL', 'TALL', 'MWST', 'KERN']);

/** Signs of one currency. Those that several share ($, ¥, kr) name none. */
const signs: ReadonlyMap<string, string> = new Map([
  ['US$', 'USD'],
  ['CA$', 'CAD'],
  ['C$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['NZ$', 'NZD'],
  ['HK$', 'HKD'],
  ['MX$', 'MXN'],
  ['S$', 'SGD'],
  ['NT$', 'TWD'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₦', 'NGN'],
  ['zł', 'PLN'],
  ['SFr', 'CHF'],
  ['円', 'JPY'],
]);

const sharedSigns: ReadonlySet<string> = new Set(['$', '¥', '￥', 'kr']);

/** Words for a hundredth of a currency, which are said by themselves: `amount_cents`. */
const minorUnits = 'cents centimes centavos céntimos centimos pence paise'.split(' ');

/** Words that make a 1 stand for more, or for less; a single letter does so beside a currency only. */
const scaleWords: ReadonlyMap<string, number> = new Map([
  ...'thousand thousands tsd tausend milliers miles milhares 000 000s 千'
    .split(' ')
    .map((word) => [word, 1e3] as const),
  ...'million millions mio mill millionen millones milhões mn mm 百万'
    .split(' ')
    .map((word) => [word, 1e6] as const),
  ...'billion billions bn mrd milliarden milliards'.split(' ').map((word) => [word, 1e9] as const),
  ...minorUnits.map((word) => [word, 0.01] as const),
]);

/** A thousand in Portuguese and Spanish, a million in English. */
const thousandOrMillion = 'mil';
const ofMillions: ReadonlySet<string> = new Set(['USD', 'GBP', 'shared']);

const scaleLetters: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['T', 1e3],
  ['m', 1e6],
  ['M', 1e6],
]);

export interface HeaderUnit {
  /** By ISO 4217. */
  readonly currency?: string;
  /** What a 1 in the column stands for: 1000 in "Umsatz (T€)". */
  readonly scale?: number;
}

/** A currency by its code or a sign of its own; "shared" for a sign that several have. */
function currencyOf(text: string): string | undefined {
  if (codes.has(text)) return text;
  const code = text.toUpperCase();
  if (codes.has(code) && !wordlike.has(code)) return code;
  return sharedSigns.has(text) ? 'shared' : signs.get(text);
}

const isCurrency = (word = '') => !wordlike.has(word) && currencyOf(word) !== undefined;

const scaleOf = (text: string) => scaleWords.get(text.toLowerCase()) ?? scaleLetters.get(text);

/** What one word says of the unit: "EUR", "T€", "$k", "百万円", "thousands". */
function unitOf(word: string): HeaderUnit | undefined {
  const currency = currencyOf(word);
  if (currency !== undefined) return named(currency, undefined);
  const scale = scaleWords.get(word.toLowerCase());
  if (scale !== undefined) return { scale };
  if (noUnits.has(word)) return undefined;
  for (let at = 1; at < word.length; at += 1) {
    const [start, end] = [word.slice(0, at), word.slice(at)];
    const [before, after] = [currencyOf(start), currencyOf(end)];
    if (before !== undefined && scaleOf(end) !== undefined) return named(before, scaleOf(end));
    if (after !== undefined && scaleOf(start) !== undefined) return named(after, scaleOf(start));
  }
  return undefined;
}

function named(currency: string, scale: number | undefined): HeaderUnit {
  return {
    ...(currency !== 'shared' && { currency }),
    ...(scale !== undefined && { scale }),
  };
}

/** A thousand in digits: "in 1.000 €", "x1000". */
const inDigits = /(?:\b(in|en|em) |[x×] ?)1[.,' ]?000(?!\d)/giu;

const wordsOf = (text: string) =>
  text
    .replace(inDigits, (_, word: string = 'in') => ` ${word} thousand`)
    .replace(/['’](?=000)|(?<=000)['’](?=s)/g, '')
    .split(/[\s,;/_·.:：–-]+/)
    .filter((word) => word !== '');

function together(units: readonly HeaderUnit[]): HeaderUnit {
  const currencies = new Set(units.flatMap(({ currency }) => currency ?? []));
  const [currency] = currencies;
  const scale = units.find((unit) => unit.scale !== undefined)?.scale;
  return {
    ...(currency !== undefined && currencies.size === 1 && { currency }),
    ...(scale !== undefined && { scale }),
  };
}

/** What a word outside of brackets says of the unit: by itself, or beside a currency: "K USD", "EUR m". */
function bareUnit(word: string, at: number, words: readonly string[]): HeaderUnit | undefined {
  const [before = '', after] = [words[at - 1], words[at + 1]];
  const scale = /^\d/.test(word) || /^\d{1,3}$/.test(before) ? undefined : scaleOf(word);
  if (scale !== undefined && (isCurrency(before) || isCurrency(after))) return { scale };
  if (word.toLowerCase() === thousandOrMillion && (isCurrency(before) || isCurrency(after))) {
    const currency = currencyOf(isCurrency(before) ? before : (after ?? ''));
    return { scale: ofMillions.has(currency ?? '') ? 1e6 : 1e3 };
  }
  if (/^cent$/i.test(word) && /^(?:in|en|em)$/i.test(before)) return { scale: 0.01 };
  if (wordlike.has(word) || word === 'kr') return undefined;
  const unit = unitOf(word);
  const isSaid =
    unit?.currency !== undefined ||
    /\p{Sc}/u.test(word) ||
    minorUnits.includes(word.toLowerCase()) ||
    (/^000s?$/.test(word) ? !/\d$/.test(before) : /^(?:in|en|em)$/i.test(before));
  return isSaid ? unit : undefined;
}

/** What a word within brackets says of it. */
function bracketedUnit(word: string, at: number, words: readonly string[]): HeaderUnit | undefined {
  if (words.length === 1 && /^k$/i.test(word)) return { scale: 1e3 };
  // Beside other words it is French for a hundred: "pour cent".
  if (words.length === 1 && /^(?:cent|¢)$/i.test(word)) return { scale: 0.01 };
  return unitOf(word) ?? bareUnit(word, at, words);
}

/**
 * The currency and the scale of a column's figures, as its header gives them: in brackets, or as a
 * word of its own.
 * @example findHeaderUnit('Umsatz (T€)') // { currency: 'EUR', scale: 1000 }
 */
export function findHeaderUnit(header: string): HeaderUnit {
  const { outside, inside } = withoutBrackets(header);
  const bracketed = inside.flatMap((text) =>
    wordsOf(text).flatMap((...at) => bracketedUnit(...at) ?? []),
  );
  if (bracketed.length > 0) return together(bracketed);
  return together(wordsOf(outside).flatMap((...at) => bareUnit(...at) ?? []));
}

/**
 * The currency that a header gives for its column, by ISO 4217.
 * @example findHeaderCurrency('Umsatz (EUR)') // 'EUR'
 * findHeaderCurrency('Sales ($)') // undefined
 */
export function findHeaderCurrency(header: string): string | undefined {
  return findHeaderUnit(header).currency;
}

/** A header without the words that are only its unit: "Sales USD" is "Sales". */
export function withoutUnit(header: string): string {
  const words = wordsOf(header);
  if (words.length < 2) return header;
  const rest = words.filter((...at) => bareUnit(...at) === undefined);
  return rest.length === 0 || rest.length === words.length ? header : rest.join(' ');
}

/** The currency of a sign that only one has. @example signedCurrency('€') // 'EUR' */
export function signedCurrency(sign: string): string | undefined {
  return signs.get(sign);
}

/** Whether a text is the code of a currency. @example isCurrencyCode('eur') // true */
export function isCurrencyCode(text: string): boolean {
  return codes.has(text.trim().toUpperCase());
}
