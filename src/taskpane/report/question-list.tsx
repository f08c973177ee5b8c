import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { withoutCorrection, type DataFound, type Unclear } from '../../jobs';
import { answerText, unclearSentence } from '../../wording';
import { Asked } from '../asked';
import { usePane, usePaneState } from '../pane-context';
import { control } from '../use-focus-first';
import { useFocusKept, type Used } from '../use-focus-kept';
import { answersTo, groupingLeft, wishFor } from './answers';
import { labelOf, withLabels } from './source-names';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  answer: { display: 'flex', margin: `${tokens.spacingVerticalXS} 0` },
});

/** What could not be told from the data, each with the answers there are. */
export function QuestionList({
  found,
  usedRef,
}: {
  readonly found: DataFound;
  /** Outlives the list, where the page around it changes with the last answer. */
  readonly usedRef?: Used;
}) {
  const styles = useStyles();
  const { store, pane } = usePane();
  const { isAnswerWanted } = usePaneState();
  const { place, noteUse } = useFocusKept<HTMLDivElement>(found, usedRef);
  useEffect(() => {
    if (!isAnswerWanted) return;
    store.set({ isAnswerWanted: false });
    place.current?.querySelector<HTMLElement>(control)?.focus();
  }, [isAnswerWanted, store, place]);
  return (
    <div ref={place}>
      {found.unclear.length > 0 && (
        <ul className={styles.list} aria-label={pane.data.openQuestions}>
          {found.unclear.map((unclear) => (
            <li key={`${unclear.question} ${unclear.source} ${unclear.subject ?? ''}`}>
              <Question unclear={unclear} found={found} onAnswer={noteUse} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Question({
  unclear,
  found,
  onAnswer,
}: {
  readonly unclear: Unclear;
  readonly found: DataFound;
  readonly onAnswer: () => void;
}) {
  const styles = useStyles();
  const { store, words, pane } = usePane();
  const answers = useMemo(
    () => answersTo(unclear, found, new Date().getFullYear()),
    [unclear, found],
  );
  const left = groupingLeft(unclear, found);
  return (
    <Asked
      sentence={unclearSentence(withLabels(unclear, found), words)}
      answers={answers}
      textOf={(answer) => answerText(unclear.question, labelOf(answer, found), words)}
      onAnswer={(answer) => {
        onAnswer();
        store.wish(wishFor(unclear, answer, found, store.state().wishes));
      }}
    >
      {left && (
        <Button
          size="small"
          className={styles.answer}
          onClick={() => {
            onAnswer();
            store.wish({ by: left, targetDimensions: undefined });
          }}
        >
          {left.length > 0
            ? `${pane.options.groupBy[0]}: ${left.join(', ')}`
            : pane.options.totalOnly}
        </Button>
      )}
      {isOldCorrection(unclear) && (
        <Button
          size="small"
          className={styles.answer}
          onClick={() => {
            onAnswer();
            const { readings } = store.state().wishes;
            store.wish({ readings: withoutCorrection(readings, unclear.source, found.sources) });
          }}
        >
          {pane.data.takeBack}
        </Button>
      )}
    </Asked>
  );
}

/** Whether a question is asked because a correction does not fit the cells any more. */
function isOldCorrection({ question, subject = '' }: Unclear): boolean {
  return question === 'layout' || (question === 'severalTables' && subject !== '');
}
