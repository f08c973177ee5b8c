import { makeStyles, MessageBar, MessageBarBody, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { DataFound, JoinUnclear } from '../../jobs';
import { joinAnswerText, joinUnclearSentence } from '../../wording';
import { usePane } from '../pane-context';
import { useJoins } from './use-joins';

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

/** What tables that are to be joined leave open, each with the answers there are. */
export function JoinQuestions({ found }: { readonly found: DataFound }) {
  const styles = useStyles();
  const { pane } = usePane();
  const { answer } = useJoins(found);
  return (
    <ul className={styles.list} aria-label={pane.data.openQuestions}>
      {found.unclearJoins.map((unclear) => (
        <li key={`${unclear.question} ${unclear.source}`}>
          <JoinQuestion
            unclear={unclear}
            onAnswer={(text) => {
              answer(unclear, text);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function JoinQuestion({
  unclear,
  onAnswer,
}: {
  readonly unclear: JoinUnclear;
  readonly onAnswer: (answer: string) => void;
}) {
  const styles = useStyles();
  const { words, pane } = usePane();
  const id = useId();
  const { candidates, others = [] } = unclear;
  const answers = candidates.length > 0 ? candidates : others;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <span id={id}>{joinUnclearSentence(unclear, words)}</span>
        {answers.length > 0 && (
          <Select
            size="small"
            className={styles.answer}
            aria-labelledby={id}
            value=""
            onChange={(_, { value }) => {
              onAnswer(value);
            }}
          >
            <option value="" disabled>
              {pane.data.choose}
            </option>
            {answers.map((text) => (
              <option key={text} value={text}>
                {joinAnswerText(unclear, text, words)}
              </option>
            ))}
          </Select>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
