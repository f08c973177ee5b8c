import { useState, type ReactNode } from 'react';
import { ordersAlone, writeTargets, type DataFound } from '../../jobs';
import type { WizardStep } from '../../wording';
import { JobProgress } from '../job-progress';
import { usePane, usePaneState } from '../pane-context';
import { useJob } from '../use-job';
import { StepHowMuch } from './step-how-much';
import { StepSpread } from './step-spread';
import { StepWhat } from './step-what';
import { StepWhen } from './step-when';
import type { WrittenTargets } from './targets-written';
import { useProposal } from './use-proposal';
import {
  firstGap,
  lastYearWishes,
  missingIn,
  wishesOf,
  wizardSteps,
  type SalesSide,
  type Wizard,
} from './wizard';
import { WizardFrame } from './wizard-frame';

/** The steps from sales to a table of targets. All of them share one state: Back loses nothing. */
export function TargetWizard({
  found,
  sales,
  first,
  hasFocus,
  onWritten,
}: {
  readonly found: DataFound;
  readonly sales: SalesSide;
  readonly first: Wizard;
  readonly hasFocus: boolean;
  readonly onWritten: (written: WrittenTargets) => void;
}) {
  const { session, store, pane, locale } = usePane();
  const [wizard, setWizard] = useState(first);
  const [step, setStep] = useState<WizardStep>('what');
  const writing = useJob();
  const { readings, periodYear, ranges, joins } = usePaneState().wishes;
  const columns = {
    sales: sales.source.name,
    ...(sales.date && { salesDate: sales.date.header }),
    ...(sales.amount && { salesAmount: sales.amount.header }),
    ...(readings && { readings }),
    ...(periodYear !== undefined && { periodYear }),
    ...(ranges && { ranges }),
    ...(joins?.orders !== undefined && { joins: ordersAlone(joins) }),
  };
  const label = pane.progress.spreading;
  const isPast = (name: WizardStep) => wizardSteps.indexOf(step) >= wizardSteps.indexOf(name);
  const lastYear = useProposal(
    isPast('howMuch') ? lastYearWishes(wizard, columns) : undefined,
    label,
  );
  const spread = useProposal(
    step === 'spread' ? wishesOf(wizard, columns, locale) : undefined,
    label,
  );
  const change = (changed: Partial<Wizard>) => {
    setWizard({ ...wizard, ...changed });
  };
  const write = async () => {
    const { proposal } = spread;
    if (!proposal) return;
    store.dismiss();
    const written = await writing.run(pane.progress.writing, () => writeTargets(session, proposal));
    if (!written) return;
    store.noteOwnWriting();
    onWritten({ ...written, by: wizard.by });
  };
  const gap = firstGap(wizard, pane.wizard, locale);
  const contents: Readonly<Record<WizardStep, () => ReactNode>> = {
    what: () => <StepWhat found={found} sales={sales} wizard={wizard} onChange={change} />,
    howMuch: () => <StepHowMuch wizard={wizard} lastYear={lastYear} onChange={change} />,
    when: () => <StepWhen wizard={wizard} onChange={change} />,
    spread: () => <StepSpread wizard={wizard} spread={spread} onChange={change} />,
  };
  const missing =
    step === 'spread'
      ? (gap?.missing ?? (spread.proposal ? undefined : spread.problems[0]))
      : missingIn(step, wizard, pane.wizard, locale);
  return (
    <WizardFrame
      step={step}
      missing={missing}
      isBusy={writing.running || (step === 'spread' && spread.running)}
      hasFocus={hasFocus}
      onGo={setStep}
      onWrite={() => void write()}
    >
      {contents[step]()}
      {writing.slow && <JobProgress job={writing.slow} />}
    </WizardFrame>
  );
}
