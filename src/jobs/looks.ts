import {
  holdsBothSides,
  holdsDays,
  isOfOnePeriod,
  kindsHeld,
  looksLike,
  namesTargets,
  openYearOf,
  type DataSource,
  type NotRead,
  type Reading,
  type SourceTable,
  type TableReadOptions,
} from '../intake';
import type { Source } from '../workbook';
import { glanceRows, type Session } from './session';

/** What a source can be taken for. */
export interface Look {
  readonly source: DataSource;
  readonly table: SourceTable;
  readonly isSales: boolean;
  readonly isTargets: boolean;
  /** It holds sales and their targets beside each other. */
  readonly isBoth: boolean;
  /** It holds targets of which nothing tells the year. */
  readonly lacksYear: boolean;
  /** What its figures are, whether or not a column tells when they were. */
  readonly holds: 'amounts' | 'targets' | undefined;
}

/** What each source looks like from its first rows. */
export async function glanceAt(
  session: Session,
  sources: readonly Source[],
  saidOf: (source: Source) => Reading,
  options: TableReadOptions,
): Promise<{ readonly looks: readonly Look[]; readonly unread: readonly NotRead[] }> {
  const looks: Look[] = [];
  const unread: NotRead[] = [];
  for (const source of sources) {
    if (source.kind === 'name' || source.isHidden) continue;
    const loaded = await session.glance(source, { ...options, ...saidOf(source) });
    if (!('table' in loaded)) {
      unread.push(loaded);
      continue;
    }
    // Rates and shares have figures, and perhaps dates, but nothing was sold.
    if (looksLike(loaded.table) !== undefined && !namesTargets(source.name)) continue;
    const { columns } = loaded.table;
    const rows = kindsHeld(loaded.table);
    const hasPlans = rows.has('planned');
    // Of a longer table the first rows may be those of one plan alone.
    const mayHoldSales = !hasPlans || rows.has('sold') || source.area.rows > glanceRows;
    const hasDate = holdsDays(loaded.table);
    const numbers = columns.filter((column) => column.kind === 'number' && column.role !== 'id');
    // Only targets are of one period without a column that tells it.
    const isOfOne = isOfOnePeriod(loaded.table);
    const targets =
      numbers.some((column) => column.role === 'target') ||
      hasPlans ||
      namesTargets(source.name) ||
      loaded.table.raw.year?.period !== undefined;
    const amounts = numbers.some((column) => column.role === 'amount' || column.role === undefined);
    const hasAmounts = amounts || columns.some((column) => column.role === 'amount');
    const hasTargets = targets && numbers.length > 0;
    looks.push({
      source,
      table: loaded.table,
      isSales: hasDate && hasAmounts && mayHoldSales && !isOfOne,
      isTargets: hasDate && hasTargets,
      lacksYear: !hasDate && openYearOf(loaded.table) !== undefined && !session.isOurs(source),
      // A report of ours has both columns too, and is no data.
      isBoth:
        hasDate &&
        (holdsBothSides(loaded.table) || (hasPlans && hasAmounts && mayHoldSales)) &&
        !session.isOurs(source),
      holds: hasTargets ? 'targets' : hasAmounts ? 'amounts' : undefined,
    });
  }
  return { looks, unread };
}
