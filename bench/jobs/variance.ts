import { varianceByHand } from '../floor/variance';
import { varianceByCube } from '../ours/variance';
import { contestant, type Contest } from '../stopwatch';
import { varianceAnswer } from '../variance-table';
import type { Loaded } from './loaded';

export function varianceContest({ floor, ours }: Loaded): Contest {
  return {
    job: 'J1',
    contestants: [
      contestant('floor', {
        prepare: () => floor,
        run: ({ sales, targets }) => varianceByHand(sales, targets),
        answer: varianceAnswer,
      }),
      contestant('ours', {
        prepare: () => ours,
        run: ({ sales, targets }) => varianceByCube(sales, targets),
        answer: varianceAnswer,
      }),
    ],
  };
}
