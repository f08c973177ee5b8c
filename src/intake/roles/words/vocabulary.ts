import type { ColumnRole } from '../column-role';

export type HeaderLanguage = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'ja';

/** What else than a plain date a date can be. */
export type DateKind = 'from' | 'to' | 'other' | 'expected' | 'created' | 'closed';

/**
 * The words by which one language's headers tell what their columns hold. Phrases are separated by
 * commas and written as people write them; case, accents and plurals are seen to.
 *
 * - `=won` is a role only where it is the whole header,
 * - `-datum` also ends compounds: "Bestelldatum".
 *
 * To add a language, write one more of these and list it in `languages.ts`.
 */
export interface Vocabulary {
  readonly language: HeaderLanguage;
  /** Where the word stands that tells what the column is: "order date", "fecha de pedido". */
  readonly head: 'first' | 'last';
  /** Endings of plurals. */
  readonly plurals: readonly string[];
  readonly roles: Readonly<Partial<Record<ColumnRole, string>>>;
  /** Words beside a date that tell which date. */
  readonly dates: Readonly<Record<DateKind, string>>;
  /** Words that make a date of those: "created on", "paid at". */
  readonly when: string;
  /** Papers a row can belong to; with a word for numbers, or alone, they name one. */
  readonly documents: string;
  /** The same, but alone they are a name rather than a number: "opportunity". */
  readonly deals: string;
  /** Words that change nothing: "customer name", "net amount". */
  readonly neutral: string;
  /** Words that tie what follows to what stood before: "amount of the discount". */
  readonly links: string;
  /** Words after which a header only says more about what stood before: "sales before tax". */
  readonly joints: string;
  /** Joints after which a figure is a ratio, which no sum of rows may hold. */
  readonly ratios: string;
  /** Phrases that look like a role and are none. */
  readonly none: string;
}
