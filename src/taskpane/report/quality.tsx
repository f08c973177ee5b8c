import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  countsFigures,
  sourceLabel,
  type BuiltReport,
  type Side,
  type SourceCounts,
} from '../../jobs';
import type { ControlTotals } from '../../sales';
import { Figure } from '../figure';
import { usePane } from '../pane-context';
import { Section } from '../section';
import { alikeIssues } from './alike-issues';
import { IssueList } from './issue-list';

const useStyles = makeStyles({
  line: { fontVariantNumeric: 'tabular-nums', marginBottom: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  sum: { overflowWrap: 'anywhere' },
  look: { display: 'block', marginTop: tokens.spacingVerticalS },
});

/** What went into the figures, and that nothing was lost on the way. */
export function Quality({ built }: { readonly built: BuiltReport }) {
  const styles = useStyles();
  const { store, pane, numbers, words } = usePane();
  const { control } = built.report;
  const issues = [...built.issues, ...built.keyFigures.issues];
  return (
    <Section heading={pane.quality.heading}>
      <Counts
        name={pane.data.sales}
        side={built.data.sales}
        counts={built.sales}
        split={control.sales}
      />
      <Counts
        name={pane.data.targets}
        side={built.data.targets}
        counts={built.targets}
        split={control.targets}
      />
      {words.joinLines(built.origin.joins).map((line) => (
        <Text key={line} block size={200} className={mergeClasses(styles.line, styles.sum)}>
          {line}
        </Text>
      ))}
      {control.salesWithoutTarget !== 0 && (
        <Text block size={200} className={styles.line}>
          {pane.quality.withoutTarget}{' '}
          <Figure value={control.salesWithoutTarget} format={numbers.cents} />
        </Text>
      )}
      {issues.length === 0 ? (
        <Text size={200} className={styles.quiet}>
          {pane.quality.noIssues}
        </Text>
      ) : (
        <>
          <Text size={200} weight="semibold">
            {pane.quality.issues(alikeIssues(issues).length)}
          </Text>
          <IssueList issues={issues} />
        </>
      )}
      <Button
        size="small"
        className={styles.look}
        onClick={() => {
          store.goTo('quality');
        }}
      >
        {pane.quality.look}
      </Button>
    </Section>
  );
}

function Counts({
  name,
  side: { source, table },
  counts,
  split,
}: {
  readonly name: string;
  readonly side: Side;
  readonly counts: SourceCounts;
  readonly split: ControlTotals['sales'];
}) {
  const styles = useStyles();
  const { pane, numbers, words } = usePane();
  const figure = (value: number) => <Figure value={value} format={numbers.cents} />;
  return (
    <div className={styles.line}>
      <Text block size={200}>
        <Text size={200} weight="semibold" title={sourceLabel(source)}>
          {name}
        </Text>{' '}
        {countsFigures(table)
          ? pane.quality.figuresUsed(numbers.count(counts.used))
          : pane.quality.used(numbers.count(counts.used), numbers.count(counts.rows))}
        {counts.setAside > 0 && `, ${pane.quality.setAside(numbers.count(counts.setAside))}`}
      </Text>
      <Text block size={200} className={mergeClasses(styles.quiet, styles.sum)}>
        {words.control.assigned} {figure(split.assigned)} + {words.control.unassigned}{' '}
        {figure(split.unassigned)} = {words.control.total} {figure(split.total)}
      </Text>
    </div>
  );
}
