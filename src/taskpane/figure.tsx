import type { Measure } from '../sales';
import { usePane } from './pane-context';

/** A figure with its every digit in the tooltip; where there is none, "n.a.". */
export function Figure({
  value,
  format,
}: {
  readonly value: Measure;
  readonly format: (value: number) => string;
}) {
  const { words, numbers } = usePane();
  if (typeof value !== 'number') return <span>{words.notAvailable}</span>;
  return (
    <data value={String(value)} title={numbers.exact(value)}>
      {format(value)}
    </data>
  );
}
