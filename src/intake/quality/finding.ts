import type { SerialDate } from '../../sales';
import type { DateOrder } from '../texts/text-dates';
import type { DecimalSign } from '../texts/text-numbers';

/** What can be found in a table that is read. Words for each live in `wording`. */
export type FindingCode =
  | 'ambiguousDates'
  | 'ambiguousNumbers'
  | 'blankAmounts'
  | 'blankDates'
  | 'blankKeys'
  | 'blankRows'
  | 'contradictingNumbers'
  | 'duplicateIds'
  | 'duplicateRows'
  | 'errorCells'
  | 'farDates'
  | 'figuresToDate'
  | 'futureDates'
  | 'gaps'
  | 'inPercent'
  | 'maybeSwappedDates'
  | 'mixedDateOrders'
  | 'nearNames'
  | 'negativeAmounts'
  | 'notAssigned'
  | 'notDates'
  | 'notNumbers'
  | 'notWon'
  | 'oddAmounts'
  | 'spaces'
  | 'swappedDates'
  | 'textDates'
  | 'textNumbers'
  | 'unknownStages'
  | 'unlikelyScale'
  | 'zeroAmounts';

/** `wrong`: figures are missing or false; `ask`: somebody has to decide; `note`: read as it stands. */
export type FindingWeight = 'wrong' | 'ask' | 'note';

/** One thing found in a column or in whole rows, however many cells show it. */
export interface Finding {
  readonly code: FindingCode;
  readonly weight: FindingWeight;
  /** The first cell: `Sales!B17`. */
  readonly at: string;
  /** The first few cells, the first one included. */
  readonly places: readonly string[];
  /** The header of the column; empty where whole rows are meant. */
  readonly column: string;
  /** How many cells or rows. */
  readonly count: number;
  /** What stands there, a few of it. */
  readonly values: readonly string[];
  readonly facts: FindingFacts;
  /** What could be done about it, each by itself; none where a person has to mend the cells. */
  readonly fixes: readonly Fix[];
}

/** What a finding rests on, as far as its code has it. */
export interface FindingFacts {
  /** The amounts concerned, added up. */
  readonly amount?: number;
  /** Another cell that stands against the first one. */
  readonly other?: string;
  readonly otherValue?: string;
  /** The name that most rows have. */
  readonly into?: string;
  readonly intoCount?: number;
  /** Of dates: how day and month stand in the texts. */
  readonly order?: DateOrder;
  /** A person said that day and month be changed back, so that nothing is read wrong. */
  readonly isTurned?: boolean;
  readonly texts?: number;
  readonly serials?: number;
  /** How many times too large, or too small below 1. */
  readonly factor?: number;
  readonly from?: SerialDate;
  readonly to?: SerialDate;
}

/** What a fix does to the cells of one column. */
export type FixRule =
  | { readonly kind: 'numbers'; readonly sign: DecimalSign }
  | { readonly kind: 'dates'; readonly order: DateOrder }
  /** Day and month of the real dates change places; texts become dates. */
  | { readonly kind: 'swap'; readonly order: DateOrder }
  | { readonly kind: 'trim' }
  | { readonly kind: 'merge'; readonly into: string; readonly from: readonly string[] }
  /** Of the rows dated in a span, the amounts beyond some size: above it, for a divisor above 1. */
  | {
      readonly kind: 'scale';
      readonly divisor: number;
      readonly from: SerialDate;
      readonly to: SerialDate;
      readonly beyond?: number;
    };

/** A fix as data: `changesOf` makes the list of its cells. */
export interface Fix {
  readonly rule: FixRule;
  /** The column's index in the table. */
  readonly column: number;
}

/** The most cells and values that a finding names. */
export const mostNamed = 5;
