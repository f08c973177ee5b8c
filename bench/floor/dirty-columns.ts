import { serialOf } from '../../src/sales';
import type { Cell } from '../workload';
import { numbersAt, textsAt } from './columns';

/** What is left of rows some of which are spoilt. */
export interface KeptRows {
  readonly used: number;
  readonly total: number;
  readonly regions: number;
}

/**
 * All columns of rows that are not all what their columns say, by hand: it knows which kinds of dirt
 * there are, and names no cell.
 */
export function keptByHand(rows: readonly (readonly Cell[])[]): KeptRows {
  const amounts = new Float64Array(rows.length);
  const days = new Int32Array(rows.length);
  let [used, total] = [0, 0];
  for (let row = 0; row < rows.length; row += 1) {
    const day = dayIn(rows[row]?.[0]);
    const amount = amountIn(rows[row]?.[7]);
    days[row] = day;
    amounts[row] = amount;
    if (day === 0 || Number.isNaN(amount)) continue;
    used += 1;
    total += Math.round(amount * 100);
  }
  for (const index of [2, 3, 4, 5]) textsAt(rows, index);
  numbersAt(rows, 6);
  const regions = new Set(textsAt(rows, 1).values);
  return { used, total: total / 100, regions: regions.size };
}

function dayIn(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(cell));
  return match ? serialOf(Number(match[1]), Number(match[2]), Number(match[3])) : 0;
}

function amountIn(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  return /^-?[\d,]+\.\d+$/.test(String(cell)) ? Number(String(cell).replaceAll(',', '')) : NaN;
}
