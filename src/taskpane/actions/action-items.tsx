import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import type { ListedAction } from '../use-actions';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  top: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  due: { whiteSpace: 'nowrap', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ActionItems({ actions }: { readonly actions: readonly ListedAction[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {actions.map((action, index) => (
        // Two actions may be worded alike; their order is their identity.
        <li key={`${String(index)} ${action.what}`} className={styles.item}>
          <ActionItem action={action} />
        </li>
      ))}
    </ul>
  );
}

function ActionItem({ action }: { readonly action: ListedAction }) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const { row, period, variance, owner, due, status, note } = action;
  const about = [
    row === '' ? pane.actions.noRow : row,
    period,
    variance === undefined ? '' : pane.actions.varianceThen(numbers.signed(variance)),
  ];
  const who = [owner === '' ? pane.actions.noOwner : owner, status];
  const line = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return (
    <>
      <div className={styles.top}>
        <Text weight="semibold">{action.what}</Text>
        {due !== undefined && (
          <Text size={200} className={styles.due}>
            {pane.actions.dueOn(numbers.day(due))}
          </Text>
        )}
      </div>
      <Text block size={200}>
        {line(about)}
      </Text>
      <Text block size={200} className={styles.quiet}>
        {line(who)}
      </Text>
      {note !== '' && (
        <Text block size={200} className={styles.quiet}>
          {note}
        </Text>
      )}
    </>
  );
}
