import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import { withoutReading, type DataFound, type Unclear } from '../../jobs';
import { answerText, unclearSentence } from '../../wording';
import { usePane } from '../pane-context';
import { useFocusKept } from '../use-focus-kept';
import { answersTo, wishFor } from './answers';
import { labelOf, withLabels } from './source-names';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  answer: { margin: `${tokens.spacingVerticalXS} 0`, maxWidth: '100%' },
});

/** What could not be told from the data, each with the answers there are. */
export function QuestionList({ found }: { readonly found: DataFound }) {
  const styles = useStyles();
  const { pane } = usePane();
  const { place, noteUse } = useFocusKept<HTMLDivElement>(found);
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
  const id = useId();
  const answers = useMemo(
    () => answersTo(unclear, found, new Date().getFullYear()),
    [unclear, found],
  );
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <span id={id}>{unclearSentence(withLabels(unclear, found), words)}</span>
        {answers.length > 0 && (
          <Select
            size="small"
            className={styles.answer}
            aria-labelledby={id}
            value=""
            onChange={(_, { value }) => {
              onAnswer();
              store.wish(wishFor(unclear, value, found, store.state().wishes));
            }}
          >
            <option value="" disabled>
              {pane.data.choose}
            </option>
            {answers.map((answer) => (
              <option key={answer} value={answer}>
                {answerText(unclear.question, labelOf(answer, found), words)}
              </option>
            ))}
          </Select>
        )}
        {unclear.question === 'layout' && (
          <Button
            size="small"
            onClick={() => {
              onAnswer();
              const { readings } = store.state().wishes;
              store.wish({ readings: withoutReading(readings, unclear.source) });
            }}
          >
            {pane.data.takeBack}
          </Button>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
