import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { previewFix, type AssessedSide, type Fix, type FixPreview as Preview } from '../../jobs';
import { cellAddress, isError, quotedSheet, valueOf, type CellContent } from '../../workbook';
import { usePane } from '../pane-context';
import { useFocusFirst } from '../use-focus-first';
import { CellLink } from './cell-link';
import { useQualityWords } from './use-quality-words';

const useStyles = makeStyles({
  root: {
    marginTop: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    margin: `${tokens.spacingVerticalXS} 0`,
    '& th': { textAlign: 'left', fontWeight: tokens.fontWeightSemibold },
    '& th, & td': {
      padding: `2px ${tokens.spacingHorizontalXS} 2px 0`,
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
      fontVariantNumeric: 'tabular-nums',
    },
  },
  text: { whiteSpace: 'pre-wrap' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** So many cells are shown. */
const mostShown = 6;

/** What a fix would change, and the word to do it. */
export function FixPreview({
  side,
  fix,
  isBusy,
  onApply,
  onCancel,
}: {
  readonly side: AssessedSide;
  readonly fix: Fix;
  readonly isBusy: boolean;
  readonly onApply: (preview: Preview) => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const { numbers } = usePane();
  const { page, effect, more, fix: nameOf } = useQualityWords();
  const place = useFocusFirst<HTMLDivElement>(true);
  const preview = useMemo(() => previewFix(side, fix), [side, fix]);
  const shownChanges = preview.changes.slice(0, mostShown);
  const areDays = fix.rule.kind === 'swap' || fix.rule.kind === 'dates';
  const shown = (content: CellContent): string => {
    const value = valueOf(content);
    if (value === null) return '';
    if (isError(value)) return value.error;
    if (typeof value === 'number') return areDays ? numbers.day(value) : numbers.exact(value);
    return typeof value === 'string' ? `"${value}"` : String(value);
  };
  const rest = preview.effect.cells - shownChanges.length;
  return (
    <div className={styles.root} role="group" aria-label={`${page.preview}: ${nameOf(fix.rule)}`}>
      <Text size={200} block>
        {effect(preview.effect)}
      </Text>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{page.cell}</th>
            <th scope="col">{page.was}</th>
            <th scope="col">{page.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {shownChanges.map((change) => {
            const at = cellAddress(change.row, change.column);
            return (
              <tr key={`${change.sheet} ${at}`}>
                <td>
                  <CellLink at={`${quotedSheet(change.sheet)}!${at}`} />
                </td>
                <td className={styles.text}>{shown(change.old)}</td>
                <td className={styles.text}>{shown(change.new)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rest > 0 && (
        <Text size={200} block>
          {more(rest)}
        </Text>
      )}
      <div className={styles.buttons} ref={place}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={() => {
            onApply(preview);
          }}
        >
          {page.apply}
        </Button>
        <Button size="small" onClick={onCancel}>
          {page.cancel}
        </Button>
      </div>
    </div>
  );
}
