import { isoOf, type Rate } from '../../sales';
import { isBlank } from '../../workbook';
import type { Column } from '../column';
import { dateIssues, numberIssues } from '../column-issues';
import type { RowCounts } from '../convert';
import { findDate } from '../dates';
import type { Issue } from '../issue';
import { judgeWholly, type SourceTable } from '../mapping';
import { JoinedRows } from './joined-rows';

/** Which column of a table of exchange rates is which. */
export interface RateColumns {
  readonly currency: Column;
  /** What one unit of the currency is worth in the report's. */
  readonly rate: Column;
  /** Left out: rates hold on every day. */
  readonly date?: Column;
}

export interface RatesRead {
  /** One rate for a currency and a day, unless an issue blocks. */
  readonly rates: readonly Rate[];
  readonly counts: RowCounts;
  readonly issues: readonly Issue[];
}

interface Entry extends Rate {
  readonly row: number;
}

/**
 * Reads exchange rates; a period stands for its first day. Codes are trimmed and in capitals.
 * Blocking: a rate of 0 or below, and two different rates of a currency on one day, both cells
 * named. A row without a rate is set aside: the last one before it goes on.
 */
export function readRates(table: SourceTable, columns: RateColumns): RatesRead {
  const rows = new JoinedRows(table);
  const rate = judgeWholly(table, columns.rate);
  const date = columns.date && judgeWholly(table, columns.date);
  const entries = rows.read((row): Entry | undefined => {
    const currency = rows.text(row, columns.currency)?.trim().toUpperCase();
    if (currency === undefined) return undefined;
    const day = date && findDate(rows.cell(row, date), date);
    if (date && day === undefined) {
      if (isBlank(rows.cell(row, date))) rows.noteEmpty(row, date);
      else rows.note('notADate', row, date);
      return undefined;
    }
    const number = rows.number(row, rate);
    if (number === undefined) return undefined;
    if (number <= 0) {
      rows.note('rateNotPositive', row, rate);
      return undefined;
    }
    return { row, currency, rate: number, ...(day !== undefined && { day }) };
  });

  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const { row, currency, day } = entry;
    const identity = JSON.stringify([currency, day]);
    const known = seen.get(identity);
    if (!known) {
      seen.set(identity, entry);
    } else if (known.rate !== entry.rate) {
      const on = day === undefined ? currency : `${currency}, ${isoOf(day)}`;
      rows.note('ratesDisagree', row, rate, {
        found: `${on}: ${String(entry.rate)}`,
        expected: `${String(known.rate)} (${rows.at(known.row, rate)})`,
      });
    }
  }
  return {
    rates: entries.map(({ currency, rate: value, day }) => ({
      currency,
      rate: value,
      ...(day !== undefined && { day }),
    })),
    counts: rows.counts(),
    issues: [...(date ? dateIssues(table, date) : []), ...numberIssues(table, rate), ...rows.all()],
  };
}
