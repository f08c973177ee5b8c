import type { ReactElement } from 'react';

import { DismissIcon } from './icons';

export interface Message {
  readonly tone: 'info' | 'error';
  readonly text: string;
}

interface MessageBarProps {
  readonly message: Message;
  readonly onDismiss: () => void;
}

export function MessageBar({ message, onDismiss }: MessageBarProps): ReactElement {
  const role = message.tone === 'error' ? 'alert' : 'status';
  return (
    <div className={`message ${message.tone}`} role={role}>
      <span>{message.text}</span>
      <button type="button" className="quiet" aria-label="Dismiss message" onClick={onDismiss}>
        <DismissIcon />
      </button>
    </div>
  );
}
