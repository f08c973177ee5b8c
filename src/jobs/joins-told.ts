import { isoOf } from '../sales';
import type { JoinsTold } from '../wording';
import type { Joins } from './joins';

/** What was joined, in names. */
export function joinsTold({ orders, assigned, credits, rates }: Joins): JoinsTold {
  return {
    ...(orders && {
      orders: {
        source: orders.table.raw.source.name,
        line: orders.columns.line.header,
        order: orders.columns.order.header,
      },
    }),
    ...(assigned && {
      assignments: {
        source: assigned.table.raw.source.name,
        from: assigned.from,
        key: assigned.columns.key.header,
        to: assigned.to,
        as: assigned.as.kind,
        ...(assigned.as.kind === 'asIs' && { day: isoOf(assigned.as.day) }),
      },
    }),
    ...(credits && {
      credits: {
        source: credits.table.raw.source.name,
        deal: credits.deal.header,
        person: credits.person.header,
      },
    }),
    ...(rates && {
      rates: {
        source: rates.table.raw.source.name,
        currency: rates.to,
        method: rates.method.kind,
        ...(rates.method.kind === 'constant' && { day: isoOf(rates.method.day) }),
      },
    }),
  };
}
