import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { usePane } from './pane-context';

/** In milliseconds. */
const shortWait = 300;

/** Stands in for what is on its way; a short wait shows nothing. */
export function Loading({ label }: { readonly label?: string }) {
  const { pane } = usePane();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLong(true);
    }, shortWait);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  // The spinner's own delay would leave a progress bar there without its name.
  return isLong ? <Spinner size="small" label={label ?? pane.title} /> : null;
}
