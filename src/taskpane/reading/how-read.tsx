import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useId, useState } from 'react';
import type { DataFound, ReportWishes } from '../../jobs';
import { Loading } from '../loading';
import { usePane, usePaneState } from '../pane-context';

const ReadingPanel = lazy(async () => ({
  default: (await import('./reading-panel')).ReadingPanel,
}));

const useStyles = makeStyles({
  button: {
    width: '100%',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    paddingLeft: 0,
    color: tokens.colorBrandForegroundLink,
  },
  sign: {
    display: 'inline-block',
    width: '16px',
    flexShrink: 0,
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFast,
  },
  open: { transform: 'rotate(90deg)' },
  panel: {
    padding: `0 0 ${tokens.spacingVerticalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The source of a side: as it was read, or as it was chosen where it waits for an answer. */
export function sourceOf(
  side: 'sales' | 'targets',
  found: DataFound,
  wishes: ReportWishes,
): DataFound['sources'][number] | undefined {
  return found[side]?.source ?? found.sources.find(({ name }) => name === wishes[side]);
}

/** Opens how a side of the data was read, and what can be corrected of it. */
export function HowRead({
  side,
  found,
}: {
  readonly side: 'sales' | 'targets';
  readonly found: DataFound;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const { wishes } = usePaneState();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const source = sourceOf(side, found, wishes);
  if (!source) return null;
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        icon={
          <span aria-hidden className={isOpen ? `${styles.sign} ${styles.open}` : styles.sign}>
            ›
          </span>
        }
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {pane.data.howRead[side]}
      </Button>
      {isOpen && (
        <div id={id} className={styles.panel}>
          <Suspense fallback={<Loading />}>
            <ReadingPanel side={side} found={found} source={source} />
          </Suspense>
        </div>
      )}
    </>
  );
}
