import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { TargetProposal } from '../../jobs';
import { keyText } from '../../wording';
import { Figure } from '../figure';
import { MoreButton } from '../more-button';
import { usePane } from '../pane-context';
import { Tabs } from '../tabs';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    textAlign: 'left',
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  figure: { textAlign: 'right', whiteSpace: 'nowrap' },
});

/** So many names are listed at once. */
const step = 25;

type View = 'period' | 'item';

/** The targets as they would be written, summed by period or by name. */
export function SpreadPreview({ proposal }: { readonly proposal: TargetProposal }) {
  const { words, pane } = usePane();
  const [view, setView] = useState<View>('period');
  const [most, setMost] = useState(step);
  const panel = useId();
  const { periods, lines } = proposal;
  const byPeriod = periods.map(({ label }, index) => ({
    name: label,
    figures: [sumOfCents(lines.map(({ amounts }) => amounts[index] ?? 0))],
  }));
  const byItem = lines.slice(0, most).map((line) => ({
    name: keyText(line.key, words),
    figures: [line.lastYear, line.target],
  }));
  const rest = lines.length - most;
  return (
    <div>
      <Tabs
        isSmall
        label={pane.wizard.preview}
        selected={view}
        tabs={[
          { name: 'period', text: pane.wizard.byPeriod, controls: panel },
          { name: 'item', text: pane.wizard.byItem, controls: panel },
        ]}
        onSelect={setView}
      />
      <div id={panel} role="tabpanel" aria-label={pane.wizard.preview}>
        {view === 'period' ? (
          <PreviewTable heads={[pane.wizard.period, pane.wizard.amount]} rows={byPeriod} />
        ) : (
          <>
            <PreviewTable
              heads={[pane.wizard.item, pane.wizard.lastYear, pane.wizard.amount]}
              rows={byItem}
            />
            <MoreButton
              rest={rest}
              onMore={() => {
                setMost(most + step * 4);
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}

/** Amounts of whole cents, added in cents so that the sum is exact. */
function sumOfCents(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
}

interface PreviewRow {
  readonly name: string;
  readonly figures: readonly number[];
}

function PreviewTable({
  heads,
  rows,
}: {
  readonly heads: readonly string[];
  readonly rows: readonly PreviewRow[];
}) {
  const styles = useStyles();
  const { numbers } = usePane();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              className={index === 0 ? styles.head : mergeClasses(styles.head, styles.figure)}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, figures }) => (
          <tr key={name}>
            <th scope="row" className={styles.cell}>
              {name}
            </th>
            {figures.map((figure, index) => (
              <td key={heads[index + 1]} className={mergeClasses(styles.cell, styles.figure)}>
                <Figure value={figure} format={numbers.cents} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
