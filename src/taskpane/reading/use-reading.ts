import { useCallback, useEffect, useMemo, useState } from 'react';
import {
  accountForRows,
  findWaysToRead,
  readingFacts,
  withColumnName,
  withCorrection,
  withoutReading,
  type ColumnNaming,
  type DataFound,
  type Reading,
  type ReadingChange,
  type ReadingFacts,
  type RowsAccount,
  type WaysToRead,
} from '../../jobs';
import { usePane, usePaneState } from '../pane-context';
import { useJob, type RunningJob } from '../use-job';
import { useReadingWords } from './use-reading-words';

type Source = DataFound['sources'][number];

/** How one source was read, how else it can be, and what a person said of it. */
export interface ReadingState {
  readonly said: Reading;
  /** Undefined while something has to be answered first. */
  readonly facts: ReadingFacts | undefined;
  readonly ways: WaysToRead | undefined;
  readonly account: RowsAccount | undefined;
  readonly slow: RunningJob | undefined;
  readonly correct: (change: ReadingChange) => void;
  readonly nameColumn: (naming: ColumnNaming) => void;
  /** Several sheets are read as one: what is said holds for each of them. */
  readonly isStack: boolean;
  readonly takeBack: () => void;
}

const nothing: Reading = {};
const shownRows = 5;

export function useReading(
  side: 'sales' | 'targets',
  found: DataFound,
  source: Source,
): ReadingState {
  const { session, store } = usePane();
  const words = useReadingWords();
  const { wishes } = usePaneState();
  const { run, slow } = useJob();
  const said = wishes.readings?.[source.name] ?? nothing;
  const { periodYear, readings } = wishes;
  const read = found[side];
  const [ways, setWays] = useState<WaysToRead>();
  const [account, setAccount] = useState<RowsAccount>();
  const facts = useMemo(() => read && readingFacts(read, said, shownRows), [read, said]);

  useEffect(() => {
    const look = async () => {
      const general = { ...(periodYear !== undefined && { year: periodYear }), ...said };
      const readingOf = ({ name }: { readonly name: string }) => ({
        ...general,
        ...readings?.[name],
      });
      const looked = await run(words.counting, async (options) => ({
        ways: await findWaysToRead(session, source, readingOf, options),
        account: read && (await accountForRows(read, options)),
      }));
      if (!looked) return;
      setWays(looked.ways);
      setAccount(looked.account);
    };
    void look();
  }, [run, session, words, source, read, said, readings, periodYear]);

  const correct = useCallback(
    (change: ReadingChange) => {
      const { readings: before } = store.state().wishes;
      // What is corrected stays what it was taken for, however it reads now.
      store.wish({ [side]: source.name, readings: withCorrection(before, source, change) });
    },
    [store, side, source],
  );
  const takeBack = useCallback(() => {
    store.wish({ readings: withoutReading(store.state().wishes.readings, source.name) });
  }, [store, source.name]);
  const nameColumn = useCallback(
    (naming: ColumnNaming) => {
      const sides = (['sales', 'targets'] as const).filter(
        (one) => one === side || found[one]?.source.name === source.name,
      );
      const before = store.state().wishes;
      store.wish({ ...withColumnName(before, source.name, sides, naming), [side]: source.name });
    },
    [store, side, found, source],
  );
  const isStack = source.parts !== undefined;
  return { said, isStack, nameColumn, facts, ways, account, slow, correct, takeBack };
}
