import { findReading, readCells, readEvidence } from '../../src/intake';
import { readText } from '../csv/text-files';
import { columnOf, convertedOf, tableOf, amountsIn, type Rows } from './raw-tables';

function finished<Result>(steps: Generator<void, Result, void>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const day = 46_023;

/** A sheet of sales with one more column. */
const withColumn = (header: string, texts: readonly string[]): Rows => [
  ['Date', header, 'Quantity'],
  ...texts.map((text, row) => [day + row, text, 10 + row]),
];

async function evidenceOf(header: string, texts: readonly string[]) {
  const [column] = (await readText([header, ...texts, ''].join('\n'), { separator: ';' })).columns;
  if (!column) throw new Error('The file has no column.');
  return { column, evidence: finished(readEvidence(header, column)) };
}

/** A column of a file as it is written into cells, with no answer from anybody. */
async function cellsOf(header: string, texts: readonly string[]) {
  const { column, evidence } = await evidenceOf(header, texts);
  const reading = findReading(evidence);
  if ('question' in reading) throw new Error(reading.question.text);
  const { codes, cells } = finished(readCells(column, evidence, reading.found));
  return Array.from(codes, (code) => cells[code]);
}

describe('letters that are a currency elsewhere, glued to digits,', () => {
  const codes: readonly (readonly [string, readonly string[]])[] = [
    ['Rep code', ['R101', 'R102', 'R103']],
    ['Room', ['RM3', 'RM4', 'RM-5']],
    ['SKU', ['Ft12', 'Ft13', '12Ft']],
    ['Shelf', ['kr5', 'kr6', 'kr7']],
    ['Cost center', ['MAD101', 'USD102', '103CHF']],
    ['Release', ['R1.1', 'R1.2', 'R2.0']],
    ['Pack size', ['5k', '10k', '2.5k']],
    ['Cable', ['1.5m', '5m', '10m']],
    // Of what was sold, metres.
    ['Quantity sold', ['1.5m', '5m', '10m']],
  ];

  test.each(codes)('are codes in a column "%s" of a sheet', async (header, texts) => {
    const table = await tableOf(withColumn(header, texts));
    expect(columnOf(table, header).kind).toBe('text');
  });

  test.each(codes)('are codes in a column "%s" of a file of text', async (header, texts) => {
    expect(await cellsOf(header, texts)).toEqual(texts);
  });

  test.each([
    ['Amount', ['R100', 'R250', 'R1000'], [100, 250, 1000]],
    ['Target (ZAR)', ['R100', 'R250'], [100, 250]],
    ['Unit price', ['100kr', '250kr'], [100, 250]],
    ['Jan 2026', ['RM100', 'RM250'], [100, 250]],
    ['Amount', ['1.5k', '2M', '900'], [1500, 2_000_000, 900]],
    ['Jan 2026', ['1,5k', '2 K', '1,2m'], [1500, 2000, 1_200_000]],
    // Where the header says nothing, one cell as only money is written speaks for all.
    ['Fee', ['R100', 'R250', 'R1,234.50'], [100, 250, 1234.5]],
    ['Fee', ['kr100', 'kr 1.250,00'], [100, 1250]],
    ['Fee', ['R100', '-R250'], [100, -250]],
    ['Fee', ['R 100', 'R 250'], [100, 250]],
    ['Fee', ['R$100', 'R$250'], [100, 250]],
  ])('are money in a column "%s" of %j', async (header, texts, numbers) => {
    expect(await cellsOf(header, texts)).toEqual(numbers);
    const table = await tableOf(withColumn(header, texts));
    expect(columnOf(table, header).kind).toBe('number');
  });

  test('name columns and groups as "3M" and "5K" do', async () => {
    const file = await readText('Date;3M;5K Run\n2026-01-05;10;20\n2026-01-06;11;21\n', {
      separator: ';',
    });
    expect(file.headers).toEqual(['Date', '3M', '5K Run']);
    const { raw } = await tableOf([
      ['Date', 'Shop', 'Amount'],
      ['5K', null, null],
      [day, 'A', 10],
      [day + 1, 'B', 20],
      ['10K', null, null],
      [day, 'A', 40],
      [day + 1, 'B', 80],
    ]);
    expect(raw.setAside?.map(({ code, found }) => [code, found])).toEqual([
      ['headingRow', '5K'],
      ['headingRow', '10K'],
    ]);
  });

  test('are summed where they are the amounts', async () => {
    const rows: Rows = [
      ['Date', 'Amount'],
      [day, 'R100'],
      [day + 1, 'R250'],
    ];
    expect(amountsIn(await convertedOf(rows))).toEqual([100, 250]);
  });

  test('stay text as few among numbers, and are numbers where a person says so', async () => {
    const rooms = Array.from({ length: 19 }, (_, room) => String(101 + room));
    const mixed = await cellsOf('Room', [...rooms, 'R120']);
    expect([mixed[0], mixed[18], mixed[19]]).toEqual([101, 119, 'R120']);
    const { column, evidence } = await evidenceOf('Fee', ['R100', 'R250']);
    expect(evidence).toMatchObject({ kept: 'codes', numbers: 0, codes: 2 });
    const { cells } = finished(readCells(column, evidence, { kind: 'number', sign: '.' }));
    expect(cells).toEqual([100, 250]);
  });

  test('are keys beside months across', async () => {
    const table = await tableOf([
      ['Rep', 'Jan 2026', 'Feb 2026', 'Mar 2026'],
      ['R101', 'R100', 'R200', 'R300'],
      ['R102', 'R110', 'R210', 'R310'],
    ]);
    expect(table.columns.map(({ header, kind }) => [header, kind])).toEqual(
      expect.arrayContaining([['Rep', 'text']]),
    );
    expect(table.raw.grid.rowCount).toBe(6);
  });
});
