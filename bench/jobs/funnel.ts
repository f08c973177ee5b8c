import { funnelByHand } from '../floor/funnel';
import { funnelAnswer } from '../funnel-table';
import { funnelByCube } from '../ours/funnel';
import { contestant, type Contest } from '../stopwatch';
import type { Loaded } from './loaded';

export function funnelContest({ floor, ours, peers }: Loaded): Contest {
  return {
    job: 'J4 funnel',
    isSteady: true,
    contestants: [
      contestant('floor', {
        prepare: () => floor.sales,
        run: funnelByHand,
        answer: funnelAnswer,
      }),
      contestant('ours', { prepare: () => ours.sales, run: funnelByCube, answer: funnelAnswer }),
      ...peers.flatMap(({ name, peer }) => {
        const { funnel } = peer;
        if (!funnel) return [];
        return [
          contestant(name, {
            prepare: () => funnel,
            run: (go) => go(),
            answer: (found) => found(),
          }),
        ];
      }),
    ],
  };
}
