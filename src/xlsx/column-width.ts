/** A file's widths include five pixels of padding, of the seven that a digit takes. */
export const widthPadding = 5 / 7;
