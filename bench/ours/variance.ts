import {
  aggregate,
  isMeasured,
  type Aggregate,
  type Dataset,
  type FigureReader,
  type KeyCells,
  type Measure,
} from '../../src/sales';
import { firstMonth, months } from '../workload';
import type { VarianceTable } from '../variance-table';

const by = ['Region', 'Product'];

/** Sums and counts by region, product and month beside targets, with the cube. */
export function varianceByCube(sales: Dataset, targets: Dataset): VarianceTable {
  const sold = aggregate(sales, { by, grain: 'month', measures: ['sales', 'lines'] });
  const set = aggregate(targets, { by, grain: 'month', measures: ['sales'] });
  const [ofSales, ofTargets] = [sold.byKey(), set.byKey()];
  const targetKeys = new Map(ofTargets.keys.map((key, index) => [key.join('\n'), index]));
  const keys = ofSales.keys.map((key, index) => {
    const name = key.join('\n');
    const own = targetKeys.get(name) ?? -1;
    targetKeys.delete(name);
    return { key, sales: index, targets: own };
  });
  for (const [name, index] of targetKeys) {
    keys.push({ key: name.split('\n'), sales: -1, targets: index });
  }
  keys.sort((a, b) => compare(a.key[0], b.key[0]) || compare(a.key[1], b.key[1]));

  const [sum, target] = [sumsOf(sold, sales), sumsOf(set, targets)];
  const count = sold.readerOf('lines');
  const shift = [firstMonth - sold.firstStep, firstMonth - set.firstStep] as const;
  const most = keys.length * months;
  const table = {
    region: [] as string[],
    product: [] as string[],
    month: new Int32Array(most),
    sum: new Float64Array(most),
    count: new Int32Array(most),
    target: new Float64Array(most),
  };
  let lines = 0;
  const cellIn = ({ cells, steps }: KeyCells, key: number, step: number) =>
    key < 0 || step < 0 || step >= steps ? 0 : (cells[key * steps + step] ?? 0);
  for (const { key, sales: salesKey, targets: targetKey } of keys) {
    const [region = '', product = ''] = key;
    for (let month = 0; month < months; month += 1) {
      const cell = cellIn(ofSales, salesKey, month + shift[0]);
      const targetCell = cellIn(ofTargets, targetKey, month + shift[1]);
      if (cell === 0 && targetCell === 0) continue;
      table.region.push(region);
      table.product.push(product);
      table.month[lines] = month;
      table.sum[lines] = sum(cell);
      table.count[lines] = figure(count, cell);
      table.target[lines] = targetCell === 0 ? NaN : target(targetCell);
      lines += 1;
    }
  }
  return { lines, ...table };
}

/** The sums of cells in the amounts' own unit. */
function sumsOf(grouped: Aggregate, { amounts }: Dataset): (cell: number) => number {
  const minor = grouped.minorSums('sales');
  const unit = 10 ** (amounts.decimals ?? 0);
  if (!minor) throw new Error('The amounts have cents');
  return (cell) => (minor[cell] ?? 0) / unit;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

function figure(read: FigureReader, cell: number): number {
  return measured(read(cell));
}

/** A figure that is always measurable. */
export function measured(found: Measure): number {
  if (!isMeasured(found)) throw new Error(`Not measurable: ${found.reason}`);
  return found;
}
