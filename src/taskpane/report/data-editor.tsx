import { makeStyles, tokens } from '@fluentui/react-components';
import type { Column, DataFound } from '../../jobs';
import { Choice, named } from '../choice';
import { usePane } from '../pane-context';
import { chosenSales, chosenTargets } from './chosen-source';
import { SelectionButton } from './selection-button';
import { sourceChoices } from './source-names';

const useStyles = makeStyles({
  group: {
    border: 'none',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: `${tokens.spacingVerticalXS} 0 0`,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  name: {
    padding: `0 ${tokens.spacingHorizontalSNudge} 0 0`,
    fontWeight: tokens.fontWeightSemibold,
  },
  wide: { gridColumn: '1 / -1' },
});

/** Every choice about the data that can be made otherwise. */
export function DataEditor({ found }: { readonly found: DataFound }) {
  const styles = useStyles();
  const { store, pane } = usePane();
  const { sales, targets, by } = found;
  const sources = sourceChoices(found.sources);
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.name}>{pane.data.sales}</legend>
        <div className={styles.wide}>
          <Choice
            label={pane.data.source}
            value={sales?.source.name}
            placeholder={pane.data.choose}
            options={sources}
            onChoose={(name) => {
              store.wish(chosenSales(name, store.state().wishes.joins));
            }}
          />
          <SelectionButton side="sales" />
        </div>
        {sales && (
          <>
            <ColumnChoice
              label={pane.data.dateColumn}
              columns={sales.table.columns}
              chosen={sales.date}
              onChoose={(salesDate) => {
                store.wish({ salesDate, asOf: undefined, shown: undefined });
              }}
            />
            <ColumnChoice
              label={pane.data.amountColumn}
              columns={sales.table.columns}
              chosen={sales.amount}
              onChoose={(salesAmount) => {
                store.wish({ salesAmount });
              }}
            />
          </>
        )}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.name}>{pane.data.targets}</legend>
        <div className={styles.wide}>
          <Choice
            label={pane.data.source}
            value={targets?.source.name}
            placeholder={pane.data.choose}
            options={sources}
            onChoose={(name) => {
              store.wish(chosenTargets(name));
            }}
          />
          <SelectionButton side="targets" />
        </div>
        {targets && (
          <>
            <ColumnChoice
              label={pane.data.dateColumn}
              columns={targets.table.columns}
              chosen={targets.date}
              onChoose={(targetDate) => {
                store.wish({ targetDate });
              }}
            />
            <ColumnChoice
              label={pane.data.amountColumn}
              columns={targets.table.columns}
              chosen={targets.amount}
              onChoose={(targetAmount) => {
                store.wish({ targetAmount });
              }}
            />
            {by.map((dimension) => (
              <ColumnChoice
                key={dimension.header}
                label={pane.data.itemColumn(dimension.header)}
                columns={targets.table.columns}
                chosen={targets.dimensions.get(dimension.header)}
                onChoose={(header) => {
                  const known = store.state().wishes.targetDimensions;
                  store.wish({ targetDimensions: { ...known, [dimension.header]: header } });
                }}
              />
            ))}
          </>
        )}
      </fieldset>
    </>
  );
}

function ColumnChoice({
  label,
  columns,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly chosen: Column | undefined;
  readonly onChoose: (header: string) => void;
}) {
  const { pane } = usePane();
  const headers = columns.map((column) => column.header).filter((header) => header !== '');
  return (
    <Choice
      label={label}
      value={chosen?.header}
      placeholder={pane.data.choose}
      options={named(headers)}
      onChoose={onChoose}
    />
  );
}
