/** Why a figure cannot be computed. Words for each live in `wording`. */
export type Reason =
  | 'noTarget'
  | 'notStarted'
  | 'nothingElapsed'
  | 'noTimeLeft'
  | 'noPriorSales'
  | 'baseIsZero'
  | 'baseNotPositive'
  | 'targetIsZero'
  | 'targetNotPositive'
  | 'noColumn'
  | 'noRows'
  | 'divisorIsZero'
  | 'divisorNegative'
  | DataReason;

/** Why the data do not tell a figure that their columns promise. */
export type DataReason =
  | 'noValues'
  | 'noNumbers'
  | 'severalColumns'
  | 'unclearColumn'
  | 'holdsPercentages'
  | 'noQuantity'
  | 'noClosedDeals'
  | 'noNewDeals'
  | 'noLostDeals'
  | 'noRate'
  | 'targetReached';

/** A figure that cannot be computed, with its reason. */
export interface Unmeasurable {
  readonly reason: Reason;
}

/** A number, or why there is none. Never NaN, null or infinite. */
export type Measure = number | Unmeasurable;

const shared = new Map<Reason, Unmeasurable>();

/** The one frozen value for a reason. */
export function unmeasurable(reason: Reason): Unmeasurable {
  let value = shared.get(reason);
  if (!value) {
    value = Object.freeze({ reason });
    shared.set(reason, value);
  }
  return value;
}

export function isMeasured(measure: Measure): measure is number {
  return typeof measure === 'number';
}
