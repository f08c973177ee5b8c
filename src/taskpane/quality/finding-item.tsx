import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { AssessedSide, Finding, Fix } from '../../jobs';
import { usePane } from '../pane-context';
import { CellSentence } from './cell-link';
import { FixPreview } from './fix-preview';
import type { QualityState } from './use-quality';

const useStyles = makeStyles({
  root: { overflowWrap: 'anywhere' },
  assumed: { color: tokens.colorNeutralForeground2 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
});

/** One finding: what it is, how it is read so far, and what can be done about it. */
export function FindingItem({
  side,
  finding,
  quality,
}: {
  readonly side: AssessedSide;
  readonly finding: Finding;
  readonly quality: QualityState;
}) {
  const styles = useStyles();
  const { words } = usePane();
  const buttons = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Fix>();
  const { findings, assumed, fix: nameOf } = words.dataQuality;
  const close = () => {
    setChosen(undefined);
    buttons.current?.querySelector('button')?.focus();
  };
  return (
    <li className={styles.root}>
      <CellSentence text={findings[finding.code](finding)} at={finding.at} />{' '}
      <Text size={200} className={styles.assumed}>
        {assumed[finding.code](finding)}
      </Text>
      {finding.fixes.length > 0 && (
        <div className={styles.buttons} ref={buttons}>
          {finding.fixes.map((fix) => (
            <Button
              key={JSON.stringify(fix)}
              size="small"
              aria-expanded={fix === chosen}
              onClick={() => {
                setChosen(fix === chosen ? undefined : fix);
              }}
            >
              {nameOf(fix.rule)}
            </Button>
          ))}
        </div>
      )}
      {chosen && (
        <FixPreview
          key={JSON.stringify(chosen)}
          side={side}
          fix={chosen}
          isBusy={quality.running}
          onApply={(preview) => {
            void quality.fix(preview).then((isDone) => {
              // What it shows is what the cells held: no use to press it again.
              if (!isDone) close();
            });
          }}
          onCancel={close}
        />
      )}
    </li>
  );
}
