import { aggregate, type Dataset } from '../../src/sales';
import type { FunnelTable } from '../funnel-table';
import { firstMonth, months } from '../workload';
import { measured } from './variance';

export function funnelByCube(sales: Dataset): FunnelTable {
  const grouped = aggregate(
    { ...sales, roles: new Map([['customer', 'Customer']]) },
    { by: ['Rep'], grain: 'quarter', measures: ['customers', 'medianDeal'] },
  );
  const [customers, median] = [grouped.readerOf('customers'), grouped.readerOf('medianDeal')];
  const shift = grouped.firstStep - firstMonth / 3;
  const { keys: found, steps, cells } = grouped.byKey();
  const keys = found
    .map(([rep = ''], at) => ({ rep, at }))
    .sort((a, b) => (a.rep < b.rep ? -1 : 1));
  const most = (keys.length * months) / 3;
  const table = {
    rep: [] as string[],
    quarter: new Int32Array(most),
    customers: new Int32Array(most),
    median: new Float64Array(most),
  };
  let lines = 0;
  for (const { rep, at } of keys) {
    cells.subarray(at * steps, (at + 1) * steps).forEach((cell, step) => {
      if (cell === 0) return;
      table.rep.push(rep);
      table.quarter[lines] = step + shift;
      table.customers[lines] = measured(customers(cell));
      table.median[lines] = measured(median(cell));
      lines += 1;
    });
  }
  return { lines, ...table };
}
