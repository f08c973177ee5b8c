import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Measure, SpanFigures } from '../../sales';
import { reasonText, type FigureName } from '../../wording';
import { Figure } from '../figure';
import type { Amounts, Numbers } from '../numbers';
import { usePane } from '../pane-context';
import { StatusWord } from '../status-word';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(112px, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}`,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    minWidth: 0,
    // Tens of millions fit two abreast in the narrowest pane.
    '@media (max-width: 319px)': {
      paddingLeft: tokens.spacingHorizontalS,
      paddingRight: tokens.spacingHorizontalS,
    },
  },
  lead: { gridColumn: '1 / -1' },
  value: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    '@media (max-width: 319px)': { fontSize: tokens.fontSizeBase400 },
  },
  note: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  line: {
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
});

interface Card {
  readonly name: FigureName;
  readonly value: Measure;
  readonly format: (value: number) => string;
  readonly note?: string;
}

/** The figures of all rows together, each with its reason where it cannot be computed. */
export function FigureCards({
  total,
  isOpen,
  decimals,
}: {
  readonly total: SpanFigures;
  readonly isOpen: boolean;
  readonly decimals: 0 | 2;
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const amounts = numbers.amounts(decimals);
  const cards = cardsOf(total, pane, { ...numbers, ...amounts });
  return (
    <dl className={styles.grid}>
      <CardBox
        card={{ name: 'actual', value: total.actual, format: amounts.amount }}
        status={<StatusWord status={total.status} isOpen={isOpen} />}
        note={
          typeof total.variance === 'number'
            ? pane.figureNotes.variance(amounts.signed(total.variance))
            : undefined
        }
      />
      {cards.map((card) => (
        <CardBox key={card.name} card={card} note={card.note} />
      ))}
    </dl>
  );
}

function cardsOf(
  total: SpanFigures,
  { figureNotes }: ReturnType<typeof usePane>['pane'],
  numbers: Numbers & Amounts,
): Card[] {
  const { variance, prior } = total;
  // The shortfall: what the variance lacks, never less than nothing.
  const gap = typeof variance === 'number' ? Math.max(0, -variance) : variance;
  return [
    { name: 'target', value: total.target, format: numbers.amount },
    { name: 'targetToDate', value: total.targetToDate, format: numbers.amount },
    {
      name: 'attainment',
      value: total.attainment,
      format: numbers.ratio,
      note: figureNotes.ofTarget,
    },
    { name: 'pace', value: total.pace, format: numbers.ratio, note: figureNotes.ofTargetToDate },
    {
      name: 'gap',
      value: gap,
      format: numbers.amount,
      note: gap === 0 ? figureNotes.reached : figureNotes.missing,
    },
    {
      name: 'growth',
      value: total.growth,
      format: numbers.signedRatio,
      ...(typeof prior === 'number' && { note: figureNotes.from(numbers.amount(prior)) }),
    },
  ];
}

function CardBox({
  card,
  note,
  status,
}: {
  readonly card: Card;
  readonly note: string | undefined;
  /** Only of the first card, which is as wide as the pane. */
  readonly status?: ReactNode;
}) {
  const styles = useStyles();
  const { words, pane } = usePane();
  const reason = reasonText(card.value, words);
  const isLead = status !== undefined;
  return (
    <div className={mergeClasses(styles.card, isLead && styles.lead)} data-figure={card.name}>
      <dt>
        <Text size={200} className={styles.note}>
          {pane.figures[card.name]}
        </Text>
      </dt>
      <dd className={styles.line}>
        <Text size={isLead ? 600 : 500} weight="semibold" className={styles.value}>
          <Figure value={card.value} format={card.format} />
        </Text>
        {status}
      </dd>
      {(reason !== '' || note !== undefined) && (
        <dd className={styles.line}>
          <Text size={200} className={styles.note}>
            {reason !== '' ? reason : note}
          </Text>
        </dd>
      )}
    </div>
  );
}
