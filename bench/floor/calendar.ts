import { periodIndex } from '../../src/sales';
import { firstDay, firstMonth, lastDay } from '../workload';

/** By day since the first one, how many months of the data have passed. */
export const monthOfDay = Int32Array.from(
  { length: lastDay - firstDay + 1 },
  (_, day) => periodIndex(firstDay + day, 'month') - firstMonth,
);
