import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useFocusFirst } from '../use-focus-first';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalL} 0` },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}`, display: 'block' },
  question: { '& ul': { marginTop: tokens.spacingVerticalM } },
  action: { marginTop: tokens.spacingVerticalM },
});

/** A first screen: what is needed, and the one next step. */
export function Welcome({
  heading,
  text,
  question,
  action,
  hasFocus = false,
  children,
}: {
  readonly heading: string;
  readonly text: string;
  /** What has to be answered before the step can be taken. */
  readonly question?: ReactNode;
  readonly action: ReactNode;
  /** It appears in place of what had the focus. */
  readonly hasFocus?: boolean;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  const place = useFocusFirst<HTMLDivElement>(hasFocus);
  return (
    <div className={styles.root} ref={place}>
      <Subtitle1 as="h2" className={styles.heading}>
        {heading}
      </Subtitle1>
      <Text block>{text}</Text>
      {question && <div className={styles.question}>{question}</div>}
      <div className={styles.action}>{action}</div>
      {children}
    </div>
  );
}
