/** What a column is for. */
export type Role =
  | 'amount'
  | 'cost'
  | 'currency'
  | 'date'
  | 'discount'
  | 'id'
  | 'otherDate'
  | 'price'
  | 'quantity'
  | 'target'
  | 'version'
  | 'year';

/**
 * Roles by header, first match wins. English, then German, French, Spanish, Portuguese, Japanese;
 * matched against the header's words in lower case: "SalesAmount" is "sales amount".
 */
const rules: readonly (readonly [Role, RegExp])[] = [
  ['version', /^(plan |target |budget )?(version|scenario)$|^plan type$|^(szenario|escenario)$/],
  ['currency', /\b(currency|währung|devise|moneda|moeda)\b|^(ccy|curr)$|通貨/],
  [
    'otherDate',
    /\b(ship|shipped|shipping|delivery|due|birth|hire|created|modified|updated|required|versand|lieferung|liefer)\b.*\b(date|datum|day|on|at)\b|\b(lieferdatum|fälligkeit)\b|出荷日|納期/,
  ],
  ['discount', /\b(discount|rebate|rabatt|remise|descuento|desconto)\b|割引/],
  ['price', /\b(price|preis|stückpreis|einzelpreis|prix|precio|preço)\b|単価/],
  [
    'cost',
    /\b(cost|costs|cogs|profit|margin|tax|vat|freight|kosten|gewinn|marge|steuer|coût|costo|custo|lucro)\b|原価|利益/,
  ],
  [
    'quantity',
    /\b(qty|quantity|units|pieces|pcs|menge|stück|anzahl|quantité|cantidad|quantidade)\b|数量/,
  ],
  [
    'target',
    /\b(target|targets|quota|quotas|plan|planned|budget|goal|objective|ziel|zielwert|soll|vorgabe|umsatzziel|objectif|objetivo|cuota|meta)\b|目標|予算/,
  ],
  [
    'date',
    /\b(date|datum|fecha|day|tag|month|monat|mois|mes|mês|quarter|quartal|trimestre|period|periode|période|periodo|período|bestelldatum|rechnungsdatum|auftragsdatum|belegdatum)\b|^data\b|日付|受注日|売上日|月|期間/,
  ],
  ['year', /^(calendar |fiscal )?(year|jahr|année|año|ano)$|^年$/],
  [
    'id',
    /\b(id|key|number|no|nr|code|zip|postal|phone|nummer|numéro|número|index)\b|^row$|番号|コード/,
  ],
  [
    'amount',
    /\b(sales|revenue|turnover|amount|net|gross|total|value|umsatz|betrag|erlös|erlöse|wert|chiffre|ventes|montant|ventas|importe|vendas|valor|ingresos|receita)\b|売上|金額/,
  ],
];

/** The words of a header in lower case: `SalesAmount`, `sales_amount` and `Sales amount` alike. */
export function headerWords(header: string): string {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/**
 * What a header says its column is for. Undefined where it says nothing known, as for names of
 * dimensions.
 */
export function findRole(header: string): Role | undefined {
  const words = headerWords(header);
  // \b knows no letters beyond ASCII, so that accented words are matched with spaces around them.
  return rules.find(([, pattern]) => unicodeWords(pattern).test(words))?.[0];
}

const compiled = new Map<RegExp, RegExp>();

function unicodeWords(pattern: RegExp): RegExp {
  let result = compiled.get(pattern);
  if (!result) {
    const edge = '(?:(?<![\\p{L}\\p{N}])(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}]))';
    result = new RegExp(pattern.source.replaceAll('\\b', edge), 'u');
    compiled.set(pattern, result);
  }
  return result;
}

/** Whether a sheet's or table's name says that it holds targets. */
export function namesTargets(name: string): boolean {
  return findRole(name) === 'target';
}
