import { withoutAccents } from './calendar-words';
import { plainText } from './plain-text';
import { classOf, findColumnRole } from '../roles';
import { anyRowWord, startsOfRowWords } from './row-words';

/** What a text that speaks of a total says: nothing else, or the name of what is summed up. */
export interface TotalText {
  /** What stands beside the word: `North` of "Total North"; blank where it stands alone. */
  readonly of: string;
}

const ofPeriods = 'tages|wochen|monats|quartals|halbjahres|jahres|gruppen|bereichs|abteilungs';
// Before a name these are not looked for, as they begin like names that fill columns: "Produkt 17".
const ofNames =
  'perioden|kunden|lieferanten|artikel|produkt|filial|gebiets|regions|landes|lander|mitarbeiter|vertreter|' +
  'seiten|schluss|haupt';
const compound = `(?:${ofPeriods}|${ofNames})(?:summe|total)`;
const words =
  '(?:grand |overall )?(?:sub[- ]?)?totals?|sum|zwischensumme|teilsumme|teilergebnis|' +
  'gesamt(?:summe|ergebnis|total|betrag)?|endsumme|summe|insgesamt|ergebnis|somme|' +
  'sous[- ]tota(?:l|ux)|totaux|(?:sub|eind)?totaal|(?:sub)?totale|totalt|totaal generaal|summa|razem|' +
  'total (?:general|generale|geral|global|parcial|partiel)|' +
  'suma(?: total)?|soma(?: total)?|(?:総合|合|小|総|累)計';
// Texts come in small letters: Σ as σ.
// SAP marks totals with stars, one more at each level: "*", "**", "* Summe".
const alone = new RegExp(`^(?:[σ∑] ?|\\*+ ?)?(?:${words}|${compound}|計|[σ∑*])[ :.]*$`);
const before = new RegExp(
  `^(?:${words}|(?:${ofPeriods})(?:summe|total))(?: of | for | de | von | fur | pour | para | per |[ :/-]+)(.+)$`,
);
const behind = new RegExp(`^(.+?)[ :/-]+(?:${words}|${compound}|計)[ :.]*$`);
const japanese = /^(.+?)(?:合計|小計|総計|累計)$/;
const anyWord = /tot|sum|som[am]|gesamt|ergebnis|razem|計|[Σ∑]|^\*+$/i;

/** A label of a total is no longer than this. */
const longest = 60;

/**
 * Whether a text is a word for a total in English, German, French, Spanish, Portuguese, Italian, Dutch,
 * Polish, Swedish or Japanese, alone or beside a name. A name may well contain such a word: "Total Energies".
 * @example findTotal('Zwischensumme Nord')?.of // 'Nord'
 */
export function findTotal(text: string): TotalText | undefined {
  if (text.length > longest || !anyWord.test(text)) return undefined;
  const plain = plainText(text).replace(/\s+/g, ' ');
  const folded = withoutAccents(plain);
  if (alone.test(folded)) return { of: '' };
  // Letters without their accents are as many as with them, unless they were written apart.
  const named = (match: RegExpExecArray | null, isBehind: boolean) => {
    const of = match?.[1];
    if (of === undefined) return undefined;
    const spelled = isBehind ? plain.slice(0, of.length) : plain.slice(plain.length - of.length);
    return { of: spelled.trim() };
  };
  return (
    named(behind.exec(folded), true) ??
    named(japanese.exec(folded), true) ??
    named(before.exec(folded), false)
  );
}

/**
 * The measure that a header names as summed up, as pivot tables do; undefined where it may be the total
 * of others.
 * @example findSummed('Sum of Amount') // 'Amount'
 * findSummed('Total North') // undefined
 */
export function findSummed(text: string): string | undefined {
  const of = findTotal(text)?.of ?? '';
  const role = findColumnRole(of);
  const isMeasure = role !== undefined && classOf(role) === 'figure';
  return of !== '' && (isMeasure || /^(?:sum|som)/i.test(text)) ? of : undefined;
}

/** Letters that the words above begin and end with: three where the fourth is open. */
const starts = [
  ...'tota sub sum som sous gran over zwis teil gesa ends insg erge eind raze'.split(' '),
  ...'tage woch mona quar halb jahr grup bere abte'.split(' '),
  ...startsOfRowWords,
];
const ends =
  'otal tals tale taal talt umme omme umma samt bnis sum suma soma taux trag ral rale cial tiel obal azem'.split(
    ' ',
  );
/** Numbers letters, large and small ones alike; other signs may share their numbers. */
const letterAt = (text: string, at: number) => text.charCodeAt(at) & 31;
const twoOf = (one: number, other: number) => ((one & 31) << 5) | (other & 31);
const threeAt = (text: string, at: number) =>
  (twoOf(text.charCodeAt(at), text.charCodeAt(at + 1)) << 5) | letterAt(text, at + 2);

const lastTwo = new Uint8Array(2 ** 10);
/** By three letters, a bit for every letter that may stand on their inner side. */
const afterFirstThree = new Uint32Array(2 ** 15);
const beforeLastThree = new Uint32Array(2 ** 15);
const anyLetter = 2 ** 32 - 1;

for (const letters of starts) {
  const three = threeAt(letters, 0);
  allow(afterFirstThree, three, letters.length === 3 ? anyLetter : 1 << letterAt(letters, 3));
}
for (const letters of ends) {
  const three = threeAt(letters, letters.length - 3);
  lastTwo[three & 1023] = 1;
  allow(beforeLastThree, three, letters.length === 3 ? anyLetter : 1 << letterAt(letters, 0));
}

function allow(inside: Uint32Array, three: number, letters: number): void {
  inside[three] = (inside[three] ?? 0) | letters;
}

/** '#', with which errors begin; signs before it are none with which a name does. */
export const hash = 35;

/** Whether no sign, blank or letter of another script stands at the ends of a text. */
const isPlain = (first: number, last: number) =>
  first > hash && first < 128 && last < 128 && (last > 64 || (last > 47 && last < 58));

/**
 * The first look at a text, for the millions that name no total and are no error: false where its ends
 * are plain, and neither has the letters of a word for one. Behind a blank or a sign the word's end is
 * not the text's.
 */
export function hasEndsOfTotal(text: string): boolean {
  const { length } = text;
  if (length < 3) return true;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(length - 1);
  if (!isPlain(first, last)) return true;
  const after = afterFirstThree[(twoOf(first, text.charCodeAt(1)) << 5) | letterAt(text, 2)] ?? 0;
  if (after !== 0 && ((after >>> letterAt(text, 3)) & 1) === 1) return true;
  return lastTwo[twoOf(text.charCodeAt(length - 2), last)] === 1 && endsAsTotal(text);
}

/**
 * The second look, at a text that `hasEndsOfTotal`: whether it may well name a total, or be another
 * label of a row that is none of the data.
 */
export function mayBeTotal(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > longest) return false;
  const isLong = length > 2 && isPlain(text.charCodeAt(0), text.charCodeAt(length - 1));
  return (
    (!isLong || beginsAsTotal(text) || endsAsTotal(text)) &&
    (anyWord.test(text) || anyRowWord.test(text))
  );
}

function beginsAsTotal(text: string): boolean {
  const after = afterFirstThree[threeAt(text, 0)] ?? 0;
  return ((after >>> letterAt(text, 3)) & 1) === 1;
}

function endsAsTotal(text: string): boolean {
  const before = beforeLastThree[threeAt(text, text.length - 3)] ?? 0;
  return ((before >>> letterAt(text, text.length - 4)) & 1) === 1;
}
