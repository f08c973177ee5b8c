import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState } from 'react';
import {
  countsFigures,
  countSideRows,
  isBlocking,
  sourceLabel,
  type DataFound,
  type SalesRows,
} from '../../jobs';
import { ChangeButton } from '../change-button';
import { AddFileButton } from '../import/add-file-button';
import { OrdersFound } from '../joins/joins-open';
import { Loading } from '../loading';
import { usePane, usePaneState } from '../pane-context';
import { HowRead, sourceOf } from '../reading/how-read';
import { Section } from '../section';
import { DataEditor } from './data-editor';

const JoinEditor = lazy(async () => ({
  default: (await import('../joins/join-editor')).JoinEditor,
}));

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  details: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  read: { marginTop: tokens.spacingVerticalXS },
  add: { marginTop: tokens.spacingVerticalM },
  columns: { color: tokens.colorNeutralForeground2 },
  few: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
});

/** What was taken for what, and where to change it. */
export function DataCard({
  found,
  salesRows,
}: {
  readonly found: DataFound;
  readonly salesRows: SalesRows | undefined;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const { wishes } = usePaneState();
  const [isOpen, setIsOpen] = useState(false);
  const isRefused = found.unclear.length === 0 && found.issues.some(isBlocking);
  const noneOf = (side: 'sales' | 'targets') =>
    isRefused && sourceOf(side, found, wishes) ? pane.data.notReadable : pane.data.notFound;
  return (
    <Section
      heading={pane.data.heading}
      isFramed
      action={<ChangeButton isOpen={isOpen} onToggle={setIsOpen} />}
    >
      <dl className={styles.list}>
        <dt className={styles.term}>
          <Text size={200}>{pane.data.sales}</Text>
        </dt>
        <dd className={styles.details}>
          <SideSummary side={found.sales} rowsUsed={salesRows} none={noneOf('sales')} />
        </dd>
        <dt className={styles.term}>
          <Text size={200}>{pane.data.targets}</Text>
        </dt>
        <dd className={styles.details}>
          <SideSummary
            side={found.targets}
            none={noneOf('targets')}
            note={found.targets?.grain && pane.data.by(found.targets.grain)}
          />
        </dd>
        {found.joined.length > 0 && (
          <>
            <dt className={styles.term}>
              <Text size={200}>{pane.joins.tables}</Text>
            </dt>
            <dd className={styles.details}>
              <Text size={200}>{found.joined.map(({ source }) => source).join(', ')}</Text>
            </dd>
          </>
        )}
      </dl>
      <OrdersFound found={found} />
      <div className={styles.read}>
        <HowRead side="sales" found={found} />
        <HowRead side="targets" found={found} />
      </div>
      {isOpen && (
        <>
          <DataEditor found={found} />
          {found.sales && (
            <Suspense fallback={<Loading />}>
              <JoinEditor found={found} />
            </Suspense>
          )}
          <div className={styles.add}>
            <AddFileButton />
          </div>
        </>
      )}
    </Section>
  );
}

function SideSummary({
  side,
  none,
  note,
  rowsUsed,
}: {
  readonly side: DataFound['sales'];
  /** Where there is none. */
  readonly none: string;
  readonly rowsUsed?: SalesRows | undefined;
  readonly note?: string | undefined;
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const rows = useMemo(
    () => side && (countSideRows(side.table) ?? side.table.raw.grid.rowCount),
    [side],
  );
  if (!side || rows === undefined) return <Text italic>{none}</Text>;
  const name = sourceLabel(side.source);
  const isWhole = rowsUsed === undefined || rowsUsed.used === rowsUsed.rows;
  const columns = [side.date?.header, side.amount?.header, note].filter(Boolean);
  const counted = countsFigures(side.table) ? pane.data.figures : pane.data.rows;
  return (
    <>
      <Text block truncate wrap={false} title={name}>
        <Text weight="semibold">{name}</Text>{' '}
        {isWhole && <Text size={200}>{counted(numbers.count(rows))}</Text>}
      </Text>
      {rowsUsed && !isWhole && (
        <RowsUsed counts={rowsUsed} areFigures={countsFigures(side.table)} />
      )}
      <Text block size={200} className={styles.columns}>
        {columns.join(' · ')}
      </Text>
    </>
  );
}

/** How many rows count; deals that are lost or open, and rows of the targets, are none that lack. */
function RowsUsed({
  counts: { rows, used, notWon, ofOthers },
  areFigures,
}: {
  readonly counts: SalesRows;
  readonly areFigures: boolean;
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const areAllKnown = notWon > 0 && used + notWon === rows;
  const text = areAllKnown ? pane.data.dealsWon : pane.quality.used;
  const few = used * 2 < rows - notWon - ofOthers;
  return (
    <Text block size={200} className={few ? styles.few : undefined}>
      {areFigures
        ? `${pane.quality.figuresUsed(numbers.count(used))}, ${pane.quality.setAside(numbers.count(rows - used))}`
        : text(numbers.count(used), numbers.count(rows))}
    </Text>
  );
}
