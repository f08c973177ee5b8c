import {
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  findSalesSpan,
  serialDates,
  type DataFound,
  type JoinableTable,
  type JoinColumn,
  type JoinedKind,
  type JoinedTable,
} from '../../jobs';
import { Choice, named } from '../choice';
import { JobProgress } from '../job-progress';
import { usePane, usePaneState } from '../pane-context';
import { JoinResult } from './join-result';
import { useCheck, useJoinable } from './use-check';
import { useJoins, type JoinChoices } from './use-joins';

const useStyles = makeStyles({
  group: {
    border: 'none',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: `${tokens.spacingVerticalXS} 0 0`,
    minWidth: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
  name: {
    padding: `0 ${tokens.spacingHorizontalSNudge} 0 0`,
    fontWeight: tokens.fontWeightSemibold,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalS,
    // What belongs to a table stands below it, a little in.
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { gridColumn: '1 / -1' },
  day: { width: '100%', minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

const kinds: readonly JoinedKind[] = ['orders', 'assignments', 'credits', 'rates'];

/** The tables that are joined to the sales, what of them is taken for what, and what came of it. */
export function JoinEditor({ found }: { readonly found: DataFound }) {
  const styles = useStyles();
  const { pane } = usePane();
  const joinable = useJoinable(found) ?? [];
  const { checked, slow } = useCheck(found);
  const choices = useJoins(found);
  // Most sales have days of their own.
  const hasOrders =
    found.joins.orders !== undefined || joinable.some(({ looks }) => looks === 'orders');
  const shown = kinds.filter((kind) => kind !== 'orders' || hasOrders);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.name}>{pane.joins.heading}</legend>
      {shown.map((kind) => (
        <Joined key={kind} kind={kind} found={found} joinable={joinable} choices={choices} />
      ))}
      {slow && <JobProgress job={slow} />}
      <div role="status">{checked && <JoinResult checked={checked} />}</div>
    </fieldset>
  );
}

function Joined({
  kind,
  found,
  joinable,
  choices,
}: {
  readonly kind: JoinedKind;
  readonly found: DataFound;
  readonly joinable: readonly JoinableTable[];
  readonly choices: JoinChoices;
}) {
  const styles = useStyles();
  const { pane } = usePane();
  const { wishes } = usePaneState();
  const table = found.joined.find((one) => one.kind === kind);
  // A table of orders may be joined without a wish.
  const chosen = wishes.joins?.[kind] ?? table?.source;
  const others = joinable.filter(({ looks }) => looks !== kind).map(({ source }) => source);
  const fitting = joinable.filter(({ looks }) => looks === kind).map(({ source }) => source);
  const isListed =
    chosen === undefined || chosen === '' || [...others, ...fitting].includes(chosen);
  return (
    <>
      <Choice
        label={pane.joins.kinds[kind]}
        value={chosen ?? ''}
        options={[{ value: '', text: pane.joins.none }]}
        groups={[
          { label: pane.joins.looksFitting, options: named(fitting) },
          {
            label: pane.joins.otherTables,
            options: named(isListed ? others : [...others, chosen]),
          },
        ]}
        onChoose={(source) => {
          choices.choose(kind, source === '' ? undefined : source);
        }}
      />
      {table && (
        <div className={styles.columns}>
          {kind === 'assignments' && <AsWasOrAsIs choices={choices} />}
          {kind === 'rates' && <RateChoices table={table} found={found} choices={choices} />}
          {columnsOf(table).map((column) => (
            <ColumnChoice
              key={column}
              column={column}
              table={table}
              found={found}
              choices={choices}
            />
          ))}
        </div>
      )}
    </>
  );
}

/** The columns that a kind of table has; a table with a column for each currency has but days. */
function columnsOf({ kind, columns, rate }: JoinedTable): readonly JoinColumn[] {
  if (kind === 'orders') return ['lineOrder', 'orderKey'];
  if (kind === 'assignments') {
    return ['salesKey', 'assignedKey', 'assignedParent', 'assignedFrom', 'assignedTo'];
  }
  if (kind === 'credits') {
    return ['salesDeal', 'creditDeal', 'salesPerson', 'creditPerson', 'creditShare'];
  }
  const isAcross = rate !== undefined && columns.rateFigure === undefined;
  return isAcross ? ['rateDate'] : ['rateCurrency', 'rateInto', 'rateFigure', 'rateDate'];
}

const optional: readonly JoinColumn[] = ['assignedFrom', 'assignedTo', 'rateInto', 'rateDate'];
const ofSales: readonly JoinColumn[] = ['lineOrder', 'salesKey', 'salesDeal', 'salesPerson'];

function ColumnChoice({
  column,
  table,
  found,
  choices,
}: {
  readonly column: JoinColumn;
  readonly table: JoinedTable;
  readonly found: DataFound;
  readonly choices: JoinChoices;
}) {
  const { store, pane } = usePane();
  const added = found.joins.assigned?.to;
  const { columns = [], raw } = found.sales?.table ?? {};
  const ofLines = column === 'lineOrder' ? columns.slice(0, raw?.orders?.firstColumn) : columns;
  const own = ofLines
    .map(({ header }) => header)
    .filter((header) => header !== '' && header !== added);
  const headers = ofSales.includes(column) ? own : table.headers;
  const isOptional = optional.includes(column);
  return (
    <Choice
      label={pane.joins.columns[column]}
      value={table.columns[column] ?? (isOptional ? '' : undefined)}
      placeholder={pane.joins.toFind}
      options={[
        ...(isOptional ? [{ value: '', text: pane.joins.noColumn }] : []),
        ...named(headers),
      ]}
      onChoose={(header) => {
        const { joins } = store.state().wishes;
        choices.say({ columns: { ...joins?.columns, [column]: header } });
      }}
    />
  );
}

function AsWasOrAsIs({ choices }: { readonly choices: JoinChoices }) {
  const styles = useStyles();
  const { pane } = usePane();
  const { wishes } = usePaneState();
  const words = pane.joins;
  const label = (name: string, meaning: string) => (
    <>
      <Text block size={200} weight="semibold">
        {name}
      </Text>
      <Text block size={200}>
        {meaning}
      </Text>
    </>
  );
  return (
    <Field label={words.assignedAs} size="small" className={styles.wide}>
      <RadioGroup
        value={wishes.joins?.assigned ?? 'asWas'}
        onChange={(_, { value }) => {
          choices.say({ assigned: value === 'asIs' ? 'asIs' : undefined });
        }}
      >
        <Radio value="asWas" label={label(words.asWas, words.asWasMeans)} />
        <Radio value="asIs" label={label(words.asIs, words.asIsMeans)} />
      </RadioGroup>
    </Field>
  );
}

function RateChoices({
  table: { rate, currency, currencies = [] },
  found,
  choices,
}: {
  readonly table: JoinedTable;
  readonly found: DataFound;
  readonly choices: JoinChoices;
}) {
  const styles = useStyles();
  const { words, pane } = usePane();
  const { wishes } = usePaneState();
  const { rateDay } = wishes.joins ?? {};
  const both = rate && words.rateBases(rate);
  const lastDay = wishes.asOf ?? findSalesSpan(found)?.last;
  return (
    <>
      <Choice
        label={pane.joins.currency}
        value={currency}
        placeholder={pane.data.choose}
        options={named(
          currency === undefined || currencies.includes(currency)
            ? currencies
            : [currency, ...currencies],
        )}
        onChoose={(text) => {
          choices.say({ currency: text });
        }}
      />
      <Choice
        label={pane.joins.rateMethod}
        value={rateDay === undefined ? 'actual' : 'constant'}
        options={(['actual', 'constant'] as const).map((value) => ({
          value,
          text: pane.joins.rateMethods[value],
        }))}
        onChoose={(method) => {
          choices.say({ rateDay: method === 'actual' ? undefined : lastDay });
        }}
      />
      {rateDay !== undefined && (
        <Field label={pane.joins.rateDay} size="small">
          <Input
            key={rateDay}
            className={styles.day}
            size="small"
            type="date"
            defaultValue={serialDates.isoOf(rateDay)}
            onBlur={(event) => {
              const day = serialDates.findIso(event.target.value);
              if (day !== undefined && day !== rateDay) choices.say({ rateDay: day });
            }}
          />
        </Field>
      )}
      {both && (
        <div className={styles.wide}>
          <Choice
            label={pane.joins.rateBase}
            value={rate.base}
            placeholder={pane.data.choose}
            options={(['first', 'second'] as const).map((value) => ({ value, text: both[value] }))}
            onChoose={(base) => {
              choices.say({ rateBase: base === 'second' ? 'second' : 'first' });
            }}
          />
        </div>
      )}
    </>
  );
}
