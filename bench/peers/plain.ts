import { cents } from '../answer';
import { monthOfDay } from '../floor/calendar';
import { firstDay, type Cell } from '../workload';
import type { Found, PeerRows } from './peer';

type Row = readonly Cell[];

function monthIn(row: Row): number {
  return monthOfDay[Number(row[0]) - firstDay] ?? 0;
}

interface Line {
  readonly key: readonly [string, string, number];
  sum: number;
  count: number;
  target: number;
}

function inOrder(lines: Iterable<Line>): Found {
  const sorted = [...lines].sort(
    ({ key: [a, b, c] }, { key: [d, e, f] }) =>
      Number(a > d) - Number(a < d) || Number(b > e) - Number(b < e) || c - f,
  );
  return () =>
    sorted.map(({ key, sum, count, target }) => [...key, cents(sum), count, cents(target)]);
}

/** What is written first: a Map whose keys are the texts joined, over the rows as they come. */
export function varianceByMap({ sales, targets }: PeerRows): Found {
  const lines = new Map<string, Line>();
  const lineOf = (row: Row): Line => {
    const key = [String(row[1]), String(row[2]), monthIn(row)] as const;
    const name = key.join('|');
    let line = lines.get(name);
    if (!line) lines.set(name, (line = { key, sum: 0, count: 0, target: NaN }));
    return line;
  };
  for (const row of sales) {
    const line = lineOf(row);
    line.sum += Number(row[7]);
    line.count += 1;
  }
  for (const row of targets) lineOf(row).target = Number(row[3]);
  return inOrder(lines.values());
}

type Groups<Value> = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, Value>>>;

interface D3 {
  rollup<Value>(
    rows: readonly Row[],
    reduce: (rows: readonly Row[]) => Value,
    region: (row: Row) => string,
    product: (row: Row) => string,
    month: (row: Row) => number,
  ): Groups<Value>;
  sum(rows: readonly Row[], value: (row: Row) => number): number;
}

type Variance = (rows: PeerRows) => Found;

/** d3's rollup over the rows as they come. */
export async function varianceByD3(): Promise<Variance> {
  const name = 'd3-array';
  const d3 = (await import(/* webpackIgnore: true */ name)) as D3;
  const keys = [(row: Row) => String(row[1]), (row: Row) => String(row[2]), monthIn] as const;
  return ({ sales, targets }) => {
    const sold = d3.rollup(
      sales,
      (rows) => ({ sum: d3.sum(rows, (row) => Number(row[7])), count: rows.length }),
      ...keys,
    );
    const set = d3.rollup(targets, (rows) => d3.sum(rows, (row) => Number(row[3])), ...keys);
    const lines: Line[] = [];
    for (const [region, products] of sold) {
      for (const [product, ofMonth] of products) {
        for (const [month, found] of ofMonth) {
          const target = set.get(region)?.get(product)?.get(month) ?? NaN;
          lines.push({ key: [region, product, month], ...found, target });
        }
      }
    }
    for (const [region, products] of set) {
      for (const [product, ofMonth] of products) {
        for (const [month, target] of ofMonth) {
          if (sold.get(region)?.get(product)?.has(month) === true) continue;
          lines.push({ key: [region, product, month], sum: 0, count: 0, target });
        }
      }
    }
    return inOrder(lines);
  };
}

interface Lodash {
  groupBy(rows: readonly Row[], key: (row: Row) => string): Readonly<Record<string, Row[]>>;
  sumBy(rows: readonly Row[], value: (row: Row) => number): number;
  sortBy<Item>(items: readonly Item[], keys: readonly ((item: Item) => string | number)[]): Item[];
  union(one: readonly string[], other: readonly string[]): string[];
}

/** lodash's groupBy over the rows as they come. */
export async function varianceByLodash(): Promise<Variance> {
  const name = 'lodash';
  const { default: _ } = (await import(/* webpackIgnore: true */ name)) as {
    readonly default: Lodash;
  };
  const nameOf = (row: Row) => `${String(row[1])}|${String(row[2])}|${String(monthIn(row))}`;
  return ({ sales, targets }) => {
    const sold = _.groupBy(sales, nameOf);
    const set = _.groupBy(targets, nameOf);
    const lines = _.union(Object.keys(sold), Object.keys(set)).map((name): Line => {
      const [region = '', product = '', month] = name.split('|');
      const rows = sold[name] ?? [];
      const goals = set[name];
      return {
        key: [region, product, Number(month)],
        sum: _.sumBy(rows, (row) => Number(row[7])),
        count: rows.length,
        target: goals ? _.sumBy(goals, (row) => Number(row[3])) : NaN,
      };
    });
    const sorted = _.sortBy(lines, [({ key }) => key[0], ({ key }) => key[1], ({ key }) => key[2]]);
    return inOrder(sorted);
  };
}
