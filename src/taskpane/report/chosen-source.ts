import { withJoined, type JoinWishes } from '../../jobs';
import type { WishChange } from '../pane-store';

/** The wish for other sales: what was said of the columns of the ones before does not hold for them. */
export function chosenSales(sales: string, joins: JoinWishes | undefined): WishChange {
  return {
    sales,
    joins: withJoined(joins, 'orders', undefined),
    salesDate: undefined,
    salesAmount: undefined,
    by: undefined,
    targetDimensions: undefined,
    asOf: undefined,
    shown: undefined,
  };
}

/** The wish for other targets, likewise. */
export function chosenTargets(targets: string): WishChange {
  return {
    targets,
    targetDate: undefined,
    targetAmount: undefined,
    targetDimensions: undefined,
    by: undefined,
    grain: undefined,
  };
}
