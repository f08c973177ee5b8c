import type { Dataset } from '../../src/sales';
import { allColumns, targetColumns, type AllColumns, type SalesColumns } from '../floor/columns';
import { load } from '../ours/loading';
import type { Peers } from '../peers/all';
import type { LoadedPeer, PeerRows } from '../peers/peer';
import { RangeWorkbook } from '../range-workbook';
import { rowsOf, type Workload } from '../workload';

/** The data as everyone has them after loading. */
export interface Loaded {
  readonly workload: Workload;
  readonly floor: { readonly sales: AllColumns; readonly targets: SalesColumns };
  readonly ours: { readonly sales: Dataset; readonly targets: Dataset };
  readonly peers: readonly { readonly name: string; readonly peer: LoadedPeer }[];
}

export async function loadAll(workload: Workload, peers: Peers): Promise<Loaded> {
  const workbook = new RangeWorkbook(workload, true);
  const sales = await load(workbook, 'Sales', 'Amount');
  const targets = await load(workbook, 'Targets', 'Target');
  const rows = peerRows(workload);
  return {
    workload,
    floor: { sales: allColumns(rows.sales), targets: targetColumns(rows.targets) },
    ours: { sales: sales.converted.dataset, targets: targets.converted.dataset },
    peers: peers.tables.map((peer) => ({ name: peer.name, peer: peer.load(rows, 'all') })),
  };
}

/** Rows that nobody has looked at yet. */
export function peerRows({ sales, targets }: Workload): PeerRows & {
  readonly sales: ReturnType<typeof rowsOf>;
} {
  return { sales: rowsOf(sales), targets: rowsOf(targets) };
}
