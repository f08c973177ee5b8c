import { fc } from '../properties';
import { WorkbookError } from '../../src/workbook';
import type { TextTable } from '../../src/intake';
import { columnOf, fileOf, readText, rowsOf } from './text-files';
import { readTextFile } from '../../src/csv';

/** Every line is somewhere, and each once. */
function expectAllAccounted({ account, rowCount, lineOfRow }: TextTable) {
  const { lines, above, header, blank, rows, atFault } = account;
  expect(above + header + blank + rows + atFault).toBe(lines);
  expect(lineOfRow).toHaveLength(rowCount);
}

describe('the separator', () => {
  test.each([
    ['a comma', 'Region,Sales\nWest,1\n', ','],
    ['a semicolon, among decimal commas', 'Region;Sales;Cost\nWest;1,5;2,5\nEast;2,5;3,0\n', ';'],
    ['a tab, among commas', 'Region\tSales\nWest, far\t1,5\nEast, near\t2,5\n', '\t'],
    ['a bar', 'Region|Sales\nWest|1\n', '|'],
    ['a comma, of names with semicolons in quotes', 'Name,Sales\n"a;b",1\n"c;d",2\n', ','],
    ['a comma, of a single column', 'Sales\n1\n2\n', ','],
  ])('is %s', async (_name, text, separator) => {
    expect((await readText(text)).separator).toBe(separator);
  });

  test('is the one that the first line names as Excel writes it', async () => {
    for (const text of ['sep=;\r\nName;Note\r\na;b,c\r\n', '"sep=;"\nName;Note\na;b,c\n']) {
      const table = await readText(text);
      expect(table.headers).toEqual(['Name', 'Note']);
      expect(rowsOf(table)).toEqual([['a', 'b,c']]);
      expect(table.account).toMatchObject({ lines: 3, above: 1, header: 1, rows: 1 });
    }
  });

  test('is as the person says, and the line that names another is none of the rows', async () => {
    const table = await readText('sep=,\nName,Note\na,b\n', { separator: ',' });
    expect(table.headers).toEqual(['Name', 'Note']);
    expectAllAccounted(table);
  });
});

describe('quotes', () => {
  test('hold separators, quotes and line ends, whatever the line ends and the pieces', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const pieceSize of [1, 2, 5, 1000]) {
        const lines = ['Id,Note', '1,"a, b"', '2,"said ""hi"""', `3,"two${end}lines"`, '4,end'];
        const table = await readText(lines.join(end), {}, { pieceSize });
        expect(columnOf(table, 'Note')).toEqual(['a, b', 'said "hi"', 'two\nlines', 'end']);
        expect([...table.lineOfRow]).toEqual([2, 3, 4, 6]);
        expect(table.account).toMatchObject({ lines: 6, header: 1, rows: 5, atFault: 0 });
      }
    }
  });

  test('behind an equals sign, which force text on Excel, are no part of it', async () => {
    const lines = ['Id,Note', '="007",="1100.5"', '"=""008""","=""said """"hi"""""""', '=A1,="'];
    const table = await readText(lines.join('\n'));
    expect(columnOf(table, 'Id')).toEqual(['007', '008', '=A1']);
    expect(columnOf(table, 'Note')).toEqual(['1100.5', 'said "hi"', '="']);
  });

  test('that never close take one line with them and no more', async () => {
    const rows = Array.from({ length: 500 }, (_, row) => `${String(row)},plain ${String(row)}`);
    rows[3] = '3,"never closed';
    const table = await readText(`Id,Note\n${rows.join('\n')}\n`, {}, { pieceSize: 100 });
    expect(table.faults).toEqual([
      { code: 'openQuote', line: 5, lines: 1, found: '3,"never closed', expected: '' },
    ]);
    expect(table.rowCount).toBe(499);
    expect(columnOf(table, 'Id').slice(2, 4)).toEqual(['2', '4']);
    expectAllAccounted(table);
  });

  test('that never close before other quotes leave the lines after them readable', async () => {
    const table = await readText('Id,Note\n1,"open\n2,"closed"\n3,"also, closed"\n4,x\n');
    expect(table.faults.map(({ line, code }) => [line, code])).toEqual([[2, 'strayQuote']]);
    expect(rowsOf(table)).toEqual([
      ['2', 'closed'],
      ['3', 'also, closed'],
      ['4', 'x'],
    ]);
    expectAllAccounted(table);
  });

  test('in the middle of a word are part of it', async () => {
    expect(columnOf(await readText('Id,Size\n1,5" pipe\n2,7"\n'), 'Size')).toEqual([
      '5" pipe',
      '7"',
    ]);
  });

  test('with something behind them are reported with their line', async () => {
    const table = await readText('Id,Note\n1,fine\n2,"a" b\n3,fine\n');
    expect(table.faults).toEqual([
      { code: 'strayQuote', line: 3, lines: 1, found: '2,"a" b', expected: '' },
    ]);
    expect(columnOf(table, 'Id')).toEqual(['1', '3']);
  });
});

describe('lines', () => {
  test('with too few or too many fields are reported, with their line and the counts', async () => {
    const table = await readText('a,b,c\n1,2,3\n1,2\n\n1,2,3,4\n1,2,3,\n');
    expect(table.faults).toEqual([
      { code: 'fieldCount', line: 3, lines: 1, found: '2', expected: '3', text: '1 · 2' },
      { code: 'fieldCount', line: 5, lines: 1, found: '4', expected: '3', text: '1 · 2 · 3 · 4' },
    ]);
    // A separator too many at the end adds nothing.
    expect(rowsOf(table)).toEqual([
      ['1', '2', '3'],
      ['1', '2', '3'],
    ]);
    expect(table.account).toEqual({ lines: 6, above: 0, header: 1, blank: 1, rows: 2, atFault: 2 });
  });

  test('with a text that no cell can hold are reported', async () => {
    const table = await readText(`a,b\n1,${'x'.repeat(32_768)}\n2,${'x'.repeat(32_767)}\n`);
    expect(table.faults.map(({ code, line, expected }) => [code, line, expected])).toEqual([
      ['tooLong', 2, 'b'],
    ]);
    expect(table.rowCount).toBe(1);
  });

  test('of a word beside a year is a title', async () => {
    for (const text of ['Year:,2026\nRegion,Target\nWest,1\n', 'Plan,2026,\nA,B,C\nx,y,1\n']) {
      const table = await readText(text);
      expect(table.titles).toEqual([[expect.any(String), '2026']]);
      expect(table.account).toMatchObject({ above: 1, header: 1, rows: 1 });
    }
    expect((await readText('Region,2026\nWest,1\n')).headers).toEqual(['Region', '2026']);
  });

  test('above the header are titles, and are counted', async () => {
    const table = await readText(
      'Sales export;;\nof 2026;;\n\nRegion;Day;Sales\nWest;1.2.2026;5\n',
    );
    expect(table.headers).toEqual(['Region', 'Day', 'Sales']);
    expect(table.account).toEqual({ lines: 5, above: 2, header: 1, blank: 1, rows: 1, atFault: 0 });
    expect(table.titles).toEqual([['Sales export'], ['of 2026'], []]);
  });

  test('of figures alone have no header: the columns get names', async () => {
    const table = await readText('West,2026-01-02,5\nEast,2026-01-03,6\n');
    expect(table.hasHeader).toBe(false);
    expect(table.headers).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(table.rowCount).toBe(2);
    const told = await readText('West,East\nNorth,South\n', { hasHeader: false });
    expect(told.rowCount).toBe(2);
    expectAllAccounted(told);
  });

  test('of years and of months can be a header', async () => {
    expect((await readText('Region,2025,2026\nWest,5,6\n')).headers).toEqual([
      'Region',
      '2025',
      '2026',
    ]);
    expect((await readText('Region,2026-01-01,2026-02-01\nWest,5,6\n')).hasHeader).toBe(true);
  });

  test('of names that are blank or come twice give each column its own', async () => {
    const table = await readText('Sales,sales,,Day\n1,2,3,4\n');
    expect(table.headers).toEqual(['Sales', 'sales 2', 'Column 3', 'Day']);
    expect(table.renamed).toEqual(['sales 2', 'Column 3']);
  });

  test.each(['', '\n', '\ufeff', '\n\n\n'])('of nothing make no rows: %j', async (text) => {
    const table = await readText(text);
    expect(table.rowCount).toBe(0);
    expectAllAccounted(table);
  });
});

describe('any text', () => {
  const field = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('"', '""', '"a"', 'a,b', '\n', '\r\n', '\r', '', ' ', '12', '1.5', '"x'),
  );
  const text = fc.array(fc.array(field, { maxLength: 4 }), { maxLength: 12 });

  test('is rows or reported, line by line, and the pieces it comes in change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (rows, pieceSize) => {
        const content = rows.map((fields) => fields.join(',')).join('\n');
        const whole = await readText(content, {}, { pieceSize: 1_000_000 });
        expectAllAccounted(whole);
        expect(whole.account.atFault).toBe(whole.faults.reduce((sum, { lines }) => sum + lines, 0));
        expect(await readText(content, {}, { pieceSize })).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('written with quotes as they should be comes back field by field', async () => {
    const cell = fc.string({ maxLength: 8 }).map((one) => one.replace(/\r\n?/g, '\n'));
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 50 }), async (rows, pieceSize) => {
        const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`;
        const content = [['First', 'Second', 'Third'], ...rows]
          .map((fields) => fields.map(quoted).join(';'))
          .join('\r\n');
        const wishes = { separator: ';', hasHeader: true };
        const read = await readTextFile(fileOf(content, pieceSize), wishes);
        const filled = rows.filter((fields) => fields.some((one) => one.trim() !== ''));
        expect(rowsOf(read)).toEqual(filled);
        expectAllAccounted(read);
      }),
      { numRuns: 300 },
    );
  });
});

describe('reading', () => {
  const long = `a,b\n${'1,2\n'.repeat(50_000)}`;

  test('tells how far it is, and pauses between steps', async () => {
    const shares: number[] = [];
    let pauses = 0;
    await readText(
      long,
      {},
      {
        pieceSize: 20_000,
        onProgress: ({ bytesRead, bytes }) => shares.push(bytesRead / bytes),
        pause: () => {
          pauses += 1;
          return Promise.resolve();
        },
      },
    );
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 6);
    expect(pauses).toBeGreaterThan(15);
  });

  test('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const reading = readText(
      long,
      {},
      {
        pieceSize: 20_000,
        signal: controller.signal,
        onProgress: () => {
          controller.abort();
        },
      },
    );
    await expect(reading).rejects.toEqual(new WorkbookError('cancelled', 'sales.csv'));
  });
});
