import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Session } from '../jobs';
import type { PaneWords, Words } from '../wording';
import { failureNotice } from './failure-notice';
import type { Numbers } from './numbers';
import type { PaneState, PaneStore } from './pane-store';

/** What every part of the pane works with. */
export interface PaneContents {
  readonly session: Session;
  readonly store: PaneStore;
  readonly words: Words;
  readonly pane: PaneWords;
  /** A BCP 47 tag. */
  readonly locale: string;
  readonly numbers: Numbers;
}

const PaneContext = createContext<PaneContents | undefined>(undefined);

export const PaneProvider = PaneContext.Provider;

export function usePane(): PaneContents {
  const contents = useContext(PaneContext);
  if (!contents) throw new Error('usePane stands outside of PaneProvider');
  return contents;
}

export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** Runs a workbook call whose failure is told and which nobody waits for. */
export function useSelect(): (place: Parameters<Session['workbook']['select']>[0]) => void {
  const { session, store, words, pane } = usePane();
  return useMemo(
    () => (place) => {
      session.workbook.select(place).catch((cause: unknown) => {
        store.tell(...failureNotice(cause, words, pane));
      });
    },
    [session, store, words, pane],
  );
}
