import { Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { NamedColumn, ReadingFacts } from '../../jobs';
import { useChoiceStyles } from './choice-styles';
import type { ReadingState } from './use-reading';
import { useReadingWords } from './use-reading-words';

const useStyles = makeStyles({
  legend: { padding: 0 },
  input: { minWidth: 0, width: '100%' },
});

/** The names of columns that no header gives, to be said otherwise. */
export function NameChoices({
  facts: { names, preview },
  reading,
}: {
  readonly facts: ReadingFacts;
  readonly reading: ReadingState;
}) {
  const styles = useStyles();
  const choice = useChoiceStyles();
  const words = useReadingWords();
  return (
    <fieldset className={choice.group}>
      <legend className={styles.legend}>
        <Text size={200}>{words.unnamed}</Text>
      </legend>
      <div className={choice.grid}>
        {names.map((column) => (
          <NameChoice
            key={column.part}
            column={column}
            others={preview.headers.filter((header) => header !== column.name)}
            reading={reading}
          />
        ))}
      </div>
    </fieldset>
  );
}

function NameChoice({
  column: { part, name },
  others,
  reading: { said, nameColumn },
}: {
  readonly column: NamedColumn;
  readonly others: readonly string[];
  readonly reading: ReadingState;
}) {
  const styles = useStyles();
  const words = useReadingWords();
  /** What is typed and not taken yet. */
  const [typed, setTyped] = useState<string>();
  const wished = typed?.trim();
  const taken = others.find((header) => header.toLowerCase() === wished?.toLowerCase());
  const take = () => {
    if (taken !== undefined) return;
    setTyped(undefined);
    if (wished === undefined || wished === name) return;
    nameColumn({ part, name: wished === '' ? undefined : wished });
  };
  return (
    <Field
      label={words.names[part]}
      size="small"
      {...(said.names?.[part] !== undefined && { hint: words.by.person })}
      {...(taken !== undefined && { validationMessage: words.nameTaken(taken) })}
    >
      <Input
        className={styles.input}
        size="small"
        value={typed ?? name}
        onChange={(_, { value }) => {
          setTyped(value);
        }}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === 'Enter') take();
          if (key === 'Escape') setTyped(undefined);
        }}
      />
    </Field>
  );
}
