import { useCallback, useEffect, useRef, useState } from 'react';
import type { TableReadOptions } from '../jobs';
import { failureNotice } from './failure-notice';
import { usePane } from './pane-context';
import { pauses } from './pauses';

/** A job under way. */
export interface RunningJob {
  /** What is being done, in words. */
  readonly label: string;
  readonly rowsRead: number;
  readonly rows: number;
  readonly cancel: () => void;
}

/** Runs a job; undefined where it failed, was cancelled, or a later one took its place. */
export type RunJob = <T>(
  label: string,
  job: (options: TableReadOptions) => Promise<T>,
) => Promise<T | undefined>;

/** Progress is worth room in the pane from here on, in milliseconds. */
const patience = 400;

/**
 * One job at a time: a new one cancels the one before it. What fails is told to the person.
 * `running` is there from the start, `slow` only once the job takes long.
 */
export function useJob(): { run: RunJob; running: boolean; slow: RunningJob | undefined } {
  const { store, words, pane } = usePane();
  const [running, setRunning] = useState(false);
  const [slow, setSlow] = useState<RunningJob>();
  const latest = useRef<AbortController>(undefined);

  useEffect(
    () => () => {
      latest.current?.abort();
      latest.current = undefined;
    },
    [],
  );

  const run: RunJob = useCallback(
    async (label, job) => {
      latest.current?.abort();
      const controller = new AbortController();
      latest.current = controller;
      const isLatest = () => latest.current === controller;
      const cancel = () => {
        controller.abort();
      };
      const started = performance.now();
      let shown = started;
      setRunning(true);
      const timer = setTimeout(() => {
        if (isLatest()) setSlow((known) => known ?? { label, rowsRead: 0, rows: 0, cancel });
      }, patience);
      try {
        const result = await job({
          signal: controller.signal,
          pause: pauses(),
          onProgress: ({ rowsRead, rows }) => {
            const now = performance.now();
            if (!isLatest() || now - started < patience || now - shown < 80) return;
            shown = now;
            setSlow({ label, rowsRead, rows, cancel });
          },
        });
        return isLatest() ? result : undefined;
      } catch (cause) {
        // A job that a newer one replaced was cancelled by us, not by the person.
        if (isLatest()) store.tell(...failureNotice(cause, words, pane));
        return undefined;
      } finally {
        clearTimeout(timer);
        if (isLatest()) {
          setRunning(false);
          setSlow(undefined);
        }
      }
    },
    [store, words, pane],
  );
  return { run, running, slow };
}
