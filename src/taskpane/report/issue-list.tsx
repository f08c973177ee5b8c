import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Issue } from '../../jobs';
import { findPlace } from '../../workbook';
import { issueSentence } from '../../wording';
import { MoreButton } from '../more-button';
import { usePane, useSelect } from '../pane-context';

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalXS} 0`,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  sentence: { overflowWrap: 'anywhere' },
});

/** So many are listed at once. */
const step = 10;

/** What is wrong with cells, in words; each leads to its cell. */
export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const styles = useStyles();
  const [most, setMost] = useState(step);
  const rest = issues.length - most;
  return (
    <>
      <ul className={styles.list}>
        {issues.slice(0, most).map((issue) => (
          <li key={`${issue.code} ${issue.at} ${issue.found}`} className={styles.sentence}>
            <IssueText issue={issue} />
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

/** The sentence, with the cell's address in it as what leads there. */
function IssueText({ issue }: { readonly issue: Issue }) {
  const { words, pane } = usePane();
  const select = useSelect();
  const sentence = issueSentence(issue, words);
  const place = findPlace(issue.at);
  const sheet = place?.sheet;
  if (place === undefined || sheet === undefined) return <Text size={200}>{sentence}</Text>;
  const start = sentence.indexOf(issue.at);
  const link = (text: string) => (
    <Link
      as="button"
      inline
      aria-label={pane.quality.showCell(issue.at)}
      onClick={() => {
        select({ sheet, area: place.area });
      }}
    >
      {text}
    </Link>
  );
  if (start < 0) {
    return (
      <Text size={200}>
        {sentence} {link(issue.at)}
      </Text>
    );
  }
  return (
    <Text size={200}>
      {sentence.slice(0, start)}
      {link(issue.at)}
      {sentence.slice(start + issue.at.length)}
    </Text>
  );
}
