import { isBlank } from '../../workbook';
import { withoutAccents } from '../texts/calendar-words';
import { rowKindOf, tellsRowKinds } from '../header-words';
import { plainText } from '../texts/plain-text';
import type { RowsToJudge } from './rows-to-judge';
import { headerText, type ShapeQuestion } from './shape';

/** What no region, product or person is called. */
const noName =
  /^(?:(?:prior|last|previous) (?:year|period)|vorjahr(?:eswerte?)?|annee precedente|ano anterior|前年(?:同期|実績|比)?|average|avg|mean|median|mediane?|ø|durchschnitt|mittelwert|moyenne|promedio|平均|variance|abweichung|differenz|difference|ecart|desviacion|diferencia|desvio|差異|δ|n-1|(?:working|business|selling) days|(?:arbeits|werk|verkaufs)tage|jours ouvres|dias (?:laborables|habiles|uteis)|営業日数?|ytd|year to date|cumulative|kumuliert|cumule?|acumulado|累計|(?:yoy )?growth|yoy|wachstum|croissance|crecimiento|crescimento|(?:fx|exchange) rate|wechselkurs|taux de change|tipo de cambio|taxa de cambio)$/;
/** What they may be called, but seldom are. */
const maybeNoName =
  /^(?:vj|delta|(?:cross ?)?check(?:sum)?|control|kontroll(?:e|summe)|prufsumme|controle|(?:units?|qty|quantity)(?: sold)?|stuck(?:zahl)?|menge|quantites?|unites?|unidades|cantidad|quantidade|数量|head ?count|ftes?)$/;
const lastYear = /^(?:py|ly|vj)$/;
/** What stands beside these words: "Average 2025", "Growth in %". */
const beside = /\b(?:19|20)\d{2}\b|\b(?:in|sales|actuals?|total)\b|[%()#:.]/g;
const longest = 40;
/** Larger tables are not looked through. */
const mostRows = 5000;

interface OtherRows {
  readonly rows: readonly number[];
  readonly questions: readonly ShapeQuestion[];
}

/**
 * Rows among names across periods that say something else: last year, an average, working days. Where the
 * first or last row may be such, as a forecast, it is asked. None where a column tells measures.
 */
export function findOtherRows(
  { rows, from, to, keys }: RowsToJudge,
  aside: ReadonlyMap<number, unknown>,
): OtherRows {
  const found: number[] = [];
  const isSameGroup = (row: number, column: number) =>
    keys.every(
      (key) => key === column || headerText(rows[row]?.[key]) === headerText(rows[row + 1]?.[key]),
    );
  /** Whether a text stands below others that have the same other names, and last of them, each time. */
  const endsGroups = (text: string, column: number) => {
    if (keys.length < 2) return false;
    for (let row = from; row < to; row += 1) {
      if (headerText(rows[row]?.[column]) !== text) continue;
      const isBelow = row > from && isSameGroup(row - 1, column);
      if (!isBelow || (row < to - 1 && isSameGroup(row, column))) return false;
    }
    return true;
  };
  /** Whether a text stands several times among names that stand once. */
  const isBelowEach = (text: string, column: number) => {
    const known = new Set<string>();
    let count = 0;
    for (let row = from; row < to; row += 1) {
      const name = headerText(rows[row]?.[column]);
      if (name === text) count += 1;
      else if (name !== '' && known.has(name)) return false;
      known.add(name);
    }
    return count > 1;
  };
  const questions: ShapeQuestion[] = [];
  for (const column of to - from > mostRows ? [] : keys) {
    const texts = new Map<string, number>();
    for (let row = from; row < to; row += 1) {
      const cell = rows[row]?.[column];
      if (typeof cell !== 'string' || isBlank(cell) || aside.has(row)) continue;
      texts.set(headerText(cell), row);
    }
    const names = [...texts.keys()];
    const others = names.filter((text) => isNoName(text));
    // Among codes, those of last year are Paraguay and Libya.
    const areCodes = names.some((text) => text.length === 2 && !mayBeNone(text, true));
    const doubtful = names.filter(
      (text) => !isNoName(text) && (isDoubtful(text) || mayBeNone(text, !areCodes)),
    );
    const ordinary = names.length - others.length - doubtful.length;
    if (ordinary < 2 || ordinary < others.length + doubtful.length) continue;
    if (tellsRowKinds(names)) continue;
    const isOther = new Set(others);
    for (let row = from; row < to; row += 1) {
      if (!aside.has(row) && isOther.has(headerText(rows[row]?.[column]))) found.push(row);
    }
    const left = names.filter((text) => !isOther.has(text));
    for (const text of doubtful) {
      const isLast = left.slice(left.indexOf(text)).every((one) => doubtful.includes(one));
      const mayBeAnywhere = isLastYear(text) || (keys.length === 1 && isBelowEach(text, column));
      if (!mayBeAnywhere && text !== left[0] && !isLast && !endsGroups(text, column)) continue;
      const row = texts.get(text) ?? from;
      questions.push({ question: 'totalOrName', row, column, text, candidates: [] });
    }
  }
  return { rows: found, questions };
}

function wordsOf(text: string): string {
  const plain = withoutAccents(plainText(text)).replace(beside, ' ');
  return plain.replace(/\s+/g, ' ').trim();
}

const isLastYear = (text: string) => lastYear.test(wordsOf(text));

const isNoName = (text: string) => text.length <= longest && noName.test(wordsOf(text));

function mayBeNone(text: string, mayBeLastYear: boolean): boolean {
  if (text.length > longest) return false;
  const words = wordsOf(text);
  return maybeNoName.test(words) || (mayBeLastYear && lastYear.test(words));
}

/** Codes of countries are no abbreviations of last year, and "Sales" may be a department. */
function isDoubtful(text: string): boolean {
  const kind = text.length > 2 ? rowKindOf(text) : undefined;
  if (kind === 'sold') return /^actual/i.test(text);
  return kind === 'past' || kind === 'forecast' || kind === 'planned';
}
