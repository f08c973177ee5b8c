import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import { previewText, type AssessedTextTable, type PreviewCell } from '../../jobs';
import { usePane } from '../pane-context';
import type { FileEntry } from './use-import';

const useStyles = makeStyles({
  heading: { display: 'block', margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  frame: {
    overflowX: 'auto',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
  },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
    '& th, & td': {
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      whiteSpace: 'nowrap',
      maxWidth: '180px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
    '& td': { fontVariantNumeric: 'tabular-nums' },
  },
  figure: { textAlign: 'right' },
  unread: { fontStyle: 'italic', color: tokens.colorStatusWarningForeground3 },
});

const shownRows = 5;
const shownColumns = 30;

/** The first rows as they will stand in the table. */
export function FilePreview({
  assessed,
  readings,
}: {
  readonly assessed: AssessedTextTable;
  readonly readings: FileEntry['readings'];
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const id = useId();
  const rows = useMemo(() => previewText(assessed, readings, shownRows), [assessed, readings]);
  const shown = ({ value, isDay }: PreviewCell): string => {
    if (typeof value === 'number') return isDay ? numbers.day(value) : numbers.exact(value);
    return typeof value === 'string' ? value : '';
  };
  return (
    <>
      <Text as="h3" id={id} size={200} weight="semibold" className={styles.heading}>
        {pane.importing.preview}
      </Text>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it sideways only where it takes the focus */}
      <div className={styles.frame} role="region" aria-labelledby={id} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {assessed.columns.slice(0, shownColumns).map(({ header }) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.slice(0, shownColumns).map((cell, column) => (
                  <td
                    key={column}
                    className={mergeClasses(
                      typeof cell.value === 'number' && !cell.isDay && styles.figure,
                      cell.isUnread && styles.unread,
                    )}
                  >
                    {shown(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
