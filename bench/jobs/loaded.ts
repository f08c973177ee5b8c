import type { Dataset } from '../../src/sales';
import { allColumns, targetColumns, type AllColumns, type SalesColumns } from '../floor/columns';
import { load } from '../ours/loading';
import { RangeWorkbook } from '../range-workbook';
import { rowsOf, type Workload } from '../workload';

/** The data as everyone has them after loading. */
export interface Loaded {
  readonly workload: Workload;
  readonly floor: { readonly sales: AllColumns; readonly targets: SalesColumns };
  readonly ours: { readonly sales: Dataset; readonly targets: Dataset };
}

export async function loadAll(workload: Workload): Promise<Loaded> {
  const workbook = new RangeWorkbook(workload, true);
  const sales = await load(workbook, 'Sales', 'Amount');
  const targets = await load(workbook, 'Targets', 'Target');
  return {
    workload,
    floor: {
      sales: allColumns(rowsOf(workload.sales)),
      targets: targetColumns(rowsOf(workload.targets)),
    },
    ours: { sales: sales.converted.dataset, targets: targets.converted.dataset },
  };
}
