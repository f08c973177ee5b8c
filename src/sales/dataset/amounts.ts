import { decimalsOf } from '../measures';
import { finish } from '../steps';

/**
 * Amounts as they were read, which nobody may change, and in which minor unit they are all whole
 * numbers: added in it, sums are exact whatever the order of rows. A copy in minor units is not
 * kept: of many rows it takes longer to make than what is done with it.
 */
export interface Amounts {
  readonly values: Float64Array;
  /** Digits behind the point of the minor unit. Undefined: there is none; sums are compensated. */
  readonly decimals: number | undefined;
  /** 1 where a row has no number; its entry in `values` is 0 then. None: every row has one. */
  readonly blanks?: Uint8Array;
}

/** Up to so many minor units an amount is rounded exactly, and up to so many amounts are summed so. */
const [mostRounded, mostSummed] = [2 ** 51, 2 ** 53];
/** 1.5 × 2^52: so large a number has no digits behind its point. */
const withoutDigits = 3 * mostRounded;

/**
 * An amount in minor units, of which `scale` make one: the nearest whole number, and never −0. It takes
 * two additions, which is less than `Math.round`: of all sums, this is what is done most.
 */
export function minorUnits(amount: number, scale: number): number {
  return amount * scale + withoutDigits - withoutDigits;
}

/** Finds the minor unit in which all amounts are whole numbers. */
export function amountsOf(values: Float64Array): Amounts {
  return finish(amountSteps(values));
}

/** Rows that are gone through before others may work. */
const rowsAStep = 65_536;

/** The same in small steps. */
export function* amountSteps(values: Float64Array): Generator<undefined, Amounts> {
  let decimals: number | undefined = 0;
  const extent = new Extent();
  for (let from = 0; from < values.length; from += rowsAStep) {
    const to = Math.min(from + rowsAStep, values.length);
    decimals = decimalsIn(values, from, to, decimals);
    if (decimals === undefined) break;
    extent.take(values, from, to);
    yield;
  }
  const isExact = decimals !== undefined && extent.isCountable(decimals);
  return { values, decimals: isExact ? decimals : undefined };
}

/** Whether amounts and all of their sums can be counted exactly with so many decimals. */
export function areCountable(values: Float64Array, decimals: number): boolean {
  const extent = new Extent();
  extent.take(values, 0, values.length);
  return extent.isCountable(decimals);
}

/** How large amounts are, signs left out: all together and the largest. */
class Extent {
  private whole = 0;
  private largest = 0;

  take(values: Float64Array, from: number, to: number): void {
    let { whole, largest } = this;
    for (let row = from; row < to; row += 1) {
      const size = Math.abs(values[row] ?? 0);
      whole += size;
      if (size > largest) largest = size;
    }
    this.whole = whole;
    this.largest = largest;
  }

  isCountable(decimals: number): boolean {
    const scale = 10 ** decimals;
    return this.largest * scale <= mostRounded && this.whole * scale <= mostSummed;
  }
}

/** The most decimals of some amounts and so many; undefined where one has too many. */
function decimalsIn(
  values: Float64Array,
  from: number,
  to: number,
  atLeast: number,
): number | undefined {
  let decimals = atLeast;
  let scale = 10 ** decimals;
  for (let row = from; row < to; row += 1) {
    const amount = values[row] ?? 0;
    if (Math.round(amount * scale) / scale === amount) continue;
    const needed = decimalsOf(amount);
    if (needed === undefined) return undefined;
    decimals = Math.max(decimals, needed);
    scale = 10 ** decimals;
  }
  return decimals;
}

/** Minor units in one; 1 where the amounts have none. */
export function scaleOf({ decimals = 0 }: Pick<Amounts, 'decimals'>): number {
  return 10 ** decimals;
}

/** Running sums of amounts, one per group. */
export class Sums {
  /** In the minor units of the amounts, where they have them. */
  readonly minors: Float64Array;
  /** Minor units in one. */
  readonly scale: number;
  private readonly lost: Float64Array | undefined;

  constructor(groups: number, amounts: Pick<Amounts, 'decimals'>) {
    this.minors = new Float64Array(groups);
    this.lost = amounts.decimals === undefined ? new Float64Array(groups) : undefined;
    this.scale = scaleOf(amounts);
  }

  /** Adds an amount in its own unit. */
  add(group: number, amount: number): void {
    const sum = this.minors[group] ?? 0;
    if (!this.lost) {
      this.minors[group] = sum + minorUnits(amount, this.scale);
      return;
    }
    const next = sum + amount;
    // Neumaier's compensation: keep what the addition rounds away.
    const rounded = Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
    this.lost[group] = (this.lost[group] ?? 0) + rounded;
    this.minors[group] = next;
  }

  /** The sum of a group in the amounts' own unit. */
  total(group: number): number {
    return ((this.minors[group] ?? 0) + (this.lost?.[group] ?? 0)) / this.scale + 0;
  }
}

/** Adds amounts exactly at the decimals they are written with. @example exactSum([0.1, 0.2]) // 0.3 */
export function exactSum(amounts: readonly number[] | Float64Array): number {
  const [only] = amounts;
  if (amounts.length === 1 && only !== undefined) return only + 0;
  return totalOf(amountsOf(amounts instanceof Float64Array ? amounts : Float64Array.from(amounts)));
}

/** The exact sum of a column of amounts. */
export function totalOf(amounts: Amounts): number {
  const sums = new Sums(1, amounts);
  const { values } = amounts;
  for (let row = 0; row < values.length; row += 1) sums.add(0, values[row] ?? 0);
  return sums.total(0);
}
