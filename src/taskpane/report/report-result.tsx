import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useEffectEvent, useId, useState } from 'react';
import { serialDates, type BuiltReport } from '../../jobs';
import { Loading } from '../loading';
import { usePane, usePaneState } from '../pane-context';
import { Tabs } from '../tabs';
import type { ActionsState } from '../use-actions';
import { FigureCards } from './figure-cards';
import { Quality } from './quality';
import { RowList } from './row-list';

const KeyFigureList = lazy(async () => ({
  default: (await import('./key-figure-list')).KeyFigureList,
}));

type Span = 'period' | 'yearToDate';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  stale: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    marginBottom: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** The report's figures, as they stand in the sheet. */
export function ReportResult({
  built,
  actions,
}: {
  readonly built: BuiltReport;
  readonly actions: ActionsState;
}) {
  const styles = useStyles();
  const { store, pane, numbers } = usePane();
  const { isStale, notice } = usePaneState();
  const [span, setSpan] = useState<Span>('period');
  const panel = useId();
  const { current, yearToDate, request } = built.report;
  const withdrawNews = useEffectEvent(() => {
    const news = [pane.built.isNew, pane.built.again].map((told) => told(built.sheet));
    if (notice && news.includes(notice.text)) store.dismiss();
  });
  useEffect(() => {
    if (isStale) withdrawNews();
  }, [isStale]);
  const block = span === 'period' ? current : yearToDate;
  const isOpen = span === 'period' && current.isOpen;
  const year = String(serialDates.civilOf(yearToDate.start).year);
  return (
    <>
      {isStale && (
        <div className={styles.stale}>
          <Text size={200}>{pane.built.stale}</Text>
        </div>
      )}
      <div className={styles.head}>
        <Tabs
          isSmall
          label={pane.built.span}
          selected={span}
          tabs={[
            { name: 'period', text: current.period.label, controls: panel },
            { name: 'yearToDate', text: pane.built.toDate(year), controls: panel },
          ]}
          onSelect={setSpan}
        />
        <Text size={200} className={styles.quiet}>
          {pane.built.asOf(numbers.day(request.asOf))}
        </Text>
      </div>
      <div id={panel} role="tabpanel" aria-label={pane.built.span}>
        <FigureCards total={block.total} isOpen={isOpen} decimals={built.decimals} />
        {built.keyFigures.spans[span].total.length > 1 && (
          <Suspense fallback={<Loading />}>
            <KeyFigureList built={built} span={span} />
          </Suspense>
        )}
        <RowList built={built} block={block} isOpen={isOpen} actions={actions} />
      </div>
      <Quality built={built} />
    </>
  );
}
