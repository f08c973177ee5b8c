import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { usePane } from './pane-context';
import type { RunningJob } from './use-job';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  bar: { gridColumn: '1 / -1' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

/** How far a job is, and the way out of it. */
export function JobProgress({
  job,
  count,
}: {
  readonly job: RunningJob;
  /** Says how far it is; left out, in rows. */
  readonly count?: ((done: number, all: number) => string) | undefined;
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const isCounted = job.rows > 0;
  return (
    <div className={styles.root}>
      <div>
        <Text block>{job.label}</Text>
        {isCounted && (
          <Text block size={200} className={styles.count}>
            {count
              ? count(job.rowsRead, job.rows)
              : pane.progress.rows(numbers.count(job.rowsRead), numbers.count(job.rows))}
          </Text>
        )}
      </div>
      <Button size="small" onClick={job.cancel}>
        {pane.buttons.cancel}
      </Button>
      <ProgressBar
        className={styles.bar}
        aria-label={job.label}
        {...(isCounted && { value: job.rowsRead, max: job.rows })}
      />
    </div>
  );
}
