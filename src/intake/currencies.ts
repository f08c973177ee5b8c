import type { CellValue } from '../workbook';
import type { CellColumn } from './columns/cell-column';
import { dimensionOf, dimensionText, type Column } from './columns/column';
import { amountsIn, datesOf, noDate, signOf } from './convert';
import type { Issue } from './issue';
import type { SourceTable } from './mapping';
import { areRatios, saysPercent, withoutPercent } from './columns/percents';
import { plainText } from './texts/plain-text';
import { addressIn, notesBelow, type RawTable, type TableTitle } from './raw-table';
import {
  findColumnRole,
  findHeaderUnit,
  fold,
  headerWords,
  isCurrencyCode,
  signedCurrency,
} from './roles';
import { textsOfSide } from './side-rows';
import { findCurrency, hasScale } from './texts/text-numbers';

/** Currencies that one sign may mean: a dollar is any of these until something says which. */
const sharedBy: Readonly<Record<string, string>> = {
  $: 'USD CAD AUD NZD HKD SGD MXN TWD ARS CLP COP',
  '¥': 'JPY CNY',
  kr: 'SEK NOK DKK ISK',
};

/** Signs behind or before figures that name a currency, and in a header would mean something else. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    RMB: 'CNY',
    元: 'CNY',
    NTD: 'TWD',
    원: 'KRW',
    Kč: 'CZK',
    Ft: 'HUF',
    лв: 'BGN',
    Fr: 'CHF',
    Rs: 'INR',
    RM: 'MYR',
    руб: 'RUB',
  }),
);

/** A currency by its code where a code or a sign of its own names it, else as it is written. */
function nameOf(text: string): string {
  const bare = text.trim().normalize('NFKC').replace(/\.$/, '');
  const code = bare.toUpperCase();
  return isCurrencyCode(code) ? code : (signedCurrency(bare) ?? signs.get(bare) ?? bare);
}

function mayBeSame(one: string, other: string): boolean {
  const holds = (sign: string, code: string) => sharedBy[sign]?.split(' ').includes(code) ?? false;
  return one === other || holds(one, other) || holds(other, one);
}

/** A currency and the cell that names it. */
interface NamedCurrency {
  readonly name: string;
  readonly text: string;
  readonly at: string;
}

/** Amounts, and the days that their rows have. */
interface DatedAmounts {
  readonly date: Column;
  readonly amount: Column;
}

/** The different currencies that a column names in rows that have a day and an amount, by first cell. */
function namesIn(
  { raw }: SourceTable,
  column: Column,
  read: (cell: CellValue) => string | undefined,
  choice: DatedAmounts,
): NamedCurrency[] {
  const cells = raw.grid.column(column.index);
  const texts = Array.from(cells.values, (value) => read(value) ?? '');
  const names = texts.map(nameOf);
  if (names.every((name) => name === '')) return [];
  const firstRows = firstDatedRows(raw, column, choice);
  const found = new Map<string, NamedCurrency>();
  for (const [code, name] of names.entries()) {
    const row = firstRows[code] ?? -1;
    if (name === '' || row < 0 || found.has(name)) continue;
    found.set(name, { name, text: texts[code] ?? '', at: addressIn(raw, row, column.index) });
  }
  return [...found.values()];
}

/** By distinct cell of a column, its first row with a day and an amount; −1 where there is none. */
function firstDatedRows({ grid }: RawTable, column: Column, choice: DatedAmounts): Int32Array {
  const dates = datesOf(grid.column(choice.date.index), choice.date);
  const amounts = amountsIn(grid.column(choice.amount.index), signOf(choice.amount));
  const { codes, values } = grid.column(column.index);
  const rows = new Int32Array(values.length).fill(-1);
  for (let row = grid.rowCount - 1; codes && row >= 0; row -= 1) {
    const code = codes[row] ?? -1;
    if (code >= 0 && dates[row] !== noDate && !Number.isNaN(amounts[row])) rows[code] = row;
  }
  return rows;
}

const sign = (cell: CellValue) => (typeof cell === 'string' ? findCurrency(cell) : undefined);

const currencyColumn = ({ columns }: SourceTable) =>
  columns.find(({ role }) => role === 'currency');

/** The currencies of amounts: by the column that names them, by signs beside them, by the header. */
function currenciesOf(table: SourceTable, choice: DatedAmounts): NamedCurrency[] {
  const { amount } = choice;
  const column = currencyColumn(table);
  const told = column ? namesIn(table, column, dimensionText, choice) : [];
  const signed = namesIn(table, amount, sign, choice);
  const { currency } = findHeaderUnit(amount.header);
  const at = addressIn(table.raw, -1, amount.index);
  const headed = currency === undefined ? [] : [{ name: currency, text: currency, at }];
  return [...told, ...signed, ...headed];
}

/** The currencies of amounts where there are several; none where all may be of one. */
export function severalCurrencies(table: SourceTable, choice: DatedAmounts): string[] {
  if (currencyIssues(table, choice).length === 0) return [];
  return [...new Set(currenciesOf(table, choice).map(({ name }) => name))];
}

/** Amounts of several currencies are never added. The first that differs from one before it, and all others. */
export function currencyIssues(table: SourceTable, choice: DatedAmounts): Issue[] {
  const all = currenciesOf(table, choice);
  for (const [index, { name, text, at }] of all.entries()) {
    const other = all.slice(0, index).find((earlier) => !mayBeSame(earlier.name, name));
    if (!other) continue;
    const further: NamedCurrency[] = [];
    for (const one of all.slice(index + 1)) {
      const isKnown = [name, other.name, ...further.map((known) => known.name)].some((known) =>
        mayBeSame(known, one.name),
      );
      if (!isKnown) further.push(one);
    }
    const expected = [other.text, ...further.map((one) => `${one.text} (${one.at})`)].join(', ');
    return [{ code: 'mixedCurrencies', at, found: text, expected }];
  }
  return [];
}

/** A side of a comparison. */
interface Amounts extends DatedAmounts {
  readonly table: SourceTable;
}

/** Words for numbers of things sold; "volume" may mean money. */
const units =
  /(?:^| )(?:(?<!business )(?:units|unit (?:sales|targets?|quotas?))|pieces|pcs|qty|quantit(?:y|ies)|stuck|stueck|stuckzahl|menge|anzahl|unites|quantites?|unidades|cantidad|piezas|quantidade|pecas)(?: |$)|数量|個数|台数/;

/** Words for what is counted on the way to a sale; beside the next ones they are about money. */
const events =
  /(?:^| )(?:deals|leads|calls|visits|meetings|appointments|logos|new (?:customers|clients|accounts)|abschlusse|besuche|neukunden|termine|visitas|rendez vous|nouveaux clients|clientes nuevos|novos clientes|(?:number|no|nr|count|nombre|numero) (?:of|de|d|der)) ?(?= |$)|件数|社数/;
const money =
  /value|volume|amount|revenue|sales|size|wert|umsatz|betrag|montant|ventes|importe|valor|vendas|金額|売上/;

function countsUnits({ header, meaning }: Column): boolean {
  const words = fold(headerWords(header));
  const counts = units.test(words) || (events.test(words) && !money.test(words));
  return meaning === 'quantity' || counts;
}

/** Figures in percent, targets in units where sales are amounts, in another currency than the sales, or counted in thousands where those are not. */
export function unitIssues(sales: Amounts, targets: Amounts): Issue[] {
  const issues: Issue[] = [];
  const known = currenciesOf(sales.table, sales);
  for (const { name, text, at } of currenciesOf(targets.table, targets)) {
    const other = known.find((currency) => !mayBeSame(currency.name, name));
    if (!other) continue;
    issues.push({
      code: 'otherCurrency',
      at,
      found: text,
      expected: `${other.text} (${other.at})`,
    });
    break;
  }
  issues.push(...percentIssues(sales, 'sales'), ...percentIssues(targets, 'targets'));
  if (countsUnits(targets.amount) && !countsUnits(sales.amount)) {
    const at = addressIn(targets.table.raw, -1, targets.amount.index);
    const [found, expected] = [targets.amount.header, sales.amount.header];
    issues.push({ code: 'targetsInUnits', at, found, expected });
  }
  const [ofSales, ofTargets] = [scaleOf(sales), scaleOf(targets)];
  if (ofSales.scale !== ofTargets.scale) {
    const { at, text: found } = ofTargets;
    const expected = `"${ofSales.text}" (${ofSales.at})`;
    issues.push({ code: 'otherScale', at, found, expected });
  }
  return issues;
}

/**
 * Parts of others add up to nothing: the header, the cells, what the rows are said to be or, of figures so
 * small, a title says so.
 */
export function percentIssues(
  { table, amount }: Pick<Amounts, 'table' | 'amount'>,
  side: 'sales' | 'targets',
): Issue[] {
  const { raw } = table;
  if (side === 'sales' && areBeyondPercents(raw.grid.column(amount.index))) return [];
  const rows = percentRows(table);
  if (rows) return [{ code: 'amountInPercent', ...rows, expected: 'amounts' }];
  const said = areRatios(raw.grid.column(amount.index))
    ? raw.titles?.find(({ text }) => saysPercent(text))
    : undefined;
  if (amount.isPercent !== true && !said) return [];
  const at = said?.at ?? addressIn(raw, -1, amount.index);
  // What stands above figures of periods across is a period: their name is ours.
  const isOurs = raw.reading?.shape.kind === 'wide' && !saysPercent(amount.header);
  const found = said?.text ?? (isOurs ? '' : amount.header);
  return [{ code: 'amountInPercent', at, found, expected: 'amounts' }];
}

/** A column of measures names no more of them. */
const mostMeasures = 12;

/** "Target %", and no name such as "A share". */
const isPartOfFigure = (text: string) =>
  saysPercent(text) &&
  (withoutPercent(text) !== plainText(text) || findColumnRole(text) === 'target');

/** The first of rows that a column such as "Measure" says to be in percent, all that are taken: "Target %". */
function percentRows(table: SourceTable): Pick<Issue, 'at' | 'found'> | undefined {
  const { raw, columns } = table;
  const textsIn = ({ index }: Column) => [...textsOfSide(table, index)];
  // A column that nothing else needs is not read for it where it is long.
  const mayTell = ({ kind, role, meaning, distinct, isSampled }: Column) =>
    role === 'version' ||
    (!isSampled && kind === 'text' && meaning === undefined && distinct <= mostMeasures);
  const column = columns.find((one) => mayTell(one) && textsIn(one).every(isPartOfFigure));
  const [found] = column ? textsIn(column) : [];
  if (!column || found === undefined) return undefined;
  const { codes, values } = dimensionOf(raw.grid.column(column.index));
  const row = codes.findIndex((code) => values[code] === found);
  return { at: addressIn(raw, row, column.index), found };
}

/** "Net sales after discount %": more than percents can be. */
function areBeyondPercents(cells: CellColumn): boolean {
  return cells.numberCount > 0 && !areRatios(cells, 100);
}

/** An amount that a note speaks of says nothing of the table: "without 5 k€ of Ann". */
const amountsWithin =
  /(?<![\d.,])(?!(?:19|20)\d\d\b)\d[\d.,]* ?(?:[kKMT]?[A-Z]{3}\b|[kKMTm]?\p{Sc}\w*)/gu;

/** What a 1 stands for, and where that is said: in the header, in a title or a note, in a name. */
interface NamedScale {
  readonly scale: number;
  readonly text: string;
  readonly at: string;
}

/** Cells that say themselves that they count thousands, in a table that is said to do so: once or twice? */
export function scaleIssues(table: SourceTable, choice: DatedAmounts): Issue[] {
  const { amount } = choice;
  const said = scaleOf({ table, ...choice });
  if (said.scale === 1) return [];
  const cells = table.raw.grid.column(amount.index);
  const code = cells.values.findIndex(
    (value, at) => typeof value === 'string' && (cells.counts[at] ?? 0) > 0 && hasScale(value),
  );
  if (code < 0) return [];
  const at = addressIn(table.raw, cells.firstRow(code), amount.index);
  const expected = `"${said.text}" (${said.at})`;
  return [{ code: 'otherScale', at, found: dimensionText(cells.values[code]), expected }];
}

/** The headers of names beside periods across: one may give the unit of them all. */
function cornersOf(raw: RawTable): TableTitle[] {
  const shape = raw.reading?.shape;
  if (shape?.kind !== 'wide') return [];
  const keys = new Set(shape.columns.flatMap((one) => (one.use === 'key' ? one.header : [])));
  return raw.headers.flatMap((text, column) =>
    keys.has(text) ? { text, at: addressIn(raw, -1, column) } : [],
  );
}

function scaleOf({ table: { raw }, amount }: Amounts): NamedScale {
  const at = addressIn(raw, -1, amount.index);
  const { name, sheet } = raw.source;
  const texts: readonly (TableTitle & { readonly unit?: string })[] = [
    { text: amount.header, at },
    ...cornersOf(raw),
    ...(raw.titles ?? []),
    ...notesBelow(raw).map((note) => ({ ...note, unit: note.text.replace(amountsWithin, '') })),
    ...[name, sheet].map((text) => ({ text, at })),
  ];
  for (const said of texts) {
    const { scale } = findHeaderUnit(said.unit ?? said.text);
    if (scale !== undefined) return { scale, text: said.text, at: said.at };
  }
  return { scale: 1, text: amount.header, at };
}
