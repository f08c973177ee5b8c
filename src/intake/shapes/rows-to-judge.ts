import type { RowScan } from './row-scan';
import type { Row } from './shape';

/** What is known of a table before its rows are judged. */
export interface RowsToJudge {
  readonly rows: readonly Row[];
  readonly scan: RowScan;
  /** The first row of data, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly headerRows: readonly number[];
  readonly keys: readonly number[];
  readonly numbers: readonly number[];
  /** Those of the numbers that add up others of their row. */
  readonly totals?: readonly number[];
  /**
   * The figures are alike, as those of periods side by side: where most of a row are sums, all of them
   * should be. A price beside a quantity need not be.
   */
  readonly areAlike?: boolean;
}
