import { useCallback, useState } from 'react';
import {
  applyFix,
  assessData,
  changedSince,
  serialDates,
  undoFix,
  writeQualitySheet,
  type AssessedData,
  type DataWishes,
  type FixOutcome,
  type FixPreview,
} from '../../jobs';
import { usePane, usePaneState } from '../pane-context';
import { useJob, type RunningJob } from '../use-job';
import { useQualityWords } from './use-quality-words';

export interface QualityState {
  /** Undefined until the data were looked through. */
  readonly assessed: AssessedData | undefined;
  /** The workbook has changed since. */
  readonly hasChanged: boolean;
  /** Which data are meant, or how they are read, was said otherwise since. */
  readonly isReadOtherwise: boolean;
  readonly running: boolean;
  readonly slow: RunningJob | undefined;
  readonly look: () => void;
  /** Changes the cells; whether they were changed. */
  readonly fix: (preview: FixPreview) => Promise<boolean>;
  /** Takes the last fix back; undefined where there is none. */
  readonly undo: (() => Promise<void>) | undefined;
  readonly write: () => void;
}

/** Today as a serial date, by the clock of the person's own place. */
function today(): number | undefined {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return serialDates.findIso(
    `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  );
}

/** Looks the data through, changes cells where the person says so, and looks again. */
export function useQuality(): QualityState {
  const { session, store } = usePane();
  const { wishes, changes } = usePaneState();
  const { run, running, slow } = useJob();
  const [assessed, setAssessed] = useState<AssessedData>();
  const [seenChanges, setSeenChanges] = useState(changes);
  const [seenWishes, setSeenWishes] = useState('');
  const [last, setLast] = useState<Extract<FixOutcome, { kind: 'fixed' }>['changes']>([]);
  const texts = useQualityWords();

  const { grain: _grain, asOf: _asOf, shown: _shown, ...wished } = wishes;
  const wishText = JSON.stringify(wished);
  const look = useCallback(async () => {
    const day = today();
    const data = JSON.parse(wishText) as DataWishes;
    const asked = { ...data, ...(day !== undefined && { today: day }) };
    const change = store.state().changes;
    const found = await run(texts.page.looking, (options) => assessData(session, asked, options));
    if (!found) return undefined;
    setAssessed(found);
    setSeenChanges(change);
    setSeenWishes(wishText);
    return found;
  }, [run, session, store, texts, wishText]);

  const forgetLast = (at: readonly string[]) => {
    store.tell('warning', texts.cannotUndo(at));
    setLast([]);
  };
  const lookAgain = async () => {
    const found = await look();
    if (!found || last.length === 0) return;
    const at = await run(texts.page.looking, () => changedSince(session, last));
    if (at && at.length > 0) forgetLast(at);
  };

  /** Tells what came of a change of cells; whether they were changed. */
  const settle = async (
    outcome: FixOutcome | undefined,
    done: string,
    onChanged: (at: readonly string[]) => void,
  ): Promise<boolean> => {
    if (!outcome) return false;
    if (outcome.kind === 'changed') {
      onChanged(outcome.at);
      // What was found stands on cells that are others by now.
      await look();
      return false;
    }
    const byHand = outcome.byHand.length > 0 ? ` ${texts.byHand(outcome.byHand)}` : '';
    store.tell(byHand === '' ? 'success' : 'warning', done + byHand);
    store.noteOwnWriting();
    await look();
    return true;
  };

  const hasChanged = assessed !== undefined && changes !== seenChanges;
  const isReadOtherwise = assessed !== undefined && wishText !== seenWishes;

  return {
    assessed,
    hasChanged,
    isReadOtherwise,
    running,
    slow,
    look: () => void lookAgain(),
    fix: async (preview) => {
      store.dismiss();
      const outcome = await run(texts.page.fixing, () => applyFix(session, preview));
      const changed = outcome?.kind === 'fixed' ? outcome.changes : [];
      const isDone = await settle(outcome, texts.fixed(changed.length), (at) => {
        store.tell('warning', texts.changedSince(at));
      });
      if (isDone) setLast(changed);
      return isDone;
    },
    undo:
      last.length === 0
        ? undefined
        : async () => {
            store.dismiss();
            const outcome = await run(texts.page.fixing, () => undoFix(session, last));
            if (await settle(outcome, texts.page.undone, forgetLast)) setLast([]);
          },
    write: () => {
      store.dismiss();
      void (async () => {
        // What is written is what stands in the cells now.
        const found = hasChanged || isReadOtherwise ? await look() : assessed;
        if (!found) return;
        const written = await run(texts.page.fixing, () => writeQualitySheet(session, found));
        if (written) store.tell('success', texts.written(written.sheet));
      })();
    },
  };
}
