import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { usePane, usePaneState } from './pane-context';

const useStyles = makeStyles({
  region: { position: 'sticky', top: '44px', zIndex: 1 },
  bar: { borderRadius: tokens.borderRadiusNone },
});

/** The latest message; read out as it comes. */
export function NoticeBar() {
  const styles = useStyles();
  const { store, pane } = usePane();
  const { notice } = usePaneState();
  return (
    <div
      className={styles.region}
      role={notice?.intent === 'error' ? 'alert' : 'status'}
      aria-live={notice?.intent === 'error' ? 'assertive' : 'polite'}
    >
      {notice && (
        <MessageBar
          key={notice.id}
          intent={notice.intent}
          layout="multiline"
          className={styles.bar}
        >
          <MessageBarBody>{notice.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                size="small"
                aria-label={pane.buttons.close}
                icon={<DismissRegular />}
                onClick={store.dismiss}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
