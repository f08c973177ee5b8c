import { findReading, readCells, readEvidence } from '../../src/intake';
import type { ColumnReading, TextTable } from '../../src/intake';
import type { CellValue } from '../../src/workbook';
import { latin, readText } from '../csv/text-files';

function finished<Result>(steps: Generator<void, Result, void>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Every column as it is found, without an answer from anybody. */
function cellsIn(table: TextTable): CellValue[][] {
  return table.columns.map((column, index) => {
    const evidence = finished(readEvidence(table.headers[index] ?? '', column));
    const reading = findReading(evidence);
    if ('question' in reading) throw new Error(`${evidence.header}: ${reading.question.text}`);
    const { codes, cells } = finished(readCells(column, evidence, reading.found));
    return Array.from(codes, (code) => cells[code] ?? null);
  });
}

/** 31 December 2025 and the days after it, counted by hand from 2026-01-01 as day 46,023. */
const expected: CellValue[][] = [
  ['007', '008', '009'],
  [46_022, 46_023, 46_066],
  [1234.5, -7.25, 1_234_567.89],
];

/** The same three rows as programs of eight places write them. */
const locales: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  [
    'en-US',
    ',',
    [
      ['12/31/2025', '1,234.50'],
      ['1/1/2026', '-7.25'],
      ['2/13/2026', '1,234,567.89'],
    ],
  ],
  [
    'en-GB',
    ',',
    [
      ['31/12/2025', '1,234.50'],
      ['01/01/2026', '-7.25'],
      ['13/02/2026', '1,234,567.89'],
    ],
  ],
  [
    'de-DE',
    ';',
    [
      ['31.12.2025', '1.234,50'],
      ['01.01.2026', '-7,25'],
      ['13.02.2026', '1.234.567,89'],
    ],
  ],
  [
    'de-CH',
    ';',
    [
      ['31.12.2025', "1'234.50"],
      ['01.01.2026', '-7.25'],
      ['13.02.2026', "1'234'567.89"],
    ],
  ],
  [
    'fr-FR',
    ';',
    [
      ['31/12/2025', '1 234,50'],
      ['01/01/2026', '-7,25'],
      ['13/02/2026', '1 234 567,89'],
    ],
  ],
  [
    'es-ES',
    ';',
    [
      ['31/12/2025', '1.234,50'],
      ['1/1/2026', '-7,25'],
      ['13/2/2026', '1.234.567,89'],
    ],
  ],
  [
    'pt-BR',
    ';',
    [
      ['31/12/2025', '1.234,50'],
      ['01/01/2026', '-7,25'],
      ['13/02/2026', '1.234.567,89'],
    ],
  ],
  [
    'ja-JP',
    ',',
    [
      ['2025/12/31', '1,234.50'],
      ['2026/01/01', '-7.25'],
      ['2026/02/13', '1,234,567.89'],
    ],
  ],
];

const quoted = (text: string, separator: string) => (text.includes(separator) ? `"${text}"` : text);

function fileIn(separator: string, rows: readonly (readonly string[])[]): string {
  const lines = rows.map(([day = '', amount = ''], row) =>
    [`00${String(row + 7)}`, day, amount].map((text) => quoted(text, separator)).join(separator),
  );
  return [['Id', 'Day', 'Amount'].join(separator), ...lines, ''].join('\r\n');
}

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  Array.from(text, (_, at) => {
    view.setUint16(at * 2, text.charCodeAt(at), !isBig);
  });
  return bytes;
}

const encoded = {
  'utf-8': (text: string) => new TextEncoder().encode(text),
  'utf-8 with a mark': (text: string) => new TextEncoder().encode(`\uFEFF${text}`),
  'windows-1252': latin,
  'utf-16le with a mark': (text: string) => utf16(`\uFEFF${text}`, false),
  'utf-16be with a mark': (text: string) => utf16(`\uFEFF${text}`, true),
  'utf-16le': (text: string) => utf16(text, false),
};

describe.each(locales)('a table as %s writes it', (_locale, usual, rows) => {
  test.each(Object.entries(encoded))('reads the same in %s', async (_name, encode) => {
    expect(cellsIn(await readText(encode(fileIn(usual, rows))))).toEqual(expected);
  });

  test.each([',', ';', '\t', '|'])('reads the same between "%s"', async (separator) => {
    const table = await readText(fileIn(separator, rows));
    expect(table.separator).toBe(separator);
    expect(cellsIn(table)).toEqual(expected);
  });
});

const column = async (texts: readonly string[]) => {
  const [texted] = (await readText(['Amount', ...texts, ''].join('\n'), { separator: ';' }))
    .columns;
  if (!texted) throw new Error('The file has no column.');
  return { texted, evidence: finished(readEvidence('Amount', texted)) };
};

test('decimal signs that contradict each other are asked about, with a text of either', async () => {
  const { evidence, texted } = await column(['1.234,50', '2.345,60', '99.5', '7,25']);
  expect(findReading(evidence)).toMatchObject({
    question: { text: '1.234,50', row: 0, against: '99.5' },
  });
  const taken: ColumnReading = { kind: 'number', sign: ',' };
  const { codes, cells, unread, firstUnread } = finished(readCells(texted, evidence, taken));
  expect(Array.from(codes, (code) => cells[code])).toEqual([1234.5, 2345.6, '99.5', 7.25]);
  expect([unread, firstUnread?.row]).toEqual([1, 2]);
});

test('a column that leaves two readings of its decimal sign is asked about', async () => {
  const { evidence } = await column(['1.234', '2.345']);
  expect(findReading(evidence)).toMatchObject({ question: { text: '1.234', against: undefined } });
});

test('a file whose first line is a row already says that it has no header', async () => {
  const table = await readText('2026-01-01,5\n2026-01-02,7\n');
  expect(table).toMatchObject({ hasHeader: false, rowCount: 2, headers: ['Column 1', 'Column 2'] });
  const named = await readText('2026-01-01,5\n2026-01-02,7\n', { hasHeader: true });
  expect(named).toMatchObject({ hasHeader: true, rowCount: 1, headers: ['2026-01-01', '5'] });
});
