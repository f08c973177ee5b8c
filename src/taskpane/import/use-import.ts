import { useEffect, useEffectEvent, useState } from 'react';
import { browserFile, isForeign, readTextFile, type TextFileWishes } from '../../csv';
import {
  assessText,
  importText,
  readingOf,
  type AssessedTextTable,
  type ColumnReading,
  type Imported,
} from '../../jobs';
import { usePane, usePaneState } from '../pane-context';
import { useJob, type RunningJob } from '../use-job';

/** A file on its way: how it is read, what the person says of it, what came of it. */
export interface FileEntry {
  readonly file: File;
  readonly wishes: TextFileWishes;
  readonly assessed: AssessedTextTable | undefined;
  readonly readings: ReadonlyMap<number, ColumnReading>;
  readonly imported: Imported | undefined;
}

export interface ImportState {
  readonly entries: readonly FileEntry[];
  readonly running: boolean;
  readonly slow: RunningJob | undefined;
  /** The running job reads a file: its progress is in bytes. */
  readonly isReading: boolean;
  /** Tables are being written: a change would end that. */
  readonly isWriting: boolean;
  readonly reread: (entry: FileEntry, wishes: TextFileWishes) => void;
  readonly chooseReading: (entry: FileEntry, column: number, reading: ColumnReading) => void;
  readonly remove: (file: File) => void;
  readonly importAll: () => void;
  readonly close: () => void;
}

/** The columns of a file whose reading the person still has to choose. */
export function openQuestions({ assessed, readings }: FileEntry): number {
  if (!assessed || assessed.obstacle) return 0;
  return assessed.columns.filter((_, column) => !readingOf(assessed, column, readings)).length;
}

/** Whether a file only waits for the word to be written. */
export function isReady(entry: FileEntry): boolean {
  return entry.assessed !== undefined && !entry.assessed.obstacle && openQuestions(entry) === 0;
}

/** Reads files one after the other as they come, and writes them when the person says so. */
export function useImport(): ImportState {
  const { session, store, pane } = usePane();
  const { files } = usePaneState();
  const { run, running, slow } = useJob();
  const words = pane.importing;
  const [isReading, setIsReading] = useState(false);
  const [entries, setEntries] = useState<ReadonlyMap<File, FileEntry>>(new Map());

  const put = (entry: FileEntry) => {
    setEntries((known) => new Map(known).set(entry.file, entry));
  };
  const remove = (file: File) => {
    store.set({ files: store.state().files.filter((one) => one !== file) });
  };

  const read = async (file: File, wishes: TextFileWishes): Promise<void> => {
    setIsReading(true);
    const source = browserFile(file);
    const assessed = await run(words.reading(file.name), async ({ onProgress, ...options }) => {
      if (await isForeign(source)) return 'foreign';
      const table = await readTextFile(source, wishes, {
        ...options,
        onProgress: ({ bytesRead, bytes }) => onProgress?.({ rowsRead: bytesRead, rows: bytes }),
      });
      return assessText(table, options);
    });
    if (assessed === 'foreign') store.tell('error', words.notText(file.name));
    if (assessed === undefined || assessed === 'foreign') {
      // A second reading that was cancelled leaves the first.
      if (!entries.has(file)) remove(file);
      return;
    }
    put({ file, wishes, assessed, readings: new Map(), imported: undefined });
  };

  const readNext = useEffectEvent((file: File) => void read(file, {}));
  const next = files.find((file) => !entries.has(file));
  useEffect(() => {
    if (next && !running) readNext(next);
  }, [next, running]);

  const importAll = async (): Promise<void> => {
    setIsReading(false);
    store.dismiss();
    for (const entry of entries.values()) {
      const { file, assessed, readings } = entry;
      if (!files.includes(file) || !assessed || !isReady(entry)) continue;
      const imported = await run(words.writing(file.name), ({ onProgress, ...options }) =>
        importText(session, assessed, readings, {
          ...options,
          onProgress: ({ rowsWritten, rows }) => onProgress?.({ rowsRead: rowsWritten, rows }),
        }),
      );
      if (!imported) return;
      put({ ...entry, assessed: undefined, imported });
      store.noteOwnWriting();
    }
  };

  return {
    entries: files.flatMap((file) => entries.get(file) ?? []),
    running,
    slow,
    isReading,
    isWriting: running && !isReading,
    reread: ({ file }, wishes) => void read(file, wishes),
    chooseReading: (entry, column, reading) => {
      put({ ...entry, readings: new Map(entry.readings).set(column, reading) });
    },
    remove,
    importAll: () => void importAll(),
    close: () => {
      store.set({ files: [] });
    },
  };
}
