import type { ColumnRole } from './column-role';
import { fold, headerWords } from './header-text';
import { languages } from './words/languages';
import type { DateKind, HeaderLanguage, Vocabulary } from './words/vocabulary';

/** What a word or phrase of a header means in one language. */
export type Meaning = { readonly language: HeaderLanguage } & (
  | { readonly kind: 'role'; readonly role: ColumnRole }
  | { readonly kind: 'date'; readonly date: DateKind }
  | {
      readonly kind: 'when' | 'document' | 'deal' | 'neutral' | 'link' | 'joint' | 'ratio' | 'none';
    }
);

/** A word, a phrase or a part of a compound, with all it can mean; unknown words mean nothing. */
export interface Piece {
  readonly text: string;
  readonly meanings: readonly Meaning[];
}

interface Lexicon {
  /** Roles of phrases that have one as the whole header only. */
  readonly wholes: ReadonlyMap<string, ColumnRole>;
  readonly phrases: ReadonlyMap<string, readonly Meaning[]>;
  /** Ends of compounds, the longest first. */
  readonly tails: readonly string[];
  /** The most words and the most characters of a phrase. */
  readonly longest: { readonly words: number; readonly characters: number };
}

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\s]+/gu;
const isCjk = (text: string) =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(text);

/** Umlauts are written as such, as two letters, or without their dots. */
function spellings(phrase: string): string[] {
  const words = fold(phrase);
  if (!/[äöü]/i.test(phrase)) return [words];
  const spelled = phrase.replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue');
  return [words, fold(spelled)];
}

function pluralsOf(phrase: string, { plurals }: Vocabulary): string[] {
  if (phrase.length < 3) return [];
  const ies = plurals.includes('es') && phrase.endsWith('y') ? [`${phrase.slice(0, -1)}ies`] : [];
  return [...plurals.map((ending) => phrase + ending), ...ies];
}

function compile(): Lexicon {
  const wholes = new Map<string, ColumnRole>();
  const phrases = new Map<string, Meaning[]>();
  const tails = new Set<string>();
  const add = (vocabulary: Vocabulary, list: string, meaning: Meaning, hasPlurals: boolean) => {
    for (const entry of list.split(',').map((phrase) => phrase.trim())) {
      const isWhole = entry.startsWith('=');
      for (const phrase of spellings(entry.replace(/^[=-]/, ''))) {
        if (isWhole && meaning.kind === 'role') {
          if (!wholes.has(phrase)) wholes.set(phrase, meaning.role);
          continue;
        }
        for (const form of [phrase, ...(hasPlurals ? pluralsOf(phrase, vocabulary) : [])]) {
          phrases.set(form, [...(phrases.get(form) ?? []), meaning]);
        }
        if (entry.startsWith('-')) tails.add(phrase);
      }
    }
  };
  for (const vocabulary of languages) {
    const { language } = vocabulary;
    for (const [role, list] of Object.entries(vocabulary.roles) as [ColumnRole, string][]) {
      add(vocabulary, list, { language, kind: 'role', role }, !neverPlural.has(role));
    }
    for (const [date, list] of Object.entries(vocabulary.dates) as [DateKind, string][]) {
      add(vocabulary, list, { language, kind: 'date', date }, false);
    }
    add(vocabulary, vocabulary.when, { language, kind: 'when' }, false);
    add(vocabulary, vocabulary.documents, { language, kind: 'document' }, false);
    add(vocabulary, vocabulary.deals, { language, kind: 'deal' }, false);
    add(vocabulary, vocabulary.neutral, { language, kind: 'neutral' }, false);
    add(vocabulary, vocabulary.links, { language, kind: 'link' }, false);
    add(vocabulary, vocabulary.joints, { language, kind: 'joint' }, false);
    add(vocabulary, vocabulary.ratios, { language, kind: 'ratio' }, false);
    add(vocabulary, vocabulary.none, { language, kind: 'none' }, false);
  }
  const all = [...phrases.keys()];
  return {
    wholes,
    phrases,
    tails: [...tails].sort((one, other) => other.length - one.length),
    longest: {
      words: Math.max(...all.map((phrase) => phrase.split(' ').length)),
      characters: Math.max(...all.filter(isCjk).map((phrase) => phrase.length)),
    },
  };
}

/** "Months" and "days" are numbers of them, not dates. */
const neverPlural: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'date',
  'year',
  'quarter',
  'month',
  'period',
  'id',
]);

const lexicon = compile();

const meaningsOf = (text: string): readonly Meaning[] => lexicon.phrases.get(text) ?? [];

/** The role that a phrase has where it is the whole header. */
export function findWholeRole(pieces: readonly Piece[]): ColumnRole | undefined {
  const text = (some: readonly Piece[]) =>
    some.reduce((sum, piece) => {
      const isSpaced = sum !== '' && !isCjk(piece.text);
      return sum + (isSpaced ? ' ' : '') + piece.text;
    }, '');
  const telling = pieces.filter(
    ({ meanings }) =>
      meanings.some(({ kind }) => kind === 'role') ||
      !meanings.some(({ kind }) => kind === 'neutral'),
  );
  return lexicon.wholes.get(text(pieces)) ?? lexicon.wholes.get(text(telling));
}

/** A header's pieces, each the longest phrase that is known from where the last one ended. */
export function piecesOf(text: string): Piece[] {
  const spelled = text.replaceAll('%', ' percent ').replace(/#[^\p{L}\p{N}]*$/u, ' number');
  const words = fold(headerWords(spelled)).match(cjk) ?? [];
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length;) {
    const { text: phrase, size } = longestAt(words, at);
    if (isCjk(phrase)) pieces.push(...charactersOf(phrase));
    else if (meaningsOf(phrase).length === 0) pieces.push(...compoundOf(phrase));
    else pieces.push({ text: phrase, meanings: meaningsOf(phrase) });
    at += size;
  }
  return pieces;
}

function longestAt(words: readonly string[], at: number): { text: string; size: number } {
  for (let size = Math.min(lexicon.longest.words, words.length - at); size > 1; size -= 1) {
    const text = words.slice(at, at + size).join(' ');
    if (lexicon.phrases.has(text)) return { text, size };
  }
  return { text: words[at] ?? '', size: 1 };
}

/** The least of a compound that stands before its end: "Vertrag" has no "Ertrag" in it. */
const leastStart = 3;

/** A compound as its two halves, where its end is known: "Kundennummer". */
function compoundOf(word: string): Piece[] {
  const tail = lexicon.tails.find(
    (end) => word.endsWith(end) && word.length >= end.length + leastStart,
  );
  if (tail === undefined) return [{ text: word, meanings: [] }];
  const start = word.slice(0, -tail.length);
  const meanings = [
    ...new Set([start, start.replace(/s$/, ''), start.replace(/e?n$/, '')]),
  ].flatMap((form) => meaningsOf(form));
  const first = meanings.length === 0 ? compoundOf(start) : [{ text: start, meanings }];
  return [...first, { text: tail, meanings: meaningsOf(tail) }];
}

/** Words of a script without spaces. */
function charactersOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let unknown = '';
  const flush = () => {
    if (unknown !== '') pieces.push({ text: unknown, meanings: [] });
    unknown = '';
  };
  for (let at = 0; at < text.length;) {
    let size = Math.min(lexicon.longest.characters, text.length - at);
    while (size > 0 && !lexicon.phrases.has(text.slice(at, at + size))) size -= 1;
    if (size === 0) {
      unknown += text.charAt(at);
      at += 1;
      continue;
    }
    flush();
    const known = text.slice(at, at + size);
    pieces.push({ text: known, meanings: meaningsOf(known) });
    at += size;
  }
  flush();
  return pieces;
}
