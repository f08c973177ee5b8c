import { dimensionText, type Column } from '../columns/column';
import { amountsIn, datesOf, noDate, signOf, type ColumnChoice } from '../convert';
import { fold, headerWords } from '../header-words';
import type { Issue } from '../issue';
import type { SourceTable } from '../mapping';
import { findPipeline } from '../pipeline';
import { addressIn } from '../raw-table';

/** A kind or state of a row that says that its amount is given back, or was never due. */
const takenBack = new RegExp(
  '^(?:(?:sales )?(?:credit (?:note|memo)s?|returns?|refunds?|chargebacks?|reversals?|cancellations?)|' +
    'returned|refunded|reversed|cancell?ed|void(?:ed)?|failed|declined|expired|rejected|' +
    'drafts?|estimates?|quot(?:e|ation)s?|' +
    'angebot|kostenvoranschlag|entwurf|devis|brouillon|presupuesto|borrador|orcamento|rascunho|見積書?|下書き|' +
    'gutschrift|storno|stornorechnung|rechnungskorrektur|storniert|retoure|rueckgabe|ruckgabe|erstattung|' +
    'avoir|annulee?|retour|remboursee?|remboursement|' +
    'abono|nota de credito|anulad[ao]|cancelad[ao]|devuelt[ao]|devolucion|reembols(?:o|ado)|' +
    'estorno|estornad[ao]|devolucao|devolvid[ao]|返品|返金|取消|キャンセル)$',
);

/** A kind of row that is no sale, with whatever sign: in lists of all that happened beside the sales. */
const noSale = new RegExp(
  '^(?:(?:customer |bill |bank )?(?:payments?|payouts?|transfers?|deposits?)|(?:[a-z]+ )?fees?|taxes|' +
    'zahlung(?:en|seingang|sausgang)?|auszahlung|uberweisung|gebuhr(?:en)?|' +
    'paiements?|reglements?|virements?|frais|pagos?|cobros?|transferencias?|comision(?:es)?|' +
    'pagamentos?|recebimentos?|tarifas?|入金|出金|振込|手数料)$',
);

/** What an account carries over from before, whatever the header of the column that says so. */
const openingBalance = new RegExp(
  '^(?:(?:opening|beginning|starting) (?:balance|stock)|balance [bc] ?/ ?[df](?:wd)?|' +
    'saldovortrag|saldo ?ubertrag|anfangs(?:saldo|bestand)|eroffnungs(?:saldo|bilanz)|' +
    '(?:solde )?(?:report )?a nouveau|solde (?:initial|d.ouverture|reporte)|' +
    'saldo (?:inicial|anterior|de apertura|iniziale|precedente)|(?:期首|前期|前月)(?:残高|繰越))',
);
/** Larger tables have it in a column of kinds alone. */
const mostRowsOfBalance = 5000;

/** Headers of a mark on rows that are none any more, and what the mark is: "Cancelled" | yes. */
const markOfNone =
  /^(?:is )?(?:cancell?ed|void(?:ed)?|deleted|refunded|returned|reversed|returns?|storniert|storno(?: ?(?:kz|kennz(?:eichen)?))?|geloscht|annulee?|supprimee?|remboursee?|anulad[ao]|cancelad[ao]|eliminad[ao]|devuelt[ao]|devolvid[ao]|estornad[ao]|取消|キャンセル)(?: flag)?$/;
const yes = /^(?:y|yes|true|x|1|j|ja|wahr|o|oui|vrai|s|si|sim|verdadero|verdadeiro|はい|[○✓✔✗])$/;

/** Headers of kinds and states: a column is encoded to be looked at, which others are spared. */
const kindHeader =
  /(?:^| )(?:types?|status|state|kind|document|doc|transaction|entry|[a-z]*(?:art|typ|vorgang|status)|zustand|statut|etat|nature|estado|tipo|clase|situacao|natureza|especie)(?: |$)|区分|種別|種類|状態|状況/;

/** A header of marks that stand in place of signs, and the marks. */
const markHeader =
  /soll.?haben|(?:^| )s ?h ?(?:kz|kennz)|debit.?credit|d(?:r|ebit)? ?c(?:r|redit)? (?:indicator|mark|flag)|dr ?cr|^(?:s ?h|h ?s|d ?[ch]|c ?d|(?:[a-z]+ )?sign|signe|signo|sinal|sens|vz|vorzeichen|)$/;
const mark = /^(?:s|h|d|c|dr|cr|soll|haben|debit|credit|debe|haber|debito|credito|[+−–-]?1?)$/;

/** Figures of what came back, in a column of their own beside the sales. */
const returnsHeader =
  /^(?:(?:sales|customer) )?(?:returns?|refunds?|credit notes?|retouren?|rucksendungen|gutschriften|erstattungen|erlosschmalerungen|avoirs?|retours?|remboursements?|devoluciones|devolucoes|reembolsos?|返品|返金)(?: (?:amount|value|betrag|wert))?(?: [a-z]{3})?$/;
const isNet = /(?:^| )(?:net|netto|nett|neto|liquido)(?: |$)|^netto|純/;

/** More than this many different texts are no kinds of rows. */
const mostKinds = 50;

/**
 * Sales whose rows say that an amount is taken back while the amount itself has no minus. They are added
 * as they stand; marks of debit and credit are refused, since without them no row tells its sign.
 */
export function signIssues(
  table: SourceTable,
  choice: Pick<ColumnChoice, 'date' | 'amount'>,
): Issue[] {
  // Deals that are lost do not count anyway.
  if (findPipeline(table)) return [];
  const { date, amount } = choice;
  const beside = table.columns.filter(
    ({ index }) => index !== date.index && index !== amount.index,
  );
  const others = beside.filter(({ distinct }) => distinct <= mostKinds);
  const isSmall = table.raw.grid.rowCount <= mostRowsOfBalance;
  const balances = beside.flatMap((column) => {
    const mayTell = column.kind === 'text' && (isSmall || isOfKinds(column));
    return mayTell ? rowsMarked(table, column, choice, 'noSaleAdded', openingBalance) : [];
  });
  const issues = others.flatMap((column) => {
    const header = fold(headerWords(column.header));
    if (markHeader.test(header)) return marksIn(table, column, choice);
    if (markOfNone.test(header)) {
      return rowsMarked(table, column, choice, 'takenBackAdded', yes, `${column.header}: `);
    }
    if (column.kind !== 'text' || !kindHeader.test(header)) return [];
    return [
      ...rowsMarked(table, column, choice, 'takenBackAdded', takenBack),
      ...rowsMarked(table, column, choice, 'noSaleAdded', noSale),
    ];
  });
  return [
    ...issues,
    ...balances,
    ...returnsBeside(beside, table, amount),
    ...creditIssues(table, amount),
  ];
}

/** What came back is not taken off, unless the amount is called net. */
function returnsBeside(beside: readonly Column[], { raw }: SourceTable, amount: Column): Issue[] {
  const wordsOf = ({ header }: Column) => fold(headerWords(header));
  if (isNet.test(wordsOf(amount))) return [];
  return beside
    .filter((column) => column.kind === 'number' && returnsHeader.test(wordsOf(column)))
    .map(({ header, index }) => ({
      code: 'returnsBeside',
      at: addressIn(raw, -1, index),
      found: header,
      expected: amount.header,
    }));
}

function isOfKinds({ distinct, header }: Column): boolean {
  return distinct <= mostKinds && kindHeader.test(fold(headerWords(header)));
}

function marksIn(
  table: SourceTable,
  column: Column,
  { amount }: Pick<ColumnChoice, 'amount'>,
): Issue[] {
  const marks = standing(table, column);
  if (marks.length < 2 || !marks.every((text) => mark.test(fold(text.trim())))) return [];
  const amounts = amountsIn(table.raw.grid.column(amount.index), signOf(amount));
  if (amounts.some((number) => number < 0)) return [];
  const at = addressIn(table.raw, -1, column.index);
  return [{ code: 'unsignedAmounts', at, found: column.header, expected: amount.header }];
}

/** The rows that a column marks, those that have a day and an amount that counts. */
function rowsMarked(
  { raw }: SourceTable,
  column: Column,
  { date, amount }: Pick<ColumnChoice, 'date' | 'amount'>,
  code: 'takenBackAdded' | 'noSaleAdded',
  marks: RegExp,
  before = '',
): Issue[] {
  const cells = raw.grid.column(column.index);
  const { codes, numbers } = cells;
  const isMark = (text: string) => marks.test(fold(text.trim()));
  const isMarked = cells.values.map((value) => isMark(dimensionText(value)));
  const ofOne = isMark('1') && numbers?.every((number) => number === 0 || number === 1) === true;
  if (!isMarked.includes(true) && !ofOne) return [];
  const dates = datesOf(raw.grid.column(date.index), date);
  const amounts = amountsIn(raw.grid.column(amount.index), signOf(amount));
  const texts = new Set<string>();
  let [first, rows] = [-1, 0];
  for (let row = 0; row < cells.length; row += 1) {
    const cell = codes ? (codes[row] ?? -1) : -1;
    const isHere = cell < 0 ? ofOne && numbers[row] === 1 : isMarked[cell] === true;
    if (!isHere || dates[row] === noDate) continue;
    const number = amounts[row] ?? NaN;
    if (!(code === 'noSaleAdded' ? Math.abs(number) > 0 : number > 0)) continue;
    if (first < 0) first = row;
    texts.add(dimensionText(cells.at(row)));
    rows += 1;
  }
  if (first < 0) return [];
  const expected = [...texts].map((text) => `"${before}${text}"`).join(', ');
  const at = addressIn(raw, first, column.index);
  return [{ code, at, found: String(rows), expected }];
}

/**
 * Amounts that are all marked, and mostly as taken off: "100.00 Cr" is a sale in one book and what went
 * back in another.
 */
export function creditIssues({ raw }: SourceTable, { index, header }: Column): Issue[] {
  const { values, counts, numberCount } = raw.grid.column(index);
  let [credits, others, first] = [0, numberCount, -1];
  for (const [code, value] of values.entries()) {
    if (typeof value !== 'string' || !/\d/.test(value)) continue;
    const count = counts[code] ?? 0;
    if (!/\d ?cr\.?$/i.test(value.trim())) others += count;
    else if (count > 0) {
      credits += count;
      if (first < 0) first = code;
    }
  }
  if (credits <= others) return [];
  const cells = raw.grid.column(index);
  const at = addressIn(raw, cells.firstRow(first), index);
  return [{ code: 'unsignedAmounts', at, found: dimensionText(values[first]), expected: header }];
}

/** The different texts and numbers of a column, but for blanks. */
function standing({ raw }: SourceTable, column: Column): string[] {
  const { values, counts, numbers } = raw.grid.column(column.index);
  const texts = values.flatMap((value, code) =>
    (counts[code] ?? 0) > 0 ? [dimensionText(value)] : [],
  );
  return [...texts.filter((text) => text !== ''), ...Array.from(new Set(numbers), String)];
}
