import { getDimension, type Dataset } from '../dataset';
import type { SerialDate } from '../calendar';
import type { Block } from './block';
import type { SalesRow } from './sales-row';

/** Which rows count. */
export interface RowConditions {
  /** The first and the last day that count; left out, all days do. */
  readonly from?: SerialDate;
  readonly to?: SerialDate;
  /** By dimension, the texts of the rows that count. */
  readonly where?: ReadonlyMap<string, readonly string[]>;
}

/** Picks the rows that count, a block at a time. */
export class RowFilter {
  readonly from: SerialDate;
  readonly to: SerialDate;

  constructor(private readonly conditions: RowConditions) {
    this.from = conditions.from ?? -Infinity;
    this.to = conditions.to ?? Infinity;
  }

  /** Whether a row by itself counts. */
  takes({ date, dimensions }: SalesRow): boolean {
    if (date < this.from || date > this.to) return false;
    for (const [dimension, texts] of this.conditions.where ?? []) {
      if (!texts.includes(dimensions.get(dimension) ?? '')) return false;
    }
    return true;
  }

  /** Says for blocks of a data set which of their rows are left out; undefined where none is. */
  over(dataset: Dataset): ((block: Block) => void) | undefined {
    const { from, to } = this;
    const { where } = this.conditions;
    const hasDays = from !== -Infinity || to !== Infinity;
    if (!hasDays && !where?.size) return undefined;
    const picks = [...(where ?? [])].map(([dimension, texts]) => {
      const { codes, values } = getDimension(dataset, dimension);
      const wanted = new Set(texts);
      return { codes, isWanted: Uint8Array.from(values, (text) => Number(wanted.has(text))) };
    });
    return (block) => {
      block.isFiltered = true;
      block.isLeftOut.fill(0);
      if (hasDays) leaveOutDays(block, dataset.dates, from, to);
      for (const { codes, isWanted } of picks) leaveOutTexts(block, codes, isWanted);
    };
  }
}

function leaveOutDays(
  { from, to, isLeftOut }: Block,
  dates: Int32Array,
  first: SerialDate,
  last: SerialDate,
): void {
  for (let row = from; row < to; row += 1) {
    const day = dates[row] ?? 0;
    if (day < first || day > last) isLeftOut[row - from] = 1;
  }
}

function leaveOutTexts(
  { from, to, isLeftOut }: Block,
  codes: Int32Array,
  isWanted: Uint8Array,
): void {
  for (let row = from; row < to; row += 1) {
    if (isWanted[codes[row] ?? 0] !== 1) isLeftOut[row - from] = 1;
  }
}
