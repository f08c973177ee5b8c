import { Button, Text } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { JobProgress } from '../job-progress';
import { Loading } from '../loading';
import { usePane } from '../pane-context';
import { Section } from '../section';
import type { ActionsState, ListedAction } from '../use-actions';
import { ActionForm } from './action-form';
import { ActionItems } from './action-items';

/** What was agreed: open actions first, the earliest due on top. */
export function ActionsPage({ actions }: { readonly actions: ActionsState }) {
  const { pane } = usePane();
  const adding = useRef<HTMLSpanElement>(null);
  const [isAdding, setIsAdding] = useState(false);
  const all = actions.actions;
  const open = (all ?? []).filter((action) => action.isOpen).sort(byDue);
  const done = (all ?? []).filter((action) => !action.isOpen).sort(byDue);
  return (
    <>
      <Section
        heading={pane.actions.open(open.length)}
        action={
          <span ref={adding}>
            <Button
              size="small"
              appearance={all?.length === 0 ? 'primary' : 'secondary'}
              aria-expanded={isAdding}
              onClick={() => {
                setIsAdding(!isAdding);
              }}
            >
              {pane.buttons.addAction}
            </Button>
          </span>
        }
      >
        {isAdding && (
          <ActionForm
            about={{ row: '', period: '', variance: undefined }}
            actions={actions}
            onClose={() => {
              setIsAdding(false);
              adding.current?.querySelector('button')?.focus();
            }}
          />
        )}
        {actions.slow && <JobProgress job={actions.slow} />}
        {!all && !actions.slow && <Loading label={pane.progress.reading} />}
        {all?.length === 0 && !isAdding && <Text block>{pane.actions.none}</Text>}
        <ActionItems actions={open} />
      </Section>
      {done.length > 0 && (
        <Section heading={pane.actions.done(done.length)}>
          <ActionItems actions={done} />
        </Section>
      )}
    </>
  );
}

/** Without a due date last. */
function byDue(a: ListedAction, b: ListedAction): number {
  return (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER);
}
