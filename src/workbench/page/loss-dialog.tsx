import { useEffect, useId, useRef } from 'react';
import type { ReactElement } from 'react';

import type { Loss } from './losses';

interface LossDialogProps {
  readonly fileName: string;
  readonly losses: readonly Loss[];
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

const most = 3;

function places(where: readonly string[]): string {
  const more = where.length - most;
  return where.slice(0, most).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

/** Says what a saved copy would lack, before it is made. */
export function LossDialog({ fileName, losses, onSave, onCancel }: LossDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={title} onCancel={onCancel}>
      <h2 id={title}>The copy will lack some of what {fileName} holds</h2>
      <p>The workbench does not carry these. Your original file stays as it is.</p>
      <ul>
        {losses.map(({ what, where }) => (
          <li key={what}>
            {what} <span className="where">{places(where)}</span>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <button type="button" className="primary" onClick={onSave}>
          Save a copy without them
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
