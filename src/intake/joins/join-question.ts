import type { Unclear } from '../mapping';

/** The columns that a join needs: of the sales, and of the table that is joined. */
export type JoinColumn =
  | 'lineOrder'
  | 'orderKey'
  | 'salesKey'
  | 'assignedKey'
  | 'assignedParent'
  | 'assignedFrom'
  | 'assignedTo'
  | 'salesDeal'
  | 'salesPerson'
  | 'creditDeal'
  | 'creditPerson'
  | 'creditShare'
  | 'rateCurrency'
  | 'rateInto'
  | 'rateFigure'
  | 'rateDate';

/** What has to be found in a table that is joined to sales. */
export type JoinQuestion = JoinColumn | 'rateBase';

/** Columns that a person chose, by header; the empty text where there is to be none. */
export type ChosenColumns = Readonly<Partial<Record<JoinColumn, string>>>;

/** Something of a join that was not found, or not found once. */
export interface JoinUnclear extends Omit<Unclear, 'question'> {
  readonly question: JoinQuestion;
  /** What else could be answered: all headers of the table. */
  readonly others?: readonly string[];
  /** Of a rate that can be meant in two ways: the two currencies and the figure. */
  readonly rate?: { readonly first: string; readonly second: string; readonly figure: string };
}

/** What was found, or what is unclear of it with what is known so far. */
export type JoinFound<T> =
  | { readonly found: T }
  | { readonly unclear: readonly JoinUnclear[]; readonly partly: Readonly<Partial<T>> };
