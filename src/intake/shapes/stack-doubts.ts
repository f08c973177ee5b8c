import { withoutAccents } from '../calendar-words';
import { plainText } from '../plain-text';
import type { RawTable } from '../raw-table';
import { withLongMonths } from '../short-months';
import { findTextPeriod } from '../text-periods';
import { headerPart } from './header-part';
import { findTotal } from './total-words';

/** Names of sheets that hold the rows of other sheets again: copies, versions, everything at once. */
const again =
  /(?:^|[^a-z])(?:copy|copies|kopie|copie|copia|backup|bak|old|alte?r?|ancien|viejo|antigo|archive?|archivo|draft|entwurf|test|all|alles?|tou[st]|todos?|tudo|summary|overview|zusammenfassung|ubersicht|resume|resumen|resumo|consolidated|konsolidiert|combined|merged|version|v ?\d+|rev ?\d+)(?:[^a-z]|$)|\(\d+\)$|コピー|バックアップ|全体|まとめ/;
/** Names of versions of the same figures. */
const scenario =
  /(?:^|[^a-z])(?:actuals?|ist|budget|plan|forecast|prognose|prevision|latest estimate|reforecast|scenario|szenario|best case|worst case)(?:[^a-z]|$)|実績|予算|予測/;

/** Kinds of records: an order and its invoice are one sale. */
const record =
  /orders?|invoices?|quotes?|quotations?|returns?|refunds?|credit notes?|shipments?|deliver(?:y|ies)|pipeline|leads?|opportunit(?:y|ies)|deals?|auftrag(?:e|seingang)?|rechnung(?:en)?|angebote?|gutschrift(?:en)?|retouren?|lieferung(?:en)?|commandes?|factures?|devis|avoirs?|pedidos?|facturas?|faturas?|encomendas?|ofertas?|devoluc(?:ion|oes|ao)(?:es)?|受注|請求|見積|返品/;

const folded = (name: string) => withoutAccents(plainText(name));

function periodOf(name: string): string | undefined {
  const period = findTextPeriod(name);
  if (period) return period.label;
  const part = headerPart(name);
  if (!part || part.isTotal) return undefined;
  const { year, quarter, month } = part;
  return (year ?? quarter ?? month) === undefined ? undefined : [year, quarter, month].join();
}

/** Whether each sheet of a stack is named by a period of its own: then none repeats another. */
export function arePeriods(names: readonly string[]): boolean {
  const periods = withLongMonths(names).map(periodOf);
  return !periods.includes(undefined) && new Set(periods).size === names.length;
}

/**
 * Whether sheets of one layout may hold the same rows twice, so that adding them up would count
 * double: by their names, by kinds of records that differ, by equal first rows, or where one is as long as all others together.
 */
export function mayRepeat(tables: readonly RawTable[], names: readonly string[]): boolean {
  const plain = names.map(folded);
  const isNamed = plain.some((name) => again.test(name) || scenario.test(name));
  if (isNamed || names.some((name) => findTotal(name) !== undefined)) return true;
  if (new Set(plain.map((name) => record.exec(name)?.[0])).size > 1) return true;
  const tops = tables.map(({ grid }) =>
    JSON.stringify(grid.sample(20).slice(0, Math.min(grid.rowCount, 20))),
  );
  if (new Set(tops).size < tops.length) return true;
  const rows = tables.map(({ source, headerRow }) => source.area.rows - headerRow - 1);
  const all = rows.reduce((sum, count) => sum + count, 0);
  return tables.length > 2 && rows.some((count) => count * 2 === all);
}
