import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TotalRow } from '../../jobs';
import { Choice } from '../choice';
import { MoreButton } from '../more-button';
import { usePane } from '../pane-context';
import { CellLink } from '../quality/cell-link';
import type { ReadingState } from './use-reading';
import { useReadingWords } from './use-reading-words';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** So many rows are shown at once. */
const step = 5;
const kinds = ['total', 'name'] as const;

/** Rows that name a total: whether each is one, or a name like the others. */
export function TotalChoices({
  totals,
  reading: { said, correct },
}: {
  readonly totals: readonly TotalRow[];
  readonly reading: ReadingState;
}) {
  const styles = useStyles();
  const { words: all } = usePane();
  const words = useReadingWords();
  const [most, setMost] = useState(step);
  const rest = totals.length - most;
  return (
    <div className={styles.root}>
      {totals.slice(0, most).map(({ text, at, is, by }) => (
        <div key={text}>
          <Choice
            label={words.total(text)}
            value={said.totals?.[text] ?? is}
            options={kinds.map((value) => ({ value, text: all.readings.totals[value] }))}
            onChoose={(chosen) => {
              const kind = kinds.find((one) => one === chosen);
              if (kind) correct({ totals: { ...said.totals, [text]: kind } });
            }}
          />
          <Text size={200} className={styles.quiet}>
            <CellLink at={at} /> {words.by[by]}
          </Text>
        </div>
      ))}
      <MoreButton
        rest={rest}
        onMore={() => {
          setMost(most + 3 * step);
        }}
      />
    </div>
  );
}
