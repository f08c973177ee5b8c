import {
  looksLike,
  mayDateOrders,
  partsOf,
  type JoinedKind,
  type Reading,
  type SourceTable,
  type TableReadOptions,
} from '../intake';
import type { DataFound, DataWishes } from './find-data';
import type { Session } from './session';

/** A table that can be joined to the sales, and what it looks like. */
export interface JoinableTable {
  readonly source: string;
  readonly looks?: JoinedKind;
}

/** The tables beside sales and targets, by their first rows. */
export async function findJoinable(
  session: Session,
  { sales, targets, sources }: DataFound,
  { readings, periodYear }: DataWishes,
  options: TableReadOptions = {},
): Promise<readonly JoinableTable[]> {
  const joinable: JoinableTable[] = [];
  const taken = [sales, targets].flatMap((side) =>
    side ? [side.source, ...partsOf(side.source)] : [],
  );
  const isTaken = (name: string) => taken.some((source) => source.name === name);
  for (const source of sources) {
    const { name, kind, isHidden, parts } = source;
    if (isTaken(name) || parts !== undefined || kind === 'name' || isHidden) continue;
    const said: Reading = {
      ...(periodYear !== undefined && { year: periodYear }),
      ...readings?.[name],
    };
    const loaded = await session.glance(source, { ...options, ...said });
    const looks = 'table' in loaded ? looksOf(loaded.table, sales?.table) : undefined;
    joinable.push({ source: name, ...(looks && { looks }) });
  }
  return joinable;
}

function looksOf(table: SourceTable, sales: SourceTable | undefined): JoinedKind | undefined {
  return looksLike(table) ?? (sales && mayDateOrders(sales, table) ? 'orders' : undefined);
}
