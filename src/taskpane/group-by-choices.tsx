import { Choice, named, type ChoiceOption } from './choice';
import { usePane } from './pane-context';

/** Stands for no column; no header is empty. */
const none = '';

/** One to three columns to group by, the next one offered once there is one before it. */
export function GroupByChoices({
  by,
  all,
  suggested,
  labels,
  isOpen = false,
  onChange,
}: {
  readonly by: readonly string[];
  readonly all: readonly string[];
  /** The columns that targets are set by, offered first. */
  readonly suggested: readonly string[];
  readonly labels: readonly string[];
  /** Whether it has to be said, so that none is not taken for an answer. */
  readonly isOpen?: boolean;
  readonly onChange: (by: readonly string[]) => void;
}) {
  const { pane } = usePane();
  const others = all.filter((header) => !suggested.includes(header));
  const places = Math.min(3, by.length + 1, Math.max(1, all.length));

  const choose = (place: number, header: string) => {
    const kept = by.filter((known, index) => index !== place && known !== header);
    const next = header === none ? kept.slice(0, place) : kept.toSpliced(place, 0, header);
    onChange(next.slice(0, 3));
  };
  return labels.slice(0, places).map((label, place) => {
    const isFree = (header: string) => header === by[place] || !by.includes(header);
    const nothing: ChoiceOption = {
      value: none,
      text: place === 0 ? pane.options.totalOnly : pane.options.nothing,
    };
    const first = { label: pane.options.targetColumns, options: named(suggested.filter(isFree)) };
    const second = { label: pane.options.otherColumns, options: named(others.filter(isFree)) };
    const isSplit = first.options.length > 0;
    return (
      <Choice
        key={by.slice(0, place).join('\n')}
        label={label}
        value={by[place] ?? (isOpen ? undefined : none)}
        placeholder={pane.data.choose}
        options={isSplit ? [nothing] : [nothing, ...second.options]}
        groups={isSplit ? [first, second] : []}
        onChoose={(header) => {
          choose(place, header);
        }}
      />
    );
  });
}
