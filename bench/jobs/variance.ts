import { trackAgainstTargets, usualThresholds, type TrackingReport } from '../../src/sales';
import { varianceByHand } from '../floor/variance';
import { varianceByCube } from '../ours/variance';
import { contestant, type Contest, type Contestant } from '../stopwatch';
import { varianceAnswer } from '../variance-table';
import { lastDay } from '../workload';
import type { Loaded } from './loaded';

function byHand(floor: Loaded['floor'], name = 'floor'): Contestant {
  return contestant(name, {
    prepare: () => floor,
    run: ({ sales, targets }) => varianceByHand(sales, targets),
    answer: varianceAnswer,
  });
}

/** The same twice: what differs here is the machine. */
export function controlContest({ floor }: Loaded): Contest {
  return {
    job: 'control',
    isSteady: true,
    contestants: [byHand(floor), byHand(floor, 'floor again')],
  };
}

export function varianceContest({ floor, ours, peers }: Loaded): Contest {
  return {
    job: 'J1 variance',
    isSteady: true,
    contestants: [
      byHand(floor),
      contestant('ours', {
        prepare: () => ours,
        run: ({ sales, targets }) => varianceByCube(sales, targets),
        answer: varianceAnswer,
      }),
      contestant('ours, whole report', {
        prepare: () => ours,
        run: wholeReport,
        note: 'every figure of the report: statuses, year to date, year before, control totals',
      }),
      ...peers.map(({ name, peer }) =>
        contestant(name, {
          prepare: () => peer,
          run: (own) => own.variance(),
          answer: (found) => found(),
        }),
      ),
    ],
  };
}

function wholeReport({ sales, targets }: Loaded['ours']): TrackingReport {
  return trackAgainstTargets(sales, targets, {
    by: ['Region', 'Product'],
    grain: 'month',
    targetGrain: 'month',
    asOf: lastDay,
    phasing: 'workingDays',
    thresholds: usualThresholds,
    method: 'strict',
  });
}
