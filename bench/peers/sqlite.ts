import { cents } from '../answer';
import { monthOfDay } from '../floor/calendar';
import { trendAnswer, trendOf } from '../trend';
import { firstDay, firstMonth, months, type Cell } from '../workload';
import type { Peer } from './peer';

type Value = string | number | null;

interface Statement {
  run(values: readonly Value[]): void;
  bind(values: readonly Value[]): boolean;
  step(): boolean;
  get(): Value[];
  reset(): void;
  free(): boolean;
}

interface Database {
  run(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface SqlJs {
  readonly Database: new () => Database;
}

// Both sides below each other: for a FULL JOIN of groups it makes no index, and takes a minute.
const varianceSql = `
  SELECT region, product, month, total(amount), count(amount), sum(target)
  FROM (SELECT region, product, month, amount, NULL AS target FROM sales
    UNION ALL SELECT region, product, month, NULL, target FROM targets)
  GROUP BY region, product, month ORDER BY region, product, month`;
const trendSql =
  'SELECT region, month, sum(amount) FROM sales GROUP BY region, month ORDER BY region, month';
const funnelSql = `
  WITH ranked AS (SELECT rep, month / 3 AS quarter, amount,
      row_number() OVER (PARTITION BY rep, month / 3 ORDER BY amount) AS place,
      count(*) OVER (PARTITION BY rep, month / 3) AS lines FROM sales),
    medians AS (SELECT rep, quarter, avg(amount) AS median FROM ranked
      WHERE place IN ((lines + 1) / 2, (lines + 2) / 2) GROUP BY rep, quarter),
    buyers AS (SELECT rep, month / 3 AS quarter, count(DISTINCT customer) AS customers FROM sales
      GROUP BY rep, month / 3)
  SELECT rep, quarter, customers, median FROM buyers JOIN medians USING (rep, quarter)
  ORDER BY rep, quarter`;
const lookUpSql = 'SELECT total(amount) FROM sales WHERE region = ? AND product = ? AND month = ?';

/** SQLite as WebAssembly. It has no serial dates: months are looked up on the way in. */
export async function sqlite(version: string): Promise<Peer> {
  const name = 'sql.js';
  const started = performance.now();
  const { default: start } = (await import(/* webpackIgnore: true */ name)) as {
    readonly default: () => Promise<SqlJs>;
  };
  const { Database } = await start();
  return {
    name: 'SQLite (sql.js)',
    version,
    startTime: performance.now() - started,
    load: ({ sales, targets }, taking) => {
      const database = new Database();
      const columns = taking === 'all' ? allColumns : neededColumns;
      insert(database, 'sales', columns, sales);
      insert(database, 'targets', targetColumns, targets);
      return {
        variance: () => {
          const lines = linesOf(database, varianceSql);
          return () =>
            lines.map(([region, product, month, sum, count, target]) => [
              String(region),
              String(product),
              Number(month),
              cents(Number(sum)),
              Number(count),
              target === null ? NaN : cents(Number(target)),
            ]);
        },
        trend: () => {
          const series = new Map<string, Float64Array>();
          for (const [region, month, sum] of linesOf(database, trendSql)) {
            let known = series.get(String(region));
            if (!known) series.set(String(region), (known = new Float64Array(months)));
            known[Number(month)] = Number(sum);
          }
          const trends = Array.from(series, ([region, own]) => trendOf(region, own));
          return () => trendAnswer(trends);
        },
        funnel: () => {
          const lines = linesOf(database, funnelSql);
          return () =>
            lines.map(([rep, quarter, customers, median]) => [
              String(rep),
              Number(quarter),
              Number(customers),
              Math.round(Number(median) * 1000),
            ]);
        },
        lookUps: () => {
          database.run('CREATE INDEX by_key ON sales (region, product, month, amount)');
          return (questions) => {
            const statement = database.prepare(lookUpSql);
            const sums = questions.map(({ region, product, month }) => {
              statement.bind([region, product, month - firstMonth]);
              statement.step();
              const [sum] = statement.get();
              statement.reset();
              return Number(sum);
            });
            statement.free();
            return () => sums.map((sum) => [cents(sum)]);
          };
        },
        close: () => {
          database.close();
        },
      };
    },
  };
}

type Columns = Readonly<Record<string, number>>;

/** By name, the cell of the row that a column takes; the date becomes its month. */
const neededColumns: Columns = { month: 0, region: 1, product: 2, amount: 7 };
const allColumns: Columns = { ...neededColumns, rep: 3, channel: 4, customer: 5, quantity: 6 };
const targetColumns: Columns = { month: 0, region: 1, product: 2, target: 3 };

function insert(
  database: Database,
  table: string,
  columns: Columns,
  rows: readonly (readonly Cell[])[],
): void {
  const names = Object.keys(columns);
  const places = Object.values(columns);
  database.run(`CREATE TABLE ${table} (${names.join(', ')})`);
  database.run('BEGIN');
  const statement = database.prepare(
    `INSERT INTO ${table} VALUES (${names.map(() => '?').join(', ')})`,
  );
  for (const row of rows) {
    statement.run(
      places.map((place): Value => {
        const cell = row[place];
        if (place === 0) return monthOfDay[Number(cell) - firstDay] ?? 0;
        return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
      }),
    );
  }
  statement.free();
  database.run('COMMIT');
}

function linesOf(database: Database, sql: string): Value[][] {
  const statement = database.prepare(sql);
  const lines: Value[][] = [];
  while (statement.step()) lines.push(statement.get());
  statement.free();
  return lines;
}
