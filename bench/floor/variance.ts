import { firstDay, months } from '../workload';
import type { VarianceTable } from '../variance-table';
import { monthOfDay } from './calendar';
import type { SalesColumns } from './columns';

/** Sums and counts by region, product and month beside targets, by hand. */
export function varianceByHand(sales: SalesColumns, targets: SalesColumns): VarianceTable {
  const [regions, products] = [sales.region.values, sales.product.values];
  const stride = products.length * months;
  const sums = new Float64Array(regions.length * stride);
  const counts = new Int32Array(sums.length);
  const set = new Float64Array(sums.length).fill(NaN);
  addSales(sales, stride, sums, counts);

  const regionOf = codesIn(regions, targets.region.values);
  const productOf = codesIn(products, targets.product.values);
  for (let row = 0; row < targets.dates.length; row += 1) {
    const region = regionOf[targets.region.codes[row] ?? 0] ?? 0;
    const product = productOf[targets.product.codes[row] ?? 0] ?? 0;
    const month = monthOfDay[(targets.dates[row] ?? 0) - firstDay] ?? 0;
    const cell = region * stride + product * months + month;
    const known = set[cell] ?? NaN;
    set[cell] = (Number.isNaN(known) ? 0 : known) + (targets.amounts[row] ?? 0);
  }

  const table = {
    region: [] as string[],
    product: [] as string[],
    month: new Int32Array(sums.length),
    sum: new Float64Array(sums.length),
    count: new Int32Array(sums.length),
    target: new Float64Array(sums.length),
  };
  let lines = 0;
  for (const region of inOrder(regions)) {
    for (const product of inOrder(products)) {
      for (let month = 0; month < months; month += 1) {
        const cell = region * stride + product * months + month;
        const target = set[cell] ?? NaN;
        const count = counts[cell] ?? 0;
        if (count === 0 && Number.isNaN(target)) continue;
        table.region.push(regions[region] ?? '');
        table.product.push(products[product] ?? '');
        table.month[lines] = month;
        table.sum[lines] = sums[cell] ?? 0;
        table.count[lines] = count;
        table.target[lines] = target;
        lines += 1;
      }
    }
  }
  return { lines, ...table };
}

function addSales(
  { dates, region, product, amounts }: SalesColumns,
  stride: number,
  sums: Float64Array,
  counts: Int32Array,
): void {
  const [regionCodes, productCodes] = [region.codes, product.codes];
  for (let row = 0; row < dates.length; row += 1) {
    const month = monthOfDay[(dates[row] ?? 0) - firstDay] ?? 0;
    const cell = (regionCodes[row] ?? 0) * stride + (productCodes[row] ?? 0) * months + month;
    sums[cell] = (sums[cell] ?? 0) + (amounts[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

/** For every text of the second list its number in the first. */
function codesIn(texts: readonly string[], others: readonly string[]): number[] {
  const known = new Map(texts.map((text, code) => [text, code]));
  return others.map((text) => {
    const code = known.get(text);
    if (code === undefined) throw new Error(`A target for ${text}, which nothing was sold of`);
    return code;
  });
}

/** The numbers of texts in the order of the texts. */
export function inOrder(texts: readonly string[]): number[] {
  return texts
    .map((_, code) => code)
    .sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
}
