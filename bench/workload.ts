import { serialOf } from '../src/sales';
import { channels, nameOf, regions } from './names';
import { seeded } from './random';

/** A cell as office.js gives it in `range.values`. */
export type Cell = string | number | boolean;

/**
 * Rows of cells, header included, as JSON in blocks of about 2 MB: what Excel's answers are before
 * office.js has parsed them. Parsed anew for every run that reads them, so that no text was looked
 * at before.
 */
export type RangeValues = readonly string[];

/** One SUMIFS: the amounts of a region, a product and a month. */
export interface Question {
  readonly region: string;
  readonly product: string;
  /** As `periodIndex` counts months. */
  readonly month: number;
}

/** The data that everything is measured with, made anew from a seed and the number of rows. */
export interface Workload {
  readonly rows: number;
  readonly sales: RangeValues;
  /** How many targets there are. */
  readonly targetRows: number;
  readonly targets: RangeValues;
  readonly questions: readonly Question[];
}

export const salesHeaders = [
  'Date',
  'Region',
  'Product',
  'Rep',
  'Channel',
  'Customer',
  'Quantity',
  'Amount',
];
export const targetHeaders = ['Month', 'Region', 'Product', 'Target'];

const [products, reps, customers] = [200, 400, 50_000];
/** Three years of sales; targets for the last of them. */
const firstYear = 2023;
export const firstMonth = firstYear * 12;
export const months = 36;
export const firstDay = serialOf(firstYear, 1, 1);
export const lastDay = serialOf(firstYear + 3, 1, 1) - 1;

const [firstBlock, laterBlocks] = [5000, 20_000];
const questionCount = 10_000;

/** Makes the data. With `dirty`, that share of the rows has a cell that has to be judged. */
export function workloadOf(rows: number, dirty = 0): Workload {
  const chance = seeded(20_260_101);
  const below = (limit: number) => Math.floor(chance() * limit);
  const names = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => nameOf(from + index));
  const productNames = names(products, 0);
  const repNames = names(reps, products).map((name, index) => `${name} ${nameOf(63_000 - index)}`);
  const customerNames = names(customers, 1000);
  const pick = (from: readonly string[]) => from[below(from.length)] ?? '';
  const dirt = seeded(7);

  const saleOf = (): Cell[] => {
    const cents = Math.floor(chance() ** 3 * 1_000_000) + 100;
    const isReturn = chance() < 0.01;
    return [
      firstDay + below(lastDay - firstDay + 1),
      pick(regions),
      pick(productNames),
      pick(repNames),
      pick(channels),
      pick(customerNames),
      1 + below(20),
      (isReturn ? -cents : cents) / 100,
    ];
  };
  const sales = blocksOf(salesHeaders, rows, () => {
    const sale = saleOf();
    if (dirty > 0 && dirt() < dirty) spoil(sale, Math.floor(dirt() * kindsOfDirt));
    return sale;
  });

  const targetLines: Cell[][] = [];
  for (const region of regions) {
    for (const product of productNames) {
      for (let month = 0; month < 12; month += 1) {
        // One in ten has no target, so that the join has something to miss on either side.
        if (chance() < 0.1) continue;
        const cents = 100_000 + below(rows * 10);
        targetLines.push([serialOf(firstYear + 2, month + 1, 1), region, product, cents / 100]);
      }
    }
  }
  let next = 0;
  const targets = blocksOf(targetHeaders, targetLines.length, () => targetLines[next++] ?? []);

  const questions = Array.from({ length: questionCount }, (): Question => ({
    region: pick(regions),
    product: pick(productNames),
    month: firstMonth + below(months),
  }));
  return { rows, sales, targetRows: targetLines.length, targets, questions };
}

const [dateAt, amountAt, regionAt] = [0, 7, 1];
const kindsOfDirt = 6;

/** Puts something into a row that a person might have: half of a row can be used all the same. */
function spoil(sale: Cell[], kind: number): void {
  const amount = Number(sale[amountAt]);
  switch (kind) {
    case 0:
      sale[amountAt] = amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
      break;
    case 1:
      sale[dateAt] = '2024-05-17';
      break;
    case 2:
      sale[regionAt] = '';
      break;
    case 3:
      sale[amountAt] = '#N/A';
      break;
    case 4:
      sale[dateAt] = '';
      break;
    default:
      sale[amountAt] = 'n/a';
  }
}

function blocksOf(headers: readonly string[], rows: number, rowOf: () => Cell[]): RangeValues {
  const blocks: string[] = [];
  let made = 0;
  let block: (readonly Cell[])[] = [headers];
  while (made < rows || block.length > 0) {
    const size = blocks.length === 0 ? firstBlock : laterBlocks;
    while (block.length < size && made < rows) {
      block.push(rowOf());
      made += 1;
    }
    blocks.push(JSON.stringify(block));
    block = [];
    if (made >= rows) break;
  }
  return blocks;
}

/** Parses the cells, as office.js does, in blocks. */
export function parsed(values: RangeValues): Cell[][][] {
  return values.map((block) => JSON.parse(block) as Cell[][]);
}

/** Parses the cells into one array of rows, the header left off. */
export function rowsOf(values: RangeValues): Cell[][] {
  const rows = parsed(values).flat();
  rows.shift();
  return rows;
}
