import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DataFound } from '../../jobs';
import type { TrackingReport } from '../../sales';
import { usePane } from '../pane-context';
import { Section } from '../section';
import type { DataState } from '../use-data';
import { JoinsOpen } from '../joins/joins-open';
import { useFocusFirst } from '../use-focus-first';
import type { Used } from '../use-focus-kept';
import { DataCard } from './data-card';
import { QuestionList } from './question-list';
import { ReportOptions } from './report-options';
import type { ReportJob } from './use-report';

const useStyles = makeStyles({
  build: { width: '100%', marginTop: tokens.spacingVerticalM },
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    paddingBottom: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flexGrow: 1, flexBasis: '110px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

/** Everything that can be chosen before a report is built. */
export function ReportSetup({
  data,
  found,
  job,
  isAgain,
  usedRef,
}: {
  readonly data: DataState;
  readonly found: DataFound;
  readonly job: ReportJob;
  readonly isAgain: boolean;
  readonly usedRef: Used;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const options = useFocusFirst<HTMLDivElement>(isAgain);
  return (
    <>
      <DataCard found={found} salesRows={data.salesRows} />
      <QuestionList found={found} usedRef={usedRef} />
      <JoinsOpen found={found} usedRef={usedRef} />
      {found.sales && (
        <Section heading={pane.options.heading}>
          <div ref={options}>
            <ReportOptions data={data} />
          </div>
          {found.unclear.length + found.unclearJoins.length === 0 && (
            <Button
              appearance="primary"
              className={styles.build}
              disabledFocusable={job.running || data.running}
              onClick={job.build}
            >
              {isAgain ? pane.buttons.buildAgain : pane.buttons.build}
            </Button>
          )}
        </Section>
      )}
    </>
  );
}

/** What was chosen, in one line, once there is a report. */
export function SetupSummary({
  report,
  job,
  onChange,
}: {
  readonly report: TrackingReport;
  readonly job: ReportJob;
  readonly onChange: () => void;
}) {
  const styles = useStyles();
  const { words, pane } = usePane();
  const place = useFocusFirst<HTMLDivElement>(true);
  const { by, grain } = report.request;
  return (
    <div className={styles.summary} ref={place}>
      <Text size={200} className={styles.text}>
        {pane.options.summary({ by, grain: words.grains[grain] })}
      </Text>
      <div className={styles.buttons}>
        <Button size="small" appearance="subtle" onClick={onChange}>
          {pane.buttons.change}
        </Button>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={job.running}
          onClick={job.build}
        >
          {pane.buttons.buildAgain}
        </Button>
      </div>
    </div>
  );
}
