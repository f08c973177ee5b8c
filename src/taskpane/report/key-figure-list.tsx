import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { keyFigureDecimals, type BuiltReport } from '../../jobs';
import type { KeyFigure, Measure, MeasureUnit, SpanKeyFigures } from '../../sales';
import { reasonText } from '../../wording';
import { Figure } from '../figure';
import type { Numbers } from '../numbers';
import { usePane } from '../pane-context';
import { Section } from '../section';

const useStyles = makeStyles({
  list: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  value: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  note: { color: tokens.colorNeutralForeground2, marginTop: tokens.spacingVerticalXS },
});

/** The key figures of a span, one a line, with the reasons for those that cannot be computed. */
export function KeyFigureList({
  built: { keyFigures, decimals },
  span,
}: {
  readonly built: BuiltReport;
  readonly span: 'period' | 'yearToDate';
}) {
  const styles = useStyles();
  const { words, numbers } = usePane();
  const { heading, names, days, asRead, lacking } = words.keyFigures;
  const { period, yearToDate } = keyFigures.spans;
  const figures = keyFigures.spans[span].total;
  const notes = figures.flatMap(({ name, value }) => {
    const reason = reasonText(value, words);
    return reason === '' ? [] : [lacking({ name: names[name], reason })];
  });
  if (figures.some(({ name }) => name === 'openDeals')) notes.push(asRead);
  return (
    <Section heading={heading}>
      <dl className={styles.list}>
        {figures.map(({ name, unit, value }) => (
          <div key={name} className={styles.line} data-figure={name}>
            <dt>{names[name]}</dt>
            <dd className={styles.value}>
              <Figure
                value={value}
                format={formatOf(
                  unit,
                  // Of both spans, as on the sheet, where they stand side by side.
                  keyFigureDecimals(unit, valuesOf(name, [period, yearToDate]), decimals),
                  numbers,
                  days,
                )}
              />
            </dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <Text key={note} block size={200} className={styles.note}>
          {note}
        </Text>
      ))}
    </Section>
  );
}

function valuesOf(sought: KeyFigure['name'], spans: readonly SpanKeyFigures[]): Measure[] {
  return spans.flatMap(({ total }) =>
    total.filter(({ name }) => name === sought).map(({ value }) => value),
  );
}

function formatOf(
  unit: MeasureUnit,
  decimals: 0 | 1 | 2,
  numbers: Numbers,
  days: string,
): (value: number) => string {
  const fixed = numbers.fixed(decimals);
  switch (unit) {
    case 'ratio':
      return numbers.ratio;
    case 'days':
      return (value) => `${fixed(value)} ${days}`;
    case 'multiple':
      return (value) => `${fixed(value)}×`;
    case 'money':
    case 'count':
      return fixed;
  }
}
