import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef } from 'react';
import { JobProgress } from '../job-progress';
import { Loading } from '../loading';
import { usePane, usePaneState } from '../pane-context';
import type { DataState } from '../use-data';
import { nameOfFinding } from './finding-item';
import { SideQuality } from './side-quality';
import { useFocusHanded } from './use-focus-handed';
import { useQuality } from './use-quality';
import { useQualityWords } from './use-quality-words';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginBottom: tokens.spacingVerticalM,
  },
  changed: { marginBottom: tokens.spacingVerticalS },
});

/** More rows are looked through only when the person says so. */
const lookUnasked = 100_000;

/** What the data are worth, and what can be mended. */
export function QualityPage({ data }: { readonly data: DataState }) {
  const styles = useStyles();
  const { pane } = usePane();
  const { page, title, nothingFound } = useQualityWords();
  const quality = useQuality();
  const { found } = data;
  const isReady = found?.sales?.date !== undefined && found.sales.amount !== undefined;
  const isSmall = (found?.sales?.table.raw.grid.rowCount ?? 0) <= lookUnasked;
  const isShown = usePaneState().page === 'quality';
  const isWanted = isShown && (!quality.assessed || quality.isReadOtherwise);
  const lookUnaskedNow = useEffectEvent(quality.look);
  useEffect(() => {
    if (isReady && isSmall && isWanted) lookUnaskedNow();
  }, [isReady, isSmall, isWanted]);
  const { place, handOn } = useFocusHanded<HTMLElement>();
  const mended = useRef('');
  const undoAndHandOn = async (undo: () => Promise<void>) => {
    await undo();
    handOn(`[data-finding="${CSS.escape(mended.current)}"] [aria-expanded]`, 'button');
  };
  if (!found && !data.running) return <Text>{page.cannotLook}</Text>;
  if (!found) return data.slow ? <JobProgress job={data.slow} /> : <Loading label={page.looking} />;
  if (!isReady) return <Text>{page.cannotLook}</Text>;
  const { assessed, hasChanged, isReadOtherwise, undo } = quality;
  const isOld = hasChanged || isReadOtherwise;
  return (
    <section aria-label={title} ref={place}>
      {isOld && (
        <Text block size={200} className={styles.changed}>
          {hasChanged ? pane.data.hasChanged : page.readOtherwise}
        </Text>
      )}
      <div className={styles.head}>
        <Button
          size="small"
          appearance={assessed && !isOld ? 'secondary' : 'primary'}
          disabledFocusable={quality.running}
          onClick={quality.look}
        >
          {assessed ? page.lookAgain : page.look}
        </Button>
        {assessed && (
          <Button size="small" disabledFocusable={quality.running} onClick={quality.write}>
            {page.write}
          </Button>
        )}
        {undo && (
          <Button
            size="small"
            data-undo
            disabledFocusable={quality.running}
            onClick={() => void undoAndHandOn(undo)}
          >
            {page.undo}
          </Button>
        )}
      </div>
      {quality.slow && <JobProgress job={quality.slow} />}
      {!assessed && quality.running && !quality.slow && <Loading label={page.looking} />}
      {assessed?.sides.map((side) => (
        <SideQuality
          key={side.side}
          side={side}
          isBusy={quality.running}
          onFix={async (preview, finding) => {
            const isDone = await quality.fix(preview);
            if (isDone) mended.current = nameOfFinding(side, finding);
            handOn('[data-undo]', 'button');
            return isDone;
          }}
        />
      ))}
      {assessed?.sides.length === 0 && <Text>{nothingFound}</Text>}
    </section>
  );
}
