import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({
  select: { minWidth: 0, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

export interface ChoiceOption {
  readonly value: string;
  readonly text: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly options: readonly ChoiceOption[];
}

/** One of several, as the browser's own list: it needs no room beyond the pane's edge. */
export function Choice({
  label,
  hint,
  value,
  placeholder,
  options = [],
  groups = [],
  onChoose,
}: {
  readonly label: string;
  readonly hint?: string;
  /** Undefined while nothing is chosen. */
  readonly value: string | undefined;
  readonly placeholder?: string;
  readonly options?: readonly ChoiceOption[];
  readonly groups?: readonly ChoiceGroup[];
  readonly onChoose: (value: string) => void;
}) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" {...(hint !== undefined && { hint })}>
      <Select
        className={styles.select}
        size="small"
        value={value ?? ''}
        onChange={(_, data) => {
          onChoose(data.value);
        }}
      >
        {value === undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
        {groups
          .filter((group) => group.options.length > 0)
          .map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </optgroup>
          ))}
      </Select>
    </Field>
  );
}

/** Names that stand for themselves. */
export function named(names: readonly string[]): ChoiceOption[] {
  return names.map((name) => ({ value: name, text: name }));
}
