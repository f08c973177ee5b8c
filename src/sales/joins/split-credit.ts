import {
  areCountable,
  getDimension,
  minorUnits,
  scaleOf,
  type Amounts,
  type Dataset,
  type TextColumn,
} from '../dataset';

/** What part of a deal is credited to somebody. */
export interface Credit {
  readonly deal: string;
  readonly person: string;
  /** From 0 to 1. */
  readonly share: number;
}

export interface SplitRequest {
  /** The dimension that holds the deals: "Order ID". */
  readonly deal: string;
  /** The dimension that holds who sold: "Rep". */
  readonly person: string;
  readonly credits: readonly Credit[];
  /**
   * The names of those numbers that belong to a row as a whole, such as a quantity or a cost, and
   * are split with it; a price is not. Must be given where the data set has numbers.
   */
  readonly totals?: readonly string[];
  /** Digits behind the point that a part may have; more where the amounts have more. */
  readonly decimals?: number;
}

export interface CreditSplit {
  readonly dataset: Dataset;
  /** For every row of it, the row that it came from. */
  readonly sourceRows: Int32Array;
  /** Deals that have credits and stand in no row. */
  readonly unknownDeals: readonly string[];
}

/** Shares of a deal are one together when they miss it by no more than this. */
const shareTolerance = 1e-9;

/** Whether the shares of a deal add up to one. @example isWhole(0.3333 + 0.3333 + 0.3334) // true */
export function isWhole(sum: number): boolean {
  return Math.abs(sum - 1) <= shareTolerance;
}

/**
 * Splits the rows of deals among those who are credited with them. Each row of a credited deal
 * becomes a row for each of its people, in the order of `credits`, whatever person stood there;
 * other rows keep their person in full.
 *
 * part(row, person) = amount(row) · share(deal, person), cut to `decimals` digits, the units left
 * over by largest remainder, so that the parts of a row, signed as the row is, add up to it exactly.
 * Amounts too long or too large for whole units are multiplied out, and the last person takes the rest.
 * Someone named twice for a deal has the sum of the shares; a share of 0 makes no row. Deals meet
 * letter for letter. Rows are more than before: count deals by their text, not by rows.
 *
 * Throws where a dimension or a number is not there, a share is below 0 or no number, the shares of
 * a deal do not add up to one within 1e-9, or numbers are there and `totals` is left out. Source:
 * largest remainder apportionment, as for `allocate`.
 * @example splitCredit({ rows: 1, dates: Int32Array.of(46053), amounts: amountsOf(Float64Array.of(-0.05)),
 *   dimensions: new Map([['Deal', { codes: Int32Array.of(0), values: ['D1'] }],
 *   ['Rep', { codes: Int32Array.of(0), values: ['Ann'] }]]) }, { deal: 'Deal', person: 'Rep',
 *   credits: [{ deal: 'D1', person: 'Ann', share: 0.5 }, { deal: 'D1', person: 'Bob', share: 0.5 }] })
 *   .dataset.amounts // { values: Float64Array.of(-0.03, -0.02), decimals: 2 }
 */
export function splitCredit(dataset: Dataset, request: SplitRequest): CreditSplit {
  const { rows } = dataset;
  const deals = getDimension(dataset, request.deal);
  const people = getDimension(dataset, request.person);
  const totals = totalsIn(dataset, request);
  const byDeal = sharesByDeal(request.credits);
  const ofCode = deals.values.map((deal) => (deal === '' ? undefined : byDeal.get(deal)));
  const isThere = new Uint8Array(deals.values.length);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const code = deals.codes[row] ?? 0;
    isThere[code] = 1;
    count += ofCode[code]?.people.length ?? 1;
  }
  const there = new Set(deals.values.filter((_, code) => isThere[code] === 1));
  const unknownDeals = [...byDeal.keys()].filter((deal) => deal === '' || !there.has(deal));

  const names = [...people.values];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const numberOf = (name: string) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  const codesOf = ofCode.map((credited) => credited?.people.map(numberOf));
  const sourceRows = new Int32Array(count);
  const personCodes = new Int32Array(count);
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    for (const code of codesOf[deals.codes[row] ?? 0] ?? [people.codes[row] ?? 0]) {
      sourceRows[at] = row;
      personCodes[at] = code;
      at += 1;
    }
  }

  const sharesOf = (row: number) => ofCode[deals.codes[row] ?? 0]?.shares;
  const split = (amounts: Amounts) =>
    splitAmounts(amounts, sourceRows, sharesOf, request.decimals ?? 2);
  return {
    dataset: {
      ...dataset,
      rows: count,
      dates: sourceRows.map((row) => dataset.dates[row] ?? 0),
      amounts: split(dataset.amounts),
      dimensions: new Map(
        [...dataset.dimensions].map(([name, column]) => [
          name,
          name === request.person
            ? { codes: personCodes, values: names }
            : pick(column, sourceRows),
        ]),
      ),
      ...(dataset.numbers && {
        numbers: splitNumbers(dataset.numbers, totals, sourceRows, split),
      }),
    },
    sourceRows,
    unknownDeals,
  };
}

function totalsIn({ numbers }: Dataset, { totals }: SplitRequest): readonly string[] {
  if (numbers && !totals) {
    throw new Error(`Which of these are split: ${[...numbers.keys()].join(', ')}?`);
  }
  const missing = totals?.find((name) => !numbers?.has(name));
  if (missing !== undefined) throw new Error(`The data set has no number ${missing}`);
  return totals ?? [];
}

interface Shares {
  readonly people: readonly string[];
  readonly shares: readonly number[];
}

function sharesByDeal(credits: readonly Credit[]): ReadonlyMap<string, Shares> {
  const byDeal = new Map<string, Map<string, number>>();
  for (const { deal, person, share } of credits) {
    if (!(share >= 0 && Number.isFinite(share))) {
      throw new Error(`${person} has a share of ${String(share)} in ${deal}`);
    }
    const shares = byDeal.get(deal) ?? new Map<string, number>();
    byDeal.set(deal, shares.set(person, (shares.get(person) ?? 0) + share));
  }
  return new Map(
    [...byDeal].map(([deal, all]) => {
      const sum = [...all.values()].reduce((whole, share) => whole + share, 0);
      if (!isWhole(sum)) throw new Error(`The shares of ${deal} add up to ${String(sum)}`);
      const shares = [...all].filter(([, share]) => share > 0);
      return [
        deal,
        { people: shares.map(([person]) => person), shares: shares.map(([, share]) => share) },
      ];
    }),
  );
}

function pick({ codes, values }: TextColumn, sourceRows: Int32Array): TextColumn {
  return { codes: sourceRows.map((row) => codes[row] ?? 0), values };
}

function splitNumbers(
  numbers: ReadonlyMap<string, Amounts>,
  totals: readonly string[],
  sourceRows: Int32Array,
  split: (amounts: Amounts) => Amounts,
): ReadonlyMap<string, Amounts> {
  return new Map(
    [...numbers].map(([name, amounts]) => [
      name,
      totals.includes(name) ? split(amounts) : repeat(amounts, sourceRows),
    ]),
  );
}

function repeat({ values, blanks, decimals }: Amounts, sourceRows: Int32Array): Amounts {
  const size = sourceRows.length;
  return {
    values: new Float64Array(size).map((_, at) => values[sourceRows[at] ?? 0] ?? 0),
    decimals,
    ...(blanks && {
      blanks: new Uint8Array(size).map((_, at) => blanks[sourceRows[at] ?? 0] ?? 0),
    }),
  };
}

function splitAmounts(
  given: Amounts,
  sourceRows: Int32Array,
  sharesOf: (row: number) => readonly number[] | undefined,
  decimals: number,
): Amounts {
  const isSplit = sourceRows.length !== given.values.length;
  const amounts = repeat(isSplit ? withDecimals(given, decimals) : given, sourceRows);
  const { values } = amounts;
  const scale = scaleOf(amounts);
  const remainders: number[] = [];
  for (let at = 0; at < values.length;) {
    const shares = sharesOf(sourceRows[at] ?? 0);
    // One person who has it all needs no parts.
    if (shares && shares.length > 1) {
      const amount = values[at] ?? 0;
      if (amounts.decimals === undefined) putRest(values, at, amount, shares);
      else putUnits(values, at, amount, scale, shares, remainders);
    }
    at += shares?.length ?? 1;
  }
  return amounts;
}

/** The same amounts in smaller units, where their sum can still be counted exactly in them. */
function withDecimals(amounts: Amounts, decimals: number): Amounts {
  const { values, decimals: own } = amounts;
  const isFiner = own !== undefined && own < decimals && areCountable(values, decimals);
  return isFiner ? { ...amounts, decimals } : amounts;
}

/**
 * Puts the parts of whole units, as `allocate` gives them, at a place: in place, for there may be a
 * million rows.
 */
function putUnits(
  values: Float64Array,
  at: number,
  amount: number,
  scale: number,
  shares: readonly number[],
  remainders: number[],
): void {
  const sign = Math.sign(amount);
  const units = Math.abs(minorUnits(amount, scale));
  let left = units;
  let whole = 0;
  for (const share of shares) whole += share;
  for (let index = 0; index < shares.length; index += 1) {
    const quota = (units * (shares[index] ?? 0)) / whole;
    const part = Math.floor(quota);
    remainders[index] = quota - part;
    values[at + index] = sign * part + 0;
    left -= part;
  }
  for (; left > 0; left -= 1) {
    let best = 0;
    for (let index = 1; index < shares.length; index += 1) {
      const lead = (remainders[index] ?? 0) - (remainders[best] ?? 0);
      // Remainders that differ only by rounding of the division are a tie.
      const isTie = Math.abs(lead) <= 1e-9;
      if (isTie ? (shares[index] ?? 0) > (shares[best] ?? 0) : lead > 0) best = index;
    }
    values[at + best] = (values[at + best] ?? 0) + sign;
    remainders[best] = (remainders[best] ?? 0) - 1;
  }
  // Floors of rounded quotas can be a unit too many together: the last person gives it back.
  if (left < 0)
    values[at + shares.length - 1] = (values[at + shares.length - 1] ?? 0) + sign * left;
  for (let index = 0; index < shares.length; index += 1) {
    values[at + index] = (values[at + index] ?? 0) / scale;
  }
}

function putRest(
  values: Float64Array,
  at: number,
  amount: number,
  shares: readonly number[],
): void {
  let rest = amount;
  for (const [index, share] of shares.entries()) {
    const part = index < shares.length - 1 ? amount * share : rest;
    values[at + index] = part;
    rest -= part;
  }
}
