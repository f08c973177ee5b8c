import type { TableReadOptions } from '../intake';
import type { Grain } from '../sales';
import type { DataWishes } from './find-data';
import type { Session } from './session';
import type { Outcome } from './track';

/** What the wizard asks for. Columns go by header. */
export interface TargetWishes extends Pick<DataWishes, 'sales' | 'salesDate' | 'salesAmount'> {
  /** The dimensions targets are set by; none for one target a period. */
  readonly by: readonly string[];
  /** The calendar year the targets are for. */
  readonly year: number;
  readonly grain: Exclude<Grain, 'year'> | 'year';
  readonly basis:
    | { readonly kind: 'total'; readonly total: number }
    /** 0.05 is 5 % more than the year before. */
    | { readonly kind: 'growth'; readonly ratio: number };
  /** How the year is spread over its periods. Keys always share it as they did the year before. */
  readonly phasing: 'lastYear' | 'even';
  /** Only keys with one of these texts in the dimension; left out, all. */
  readonly only?: { readonly dimension: string; readonly texts: readonly string[] };
}

/** Why no spread can be shown: a key of the words' `wizard` table. */
export type TargetProblem =
  | 'nothingToSpread'
  | 'noPeriods'
  | 'totalIsNoNumber'
  | 'totalHasTooManyDecimals'
  | 'noLastYear'
  | 'noWeights';

export interface TargetLine {
  readonly key: readonly string[];
  readonly lastYear: number;
  readonly target: number;
  /** One amount a period, in the proposal's order of periods. */
  readonly amounts: readonly number[];
}

/** Targets as they would be written. `spread` is the sum of all amounts and equals `total`. */
export interface TargetProposal {
  readonly wishes: TargetWishes;
  readonly periods: readonly { readonly label: string; readonly start: number }[];
  readonly lines: readonly TargetLine[];
  readonly total: number;
  readonly spread: number;
  readonly lastYearTotal: number;
}

export declare function proposeTargets(
  session: Session,
  wishes: TargetWishes,
  options?: TableReadOptions,
): Promise<Outcome<TargetProposal | { readonly problem: TargetProblem }>>;

/** Writes the Excel table `SalesTargets` on its sheet; the report then uses it. */
export declare function writeTargets(
  session: Session,
  proposal: TargetProposal,
): Promise<{ readonly sheet: string; readonly table: string }>;
