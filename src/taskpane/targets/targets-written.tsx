import { Button } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { Welcome } from '../report/welcome';

export interface WrittenTargets {
  readonly sheet: string;
  readonly table: string;
  readonly by: readonly string[];
}

/** Where the targets stand, and what to do with them. */
export function TargetsWritten({
  written,
  onStartOver,
}: {
  readonly written: WrittenTargets;
  readonly onStartOver: () => void;
}) {
  const { store, pane } = usePane();
  const { table, sheet, by } = written;
  return (
    <Welcome
      hasFocus
      heading={pane.wizard.heading}
      text={pane.wizard.written(table, sheet)}
      action={
        <Button
          appearance="primary"
          onClick={() => {
            store.reportOn(table, by);
          }}
        >
          {pane.buttons.buildWithTargets}
        </Button>
      }
    >
      <p>
        <Button onClick={onStartOver}>{pane.buttons.startOver}</Button>
      </p>
    </Welcome>
  );
}
