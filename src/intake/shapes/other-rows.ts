import { isBlank } from '../../workbook';
import { withoutAccents } from '../calendar-words';
import { rowKindOf, tellsRowKinds } from '../header-words';
import { plainText } from '../plain-text';
import type { RowsToJudge } from './rows-to-judge';
import { headerText, type ShapeQuestion } from './shape';

/** What no region, product or person is called. */
const noName =
  /^(?:(?:prior|last|previous) (?:year|period)|vorjahr(?:eswerte?)?|annee precedente|ano anterior|前年(?:同期|実績|比)?|average|avg|mean|durchschnitt|mittelwert|moyenne|promedio|平均|variance|abweichung|differenz|difference|ecart|desviacion|diferencia|desvio|差異|(?:working|business|selling) days|(?:arbeits|werk|verkaufs)tage|jours ouvres|dias (?:laborables|habiles|uteis)|営業日数?|ytd|year to date|cumulative|kumuliert|cumule?|acumulado|累計|(?:yoy )?growth|yoy|wachstum|croissance|crecimiento|crescimento|(?:fx|exchange) rate|wechselkurs|taux de change|tipo de cambio|taxa de cambio)$/;
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
    const doubtful = names.filter((text) => !isNoName(text) && isDoubtful(text));
    const ordinary = names.length - others.length - doubtful.length;
    if (ordinary < 2 || ordinary < others.length + doubtful.length) continue;
    if (tellsRowKinds(names)) continue;
    const isOther = new Set(others);
    for (let row = from; row < to; row += 1) {
      if (!aside.has(row) && isOther.has(headerText(rows[row]?.[column]))) found.push(row);
    }
    const left = names.filter((text) => !isOther.has(text));
    for (const text of doubtful) {
      if (text !== left[0] && left.slice(left.indexOf(text)).some((one) => !doubtful.includes(one)))
        continue;
      const row = texts.get(text) ?? from;
      questions.push({ question: 'totalOrName', row, column, text, candidates: [] });
    }
  }
  return { rows: found, questions };
}

function isNoName(text: string): boolean {
  if (text.length > longest) return false;
  const plain = withoutAccents(plainText(text)).replace(beside, ' ');
  return noName.test(plain.replace(/\s+/g, ' ').trim());
}

/** Codes of countries are no abbreviations of last year, and "Sales" may be a department. */
function isDoubtful(text: string): boolean {
  const kind = text.length > 2 ? rowKindOf(text) : undefined;
  if (kind === 'sold') return /^actual/i.test(text);
  return kind === 'past' || kind === 'forecast' || kind === 'planned';
}
