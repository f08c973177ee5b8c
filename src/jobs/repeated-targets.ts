import {
  addressIn,
  dimensionOf,
  duplicateTargets,
  findSharedDimensions,
  findTargetDimension,
  isMark,
  partOfPeriod,
  tableRowOf,
  targetOnEachRow,
  wholesRepeated,
  type Column,
  type Converted,
  type Issue,
} from '../intake';
import type { ReadySide } from './find-data';

/**
 * Targets that stand twice for the same. Those that a further column of the targets tells apart are
 * parts and are added up, which is said of that column; what no column tells apart is refused. So are
 * targets of a day in the rows of months.
 */
export function repeatedTargets(
  sales: ReadySide,
  targets: ReadySide,
  read: Converted,
  matched: ReadonlyMap<string, Column>,
): Issue[] {
  const { table, date, amount } = targets;
  const parts = partOfPeriod(table, read, date, amount);
  if (parts.length > 0) return parts;
  const keys = targetKeys(sales, targets, matched);
  const repeated = duplicateTargets(table, read, keys, amount);
  if (repeated.length === 0) {
    const wholes = wholesRepeated(table, read, amount, () => [
      ...keys,
      ...furtherColumns(targets, read, keys),
    ]);
    const isBeside = table.raw === sales.table.raw && wholes.length === 0;
    return isBeside ? targetOnEachRow(table, read, amount, keys) : wholes;
  }
  const further = furtherColumns(targets, read, keys);
  if (further.length === 0) return repeated;
  const twice = duplicateTargets(table, read, [...keys, ...further], amount);
  if (twice.length > 0) return twice;
  const several = further.filter(({ distinct }) => distinct > 1);
  return several.map(({ header, index }) => ({
    code: 'targetsAddedUp',
    at: addressIn(table.raw, -1, index),
    found: header,
    expected: sales.source.name,
  }));
}

/** All columns of the targets that tell whose a target is, chosen for this report or not. */
function targetKeys(
  sales: ReadySide,
  targets: ReadySide,
  matched: ReadonlyMap<string, Column>,
): Column[] {
  const taken = [targets.date, targets.amount];
  const { shared } = findSharedDimensions(sales.table, targets.table, taken);
  const keys = new Set(matched.values());
  for (const dimension of shared) {
    if (matched.has(dimension.header)) continue;
    const column = findTargetDimension(sales.table, targets.table, dimension, taken);
    if ('found' in column) keys.add(column.found);
  }
  return [...keys];
}

/** Texts that say something of every target, as whose it is; a remark stands beside some of them. */
function furtherColumns(
  { table, date, amount }: ReadySide,
  read: Converted,
  keys: readonly Column[],
): Column[] {
  const known = new Set([date, amount, ...keys].map(({ index }) => index));
  return table.columns.filter((column) => {
    const { kind, role, index } = column;
    if (kind !== 'text' || role === 'id' || isMark(column) || known.has(index)) return false;
    const { codes, values } = dimensionOf(table.raw.grid.column(index));
    const blank = values.indexOf('');
    let row = 0;
    while (row < read.dataset.rows && codes[tableRowOf(read, row)] !== blank) row += 1;
    return row === read.dataset.rows;
  });
}
