import { plainText } from '../texts/plain-text';
import type { RawTable } from '../raw-table';
import { findHeaderCurrency, findHeaderUnit, fold } from '../roles';
import { withLongMonths } from '../texts/short-months';
import { headerPart } from '../texts/header-part';
import { findNested } from './nested-places';
import { findTotal } from '../texts/total-words';

/** Names of sheets that hold the rows of other sheets again: copies, versions, everything at once. */
const again =
  /(?:^|[^a-z])(?:copy|copies|kopie|copie|copia|backup|bak|old|alte?r?|ancien|viejo|antigo|archive?|archivo|draft|entwurf|test|all|alles?|tou[st]|todos?|tudo|summary|overview|zusammenfassung|ubersicht|resume|resumen|resumo|consolidated|konsolidiert|combined|merged|version|v ?\d+|rev ?\d+|raw|clean(?:ed)?|bereinigt|final ?\d*|corr(?:ected|ections?)?|korrekturen|korrektur|korrigiert|samples?|muster)(?:[^a-z]|$)|(?:[^a-z]|^)(?:new|neu)$|コピー|バックアップ|全体|まとめ/;
/** Names of versions of the same figures, or of views of them. */
const scenario =
  /(?:^|[^a-z])(?:actuals?|ist|budget|plan|forecast|prognose|prevision|latest estimate|reforecast|scenario|szenario|best case|worst case|net|netto|net[at]s?|gross|brutto|bruts?|bruto|ht|ttc|excl|incl|exkl|inkl)(?:[^a-z]|$)|(?:^|[^a-z])(?:by|nach|par|por|per) [a-z]|税抜|税込|実績|予算|予測/;

/** Kinds of records: an order and its invoice are one sale. */
const record =
  /orders?|bookings?|billings?|backlog|sell.?(?:in|out|through)|invoices?|quotes?|quotations?|returns?|refunds?|credit notes?|shipments?|deliver(?:y|ies)|pipeline|leads?|opportunit(?:y|ies)|deals?|auftrag(?:e|seingang)?|rechnung(?:en)?|angebote?|gutschrift(?:en)?|retouren?|lieferung(?:en)?|commandes?|factures?|devis|avoirs?|pedidos?|facturas?|faturas?|encomendas?|ofertas?|devoluc(?:ion|oes|ao)(?:es)?|受注|請求|見積|返品/;
/** What is no sale at all. */
const noSale =
  /(?:^|[^a-z])(?:expenses?|expenditures?|costs?|purchases?|purchasing|cogs|cancell?ed|cancell?ations?|lost|refused|rejected|templates?|examples?|demo|dummy|instructions?|how.to|read.?me|discounts?|rebates?|freight|shipping|tax(?:es)?|vat|payments?|commissions?|intercompany|customers?|kunden|\w*rabatte?|fracht|\w*steuern?|zahlungen|provisionen|remises?|taxes|tva|paiements?|clientes?|clients?|descuentos?|impuestos?|pagos?|comisiones|descontos?|impostos?|pagamentos?|comissoes|\w*kosten|\w*ausgaben|aufwand|einkaufe?|storn(?:o|os|iert)|verloren|abgelehnt|vorlagen?|beispiele?|anleitung|depenses?|couts?|achats?|annule(?:e?s)?|annulations?|perdu(?:e?s)?|modeles?|exemples?|gastos?|costes?|costos?|compras?|cancelad[ao]s?|perdid[ao]s?|plantillas?|ejemplos?|despesas?|custos?|modelos?|exemplos?)(?:[^a-z]|$)|経費|費用|仕入|購入|キャンセル|失注|テンプレート|ひな形|記入例|サンプル/;

const currencySign = /[$£¥₹]|(?<![a-z])(?:dollars?|euros?|pounds?|yen)(?![a-z])/;
/** A day, as exports bear it: each may hold all up to its own. */
const exportDay =
  /(?<!\d)\d{1,2}[._-]\d{1,2}[._-](?:\d{4}|\d{2})?(?!\d)|(?<!\d)20\d{2}[._-]?\d{2}[._-]?\d{2}(?!\d)/;

const folded = (name: string) => fold(plainText(name));

const half = /(?<!\p{L})(?:h|hj) ?([12])(?!\d)|(?<!\d)([12])\. ?(?:hj|halbjahr|semest)/iu;

/** The months that a name denotes, all of its year where it names none. */
interface NamedMonths {
  readonly year: number | undefined;
  readonly months: readonly number[];
}

function monthsIn(name: string): NamedMonths | undefined {
  const part = headerPart(name);
  const [, one, other] = half.exec(name) ?? [];
  const number = one ?? other;
  const year = part?.year;
  const run = (from: number, count: number) => ({
    year,
    months: Array.from({ length: count }, (_, at) => from + at),
  });
  if (part?.span) return run(part.span.from, part.span.to - part.span.from + 1);
  if (part?.month !== undefined) return run(part.month, 1);
  if (part?.quarter !== undefined) return run(part.quarter * 3 - 2, 3);
  if (number !== undefined) return run(Number(number) * 6 - 5, 6);
  // "YTD" is a total as well.
  return year !== undefined || part?.isFiscal || part?.isTotal ? run(1, 12) : undefined;
}

const haveCommon = (one: NamedMonths, other: NamedMonths) =>
  (one.year === undefined || other.year === undefined || one.year === other.year) &&
  one.months.some((month) => other.months.includes(month));

/** Whether each sheet of a stack is named by a period, none of which lies in another: then none repeats another. */
export function arePeriods(names: readonly string[]): boolean {
  const found = periodsIn(names);
  const isApart = (one: NamedMonths | undefined, at: number) =>
    one !== undefined && found.slice(at + 1).every((other) => !other || !haveCommon(one, other));
  return found.every(isApart);
}

const periodsIn = (names: readonly string[]) => withLongMonths(names).map(monthsIn);

const isLonger = (one: NamedMonths, other: NamedMonths) =>
  one.months.length > other.months.length && haveCommon(one, other);

/** A name that is a quarter or year that holds the months of another, or none beside several months. */
function findUneven(names: readonly string[]): Pair | undefined {
  const found = periodsIn(names);
  const areMonths = found.filter((period) => period?.months.length === 1).length > 1;
  return findBeside(names, (name) => {
    const one = found[names.indexOf(name)];
    if (!one) return areMonths;
    return found.some((other) => other && isLonger(one, other));
  });
}

const currencyIn = (name: string) =>
  findHeaderCurrency(name) ?? currencySign.exec(folded(name))?.[0];

/** Why sheets of one layout may be no parts of one table. */
export interface StackDoubt {
  /** Sheets that may hold the same, or figures that are not to be added. */
  readonly names: Pair;
  /** What their rows say may still prove them parts. */
  readonly isOpen: boolean;
}

type Pair = readonly [string, string];

/** The first name that is so, and another one. */
function findBeside(names: readonly string[], isSo: (name: string) => boolean): Pair | undefined {
  const at = names.findIndex(isSo);
  return at < 0 ? undefined : [names[at] ?? '', names[at === 0 ? 1 : 0] ?? ''];
}

/** The first name, and one that is of another kind. */
function findOther(names: readonly string[], kindOf: (name: string) => unknown): Pair | undefined {
  const [first = ''] = names;
  const other = names.find((name) => kindOf(name) !== kindOf(first));
  return other === undefined ? undefined : [first, other];
}

/** Sheets whose titles tell that their figures are of other currencies or scales: "in T€" above one alone. */
export function findOtherUnits(
  tables: readonly RawTable[],
  names: readonly string[],
): StackDoubt | undefined {
  const units = tables.map(({ titles = [] }) => {
    const said = titles.map(({ text }) => findHeaderUnit(text));
    const currency = said.find((unit) => unit.currency !== undefined)?.currency;
    const scale = said.find((unit) => unit.scale !== undefined)?.scale;
    return `${currency ?? ''} ${String(scale ?? 1)}`;
  });
  const found = findOther(names, (name) => units[names.indexOf(name)]);
  return found && { names: found, isOpen: false };
}

/** Names that Excel gives by itself, and others that tell nothing: "Sheet1", "Data 2". */
const givenName =
  /^(?:sheet|tabelle|feuil|hoja|planilha|folha|foglio|blad|arkusz|シート|table(?:au)?|tabla|tabela|テーブル|data|daten|donnees|datos|dados|データ|export) ?_?-?\d{1,3}$/;

export function isDefaultName(name: string): boolean {
  return givenName.test(folded(name));
}

/** A sheet and one that bears its name with a number: "Sales" and "Sales (2)", "Sales 2". */
function findNumbered(names: readonly string[]): Pair | undefined {
  const stems = new Set(names.map(folded));
  return findBeside(names, (name) => {
    const [, stem] = /^(.*\D)[ _-]?\d{1,2}$/.exec(folded(name)) ?? [];
    return /\(\d+\)$/.test(folded(name)) || (stem !== undefined && stems.has(stem.trim()));
  });
}

const isAgain = (name: string) => again.test(folded(name)) || findTotal(name) !== undefined;

/** The names without those of totals, copies, templates and periods that hold those of others. */
export function namesLeft(names: readonly string[]): readonly string[] {
  const periods = periodsIn(names);
  const holdsOther = (at: number) => {
    const one = periods[at];
    return one && periods.some((other) => other && isLonger(one, other));
  };
  return names.filter(
    (name, at) => !isAgain(name) && !noSale.test(folded(name)) && !holdsOther(at),
  );
}

/** What the names of sheets of one layout say against adding them up. */
function doubtOfNames(names: readonly string[]): Pair | undefined {
  const isVersion = (name: string) => scenario.test(folded(name)) || exportDay.test(folded(name));
  return (
    findBeside(names, (name) => isAgain(name) || isVersion(name)) ??
    findUneven(names) ??
    findOther(names, (name) => record.exec(folded(name))?.[0]) ??
    findOther(names, (name) => noSale.test(folded(name))) ??
    findOther(names, currencyIn)
  );
}

/** Sheets that begin with the same rows, or one that is as long as all others together. */
function doubtOfRows(tables: readonly RawTable[], names: readonly string[]): Pair | undefined {
  const tops = tables.map(({ grid }) =>
    JSON.stringify(grid.sample(20).slice(0, Math.min(grid.rowCount, 20))),
  );
  const again = tops.findIndex((top, at) => tops.indexOf(top) < at);
  if (again >= 0) return [names[again] ?? '', names[tops.indexOf(tops[again] ?? '')] ?? ''];
  const rows = tables.map(({ source, headerRow }) => source.area.rows - headerRow - 1);
  const all = rows.reduce((sum, count) => sum + count, 0);
  const isAll = (name: string) => (rows[names.indexOf(name)] ?? 0) * 2 === all;
  return tables.length > 2 ? findBeside(names, isAll) : undefined;
}

/** A sheet in whose rows the names of all others stand, two at least: it may sum them up. */
function findSummary(tables: readonly RawTable[], names: readonly string[]): Pair | undefined {
  if (names.length < 3) return undefined;
  const plain = names.map(folded);
  const sums = tables.map(({ grid }, own) => {
    const others = plain.filter((_, at) => at !== own);
    const hasAll = (column: number) => {
      const { values } = grid.column(column);
      const texts = new Set(
        values.map((value) => (typeof value === 'string' ? folded(value) : '')),
      );
      return others.every((name) => texts.has(name));
    };
    return Array.from({ length: grid.columnCount }, (_, column) => column).some(hasAll);
  });
  // Where all of them name one another, their rows are of all shops.
  if (sums.filter(Boolean).length !== 1) return undefined;
  return findBeside(names, (name) => sums[names.indexOf(name)] === true);
}

/**
 * Whether sheets of one layout may hold the same rows twice, so that adding them up would count
 * double: by their names, by kinds of records, by periods within others, by equal first rows, or where
 * one is as long as all others together. Costs are no sales either, and currencies are not added.
 */
export function findDoubt(
  tables: readonly RawTable[],
  names: readonly string[],
): StackDoubt | undefined {
  const plain = doubtOfNames(names) ?? doubtOfRows(tables, names) ?? findSummary(tables, names);
  if (plain) return { names: plain, isOpen: false };
  const open = findBeside(names, isDefaultName) ?? findNumbered(names) ?? findNested(names);
  return open && { names: open, isOpen: true };
}
