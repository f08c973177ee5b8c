import type { FunnelTable } from '../funnel-table';
import { firstDay, months } from '../workload';
import { monthOfDay } from './calendar';
import type { AllColumns } from './columns';
import { inOrder } from './variance';

const quarters = months / 3;

/** Different customers and the median amount by rep and quarter, by hand. */
export function funnelByHand({ dates, rep, customer, amounts }: AllColumns): FunnelTable {
  const size = rep.values.length * quarters;
  const cells = new Int32Array(dates.length);
  const ends = new Int32Array(size);
  for (let row = 0; row < dates.length; row += 1) {
    const month = monthOfDay[(dates[row] ?? 0) - firstDay] ?? 0;
    const cell = (rep.codes[row] ?? 0) * quarters + ((month / 3) | 0);
    cells[row] = cell;
    ends[cell] = (ends[cell] ?? 0) + 1;
  }
  const next = new Int32Array(size);
  for (let cell = 1; cell < size; cell += 1) {
    next[cell] = ends[cell - 1] ?? 0;
    ends[cell] = (ends[cell] ?? 0) + (next[cell] ?? 0);
  }
  const amountsOfCells = new Float64Array(dates.length);
  const customersOfCells = new Int32Array(dates.length);
  for (let row = 0; row < dates.length; row += 1) {
    const cell = cells[row] ?? 0;
    const place = next[cell] ?? 0;
    next[cell] = place + 1;
    amountsOfCells[place] = amounts[row] ?? 0;
    customersOfCells[place] = customer.codes[row] ?? 0;
  }

  const lastCell = new Int32Array(customer.values.length).fill(-1);
  const table = {
    rep: [] as string[],
    quarter: new Int32Array(size),
    customers: new Int32Array(size),
    median: new Float64Array(size),
  };
  let lines = 0;
  for (const code of inOrder(rep.values)) {
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      const cell = code * quarters + quarter;
      const from = cell === 0 ? 0 : (ends[cell - 1] ?? 0);
      const to = ends[cell] ?? 0;
      if (from === to) continue;
      let distinct = 0;
      for (let place = from; place < to; place += 1) {
        const who = customersOfCells[place] ?? 0;
        if (lastCell[who] === cell) continue;
        lastCell[who] = cell;
        distinct += 1;
      }
      const sorted = amountsOfCells.subarray(from, to).sort();
      const middle = (to - from) >> 1;
      const upper = sorted[middle] ?? 0;
      table.rep.push(rep.values[code] ?? '');
      table.quarter[lines] = quarter;
      table.customers[lines] = distinct;
      table.median[lines] = (to - from) % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
      lines += 1;
    }
  }
  return { lines, ...table };
}
