import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReadingFacts, StageRead } from '../../jobs';
import { sourceWordsFor } from '../../wording';
import { Choice } from '../choice';
import { MoreButton } from '../more-button';
import { usePane } from '../pane-context';
import { useChoiceStyles } from './choice-styles';
import type { ReadingState } from './use-reading';
import { useReadingWords } from './use-reading-words';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
});

const outcomes = ['won', 'lost', 'open'] as const;
/** So many stages are shown at once. */
const step = 20;

/** What each stage of a table of opportunities was taken for, and the word to say otherwise. */
export function StageChoices({
  facts,
  reading,
}: {
  readonly facts: ReadingFacts;
  readonly reading: ReadingState;
}) {
  const styles = useStyles();
  const choice = useChoiceStyles();
  const words = useReadingWords();
  const [most, setMost] = useState(step);
  const { stages, stageLines } = facts;
  if (!stages) return null;
  const rest = stageLines.length - most;
  return (
    <fieldset className={mergeClasses(choice.group, choice.apart)}>
      <legend className={choice.name}>{words.stages}</legend>
      <Text size={200} block className={styles.quiet}>
        {stages.isPipeline ? words.onlyWon : words.allCount}
      </Text>
      <div className={choice.grid}>
        {stageLines.slice(0, most).map((line) => (
          <StageChoice key={line.stage} line={line} reading={reading} />
        ))}
      </div>
      <MoreButton
        rest={rest}
        onMore={() => {
          setMost(most + step);
        }}
      />
    </fieldset>
  );
}

function StageChoice({
  line: { stage, outcome, by, rows },
  reading: { said, correct },
}: {
  readonly line: StageRead;
  readonly reading: ReadingState;
}) {
  const { session, numbers } = usePane();
  const words = useReadingWords();
  const sources = sourceWordsFor(session.language);
  const isKnown = outcome !== undefined && outcome !== 'unknown';
  const count = words.deals(numbers.count(rows), rows === 1);
  return (
    <Choice
      label={stage}
      hint={`${count}, ${sources.toldBy[by]}`}
      value={said.stages?.[stage] ?? (isKnown ? outcome : undefined)}
      placeholder={outcome === undefined ? words.mixed : sources.outcomes.unknown}
      options={outcomes.map((value) => ({ value, text: sources.outcomes[value] }))}
      onChoose={(value) => {
        const chosen = outcomes.find((one) => one === value);
        if (chosen) correct({ stages: { ...said.stages, [stage]: chosen } });
      }}
    />
  );
}
