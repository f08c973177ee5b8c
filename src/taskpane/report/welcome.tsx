import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalL} 0` },
  heading: { margin: `0 0 ${tokens.spacingVerticalS}`, display: 'block' },
  action: { marginTop: tokens.spacingVerticalM },
});

/** A first screen: what is needed, and the one next step. */
export function Welcome({
  heading,
  text,
  action,
  children,
}: {
  readonly heading: string;
  readonly text: string;
  readonly action: ReactNode;
  readonly children?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Subtitle1 as="h2" className={styles.heading}>
        {heading}
      </Subtitle1>
      <Text block>{text}</Text>
      <div className={styles.action}>{action}</div>
      {children}
    </div>
  );
}
