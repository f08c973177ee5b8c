import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Measure } from '../../sales';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '8px',
    minWidth: '24px',
  },
  axis: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: tokens.strokeWidthThin,
    backgroundColor: tokens.colorNeutralStrokeAccessible,
  },
  bar: { position: 'absolute', top: '1px', bottom: '1px' },
  short: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    borderRadius: `${tokens.borderRadiusSmall} 0 0 ${tokens.borderRadiusSmall}`,
  },
  over: {
    backgroundColor: tokens.colorPaletteGreenBackground3,
    borderRadius: `0 ${tokens.borderRadiusSmall} ${tokens.borderRadiusSmall} 0`,
  },
});

/** From the worst shortfall, or 0, to the best surplus, or 0. */
export interface VarianceScale {
  readonly least: number;
  readonly most: number;
}

export function varianceScale(variances: readonly Measure[]): VarianceScale {
  const numbers = variances.filter((variance) => typeof variance === 'number');
  return {
    least: numbers.reduce((least, variance) => Math.min(least, variance), 0),
    most: numbers.reduce((most, variance) => Math.max(most, variance), 0),
  };
}

/** A variance on the scale that all rows share. The figure stands beside it. */
export function VarianceBar({
  variance,
  scale: { least, most },
}: {
  readonly variance: Measure;
  readonly scale: VarianceScale;
}) {
  const styles = useStyles();
  const width = most - least;
  if (typeof variance !== 'number' || width === 0) return <span />;
  const share = (amount: number) => `${String((amount / width) * 100)}%`;
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={mergeClasses(styles.bar, variance < 0 ? styles.short : styles.over)}
        style={{ left: share(Math.min(variance, 0) - least), width: share(Math.abs(variance)) }}
      />
      <span className={styles.axis} style={{ left: share(-least) }} />
    </span>
  );
}
