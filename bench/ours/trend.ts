import { aggregate, type Dataset } from '../../src/sales';
import { trendOf, type Trend } from '../trend';
import { firstMonth, months } from '../workload';
import { measured } from './variance';

export function trendByCube(sales: Dataset): Trend[] {
  const sold = aggregate(sales, { by: ['Region'], grain: 'month', measures: ['sales'] });
  const read = sold.readerOf('sales');
  const shift = firstMonth - sold.firstStep;
  const { keys, steps, cells } = sold.byKey();
  return keys
    .map(([region = ''], key) => ({ region, key }))
    .sort((a, b) => (a.region < b.region ? -1 : 1))
    .map(({ region, key }) =>
      trendOf(
        region,
        Float64Array.from({ length: months }, (_, month) =>
          measured(read(cells[key * steps + month + shift] ?? 0)),
        ),
      ),
    );
}
