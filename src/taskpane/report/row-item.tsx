import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { AddRegular, TaskListSquareLtrRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useRef, useState } from 'react';
import type { SpanRow } from '../../sales';
import { reasonText } from '../../wording';
import { Figure } from '../figure';
import { Loading } from '../loading';
import { usePane } from '../pane-context';
import { StatusWord } from '../status-word';
import type { ActionsState } from '../use-actions';
import { VarianceBar, type VarianceScale } from './variance-bar';

const ActionForm = lazy(async () => ({
  default: (await import('../actions/action-form')).ActionForm,
}));

const useStyles = makeStyles({
  item: { borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  row: {
    flexGrow: 1,
    minWidth: 0,
    display: 'grid',
    // Columns of one width in every row, so that the bars share one axis.
    gridTemplateColumns: '72px 1fr minmax(80px, auto)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    alignItems: 'center',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: `6px ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // The words of an open period are longer.
  open: {
    gridTemplateColumns: '108px 1fr minmax(72px, auto)',
    '@media (max-width: 299px)': { gridTemplateColumns: '1fr 0 auto' },
  },
  bar: { display: 'grid' },
  ownLine: { '@media (max-width: 299px)': { gridColumn: '1 / -1', order: 1 } },
  current: { backgroundColor: tokens.colorSubtleBackgroundSelected },
  name: {
    gridColumn: '1 / 3',
    minWidth: 0,
    display: 'flex',
    // What does not fit beside the name goes below it: the name matters most.
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '6px',
  },
  text: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  figure: {
    gridColumn: '3',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'right',
    whiteSpace: 'nowrap',
  },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  tasks: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    color: tokens.colorBrandForeground1,
  },
  noButton: { flexShrink: 0, width: '24px' },
  form: { padding: `0 0 ${tokens.spacingVerticalM}` },
});

/** One key: its variance, how far it came, and what is being done about it. */
export function RowItem({
  row,
  name,
  period,
  scale,
  isOpen,
  signed,
  isCurrent,
  actions,
  onShow,
}: {
  readonly row: SpanRow;
  readonly name: string;
  readonly period: string;
  readonly scale: VarianceScale;
  readonly isOpen: boolean;
  readonly signed: (value: number) => string;
  readonly isCurrent: boolean;
  readonly actions: ActionsState;
  readonly onShow: () => void;
}) {
  const styles = useStyles();
  const { words, pane, numbers } = usePane();
  const adding = useRef<HTMLSpanElement>(null);
  const [isAdding, setIsAdding] = useState(false);
  const { variance, attainment } = row;
  const isMeasured = typeof variance === 'number';
  const impact = !isMeasured ? styles.quiet : variance < 0 ? styles.bad : styles.good;
  const open = actions.openFor(name);
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Button
          appearance="subtle"
          className={mergeClasses(styles.row, isOpen && styles.open, isCurrent && styles.current)}
          {...(isCurrent && { 'aria-current': true })}
          onClick={onShow}
        >
          <span className={styles.name}>
            <span className={styles.text} title={name}>
              {name}
            </span>
            {open > 0 && (
              <Text size={200} className={styles.tasks}>
                <TaskListSquareLtrRegular aria-hidden />
                <span>{pane.rows.openActions(open)}</span>
              </Text>
            )}
          </span>
          <span className={mergeClasses(styles.figure, impact)}>
            <Figure value={variance} format={signed} />
          </span>
          <StatusWord status={row.status} isOpen={isOpen} />
          <span className={mergeClasses(styles.bar, isOpen && styles.ownLine)}>
            <VarianceBar variance={variance} scale={scale} />
          </span>
          <Text size={200} className={mergeClasses(styles.figure, styles.quiet)}>
            {typeof attainment === 'number' ? (
              <Figure value={attainment} format={numbers.ratio} />
            ) : (
              reasonText(attainment, words)
            )}
          </Text>
        </Button>
        {row.status === 'behind' ? (
          <span ref={adding}>
            <Button
              appearance="subtle"
              size="small"
              icon={<AddRegular />}
              title={pane.rows.addActionFor(name)}
              aria-label={pane.rows.addActionFor(name)}
              aria-expanded={isAdding}
              onClick={() => {
                setIsAdding(!isAdding);
              }}
            />
          </span>
        ) : (
          <span className={styles.noButton} />
        )}
      </div>
      {isAdding && (
        <div className={styles.form}>
          <Suspense fallback={<Loading />}>
            <ActionForm
              about={{ row: name, period, variance: isMeasured ? variance : undefined }}
              actions={actions}
              onClose={() => {
                setIsAdding(false);
                adding.current?.querySelector('button')?.focus();
              }}
            />
          </Suspense>
        </div>
      )}
    </li>
  );
}
