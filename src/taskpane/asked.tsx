import { makeStyles, MessageBar, MessageBarBody, Select, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  // A long answer would make its list, and so the pane, wider than the window.
  body: { minWidth: 0 },
  answer: {
    margin: `${tokens.spacingVerticalXS} 0`,
    minWidth: 0,
    '& select': { minWidth: 0, textOverflow: 'ellipsis' },
  },
});

/** A question with the answers there are; `textOf` is how people read one. */
export function Asked({
  sentence,
  answers,
  textOf,
  onAnswer,
  children,
}: {
  readonly sentence: string;
  readonly answers: readonly string[];
  readonly textOf: (answer: string) => string;
  readonly onAnswer: (answer: string) => void;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const id = useId();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        <span id={id}>{sentence}</span>
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
            {answers.map((answer) => (
              <option key={answer} value={answer}>
                {textOf(answer)}
              </option>
            ))}
          </Select>
        )}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
