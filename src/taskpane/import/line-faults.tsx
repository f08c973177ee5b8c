import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LineFault } from '../../jobs';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalS, fontSize: tokens.fontSizeBase200 },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

const shown = 5;

/** The lines that no row comes of, and why. */
export function LineFaults({
  faults,
  count,
}: {
  readonly faults: readonly LineFault[];
  readonly count: number;
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const words = pane.importing;
  if (count === 0) return null;
  return (
    <div className={styles.root}>
      <Text size={200} weight="semibold">
        {words.setAside(count)}
      </Text>
      <ul className={styles.list}>
        {faults.slice(0, shown).map((fault) => (
          <li key={fault.line}>{words.faults[fault.code](fault)}</li>
        ))}
        {count > shown && <li>{words.moreFaults(numbers.count(count - shown))}</li>}
      </ul>
    </div>
  );
}
