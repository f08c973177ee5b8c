import { firstDay, firstMonth, months, type Question } from '../workload';
import { monthOfDay } from './calendar';
import type { SalesColumns } from './columns';

/** Sums by region, product and month that are found by their texts. */
export class SumsByHand {
  private readonly regions: ReadonlyMap<string, number>;
  private readonly products: ReadonlyMap<string, number>;
  private readonly sums: Float64Array;

  constructor({ dates, region, product, amounts }: SalesColumns) {
    this.regions = new Map(region.values.map((text, code) => [text, code * product.values.length]));
    this.products = new Map(product.values.map((text, code) => [text, code]));
    const sums = new Float64Array(region.values.length * product.values.length * months);
    const width = product.values.length;
    for (let row = 0; row < dates.length; row += 1) {
      const key = (region.codes[row] ?? 0) * width + (product.codes[row] ?? 0);
      const cell = key * months + (monthOfDay[(dates[row] ?? 0) - firstDay] ?? 0);
      sums[cell] = (sums[cell] ?? 0) + (amounts[row] ?? 0);
    }
    this.sums = sums;
  }

  cellOf({ region, product, month }: Question): number {
    const key = (this.regions.get(region) ?? NaN) + (this.products.get(product) ?? NaN);
    return key * months + month - firstMonth;
  }

  sum(question: Question): number {
    return this.sums[this.cellOf(question)] ?? 0;
  }

  add(cell: number, amount: number): void {
    this.sums[cell] = (this.sums[cell] ?? 0) + amount;
  }
}
