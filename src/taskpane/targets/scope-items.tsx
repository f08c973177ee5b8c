import { Checkbox, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { distinctTexts, type Column } from '../../jobs';
import { usePane } from '../pane-context';
import type { SalesSide } from './wizard';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '220px',
    overflowY: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  search: { width: '100%', maxWidth: 'none', marginBottom: tokens.spacingVerticalXS },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  count: { color: tokens.colorNeutralForeground2 },
});

/** So many names are listed; the search finds the others. */
const most = 200;

/** The names of a column, to choose some of them. */
export function ScopeItems({
  table,
  column,
  chosen,
  onChange,
}: {
  readonly table: SalesSide['table'];
  readonly column: Column;
  readonly chosen: readonly string[];
  readonly onChange: (texts: readonly string[]) => void;
}) {
  const styles = useStyles();
  const { pane, numbers, locale } = usePane();
  const [sought, setSought] = useState('');
  const texts = useMemo(
    () => [...distinctTexts(table.raw, column.index)].sort((a, b) => a.localeCompare(b, locale)),
    [table, column, locale],
  );
  const fitting = texts.filter((text) => text.toLowerCase().includes(sought.toLowerCase()));
  return (
    <fieldset className={styles.group}>
      <legend>
        <Text size={200} className={styles.count}>
          {pane.wizard.itemsChosen(numbers.count(chosen.length), numbers.count(texts.length))}
        </Text>
      </legend>
      {texts.length > 8 && (
        <SearchBox
          className={styles.search}
          size="small"
          placeholder={pane.wizard.findName}
          aria-label={pane.wizard.findName}
          value={sought}
          onChange={(_, { value }) => {
            setSought(value);
          }}
        />
      )}
      <div className={styles.list}>
        {fitting.slice(0, most).map((text) => (
          <Checkbox
            key={text}
            label={text}
            checked={chosen.includes(text)}
            onChange={(_, { checked }) => {
              const others = chosen.filter((known) => known !== text);
              onChange(checked === true ? [...others, text] : others);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
