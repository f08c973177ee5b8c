import type { Answer } from '../answer';
import type { Cell, Question } from '../workload';

/** What a peer found: told as an answer when it is compared, not while it is timed. */
export type Found = () => Answer;

/** The rows that a peer gets, the headers left off. */
export interface PeerRows {
  readonly sales: readonly (readonly Cell[])[];
  readonly targets: readonly (readonly Cell[])[];
}

/** The columns that a peer takes: all, or those that the first report needs. */
export type Taking = 'all' | 'needed';

/** A peer with the data in it. */
export interface LoadedPeer {
  readonly variance: () => Found;
  readonly trend?: () => Found;
  readonly funnel?: () => Found;
  /** Makes what look-ups need, such as an index, and answers what answers them. */
  readonly lookUps?: () => (questions: readonly Question[]) => Found;
  readonly close: () => void;
}

/** A program that does the same jobs. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** From its module to the first answer, in milliseconds; undefined where that takes no time. */
  readonly startTime?: number;
  readonly load: (rows: PeerRows, taking: Taking) => LoadedPeer;
}
