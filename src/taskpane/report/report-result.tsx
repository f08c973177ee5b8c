import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { serialDates, type BuiltReport } from '../../jobs';
import { usePane, usePaneState } from '../pane-context';
import type { ActionsState } from '../use-actions';
import { FigureCards } from './figure-cards';
import { Quality } from './quality';
import { RowList } from './row-list';
import type { ReportJob } from './use-report';

type Span = 'period' | 'yearToDate';

const useStyles = makeStyles({
  spans: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  stale: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    marginBottom: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** The report's figures, as they stand in the sheet. */
export function ReportResult({
  built,
  job,
  actions,
}: {
  readonly built: BuiltReport;
  readonly job: ReportJob;
  readonly actions: ActionsState;
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const { isStale } = usePaneState();
  const [span, setSpan] = useState<Span>('period');
  const { current, yearToDate, request } = built.report;
  const block = span === 'period' ? current : yearToDate;
  const year = String(serialDates.civilOf(yearToDate.start).year);
  return (
    <>
      {isStale && (
        <div className={styles.stale}>
          <Text size={200}>{pane.built.stale}</Text>
          <Button size="small" disabled={job.running} onClick={job.build}>
            {pane.buttons.buildAgain}
          </Button>
        </div>
      )}
      <div className={styles.head}>
        <TabList
          className={styles.spans}
          size="small"
          aria-label={pane.built.span}
          selectedValue={span}
          onTabSelect={(_, { value }) => {
            setSpan(value as Span);
          }}
        >
          <Tab value="period">{current.period.label}</Tab>
          <Tab value="yearToDate">{pane.built.toDate(year)}</Tab>
        </TabList>
        <Text size={200} className={styles.quiet}>
          {pane.built.asOf(numbers.day(request.asOf))}
        </Text>
      </div>
      <FigureCards total={block.total} />
      <RowList built={built} block={block} actions={actions} />
      <Quality built={built} />
    </>
  );
}
