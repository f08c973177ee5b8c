import { Spinner } from '@fluentui/react-components';
import { usePane } from './pane-context';

/** Stands in for what is on its way; a short wait shows nothing. */
export function Loading({ label }: { readonly label?: string }) {
  const { pane } = usePane();
  return <Spinner size="small" delay={300} label={label ?? pane.title} />;
}
