import { sourceLabel, type DataFound } from '../../jobs';
import { Choice, named } from '../choice';
import { GroupByChoices } from '../group-by-choices';
import { usePane } from '../pane-context';
import { ScopeItems } from './scope-items';
import type { SalesSide, Wizard } from './wizard';

/** Stands for every name; no header is empty. */
const all = '';

/** Which amounts, by which columns, for whom. */
export function StepWhat({
  found,
  sales,
  wizard,
  onChange,
}: {
  readonly found: DataFound;
  readonly sales: SalesSide;
  readonly wizard: Wizard;
  readonly onChange: (change: Partial<Wizard>) => void;
}) {
  const { store, pane } = usePane();
  const numbers = sales.table.columns.filter((column) => column.kind === 'number');
  const dimensions = found.dimensions.map(({ header }) => header);
  const scope = found.dimensions.find(({ header }) => header === wizard.scope);
  return (
    <>
      <Choice
        label={pane.wizard.measure}
        hint={pane.wizard.measureHint(sourceLabel(sales.source))}
        value={sales.amount?.header}
        options={named(numbers.map(({ header }) => header))}
        onChoose={(salesAmount) => {
          store.wish({ salesAmount });
        }}
      />
      <GroupByChoices
        by={wizard.by}
        all={dimensions}
        suggested={[]}
        labels={[pane.wizard.by, ...pane.options.groupBy.slice(1)]}
        onChange={(by) => {
          onChange({ by });
        }}
      />
      <Choice
        label={pane.wizard.scope}
        value={wizard.scope ?? all}
        options={[
          { value: all, text: pane.wizard.allItems },
          ...dimensions.map((value) => ({ value, text: pane.wizard.onlySome(value) })),
        ]}
        onChoose={(chosen) => {
          onChange({ scope: chosen === all ? undefined : chosen, texts: [] });
        }}
      />
      {scope && (
        <ScopeItems
          table={sales.table}
          column={scope}
          chosen={wizard.texts}
          onChange={(texts) => {
            onChange({ texts });
          }}
        />
      )}
    </>
  );
}
