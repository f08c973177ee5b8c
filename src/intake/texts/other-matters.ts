import { withoutAccents } from './calendar-words';
import { plainText } from './plain-text';

/** What is spent, whom one employs or what one keeps: none of it was sold. */
const other =
  /(?:^|[^a-z])(?:expenses?|expenditures?|costs?|opex|capex|cogs|purchas(?:es|ing)|payroll|salar(?:y|ies)|wages|head ?counts?|ftes?|staffing|inventory|[a-z]*(?:kosten|ausgaben|aufwand)(?:plan|planung|budget|ziele?)?|aufwendungen|einkaufe?|lohne|gehalter|personal(?:plan|planung|budget|bestand)|stellenplan|mitarbeiterzahl|lagerbestand|depenses?|couts?|achats?|effectifs?|masse salariale|gastos?|cost[eo]s?|compras?|nominas?|despesas?|custos?|folha de pagamento|quadro de pessoal)(?:[^a-z]|$)|経費|費用|原価|仕入|支出|人員|人件費|給与|在庫/;
const sold =
  /(?:^|[^a-z])(?:sales|sold|revenues?|turnover|income|bookings?|billings?|orders?|invoices?|deals?|[a-z]*(?:umsatz|umsatze|absatz|erlose?|verkaufe?|ertrage)|auftrage?|rechnungen|einnahmen|ventes?|chiffre d.affaires|recettes?|commandes|factures|ventas?|ingresos?|pedidos|facturas|vendas?|receitas?|faturamento)(?:[^a-z]|$)|売上|販売|受注|収入/;
/** Selling has costs of its own, which begin or end with its word. */
const ofSelling =
  /(?:sales|selling) (?=costs?|expenses?|head|fte|staff|payroll|salar)|(?<=costs?|expenses?) of (?:sales|revenue)|(?<=couts?|cost[eo]s?|custos?|gastos?|despesas?|depenses?) d(?:e|es|[ao]s|e l[ao]s) (?:ventes?|ventas?|vendas?)|売上(?=原価)/g;
/** "Without shipping costs" */
const beside =
  /(?:^|[^a-z])(?:without|excl|ex|incl|net of|before|after|less|ohne|exkl|inkl|zzgl|vor|nach|hors|sans|avant|apres|sin|sem|antes)(?:[^a-z]|$)|抜|込/;
/** Longer texts are remarks. */
const longest = 50;

const folded = (text: string) => withoutAccents(plainText(text)).replace(ofSelling, ' ');

/** @example speaksOfSales('Sales and costs') // true */
export const speaksOfSales = (text: string): boolean => sold.test(folded(text));

/** Whether a name speaks of costs, staff or stock, and of nothing sold: "Sales expenses", "Headcount plan". */
export function speaksOfOther(text: string): boolean {
  if (text.length > longest) return false;
  const words = folded(text);
  return other.test(words) && !sold.test(words) && !beside.test(words);
}
