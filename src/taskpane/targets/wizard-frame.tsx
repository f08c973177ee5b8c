import {
  Button,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { WizardStep } from '../../wording';
import { usePane } from '../pane-context';
import { wizardSteps } from './wizard';

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, 1fr)',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: 0,
  },
  step: {
    borderTop: `${tokens.strokeWidthThicker} solid ${tokens.colorNeutralStroke1}`,
    paddingTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  reached: { borderTopColor: tokens.colorCompoundBrandStroke },
  current: { color: tokens.colorNeutralForeground1 },
  heading: {
    ...typographyStyles.subtitle2,
    margin: `0 0 ${tokens.spacingVerticalS}`,
    outlineStyle: 'none',
  },
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  missing: {
    display: 'block',
    marginTop: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground2,
  },
  asked: { color: tokens.colorPaletteRedForeground1 },
  buttons: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
});

/** Where one is in the wizard, and the way forth and back. */
export function WizardFrame({
  step,
  missing,
  isBusy,
  onGo,
  onWrite,
  children,
}: {
  readonly step: WizardStep;
  /** What the step lacks, in words. */
  readonly missing: string | undefined;
  readonly isBusy: boolean;
  readonly onGo: (step: WizardStep) => void;
  readonly onWrite: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const [askedAt, setAskedAt] = useState<WizardStep>();
  const heading = useStepFocus(step);
  const index = wizardSteps.indexOf(step);
  const [previous, next] = [wizardSteps[index - 1], wizardSteps[index + 1]];
  const goOn = () => {
    if (missing !== undefined) {
      setAskedAt(step);
      return;
    }
    setAskedAt(undefined);
    if (next) onGo(next);
    else onWrite();
  };
  const isAsked = askedAt === step;
  return (
    <>
      <ol className={styles.steps} aria-label={pane.wizard.heading}>
        {wizardSteps.map((name, place) => (
          <li
            key={name}
            className={mergeClasses(
              styles.step,
              place <= index && styles.reached,
              name === step && styles.current,
            )}
            {...(name === step && { 'aria-current': 'step' })}
          >
            <Text size={200} weight={name === step ? 'semibold' : 'regular'}>
              {pane.wizard.steps[name]}
            </Text>
          </li>
        ))}
      </ol>
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {pane.wizard.questions[step]}
      </h2>
      <div className={styles.content}>{children}</div>
      <div role="status">
        {missing !== undefined && (
          <Text size={200} className={mergeClasses(styles.missing, isAsked && styles.asked)}>
            {step === 'spread' ? '' : `${pane.wizard.missing} `}
            {missing}
          </Text>
        )}
      </div>
      <div className={styles.buttons}>
        {previous ? (
          <Button
            onClick={() => {
              onGo(previous);
            }}
          >
            {pane.buttons.back}
          </Button>
        ) : (
          <span />
        )}
        <Button appearance="primary" disabledFocusable={isBusy} onClick={goOn}>
          {next ? pane.buttons.next : pane.buttons.write}
        </Button>
      </div>
    </>
  );
}

/** A new step is read out from its heading; the first one leaves the focus where it is. */
function useStepFocus(step: WizardStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  return heading;
}
