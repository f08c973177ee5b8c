import type { CellStyle, Colour } from '../workbook';

/** Colours by what they mean. Good and bad differ in lightness too, for colour-weak readers. */
export const palette = {
  actual: '#404040',
  prior: '#A6A6A6',
  outline: '#404040',
  good: '#1B7F4B',
  bad: '#B3261E',
  neutral: '#595959',
  line: '#BFBFBF',
  input: '#FFF9E5',
} as const satisfies Record<string, Colour>;

const heading: CellStyle = {
  font: { bold: true },
  horizontal: 'right',
  vertical: 'center',
  wrap: true,
};

/** Headers by scenario: actual solid dark, the year before lighter, target outlined. */
export const headerStyles = {
  key: { ...heading, horizontal: 'left', border: { bottom: edge('medium') } },
  prior: { ...heading, fill: palette.prior },
  target: {
    ...heading,
    border: {
      top: edge('medium'),
      bottom: edge('medium'),
      left: edge('medium'),
      right: edge('medium'),
    },
  },
  actual: { ...heading, fill: palette.actual, font: { bold: true, colour: '#FFFFFF' } },
  plain: { ...heading, border: { bottom: edge('medium') } },
} as const satisfies Record<string, CellStyle>;

export function edge(style: 'thin' | 'medium', colour: Colour = palette.outline) {
  return { style, colour } as const;
}
