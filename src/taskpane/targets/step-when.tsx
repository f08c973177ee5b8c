import { Field, Input } from '@fluentui/react-components';
import type { Grain } from '../../sales';
import { Choice } from '../choice';
import { usePane } from '../pane-context';
import type { Wizard } from './wizard';

const grains: readonly Grain[] = ['month', 'quarter', 'year'];

/** Which year, in which periods. */
export function StepWhen({
  wizard,
  onChange,
}: {
  readonly wizard: Wizard;
  readonly onChange: (change: Partial<Wizard>) => void;
}) {
  const { pane } = usePane();
  return (
    <>
      <Field label={pane.wizard.year} size="small">
        <Input
          size="small"
          inputMode="numeric"
          value={wizard.year}
          onChange={(_, { value }) => {
            onChange({ year: value });
          }}
        />
      </Field>
      <Choice
        label={pane.wizard.grain}
        value={wizard.grain}
        options={grains.map((value) => ({ value, text: pane.options.grains[value] }))}
        onChoose={(value) => {
          onChange({ grain: value as Grain });
        }}
      />
    </>
  );
}
