import { trendByHand } from '../floor/trend';
import { trendByCube } from '../ours/trend';
import { contestant, type Contest } from '../stopwatch';
import { trendAnswer } from '../trend';
import type { Loaded } from './loaded';

export function trendContest({ floor, ours, peers }: Loaded): Contest {
  return {
    job: 'J3 trend',
    isSteady: true,
    contestants: [
      contestant('floor', {
        prepare: () => floor.sales,
        run: trendByHand,
        answer: trendAnswer,
      }),
      contestant('ours', { prepare: () => ours.sales, run: trendByCube, answer: trendAnswer }),
      ...peers.flatMap(({ name, peer }) => {
        const { trend } = peer;
        if (!trend) return [];
        return [
          contestant(name, { prepare: () => trend, run: (go) => go(), answer: (found) => found() }),
        ];
      }),
    ],
  };
}
