import { Choice, named, type ChoiceOption } from '../choice';
import { usePane } from '../pane-context';
import type { DataState } from '../use-data';

/** Stands for no column; no header is empty. */
const none = '';

/** One to three columns to group by, the next one offered once there is one before it. */
export function GroupByChoices({ data }: { readonly data: DataState }) {
  const { store, pane } = usePane();
  const by = (data.found?.by ?? []).map(({ header }) => header);
  const all = (data.found?.dimensions ?? []).map(({ header }) => header);
  const others = all.filter((header) => !data.suggestedBy.includes(header));
  const places = Math.min(3, by.length + 1, Math.max(1, all.length));

  const choose = (place: number, header: string) => {
    const kept = by.filter((known, index) => index !== place && known !== header);
    const next = header === none ? kept.slice(0, place) : kept.toSpliced(place, 0, header);
    store.wish({ by: next.slice(0, 3), targetDimensions: undefined });
  };
  return pane.options.groupBy.slice(0, places).map((label, place) => {
    const isFree = (header: string) => header === by[place] || !by.includes(header);
    const nothing: ChoiceOption = {
      value: none,
      text: place === 0 ? pane.options.totalOnly : pane.options.nothing,
    };
    return (
      <Choice
        key={by.slice(0, place).join('\n')}
        label={label}
        value={by[place] ?? none}
        options={[nothing]}
        groups={[
          { label: pane.options.targetColumns, options: named(data.suggestedBy.filter(isFree)) },
          { label: pane.options.otherColumns, options: named(others.filter(isFree)) },
        ]}
        onChoose={(header) => {
          choose(place, header);
        }}
      />
    );
  });
}
