import type { SerialDate } from '../calendar';
import { getDimension, Sums, type Dataset, type TextColumn } from '../dataset';
import { spansOf, type Assignment } from './assignments';
import { afterAllDays, LastBegun } from './last-begun';

/** Whose parent counts: that of the day of each row, or that of one day for all rows. */
export type AssignedAs =
  { readonly kind: 'asWas' } | { readonly kind: 'asIs'; readonly day: SerialDate };

export interface AssignRequest {
  /** The dimension whose texts are the keys: "Person". */
  readonly from: string;
  /** The dimension to add: "Team". */
  readonly to: string;
  readonly assignments: readonly Assignment[];
  readonly as: AssignedAs;
}

/** A key some or all of whose rows have no parent. */
export interface UnassignedKey {
  readonly key: string;
  readonly rows: number;
  readonly amount: number;
}

export interface Assigned {
  /** All rows, with the added dimension; the empty text where a row has no parent. */
  readonly dataset: Dataset;
  /** The largest amounts first. */
  readonly unassigned: readonly UnassignedKey[];
}

/**
 * Adds the dimension that keys belong to, an outer join: rows in = rows out, in their order.
 *
 * parent(row) = the parent of the assignment of the row's key that holds the day d: the day of the
 * row as-was, the given day as-is. Both ends of a span count; an open end holds all days. Of
 * targets the day is the first one of their period. A row without a parent on that day, or without
 * a key, keeps its amount under the empty text and is counted in `unassigned`, so that assigned and
 * unassigned amounts, signed and in the data set's unit, add up to the whole.
 *
 * Texts meet where they are the same letter for letter, spaces and case included, as keys of sales
 * and targets do. Assigning once more climbs the next step: people to teams, teams to regions.
 *
 * Throws where `from` is no dimension, `to` is one already, an assignment ends before it begins, or
 * two clash (see `findClashes`). Source: slowly changing dimensions of type 2 (as-was) and 1 (as-is)
 * as in Kimball, The Data Warehouse Toolkit.
 * @example assign({ rows: 2, dates: Int32Array.of(46053, 46054),
 *   amounts: amountsOf(Float64Array.of(10, 20)),
 *   dimensions: new Map([['Person', { codes: Int32Array.of(0, 0), values: ['Ann'] }]]) },
 *   { from: 'Person', to: 'Team', assignments: [{ key: 'Ann', parent: 'West', to: 46053 }],
 *   as: { kind: 'asWas' } }).unassigned // [{ key: 'Ann', rows: 1, amount: 20 }]
 */
export function assign(dataset: Dataset, request: AssignRequest): Assigned {
  const { from, to, as } = request;
  const column = getDimension(dataset, from);
  if (dataset.dimensions.has(to)) {
    throw new Error(`The data set has a dimension ${JSON.stringify(to)} already`);
  }
  const parents = parentsOf(dataset, column, checkedSpans(request.assignments), as);
  const dimensions = new Map([...dataset.dimensions, [to, parents] as const]);
  const assigned = { ...dataset, dimensions };
  return { dataset: assigned, unassigned: splitByParent(assigned, from, to).unassignedKeys };
}

type Spans = ReturnType<typeof spansOf>['byKey'];

function checkedSpans(assignments: readonly Assignment[]): Spans {
  for (const { key, from, to } of assignments) {
    if (from !== undefined && to !== undefined && to < from) {
      throw new Error(`${key} is assigned from ${String(from)} to ${String(to)}`);
    }
  }
  const { byKey, clashes } = spansOf(assignments);
  const [clash] = clashes;
  if (clash) {
    const [one, other] = [assignments[clash.first], assignments[clash.second]];
    throw new Error(
      `${one?.key ?? ''} is assigned to ${one?.parent ?? ''} and ${other?.parent ?? ''} at once`,
    );
  }
  return byKey;
}

/** The parent of every row, in the order they are first assigned; none is the empty text. */
function parentsOf(
  { rows, dates }: Dataset,
  { codes, values }: TextColumn,
  spans: Spans,
  as: AssignedAs,
): TextColumn {
  const found = new LastBegun(values, new Map([...spans].filter(([key]) => key !== '')));
  const numbers = new Map([['', 0]]);
  const parents = Int32Array.from(found.entries, ({ parent }) => {
    const number = numbers.get(parent) ?? numbers.size;
    numbers.set(parent, number);
    return number;
  });
  const ends = Int32Array.from(found.entries, ({ end }) => end);
  const parentOn = (code: number, day: number): number => {
    const index = found.find(code, day);
    return index >= 0 && (ends[index] ?? 0) >= day ? (parents[index] ?? 0) : 0;
  };
  const result = new Int32Array(rows);
  if (as.kind === 'asIs') {
    const byCode = Int32Array.from(values, (_, code) => parentOn(code, as.day));
    for (let row = 0; row < rows; row += 1) result[row] = byCode[codes[row] ?? 0] ?? 0;
  } else {
    for (let row = 0; row < rows; row += 1) {
      result[row] = parentOn(codes[row] ?? 0, dates[row] ?? 0);
    }
  }
  return { codes: result, values: [...numbers.keys()] };
}

/** Rows and what they add up to. */
export interface AmountOfRows {
  readonly rows: number;
  readonly amount: number;
}

/** How a data set falls into rows with and without a parent; both together are all of them. */
export interface AssignedSplit {
  readonly assigned: AmountOfRows;
  readonly unassigned: AmountOfRows;
  /** All rows, added up on their own. */
  readonly all: AmountOfRows;
  /** How many keys have rows. */
  readonly keys: number;
  /** Keys some or all of whose rows have no parent, the largest amounts first. */
  readonly unassignedKeys: readonly UnassignedKey[];
}

/**
 * Splits the rows up to a day by whether the dimension `to` gives their key in `from` a parent.
 * assigned + unassigned = all rows up to that day, in rows and in amounts.
 *
 * Throws where a dimension is not there.
 * @example splitByParent({ rows: 2, dates: Int32Array.of(1, 2), amounts: amountsOf(Float64Array.of(10, 20)),
 *   dimensions: new Map([['Person', { codes: Int32Array.of(0, 1), values: ['Ann', 'Bob'] }],
 *   ['Team', { codes: Int32Array.of(0, 1), values: ['West', ''] }]]) }, 'Person', 'Team').unassignedKeys
 *   // [{ key: 'Bob', rows: 1, amount: 20 }]
 */
export function splitByParent(
  dataset: Dataset,
  from: string,
  to: string,
  lastDay: SerialDate = afterAllDays,
): AssignedSplit {
  const { rows, dates, amounts } = dataset;
  const [{ codes, values }, parents] = [getDimension(dataset, from), getDimension(dataset, to)];
  const hasParent = parents.values.map((parent) => parent !== '');
  const counts = new Int32Array(values.length);
  const sums = new Sums(values.length, amounts);
  const [sides, all] = [new Sums(2, amounts), new Sums(1, amounts)];
  const sideRows = new Int32Array(2);
  const seen = new Uint8Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    if ((dates[row] ?? 0) > lastDay) continue;
    const code = codes[row] ?? 0;
    const side = hasParent[parents.codes[row] ?? 0] ? 0 : 1;
    const amount = amounts.values[row] ?? 0;
    seen[code] = 1;
    sides.add(side, amount);
    all.add(0, amount);
    sideRows[side] = (sideRows[side] ?? 0) + 1;
    if (side === 0) continue;
    counts[code] = (counts[code] ?? 0) + 1;
    sums.add(code, amount);
  }
  const [assignedRows = 0, unassignedRows = 0] = sideRows;
  return {
    assigned: { rows: assignedRows, amount: sides.total(0) },
    unassigned: { rows: unassignedRows, amount: sides.total(1) },
    all: { rows: assignedRows + unassignedRows, amount: all.total(0) },
    keys: seen.reduce((count, one) => count + one, 0),
    unassignedKeys: values
      .flatMap((key, code) => {
        const count = counts[code] ?? 0;
        return count > 0 ? [{ key, rows: count, amount: sums.total(code) }] : [];
      })
      .sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount)),
  };
}
