/** So many rows at once: the places of a block stay in the fastest memory while it is worked on. */
export const blockRows = 4096;

/** Rows `from` to `to` of a data set (`to` not included), and the cell that each belongs to. */
export class Block {
  from = 0;
  to = 0;
  /** The cell of row `from + i`; 0 for a row that is left out. */
  readonly cells = new Int32Array(blockRows);
  /** 1 at i where row `from + i` is left out. Meaningless unless `isFiltered`. */
  readonly isLeftOut = new Uint8Array(blockRows);
  isFiltered = false;
}
