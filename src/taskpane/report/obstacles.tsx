import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useLayoutEffect, useRef } from 'react';
import { isBlocking, type DataFound, type Issue } from '../../jobs';
import { usePane, usePaneState } from '../pane-context';
import { control } from '../use-focus-first';
import type { Used } from '../use-focus-kept';
import { IssueList } from './issue-list';

const useStyles = makeStyles({ root: { margin: `${tokens.spacingVerticalS} 0` } });

/** What has to be mended in the data before there can be a report. */
export function Obstacles({
  found,
  refused = [],
  usedRef,
}: {
  readonly found: DataFound;
  readonly refused?: readonly Issue[];
  readonly usedRef: Used;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const { obstacles } = usePaneState();
  const isTried = obstacles.length > 0;
  const issues = isTried ? obstacles : [...found.issues.filter(isBlocking), ...refused];
  const place = useRef<HTMLDivElement>(null);
  // Before the questions look after the focus: where there are none, this is what to go on with.
  useLayoutEffect(() => {
    const link = place.current?.querySelector<HTMLElement>(control);
    if (isTried) place.current?.scrollIntoView({ block: 'nearest' });
    if (!link || !usedRef.current || found.unclear.length > 0) return;
    if (document.activeElement !== document.body) return;
    usedRef.current = false;
    link.focus();
  }, [found, obstacles, isTried, usedRef]);
  return (
    <div role="status" ref={place}>
      {issues.length > 0 && (
        <MessageBar intent="error" layout="multiline" className={styles.root}>
          <MessageBarBody>
            {isTried ? pane.data.standsInTheWay : pane.data.toMend}
            <IssueList issues={issues} />
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
