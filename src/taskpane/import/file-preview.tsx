import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { previewText, type AssessedTextTable, type PreviewCell } from '../../jobs';
import { usePane } from '../pane-context';
import { PreviewTable } from '../preview-table';
import type { FileEntry } from './use-import';

const useStyles = makeStyles({
  titles: { marginTop: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
});

const shownRows = 5;

/** What stands above the table, which may tell year and unit, and its first rows as they will stand there. */
export function FilePreview({
  file,
  assessed,
  readings,
}: {
  readonly file: string;
  readonly assessed: AssessedTextTable;
  readonly readings: FileEntry['readings'];
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const { titles } = assessed.table;
  const rows = useMemo(() => previewText(assessed, readings, shownRows), [assessed, readings]);
  const shown = ({ value, isDay }: PreviewCell): string => {
    if (typeof value === 'number') return isDay ? numbers.day(value) : numbers.exact(value);
    return typeof value === 'string' ? value : '';
  };
  return (
    <>
      {titles.length > 0 && (
        <div className={styles.titles}>
          <Text as="h3" block size={200} weight="semibold">
            {pane.importing.account.above}
          </Text>
          {titles.slice(0, shownRows).map((fields, line) => (
            <Text key={line} block size={200}>
              {fields.filter((text) => text.trim() !== '').join(' · ')}
            </Text>
          ))}
        </div>
      )}
      <PreviewTable
        heading={pane.importing.preview}
        name={`${pane.importing.preview}: ${file}`}
        columns={assessed.columns}
        rows={rows.map((cells) =>
          cells.map((cell) => ({
            text: shown(cell),
            isFigure: typeof cell.value === 'number' && !cell.isDay,
            isUnread: cell.isUnread,
          })),
        )}
      />
    </>
  );
}
