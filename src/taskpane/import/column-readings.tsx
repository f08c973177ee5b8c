import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useId } from 'react';
import {
  readingKey,
  readingOf,
  type AssessedTextTable,
  type ColumnReading,
  type ReadingQuestion,
} from '../../jobs';
import { usePane } from '../pane-context';
import type { FileEntry, ImportState } from './use-import';

const useStyles = makeStyles({
  heading: { display: 'block', marginTop: tokens.spacingVerticalM },
  questions: { display: 'grid', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  answer: { marginTop: tokens.spacingVerticalXS },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalXS} 0 0`,
  },
  term: { overflowWrap: 'anywhere' },
  details: { margin: 0, minWidth: 0 },
  select: { minWidth: 0, width: '100%', '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Given {
  readonly entry: FileEntry;
  readonly assessed: AssessedTextTable;
  readonly importing: ImportState;
}

/** How each column is read: what is certain is shown, the rest asked. */
export function ColumnReadings({ entry, assessed, importing }: Given) {
  const styles = useStyles();
  const words = usePane().pane.importing;
  const listed = assessed.columns.map((column, index) => ({ ...column, index }));
  const open = listed.flatMap(({ reading, ...rest }) =>
    'question' in reading && !entry.readings.has(rest.index)
      ? [{ ...rest, question: reading.question }]
      : [],
  );
  const isOpen = (index: number) => open.some((one) => one.index === index);
  return (
    <>
      <div className={styles.questions}>
        {open.map(({ index, header, question }) => (
          <QuestionBar
            key={index}
            header={header}
            question={question}
            line={assessed.table.lineOfRow[question.row] ?? 0}
            onChoose={(reading) => {
              importing.chooseReading(entry, index, reading);
            }}
          />
        ))}
      </div>
      <Text as="h3" size={200} weight="semibold" className={styles.heading}>
        {words.columns}
      </Text>
      <dl className={styles.list}>
        {listed
          .filter(({ index }) => !isOpen(index))
          .map(({ index, header, readings, evidence }) => {
            const reading = readingOf(assessed, index, entry.readings) ?? { kind: 'text' };
            return (
              <div key={index} style={{ display: 'contents' }}>
                <dt className={styles.term}>
                  <Text size={200}>{header}</Text>
                </dt>
                <dd className={styles.details}>
                  {readings.length > 1 ? (
                    <ReadingSelect
                      label={words.readingOf(header)}
                      readings={readings}
                      chosen={reading}
                      onChoose={(one) => {
                        importing.chooseReading(entry, index, one);
                      }}
                    />
                  ) : (
                    <Text size={200}>{words.readings[readingKey(reading)]}</Text>
                  )}
                  {evidence.kept && reading.kind === 'text' && (
                    <Text block size={200} className={styles.note}>
                      {words.kept[evidence.kept]}
                    </Text>
                  )}
                </dd>
              </div>
            );
          })}
      </dl>
    </>
  );
}

function ReadingSelect({
  label,
  labelledBy,
  readings,
  chosen,
  onChoose,
}: {
  readonly label?: string;
  readonly labelledBy?: string;
  readonly readings: readonly ColumnReading[];
  readonly chosen: ColumnReading | undefined;
  readonly onChoose: (reading: ColumnReading) => void;
}) {
  const styles = useStyles();
  const words = usePane().pane.importing;
  return (
    <Select
      size="small"
      className={styles.select}
      aria-label={label}
      aria-labelledby={labelledBy}
      value={chosen ? readingKey(chosen) : ''}
      onChange={(_, { value }) => {
        const reading = readings.find((one) => readingKey(one) === value);
        if (reading) onChoose(reading);
      }}
    >
      {!chosen && (
        <option value="" disabled>
          {words.choose}
        </option>
      )}
      {readings.map((reading) => (
        <option key={readingKey(reading)} value={readingKey(reading)}>
          {words.readings[readingKey(reading)]}
        </option>
      ))}
    </Select>
  );
}

function QuestionBar({
  header,
  question,
  line,
  onChoose,
}: {
  readonly header: string;
  readonly question: ReadingQuestion;
  readonly line: number;
  readonly onChoose: (reading: ColumnReading) => void;
}) {
  const styles = useStyles();
  const words = usePane().pane.importing;
  const id = useId();
  const { text, against, readings } = question;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <span id={id}>{words.question({ header, text, line: String(line), against })}</span>
        <div className={styles.answer}>
          <ReadingSelect
            labelledBy={id}
            readings={readings}
            chosen={undefined}
            onChoose={onChoose}
          />
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
