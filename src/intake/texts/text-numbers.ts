import { plainText } from './plain-text';
import { isCurrencyCode } from '../roles';

/** The decimal sign of a column of text numbers. */
export type DecimalSign = '.' | ',';

const signs = 'RMB|NTD|kr\\.?|zł|Kč|Ft|лв|S?Fr\\.?|Rs\\.?|RM|руб\\.?|円|元|원';
const currency = new RegExp(
  `^(?:[A-Z]{0,3}\\p{Sc}|[A-Z]{3}(?![A-Za-z])|R(?= ?\\d)|${signs}) ?| ?(?:[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|${signs})$`,
  'u',
);

/** What was found in a text, and where. */
interface Match {
  readonly index: number;
  readonly text: string;
}

/** Letters before a sign that make its figure thousands or millions; those of A$ or NT$ name a currency. */
const scaledSign = /^(k|K|T|MM?)(\p{Sc})$/u;
/** As a letter before a code: "TEUR 110". */
const scaledCode = /^[kKTM](?=[A-Z]{3}(?![A-Za-z]))/;

/** The currency at an end of a text. Three capitals are one only where they are its code. */
function matchCurrency(text: string): Match | undefined {
  const start = scaledCode.exec(text)?.[0].length ?? 0;
  const match = currency.exec(text.slice(start));
  if (!match) return undefined;
  const name = match[0].trim();
  const isCode = /^[A-Z]{3}$/.test(name) && name !== 'RMB' && name !== 'NTD';
  if (isCode && !isCurrencyCode(name)) return undefined;
  const scaled = scaledSign.exec(name);
  // There is one euro: other letters before it mean nothing known.
  if (!scaled && /^[A-Z]+€$/.test(name)) return undefined;
  const skipped = scaled ? match[0].indexOf(scaled[2] ?? '') : 0;
  return { index: start + match.index + skipped, text: match[0].slice(skipped) };
}

/** Powers of ten that a word beside a figure stands for. German "Billion" and Spanish "mil" are left out. */
const scaleWords: ReadonlyMap<string, number> = new Map([
  ...'tsd tausend thousand thousands'.split(' ').map((word) => [word, 3] as const),
  ...'mio mln million millions millionen millones'.split(' ').map((word) => [word, 6] as const),
  ...'bn mrd milliarde milliarden milliard milliards'.split(' ').map((word) => [word, 9] as const),
]);
/** The same of letters, most of which say so beside a currency only. */
const scaleLetters: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['T', 3],
  ['m', 6],
  ['M', 6],
  ['MM', 6],
]);
const scaleWord = / ?(\p{L}{2,})\.?$/u;
const scaleBehind = /(?<=[\d.,]) ?(k|K|T|m|MM?)$/;
const scaleBefore = /^(k|K|T|m|MM?) ?(?=\d)/;
/** Without a currency "1.5 m" are metres, "1.5T" thousands or trillions, and "M1" is a code. */
const scaleAlone = /(?<=\d)(?: ?(k|K|M)|(m))$/;

/** What stands with digits for thousands or millions, and the power of ten that it means. */
function matchScale(
  text: string,
  money: Match | undefined,
): (Match & { exponent: number }) | undefined {
  const word = scaleWord.exec(text);
  const ofWord = scaleWords.get(word?.[1]?.toLowerCase() ?? '');
  if (word && ofWord !== undefined) return { index: word.index, text: word[0], exponent: ofWord };
  const letter = money ? (scaleBehind.exec(text) ?? scaleBefore.exec(text)) : scaleAlone.exec(text);
  const exponent = scaleLetters.get(letter?.[1] ?? letter?.[2] ?? '');
  // In English "$5T" are trillions.
  if (!letter || exponent === undefined || (money?.index === 0 && letter[1] === 'T'))
    return undefined;
  return { index: letter.index, text: letter[0], exponent };
}

/** Currencies that have no smaller unit: a sign among their digits groups them. */
const withoutCents = /^(?:JP)?¥$|^(?:JPY|円|KRW|₩|원)$/;

interface Bare {
  /** Digits with signs between them, apostrophes and spaces as "'" and " ". */
  readonly digits: string;
  readonly hasNoCents: boolean;
  readonly isNegative: boolean;
  /** The power of ten behind an E, that of a percent sign, and that of thousands or millions. */
  readonly exponent: number;
  /** Counted in thousands or more, as "110 T€" is. */
  readonly isScaled: boolean;
  /** Scaled by a letter that stands beside no currency: "1.5k" may be a name or a size as well. */
  readonly isLettered: boolean;
}

/** A dash instead of cents, which is no minus: "1.234,-", "CHF 1'234.–", "Rs. 500/-". */
const noCents = /(?<=\d)(?:([.,]) ?--?|\/-)(?!\d)/;
/** Signs before and behind a figure; Japanese books mark losses with a triangle. */
const aroundSign = /^[+△▲-] ?| ?-$/;

/** Credit and debit behind a figure: of a customer's account, credit is what went back. */
const credit = / ?\b(CR|DR)\.?$/i;

/** Digits that mark a footnote: "300¹" is not 3001. */
const footnote = /\p{No}/u;

function bareOf(text: string): Bare | undefined {
  if (text.length > 50 || !/\p{Nd}/u.test(text) || footnote.test(text)) return undefined;
  let rest = plainText(text).replace(noCents, '$1');
  let [isNegative, hasNoCents] = [false, false];
  let exponent = 0;
  const without = <Found extends Match>(match: Found | undefined) => {
    if (!match) return undefined;
    rest = (rest.slice(0, match.index) + rest.slice(match.index + match.text.length)).trim();
    return match;
  };
  const take = (pattern: RegExp) => {
    const match = pattern.exec(rest);
    if (match) without({ index: match.index, text: match[0] });
    return match;
  };
  const takeAround = () => {
    const brackets = /^\((.*)\)$/.exec(rest);
    if (brackets) {
      rest = (brackets[1] ?? '').trim();
      isNegative = true;
    }
    const sign = take(aroundSign);
    if (sign && !sign[0].includes('+')) isNegative = !isNegative;
  };
  const side = take(credit);
  if (side?.[1]?.toUpperCase() === 'CR') isNegative = true;
  takeAround();
  if (take(/ ?%$|^% ?/)) {
    exponent = -2;
    takeAround();
  }
  const money = without(matchCurrency(rest));
  if (money) {
    hasNoCents = withoutCents.test(money.text.trim());
    takeAround();
  }
  const scale = without(matchScale(rest, money));
  if (scale) {
    hasNoCents = false;
    exponent += scale.exponent;
    takeAround();
  }
  const power = take(/e([+-]?\d{1,3})$/i);
  if (power) exponent += Number(power[1]);
  const digits = rest.replace(/['’‘ʼ]/g, "'");
  const isScaled = scale !== undefined;
  const isLettered = isScaled && !money && scale.text.trim().length === 1;
  return isGrouped(digits)
    ? { digits, hasNoCents, isNegative, exponent, isScaled, isLettered }
    : undefined;
}

/** Spaces and apostrophes stand before groups of digits only. */
function isGrouped(digits: string): boolean {
  return (
    /^\d[\d.,]*$|^[.,]\d+$/.test(digits) ||
    /^\d{1,3}(?:(?: \d{2,3})* \d{3}|(?:'\d{2,3})*'\d{3})(?:[.,]\d*)?$/.test(digits)
  );
}

const withoutSpaces = (digits: string) => digits.replace(/[ ']/g, '');

/** The currency sign or code written with a number, if there is one. */
export function findCurrency(text: string): string | undefined {
  const bare = plainText(text)
    .replace(credit, '')
    .replace(noCents, '$1')
    .replace(/^[(+△▲-] ?| ?[)-]$/g, '');
  return matchCurrency(bare)?.text.trim();
}

/** Whether a text says itself that its figure counts thousands or more: "110 T€", "1,2 Mio.". */
export function hasScale(text: string): boolean {
  return bareOf(text)?.isScaled === true;
}

/** Whether a text is a number in any column. */
export function looksLikeNumber(text: string): boolean {
  return bareOf(text)?.isLettered === false;
}

/** Whether a text is a number by a letter that may mean something else: "1.5k". */
export function isLettered(text: string): boolean {
  return /[kKmM]/.test(text) && bareOf(text)?.isLettered === true;
}

/** Whether a text is a number, if only in a column of figures. */
export function mayBeNumber(text: string): boolean {
  return bareOf(text) !== undefined;
}

const grouped = {
  '.': /^\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?$/,
  ',': /^\d{1,3}(\.\d{2,3})*\.\d{3}(,\d*)?$/,
} as const;
const single = { '.': /^\d*(\.\d*)?$/, ',': /^\d*(,\d*)?$/ } as const;

/**
 * The number a text means with this decimal sign. Percents are parts of one: "12,5 %" is 0.125.
 * Undefined where it means none.
 */
export function findTextNumber(text: string, decimalSign: DecimalSign): number | undefined {
  const bare = bareOf(text);
  if (!bare) return undefined;
  const digits = withoutSpaces(bare.digits);
  const group = decimalSign === '.' ? ',' : '.';
  const isPlain = single[decimalSign].test(digits);
  if (!isPlain && (digits !== bare.digits || !grouped[decimalSign].test(digits))) return undefined;
  const plain = digits.replaceAll(group, '').replace(decimalSign, '.');
  const number = Number(bare.exponent === 0 ? plain : `${plain}e${String(bare.exponent)}`);
  return bare.isNegative && number !== 0 ? -number : number;
}

export type SignEvidence =
  | {
      readonly kind: 'found';
      readonly sign: DecimalSign;
      /** A text of the same column that has the other sign for its decimals. */
      readonly against?: { readonly row: number; readonly text: string };
    }
  | { readonly kind: 'ambiguous'; readonly row: number; readonly text: string };

/** Three digits or more behind the decimal sign. */
const threeDecimals = { '.': /\.\d{3,}$/, ',': /,\d{3,}$/ } as const;

/** The decimal sign that a single text proves, and whether it leaves both readings open. */
function signIn({ digits, hasNoCents }: Bare): DecimalSign | 'open' | undefined {
  const points = digits.split('.').length - 1;
  const commas = digits.split(',').length - 1;
  if (points > 0 && commas > 0) {
    return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  }
  if (points + commas === 0) return undefined;
  const sign = points > 0 ? '.' : ',';
  if (points + commas > 1) return sign === '.' ? ',' : '.';
  // Where spaces or apostrophes group, the sign does not.
  if (/[ ']/.test(digits)) return sign;
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return sign;
  if (hasNoCents) return sign === '.' ? ',' : '.';
  return 'open';
}

/**
 * Finds the decimal sign from the whole column: a sign that comes twice groups digits, of two signs
 * the last one is the decimal one, one that is not followed by exactly three digits is decimal.
 * "1,234" alone leaves both readings open. Where texts contradict each other, what most of them say
 * is found, and the first one `against` it named. "1.234" beside "12.50" and "7.5" would be the only one with
 * three decimals: it is open as well. Yen and won are never divided: "¥1,234" is sure.
 */
export function decimalSignOf(texts: Iterable<readonly [number, string]>): SignEvidence {
  const first: Partial<Record<DecimalSign | 'open', { row: number; text: string }>> = {};
  const firstOpen: Partial<Record<DecimalSign, { row: number; text: string }>> = {};
  const counts = { '.': 0, ',': 0, open: 0 };
  let haveThree = false;
  for (const [row, text] of texts) {
    const bare = bareOf(text);
    const sign = bare && signIn(bare);
    if (!sign) continue;
    counts[sign] += 1;
    first[sign] ??= { row, text };
    if (sign === 'open') firstOpen[bare.digits.includes('.') ? '.' : ','] ??= { row, text };
    else haveThree ||= threeDecimals[sign].test(bare.digits);
  }
  if (counts['.'] + counts[','] > 0) {
    const sign = counts['.'] >= counts[','] ? '.' : ',';
    const against = first[sign === '.' ? ',' : '.'];
    const open = firstOpen[sign];
    if (open && !haveThree) return { kind: 'ambiguous', ...open };
    return { kind: 'found', sign, ...(against && { against }) };
  }
  return first.open ? { kind: 'ambiguous', ...first.open } : { kind: 'found', sign: '.' };
}
