import { Button } from '@fluentui/react-components';
import { usePane } from './pane-context';

/** Opens what can be changed in a section, and closes it again. */
export function ChangeButton({
  isOpen,
  onToggle,
}: {
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}) {
  const { pane } = usePane();
  return (
    <Button
      size="small"
      appearance="transparent"
      aria-expanded={isOpen}
      onClick={() => {
        onToggle(!isOpen);
      }}
    >
      {isOpen ? pane.buttons.done : pane.buttons.change}
    </Button>
  );
}
