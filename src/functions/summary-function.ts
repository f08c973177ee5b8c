import {
  amountsOf,
  isMeasured,
  isUnassigned,
  summarizeByKey,
  TextColumnBuilder,
  usualThresholds,
  type Dataset,
  type KeySummary,
  type Measure,
  type SummaryFigures,
  type RowOrder,
  type SummaryRow,
} from '../sales';
import {
  filledRows,
  inputRows,
  isFault,
  isOmitted,
  numberIn,
  quoted,
  type InputCell,
} from './cells';
import { refused } from './element-wise';
import { answer, faultFor, notComputed, type Fault, type OutputCell } from './fault';
import { modeOf, type Mode } from './modes';
import { commonWords, words } from './words';

const orders: [Mode<RowOrder>, ...Mode<RowOrder>[]] = [
  { number: 1, alias: 'worst', value: 'worstFirst' },
  { number: 2, alias: 'best', value: 'bestFirst' },
  { number: 3, alias: 'key', value: 'byKey' },
];

const headings: [Mode<boolean>, Mode<boolean>] = [
  { number: 1, alias: 'with', value: true },
  { number: 2, alias: 'without', value: false },
];

/**
 * Returns sales against targets by key as a table: actual, target, variance, variance %, attainment, status; total last.
 * @customfunction SUMMARY
 * @param sales_keys One or several columns that say whose each sale is.
 * @param sales The amounts, in the rows of sales_keys.
 * @param target_keys The same columns of the targets, in the same order.
 * @param targets The targets, in the rows of target_keys; those of one key are added.
 * @param [prior] Amounts of an earlier span, in the rows of sales_keys; adds PY, ΔPY and ΔPY % at the end.
 * @param [sort_order] 1 or "worst": largest shortfall first (default). 2 or "best": largest surplus first. 3 or "key".
 * @param [headers] 1 or "with": a row of headers (default). 2 or "without".
 * @returns The table: one row a key, "(unassigned)" for blank keys, the total last.
 */
export function summary(
  sales_keys: unknown[][],
  sales: unknown[][],
  target_keys: unknown[][],
  targets: unknown[][],
  prior?: unknown[][],
  sort_order?: unknown,
  headers?: unknown,
): unknown[][] {
  return answer(table({ sales_keys, sales, target_keys, targets, prior, sort_order, headers }));
}

/** SUMMARY's arguments as Excel hands them over. */
interface SummaryArguments {
  readonly sales_keys: unknown;
  readonly sales: unknown;
  readonly target_keys: unknown;
  readonly targets: unknown;
  readonly prior: unknown;
  readonly sort_order: unknown;
  readonly headers: unknown;
}

function table(given: SummaryArguments): OutputCell[][] {
  const order = modeOf('sort_order', given.sort_order, orders);
  if (isFault(order)) return refused(order);
  const heading = modeOf('headers', given.headers, headings);
  if (isFault(heading)) return refused(heading);
  const hasPrior = !isOmitted(given.prior);
  const sales = readSide('sales_keys', given.sales_keys, [
    { name: 'sales', raw: given.sales },
    ...(hasPrior ? [{ name: 'prior', raw: given.prior }] : []),
  ]);
  if (isFault(sales)) return refused(sales);
  const targets = readSide('target_keys', given.target_keys, [
    { name: 'targets', raw: given.targets },
  ]);
  if (isFault(targets)) return refused(targets);
  if (sales.width !== targets.width) {
    const message = words.unequalKeyColumns(sales.width, targets.width);
    return refused(notComputed('#VALUE!', message));
  }
  if (sales.rows.length + targets.rows.length === 0) {
    return refused(notComputed('#N/A', words.nothingToSum));
  }
  const by = Array.from({ length: sales.width }, (_, index) => String(index));
  const [amounts, priorAmounts] = [amountColumn(sales, 0), amountColumn(sales, 1)];
  const summed = summarizeByKey(
    dataset(sales, amounts.values, by),
    dataset(targets, amountColumn(targets, 0).values, by),
    { by, order: order.value, thresholds: usualThresholds, method: 'strict' },
    hasPrior ? amountsOf(priorAmounts.values) : undefined,
  );
  const faults = {
    actual: amounts.faults,
    prior: priorAmounts.faults,
    target: amountColumn(targets, 0).faults,
  };
  const body = bodyRows(summed, faults, [sales, targets], hasPrior);
  return heading.value ? [headerRow(sales, hasPrior), ...body] : body;
}

/** One side of the table: its rows that say anything, and the headers above them. */
interface SideRead {
  readonly width: number;
  readonly keyHeaders: readonly InputCell[];
  readonly rows: readonly {
    readonly key: readonly string[];
    readonly amounts: readonly InputCell[];
  }[];
  /** By a key's text, the cell as it stands: numbers stay numbers. */
  readonly cells: ReadonlyMap<string, OutputCell>;
}

function readSide(
  keysName: string,
  rawKeys: unknown,
  amounts: readonly { readonly name: string; readonly raw: unknown }[],
): SideRead | Fault {
  const keys = inputRows(rawKeys);
  const columns: InputCell[][] = [];
  for (const { name, raw } of amounts) {
    const rows = inputRows(raw);
    if ((rows[0]?.length ?? 0) !== 1) return notComputed('#VALUE!', words.oneColumn(name));
    if (rows.length !== keys.length) {
      const [firstRows, secondRows] = [keys.length, rows.length];
      const facts = { first: keysName, firstRows, second: name, secondRows };
      return notComputed('#VALUE!', words.unequalRows(facts));
    }
    columns.push(rows.map((row) => row[0] ?? null));
  }
  const height = filledRows([keys, ...columns.map((column) => column.map((cell) => [cell]))]);
  const cells = new Map<string, OutputCell>();
  const texts = keys.slice(0, height).map((row) => row.map((cell) => keyText(cell, cells)));
  const first = hasHeader(texts, columns) ? 1 : 0;
  const rows = texts
    .map((key, row) => ({ key, amounts: columns.map((column) => column[row] ?? null) }))
    .slice(first)
    // Without an amount there is neither a sale nor a target, whatever the key.
    .filter((row) => row.amounts.some((cell) => cell !== null));
  return {
    width: keys[0]?.length ?? 0,
    keyHeaders: first === 1 ? (keys[0] ?? []) : [],
    rows,
    cells,
  };
}

/** A text for an amount in the first row, beside keys that come nowhere else: a row of headers. */
function hasHeader(
  keys: readonly (readonly string[])[],
  columns: readonly (readonly InputCell[])[],
): boolean {
  if (!columns.some((column) => typeof column[0] === 'string')) return false;
  const [header, ...rest] = keys;
  return (
    header?.every((text, column) => text !== '' && !rest.some((key) => key[column] === text)) ??
    false
  );
}

/** A key's text; an error in a key is a key of its own, that shows the error. */
function keyText(cell: InputCell, cells: Map<string, OutputCell>): string {
  if (cell === null) return '';
  const text = isFault(cell)
    ? `\u0000${cell.fault}`
    : typeof cell === 'boolean'
      ? String(cell).toUpperCase()
      : String(cell);
  if (!cells.has(text)) cells.set(text, typeof cell === 'boolean' ? text : cell);
  return text;
}

interface AmountColumn {
  readonly values: Float64Array;
  /** By key, the first cell that is no number; under `total` the first of all. */
  readonly faults: ReadonlyMap<string, Fault>;
}

const total = 'total';
const identity = (key: readonly string[]) => JSON.stringify(key);

function amountColumn(side: SideRead, index: number): AmountColumn {
  const faults = new Map<string, Fault>();
  const values = Float64Array.from(side.rows, ({ key, amounts }) => {
    const amount = numberIn(amounts[index] ?? null);
    if (!isFault(amount)) return amount;
    for (const place of [identity(key), total]) {
      if (!faults.has(place)) faults.set(place, amount);
    }
    return 0;
  });
  return { values, faults };
}

function dataset(side: SideRead, values: Float64Array, by: readonly string[]): Dataset {
  const rows = side.rows.length;
  const dimensions = by.map((name, column) => {
    const builder = new TextColumnBuilder(rows);
    for (const { key } of side.rows) builder.push(key[column] ?? '');
    return [name, builder.build()] as const;
  });
  // A summary by key asks for no dates.
  const dates = new Int32Array(rows);
  return { rows, dates, amounts: amountsOf(values), dimensions: new Map(dimensions) };
}

interface Faults {
  readonly actual: ReadonlyMap<string, Fault>;
  readonly target: ReadonlyMap<string, Fault>;
  readonly prior: ReadonlyMap<string, Fault>;
}

function bodyRows(
  summed: KeySummary,
  faults: Faults,
  sides: readonly SideRead[],
  hasPrior: boolean,
): OutputCell[][] {
  const keyCell = (text: string): OutputCell =>
    text === ''
      ? commonWords.unassigned
      : (sides.map((side) => side.cells.get(text)).find((cell) => cell !== undefined) ?? text);
  const rank = ({ key }: SummaryRow) =>
    isUnassigned(key)
      ? 2
      : faults.actual.has(identity(key)) || faults.target.has(identity(key))
        ? 1
        : 0;
  // A row whose figures are errors has no place among variances.
  const rows = [...summed.rows].sort((a, b) => rank(a) - rank(b));
  const labels: string[] = [commonWords.total];
  while (labels.length < (sides[0]?.width ?? 1)) labels.push('');
  return [
    ...rows.map((row) => [
      ...row.key.map(keyCell),
      ...figureCells(row, identity(row.key), faults, hasPrior),
    ]),
    [...labels, ...figureCells(summed.total, total, faults, hasPrior)],
  ];
}

function figureCells(
  figures: SummaryFigures,
  place: string,
  faults: Faults,
  hasPrior: boolean,
): OutputCell[] {
  const actual = faults.actual.get(place);
  const target = faults.target.get(place);
  const prior = faults.prior.get(place);
  const both = actual ?? target;
  const change = actual ?? prior;
  const cell = (measure: Measure) => (isMeasured(measure) ? measure : faultFor(measure));
  return [
    actual ?? figures.actual,
    target ?? cell(figures.target),
    both ?? cell(figures.variance),
    both ?? cell(figures.varianceRatio),
    both ?? cell(figures.attainment),
    both ?? commonWords.statuses[figures.status],
    ...(hasPrior
      ? [
          prior ?? cell(figures.prior),
          change ?? cell(figures.change),
          change ?? cell(figures.growth),
        ]
      : []),
  ];
}

function headerRow(sales: SideRead, hasPrior: boolean): OutputCell[] {
  const keys = Array.from({ length: sales.width }, (_, index) => {
    const header = sales.keyHeaders[index] ?? null;
    return header === null || isFault(header)
      ? words.key(index + 1, sales.width)
      : typeof header === 'string'
        ? header
        : quoted(header);
  });
  const figures = ['AC', 'PL', 'ΔPL', 'ΔPL %', commonWords.attainment, commonWords.status];
  return [...keys, ...figures, ...(hasPrior ? ['PY', 'ΔPY', 'ΔPY %'] : [])];
}
