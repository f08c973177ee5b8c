import { Link, makeStyles, Text } from '@fluentui/react-components';
import { findPlace } from '../../workbook';
import { usePane, useSelect } from '../pane-context';

const useStyles = makeStyles({
  // Fluent's links have a size of their own.
  link: { fontSize: 'inherit', lineHeight: 'inherit' },
});

/** A sentence in which a cell's address leads to the cell. */
export function CellSentence({ text, at }: { readonly text: string; readonly at: string }) {
  const start = text.indexOf(at);
  if (at === '' || start < 0) return <Text size={200}>{text}</Text>;
  return (
    <Text size={200}>
      {text.slice(0, start)}
      <CellLink at={at} />
      {text.slice(start + at.length)}
    </Text>
  );
}

/** An address that leads to its cell. */
export function CellLink({ at }: { readonly at: string }) {
  const styles = useStyles();
  const { words } = usePane();
  const select = useSelect();
  const place = findPlace(at);
  const sheet = place?.sheet;
  if (!place || sheet === undefined) return <>{at}</>;
  return (
    <Link
      as="button"
      inline
      className={styles.link}
      aria-label={words.showCell(at)}
      onClick={() => {
        select({ sheet, area: place.area });
      }}
    >
      {at}
    </Link>
  );
}
