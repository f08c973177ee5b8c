import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowRightRegular,
  ArrowUpRegular,
  ClockRegular,
  SubtractRegular,
} from '@fluentui/react-icons';
import type { Status } from '../sales';
import { statusWord } from '../wording';
import { usePane } from './pane-context';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '2px', whiteSpace: 'nowrap' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  neutral: { color: tokens.colorNeutralForeground2 },
});

const looks = {
  ahead: { icon: ArrowUpRegular, colour: 'good' },
  onTrack: { icon: ArrowRightRegular, colour: 'neutral' },
  behind: { icon: ArrowDownRegular, colour: 'bad' },
  noTarget: { icon: SubtractRegular, colour: 'neutral' },
  notStarted: { icon: ClockRegular, colour: 'neutral' },
} as const satisfies Record<Status, unknown>;

/** A status as a word, with a sign and a colour beside it. */
export function StatusWord({
  status,
  isOpen,
}: {
  readonly status: Status;
  readonly isOpen: boolean;
}) {
  const styles = useStyles();
  const { words } = usePane();
  const { icon: Icon, colour } = looks[status];
  return (
    <Text size={200} weight="semibold" className={mergeClasses(styles.root, styles[colour])}>
      <Icon aria-hidden />
      {statusWord(status, isOpen, words)}
    </Text>
  );
}
