import {
  aggregate,
  isMeasured,
  type Aggregate,
  type Dataset,
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
  const regions = ranksOf([ofSales, ofTargets], 0);
  const products = ranksOf([ofSales, ofTargets], 1);
  const rankOf = ([region = '', product = '']: readonly string[]) =>
    (regions.get(region) ?? 0) * products.size + (products.get(product) ?? 0);
  const byRank = new Array<JoinedKey | undefined>(regions.size * products.size).fill(undefined);
  for (const [index, key] of ofSales.keys.entries()) {
    byRank[rankOf(key)] = { key, sales: index, targets: -1 };
  }
  for (const [index, key] of ofTargets.keys.entries()) {
    const rank = rankOf(key);
    byRank[rank] = { key, sales: byRank[rank]?.sales ?? -1, targets: index };
  }
  const keys = byRank.filter((key) => key !== undefined);

  return tableOf(keys, { grouped: sold, keys: ofSales }, { grouped: set, keys: ofTargets });
}

/** A key with its place among those of the sales and of the targets; −1 where it has none. */
interface JoinedKey {
  readonly key: readonly string[];
  readonly sales: number;
  readonly targets: number;
}

interface Side {
  readonly grouped: Aggregate;
  readonly keys: KeyCells;
}

function tableOf(keys: readonly JoinedKey[], sold: Side, set: Side): VarianceTable {
  const ofSales = figuresOf(sold);
  const ofTargets = figuresOf(set);
  const counts = sold.grouped.rowCounts();
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
  for (const key of keys) lines = addLines(table, lines, key, ofSales, ofTargets, counts);
  return { lines, ...table };
}

/** Sums by key and step, and the step of the first month. */
interface KeyFigures {
  readonly keys: KeyCells;
  readonly sums: Float64Array;
  readonly shift: number;
}

function figuresOf({ grouped, keys }: Side): KeyFigures {
  const sums = grouped.minorSums('sales');
  if (!sums) throw new Error('The amounts have no common unit');
  return { keys, sums, shift: firstMonth - grouped.firstStep };
}

/** The amounts have cents. */
const cent = 100;

/** Adds the lines of one key, and answers how many there are now. */
function addLines(
  table: Omit<VarianceTable, 'lines' | 'region' | 'product'> & {
    region: string[];
    product: string[];
  },
  from: number,
  { key: [region = '', product = ''], sales, targets }: JoinedKey,
  sold: KeyFigures,
  set: KeyFigures,
  counts: Int32Array,
): number {
  let line = from;
  for (let month = 0; month < months; month += 1) {
    const cell = cellAt(sold.keys, sales, month + sold.shift);
    const targetCell = cellAt(set.keys, targets, month + set.shift);
    if (cell === 0 && targetCell === 0) continue;
    table.region.push(region);
    table.product.push(product);
    table.month[line] = month;
    table.sum[line] = (sold.sums[cell] ?? 0) / cent;
    table.count[line] = counts[cell] ?? 0;
    table.target[line] = targetCell === 0 ? NaN : (set.sums[targetCell] ?? 0) / cent;
    line += 1;
  }
  return line;
}

/** The cell of a key in a step; 0 for none, as of a key that the others alone have. */
function cellAt({ cells, steps }: KeyCells, key: number, step: number): number {
  return key < 0 || step < 0 || step >= steps ? 0 : (cells[key * steps + step] ?? 0);
}

/** The place of each text of an axis in their order. */
function ranksOf(sides: readonly KeyCells[], axis: number): ReadonlyMap<string, number> {
  const texts = new Set<string>();
  for (const { keys } of sides) for (const key of keys) texts.add(key[axis] ?? '');
  return new Map([...texts].sort().map((text, rank) => [text, rank]));
}

/** A figure that is always measurable. */
export function measured(found: Measure): number {
  if (!isMeasured(found)) throw new Error(`Not measurable: ${found.reason}`);
  return found;
}
