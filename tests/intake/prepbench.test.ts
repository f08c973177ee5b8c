import {
  judge,
  plainNames,
  readTable,
  type Issue,
  type RawTable,
  type TableReadOptions,
} from '../../src/intake';
import { findTextDate } from '../../src/intake/texts/text-dates';
import { findTextNumber } from '../../src/intake/texts/text-numbers';
import { civilOf } from '../../src/sales';
import type { CellValue } from '../../src/workbook';
import { cellsOf, expected } from './prepbench-files';
import { workbookWith, type Rows } from './raw-tables';

async function read(
  rows: Rows,
  options: TableReadOptions = {},
  name = 'Data',
): Promise<RawTable | { readonly issues: readonly Issue[] }> {
  const workbook = workbookWith({ [name]: rows });
  const [source] = await workbook.listSources();
  if (!source) throw new Error('The workbook has no source');
  return readTable(workbook, source, options);
}

type Record_ = Readonly<Record<string, CellValue>>;

async function recordsOf(
  rows: Rows,
  options: TableReadOptions = {},
): Promise<{ readonly table: RawTable; readonly records: readonly Record_[] }> {
  const table = await read(rows, options);
  if ('issues' in table) throw new Error(table.issues.map(({ code }) => code).join(', '));
  const records = Array.from({ length: table.grid.rowCount }, (_, row) =>
    Object.fromEntries(
      table.headers.map((header, column) => [header, table.grid.cell(row, column)]),
    ),
  );
  return { table, records };
}

const text = (cell: CellValue | undefined) =>
  cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell);
const line = (...cells: readonly (CellValue | undefined)[]) => cells.map(text).join(' ');
const sorted = (lines: readonly string[]) => [...lines].sort();

function sumBy(records: readonly Record_[], keyOf: (record: Record_) => string, value: string) {
  const sums = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record);
    sums.set(key, (sums.get(key) ?? 0) + Number(record[value]));
  }
  return sums;
}

describe('seven tables in ugly layouts, as PrepBench expects them', () => {
  test('043: months across with a total row, and quarters across without a year', async () => {
    const sales = await recordsOf(cellsOf('case_043/inputs/input_01.csv'));
    expect(sales.table.setAside).toMatchObject([{ code: 'subtotalRow', at: 'Data!A12' }]);
    expect(sales.table.findings).toEqual([]);
    const targetCells = cellsOf('case_043/inputs/input_02.csv');
    expect(await read(targetCells)).toMatchObject({ issues: [{ code: 'unclearYear' }] });
    const targets = await recordsOf(targetCells, { year: 2019 });
    const quarter = (record: Record_) =>
      `${text(record['Store'])} 2019-Q${String(Math.ceil(Number(text(record['Period']).slice(5)) / 3))}`;
    const actual = sumBy(sales.records, quarter, 'Value');
    const lines = targets.records.map((record) => {
      const key = `${text(record['Location'])} ${text(record['Period'])}`;
      const target = Number(record['Value']);
      const sold = actual.get(key) ?? 0;
      return line(
        key,
        record['Region'],
        target,
        sold,
        sold - target,
        Math.trunc((sold / target) * 100),
      );
    });
    const wanted = expected('case_043/expected/output_01.csv').map((row) =>
      [
        row['Store'],
        `2019-Q${row['Quarter'] ?? ''}`,
        row['Region'],
        row['Target Value'],
        row['Sales'],
        row['Variance to Target'],
        row['Variance to Target %'],
      ].join(' '),
    );
    expect(sorted(lines)).toEqual(sorted(wanted));
  });

  test.each(['input_01.csv', 'input_02.csv'])(
    '081: blocks of rows for sales, targets and differences (%s)',
    async (file) => {
      const { table, records } = await recordsOf(cellsOf(`case_081/inputs/${file}`), {
        year: 2020,
      });
      expect(table.reading?.shape.measureRows).toEqual(['Sales', 'Target', 'Difference']);
      const lines = records.map((record) =>
        line(
          text(record['Store']).trim(),
          record['Period'],
          record['Sales'],
          record['Target'],
          record['Difference'],
        ),
      );
      const wanted = expected('case_081/expected/output_01.csv').map((row) =>
        [
          row['Store'],
          `2020-${(row['Month'] ?? '').slice(3, 5)}`,
          row['Sales'],
          row['Target'],
          row['Difference'],
        ].join(' '),
      );
      expect(sorted(lines)).toEqual(sorted(wanted));
    },
  );

  test('133: months across by store and employee, and a table of targets', async () => {
    const sales = await recordsOf(cellsOf('case_133/inputs/input_01.csv'));
    const targets = await recordsOf(cellsOf('case_133/inputs/input_02.csv'));
    expect(sales.records).toHaveLength(35 * 7);
    // Stores are misspelt in the targets: the order of rows tells which is meant.
    const lines = targets.records.flatMap((target, index) => {
      const own = sales.records.slice(index * 7, index * 7 + 7);
      const monthly = Number(target['Monthly Target']);
      const sum = own.reduce((added, record) => added + Number(record['Value']), 0);
      const met = own.filter((record) => Number(record['Value']) >= monthly).length;
      if (sum / 7 >= monthly * 0.9) return [];
      const [first] = own;
      const mean = Math.round(sum / 7);
      return [
        line(first?.['Store'], first?.['Employee'], mean, Math.round((met / 7) * 100), monthly),
      ];
    });
    const wanted = expected('case_133/expected/output_01.csv').map((row) =>
      Object.values(row).join(' '),
    );
    expect(sorted(lines)).toEqual(sorted(wanted));
  });

  test('172: dates across among quarters, with labels that stand once for several rows', async () => {
    const shops = [
      'Bath',
      'Bristol',
      'Exmouth',
      'Hastings',
      'Leicester',
      'Newcastle',
      'Nottingham',
      'Plymouth',
      'Portsmouth',
      'Reading',
      'Southampton',
      'Torquay',
    ];
    const lines: string[] = [];
    for (const [index, shop] of shops.entries()) {
      const file = `case_172/inputs/input_${String(index + 1).padStart(2, '0')}.csv`;
      const [, ...below] = cellsOf(file);
      const rows = [['Key Metrics'], ...below];
      const found = await recordsOf(rows);
      const { columns = [] } = found.table.reading?.shape ?? {};
      expect(columns.filter(({ use }) => use === 'value')).toHaveLength(12);
      // That the targets' blank cells mean the one above is for a person to say.
      const filledDown = columns.flatMap((use) => (use.use === 'key' ? [use.header] : []));
      const { records } = await recordsOf(rows, { filledDown: filledDown.slice(0, 2) });
      for (const record of records) {
        const value = record['Value'];
        const measure = `${text(record['Department'])} ${text(record['Breakdown'])}`.trim();
        if (typeof value !== 'number' || !wantedMeasures.has(measure)) continue;
        const target = text(record['Target']).replace('>', '');
        const share = target.endsWith('%') ? Number(target.slice(0, -1)) / 100 : Number(target);
        const date = text(record['Period']);
        lines.push(
          `${shop} ${date} ${wantedMeasures.get(measure) ?? ''}: ${String(Number(value.toFixed(6)))} of ${String(share)}`,
        );
      }
    }
    const wanted = expected('case_172/expected/output_01.csv').flatMap((row) =>
      [...wantedMeasures.values()].flatMap((measure) => {
        const [day, month, year] = (row['Date'] ?? '').split('/');
        const date = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
        const value = row[measure] ?? '';
        const target = row[`Target - ${measure}`] ?? '';
        if (value === '') return [];
        return [
          `${row['Shop'] ?? ''} ${date} ${measure}: ${String(Number(value))} of ${String(Number(target))}`,
        ];
      }),
    );
    expect(sorted(lines)).toEqual(sorted(wanted));
  });

  test('180: stores across, once a person says that they are stores', async () => {
    const rows = cellsOf('case_180/inputs/input_02.csv');
    const names = { ...plainNames, label: 'Store' };
    const targets = await recordsOf(rows, { layout: 'crossed', names });
    expect(targets.table.headers).toEqual(['PRODUCT', 'Store', 'Value']);
    const { records } = await recordsOf(cellsOf('case_180/inputs/input_01.csv'));
    const upper = (cell: CellValue | undefined) => text(cell).toUpperCase();
    const product = (record: Record_) => upper(record['Product Name']).split(' - ')[0] ?? '';
    const sold = sumBy(
      records,
      (record) => `${product(record)} ${upper(record['Store Name'])}`,
      'Sale Value',
    );
    const lines = targets.records.map((record) => {
      const key = `${text(record['PRODUCT'])} ${text(record['Store'])}`;
      const target = Number(record['Value']) * 1000;
      const sum = sold.get(key) ?? 0;
      return `${key} ${String(target)} ${sum.toFixed(2)} ${String(sum > target)}`;
    });
    const wanted = expected('case_180/expected/output_01.csv').map((row) =>
      [
        row['PRODUCT']?.toUpperCase(),
        row['Store Name']?.toUpperCase(),
        row['Target'],
        Number(row['Sale Value']).toFixed(2),
        row['Beats Target?']?.toLowerCase(),
      ].join(' '),
    );
    expect(sorted(lines)).toEqual(sorted(wanted));
  });

  test('206: quarters across, against transactions by day', async () => {
    const targets = await recordsOf(cellsOf('case_206/inputs/input_02.csv'), { year: 2023 });
    const { table, records } = await recordsOf(cellsOf('case_206/inputs/input_01.csv'));
    const date = judge(table).columns.find(({ header }) => header === 'Transaction Date');
    expect(date).toMatchObject({ kind: 'date', dateOrder: { order: 'dmy' } });
    const ways = ['', 'Online', 'In-Person'];
    const sold = sumBy(
      records.filter((record) => text(record['Transaction Code']).includes('DSB')),
      (record) => {
        const day = findTextDate(text(record['Transaction Date']).slice(0, 10), 'dmy') ?? 1;
        const quarter = Math.ceil(civilOf(day).month / 3);
        return `${ways[Number(record['Online or In-Person'])] ?? ''} 2023-Q${String(quarter)}`;
      },
      'Value',
    );
    const lines = targets.records.map((record) => {
      const key = `${text(record['Online or In-Person'])} ${text(record['Period'])}`;
      const target = Number(record['Value']);
      const sum = sold.get(key) ?? 0;
      return [key, sum, target, sum - target].join(' ');
    });
    const wanted = expected('case_206/expected/output_01.csv').map((row) =>
      [
        row['Online or In-Person'],
        `2023-Q${row['Quarter'] ?? ''}`,
        row['Value'],
        row['Quarterly Targets'],
        row['Variance to Target'],
      ].join(' '),
    );
    expect(sorted(lines)).toEqual(sorted(wanted));
  });

  test('271: a year as the header of names, and blank rows between', async () => {
    const actual = await recordsOf(cellsOf('case_271/inputs/input_01.csv'));
    expect(actual.table.headers).toEqual(['2022', 'Actual']);
    const budget = await recordsOf(cellsOf('case_271/inputs/input_02.csv'));
    expect(budget.table.headers).toEqual(['2022', 'Budget', 'Notes']);
    const amount = (cell: CellValue | undefined) =>
      typeof cell === 'number' ? cell : findTextNumber(text(cell), '.');
    const budgets = new Map(
      budget.records.map((record) => [
        text(record['2022']).replaceAll(' ', ''),
        amount(record['Budget']),
      ]),
    );
    const lines = actual.records.flatMap((record) => {
      const name = text(record['2022']);
      const planned = budgets.get(name);
      const spent = Number(record['Actual']);
      return planned === undefined
        ? []
        : [`${String(planned)} ${String(spent)} ${String(Math.round(spent - planned))}`];
    });
    const wanted = expected('case_271/expected/output_01.csv').map((row) =>
      [row['Forecasted Spending'], row['Actual Spending'], row['Difference']]
        .map((one) => String(Number(one)))
        .join(' '),
    );
    expect(sorted(lines)).toEqual(sorted(wanted));
  });
});

const wantedMeasures: ReadonlyMap<string, string> = new Map([
  ['Orders % Shipped in 3 days', '% Orders Shipped in 3 days'],
  ['Orders % Shipped in 5 days', '% Orders Shipped in 5 days'],
  ['Returns % Processed in 3 days', '% Returns Processed in 3 days'],
  ['Returns % Processed in 5 days', '% Returns Processed in 5 days'],
  ['Complaints # Received', '# Complaints Received'],
]);
