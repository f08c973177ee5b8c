import { makeStyles, tokens } from '@fluentui/react-components';

/** A group of choices side by side, as many as fit. */
export const useChoiceStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  apart: { marginTop: tokens.spacingVerticalM },
  name: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(105px, 1fr))',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
    alignItems: 'start',
  },
});
