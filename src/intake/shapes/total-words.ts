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

/** The first two and the last two letters of the words above, as `pair` counts them. */
const ends = new Uint8Array(2 ** 16);
const pair = (first: number, second: number) => ((first | 32) << 8) | (second | 32);
for (const letters of 'to su so gr ov zw te ge en in er al ls me mt is um ma ux ag'.split(' ')) {
  ends[pair(letters.charCodeAt(0), letters.charCodeAt(1))] = 1;
}

/** A quick look at a text's ends, for the millions of texts that name no total. */
export function mayBeTotal(text: string): boolean {
  const { length } = text;
  if (length < 2 || length > longest) return anyWord.test(text);
  const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
  const [previous, last] = [text.charCodeAt(length - 2), text.charCodeAt(length - 1)];
  // Blanks, signs, and all that is written in other letters, are not looked at by pairs.
  const isPlain = first > 64 && second > 64 && (first | second | previous | last) < 128;
  if (isPlain && last > 64 && ends[pair(first, second)] !== 1 && ends[pair(previous, last)] !== 1) {
    return false;
  }
  return anyWord.test(text);
}
