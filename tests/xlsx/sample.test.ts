import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAll } from '../../src/workbook';
import type { CellValue, Source } from '../../src/workbook';
import { openFile } from '../../src/xlsx';
import type { FileWorkbook } from '../../src/xlsx';

/** Totals and attainment as published with the data set, computed there with another program. */
const attainmentByQuarter = [
  0.8224, 0.8662, 0.8567, 0.8465, 0.8467, 0.8143, 0.8911, 0.8386, 0.8148, 0.8381, 0.8828, 0.8661,
];

let workbook: FileWorkbook;
let sales: (readonly CellValue[])[];
let quotas: (readonly CellValue[])[];

async function tableRows(name: string) {
  const sources = await workbook.listSources();
  const table = sources.find((one): one is Source => one.kind === 'table' && one.name === name);
  if (!table) throw new Error(`No table ${name}`);
  const [header, ...rows] = await readAll(workbook, table);
  return { header, rows };
}

beforeAll(async () => {
  const bytes = readFileSync(join(__dirname, '../../samples/adventureworks.xlsx'));
  workbook = await openFile(new Uint8Array(bytes));
  ({ rows: sales } = await tableRows('Sales'));
  ({ rows: quotas } = await tableRows('Quotas'));
});

function sum(rows: readonly (readonly CellValue[])[], column: number): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

/** Quarters since July 2017 of a serial date. */
function quarterOf(value: CellValue | undefined): number {
  const date = new Date((Number(value) - 25_569) * 86_400_000);
  return (date.getUTCFullYear() - 2017) * 4 + Math.floor(date.getUTCMonth() / 3) - 2;
}

test('the sample holds every sales line and every quota, to the cent', () => {
  expect(sales).toHaveLength(60_855);
  expect(sum(sales, 12).toFixed(2)).toBe('80977720.21');
  expect(sum(sales, 10)).toBe(214_378);
  expect(quotas).toHaveLength(163);
  expect(sum(quotas, 2).toFixed(2)).toBe('95714000.00');
});

test('every sales line keeps its person, its date and its region', () => {
  expect(new Set(sales.map((row) => row[2])).size).toBe(17);
  expect(new Set(quotas.map((row) => row[0]))).toEqual(new Set(sales.map((row) => row[2])));
  expect(sales.filter((row) => typeof row[1] !== 'number' || row[8] === null)).toEqual([]);
  expect(new Set(sales.map((row) => row[0])).size).toBe(3796);
});

test('sales meet the published attainment in each of the twelve quarters', () => {
  const attainment = attainmentByQuarter.map((_, quarter) => {
    const sold = sum(
      sales.filter((row) => quarterOf(row[1]) === quarter),
      12,
    );
    const wanted = sum(
      quotas.filter((row) => quarterOf(row[1]) === quarter),
      2,
    );
    return Number((sold / wanted).toFixed(4));
  });
  expect(attainment).toEqual(attainmentByQuarter);
});

test('dates carry a date format and amounts a money format', async () => {
  const sources = await workbook.listSources();
  const table = sources.find(({ name }) => name === 'Sales');
  if (!table) throw new Error('No Sales');
  for await (const block of workbook.read(table)) {
    expect(block.formats?.[1]?.[1]).toBe('yyyy-mm-dd');
    expect(block.formats?.[1]?.[12]).toBe('$#,##0.00');
    break;
  }
});

test('the first sheet says in words what the workbook is', () => {
  const [first] = workbook.contents().sheets;
  expect(first?.name).toBe('Read me');
  expect(JSON.stringify(first?.cells)).toContain('MIT licence');
  expect(workbook.notCarried).toEqual([]);
});
