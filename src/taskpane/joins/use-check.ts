import { useEffect, useState } from 'react';
import {
  checkJoins,
  findJoinable,
  type DataFound,
  type JoinableTable,
  type JoinsChecked,
} from '../../jobs';
import { usePane, usePaneState } from '../pane-context';
import { useJob, type RunningJob } from '../use-job';

/** The tables that can be joined; undefined until they were looked at. */
export function useJoinable(found: DataFound): readonly JoinableTable[] | undefined {
  const { session, store, pane } = usePane();
  const { run } = useJob();
  const [joinable, setJoinable] = useState<readonly JoinableTable[]>();
  useEffect(() => {
    const look = async () => {
      const { wishes } = store.state();
      const label = pane.joins.counting;
      const listed = await run(label, (options) => findJoinable(session, found, wishes, options));
      if (listed) setJoinable(listed);
    };
    void look();
  }, [found, run, session, store, pane]);
  return joinable;
}

/** What the joined tables make of the sales, counted anew when data or wishes change. */
export function useCheck(found: DataFound): {
  readonly checked: JoinsChecked | undefined;
  readonly slow: RunningJob | undefined;
} {
  const { session, pane } = usePane();
  const { wishes } = usePaneState();
  const { run, slow } = useJob();
  const [checked, setChecked] = useState<JoinsChecked>();
  const isJoined = found.joined.length > 0;
  useEffect(() => {
    const count = async () => {
      const label = pane.joins.counting;
      setChecked(
        isJoined ? await run(label, (options) => checkJoins(session, wishes, options)) : undefined,
      );
    };
    void count();
  }, [found, wishes, isJoined, run, session, pane]);
  return { checked, slow };
}
