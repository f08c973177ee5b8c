import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Imported } from '../../jobs';
import { usePane, useSelect } from '../pane-context';
import { Section } from '../section';
import { LineFaults } from './line-faults';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  count: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  all: { fontWeight: tokens.fontWeightSemibold },
  losses: { margin: 0, paddingLeft: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
  show: { marginTop: tokens.spacingVerticalS },
});

const parts = ['rows', 'header', 'above', 'blank', 'atFault'] as const;

/** What was written of a file, with every one of its lines counted. */
export function ImportResult({ imported }: { readonly imported: Imported }) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const select = useSelect();
  const words = pane.importing;
  const { file, rows, table, sheet, account, losses } = imported;
  return (
    <Section heading={file} isFramed>
      <Text block role="status">
        {words.written(numbers.count(rows), table, sheet)}
      </Text>
      <dl className={styles.list}>
        <dt className={styles.all}>{words.account.lines}</dt>
        <dd className={styles.count}>
          <strong>{numbers.count(account.lines)}</strong>
        </dd>
        {parts
          .filter((part) => part === 'rows' || account[part] > 0)
          .map((part) => (
            <div key={part} style={{ display: 'contents' }}>
              <dt>{words.account[part]}</dt>
              <dd className={styles.count}>{numbers.count(account[part])}</dd>
            </div>
          ))}
      </dl>
      {losses.length > 0 && (
        <ul className={styles.losses}>
          {losses.map((loss) => (
            <li key={`${loss.header} ${loss.code}`}>{words.losses[loss.code](loss)}</li>
          ))}
        </ul>
      )}
      <LineFaults faults={imported.faults} count={imported.faultCount} />
      <Button
        size="small"
        className={styles.show}
        onClick={() => {
          select({ sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } });
        }}
      >
        {words.show}
      </Button>
    </Section>
  );
}
