import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DataFound } from '../../jobs';
import { usePane } from '../pane-context';
import type { DataState } from '../use-data';
import { IssueList } from './issue-list';
import { QuestionList } from './question-list';
import { Welcome } from './welcome';

const useStyles = makeStyles({
  needs: {
    margin: `${tokens.spacingVerticalS} 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  or: { display: 'block', margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}` },
});

/** What stands before the first report: nothing, sales that are unclear, or targets that lack. */
export type FirstStep = 'noData' | 'noSales' | 'noTargets';

export function findFirstStep(found: DataFound): FirstStep | undefined {
  if (found.sources.length === 0) return 'noData';
  const asks = (question: 'salesSource' | 'targetSource') =>
    found.unclear.some((unclear) => unclear.question === question && !unclear.candidates.length);
  if (!found.sales && asks('salesSource')) return 'noSales';
  return found.sales && !found.targets && asks('targetSource') ? 'noTargets' : undefined;
}

export function FirstSteps({
  step,
  data,
  found,
}: {
  readonly step: FirstStep;
  readonly data: DataState;
  readonly found: DataFound;
}) {
  const styles = useStyles();
  const { store, pane } = usePane();
  const words = pane.firstSteps;
  if (step === 'noTargets') {
    return (
      <Welcome
        heading={words.noTargetsHeading}
        text={words.noTargetsText(found.sales?.source.name ?? '')}
        action={
          <Button
            appearance="primary"
            onClick={() => {
              store.set({ page: 'targets' });
            }}
          >
            {pane.buttons.setTargets}
          </Button>
        }
      >
        <Text className={styles.or} size={200}>
          {words.orChoose}
        </Text>
        <QuestionList found={found} />
      </Welcome>
    );
  }
  return (
    <Welcome
      heading={step === 'noData' ? words.emptyHeading : words.noSalesHeading}
      text={step === 'noData' ? words.emptyText : words.noSalesText}
      action={
        <Button appearance="primary" onClick={data.lookAgain}>
          {pane.buttons.lookAgain}
        </Button>
      }
    >
      <ul className={styles.needs}>
        <li>{words.salesNeed}</li>
        <li>{words.targetsNeed}</li>
      </ul>
      {found.issues.length > 0 && <IssueList issues={found.issues} />}
      {step === 'noSales' && <QuestionList found={found} />}
    </Welcome>
  );
}
