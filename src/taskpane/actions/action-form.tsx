import {
  Button,
  Field,
  Input,
  makeStyles,
  mergeClasses,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useId, useState, type SyntheticEvent } from 'react';
import { serialDates } from '../../jobs';
import { usePane } from '../pane-context';
import { useFocusFirst } from '../use-focus-first';
import type { ActionsState } from '../use-actions';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
  },
  wide: { gridColumn: '1 / -1' },
  half: { width: '100%', minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
  buttons: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalS },
});

/** What an action is about: a row of the report, or nothing in particular. */
export interface ActionSubject {
  readonly row: string;
  readonly period: string;
  readonly variance: number | undefined;
}

/** A new action: what, who, until when. */
export function ActionForm({
  about,
  actions,
  onClose,
}: {
  readonly about: ActionSubject;
  readonly actions: ActionsState;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { words, pane, numbers } = usePane();
  const heading = useId();
  const form = useFocusFirst<HTMLFormElement>(true);
  const [what, setWhat] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const [note, setNote] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);

  const save = async () => {
    setIsAsked(true);
    if (what.trim() === '') form.current?.querySelector('input')?.focus();
    if (what.trim() === '' || isSaving) return;
    setIsSaving(true);
    const isSaved = await actions.add({
      ...about,
      what: what.trim(),
      owner: owner.trim(),
      due: serialDates.findIso(due),
      status: words.actionHeaders.open,
      note: note.trim(),
    });
    setIsSaving(false);
    if (isSaved) onClose();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save();
  };
  const isMissing = isAsked && what.trim() === '';
  return (
    <form ref={form} className={styles.form} aria-labelledby={heading} onSubmit={submit} noValidate>
      <Text className={styles.wide} size={200} id={heading}>
        <Text size={200} weight="semibold">
          {pane.actions.form}
        </Text>{' '}
        {[about.row, about.period, about.variance !== undefined && numbers.signed(about.variance)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Field
        className={styles.wide}
        size="small"
        label={pane.actions.what}
        required
        {...(isMissing && { validationMessage: pane.actions.whatIsMissing })}
      >
        <Input
          size="small"
          value={what}
          onChange={(_, { value }) => {
            setWhat(value);
          }}
        />
      </Field>
      <Field size="small" label={pane.actions.owner}>
        <Input
          size="small"
          className={styles.half}
          value={owner}
          onChange={(_, { value }) => {
            setOwner(value);
          }}
        />
      </Field>
      <Field size="small" label={pane.actions.due}>
        <Input
          size="small"
          type="date"
          className={styles.half}
          value={due}
          onChange={(_, { value }) => {
            setDue(value);
          }}
        />
      </Field>
      <Field size="small" className={styles.wide} label={pane.actions.note}>
        <Textarea
          size="small"
          rows={2}
          value={note}
          onChange={(_, { value }) => {
            setNote(value);
          }}
        />
      </Field>
      <div className={mergeClasses(styles.wide, styles.buttons)}>
        <Button size="small" onClick={onClose}>
          {pane.buttons.cancel}
        </Button>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={isSaving}>
          {pane.buttons.saveAction}
        </Button>
      </div>
    </form>
  );
}
