import { makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  root: { marginBottom: tokens.spacingVerticalL },
  framed: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    boxShadow: tokens.shadow2,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
});

/** A part of a page with its heading, and at the heading's side what can be done with it. */
export function Section({
  heading,
  action,
  isFramed = false,
  children,
}: {
  readonly heading: string;
  readonly action?: ReactNode;
  readonly isFramed?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.root, isFramed && styles.framed)}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={id}>
          {heading}
        </Subtitle2>
        {action}
      </div>
      {children}
    </section>
  );
}
