import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Issue } from '../../jobs';
import { findPlace } from '../../workbook';
import { issueSentence } from '../../wording';
import { MoreButton } from '../more-button';
import { usePane } from '../pane-context';
import { CellLink, CellSentence } from '../quality/cell-link';
import { alikeIssues, type AlikeIssues } from './alike-issues';

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalXS} 0`,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  sentence: { overflowWrap: 'anywhere' },
});

/** So many are listed at once. */
const step = 10;
/** So many other cells are named of which the same is to be said. */
const mostNamed = 4;

/** What is wrong with cells, in words; each leads to its cell. */
export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const styles = useStyles();
  const [most, setMost] = useState(step);
  const groups = alikeIssues(issues);
  const rest = groups.length - most;
  return (
    <>
      <ul className={styles.list}>
        {groups.slice(0, most).map(({ issue, others }) => (
          <li key={`${issue.code} ${issue.at} ${issue.found}`} className={styles.sentence}>
            <IssueText issue={issue} others={others} />
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
  );
}

/** The sentence, with the cell's address in it, or behind it, as what leads there. */
function IssueText({ issue, others }: AlikeIssues) {
  const { words, pane } = usePane();
  const own = issueSentence(issue, words);
  const sentence =
    others.length === 0
      ? own
      : `${own} ${pane.quality.likewise(others.slice(0, mostNamed), others.length)}`;
  const isPlace = findPlace(issue.at)?.sheet !== undefined;
  if (!isPlace || sentence.includes(issue.at)) {
    return <CellSentence text={sentence} at={issue.at} />;
  }
  return (
    <Text size={200}>
      {sentence} <CellLink at={issue.at} />
    </Text>
  );
}
