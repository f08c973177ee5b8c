import { makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { rowIdentity, type BuiltReport } from '../../jobs';
import type { SpanBlock } from '../../sales';
import { keyText } from '../../wording';
import { MoreButton } from '../more-button';
import { usePane, useSelect } from '../pane-context';
import { Section } from '../section';
import type { ActionsState } from '../use-actions';
import { RowItem } from './row-item';
import { varianceScale } from './variance-bar';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  hint: { color: tokens.colorNeutralForeground2 },
  filter: { width: '100%', maxWidth: 'none', margin: `${tokens.spacingVerticalXS} 0` },
});

/** So many rows are shown at once, and from so many on there is a search box. */
const step = 50;
const many = 12;

/** Every key of the report, worst first; choosing one shows it in the sheet. */
export function RowList({
  built,
  block,
  isOpen,
  actions,
}: {
  readonly built: BuiltReport;
  readonly block: SpanBlock;
  readonly isOpen: boolean;
  readonly actions: ActionsState;
}) {
  const styles = useStyles();
  const { words, pane, numbers } = usePane();
  const select = useSelect();
  const [most, setMost] = useState(step);
  const [sought, setSought] = useState('');
  const [current, setCurrent] = useState<string>();
  const rows = block.rows.map((row) => ({
    row,
    id: rowIdentity(row.key),
    name: keyText(row.key, words),
  }));
  const fitting = rows.filter(({ name }) => name.toLowerCase().includes(sought.toLowerCase()));
  const scale = varianceScale(block.rows.map(({ variance }) => variance));
  const { signed } = numbers.amounts(built.decimals);
  const show = (id: string) => {
    setCurrent(id);
    const area = built.rowAreas.get(id);
    if (area) select({ sheet: built.sheet, area });
  };
  return (
    <Section heading={pane.rows.heading}>
      <Text block size={200} className={styles.hint}>
        {rows.length === 0 ? pane.rows.none : pane.rows.hint}
        {isOpen && rows.length > 0 && ` ${pane.rows.openHint}`}
      </Text>
      {rows.length > many && (
        <SearchBox
          className={styles.filter}
          size="small"
          placeholder={pane.rows.filter}
          aria-label={pane.rows.filter}
          value={sought}
          onChange={(_, { value }) => {
            setSought(value);
          }}
        />
      )}
      <ul className={styles.list}>
        {fitting.slice(0, most).map(({ row, id, name }) => (
          <RowItem
            key={id}
            row={row}
            name={name}
            period={built.report.current.period.label}
            scale={scale}
            isOpen={isOpen}
            signed={signed}
            isCurrent={id === current}
            actions={actions}
            onShow={() => {
              show(id);
            }}
          />
        ))}
      </ul>
      {fitting.length === 0 && rows.length > 0 && <Text size={200}>{pane.rows.noMatch}</Text>}
      <MoreButton
        rest={fitting.length - most}
        onMore={() => {
          setMost(most + step * 4);
        }}
      />
    </Section>
  );
}
