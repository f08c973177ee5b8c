import { allColumns, type AllColumns } from '../floor/columns';
import { keptByHand, type KeptRows } from '../floor/dirty-columns';
import { cents, type Answer } from '../answer';
import { load, type LoadedTable } from '../ours/loading';
import type { Peers } from '../peers/all';
import { RangeWorkbook } from '../range-workbook';
import { contestant, type Contest, type Contestant } from '../stopwatch';
import { parsed, rowsOf, type Workload } from '../workload';
import { peerRows } from './loaded';

/** Rows, what the amounts add up to, and how many regions there are. */
function keptAnswer({ used, total, regions }: KeptRows): Answer {
  return [[used, cents(total), regions]];
}

function columnsAnswer({ amounts, region }: AllColumns): Answer {
  const total = amounts.reduce((sum, value) => sum + value, 0);
  return keptAnswer({ used: amounts.length, total, regions: region.values.length });
}

function tableAnswer({ converted: { dataset, counts } }: LoadedTable): Answer {
  const total = dataset.amounts.values.reduce((sum, value) => sum + value, 0);
  const region = dataset.dimensions.get('Region');
  return keptAnswer({ used: counts.used, total, regions: region?.values.length ?? 0 });
}

/** All columns of the sales out of cells. */
export function loadingContest(workload: Workload, peers: Peers): Contest {
  const { sales } = workload;
  return {
    job: 'load all eight columns',
    isSteady: false,
    contestants: [
      contestant('floor', {
        prepare: () => rowsOf(sales),
        run: allColumns,
        answer: columnsAnswer,
      }),
      ours(workload),
      contestant('JSON.parse', {
        prepare: () => sales,
        run: parsed,
        note: 'of the same cells, as office.js does it before anyone has them',
      }),
      ...peers.tables.map((peer): Contestant =>
        contestant(peer.name, {
          prepare: () => peerRows(workload),
          run: (rows) => {
            // Its own data stay in WebAssembly memory until it is closed.
            peer.load(rows, 'all').close();
          },
          note: 'targets included, not judged',
        }),
      ),
    ],
  };
}

/** The same where some cells are not what their column says. */
export function dirtyContest(workload: Workload): Contest {
  return {
    job: 'load, 1 row in 100 spoilt',
    isSteady: false,
    contestants: [
      contestant('floor', {
        prepare: () => rowsOf(workload.sales),
        run: keptByHand,
        answer: keptAnswer,
        note: 'names no cell',
      }),
      ours(workload),
    ],
  };
}

function ours(workload: Workload): Contestant {
  return contestant('ours', {
    prepare: () => new RangeWorkbook(workload, true),
    run: (workbook) => load(workbook, 'Sales', 'Amount'),
    answer: tableAnswer,
  });
}
