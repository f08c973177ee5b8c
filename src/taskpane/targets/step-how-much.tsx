import { Field, Input, makeStyles, Radio, RadioGroup, Text } from '@fluentui/react-components';
import { JobProgress } from '../job-progress';
import { usePane } from '../pane-context';
import type { ProposalState } from './use-proposal';
import { findYear, type Wizard } from './wizard';

const useStyles = makeStyles({
  choices: { flexWrap: 'wrap', '& label': { whiteSpace: 'nowrap' } },
});

/** A total, or growth on last year, with last year's sales beside it. */
export function StepHowMuch({
  wizard,
  lastYear,
  onChange,
}: {
  readonly wizard: Wizard;
  readonly lastYear: ProposalState;
  readonly onChange: (change: Partial<Wizard>) => void;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  return (
    <>
      <Field label={pane.wizard.basis} size="small">
        <RadioGroup
          layout="horizontal"
          className={styles.choices}
          value={wizard.basis}
          onChange={(_, { value }) => {
            onChange({ basis: value as Wizard['basis'] });
          }}
        >
          <Radio value="growth" label={pane.wizard.growth} />
          <Radio value="total" label={pane.wizard.total} />
        </RadioGroup>
      </Field>
      {wizard.basis === 'total' ? (
        <Field label={pane.wizard.totalAmount} size="small">
          <Input
            size="small"
            inputMode="decimal"
            value={wizard.total}
            onChange={(_, { value }) => {
              onChange({ total: value });
            }}
          />
        </Field>
      ) : (
        <Field label={pane.wizard.growthPercent} size="small">
          <Input
            size="small"
            inputMode="decimal"
            contentAfter="%"
            value={wizard.growth}
            onChange={(_, { value }) => {
              onChange({ growth: value });
            }}
          />
        </Field>
      )}
      <LastYear year={findYear(wizard.year)} state={lastYear} />
    </>
  );
}

function LastYear({
  year,
  state,
}: {
  readonly year: number | undefined;
  readonly state: ProposalState;
}) {
  const { words, pane, numbers } = usePane();
  if (year === undefined) return null;
  if (state.slow) return <JobProgress job={state.slow} />;
  const before = String(year - 1);
  const { proposal } = state;
  if (!proposal) {
    return state.problems.length > 0 ? (
      <Text size={200}>{pane.wizard.lastYearUnknown(before)}</Text>
    ) : null;
  }
  return (
    <Text size={200}>
      {pane.wizard.lastYearTotal(before, numbers.cents(proposal.lastYearTotal))}
      {proposal.isLastYearPartial && `. ${words.wizard.partialLastYear}`}
    </Text>
  );
}
