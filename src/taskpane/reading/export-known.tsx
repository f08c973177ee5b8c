import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ExportShown } from '../../jobs';
import { sourceWordsFor } from '../../wording';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'grid',
    gap: '2px',
  },
});

/** The system that the headers are known from, and what to watch for in its exports. */
export function ExportKnown({ known }: { readonly known: ExportShown }) {
  const styles = useStyles();
  const { session } = usePane();
  const words = sourceWordsFor(session.language);
  const { system, object, sure, others, traps } = known;
  return (
    <>
      <Text size={200} block>
        {words.known({
          system: words.systems[system],
          object: words.objects[object],
          sure,
          others: others.map((other) => words.systems[other]).join(', '),
        })}
      </Text>
      {traps.length > 0 && (
        <ul className={styles.list}>
          {traps.map((trap) => (
            <li key={trap}>
              <Text size={200}>{words.traps[trap]}</Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
