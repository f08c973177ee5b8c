import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  findData,
  readSales,
  refusalsOf,
  type DataFound,
  type DataSource,
  type DataWishes,
  type Issue,
  type ReportWishes,
  type SalesRows,
  type SalesSpan,
} from '../jobs';
import { pauses } from './pauses';
import { usePane, usePaneState } from './pane-context';
import { useJob, type RunningJob } from './use-job';

/** The data as the pane knows it. */
export interface DataState {
  /** Undefined until the first look is done, or where it failed. */
  readonly found: DataFound | undefined;
  /** The columns that targets are set by, as found without a wish. */
  readonly suggestedBy: readonly string[];
  readonly span: SalesSpan | undefined;
  /** How many rows of the sales can be used; undefined while that cannot be told. */
  readonly salesRows: SalesRows | undefined;
  /** What a report would be refused for. */
  readonly refused: readonly Issue[];
  readonly running: boolean;
  readonly slow: RunningJob | undefined;
  /** The workbook changed, and too many rows would have to be read anew to do so unasked. */
  readonly hasChanged: boolean;
  readonly lookAgain: () => void;
}

/** More rows than these are read anew only when the person says so; edited cells are few. */
const readUnasked = 100_000;
/** Changes come in bursts: how long to wait for the last of them, in milliseconds. */
const settling = 900;

/** Finds sales and targets when the pane opens, when wishes change and when the workbook does. */
export function useData(): DataState {
  const { session, store, pane } = usePane();
  const { wishes, changes } = usePaneState();
  const { run, running, slow } = useJob();
  const [found, setFound] = useState<DataFound>();
  const [suggestedBy, setSuggestedBy] = useState<readonly string[]>([]);
  const [seenChanges, setSeenChanges] = useState(changes);
  const dataWishes = useDataWishes(wishes);
  const label = pane.progress.looking;

  const look = useCallback(
    async (asked: DataWishes, change: number) => {
      const result = await run(label, (options) => findData(session, asked, options));
      if (!result) return;
      void session.settle({ pause: pauses() });
      setFound(result);
      setSeenChanges(change);
      store.noteRanges(result.ranges);
      if (asked.by === undefined) setSuggestedBy(result.by.map(({ header }) => header));
    },
    [run, session, store, label],
  );

  const latestChange = useRef(changes);
  useEffect(() => {
    latestChange.current = changes;
  }, [changes]);
  useEffect(() => {
    void look(dataWishes, latestChange.current);
  }, [look, dataWishes]);

  const hasChanged = changes !== seenChanges;
  const isLarge = hasChanged && session.rowsToRead(sourcesOf(found)) > readUnasked;
  useEffect(() => {
    if (!hasChanged || isLarge) return undefined;
    const timer = setTimeout(() => void look(dataWishes, changes), settling);
    return () => {
      clearTimeout(timer);
    };
  }, [hasChanged, isLarge, changes, look, dataWishes]);

  const sales = useMemo(() => (found ? readSales(found) : undefined), [found]);
  const refused = useMemo(() => (found ? refusalsOf(found) : []), [found]);
  return {
    found,
    suggestedBy,
    span: sales?.span,
    salesRows: sales?.counts,
    refused,
    running,
    slow,
    hasChanged: isLarge,
    lookAgain: () => void look(dataWishes, changes),
  };
}

/** Where the rows of both sides stand. */
function sourcesOf(found: DataFound | undefined): DataSource[] {
  const { sales, targets } = found ?? {};
  const all = [sales?.source, sales?.table.raw.orders?.source, targets?.source];
  return [...new Set(all.filter((source) => source !== undefined))];
}

/** The wishes about data alone, the same object until one of them changes. */
function useDataWishes(wishes: ReportWishes): DataWishes {
  const { grain: _grain, asOf: _asOf, shown: _shown, ...data } = wishes;
  const text = JSON.stringify(data);
  return useMemo(() => JSON.parse(text) as DataWishes, [text]);
}
