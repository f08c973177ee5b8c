import type { SerialDate } from '../../sales';
import type { ColumnRole } from '../roles';
import type { StageMeaning } from './outcome';

/** Where a table of opportunities has what; columns count from 0. */
export interface OpportunityColumns {
  readonly stage: number | undefined;
  readonly outcome: number | undefined;
  readonly isWon: number | undefined;
  readonly isClosed: number | undefined;
  readonly isLost: number | undefined;
  readonly amount: number | undefined;
  readonly created: number | undefined;
  /** Won on, lost on, closed on: the first that is filled. */
  readonly closed: readonly number[];
  readonly expected: number | undefined;
  readonly probability: number | undefined;
}

/**
 * The columns of a table of opportunities, by the roles of its columns; undefined for any other
 * table. What is no opportunity's tells no outcome: a status of orders is none, so that an amount
 * and a stage are not enough without a date on which it was closed, or a word of won or lost.
 */
export function findOpportunityColumns(
  roles: readonly (ColumnRole | undefined)[],
): OpportunityColumns | undefined {
  const columnOf = (role: ColumnRole) => {
    const index = roles.indexOf(role);
    return index < 0 ? undefined : index;
  };
  const columns: OpportunityColumns = {
    stage: columnOf('stage'),
    outcome: columnOf('outcome'),
    isWon: columnOf('isWon'),
    isClosed: columnOf('isClosed'),
    isLost: columnOf('isLost'),
    amount: columnOf('amount'),
    created: columnOf('createdDate'),
    closed: roles.flatMap((role, index) => (role === 'closedDate' ? [index] : [])),
    expected: columnOf('expectedClose'),
    probability: columnOf('probability'),
  };
  const { stage, outcome, isWon, isLost, closed, expected, probability } = columns;
  const isTold = outcome !== undefined || isWon !== undefined || isLost !== undefined;
  const isStaged =
    stage !== undefined &&
    (closed.length > 0 || expected !== undefined || probability !== undefined);
  return isTold || isStaged ? columns : undefined;
}

/** What a row says of an opportunity, its cells already read. */
export interface OpportunityFacts {
  readonly outcome: StageMeaning['outcome'];
  readonly amount?: number | undefined;
  readonly created?: SerialDate | undefined;
  /** The close date as it stands, which of an open opportunity is an expectation. */
  readonly closed?: SerialDate | undefined;
  readonly expected?: SerialDate | undefined;
  /** Between 0 and 1. */
  readonly probability?: number | undefined;
}

export type OpportunityFault =
  /** Won or lost, and nothing says when. */
  | 'closedWithoutDate'
  /** Closed before it was created: its cycle means nothing. */
  | 'closedBeforeCreated'
  /** Won, and nothing says for how much. */
  | 'wonWithoutAmount'
  /** What it came to is not known, so that it counts as neither won, lost nor open. */
  | 'unknownOutcome';

/** An opportunity as figures are computed from it. */
export interface Opportunity {
  readonly outcome: StageMeaning['outcome'];
  /** Undefined where nothing is known, which the 0 of a lost one is. */
  readonly amount: number | undefined;
  readonly created: SerialDate | undefined;
  /** The day on which it was won or lost. */
  readonly closed: SerialDate | undefined;
  /** The day on which an open one is expected to be. */
  readonly expected: SerialDate | undefined;
  readonly probability: number | undefined;
  readonly faults: readonly OpportunityFault[];
}

/** An opportunity from what its row says. */
export function opportunityOf(facts: OpportunityFacts): Opportunity {
  const { outcome, amount, created, closed, expected, probability } = facts;
  const isClosed = outcome === 'won' || outcome === 'lost';
  const faults: OpportunityFault[] = [];
  if (outcome === 'unknown') faults.push('unknownOutcome');
  if (isClosed && closed === undefined) faults.push('closedWithoutDate');
  if (isClosed && closed !== undefined && created !== undefined && closed < created) {
    faults.push('closedBeforeCreated');
  }
  if (outcome === 'won' && amount === undefined) faults.push('wonWithoutAmount');
  return {
    outcome,
    // Systems write 0 for a lost deal whose value nobody kept.
    amount: outcome === 'lost' && amount === 0 ? undefined : amount,
    created,
    closed: isClosed ? closed : undefined,
    expected: outcome === 'open' ? (expected ?? closed) : undefined,
    probability,
    faults,
  };
}
