import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { JobProgress } from '../job-progress';
import { Loading } from '../loading';
import { usePane } from '../pane-context';
import { useFocusFirst } from '../use-focus-first';
import { useFocusKept } from '../use-focus-kept';
import { AddFileButton } from './add-file-button';
import { FileCard } from './file-card';
import { ImportResult } from './import-result';
import { isReady, openQuestions, useImport } from './use-import';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
  // The cards rest while their tables are written; Cancel is beside the progress.
  resting: { opacity: 0.6 },
  hint: { color: tokens.colorNeutralForeground2, flexBasis: '100%' },
});

/** From files of text to tables: what was understood, what is asked, and what was written. */
export function ImportPage() {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const words = pane.importing;
  const head = useFocusFirst<HTMLDivElement>(true);
  const importing = useImport();
  const { entries, running, slow } = importing;
  // Until its table is written, what stands of a file takes no focus.
  const { place, noteUse } = useFocusKept<HTMLDivElement>(importing.isWriting);
  useEffect(
    () => () => {
      // The pages come back, and with them the place where one was.
      document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    },
    [],
  );
  const waiting = entries.filter(({ imported }) => !imported);
  const ready = waiting.filter(isReady).length;
  const questions = waiting.reduce((sum, entry) => sum + openQuestions(entry), 0);
  const inMillions = numbers.fixed(1);
  const megabytes = (done: number, all: number) =>
    words.megabytes(inMillions(done / 1_000_000), inMillions(all / 1_000_000));
  return (
    <section aria-label={words.heading}>
      <div className={styles.head} ref={head}>
        <Subtitle1 as="h2">{words.heading}</Subtitle1>
        <Button size="small" disabledFocusable={importing.isWriting} onClick={importing.close}>
          {words.close}
        </Button>
      </div>
      <div ref={place}>
        <div
          inert={importing.isWriting}
          className={importing.isWriting ? styles.resting : undefined}
        >
          {entries.map((entry, index) =>
            entry.imported ? (
              <ImportResult key={index} imported={entry.imported} />
            ) : (
              <FileCard key={index} entry={entry} importing={importing} />
            ),
          )}
        </div>
        {slow && <JobProgress job={slow} count={importing.isReading ? megabytes : undefined} />}
        {running && !slow && entries.length === 0 && <Loading />}
        <div className={styles.buttons}>
          {waiting.length > 0 && (
            <Button
              appearance="primary"
              disabledFocusable={running || questions > 0 || ready === 0}
              onClick={() => {
                noteUse();
                importing.importAll();
              }}
            >
              {words.importFiles(Math.max(1, ready))}
            </Button>
          )}
          <AddFileButton />
          {questions > 0 && (
            <Text size={200} className={styles.hint} role="status">
              {words.openQuestions(questions)}
            </Text>
          )}
        </div>
      </div>
    </section>
  );
}
