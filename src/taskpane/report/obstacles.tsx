import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { Issue } from '../../jobs';
import { usePane } from '../pane-context';
import { IssueList } from './issue-list';

const useStyles = makeStyles({ root: { margin: `${tokens.spacingVerticalS} 0` } });

/** What has to be mended in the data before there can be a report. */
export function Obstacles({ issues }: { readonly issues: readonly Issue[] }) {
  const styles = useStyles();
  const { pane } = usePane();
  return (
    <div role="status">
      {issues.length > 0 && (
        <MessageBar intent="error" layout="multiline" className={styles.root}>
          <MessageBarBody>
            {pane.data.standsInTheWay}
            <IssueList issues={issues} />
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
