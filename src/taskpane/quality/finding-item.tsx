import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { AssessedSide, Finding, Fix, FixPreview as Preview } from '../../jobs';
import { CellSentence } from './cell-link';
import { FixPreview } from './fix-preview';
import { useQualityWords } from './use-quality-words';

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

export interface Fixing {
  readonly isBusy: boolean;
  /** Changes the cells; whether they were changed. */
  readonly onFix: (preview: Preview, finding: Finding) => Promise<boolean>;
}

/** Tells a finding from all others of its page. */
export function nameOfFinding({ side }: AssessedSide, { code, at, values }: Finding): string {
  return [side, code, at, ...values].join(' ');
}

/** One finding: what it is, how it is read so far, and what can be done about it. */
export function FindingItem({
  side,
  finding,
  isBusy,
  onFix,
}: {
  readonly side: AssessedSide;
  readonly finding: Finding;
} & Fixing) {
  const styles = useStyles();
  const buttons = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Fix>();
  const { findings, assumed, fix: nameOf } = useQualityWords();
  const close = () => {
    setChosen(undefined);
    buttons.current?.querySelector('button')?.focus();
  };
  return (
    <li className={styles.root} data-finding={nameOfFinding(side, finding)}>
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
          isBusy={isBusy}
          onApply={(preview) => {
            void onFix(preview, finding).then((isDone) => {
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
