import type { CellValue } from '../workbook';
import { dimensionText, type Column } from './column';
import type { Issue } from './issue';
import type { SourceTable } from './mapping';
import { addressIn } from './raw-table';
import { findHeaderUnit, isCurrencyCode, signedCurrency } from './roles';
import { findCurrency } from './text-numbers';

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

/** The different currencies that a column names, each with its first cell. */
function namesIn(
  table: SourceTable,
  column: Column,
  read: (cell: CellValue) => string | undefined,
): NamedCurrency[] {
  const cells = table.raw.grid.column(column.index);
  const names = new Map<string, NamedCurrency>();
  for (const [code, value] of cells.values.entries()) {
    const text = (cells.counts[code] ?? 0) > 0 ? (read(value) ?? '') : '';
    const name = nameOf(text);
    if (name === '' || names.has(name)) continue;
    names.set(name, { name, text, at: addressIn(table.raw, cells.firstRow(code), column.index) });
  }
  return [...names.values()];
}

const sign = (cell: CellValue) => (typeof cell === 'string' ? findCurrency(cell) : undefined);

const currencyColumn = ({ columns }: SourceTable) =>
  columns.find(({ role }) => role === 'currency');

/** The currencies of amounts: by the column that names them, by signs beside them, by the header. */
function currenciesOf(table: SourceTable, amount: Column): NamedCurrency[] {
  const column = currencyColumn(table);
  const told = column ? namesIn(table, column, dimensionText) : [];
  const signed = namesIn(table, amount, sign);
  const { currency } = findHeaderUnit(amount.header);
  const at = addressIn(table.raw, -1, amount.index);
  const headed = currency === undefined ? [] : [{ name: currency, text: currency, at }];
  return [...told, ...signed, ...headed];
}

/** The currencies of amounts where there are several; none where all may be of one. */
export function severalCurrencies(table: SourceTable, amount: Column): string[] {
  if (currencyIssues(table, amount).length === 0) return [];
  return [...new Set(currenciesOf(table, amount).map(({ name }) => name))];
}

/** Amounts of several currencies are never added. The first that differs from one before it. */
export function currencyIssues(table: SourceTable, amount: Column): Issue[] {
  const all = currenciesOf(table, amount);
  for (const [index, { name, text, at }] of all.entries()) {
    const other = all.slice(0, index).find((earlier) => !mayBeSame(earlier.name, name));
    if (other) return [{ code: 'mixedCurrencies', at, found: text, expected: other.text }];
  }
  return [];
}

/** A side of a comparison. */
interface Amounts {
  readonly table: SourceTable;
  readonly amount: Column;
}

/** Targets in another currency than the sales, or counted in thousands where those are not. */
export function unitIssues(sales: Amounts, targets: Amounts): Issue[] {
  const issues: Issue[] = [];
  const known = currenciesOf(sales.table, sales.amount);
  for (const { name, text, at } of currenciesOf(targets.table, targets.amount)) {
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
  const [ofSales, ofTargets] = [scaleOf(sales), scaleOf(targets)];
  if (ofSales.scale !== ofTargets.scale) {
    const { at, text: found } = ofTargets;
    const expected = `"${ofSales.text}" (${ofSales.at})`;
    issues.push({ code: 'otherScale', at, found, expected });
  }
  return issues;
}

/** What a 1 stands for, and where that is said: in the header, in a title above it, in a name. */
interface NamedScale {
  readonly scale: number;
  readonly text: string;
  readonly at: string;
}

function scaleOf({ table: { raw }, amount }: Amounts): NamedScale {
  const at = addressIn(raw, -1, amount.index);
  const { name, sheet } = raw.source;
  const texts = [
    { text: amount.header, at },
    ...(raw.titles ?? []),
    ...[name, sheet].map((text) => ({ text, at })),
  ];
  for (const said of texts) {
    const { scale } = findHeaderUnit(said.text);
    if (scale !== undefined) return { scale, ...said };
  }
  return { scale: 1, text: amount.header, at };
}
