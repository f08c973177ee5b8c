import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { withBlanks, type GappyColumn, type ReadingFacts } from '../../jobs';
import { Choice } from '../choice';
import { usePane } from '../pane-context';
import type { ReadingState } from './use-reading';
import { useReadingWords } from './use-reading-words';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const swaps = ['swap', 'keep'] as const;

/** How texts of dates and numbers are read: what the cells prove is told, what was said can change. */
export function ValueChoices({
  facts: { dateOrder, daySwap, decimalSign },
  reading: { said, correct },
}: {
  readonly facts: ReadingFacts;
  readonly reading: ReadingState;
}) {
  const styles = useStyles();
  const { words: all, pane } = usePane();
  const words = useReadingWords();
  const { dateOrders, daySwaps, decimalSigns } = all.readings;
  return (
    <>
      {dateOrder && (
        <ValueChoice
          label={words.dateOrder(dateOrder.header)}
          reading={dateOrder}
          texts={dateOrders}
          onChoose={(order) => {
            correct({ dateOrders: { ...said.dateOrders, [dateOrder.header]: order } });
          }}
        />
      )}
      {daySwap && (
        <div className={styles.wide}>
          <Choice
            label={words.daySwap(daySwap.header)}
            hint={daySwap.is ? words.by.person : words.daySwapOpen}
            value={daySwap.is}
            placeholder={pane.data.choose}
            options={swaps.map((value) => ({ value, text: daySwaps[value] }))}
            onChoose={(chosen) => {
              const swap = swaps.find((one) => one === chosen);
              if (swap) correct({ daySwaps: { ...said.daySwaps, [daySwap.header]: swap } });
            }}
          />
        </div>
      )}
      {decimalSign && (
        <ValueChoice
          label={words.decimalSign(decimalSign.header)}
          reading={decimalSign}
          texts={decimalSigns}
          onChoose={(sign) => {
            correct({ decimalSigns: { ...said.decimalSigns, [decimalSign.header]: sign } });
          }}
        />
      )}
    </>
  );
}

function ValueChoice<Answer extends string>({
  label,
  reading: { is, by },
  texts,
  onChoose,
}: {
  readonly label: string;
  readonly reading: { readonly is: Answer; readonly by: 'person' | 'cells' };
  readonly texts: Readonly<Record<Answer, string>>;
  readonly onChoose: (answer: Answer) => void;
}) {
  const styles = useStyles();
  const words = useReadingWords();
  const answers = Object.keys(texts) as Answer[];
  if (by === 'cells') {
    return (
      <div className={styles.wide}>
        <Text size={200} block>
          {label}: {texts[is]}
        </Text>
        <Text size={200} block className={styles.quiet}>
          {words.by.cells}
        </Text>
      </div>
    );
  }
  return (
    <div className={styles.wide}>
      <Choice
        label={label}
        hint={words.by.person}
        value={is}
        options={answers.map((value) => ({ value, text: texts[value] }))}
        onChoose={(chosen) => {
          const answer = answers.find((one) => one === chosen);
          if (answer) onChoose(answer);
        }}
      />
    </div>
  );
}

/** Columns whose blank cells mean what stands above them, or may do so. */
export function FilledDown({
  facts,
  reading: { said, correct },
}: {
  readonly facts: ReadingFacts;
  readonly reading: ReadingState;
}) {
  const styles = useStyles();
  const words = useReadingWords();
  const choice = ({ header, isFilled, isOfHeadings }: GappyColumn) => (
    <Checkbox
      key={header}
      label={isOfHeadings ? words.headings : header}
      checked={isFilled}
      onChange={(_, { checked }) => {
        correct(withBlanks(said, header, checked === true));
      }}
    />
  );
  const labels = facts.gappy.filter(({ isOfHeadings }) => !isOfHeadings);
  return (
    <>
      {facts.gappy.filter(({ isOfHeadings }) => isOfHeadings).map(choice)}
      {labels.length > 0 && (
        <fieldset className={styles.group}>
          <legend>
            <Text size={200}>{words.filledDown}</Text>
          </legend>
          <Text size={200} block className={styles.quiet}>
            {words.filledDownHint}
          </Text>
          {labels.map(choice)}
        </fieldset>
      )}
    </>
  );
}
