import { createRoot } from 'react-dom/client';
import type { Session } from '../jobs';
import type { WorkbookChange } from '../workbook';
import { paneWordsFor, type PageName } from '../wording';
import type { PaneEnvironment } from './environment';
import { failureNotice } from './failure-notice';
import { numbersOf } from './numbers';
import { Pane } from './pane';
import { PaneStore } from './pane-store';

export type { PaneEnvironment, ThemeSource } from './environment';

/** What the page may ask of the pane it mounted. */
export interface MountedPane {
  show(page: PageName): void;
  /** Tells the person of a failure. */
  tell(cause: unknown): void;
  /** The workbook changed; the session has been told already. */
  noteChange(change: WorkbookChange): void;
  /** Builds the workbook's report again; false where it has none or the data stand in the way. */
  rebuild(): Promise<boolean>;
  unmount(): void;
}

export interface PaneGivens {
  readonly session: Session;
  readonly environment: PaneEnvironment;
}

export function mountPane(element: HTMLElement, { session, environment }: PaneGivens): MountedPane {
  const store = new PaneStore(session);
  const { words } = session;
  const contents = {
    session,
    store,
    words,
    pane: paneWordsFor(session.language),
    locale: environment.locale,
    numbers: numbersOf(environment.locale),
  };
  const tell = (cause: unknown) => {
    store.tell(...failureNotice(cause, words, contents.pane));
  };
  const root = createRoot(element, { onUncaughtError: tell });
  // The choices made before the pane was closed come first: the data are looked for by them.
  const hasReport = store.takeUp().catch((cause: unknown) => {
    tell(cause);
    return false;
  });
  root.render(<Pane contents={contents} theme={environment.theme} ready={hasReport} />);
  return {
    show: (page) => {
      store.goTo(page);
    },
    tell,
    noteChange: ({ sheet }) => {
      store.noteChange(sheet);
    },
    async rebuild() {
      const isThere = (await hasReport) || store.state().built !== undefined;
      const isDone = isThere && 'done' in (await store.build());
      if (!isDone) store.set({ page: 'report', isAnswerWanted: true });
      return isDone;
    },
    unmount: () => {
      root.unmount();
    },
  };
}
