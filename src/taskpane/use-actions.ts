import { useCallback, useEffect, useState } from 'react';
import { addAction, listActions, type Action } from '../jobs';
import { usePane, usePaneState } from './pane-context';
import { useJob, type RunningJob } from './use-job';

export type ListedAction = Awaited<ReturnType<typeof listActions>>[number];

export interface ActionsState {
  /** Undefined until they were read. */
  readonly actions: readonly ListedAction[] | undefined;
  readonly slow: RunningJob | undefined;
  /** Writes an action; whether it was written. */
  readonly add: (action: Action) => Promise<boolean>;
  /** How many are open for a row, by its key as people read it. */
  readonly openFor: (row: string) => number;
}

/** The actions of the workbook, read once somebody needs them and again after changes. */
export function useActions(isNeeded: boolean): ActionsState {
  const { session, store, pane } = usePane();
  const { actionChanges } = usePaneState();
  const reading = useJob();
  const writing = useJob();
  const [actions, setActions] = useState<readonly ListedAction[]>();
  const { run } = reading;

  const read = useCallback(async () => {
    const listed = await run(pane.progress.reading, () => listActions(session));
    if (listed) setActions(listed);
  }, [run, session, pane]);

  useEffect(() => {
    if (!isNeeded) return undefined;
    const timer = setTimeout(() => void read(), actionChanges === 0 ? 0 : 500);
    return () => {
      clearTimeout(timer);
    };
  }, [isNeeded, actionChanges, read]);

  const write = writing.run;
  const add = useCallback(
    async (action: Action) => {
      const written = await write(pane.progress.writing, () => addAction(session, action));
      if (!written) return false;
      store.tell('success', pane.actions.added(written.sheet));
      await read();
      return true;
    },
    [write, read, session, store, pane],
  );
  const openFor = useCallback(
    (row: string) => (actions ?? []).filter((one) => one.isOpen && one.row === row).length,
    [actions],
  );
  return { actions, slow: writing.slow ?? reading.slow, add, openFor };
}
