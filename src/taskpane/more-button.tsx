import { Button } from '@fluentui/react-components';
import { usePane } from './pane-context';

/** Shows more of a list, of which `rest` are not shown yet; nothing where none are left. */
export function MoreButton({
  rest,
  onMore,
}: {
  readonly rest: number;
  readonly onMore: () => void;
}) {
  const { pane, numbers } = usePane();
  if (rest <= 0) return null;
  return (
    <Button size="small" appearance="transparent" onClick={onMore}>
      {pane.rows.more(numbers.count(rest))}
    </Button>
  );
}
