import { saysPercent } from '../columns/percents';
import { findColumnRole, fold, headerWords, isCurrencyCode } from '../roles';

/** What the figures of a row are, by a text of a column such as "Scenario" or "Measure". */
export type RowKind = 'sold' | 'planned' | 'forecast' | 'past' | 'cost' | 'other';

/** What was reached, where a target or a forecast stands beside it: by itself the word says nothing of sales. */
export const actuals =
  /^(?:actuals?|achieved|reached|ist|ist werte?|istwerte?|realise|reel|real(?:es|izado)?|alcanzado|実績)$/;
export const past =
  /(?:^| )(?:ly|py|last|prior|previous|vj|vorjahr|n 1|anterior(?:es)?|precedente?s?|passado)(?: |$)|vorjahr|前年/;
const forecasts =
  /^(?:le|latest estimate|outlook|hochrechnung|prognose|reforecast|(?:best|worst) case|見込)$/;
/** What is spent, and what is taken in beside it. */
const expenses =
  /^(?:expenses?|ausgaben?|depenses?|gastos?|despesas?|経費|支出)$|^(?:waren(?:einsatz|eingang)|materialaufwand|purchases|achats|compras)(?: |$)/;
const income = /^(?:income|einnahmen?|recettes?|ingresos?|収入)$/;
const plans = /^(?:planwerte?|sollwerte?|stretch|presupuesto|orcamento|orcado)$/;
/** What is taken off, put on or put right in a sale belongs to what was sold. */
const corrections =
  /adjust|correct|korrektur|return|refund|credit|gutschrift|rebate|rabatt|discount|retour|avoir|shipping|freight|delivery|versand|fracht|liefer|livraison|envio|frete|fee|gebuhr/;
const version =
  /(?:^| )(?:v|ver|vers|version|rev|revision|fc|nr|no|original|revised|revidiert|final|approved|draft|initial|current|latest)?(?: ?\d+)+(?= |$)|(?:^| )(?:original|revised|revidiert|final|approved|draft|initial|current)(?= |$)/g;

const numbered =
  /^(?:v|ver|vers|version|rev|plan|budget|forecast|target|quota|ziel|s[cz]enari[oe]|option|variante?)[ .]*(?:\d+|[a-e])$/;
const ofTaxes =
  /^(?:(?:sales|revenue|umsatz) )?(?:net|gross|netto|brutto|nett?|brut|ht|ttc)(?: (?:sales|revenue))?$/;
const takenBack =
  /^(?:cancel|annul|anulad|storn|refund|credit notes?$|gutschrift|returns?$|retour|avoirs?$|devolu|reembols)/;

/** Whether names are those of versions of the same figures, or of rows that take others back. */
export function areVersions(names: readonly string[]): boolean {
  const texts = names.map((name) => plainWords(name));
  return (
    texts.every((text) => numbered.test(text)) ||
    texts.every((text) => ofTaxes.test(text)) ||
    texts.some((text) => takenBack.test(text))
  );
}

/** The words of a header without years and currencies. */
export const plainWords = (header: string) =>
  fold(headerWords(header))
    .split(' ')
    .filter((word) => !isCurrencyCode(word.toUpperCase()) && !/^\d{4}$/.test(word))
    .join(' ');

/** The rate of a tax in the name of an account: "Erlöse 19 % USt". */
const rate = /\d+(?:[.,]\d+)? ?%(?: ?(?:ust|mwst|vst|vorsteuer|vat|tax|tva|iva)\b)?/gi;

/** What a text says of its row's figures; undefined where it says nothing of them. */
export function rowKindOf(label: string): RowKind | undefined {
  const text = label.replace(rate, ' ');
  const words = plainWords(text).replace(version, ' ').replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > 40) return undefined;
  // "Target %" is a part of others, and no target.
  if (saysPercent(text)) return 'other';
  if (past.test(words)) return 'past';
  if (/^(?:this year|ty|lfd jahr)$/.test(words)) return 'sold';
  if (/^(?:head ?count|fte|employees|mitarbeiter|effectifs?)$/.test(words)) return 'other';
  if (actuals.test(words) || income.test(words)) return 'sold';
  if (expenses.test(words)) return 'cost';
  if (forecasts.test(words)) return 'forecast';
  if (plans.test(words)) return 'planned';
  switch (findColumnRole(words)) {
    case 'target':
      return 'planned';
    case 'expectedAmount':
      return 'forecast';
    case 'amount':
      return corrections.test(words) ? undefined : 'sold';
    case 'cost':
    case 'profit':
      return corrections.test(words) ? undefined : 'cost';
    case 'price':
    case 'quantity':
      return corrections.test(words) ? undefined : 'other';
    default:
      return undefined;
  }
}

const marks = new Map<string, RowKind>(
  Object.entries({
    ...{
      a: 'sold',
      ac: 'sold',
      act: 'sold',
      actual: 'sold',
      ist: 'sold',
      i: 'sold',
      r: 'sold',
      実: 'sold',
    },
    ...{
      pl: 'planned',
      plan: 'planned',
      bu: 'planned',
      bud: 'planned',
      bgt: 'planned',
      tgt: 'planned',
      budget: 'planned',
    },
    ...{ p: 'planned', b: 'planned', s: 'planned', soll: 'planned', 予: 'planned' },
    ...{ f: 'forecast', fc: 'forecast', fct: 'forecast', fcst: 'forecast', fcast: 'forecast' },
    ...{ py: 'past', ly: 'past', vj: 'past' },
  } as const),
);

/**
 * What the marks of a column say of their rows, all of which have to be known: "AC" beside "PL". Single
 * letters may be grades: the header has to spell them, or to say versions of A and F.
 */
export function kindsOfMarks(
  texts: readonly string[],
  header: string,
  isVersion = false,
): RowKind[] | undefined {
  if (texts.length > mostKinds) return undefined;
  const folded = texts.map(fold);
  const kinds = folded.flatMap((text) => marks.get(text) ?? []);
  const areKnown = kinds.length === texts.length && kinds.includes('sold');
  if (!areKnown || new Set(kinds).size < 2) return undefined;
  const letters = folded.filter((text) => text.length === 1);
  const initials = new Set([...fold(header).matchAll(/(?<![a-z])[a-z]|[実予]/g)].map(String));
  const isSpelled = letters.every((letter) => initials.has(letter));
  const areUsual = isVersion && folded.includes('a') && folded.includes('f');
  return isSpelled || areUsual ? kinds : undefined;
}

/** Headers below which single letters may say what rows are of, or anything else. */
const headerOfMarks =
  /^(?:(?:data|value|record|row|entry) )?(?:type|kind|flag|status|statut|estado|typ|art|tipo|kennzeichen|version|s[cz]enario|区分|種別)$/;

/** In their order: actual with budget, forecast, plan; Ist with Plan and Soll. */
const lettersOfMarks = /^(?:ab?(?:f|fp|p)|fi|f?i(?:p|ps|s))$/;

/**
 * Whether the letters of a column may be those of actual and forecast, or of actual and plan, which nothing
 * spells: an A and a P that are a status may be active and pending as well.
 */
export function mayBeMarks(texts: readonly string[], header: string): boolean {
  if (texts.length < 2 || texts.length > mostKinds) return false;
  const words = fold(headerWords(header));
  if (!headerOfMarks.test(words)) return false;
  const letters = texts.map(fold).sort().join('');
  const areMarks = letters.length === texts.length && lettersOfMarks.test(letters);
  return areMarks && (letters.includes('f') || !/^(?:stat|estado)/.test(words));
}

/** A column of kinds has no more texts. */
export const mostKinds = 12;
/** At least this part of them is known. */
const leastKnown = 0.6;
/** The lines of an income statement, sales among costs and profits, are more and bear any names. */
const mostLines = 40;

/**
 * Whether the texts of a column tell what the figures of each row are: sales beside plans, or beside
 * other measures. Such figures are never added to each other.
 * @example tellsRowKinds(['Sales', 'Units']) // true
 */
export function tellsRowKinds(texts: readonly string[]): boolean {
  if (texts.length < 2 || texts.length > mostLines) return false;
  const kinds = texts.flatMap((text) => rowKindOf(text) ?? []);
  const isMixed = (kinds.includes('sold') || kinds.includes('planned')) && new Set(kinds).size > 1;
  if (!isMixed) return false;
  const areKnown = texts.length <= mostKinds && kinds.length >= texts.length * leastKnown;
  return areKnown || kinds.includes('cost');
}

/** Whether what is called accounts are those of a ledger, with sales and costs among them, and no customers. */
export function areLedgerAccounts(texts: readonly string[]): boolean {
  return (
    tellsRowKinds(texts) &&
    ['sold', 'cost'].every((kind) => texts.some((text) => rowKindOf(text) === kind))
  );
}
