import { findMonth } from '../texts/calendar-words';
import { fold, isOfFigures } from '../header-words';
import { withoutOtherYears } from './other-years';
import { plainText } from '../texts/plain-text';
import { headerPart, type HeaderPart } from '../texts/header-part';
import { saysToDate } from './to-date-words';

/** What a text says of the time that figures are of. */
export type TimeSaid =
  /** A year, or a quarter or month with a year or without. */
  | { readonly says: 'period'; readonly part: HeaderPart }
  /** Several years, or a business year: which one is meant is not certain. */
  | { readonly says: 'years'; readonly years: readonly number[] }
  /** The day or the state of what is written there. */
  | { readonly says: 'stamp' }
  /** Half-years, weeks, several periods, figures to date or of every month: no single period. */
  | { readonly says: 'other' };

const yearNumber = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
/** A business year may begin with any month: "FY26", "2026/27". */
const business =
  /(?<![a-z])(?:fy|gj|af)(?![a-z]) ?['’]?(\d{2}(?!\d))?|geschaftsjahr|fiscal|exercice|ejercicio|exercicio|年度/;
export const isBusinessYear = (text: string) => business.test(fold(plainText(text)));
const twoYears = /(?<!\d)(\d{4}) ?[/-] ?(\d{2})(?!\d)/;
const day =
  /\d[./-]\d{1,2}[./-]\d|\d日|(?<!\d)\d{1,2}\.? \p{L}{3,}\.? \d{4}|\p{L}{3,} \d{1,2},? \d{4}/u;
const stamp =
  /(?<!\p{L})(?:as (?:of|at)|stand|status|(?:up)?dated?|printed|created|exported|revised|gedruckt|erstellt|aktualisiert|etat au|imprime|mis a jour|actualizado|impreso|atualizado|impresso)(?!\p{L})|現在|作成|更新|印刷/u;
const halfOrWeek =
  /(?<![a-z\d])(?:[hs] ?[12]|[12] ?[hs]|kw|cw)(?![a-z])|half|halb|semest|week|woche|semain|seman|半期|週/;
/** What was done with figures, and when, which is no time of theirs: "approved in March". */
const doneThen =
  /(?<!\p{L})(?:approved|set(?= in| on| by)|agreed|decided|released|revised|updated|printed|as (?:of|at)|stand|status)[ :,]*(?:in |on |by |im )?(?:(\p{L}{3,})\.? ?)?((?:19|20)\d{2}(?!\d))?/giu;
/** Words that change nothing beside figures. */
const plainWord =
  /(?<!\p{L})(?:v ?\d+|revised|approved|draft|original|initial|final|new|neue?|annual|regional|(?:month|quarter)ly|per region|(?:by )?(?:region|product)s?|the)(?!\p{L})/giu;
/** "T1" is a quarter in Romance languages, and "set" and "out" are months in them. */
const romance =
  /objecti|objeti|obiettiv|(?<!\p{L})(?:metas?|cuotas?|quotas? d|vent[ae]s|vendas)(?!\p{L})/u;
const letterNumber = /(?<![\p{L}\d])[mpt] ?\d(?!\d)/u;

/** "All figures per month", of a title or a note on whatever figures. */
const perEach =
  /(?<!\p{L})(?:(?:per|pro|je|par|por|al|each|every) (?:month|monat|mois|mes|quarter|quartal|trimest|week|woche|semain|seman)|p\. ?[mqw]\.|pm|monatl|mtl|monthly figures|all monthly|averages?|avg|durchschnitt|moyen|promedio|schnitt)|ø/u;
export const saysPerEach = (text: string) => perEach.test(fold(plainText(text)));

/** A header of halves, weeks, months or business years, whatever its column holds. */
const partHeader =
  /^(?:half(?: ?year)?|halbjahr|hj|semest(?:er|re)|[ck]w|(?:calendar )?week|kalenderwoche|woche|semaine|semana|mth|fy|gj|(?:business|fiscal|financial) year|geschaftsjahr|tertial)$/;
export const namesParts = (header: string) => partHeader.test(fold(plainText(header)));

/** "Monthly target": one for each month, and none for the year. */
const ofEach = /month|monat|mensu|mensa|(?<!\p{L})mois|quarter|quartal|trimest|daily|月|四半期/u;

/**
 * What a title, a name or the header of figures says of their time; undefined where it says nothing.
 * @example timeSaid('Targets as of 15.03.2026') // { says: 'stamp' }
 */
export function timeSaid(text: string, isHeader = false): TimeSaid | undefined {
  const full = fold(plainText(text));
  const undone = plainText(text).replace(doneThen, (all, word?: string, year?: string) =>
    (word === undefined ? year : findMonth(word)) ? ' ' : all,
  );
  const isDone = /\d{4}/.test(full) && !/\d{4}/.test(fold(undone));
  const own = withoutOtherYears(undone);
  const plain = fold(own);
  if (day.test(full) || isDone || (!isHeader && stamp.test(full))) return { says: 'stamp' };
  const years = new Set((plain.match(yearNumber) ?? []).map(Number));
  const ofBusiness = business.exec(plain);
  if (ofBusiness?.[1] !== undefined) years.add(2000 + Number(ofBusiness[1]));
  const [, first, second] = twoYears.exec(plain) ?? [];
  const next = Number(first) + 1;
  // "2026-03" is a month.
  if (next % 100 === Number(second)) years.add(next);
  if (ofBusiness || years.size > 1) return { says: 'years', years: [...years] };
  const said = headerPart(own);
  const counts = said && countsAsPart(plain, said);
  if (counts === undefined && isFine(said)) return { says: 'other' };
  const { year, span, rest = '' } = said ?? {};
  const { month, quarter } = (counts && said) || {};
  const isPart = span && said?.quarter === undefined && (span.from !== 1 || span.to !== 12);
  const isOther = isPart || halfOrWeek.test(plain) || saysToDate(text);
  if (isOther || perEach.test(plain) || (counts ? isFine(headerPart(rest)) : ofEach.test(plain)))
    return { says: 'other' };
  const [found = year] = years;
  if (found === undefined && !counts) return undefined;
  const part = {
    ...(month !== undefined && { month }),
    ...(quarter !== undefined && { quarter }),
    ...(found !== undefined && { year: found }),
    rest: '',
  };
  return { says: 'period', part };
}

const isFine = (part: HeaderPart | undefined) => (part?.month ?? part?.quarter) !== undefined;

/**
 * Whether the month or quarter in a text is that of its figures; undefined where it may be. Beside words of
 * other things a short one is a word or a name: "(may change)", "Jan Novak".
 */
function countsAsPart(plain: string, { month, quarter, span, rest }: HeaderPart) {
  if (span) return true;
  if (month === undefined && quarter === undefined) return false;
  const isRomance = romance.test(plain);
  if (letterNumber.test(plain)) return (quarter && isRomance) || undefined;
  const words = plain.split(/[^\p{L}\d]+/u);
  const at = words.findIndex((word) => /^(?:19|20)?\d{2}$/.test(word));
  const isDated = isFine(headerPart(`${words[at - 1] ?? ''} ${words[at] ?? ''}`));
  const isShort = words.some((word) => word.length === 3 && findMonth(word) === month);
  const isWord = isShort && /(?<!\p{L})(?:set|out)(?!\p{L})/u.test(plain);
  if (!isWord && isOfFigures(rest.replace(plainWord, ' ').replace(/[()[\]]/g, ' '))) return true;
  if (isWord || month !== undefined)
    return isShort && !isDated ? false : (isWord && isRomance) || undefined;
  return isDated || undefined;
}
