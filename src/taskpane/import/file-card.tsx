import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { encodings, separators, type Encoding } from '../../csv';
import { mostImportedRows, type AssessedTextTable } from '../../jobs';
import { maxColumns } from '../../workbook';
import { ChangeButton } from '../change-button';
import { Choice } from '../choice';
import { usePane } from '../pane-context';
import { Section } from '../section';
import { ColumnReadings } from './column-readings';
import { FilePreview } from './file-preview';
import { LineFaults } from './line-faults';
import type { FileEntry, ImportState } from './use-import';

const useStyles = makeStyles({
  facts: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0`,
  },
  gap: { marginTop: tokens.spacingVerticalS },
  remove: { display: 'flex', justifyContent: 'flex-end', marginTop: tokens.spacingVerticalS },
});

/** What was understood of a file, and where to change it. */
export function FileCard({
  entry,
  importing,
}: {
  readonly entry: FileEntry;
  readonly importing: ImportState;
}) {
  const styles = useStyles();
  const { pane, numbers } = usePane();
  const words = pane.importing;
  const [isOpen, setIsOpen] = useState(false);
  const { file, assessed, wishes } = entry;
  if (!assessed) return null;
  const { table, obstacle } = assessed;
  const asksHeader = !table.hasHeader && wishes.hasHeader === undefined && table.rowCount > 0;
  const facts = [
    words.size(numbers.count(table.rowCount), numbers.count(table.columns.length)),
    words.encodings[table.encoding] ?? table.encoding,
    words.separators[table.separator] ?? table.separator,
  ];
  return (
    <Section
      heading={file.name}
      isFramed
      action={<ChangeButton isOpen={isOpen} onToggle={setIsOpen} />}
    >
      <Text block size={200} className={styles.facts}>
        {facts.join(' · ')}
      </Text>
      {(isOpen || asksHeader) && (
        <div className={styles.choices}>
          {isOpen && <ReadingChoices entry={entry} table={table} importing={importing} />}
          <Choice
            label={words.firstLine}
            value={table.hasHeader ? 'names' : 'row'}
            options={(['names', 'row'] as const).map((value) => ({
              value,
              text: words.header[value],
            }))}
            onChoose={(value) => {
              importing.reread(entry, { ...wishes, hasHeader: value === 'names' });
            }}
          />
        </div>
      )}
      {asksHeader && <Notice text={words.noHeader} />}
      {obstacle && <Notice text={obstacleText(assessed, obstacle)} />}
      {table.renamed.length > 0 && table.hasHeader && (
        <Text block size={200} className={styles.gap}>
          {words.renamed(table.renamed.join(', '))}
        </Text>
      )}
      <LineFaults faults={table.faults} count={table.faultCount} />
      {!obstacle && (
        <>
          <ColumnReadings entry={entry} assessed={assessed} importing={importing} />
          <FilePreview file={file.name} assessed={assessed} readings={entry.readings} />
        </>
      )}
      <div className={styles.remove}>
        <Button
          size="small"
          onClick={() => {
            importing.remove(file);
          }}
        >
          {words.remove(file.name)}
        </Button>
      </div>
    </Section>
  );

  function obstacleText(
    { table: { rowCount, columns } }: AssessedTextTable,
    code: NonNullable<AssessedTextTable['obstacle']>,
  ): string {
    const isWide = code === 'tooManyColumns';
    return words.obstacles[code](
      numbers.count(isWide ? columns.length : rowCount),
      numbers.count(isWide ? maxColumns : mostImportedRows),
    );
  }
}

function Notice({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.gap}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

function ReadingChoices({
  entry,
  table,
  importing,
}: {
  readonly entry: FileEntry;
  readonly table: AssessedTextTable['table'];
  readonly importing: ImportState;
}) {
  const words = usePane().pane.importing;
  const { wishes } = entry;
  const known = separators.some((one) => one === table.separator);
  return (
    <>
      <Choice
        label={words.encoding}
        value={table.encoding}
        options={encodings.map((value) => ({ value, text: words.encodings[value] ?? value }))}
        onChoose={(value) => {
          importing.reread(entry, { ...wishes, encoding: value as Encoding });
        }}
      />
      <Choice
        label={words.separator}
        value={table.separator}
        options={[...separators, ...(known ? [] : [table.separator])].map((value) => ({
          value,
          text: words.separators[value] ?? value,
        }))}
        onChoose={(separator) => {
          importing.reread(entry, { ...wishes, separator });
        }}
      />
    </>
  );
}
