import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { periodsOfSpan, serialDates, type SalesSpan } from '../../jobs';
import type { Grain } from '../../sales';
import { Choice } from '../choice';
import { GroupByChoices } from '../group-by-choices';
import { usePane, usePaneState } from '../pane-context';
import type { DataState } from '../use-data';
import { groupingLeft } from './answers';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  // Inputs are wider of themselves than half a narrow pane.
  day: { width: '100%', minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

const grains: readonly Grain[] = ['month', 'quarter', 'year'];

/** What the report shows: by what, in which periods, as of when. */
export function ReportOptions({ data }: { readonly data: DataState }) {
  const styles = useStyles();
  const { store, pane } = usePane();
  const { wishes } = usePaneState();
  const { found } = data;
  const isOpen =
    found?.by.length === 0 && found.unclear.some((one) => groupingLeft(one, found) !== undefined);
  const grain = wishes.grain ?? found?.targets?.grain ?? 'month';
  return (
    <div className={styles.grid}>
      <GroupByChoices
        by={headersOf(found?.by)}
        all={headersOf(found?.dimensions)}
        suggested={data.suggestedBy}
        labels={pane.options.groupBy}
        isOpen={isOpen}
        onChange={(by) => {
          store.wish({ by, targetDimensions: undefined });
        }}
      />
      <Choice
        label={pane.options.grain}
        value={grain}
        options={grains.map((value) => ({ value, text: pane.options.grains[value] }))}
        onChoose={(value) => {
          store.wish({ grain: value as Grain, shown: undefined });
        }}
      />
      {data.span && <AsOf span={data.span} />}
      {data.span && <PeriodShown span={data.span} grain={grain} />}
    </div>
  );
}

function headersOf(columns: readonly { readonly header: string }[] | undefined): string[] {
  return (columns ?? []).map(({ header }) => header);
}

function AsOf({ span }: { readonly span: SalesSpan }) {
  const styles = useStyles();
  const { store, pane, numbers } = usePane();
  const { wishes } = usePaneState();
  const isDefault = wishes.asOf === undefined;
  return (
    <Field
      label={pane.options.asOf}
      size="small"
      hint={isDefault ? pane.options.asOfHint : numbers.day(wishes.asOf)}
    >
      <Input
        // Written anew where the day is left to be found, so that a half-typed one goes.
        key={isDefault ? span.last : 'chosen'}
        className={styles.day}
        size="small"
        type="date"
        defaultValue={serialDates.isoOf(wishes.asOf ?? span.last)}
        onBlur={(event) => {
          const asOf = serialDates.findIso(event.target.value);
          if (asOf === (wishes.asOf ?? span.last)) return;
          store.wish({ asOf: asOf === span.last ? undefined : asOf, shown: undefined });
        }}
      />
    </Field>
  );
}

function PeriodShown({ span, grain }: { readonly span: SalesSpan; readonly grain: Grain }) {
  const { store, pane } = usePane();
  const { wishes } = usePaneState();
  const asOf = wishes.asOf ?? span.last;
  const periods = useMemo(
    () => periodsOfSpan({ first: Math.min(span.first, asOf), last: asOf }, grain),
    [span, asOf, grain],
  );
  const shown = wishes.shown ?? asOf;
  const chosen = periods.find(({ start, end }) => start <= shown && shown <= end);
  return (
    <Choice
      label={pane.options.shown}
      value={chosen?.label}
      placeholder={pane.options.shownByDefault}
      options={periods.map(({ label }) => ({ value: label, text: label }))}
      onChoose={(label) => {
        const period = periods.find((candidate) => candidate.label === label);
        const isDefault = period === periods[0];
        store.wish({ shown: isDefault ? undefined : period?.start });
      }}
    />
  );
}
