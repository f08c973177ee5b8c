import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DataFound } from '../../jobs';
import { JobProgress } from '../job-progress';
import { usePane } from '../pane-context';
import { ExportKnown } from './export-known';
import { ReadingCorrections } from './reading-corrections';
import { ReadingPreview } from './reading-preview';
import { RowsAside } from './rows-account';
import { StageChoices } from './stage-choices';
import { useReading, type ReadingState } from './use-reading';
import { useReadingWords } from './use-reading-words';
import { VersionChoices } from './version-choices';

const useStyles = makeStyles({
  open: { color: tokens.colorStatusWarningForeground3 },
});

/** "This is how I read it": layout, rows, first rows, and everything that can be said otherwise. */
export function ReadingPanel({
  side,
  found,
  source,
}: {
  readonly side: 'sales' | 'targets';
  readonly found: DataFound;
  readonly source: DataFound['sources'][number];
}) {
  const reading = useReading(side, found, source);
  const { facts, account, slow } = reading;
  const read = found[side];
  return (
    <>
      <Summary reading={reading} />
      {slow && <JobProgress job={slow} />}
      {facts?.known && <ExportKnown known={facts.known} />}
      {account && facts && <RowsAside account={account} totalColumns={facts.totalColumns} />}
      {facts && read && <ReadingPreview side={side} found={found} read={read} facts={facts} />}
      {facts && <StageChoices facts={facts} reading={reading} />}
      {facts?.versions && <VersionChoices versions={facts.versions} reading={reading} />}
      <ReadingCorrections reading={reading} />
    </>
  );
}

/** The layout and the rows in a line or two, which is read out after a change. */
function Summary({ reading: { facts, account, isStack } }: { readonly reading: ReadingState }) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const words = useReadingWords();
  if (!facts) {
    return (
      <div role="status">
        <Text size={200} className={styles.open}>
          {words.notRead}
        </Text>
      </div>
    );
  }
  const { layout, across, year, gappy } = facts;
  const isAsItStands = !facts.hasPeriodAdded && !gappy.some(({ isOfHeadings }) => isOfHeadings);
  const aside = (account?.rows ?? 0) - (account?.used ?? 0);
  const rows = numbers.count(account?.rows ?? facts.preview.rowCount + facts.preview.setAside);
  return (
    <div role="status">
      {isStack && (
        <Text size={200} block>
          {words.stack}
        </Text>
      )}
      {layout && (
        <Text size={200} block>
          {words.layout({
            layout,
            grain: across?.grain,
            measures: across?.measures ?? [],
            isAsItStands,
          })}
          {year?.by === 'header' && ` ${words.yearFromHeader(year.year, year.text)}`}
        </Text>
      )}
      <Text size={200} block>
        {account?.used === undefined
          ? words.rows(rows)
          : across
            ? pane.quality.figuresUsed(numbers.count(account.used))
            : pane.quality.used(numbers.count(account.used), rows)}
        {across && aside > 0 && `, ${pane.quality.setAside(numbers.count(aside))}`}
      </Text>
    </div>
  );
}
