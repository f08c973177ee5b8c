import type { Answer } from '../answer';
import { salesColumns, targetColumns } from '../floor/columns';
import { varianceByHand } from '../floor/variance';
import { checkedReport, firstReport, reportAnswer } from '../ours/report';
import type { Peers } from '../peers/all';
import { varianceByMap } from '../peers/plain';
import { RangeWorkbook } from '../range-workbook';
import { contestant, type Contest } from '../stopwatch';
import { varianceAnswer } from '../variance-table';
import type { Workload } from '../workload';
import { peerRows } from './loaded';

/** The report has no counts: they are left out of what the others found. */
function withoutCounts(answer: Answer): Answer {
  return answer.map(([region = '', product = '', month = -1, sum = NaN, , target = NaN]) => [
    region,
    product,
    month,
    sum,
    target,
  ]);
}

/** From cells that nobody has looked at to the variance report. */
export function reportContest(workload: Workload, peers: Peers): Contest {
  return {
    job: 'first report from fresh rows',
    isSteady: false,
    contestants: [
      contestant('floor', {
        prepare: () => peerRows(workload),
        run: ({ sales, targets }) => varianceByHand(salesColumns(sales), targetColumns(targets)),
        answer: (table) => withoutCounts(varianceAnswer(table)),
        note: 'four columns, J1',
      }),
      contestant('ours', {
        prepare: () => new RangeWorkbook(workload, true),
        run: firstReport,
        answer: reportAnswer,
        note: 'columns found and judged, the whole report',
      }),
      contestant('ours, all checks', {
        prepare: () => new RangeWorkbook(workload, true),
        run: checkedReport,
        answer: reportAnswer,
        note: 'data quality assessed in all columns first',
      }),
      ...peers.tables.map((peer) =>
        contestant(peer.name, {
          prepare: () => peerRows(workload),
          run: (rows) => {
            const loaded = peer.load(rows, 'needed');
            const found = loaded.variance();
            loaded.close();
            return found;
          },
          answer: (found) => withoutCounts(found()),
          note: 'four columns, J1',
        }),
      ),
      contestant('a Map', {
        prepare: () => peerRows(workload),
        run: varianceByMap,
        answer: (found) => withoutCounts(found()),
        note: 'J1',
      }),
      ...peers.fromRows.map(({ name, variance }) =>
        contestant(name, {
          prepare: () => peerRows(workload),
          run: variance,
          answer: (found) => withoutCounts(found()),
          note: 'J1',
        }),
      ),
    ],
  };
}
