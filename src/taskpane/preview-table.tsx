import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';

const shadow = tokens.colorNeutralStroke1;
const cover = tokens.colorNeutralBackground1;

const useStyles = makeStyles({
  heading: { display: 'block', margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  frame: {
    overflowX: 'auto',
    // A shadow at each edge behind which there is more: the covers move along with the table's ends.
    backgroundImage: [
      `linear-gradient(to right, ${cover} 50%, transparent)`,
      `linear-gradient(to left, ${cover} 50%, transparent)`,
      `linear-gradient(to right, ${shadow}, transparent)`,
      `linear-gradient(to left, ${shadow}, transparent)`,
    ].join(', '),
    backgroundPosition: 'left, right, left, right',
    backgroundSize: '32px 100%, 32px 100%, 12px 100%, 12px 100%',
    backgroundRepeat: 'no-repeat',
    backgroundAttachment: 'local, local, scroll, scroll',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    },
  },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& th': { verticalAlign: 'top', fontWeight: tokens.fontWeightSemibold },
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
  text: { textAlign: 'left' },
  figure: { textAlign: 'right' },
  unread: { fontStyle: 'italic', color: tokens.colorStatusWarningForeground3 },
  mark: {
    display: 'block',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightRegular,
  },
});

export interface PreviewColumn {
  readonly header: string;
  /** What the column serves as. */
  readonly mark?: string | undefined;
}

export interface ShownCell {
  readonly text: string;
  readonly isFigure?: boolean;
  readonly isUnread?: boolean;
}

const shownColumns = 30;

/** A few rows of a table; wider than the pane, it scrolls within itself. */
export function PreviewTable({
  heading,
  name = heading,
  columns,
  rows,
}: {
  readonly heading: string;
  /** Where several tables have the same heading. */
  readonly name?: string;
  readonly columns: readonly PreviewColumn[];
  readonly rows: readonly (readonly ShownCell[])[];
}) {
  const styles = useStyles();
  return (
    <>
      <Text as="h3" size={200} weight="semibold" className={styles.heading}>
        {heading}
      </Text>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it sideways only where it takes the focus */}
      <div className={styles.frame} role="region" aria-label={name} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.slice(0, shownColumns).map(({ header, mark }, column) => (
                <th
                  key={column}
                  scope="col"
                  className={rows[0]?.[column]?.isFigure ? styles.figure : styles.text}
                >
                  {header}
                  {mark !== undefined && <span className={styles.mark}>{mark}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.slice(0, shownColumns).map(({ text, isFigure, isUnread }, column) => (
                  <td
                    key={column}
                    className={mergeClasses(isFigure && styles.figure, isUnread && styles.unread)}
                  >
                    {text}
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
