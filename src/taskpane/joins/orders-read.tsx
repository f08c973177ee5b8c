import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { sourceLabel, type DataFound } from '../../jobs';
import { usePane } from '../pane-context';
import { useJoins } from './use-joins';

const useStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  button: {
    paddingLeft: 0,
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForegroundLink,
  },
});

/** That lines were given the dates of their orders unasked, and the way to take it back. */
export function OrdersRead({
  found,
  onTakeBack,
}: {
  readonly found: DataFound;
  readonly onTakeBack: () => void;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const { choose } = useJoins(found);
  const { orders } = found.joins;
  if (!orders?.isFound || !found.sales) return null;
  return (
    <div className={styles.root}>
      <Text block size={200}>
        {pane.joins.readAsOrders({
          lines: sourceLabel(found.sales.source),
          source: sourceLabel(orders.table.raw.source),
          by: orders.columns.line.header,
        })}
      </Text>
      <Button
        size="small"
        appearance="transparent"
        className={styles.button}
        onClick={() => {
          onTakeBack();
          choose('orders', undefined);
        }}
      >
        {pane.joins.notSo}
      </Button>
    </div>
  );
}
