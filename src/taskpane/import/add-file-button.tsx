import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { usePane } from '../pane-context';

/** The browser's own choice of files; what is chosen goes to the import page. */
export function AddFileButton({ isPrimary = false }: { readonly isPrimary?: boolean }) {
  const { store, pane } = usePane();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance={isPrimary ? 'primary' : 'secondary'}
        onClick={() => {
          input.current?.click();
        }}
      >
        {pane.importing.addFile}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values"
        onChange={({ target }) => {
          store.addFiles(Array.from(target.files ?? []));
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
