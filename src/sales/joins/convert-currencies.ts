import type { SerialDate } from '../calendar';
import {
  amountsOf,
  getDimension,
  minorUnits,
  scaleOf,
  type Amounts,
  type Dataset,
} from '../dataset';
import { beforeAllDays, LastBegun } from './last-begun';

/** That one unit of a currency is worth `rate` units of the report's currency. */
export interface Rate {
  readonly currency: string;
  /** Above 0. */
  readonly rate: number;
  /** From this day on, until the next rate. Left out: on every day before the first dated one. */
  readonly day?: SerialDate;
}

/** The rate of the day of each row, or that of one day for all rows. */
export type RateMethod =
  { readonly kind: 'actual' } | { readonly kind: 'constant'; readonly day: SerialDate };

export interface ConversionRequest {
  /** The dimension that holds the currencies: "Currency". */
  readonly currency: string;
  /** The report's currency: "EUR". */
  readonly to: string;
  readonly rates: readonly Rate[];
  readonly method: RateMethod;
  /** The currency of rows that name none. Left out, such rows are refused. */
  readonly blank?: string;
  /**
   * The names of those numbers that are money too, such as a cost or a price; a quantity is none.
   * Must be given where the data set has numbers.
   */
  readonly money?: readonly string[];
}

/** A currency that cannot be converted, with the first day it has no rate for. */
export interface MissingRate {
  readonly currency: string;
  readonly day: SerialDate;
  readonly rows: number;
}

/** Why nothing was converted. */
export interface ConversionRefusal {
  readonly missing: readonly MissingRate[];
  /** Rows that name no currency. */
  readonly blankRows: number;
  /** A rate other than 1 of the report's own currency: the rates lead to another one. */
  readonly ownRate?: number;
}

export type CurrencyConversion =
  { readonly dataset: Dataset } | { readonly refused: ConversionRefusal };

/**
 * Converts all amounts into one currency, or none of them.
 *
 * converted(row) = amount(row) · rate(currency(row), d), signed as the amount is, in units of `to`.
 * d is the day of the row for actual rates and the given day for constant ones; the rate is the last
 * one on or before d, never a later one. Rows of the report's currency stay as they are and need no
 * rate. Converted rows are not rounded: sums of them are compensated, and rounded where they are
 * shown. Codes meet without regard to case and outer spaces. The dimension of currencies stays, and
 * tells in what each sale was made.
 *
 * Refused as a whole, with what is missing: a currency without a rate on or before d, rows without a
 * currency unless `blank` says which is meant, and rates that say 1 unit of `to` is not 1. Nothing is
 * ever converted at 1 for want of a rate. Throws where a dimension or a number is not there, a rate
 * is not above 0, one currency has two rates on one day, a currency is no text at all, or numbers are there and
 * `money` is left out. Source: IAS 21, 21–22 (the rate at the date of the transaction); constant rates as in
 * management reporting at constant currency.
 * @example convertCurrencies({ rows: 1, dates: Int32Array.of(46053), amounts: amountsOf(Float64Array.of(10)),
 *   dimensions: new Map([['Currency', { codes: Int32Array.of(0), values: ['USD'] }]]) },
 *   { currency: 'Currency', to: 'EUR', rates: [{ currency: 'USD', rate: 0.9, day: 46054 }],
 *   method: { kind: 'actual' } }) // { refused: { missing: [{ currency: 'USD', day: 46053, rows: 1 }], blankRows: 0 } }
 */
export function convertCurrencies(
  dataset: Dataset,
  request: ConversionRequest,
): CurrencyConversion {
  const { codes, values } = getDimension(dataset, request.currency);
  const money = moneyIn(dataset, request);
  const to = codeOf(request.to);
  if (to === '') throw new Error('No currency to convert to');
  const { byCurrency, ownRate } = ratesByCurrency(request.rates, to);
  const currencies = values.map((text) => codeOf(text) || codeOf(request.blank ?? ''));
  const found = new LastBegun(currencies, byCurrency);
  const { method } = request;
  const constant =
    method.kind === 'constant'
      ? Int32Array.from(values, (_, code) => found.find(code, method.day))
      : undefined;

  const factors = new Float64Array(dataset.rows);
  const isOwn = currencies.map((currency) => currency === to);
  const missing = new Map<string, MissingRate>();
  let [blankRows, converted] = [0, 0];
  for (let row = 0; row < dataset.rows; row += 1) {
    const code = codes[row] ?? 0;
    if (isOwn[code]) {
      factors[row] = 1;
      continue;
    }
    const day = dataset.dates[row] ?? 0;
    const index = constant ? (constant[code] ?? -1) : found.find(code, day);
    factors[row] = found.entries[index]?.rate ?? 0;
    converted += 1;
    if (index >= 0) continue;
    const currency = currencies[code] ?? '';
    if (currency === '') {
      blankRows += 1;
      continue;
    }
    const known = missing.get(currency) ?? { currency, day, rows: 0 };
    missing.set(currency, { currency, day: Math.min(known.day, day), rows: known.rows + 1 });
  }
  if (missing.size > 0 || blankRows > 0 || ownRate !== undefined) {
    const refused = { missing: [...missing.values()], blankRows };
    return { refused: ownRate === undefined ? refused : { ...refused, ownRate } };
  }
  if (converted === 0) return { dataset };
  return {
    dataset: {
      ...dataset,
      amounts: times(dataset.amounts, factors),
      ...(dataset.numbers && {
        numbers: new Map(
          [...dataset.numbers].map(([name, amounts]) => [
            name,
            money.includes(name) ? times(amounts, factors) : amounts,
          ]),
        ),
      }),
    },
  };
}

const codeOf = (text: string) => text.trim().toUpperCase();

function moneyIn({ numbers }: Dataset, { money }: ConversionRequest): readonly string[] {
  if (numbers && !money) {
    throw new Error(`Which of these are money: ${[...numbers.keys()].join(', ')}?`);
  }
  const missing = money?.find((name) => !numbers?.has(name));
  if (missing !== undefined) throw new Error(`The data set has no number ${missing}`);
  return money ?? [];
}

interface DatedRate {
  readonly start: number;
  readonly rate: number;
}

function ratesByCurrency(
  rates: readonly Rate[],
  to: string,
): {
  readonly byCurrency: ReadonlyMap<string, readonly DatedRate[]>;
  readonly ownRate: number | undefined;
} {
  const byCurrency = new Map<string, Map<number, number>>();
  for (const { currency, rate, day } of rates) {
    if (!(rate > 0 && Number.isFinite(rate))) {
      throw new Error(`The rate of ${currency} is ${String(rate)}`);
    }
    const code = codeOf(currency);
    if (code === '') throw new Error(`A rate of ${String(rate)} has no currency`);
    const start = day ?? beforeAllDays;
    const dated = byCurrency.get(code) ?? new Map<number, number>();
    const known = dated.get(start) ?? rate;
    if (known !== rate) {
      throw new Error(`${code} has the rates ${String(known)} and ${String(rate)} on one day`);
    }
    byCurrency.set(code, dated.set(start, rate));
  }
  return {
    byCurrency: new Map(
      [...byCurrency].map(([code, dated]) => [
        code,
        [...dated].map(([start, rate]) => ({ start, rate })),
      ]),
    ),
    ownRate: [...(byCurrency.get(to)?.values() ?? [])].find((rate) => rate !== 1),
  };
}

function times(amounts: Amounts, factors: Float64Array): Amounts {
  const { values, decimals, blanks } = amounts;
  const scale = scaleOf(amounts);
  // In minor units, so that 0.1 at a rate of 3 is 0.3 and not the next number above it.
  const converted = values.map((value, row) => {
    const minor = decimals === undefined ? value : minorUnits(value, scale);
    return (minor * (factors[row] ?? 0)) / scale;
  });
  return { ...amountsOf(converted), ...(blanks && { blanks }) };
}
