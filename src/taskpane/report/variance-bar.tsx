import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Measure } from '../../sales';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '8px',
    minWidth: '24px',
    // The axis in the middle: shortfalls to its left, surpluses to its right.
    backgroundImage: `linear-gradient(${tokens.colorNeutralStrokeAccessible}, ${tokens.colorNeutralStrokeAccessible})`,
    backgroundSize: '1px 100%',
    backgroundPosition: 'center',
    backgroundRepeat: 'no-repeat',
  },
  bar: { position: 'absolute', top: '1px', bottom: '1px' },
  short: {
    right: '50%',
    backgroundColor: tokens.colorPaletteRedBackground3,
    borderRadius: `${tokens.borderRadiusSmall} 0 0 ${tokens.borderRadiusSmall}`,
  },
  over: {
    left: '50%',
    backgroundColor: tokens.colorPaletteGreenBackground3,
    borderRadius: `0 ${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0`,
  },
});

/** A variance on the scale that all rows share. The figure stands beside it. */
export function VarianceBar({
  variance,
  largest,
}: {
  readonly variance: Measure;
  readonly largest: number;
}) {
  const styles = useStyles();
  if (typeof variance !== 'number' || largest === 0) return <span className={styles.track} />;
  const width = `${String((Math.abs(variance) / largest) * 50)}%`;
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={mergeClasses(styles.bar, variance < 0 ? styles.short : styles.over)}
        style={{ width }}
      />
    </span>
  );
}
