import {
  joinColumns,
  withJoined,
  type DataFound,
  type JoinedKind,
  type JoinUnclear,
  type JoinWishes,
} from '../../jobs';
import { usePane } from '../pane-context';

/** What can be wished of joined tables. */
export interface JoinChoices {
  /** Joins a table, another one, or none. */
  readonly choose: (kind: JoinedKind, source: string | undefined) => void;
  /** Says more of what is joined; a part that is undefined is left to be found. */
  readonly say: (change: {
    readonly [Part in keyof JoinWishes]?: JoinWishes[Part] | undefined;
  }) => void;
  readonly answer: (unclear: JoinUnclear, answer: string) => void;
}

export function useJoins(found: DataFound): JoinChoices {
  const { store } = usePane();
  const say: JoinChoices['say'] = (change) => {
    const { joins } = store.state().wishes;
    const said = Object.entries({ ...joins, ...change }).filter(([, part]) => part !== undefined);
    store.wish({ joins: Object.fromEntries(said) });
  };
  return {
    say,
    choose: (kind, source) => {
      const { joins, by } = store.state().wishes;
      // A table of orders that is not meant would be found again.
      const wished = withJoined(joins, kind, source ?? (kind === 'orders' ? '' : undefined));
      const added = found.joins.assigned?.to;
      // What was grouped by the column that goes, or could not be, is found anew.
      const isStuck = found.unclear.some(
        ({ question }) => question === 'targetDimension' || question === 'dimension',
      );
      const isGone = added !== undefined && by?.includes(added);
      const isFoundAnew = kind === 'orders' || (kind === 'assignments' && (isStuck || isGone));
      store.wish({
        joins: wished,
        ...(kind === 'orders' && { salesDate: undefined }),
        ...(isFoundAnew && { by: undefined, targetDimensions: undefined }),
      });
    },
    answer: ({ question }, answer) => {
      const { columns } = store.state().wishes.joins ?? {};
      const column = joinColumns.find((one) => one === question);
      if (column) say({ columns: { ...columns, [column]: answer } });
      else if (answer === 'first' || answer === 'second') say({ rateBase: answer });
    },
  };
}
