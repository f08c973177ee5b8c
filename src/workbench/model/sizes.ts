// Calibri 11: a digit is 7 pixels wide, a cell has 5 pixels of padding, a pixel is 0.75 points.
const digit = 7;
const padding = 5;
const pointsPerPixel = 0.75;

/** Excel's standard column width, in characters of the standard font. */
export const standardWidth = 8.43;
/** Excel's standard row height, in points. */
export const standardHeight = 15;

export function widthToPoints(characters: number): number {
  return Math.round(characters * digit + padding) * pointsPerPixel;
}

export function pointsToWidth(points: number): number {
  const characters = (points / pointsPerPixel - padding) / digit;
  return Math.max(0, Math.round(characters * 100) / 100);
}

/** The width that shows a text of so many characters. */
export function fittingWidth(longest: number): number {
  return Math.max(standardWidth, Math.round((longest * 1.05 + 1.3) * 100) / 100);
}
