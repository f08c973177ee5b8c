import {
  Button,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { WizardStep } from '../../wording';
import { usePane } from '../pane-context';
import { useFocusFirst } from '../use-focus-first';
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
  hasFocus,
  onGo,
  onWrite,
  children,
}: {
  readonly step: WizardStep;
  /** What the step lacks, in words. */
  readonly missing: string | undefined;
  readonly isBusy: boolean;
  /** The wizard appears in place of what had the focus. */
  readonly hasFocus: boolean;
  readonly onGo: (step: WizardStep) => void;
  readonly onWrite: () => void;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const [wasMoved, setWasMoved] = useState(hasFocus);
  const [askedAt, setAskedAt] = useState<WizardStep>();
  const heading = useId();
  const index = wizardSteps.indexOf(step);
  const [previous, next] = [wizardSteps[index - 1], wizardSteps[index + 1]];
  const goOn = () => {
    if (missing !== undefined) {
      setAskedAt(step);
      return;
    }
    setAskedAt(undefined);
    setWasMoved(true);
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
      <h2 className={styles.heading} id={heading}>
        {pane.wizard.questions[step]}
      </h2>
      <StepContent key={step} heading={heading} hasFocus={wasMoved}>
        {children}
      </StepContent>
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
              setWasMoved(true);
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

/** One step's controls; a screen reader reads the heading as the focus comes in. */
function StepContent({
  heading,
  hasFocus,
  children,
}: {
  readonly heading: string;
  readonly hasFocus: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const content = useFocusFirst<HTMLDivElement>(hasFocus);
  return (
    <div role="group" aria-labelledby={heading} className={styles.content} ref={content}>
      {children}
    </div>
  );
}
