/** Builds samples/adventureworks.xlsx from samples/source: `npx tsx scripts/build-sample.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { emptySheet } from '../src/workbook';
import type { CellContent, CellStyle, FormatRun, SheetContents } from '../src/workbook';
import { writeContents } from '../src/xlsx';

type Row = Readonly<Record<string, string>>;

const samples = join(__dirname, '..', 'samples');

function readTable(name: string): readonly Row[] {
  const packed = readFileSync(join(samples, 'source', `${name}.csv.gz`));
  const [header = [], ...lines] = parseCsv(gunzipSync(packed).toString('utf8'));
  return lines.map((line) => Object.fromEntries(header.map((key, at) => [key, line[at] ?? ''])));
}

function parseCsv(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}

/** Rows by a column that is the key; a key that is missing is our mistake. */
function lookup(rows: readonly Row[], key: string): (value: string | undefined) => Row {
  const byKey = new Map(rows.map((row) => [row[key], row]));
  return (value) => {
    const row = byKey.get(value);
    if (!row) throw new Error(`No ${key} ${String(value)}`);
    return row;
  };
}

function serial(iso: string | undefined): number {
  const milliseconds = Date.parse(`${iso ?? ''}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw new Error(`No date: ${String(iso)}`);
  return milliseconds / 86_400_000 + 25_569;
}

function amount(text: string | undefined): number {
  const number = Number(text);
  if (text === undefined || text === '' || Number.isNaN(number)) {
    throw new Error(`No amount: ${String(text)}`);
  }
  return number;
}

const money = '$#,##0.00';
const isoDate = 'yyyy-mm-dd';

interface Column {
  readonly header: string;
  readonly width: number;
  readonly format?: string;
  value(row: Row): CellContent;
}

function dataSheet(name: string, columns: readonly Column[], rows: readonly Row[]): SheetContents {
  const formats = columns.flatMap(({ format }, column): FormatRun[] =>
    format === undefined
      ? []
      : [
          {
            area: { row: 1, column, rows: rows.length, columns: 1 },
            style: { numberFormat: format },
          },
        ],
  );
  return {
    ...emptySheet(name),
    cells: [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map((column) => column.value(row))),
    ],
    formats,
    columnWidths: Object.fromEntries(columns.map(({ width }, column) => [column, width])),
    frozen: { rows: 1, columns: 0 },
    tables: [{ name, area: { row: 0, column: 0, rows: rows.length + 1, columns: columns.length } }],
  };
}

const employee = lookup(readTable('DimEmployee_sales'), 'EmployeeKey');
const territory = lookup(readTable('DimSalesTerritory'), 'SalesTerritoryKey');
const product = lookup(readTable('Product'), 'ProductKey');
const reseller = lookup(readTable('Resellers'), 'ResellerKey');

const salesperson: Column = {
  header: 'Salesperson',
  width: 24,
  value(row) {
    const { FirstName = '', LastName = '' } = employee(row['EmployeeKey']);
    return `${FirstName} ${LastName}`;
  },
};

const sales: readonly Column[] = [
  { header: 'Order number', width: 13, value: (row) => row['SalesOrderNumber'] ?? '' },
  { header: 'Order date', width: 12, format: isoDate, value: (row) => serial(row['OrderDate']) },
  salesperson,
  {
    header: 'Reseller',
    width: 32,
    value: (row) => reseller(row['ResellerKey'])['ResellerName'] ?? '',
  },
  {
    header: 'Business type',
    width: 20,
    value: (row) => reseller(row['ResellerKey'])['BusinessType'] ?? '',
  },
  { header: 'Product', width: 32, value: (row) => product(row['ProductKey'])['Product'] ?? '' },
  {
    header: 'Category',
    width: 13,
    value: (row) => product(row['ProductKey'])['EnglishProductCategoryName'] ?? '',
  },
  {
    header: 'Subcategory',
    width: 18,
    value: (row) => product(row['ProductKey'])['Subcategory'] ?? '',
  },
  {
    header: 'Region',
    width: 15,
    value: (row) => territory(row['SalesTerritoryKey'])['Region'] ?? '',
  },
  {
    header: 'Country',
    width: 15,
    value: (row) => territory(row['SalesTerritoryKey'])['Country'] ?? '',
  },
  { header: 'Quantity', width: 10, format: '#,##0', value: (row) => amount(row['OrderQuantity']) },
  { header: 'Unit price', width: 13, format: money, value: (row) => amount(row['UnitPrice']) },
  { header: 'Sales amount', width: 16, format: money, value: (row) => amount(row['SalesAmount']) },
];

const quotas: readonly Column[] = [
  salesperson,
  {
    // The source's own CalendarQuarter was not moved along when its dates were.
    header: 'Quarter',
    width: 12,
    format: isoDate,
    value: (row) => serial(row['QuarterStartPL300']),
  },
  { header: 'Quota', width: 16, format: money, value: (row) => amount(row['SalesAmountQuota']) },
];

const readMe: readonly (readonly [string, CellStyle?])[] = [
  ['Sales Monitor: a workbook to try it with', { font: { bold: true, size: 16 } }],
  [''],
  ['What this is', { font: { bold: true } }],
  [
    'Three years of sales and quotas of Adventure Works Cycles, a company that Microsoft invented for its samples.',
  ],
  [
    'The sheet "Sales" has 60,855 sales lines from July 2017 to June 2020, 80,977,720.21 dollars in all.',
  ],
  [
    'The sheet "Quotas" has the 163 quarterly quotas of 17 salespeople, 95,714,000.00 dollars in all.',
  ],
  ['Amounts are before discount. Each quota belongs to the quarter that begins on its date.'],
  [''],
  ['Three steps to try', { font: { bold: true } }],
  ['1. Open the pane: tab "Sales Monitor", then "Open pane". It finds sales and quotas by itself.'],
  ['2. Look at what it took for what, and choose what to compare by: salesperson and quarter.'],
  ['3. Press "Build report". The report is a new sheet; this data stays as it is.'],
  [''],
  ['Source and licence', { font: { bold: true } }],
  [
    'AdventureWorks sample data, copyright (c) Microsoft Corporation, MIT licence. Columns were joined from several tables and renamed.',
  ],
  ['The licence stands in samples/LICENSE-adventureworks.txt, what was done in samples/README.md.'],
];

async function build(): Promise<void> {
  const lines = readTable('FactResellerSales');
  const targets = readTable('FactSalesQuota');
  const first: SheetContents = {
    ...emptySheet('Read me'),
    cells: readMe.map(([text]) => (text === '' ? [] : [text])),
    formats: readMe.flatMap(([, style], row) =>
      style ? [{ area: { row, column: 0, rows: 1, columns: 1 }, style }] : [],
    ),
    columnWidths: { 0: 110 },
    gridlines: false,
  };
  const bytes = await writeContents({
    sheets: [first, dataSheet('Sales', sales, lines), dataSheet('Quotas', quotas, targets)],
    names: [],
    dateSystem: 1900,
  });
  writeFileSync(join(samples, 'adventureworks.xlsx'), bytes);
  console.log(
    `samples/adventureworks.xlsx: ${String(lines.length)} sales lines, ${String(targets.length)} quotas, ${String(bytes.length)} bytes`,
  );
}

void build();
