import { withoutAccents } from '../calendar-words';
import { plainText } from '../plain-text';

/** What a text that speaks of a total says: nothing else, or the name of what is summed up. */
export interface TotalText {
  /** What stands beside the word: `North` of "Total North"; blank where it stands alone. */
  readonly of: string;
}

const words =
  '(?:grand |overall )?(?:sub[- ]?)?totals?|sum|zwischensumme|teilsumme|teilergebnis|' +
  'gesamt(?:summe|ergebnis|total|betrag)?|endsumme|summe|insgesamt|ergebnis|somme|' +
  'sous[- ]tota(?:l|ux)|totaux|total (?:general|generale|geral|global|parcial|partiel)|' +
  'suma(?: total)?|soma(?: total)?|(?:総合|合|小|総|累)計';
const alone = new RegExp(`^(?:[Σ∑] ?)?(?:${words}|計|[Σ∑])[ :.]*$`);
const before = new RegExp(`^(?:${words})(?:[ :/-]+| of | de | von | für )(.+)$`);
const behind = new RegExp(`^(.+?)[ :/-]+(?:${words}|計)[ :.]*$`);
const japanese = /^(.+?)(?:合計|小計|総計|累計)$/;
const anyWord = /tot|sum|som[am]|gesamt|ergebnis|計|[Σ∑]/i;

/** A label of a total is no longer than this. */
const longest = 60;

/**
 * Whether a text is a word for a total in English, German, French, Spanish, Portuguese or
 * Japanese, alone or beside a name. A name may well contain such a word: "Total Energies".
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

/** The first or last three letters of the words above, as `threeOf` counts them. */
const known = new Uint8Array(2 ** 15);
const threeOf = (text: string, at: number) =>
  ((text.charCodeAt(at) & 31) << 10) |
  ((text.charCodeAt(at + 1) & 31) << 5) |
  (text.charCodeAt(at + 2) & 31);
const starts = 'tot sub sum som sou gra ove zwi tei ges end ins erg';
const ends = 'tal als mme amt nis sum uma oma aux rag ral ial iel bal';
for (const letters of `${starts} ${ends}`.split(' ')) known[threeOf(letters, 0)] = 1;
/** The character that all Japanese words for totals end with. */
const kei = '計'.charCodeAt(0);

/** A quick look at a text's ends, for the millions of texts that name no total. */
export function mayBeTotal(text: string): boolean {
  const { length } = text;
  if (length < 3) return length > 0 && anyWord.test(text);
  if (length > longest) return false;
  const last = text.charCodeAt(length - 1);
  if (known[threeOf(text, 0)] === 1 || known[threeOf(text, length - 3)] === 1) {
    return anyWord.test(text);
  }
  // Behind a blank or a sign the word's end is not the text's.
  const first = text.charCodeAt(0);
  const isPlain = first > 32 && first < 128 && last > 64 && last < 128;
  const isDigit = last > 47 && last < 58 && first > 32 && first < 128;
  if (isPlain || isDigit) return false;
  const isJapanese = first > 0x3000 && last > 0x3000;
  if (isJapanese) return last === kei || text.charCodeAt(1) === kei || text.charCodeAt(2) === kei;
  return anyWord.test(text);
}
