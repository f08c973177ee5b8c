import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AsideRows, ReadingFacts, RowsAccount } from '../../jobs';
import { issueSentence } from '../../wording';
import { usePane } from '../pane-context';
import { CellLink, CellSentence } from '../quality/cell-link';
import { useReadingWords } from './use-reading-words';

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'grid',
    gap: '2px',
    overflowWrap: 'anywhere',
  },
});

/** So many remarks are listed; the Data page has them all. */
const mostNoticed = 6;

/** The rows that were set aside, by reason and with cells, and what was assumed. */
export function RowsAside({
  account,
  totalColumns,
}: {
  readonly account: RowsAccount;
  readonly totalColumns: ReadingFacts['totalColumns'];
}) {
  const styles = useStyles();
  const { words } = usePane();
  const { aside, noticed } = account;
  if (aside.length + noticed.length + totalColumns.length === 0) return null;
  return (
    <ul className={styles.list}>
      {aside.map((rows) => (
        <li key={rows.code}>
          <AsideLine aside={rows} />
        </li>
      ))}
      {totalColumns.length > 0 && (
        <li>
          <TotalColumns columns={totalColumns} />
        </li>
      )}
      {noticed.slice(0, mostNoticed).map((issue) => (
        <li key={`${issue.code} ${issue.at} ${issue.found}`}>
          <CellSentence text={issueSentence(issue, words)} at={issue.at} />
        </li>
      ))}
    </ul>
  );
}

function TotalColumns({ columns }: { readonly columns: ReadingFacts['totalColumns'] }) {
  const words = useReadingWords();
  return (
    <Text size={200}>
      {words.totalColumns(columns.length)}:{' '}
      {columns.map(({ text, at }, index) => (
        <span key={at}>
          {index > 0 && ', '}
          {text === '' ? '' : `"${text}" `}
          <CellLink at={at} />
        </span>
      ))}
    </Text>
  );
}

function AsideLine({ aside: { code, rows, at } }: { readonly aside: AsideRows }) {
  const { numbers } = usePane();
  const words = useReadingWords();
  const rest = rows - at.length;
  return (
    <Text size={200}>
      {words.aside[code]?.(numbers.count(rows), rows === 1)}
      {at.length > 0 && ': '}
      {at.map((cell, index) => (
        <span key={cell}>
          {index > 0 && ', '}
          <CellLink at={cell} />
        </span>
      ))}
      {at.length > 0 && rest > 0 && ` ${words.andMore(numbers.count(rest))}`}
    </Text>
  );
}
