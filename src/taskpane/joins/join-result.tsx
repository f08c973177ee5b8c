import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { JoinsChecked } from '../../jobs';
import { Figure } from '../figure';
import { MoreButton } from '../more-button';
import { usePane } from '../pane-context';
import { CellLink } from '../quality/cell-link';
import { IssueList } from '../report/issue-list';

const useStyles = makeStyles({
  // Of all tables above, and not of the last of them.
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  figures: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

/** So many names are listed at once. */
const step = 10;

/** What met, what did not, and that no sale was lost on the way. */
export function JoinResult({ checked }: { readonly checked: JoinsChecked }) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const { ordered, assigned, credited, converted, issues } = checked;
  const isEmpty = !ordered && !assigned && !credited && !converted;
  const isStopped = isEmpty && issues.length > 0;
  if (isEmpty && !isStopped) return null;
  return (
    <div className={styles.root}>
      {ordered && (
        <Text block size={200}>
          {pane.joins.ordered({
            lines: numbers.count(ordered.lines),
            placed: numbers.count(ordered.placed),
            orders: numbers.count(ordered.orders),
            withoutLines: numbers.count(ordered.withoutLines),
            source: ordered.source,
          })}
        </Text>
      )}
      {assigned && <AssignedResult assigned={assigned} />}
      {credited && (
        <Text block size={200}>
          {pane.joins.shared(credited)}{' '}
          {credited.unknown > 0 && pane.joins.unknownDeals(credited.unknown)}
        </Text>
      )}
      {converted && (
        <Text block size={200}>
          {pane.joins.converted({
            to: converted.to,
            rows: converted.rows.map(({ currency, rows }) => ({
              currency,
              rows: pane.joins.ofRows(numbers.count(rows), rows),
            })),
          })}
        </Text>
      )}
      {isStopped && (
        <>
          <Text block size={200} weight="semibold">
            {pane.joins.standsInTheWay}
          </Text>
          <IssueList issues={issues} />
        </>
      )}
    </div>
  );
}

function AssignedResult({ assigned }: Required<Pick<JoinsChecked, 'assigned'>>) {
  const styles = useStyles();
  const { words, pane, numbers } = usePane();
  const [most, setMost] = useState(step);
  const { from, to, names, unassigned, split, isOneCurrency } = assigned;
  const rest = unassigned.length - most;
  const sum = ({ rows, amount }: (typeof split)['all']) =>
    isOneCurrency ? (
      <Figure value={amount} format={numbers.cents} />
    ) : (
      pane.joins.ofRows(numbers.count(rows), rows)
    );
  return (
    <>
      <Text block size={200}>
        {pane.joins.matched({ from, to, names, matched: names - unassigned.length })}
      </Text>
      {unassigned.length > 0 && (
        <>
          <Text block size={200}>
            {pane.joins.unassigned(unassigned.length)}
          </Text>
          <ul className={styles.list}>
            {unassigned.slice(0, most).map((one) => (
              <li key={one.name}>
                {one.name === '' ? pane.joins.noName : one.name}, {sum(one)}
                {isOneCurrency &&
                  ` (${pane.joins.ofRows(numbers.count(one.rows), one.rows)})`},{' '}
                <CellLink at={one.at} />
              </li>
            ))}
          </ul>
          <MoreButton
            rest={rest}
            onMore={() => {
              setMost(most + step * 3);
            }}
          />
        </>
      )}
      <Text block size={200} className={mergeClasses(styles.quiet, styles.figures)}>
        {words.control.assigned} {sum(split.assigned)} + {words.control.unassigned}{' '}
        {sum(split.unassigned)} = {pane.joins.all} {sum(split.all)}
      </Text>
    </>
  );
}
