import { decimalsOf } from '../measures';

/**
 * Amounts as whole minor units at the column's own scale, so that sums are exact whatever the
 * order of rows; or, where amounts have more than six decimals, as they are.
 */
export interface Amounts {
  readonly values: Float64Array;
  /** Digits behind the point of the minor unit. Undefined: `values` are the amounts themselves. */
  readonly decimals: number | undefined;
  /** 1 where a row has no number; its entry in `values` is 0 then. None: every row has one. */
  readonly blanks?: Uint8Array;
}

/** Scaled sums stay exact up to here. */
const exactLimit = Number.MAX_SAFE_INTEGER;

/** Finds the scale at which all amounts are whole numbers, and scales them. */
export function amountsOf(raw: Float64Array): Amounts {
  const values = new Float64Array(raw.length);
  let decimals = 0;
  let scale = 1;
  let magnitude = 0;
  // Rows before this one are scaled by less than `scale`.
  let scaledFrom = 0;
  for (let row = 0; row < raw.length; row += 1) {
    const amount = raw[row] ?? 0;
    let scaled = Math.round(amount * scale);
    if (scaled / scale !== amount) {
      const needed = decimalsOf(amount);
      if (needed === undefined) return { values: raw, decimals: undefined };
      decimals = Math.max(decimals, needed);
      scale = 10 ** decimals;
      scaled = Math.round(amount * scale);
      scaledFrom = row;
    }
    values[row] = scaled;
    magnitude += Math.abs(amount);
  }
  if (magnitude * scale > exactLimit) return { values: raw, decimals: undefined };
  for (let row = 0; row < scaledFrom; row += 1) values[row] = Math.round((raw[row] ?? 0) * scale);
  return { values, decimals };
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
    this.scale = 10 ** (amounts.decimals ?? 0);
  }

  add(group: number, value: number): void {
    const sum = this.minors[group] ?? 0;
    const next = sum + value;
    if (this.lost) {
      // Neumaier's compensation: keep what the addition rounds away.
      const rounded = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      this.lost[group] = (this.lost[group] ?? 0) + rounded;
    }
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
