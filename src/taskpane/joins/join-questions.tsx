import { makeStyles, tokens } from '@fluentui/react-components';
import type { DataFound, JoinUnclear } from '../../jobs';
import { joinAnswerText, joinUnclearSentence } from '../../wording';
import { Asked } from '../asked';
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
  const { words } = usePane();
  const { candidates, others = [] } = unclear;
  return (
    <Asked
      sentence={joinUnclearSentence(unclear, words)}
      answers={candidates.length > 0 ? candidates : others}
      textOf={(text) => joinAnswerText(unclear, text, words)}
      onAnswer={onAnswer}
    />
  );
}
