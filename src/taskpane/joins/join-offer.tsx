import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DataFound, JoinedKind } from '../../jobs';
import { usePane } from '../pane-context';
import type { Used } from '../use-focus-kept';
import { useJoinable } from './use-check';
import { useJoins } from './use-joins';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: `0 0 ${tokens.spacingVerticalM}`,
  },
  text: { flexBasis: '100%' },
});

/** The tables that would close what is open, to be joined or not. */
export function JoinOffer({
  kind,
  found,
  usedRef,
}: {
  readonly kind: Exclude<JoinedKind, 'orders' | 'credits'>;
  readonly found: DataFound;
  /** The button goes away once its table is joined. */
  readonly usedRef: Used;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const joinable = useJoinable(found);
  const { choose } = useJoins(found);
  if (!joinable) return null;
  const fitting = joinable.filter(({ looks }) => looks === kind);
  const { offerRates, noRates, offerAssignments, join } = pane.joins;
  if (fitting.length === 0) {
    if (kind !== 'rates') return null;
    return (
      <Text block size={200}>
        {noRates}
      </Text>
    );
  }
  return (
    <div className={styles.root}>
      <Text size={200} className={styles.text}>
        {kind === 'rates' ? offerRates : offerAssignments}
      </Text>
      {fitting.map(({ source }) => (
        <Button
          key={source}
          size="small"
          onClick={() => {
            usedRef.current = true;
            choose(kind, source);
          }}
        >
          {join(source)}
        </Button>
      ))}
    </div>
  );
}
