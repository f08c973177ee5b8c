import { periodOf, type Grain } from '../../sales';
import type { Column } from '../columns/column';
import { fold, headerWords } from '../header-words';
import type { SourceTable } from '../mapping';
import { findDate } from './dates';

/** Two columns of days, and the period that each row's days are the first and the last of. */
export interface DateSpans {
  readonly from: Column;
  readonly to: Column;
  readonly grain: Grain;
}

const firsts =
  /(?:^| )(?:from|start(?:s|ing)?|begin(?:s|ning)?|beginn|von|ab|debut|desde|inicio)(?: |$)|(?:^| )du$|開始/;
const lasts =
  /(?:^| )(?:to|until|till|end(?:s|ing)?|ende|bis|fin|hasta|ate|fim|termino)(?: |$)|(?:^| )au$|終了/;

const grains: readonly Grain[] = ['month', 'quarter', 'year'];
/** So many rows tell. */
const mostRows = 20_000;

/**
 * The columns of a table's first and last days ("Valid from", "Valid to"), where every row that has both spans
 * one whole month, or every one a quarter or a year.
 */
export function findDateSpans({ raw, columns }: SourceTable): DateSpans | undefined {
  const named = (pattern: RegExp) =>
    columns.filter(
      ({ kind, header }) => kind === 'date' && pattern.test(fold(headerWords(header))),
    );
  const [from, ...otherFroms] = named(firsts);
  const [to, ...otherTos] = named(lasts);
  if (!from || !to || from === to || otherFroms.length + otherTos.length > 0) return undefined;
  let grain: Grain | undefined;
  for (let row = 0; row < Math.min(raw.grid.rowCount, mostRows); row += 1) {
    const [first, last] = [from, to].map((one) => findDate(raw.grid.cell(row, one.index), one));
    if (first === undefined || last === undefined) continue;
    const found = grains.find((one) => {
      const { start, end } = periodOf(first, one);
      return start === first && end === last;
    });
    if (!found || (grain !== undefined && found !== grain)) return undefined;
    grain = found;
  }
  return grain && { from, to, grain };
}
