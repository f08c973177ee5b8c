import { isBlank } from '../../workbook';
import type { Figures } from './figures';
import type { RowsToJudge } from './rows-to-judge';
import { headerText } from './shape';
import { isSame } from './sums';
import { findTotal } from '../texts/total-words';

export interface Outline {
  /** Rows of groups, whose figures are the sums of the rows below them. */
  readonly groups: readonly number[];
  /** Keys that stand in the row of the group alone. */
  readonly filled: readonly number[];
  readonly differing: readonly {
    readonly row: number;
    readonly column: number;
    readonly sum: number;
  }[];
}

interface Group {
  readonly row: number;
  readonly depth: number;
  readonly sums: number[];
  parts: number;
}

const none: Outline = { groups: [], filled: [], differing: [] };

/** Larger tables are not looked through. */
const mostRows = 100_000;

/**
 * Finds the groups of a pivot table in outline form: a row with the name of the group and its sums, and
 * below it the parts, which name what lies deeper. It is one where most groups agree with their parts.
 */
export function findOutline(
  table: RowsToJudge,
  figures: Figures,
  aside: ReadonlyMap<number, unknown>,
): Outline {
  const { rows, scan, keys, numbers, from, to } = table;
  if (keys.length < 2 || numbers.length === 0 || to - from > mostRows) return none;
  const depthOf = (row: number) => keys.findLastIndex((key) => !isBlank(rows[row]?.[key]));
  const totals = new Set(
    scan.totals.flatMap(({ row, column }) =>
      findTotal(headerText(rows[row]?.[column])) ? [row] : [],
    ),
  );
  const isData = (row: number) => !aside.has(row) && scan.filled(row) > 0;
  const isBelow = (row: number, group: number, depth: number) => {
    if (totals.has(row) || depthOf(row) <= depth) return false;
    return keys.slice(0, depth + 1).every((key) => {
      const cell = rows[row]?.[key];
      return isBlank(cell) || headerText(cell) === headerText(rows[group]?.[key]);
    });
  };
  const hasFigures = (row: number) => numbers.some((at) => figures.at(row, at) !== undefined);
  const data: number[] = [];
  for (let row = from; row < to; row += 1) {
    if (!isData(row)) continue;
    data.push(row);
    // The first row of an outline is a group: nearly all tables are none, and are left here.
    const [first, second] = data;
    if (first === undefined || second === undefined || data.length > 2) continue;
    if (totals.has(first) || !isBelow(second, first, depthOf(first))) return none;
  }
  const found: Group[] = [];
  const open: Group[] = [];
  const filled = new Set<number>();
  for (const [index, row] of data.entries()) {
    while (open.length > 0) {
      const last = open.at(-1);
      if (!last || isBelow(row, last.row, last.depth)) break;
      open.pop();
    }
    const depth = depthOf(row);
    const next = data[index + 1];
    const isGroup =
      !totals.has(row) &&
      depth >= 0 &&
      hasFigures(row) &&
      next !== undefined &&
      isBelow(next, row, depth);
    if (isGroup) {
      const group = { row, depth, sums: numbers.map(() => 0), parts: 0 };
      found.push(group);
      open.push(group);
      continue;
    }
    for (const { sums, depth: own, row: groupRow } of open) {
      for (const [at, column] of numbers.entries()) {
        sums[at] = (sums[at] ?? 0) + (figures.at(row, column) ?? 0);
      }
      const key = keys[own] ?? 0;
      if (isBlank(rows[row]?.[key]) && !isBlank(rows[groupRow]?.[key])) filled.add(key);
    }
    for (const group of open) group.parts += 1;
  }
  const judged = found.map((group) => {
    const differing = numbers.flatMap((column, at) => {
      const [figure, sum] = [figures.at(group.row, column), group.sums[at] ?? 0];
      return figure === undefined || isSame(figure, sum) ? [] : [{ row: group.row, column, sum }];
    });
    return { ...group, differing };
  });
  const agreeing = judged.filter(({ differing }) => differing.length === 0);
  const isProven = agreeing.some(
    ({ parts, sums }) =>
      parts > 1 && (agreeing.length > 1 || sums.some((sum) => Math.abs(sum) >= 100)),
  );
  if (!isProven || agreeing.length * 2 <= judged.length) return none;
  return {
    groups: judged.map(({ row }) => row),
    filled: [...filled],
    differing: judged.flatMap(({ differing }) => differing),
  };
}
