import { fold, headerWords } from '../header-words';

/** Of figures that hold all of the year, quarter or month so far: folded, between words' ends. */
const words =
  '[ymq]td|(?:year |quarter |month )?to date|running totals?|' +
  'cum(?:ul(?:ated|ative|e|ee|es|ees|atif|atifs|atives?)?)?|depuis (?:le )?debut|' +
  'kum(?:ul(?:iert(?:e[mnrs]?)?|ativ(?:e[mnrs]?)?)?)?|aufgelaufen(?:e[mnrs]?)?|' +
  'seit jahresbeginn|bis dato|acum(?:ulad[ao]s?)?|(?:a|hasta) la fecha|ate a data';
const toDate = new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})|累計|累積|年初来|期首来`, 'u');
/** "From date 1.1. to date 31.3." says which rows there are, and not what they hold. */
const span = /\bfrom\b.*\bto date\b/;

/**
 * Whether a header or title says that its figures are those to date, which add up to nothing.
 * @example saysToDate('Umsatz kum.') // true
 */
export function saysToDate(text: string): boolean {
  const plain = fold(headerWords(text));
  return toDate.test(plain) && !span.test(plain);
}
