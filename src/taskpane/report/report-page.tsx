import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { JobProgress } from '../job-progress';
import { RatesOffer } from '../joins/joins-open';
import { Loading } from '../loading';
import { usePane, usePaneState } from '../pane-context';
import type { ActionsState } from '../use-actions';
import type { DataState } from '../use-data';
import { FirstSteps, findFirstStep } from './first-steps';
import { Obstacles } from './obstacles';
import { ReportResult } from './report-result';
import { ReportSetup, SetupSummary } from './report-setup';
import { useReport } from './use-report';
import { Welcome } from './welcome';

const useStyles = makeStyles({
  changed: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
});

/** From data to a report: what was found, what to show, and what came of it. */
export function ReportPage({
  data,
  actions,
}: {
  readonly data: DataState;
  readonly actions: ActionsState;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const { built, obstacles, wishes } = usePaneState();
  const [isSetUp, setIsSetUp] = useState(false);
  const job = useReport(() => {
    setIsSetUp(true);
  });
  const usedRef = useRef(false);
  const { found, refused } = data;
  if (!found) {
    if (data.slow) return <JobProgress job={data.slow} />;
    if (data.running) return <Loading label={pane.progress.looking} />;
    const again = <Button onClick={data.lookAgain}>{pane.buttons.lookAgain}</Button>;
    return (
      <Welcome
        heading={pane.firstSteps.noSalesHeading}
        text={pane.firstSteps.salesNeed}
        action={again}
      />
    );
  }
  const step = findFirstStep(found, wishes);
  if (step) return <FirstSteps step={step} data={data} found={found} usedRef={usedRef} />;
  const isSummary =
    isSetUp && built !== undefined && found.unclear.length + found.unclearJoins.length === 0;
  return (
    <>
      {data.hasChanged && (
        <div className={styles.changed}>
          <Text size={200}>{pane.data.hasChanged}</Text>
          <Button size="small" onClick={data.lookAgain}>
            {pane.buttons.refresh}
          </Button>
        </div>
      )}
      {isSummary ? (
        <SetupSummary
          report={built.report}
          job={job}
          onChange={() => {
            setIsSetUp(false);
          }}
        />
      ) : (
        <ReportSetup
          data={data}
          found={found}
          job={job}
          isAgain={built !== undefined}
          usedRef={usedRef}
        />
      )}
      {data.slow && <JobProgress job={data.slow} />}
      {job.slow && <JobProgress job={job.slow} />}
      <Obstacles found={found} refused={refused} usedRef={usedRef} />
      <RatesOffer found={found} obstacles={[...obstacles, ...refused]} usedRef={usedRef} />
      {built && <ReportResult built={built} actions={actions} />}
    </>
  );
}
