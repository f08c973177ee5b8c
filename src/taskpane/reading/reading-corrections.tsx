import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { Layout, WaysToRead } from '../../jobs';
import { Choice, named } from '../choice';
import { usePane } from '../pane-context';
import { NameChoices } from './name-choices';
import { TotalChoices } from './total-choices';
import { useChoiceStyles } from './choice-styles';
import type { ReadingState } from './use-reading';
import { useReadingWords } from './use-reading-words';
import { FilledDown, ValueChoices } from './value-choices';

const useStyles = makeStyles({
  wide: { gridColumn: '1 / -1', minWidth: 0 },
  back: { marginTop: tokens.spacingVerticalS },
});

/** Each part of a reading with what holds now, to be said otherwise. */
export function ReadingCorrections({ reading }: { readonly reading: ReadingState }) {
  const styles = useStyles();
  const choice = useChoiceStyles();
  const words = useReadingWords();
  const place = useRef<HTMLFieldSetElement>(null);
  const { facts, said, isStack, takeBack } = reading;
  return (
    <fieldset ref={place} className={mergeClasses(choice.group, choice.apart)}>
      <legend className={choice.name}>{words.corrections}</legend>
      {isStack && <Text size={200}>{words.stackHint}</Text>}
      <div className={choice.grid}>
        <LayoutChoice reading={reading} />
        <YearChoice reading={reading} />
        <div className={styles.wide}>
          <HeaderChoice reading={reading} />
        </div>
        {facts && facts.tables.length > 1 && (
          <div className={styles.wide}>
            <Choice
              label={words.table}
              {...(said.table !== undefined && { hint: words.by.person })}
              value={facts.tables[0]}
              options={named(facts.tables)}
              onChoose={(table) => {
                reading.correct({ table, header: undefined, layout: undefined });
              }}
            />
          </div>
        )}
        {facts && <ValueChoices facts={facts} reading={reading} />}
        {facts && facts.names.length > 0 && (
          <div className={styles.wide}>
            <NameChoices facts={facts} reading={reading} />
          </div>
        )}
        {facts && facts.totals.length > 0 && (
          <div className={styles.wide}>
            <TotalChoices totals={facts.totals} reading={reading} />
          </div>
        )}
        {facts && facts.gappy.length > 0 && (
          <div className={styles.wide}>
            <FilledDown facts={facts} reading={reading} />
          </div>
        )}
      </div>
      {Object.keys(said).length > 0 && (
        <Button
          size="small"
          className={styles.back}
          onClick={() => {
            takeBack();
            // The button goes; who pressed it stays here.
            place.current?.querySelector('select')?.focus();
          }}
        >
          {words.takeBack}
        </Button>
      )}
    </fieldset>
  );
}

function LayoutChoice({
  reading: { facts, said, ways, correct },
}: {
  readonly reading: ReadingState;
}) {
  const { words: all, pane } = usePane();
  const words = useReadingWords();
  // Several sheets may differ, where one of them was corrected alone.
  const value = facts ? facts.layout : said.layout;
  const fitting: readonly Layout[] = ways?.layouts ?? [];
  const offered = value && !fitting.includes(value) ? [value, ...fitting] : fitting;
  if (offered.length === 0) return null;
  return (
    <Choice
      label={words.layoutLabel}
      {...(said.layout && { hint: words.by.person })}
      value={value}
      placeholder={facts ? words.differs : pane.data.choose}
      options={offered.map((layout) => ({ value: layout, text: all.readings.layouts[layout] }))}
      onChoose={(chosen) => {
        const layout = offered.find((one) => one === chosen);
        if (layout) correct({ layout });
      }}
    />
  );
}

/** The rows that could be the one of headers, each text once: they are found by their texts. */
function headerOptions(ways: WaysToRead | undefined) {
  const options = new Map<string, WaysToRead['headerRows'][number]>();
  for (const line of ways?.headerRows ?? []) {
    const value = JSON.stringify(line.texts);
    if (!options.has(value)) options.set(value, line);
  }
  return [...options].map(([value, line]) => ({ value, ...line }));
}

function HeaderChoice({
  reading: { facts, said, ways, correct },
}: {
  readonly reading: ReadingState;
}) {
  const { numbers } = usePane();
  const words = useReadingWords();
  const options = headerOptions(ways);
  const isOffered = facts ? facts.headerRow !== undefined || said.header : said.header;
  if (!isOffered || options.length === 0) return null;
  const current = said.header
    ? JSON.stringify(said.header)
    : options.find(({ row }) => row === facts?.headerRow)?.value;
  return (
    <Choice
      label={words.header}
      {...(said.header && { hint: words.by.person })}
      value={options.some(({ value }) => value === current) ? current : undefined}
      placeholder={
        said.header?.join(', ') ??
        words.headerRow(facts?.headerRow ?? 1, facts?.preview.headers ?? [])
      }
      options={options.map(({ value, row, texts, days }) => ({
        value,
        text: words.headerRow(
          row,
          texts.map((text, index) => {
            const day = days?.[index];
            return day === undefined ? text : numbers.day(day);
          }),
        ),
      }))}
      onChoose={(chosen) => {
        const header = options.find(({ value }) => value === chosen)?.texts;
        if (header) correct({ header, layout: undefined, table: undefined });
      }}
    />
  );
}

/** Years around the one that holds. */
const [yearsBefore, yearsAfter] = [6, 3];

function YearChoice({ reading: { facts, said, correct } }: { readonly reading: ReadingState }) {
  const words = useReadingWords();
  const told = facts?.year;
  const year = said.year ?? told?.year;
  // A header's own year is not said otherwise.
  if (year === undefined || told?.by === 'header') return null;
  const hint = told && told.by !== 'person' ? words.yearFrom[told.by](told.text) : words.by.person;
  const years = Array.from({ length: yearsBefore + yearsAfter + 1 }, (_, index) =>
    String(year + yearsAfter - index),
  );
  return (
    <Choice
      label={words.year}
      hint={hint}
      value={String(year)}
      options={named(years)}
      onChoose={(chosen) => {
        correct({ year: Number(chosen) });
      }}
    />
  );
}
