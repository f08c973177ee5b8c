import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import {
  isAboutReading,
  mayHoldTargets,
  versionsOf,
  type DataFound,
  type ReportWishes,
  type Unclear,
} from '../../jobs';
import { Choice } from '../choice';
import { AddFileButton } from '../import/add-file-button';
import { JoinsOpen, OrdersFound } from '../joins/joins-open';
import { usePane, usePaneState } from '../pane-context';
import { HowRead, sourceOf } from '../reading/how-read';
import type { DataState } from '../use-data';
import type { Used } from '../use-focus-kept';
import { IssueList } from './issue-list';
import { Obstacles } from './obstacles';
import { QuestionList } from './question-list';
import { SelectionButton } from './selection-button';
import { labelOf, sourceChoices } from './source-names';
import { Welcome } from './welcome';

const useStyles = makeStyles({
  needs: {
    margin: `${tokens.spacingVerticalS} 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground2, flexBasis: '100%' },
  read: { margin: `${tokens.spacingVerticalS} 0` },
  open: { marginTop: tokens.spacingVerticalM },
  or: { marginTop: tokens.spacingVerticalL },
});

/** So many texts are named of a column that may tell sales and targets apart. */
const textsNamed = 5;

/** What stands before the first report: nothing, sales that are unclear, or targets that lack. */
export type FirstStep = 'noData' | 'noSales' | 'noTargets';

export function findFirstStep(found: DataFound, wishes: ReportWishes): FirstStep | undefined {
  if (found.sources.length === 0) return 'noData';
  const asks = (question: 'salesSource' | 'targetSource') =>
    found.unclear.some((unclear) => unclear.question === question && !unclear.candidates.length);
  if (!found.sales && asks('salesSource')) return 'noSales';
  const hasSales = sourceOf('sales', found, wishes) !== undefined;
  return hasSales && !found.targets && asks('targetSource') ? 'noTargets' : undefined;
}

export function FirstSteps({
  step,
  data,
  found,
  usedRef,
}: {
  readonly step: FirstStep;
  readonly data: DataState;
  readonly found: DataFound;
  readonly usedRef: Used;
}) {
  const styles = useStyles();
  const { store, pane } = usePane();
  const { wishes } = usePaneState();
  const words = pane.firstSteps;
  const ownColumns = (value: string, label: string) => ({ value, text: words.ownColumns(label) });
  // Targets can wait until there are sales.
  const aboutReading = found.unclear.filter(({ question }) => isAboutReading(question));
  // The same object until something else is found: else the choice of a table would seem left.
  const untilTargets = useMemo(() => {
    const isAskedNow = ({ question }: Unclear) =>
      isAboutReading(question) || question === 'ordersSource';
    return { ...found, unclear: found.unclear.filter(isAskedNow) };
  }, [found]);
  const aboutSales = found.unclear.filter(({ question }) => question === 'salesSource');
  // A sheet that waits for an answer may be the one that is looked for.
  const isAsked = aboutReading.length > 0;
  if (step === 'noTargets') {
    const sales = sourceOf('sales', found, wishes)?.name ?? '';
    const label = labelOf(sales, found);
    const others = sourceChoices(found.sources.filter(({ name }) => name !== sales));
    const { table, amount } = found.sales ?? {};
    const versions = table && versionsOf(table);
    const own = table && mayHoldTargets(table, amount) ? [ownColumns(sales, label)] : [];
    return (
      <Welcome
        heading={isAsked ? words.askedHeading(untilTargets.unclear.length) : words.noTargetsHeading}
        text={isAsked ? words.askedText(untilTargets.unclear.length) : words.noTargetsText(label)}
        question={<QuestionList found={untilTargets} usedRef={usedRef} />}
        action={
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              onClick={() => {
                store.goTo('targets');
              }}
            >
              {pane.buttons.setTargets}
            </Button>
            <AddFileButton />
            <SelectionButton side="targets" usedRef={usedRef} />
          </div>
        }
      >
        <Obstacles found={found} usedRef={usedRef} />
        <OrdersFound found={found} />
        {!isAsked && versions?.areUnknown && (
          <Text block className={styles.open}>
            {words.versionsOpen(
              versions.header,
              versions.texts.slice(0, textsNamed).map(({ text }) => text),
            )}
          </Text>
        )}
        <div className={styles.read}>
          <HowRead side="sales" found={found} />
        </div>
        {found.unclearJoins.length > 0 && <JoinsOpen found={found} usedRef={usedRef} />}
        {others.length + own.length > 0 && (
          <div className={styles.or}>
            <Choice
              label={words.orChoose}
              value={undefined}
              placeholder={pane.data.choose}
              options={[...others, ...own]}
              onChoose={(targets) => {
                usedRef.current = true;
                store.wish({ targets });
              }}
            />
          </div>
        )}
      </Welcome>
    );
  }
  return (
    <Welcome
      heading={
        isAsked
          ? words.askedHeading(aboutReading.length)
          : step === 'noData'
            ? words.emptyHeading
            : words.noSalesHeading
      }
      text={
        isAsked
          ? words.askedText(aboutReading.length)
          : step === 'noData'
            ? words.emptyText
            : words.noSalesText
      }
      question={
        isAsked && <QuestionList found={{ ...found, unclear: aboutReading }} usedRef={usedRef} />
      }
      action={
        <div className={styles.buttons}>
          <AddFileButton isPrimary={step === 'noData'} />
          <Button appearance={step === 'noData' ? 'secondary' : 'primary'} onClick={data.lookAgain}>
            {pane.buttons.lookAgain}
          </Button>
          {step === 'noSales' && <SelectionButton side="sales" usedRef={usedRef} />}
          <Text size={200} className={styles.hint}>
            {pane.importing.dropHint}
          </Text>
        </div>
      }
    >
      <ul className={styles.needs}>
        <li>{words.salesNeed}</li>
        <li>{words.targetsNeed}</li>
      </ul>
      {found.issues.length > 0 && <IssueList issues={found.issues} />}
      {step === 'noSales' && !isAsked && (
        <QuestionList found={{ ...found, unclear: aboutSales }} usedRef={usedRef} />
      )}
    </Welcome>
  );
}
