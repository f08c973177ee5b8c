import { isoOf, type Rate } from '../../sales';
import { isBlank, isError } from '../../workbook';
import { dimensionText, type Column } from '../columns/column';
import { dateIssues, numberIssues } from '../checks/column-issues';
import type { RowCounts } from '../convert';
import { findDate } from '../times/dates';
import type { Issue } from '../issue';
import { judgeWholly, type SourceTable } from '../mapping';
import { addressIn, shown } from '../raw-table';
import { findPair, type CurrencyPair, type RateBase } from './currency-pair';
import { JoinedRows } from './joined-rows';

/** Which columns of a table of exchange rates are which. */
export type RateColumns = {
  /** Left out: rates hold on every day. */
  readonly date?: Column;
} & (
  | {
      /** A currency, or a pair such as "EUR/USD". */
      readonly currency: Column;
      readonly rate: Column;
      /** The other currency, where it has a column of its own. */
      readonly into?: Column;
    }
  | {
      /** A column for each currency or pair. */
      readonly each: readonly { readonly column: Column; readonly pair: CurrencyPair }[];
    }
);

export interface RatesRead {
  /** One rate for a currency and a day, unless an issue blocks. */
  readonly rates: readonly Rate[];
  /** Currencies that have rates in other currencies than the report's alone: a pair and its cell. */
  readonly crossed: ReadonlyMap<string, string>;
  readonly counts: RowCounts;
  readonly issues: readonly Issue[];
}

/** What rates are read for. */
export interface RatesMeant {
  /** The report's currency. */
  readonly to: string;
  /** Of which currency of a pair one unit is meant, where the pair does not tell it. */
  readonly base: RateBase;
}

interface Entry extends Rate {
  readonly row: number;
  readonly column: Column;
  /** Whether the cell says what the report's currency is worth, not what the other one is. */
  readonly isInverse: boolean;
}

/** A cell with a rate: what it is between, and where the rate stands. */
interface RateCell {
  readonly pair: CurrencyPair;
  readonly column: Column;
}

/**
 * Reads exchange rates of currencies in the report's; a period stands for its first day. Codes are
 * trimmed and in capitals. A rate that says what the report's currency is worth in another one is
 * inverted, and not taken where the other's own stands beside it. Rates between two other currencies
 * are set aside: no rate is computed through a third currency.
 *
 * Blocking: a rate of 0 or below, and two different rates of a currency on one day, both cells
 * named. A row without a rate is set aside: the last one before it goes on.
 */
export function readRates(table: SourceTable, columns: RateColumns, meant: RatesMeant): RatesRead {
  const rows = new JoinedRows(table);
  const date = columns.date && judgeWholly(table, columns.date);
  const cellsIn = cellReader(table, columns, rows);
  const to = codeOf(meant.to);
  const between = new Map<string, string>();
  const pairsBetween = new Set<string>();
  const entries = rows
    .read((row): Entry[] | undefined => {
      const cells = cellsIn(row);
      if (cells.length === 0) return undefined;
      const day = date && findDate(rows.cell(row, date), date);
      if (date && day === undefined) {
        if (isBlank(rows.cell(row, date))) rows.noteEmpty(row, date);
        else rows.note('notADate', row, date);
        return undefined;
      }
      const read = cells.flatMap(({ pair, column }): Entry[] => {
        const number = rows.number(row, column);
        if (number === undefined) return [];
        if (number <= 0) {
          rows.note('rateNotPositive', row, column);
          return [];
        }
        const [unit, price] = sidesOf(pair, to, meant.base);
        if (unit !== to && price !== to) {
          const found = `${unit} → ${price}`;
          if (!pairsBetween.has(found))
            rows.note('crossRate', row, column, { found, expected: to });
          pairsBetween.add(found);
          for (const code of [unit, price]) {
            if (!between.has(code)) between.set(code, `${found} (${rows.at(row, column)})`);
          }
          return [];
        }
        const isInverse = unit === to && price !== to;
        const rate = isInverse ? 1 / number : number;
        const currency = isInverse ? price : unit;
        const on = day !== undefined && { day };
        return [{ row, column, currency, rate, isInverse, ...on }];
      });
      return read.length > 0 ? read : undefined;
    })
    .flat();

  const kept = oneEach(entries, rows);
  for (const { currency } of kept) between.delete(currency);
  const rateColumns = 'each' in columns ? columns.each.map((one) => one.column) : [columns.rate];
  return {
    rates: kept.map(({ currency, rate: value, day }) => ({
      currency,
      rate: value,
      ...(day !== undefined && { day }),
    })),
    crossed: between,
    counts: rows.counts(),
    issues: [
      ...(date ? dateIssues(table, date) : []),
      ...rateColumns.flatMap((column) => numberIssues(table, judgeWholly(table, column))),
      ...rows.all(),
    ],
  };
}

const codeOf = (text: string) => text.trim().toUpperCase();

/** The currency that one unit is of, and the one that its price is in. */
function sidesOf(
  { first, second, base }: CurrencyPair,
  to: string,
  usual: RateBase,
): readonly [unit: string, price: string] {
  const other = second ?? to;
  return (base ?? usual) === 'first' ? [first, other] : [other, first];
}

/** The cells of a row that hold rates; what keeps a row from having any is noted. */
function cellReader(
  table: SourceTable,
  columns: RateColumns,
  rows: JoinedRows,
): (row: number) => readonly RateCell[] {
  if ('each' in columns) {
    const each = columns.each.map(({ column, pair }) => ({
      pair,
      column: judgeWholly(table, column),
    }));
    return (row) => {
      const filled = each.filter(({ column }) => !isBlank(rows.cell(row, column)));
      const [first] = each;
      if (filled.length === 0 && first) rows.noteEmpty(row, first.column);
      return filled;
    };
  }
  const { currency, into } = columns;
  const column = judgeWholly(table, columns.rate);
  return (row) => {
    const text = rows.text(row, currency);
    const other = into && rows.text(row, into);
    if (text === undefined || (into && other === undefined)) return [];
    if (other !== undefined) {
      return [{ pair: { first: codeOf(text), second: codeOf(other) }, column }];
    }
    return [{ pair: pairIn(text), column }];
  };
}

/** One rate of a currency and a day, its own before one that is turned round. */
function oneEach(entries: readonly Entry[], rows: JoinedRows): Entry[] {
  const identity = ({ currency, day }: Entry) => JSON.stringify([currency, day]);
  const own = new Set(entries.filter(({ isInverse }) => !isInverse).map(identity));
  const kept = entries.filter((entry) => !entry.isInverse || !own.has(identity(entry)));
  const seen = new Map<string, Entry>();
  for (const entry of kept) {
    const { row, column, currency, day } = entry;
    const known = seen.get(identity(entry));
    if (!known) {
      seen.set(identity(entry), entry);
    } else if (known.rate !== entry.rate) {
      const on = day === undefined ? currency : `${currency}, ${isoOf(day)}`;
      rows.note('ratesDisagree', row, column, {
        found: `${on}: ${String(entry.rate)}`,
        expected: `${String(known.rate)} (${rows.at(known.row, known.column)})`,
      });
    }
  }
  return kept;
}

/** A rate as it stands in the table, with what it is between. */
export interface RateShown {
  readonly pair: CurrencyPair;
  readonly figure: string;
  readonly at: string;
}

/** The first rate that a table shows of a pair that fits. */
export function firstRate(
  { raw }: SourceTable,
  columns: RateColumns,
  fits: (pair: CurrencyPair) => boolean,
): RateShown | undefined {
  const textAt = (row: number, { index }: Column) => dimensionText(raw.grid.cell(row, index));
  const cellsIn = (row: number): readonly RateCell[] => {
    if ('each' in columns) return columns.each;
    const pair = pairIn(textAt(row, columns.currency));
    const second = columns.into && codeOf(textAt(row, columns.into));
    return [
      { pair: second === undefined ? pair : { first: pair.first, second }, column: columns.rate },
    ];
  };
  for (let row = 0; row < raw.grid.rowCount; row += 1) {
    for (const { pair, column } of cellsIn(row)) {
      const cell = raw.grid.cell(row, column.index);
      if (isBlank(cell) || isError(cell) || pair.first === '' || !fits(pair)) continue;
      return { pair, figure: shown(cell), at: addressIn(raw, row, column.index) };
    }
  }
  return undefined;
}

function pairIn(text: string): CurrencyPair {
  return findPair(text) ?? { first: codeOf(text) };
}
