import { useRef } from 'react';
import type { ReactElement } from 'react';

import { NewIcon, OpenIcon, SampleIcon, SaveIcon, ThemeIcon } from './icons';
import type { ThemeName } from './options';

interface TitleBarProps {
  readonly fileName: string;
  readonly theme: ThemeName;
  readonly isBusy: boolean;
  readonly onNew: () => void;
  readonly onSample: () => void;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  readonly onTheme: () => void;
}

export function TitleBar(props: TitleBarProps): ReactElement {
  const { fileName, theme, isBusy } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <header className="title-bar">
      <div className="brand">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 17V9h3v8H3Zm5.500 0V4h3v13h-3ZM14 17v-6h3v6h-3Z" fill="currentColor" />
        </svg>
        <h1 title={fileName}>{fileName}</h1>
        <span className="badge">Sales Monitor workbench · not Excel</span>
      </div>
      <div className="file-actions" role="group" aria-label="File">
        <button type="button" disabled={isBusy} onClick={props.onNew} title="A blank workbook">
          <NewIcon />
          <span>New</span>
        </button>
        <button
          type="button"
          disabled={isBusy}
          onClick={props.onSample}
          title="Three years of real sales and quotas"
        >
          <SampleIcon />
          <span>Sample</span>
        </button>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => input.current?.click()}
          title="Open an .xlsx file. It stays on this machine."
        >
          <OpenIcon />
          <span>Open</span>
        </button>
        <button type="button" disabled={isBusy} onClick={props.onSave} title="Save as a new file">
          <SaveIcon />
          <span>Save a copy</span>
        </button>
        <button
          type="button"
          onClick={props.onTheme}
          aria-label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
          title={theme === 'dark' ? 'Light theme' : 'Dark theme'}
        >
          <ThemeIcon />
        </button>
        <input
          ref={input}
          type="file"
          accept=".xlsx,.xlsm"
          hidden
          aria-label="Workbook file"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) props.onOpen(file);
            event.target.value = '';
          }}
        />
      </div>
    </header>
  );
}
