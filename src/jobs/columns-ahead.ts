import {
  findAmountColumn,
  findColumn,
  findDateColumn,
  type AheadWish,
  type Column,
  type DataSource,
  type Found,
  type SourceTable,
} from '../intake';
import type { Look } from './looks';
import { comparedColumns } from './shared-dimensions';

/** What is known before a source is read of the columns that a job will ask for. */
export interface ColumnsWished {
  readonly salesDate?: string;
  readonly salesAmount?: string;
  readonly by?: readonly string[];
  /** Every cell will be looked at. */
  readonly everyColumn?: boolean;
}

/** Columns of the sales to be encoded while they are read, as far as the first rows of both sides tell. */
export function salesAhead(
  looks: readonly Look[],
  source: DataSource,
  { salesDate, salesAmount, by, everyColumn }: ColumnsWished,
): AheadWish | undefined {
  const sales = glanced(looks, source);
  if (!sales || everyColumn === true) return sales && everyColumnOf(sales);
  const targets = looks.find((look) => look.isTargets && look.table !== sales)?.table;
  const used = [
    columnOf(sales, salesDate, () => findDateColumn(sales, 'salesDate')),
    columnOf(sales, salesAmount, () => findAmountColumn(sales, 'amount', 'salesAmount')),
  ].flatMap((column) => (column ? [column.index] : []));
  // Where it was said what to group by, the targets tell nothing more.
  const compared = by || targets ? comparedColumns(sales, targets ?? sales, by) : [];
  return aheadOf(sales, new Set([...used, ...compared]));
}

/** Targets are few, and most of their columns are asked for. */
export function targetsAhead(looks: readonly Look[], source: DataSource): AheadWish | undefined {
  const targets = glanced(looks, source);
  return targets && everyColumnOf(targets);
}

/** The column of a header that was said, else the one that is found if only one can be meant. */
function columnOf(
  table: SourceTable,
  said: string | undefined,
  find: () => Found<Column>,
): Column | undefined {
  if (said !== undefined) return findColumn(table, said);
  const found = find();
  return 'found' in found ? found.found : undefined;
}

/** What the first rows of a single place show. */
function glanced(looks: readonly Look[], { parts, ...source }: DataSource) {
  const isSame = (one: DataSource) =>
    one.sheet === source.sheet && one.kind === source.kind && one.name === source.name;
  return parts ? undefined : looks.find((look) => isSame(look.source))?.table;
}

function everyColumnOf(table: SourceTable): AheadWish | undefined {
  return aheadOf(table, new Set(table.raw.headers.keys()));
}

/** Of a table whose rows are not simply those below its header, nothing is known ahead. */
function aheadOf({ raw }: SourceTable, columns: ReadonlySet<number>): AheadWish | undefined {
  return raw.placeOf ? undefined : { firstRow: raw.headerRow + 1, columns: [...columns] };
}
