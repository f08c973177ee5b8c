import { withoutAccents } from './calendar-words';
import { plainText } from './plain-text';

/**
 * What a label says that names no total, but all there is ("All regions"), a part of the row above
 * ("of which online"), or what printed pages carry over ("Übertrag").
 */
export interface RowWord {
  readonly kind: 'all' | 'part' | 'carried';
  /** Written as a name may be, such as "Davon Smith" and "Report". */
  readonly mayBeName?: boolean;
}

const things =
  'regions?|countries|products?|customers?|clients?|stores?|shops?|branches|teams?|reps|channels?|' +
  'segments?|markets?|territories|offices|sites|categories|items|' +
  'regionen|lander|produkte|kunden|filialen|artikel|kanale|markte|gebiete|standorte|mitarbeiter|' +
  'verkaufer|kategorien|bereiche|sparten|' +
  'pays|produits|magasins|equipes|canaux|marches|categories|vendeurs|' +
  'regiones|paises|productos|clientes|tiendas|canales|mercados|equipos|categorias|vendedores|' +
  'regioes|produtos|lojas|canais|equipas|equipes|regioni|paesi|prodotti|clienti|negozi|canali|mercati';
const every =
  'all(?: of)?(?: the)?|alle|tous(?: les)?|toutes(?: les)?|tod[oa]s(?: (?:los|las|os|as))?|tutt[ie](?: (?:i|gli|le))?';
const all = new RegExp(
  `^\\(?(?:(?:${every})(?: (?:${things}))?|alles|overall|world|worldwide|welt|weltweit|` +
    'gesamt(?:umsatz|absatz|erlose?|verkaufe|verkauf)|全体|全社|全国|全店|全地域|全商品)\\)?[ :.]*$',
);
const part =
  /^[–• ]*(?:davon|darunter|of which|thereof|dont|de l[oa]s (?:cuales|que)|d[oa]s quais|di cui)(?:$|[ :,-])/;
const carried =
  /^(?:(?:seiten)?u(?:e)?bertrag(?:$|[ :.,(-])|(?:balance |amount |total )?(?:carried|carry|brought)[ -](?:forward|over|down)(?:$|[ :.,(-])|[cb]\/f(?:wd)?[.:]?$|a reporter\b|report a nouveau|suma (?:y sigue|anterior)|a transportar\b|riporto[.:]?$|a riportare\b|(?:前頁|次頁|前期)?繰越)/;
const carriedOrName = /^(?:report|transporte)[.:]?$/;
/** Those of the words for a part that names begin with too, once their first letter is large. */
const partOrName = /^(?:Davon|Dont)\b/;

/** What a total of the whole is called by: "Total sales". */
const measure =
  /^(?:(?:net|gross) )?(?:sales|revenues?|turnover|umsatz|umsatze|absatz|erlose?|ventes|chiffre d.affaires|ventas|ingresos|vendas|receitas?|faturamento|vendite|fatturato|ricavi|売上高?)$/;

export const isMeasure = (text: string): boolean => measure.test(withoutAccents(text));

/** The four letters with which the words begin. */
export const startsOfRowWords: readonly string[] = [
  ...['all ', 'alle', 'over', 'tous', 'tout', 'todo', 'toda', 'tutt', 'worl', 'welt', 'gesa'],
  ...['davo', 'daru', 'of w', 'ther', 'dont', 'de l', 'dos ', 'das ', 'di c'],
  ...['uebe', 'seit', 'carr', 'brou', 'bala', 'amou', 'c/f', 'b/f', 'repo', 'a re', 'suma'],
  ...['a tr', 'tran', 'a ri', 'ripo'],
];

/** Whether a text may be such a label; for texts whose beginning fits. */
export const anyRowWord =
  /^[\s(•–]*(?:(?:all|alle|tou[st]|toutes|tod[oa]s|tutt[ie])(?:[\s:.)]|$)|alles|overall|(?:world|welt)(?:wide|weit)?(?:[\s:.)]|$)|gesamt|(?:davon|darunter|thereof|dont)(?:[\s:,-]|$)|of which|de l[oa]s|d[oa]s quais|di cui|全|(?:seiten)?(?:ü|u\u0308|ue?)bertrag|(?:balance |amount |total )?(?:carried|carry|brought)[ -]|[cb]\/f|[aà] (?:report|transport|riport)|report(?:[\s:.]|$)|suma (?:y|ant)|transporte(?:[\s:.]|$)|riporto|[前次]?[頁期]?繰越)/i;

/** A label is no longer than this. */
const longest = 60;

/** @example findRowWord('All regions')?.kind // 'all' */
export function findRowWord(text: string): RowWord | undefined {
  if (text.length > longest || !anyRowWord.test(text)) return undefined;
  const spaced = plainText(text).replace(/\s+/g, ' ');
  const folded = withoutAccents(spaced);
  if (all.test(folded)) return { kind: 'all' };
  if (carried.test(folded)) return { kind: 'carried' };
  if (carriedOrName.test(folded)) return { kind: 'carried', mayBeName: true };
  if (part.test(folded)) return { kind: 'part', mayBeName: partOrName.test(spaced) };
  return undefined;
}
