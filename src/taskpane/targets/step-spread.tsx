import {
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { JobProgress } from '../job-progress';
import { Loading } from '../loading';
import { usePane } from '../pane-context';
import { SpreadPreview } from './spread-preview';
import type { ProposalState } from './use-proposal';
import type { Wizard } from './wizard';

const useStyles = makeStyles({
  sum: {
    display: 'block',
    fontVariantNumeric: 'tabular-nums',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** How the year is spread, and what that makes, before anything is written. */
export function StepSpread({
  wizard,
  spread,
  onChange,
}: {
  readonly wizard: Wizard;
  readonly spread: ProposalState;
  readonly onChange: (change: Partial<Wizard>) => void;
}) {
  const styles = useStyles();
  const { words, pane, numbers } = usePane();
  const { proposal } = spread;
  return (
    <>
      {wizard.grain !== 'year' && (
        <Field
          label={pane.wizard.phasing}
          size="small"
          hint={pane.wizard.phasingHint[wizard.phasing]}
        >
          <RadioGroup
            layout="horizontal"
            value={wizard.phasing}
            onChange={(_, { value }) => {
              onChange({ phasing: value as Wizard['phasing'] });
            }}
          >
            <Radio value="lastYear" label={pane.wizard.phasings.lastYear} />
            <Radio value="even" label={pane.wizard.phasings.even} />
          </RadioGroup>
        </Field>
      )}
      {spread.slow && <JobProgress job={spread.slow} />}
      {!proposal && spread.running && !spread.slow && <Loading label={pane.progress.spreading} />}
      {proposal && (
        <>
          {proposal.isLastYearPartial && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{words.wizard.partialLastYear}</MessageBarBody>
            </MessageBar>
          )}
          <Text size={200} className={styles.sum} weight="semibold">
            {(proposal.spread === proposal.total ? pane.wizard.equals : pane.wizard.differs)(
              numbers.cents(proposal.spread),
              numbers.cents(proposal.total),
            )}
          </Text>
          <SpreadPreview proposal={proposal} />
        </>
      )}
    </>
  );
}
