import { monthOfDay } from '../floor/calendar';
import { daysAt, numbersAt } from '../floor/columns';
import { trendAnswer, trendOf } from '../trend';
import { cents } from '../answer';
import { firstDay, months, type Cell } from '../workload';
import type { Peer, PeerRows, Taking } from './peer';

interface Table {
  groupby(...keys: string[]): Table;
  rollup(columns: Readonly<Record<string, string>>): Table;
  /** By the columns that both have. */
  join_full(other: Table): Table;
  orderby(...keys: string[]): Table;
  numRows(): number;
  array(name: string): ArrayLike<unknown>;
}

interface Arquero {
  table(columns: Readonly<Record<string, ArrayLike<unknown>>>): Table;
}

function cellsAt(rows: readonly (readonly Cell[])[], index: number): unknown[] {
  return rows.map((row) => row[index]);
}

/** It has no dates of its own: months are looked up when the columns are made. */
function monthsAt(rows: readonly (readonly Cell[])[]): Int32Array {
  return daysAt(rows, 0).map((day) => monthOfDay[day - firstDay] ?? 0);
}

/** Arquero: columns of JavaScript values. */
export async function arquero(version: string): Promise<Peer> {
  const name = 'arquero';
  const aq = (await import(/* webpackIgnore: true */ name)) as Arquero;
  return {
    name,
    version,
    load: (rows, taking) => {
      const { sales, targets } = tablesOf(aq, rows, taking);
      return {
        variance: () => {
          const sold = sales
            .groupby('region', 'product', 'month')
            .rollup({ sum: 'd => op.sum(d.amount)', count: '() => op.count()' });
          const set = targets
            .groupby('region', 'product', 'month')
            .rollup({ target: 'd => op.sum(d.target)' });
          const joined = sold.join_full(set).orderby('region', 'product', 'month');
          const [region, product, month, sum, count, target] = columnsOf(joined, [
            'region',
            'product',
            'month',
            'sum',
            'count',
            'target',
          ]);
          return () =>
            Array.from({ length: joined.numRows() }, (_, line) => [
              String(region?.[line]),
              String(product?.[line]),
              Number(month?.[line]),
              cents(Number(sum?.[line] ?? 0)),
              Number(count?.[line] ?? 0),
              cents(Number(target?.[line] ?? NaN)),
            ]);
        },
        trend: () => {
          const sums = sales
            .groupby('region', 'month')
            .rollup({ sum: 'd => op.sum(d.amount)' })
            .orderby('region', 'month');
          const [region, month, sum] = columnsOf(sums, ['region', 'month', 'sum']);
          const series = new Map<string, Float64Array>();
          for (let line = 0; line < sums.numRows(); line += 1) {
            const name = String(region?.[line]);
            let known = series.get(name);
            if (!known) series.set(name, (known = new Float64Array(months)));
            known[Number(month?.[line])] = Number(sum?.[line]);
          }
          const trends = Array.from(series, ([name, own]) => trendOf(name, own));
          return () => trendAnswer(trends);
        },
        funnel: () => {
          const found = sales
            .groupby('rep', 'quarter')
            .rollup({
              customers: 'd => op.distinct(d.customer)',
              median: 'd => op.median(d.amount)',
            })
            .orderby('rep', 'quarter');
          const [rep, quarter, customers, median] = columnsOf(found, [
            'rep',
            'quarter',
            'customers',
            'median',
          ]);
          return () =>
            Array.from({ length: found.numRows() }, (_, line) => [
              String(rep?.[line]),
              Number(quarter?.[line]),
              Number(customers?.[line]),
              Math.round(Number(median?.[line]) * 1000),
            ]);
        },
        close: () => undefined,
      };
    },
  };
}

function columnsOf(table: Table, names: readonly string[]): ArrayLike<unknown>[] {
  return names.map((name) => table.array(name));
}

function tablesOf(aq: Arquero, { sales, targets }: PeerRows, taking: Taking) {
  const month = monthsAt(sales);
  return {
    sales: aq.table({
      month,
      region: cellsAt(sales, 1),
      product: cellsAt(sales, 2),
      amount: numbersAt(sales, 7),
      ...(taking === 'all' && {
        quarter: month.map((number) => Math.floor(number / 3)),
        rep: cellsAt(sales, 3),
        channel: cellsAt(sales, 4),
        customer: cellsAt(sales, 5),
        quantity: numbersAt(sales, 6),
      }),
    }),
    targets: aq.table({
      month: monthsAt(targets),
      region: cellsAt(targets, 1),
      product: cellsAt(targets, 2),
      target: numbersAt(targets, 3),
    }),
  };
}
