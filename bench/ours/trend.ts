import { aggregate, type Dataset } from '../../src/sales';
import { trendOf, type Trend } from '../trend';
import { firstMonth, months } from '../workload';
import { measured } from './variance';

export function trendByCube(sales: Dataset): Trend[] {
  const sold = aggregate(sales, { by: ['Region'], grain: 'month', measures: ['sales'] });
  const read = sold.readerOf('sales');
  const shift = firstMonth - sold.firstStep;
  return sold
    .byKey()
    .sort(({ key: [a = ''] }, { key: [b = ''] }) => (a < b ? -1 : 1))
    .map(({ key: [region = ''], cells }) =>
      trendOf(
        region,
        Float64Array.from({ length: months }, (_, month) =>
          measured(read(cells[month + shift] ?? 0)),
        ),
      ),
    );
}
