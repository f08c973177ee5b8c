import { useMemo } from 'react';
import { previewText, type AssessedTextTable, type PreviewCell } from '../../jobs';
import { usePane } from '../pane-context';
import { PreviewTable } from '../preview-table';
import type { FileEntry } from './use-import';

const shownRows = 5;

/** The first rows as they will stand in the table. */
export function FilePreview({
  assessed,
  readings,
}: {
  readonly assessed: AssessedTextTable;
  readonly readings: FileEntry['readings'];
}) {
  const { pane, numbers } = usePane();
  const rows = useMemo(() => previewText(assessed, readings, shownRows), [assessed, readings]);
  const shown = ({ value, isDay }: PreviewCell): string => {
    if (typeof value === 'number') return isDay ? numbers.day(value) : numbers.exact(value);
    return typeof value === 'string' ? value : '';
  };
  return (
    <PreviewTable
      heading={pane.importing.preview}
      columns={assessed.columns}
      rows={rows.map((cells) =>
        cells.map((cell) => ({
          text: shown(cell),
          isFigure: typeof cell.value === 'number' && !cell.isDay,
          isUnread: cell.isUnread,
        })),
      )}
    />
  );
}
