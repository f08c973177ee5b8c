import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { takeSelection } from '../../jobs';
import { usePane } from '../pane-context';
import type { Used } from '../use-focus-kept';
import { useJob } from '../use-job';
import { chosenSales, chosenTargets } from './chosen-source';

const useStyles = makeStyles({
  button: {
    paddingLeft: 0,
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForegroundLink,
  },
});

/** Takes what is selected in the sheet for the sales, or for the targets. */
export function SelectionButton({
  side,
  usedRef,
}: {
  readonly side: 'sales' | 'targets';
  /** Where the page may change with the choice. */
  readonly usedRef?: Used;
}) {
  const styles = useStyles();
  const { session, store, pane } = usePane();
  const { run, running } = useJob();
  const take = async () => {
    store.dismiss();
    const selected = await run(pane.progress.looking, () => takeSelection(session));
    if (!selected) return;
    if (selected.kind !== 'chosen') {
      store.tell('warning', pane.data.notSelected[selected.kind]);
      return;
    }
    const { name, marks } = selected;
    const { ranges, joins } = store.state().wishes;
    store.wish({
      ...(side === 'sales' ? chosenSales(name, joins) : chosenTargets(name)),
      ranges: { ...ranges, ...marks },
    });
  };
  return (
    <Button
      size="small"
      appearance="transparent"
      className={styles.button}
      disabledFocusable={running}
      aria-label={pane.data.useSelectionFor(pane.data[side])}
      onClick={() => {
        if (usedRef) usedRef.current = true;
        void take();
      }}
    >
      {pane.data.useSelection}
    </Button>
  );
}
