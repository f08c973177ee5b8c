import { createRequire } from 'node:module';
import path from 'node:path';
import { cents } from '../answer';
import { daysAt, numbersAt } from '../floor/columns';
import { trendAnswer, trendOf } from '../trend';
import { firstMonth, months, type Cell } from '../workload';
import type { Peer, PeerRows, Taking } from './peer';

interface Vector {
  get(row: number): unknown;
}

interface ArrowTable {
  readonly numRows: number;
  getChild(name: string): Vector | null;
}

interface Statement {
  query(...values: readonly (string | number)[]): ArrowTable;
  close(): void;
}

interface Connection {
  query(sql: string): ArrowTable;
  prepare(sql: string): Statement;
  insertArrowTable(table: unknown, options: { readonly name: string; readonly create: true }): void;
}

interface DuckDb {
  instantiate(onProgress: () => void): Promise<unknown>;
  open(config: object): void;
  connect(): Connection;
}

interface DuckDbModule {
  readonly VoidLogger: new () => object;
  readonly NODE_RUNTIME: object;
  createDuckDB(bundles: object, logger: object, runtime: object): Promise<DuckDb>;
}

interface Arrow {
  tableFromArrays(columns: Readonly<Record<string, ArrayLike<unknown>>>): unknown;
}

const month = "datediff('month', DATE '2023-01-01', day)::INT";
const varianceSql = (sales: string, targets: string) => `
  WITH sold AS (SELECT region, product, ${month} AS month, sum(amount) AS total, count(*)::INT AS lines
      FROM ${sales} GROUP BY ALL),
    goals AS (SELECT region, product, ${month} AS month, sum(target) AS target FROM ${targets} GROUP BY ALL)
  SELECT region, product, month, total, lines, target
  FROM sold FULL JOIN goals USING (region, product, month) ORDER BY region, product, month`;
const trendSql = (sales: string) => `
  SELECT region, ${month} AS month, sum(amount) AS total FROM ${sales} GROUP BY ALL ORDER BY region, month`;
const funnelSql = (sales: string) => `
  SELECT rep, (${month}) // 3 AS quarter, count(DISTINCT customer)::INT AS customers,
    median(amount) AS median
  FROM ${sales} GROUP BY ALL ORDER BY rep, quarter`;
const lookUpSql = (sales: string) => `
  SELECT coalesce(sum(amount), 0) AS total FROM ${sales}
  WHERE region = ? AND product = ? AND ${month} = ?`;

/** DuckDB as WebAssembly, as in a browser; here without a worker between. */
export async function duckdb(version: string): Promise<Peer> {
  const started = performance.now();
  const [name, columns] = ['@duckdb/duckdb-wasm', 'apache-arrow'];
  // Required, not imported: it knows tables of its own copy of Arrow alone.
  const require = createRequire(__filename);
  const module = require(`${name}/blocking`) as DuckDbModule;
  const arrow = require(columns) as Arrow;
  const dist = path.dirname(require.resolve(`${name}/dist/duckdb-eh.wasm`));
  const bundle = (kind: string) => ({ mainModule: path.join(dist, `duckdb-${kind}.wasm`) });
  const database = await module.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new module.VoidLogger(),
    module.NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  database.open({});
  const connection = database.connect();
  connection.query('SELECT 1');
  // Tables of several loads stand side by side.
  let count = 0;
  return {
    name: 'DuckDB-WASM',
    version,
    startTime: performance.now() - started,
    load: (rows, taking) => {
      count += 1;
      const [sales, targets] = [`sales_${String(count)}`, `targets_${String(count)}`];
      insert(connection, sales, arrow, salesColumns(rows, taking));
      insert(connection, targets, arrow, targetColumns(rows));
      return {
        variance: () => {
          const found = connection.query(varianceSql(sales, targets));
          return () => linesOf(found);
        },
        trend: () => {
          const found = connection.query(trendSql(sales));
          const read = readerOf(found);
          const series = new Map<string, Float64Array>();
          for (let line = 0; line < found.numRows; line += 1) {
            const region = String(read('region', line));
            let known = series.get(region);
            if (!known) series.set(region, (known = new Float64Array(months)));
            known[Number(read('month', line))] = Number(read('total', line));
          }
          const trends = Array.from(series, ([region, own]) => trendOf(region, own));
          return () => trendAnswer(trends);
        },
        funnel: () => {
          const found = connection.query(funnelSql(sales));
          const read = readerOf(found);
          return () =>
            Array.from({ length: found.numRows }, (_, line) => [
              String(read('rep', line)),
              Number(read('quarter', line)),
              Number(read('customers', line)),
              Math.round(Number(read('median', line)) * 1000),
            ]);
        },
        lookUps: () => (questions) => {
          const statement = connection.prepare(lookUpSql(sales));
          const sums = questions.map(({ region, product, month }) =>
            readerOf(statement.query(region, product, month - firstMonth))('total', 0),
          );
          statement.close();
          return () => sums.map((sum) => [cents(Number(sum))]);
        },
        close: () => {
          connection.query(`DROP TABLE ${sales}`);
          connection.query(`DROP TABLE ${targets}`);
        },
      };
    },
  };
}

function readerOf(table: ArrowTable): (name: string, line: number) => unknown {
  const columns = new Map<string, Vector | null>();
  return (name, line) => {
    let column = columns.get(name);
    if (column === undefined) columns.set(name, (column = table.getChild(name)));
    return column?.get(line);
  };
}

function linesOf(found: ArrowTable) {
  const read = readerOf(found);
  return Array.from({ length: found.numRows }, (_, line) => [
    String(read('region', line)),
    String(read('product', line)),
    Number(read('month', line)),
    cents(Number(read('total', line) ?? 0)),
    Number(read('lines', line) ?? 0),
    cents(Number(read('target', line) ?? NaN)),
  ]);
}

function textsAt(rows: readonly (readonly Cell[])[], index: number): unknown[] {
  return rows.map((row) => row[index]);
}

type Columns = Readonly<Record<string, ArrayLike<unknown>>>;

function keyColumns(rows: PeerRows['sales']): Columns {
  return { date: daysAt(rows, 0), region: textsAt(rows, 1), product: textsAt(rows, 2) };
}

function salesColumns({ sales }: PeerRows, taking: Taking): Columns {
  return {
    ...keyColumns(sales),
    amount: numbersAt(sales, 7),
    ...(taking === 'all' && {
      rep: textsAt(sales, 3),
      channel: textsAt(sales, 4),
      customer: textsAt(sales, 5),
      quantity: numbersAt(sales, 6),
    }),
  };
}

function targetColumns({ targets }: PeerRows): Columns {
  return { ...keyColumns(targets), target: numbersAt(targets, 3) };
}

/** Serial dates become dates of its own on the way in. */
function insert(connection: Connection, name: string, arrow: Arrow, columns: Columns): void {
  const raw = `raw_${name}`;
  connection.insertArrowTable(arrow.tableFromArrays(columns), { name: raw, create: true });
  connection.query(
    `CREATE TABLE ${name} AS SELECT DATE '1899-12-30' + date AS day, * EXCLUDE (date) FROM ${raw}`,
  );
  connection.query(`DROP TABLE ${raw}`);
}
