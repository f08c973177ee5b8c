import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbookWith } from '../intake/raw-tables';
import { openFile } from '../../src/xlsx';

jest.setTimeout(180_000);

/** The command line on files of text, as a person runs it. */
let folder: string;

/** Day and month leave both readings open, as do the thousands of the second column. */
const sales = [
  'Order Date;Person;Amount;Weight',
  '01/02/2026;Ann;1.234,50;1.000',
  '02/03/2026;Bob;99,90;2.000',
  '03/03/2026;Cid',
].join('\n');
const targets = 'Person,Month,Target\nAnn,2026-02,1000\nBob,2026-03,120.5\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
  await writeFile(join(folder, 'Sales.csv'), sales);
  await writeFile(join(folder, 'Targets.csv'), targets);
  const book = workbookWith({
    Quotas: [
      ['Person', 'Month', 'Target'],
      ['Ann', '2026-02', 1000],
    ],
  });
  await writeFile(join(folder, 'Quotas.xlsx'), await book.toBytes(['Quotas']));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** Arguments that are names of files are found in the folder. */
function report(...args: readonly string[]): Promise<Run> {
  const tsx = join(process.cwd(), 'node_modules/.bin/tsx');
  const paths = args.map((arg) => (/\.(?:csv|xlsx)$/.test(arg) ? join(folder, arg) : arg));
  return new Promise((resolve) => {
    execFile(tsx, ['src/cli/report.ts', ...paths], (error, out, errors) => {
      resolve({ code: error ? Number(error.code) : 0, out, errors });
    });
  });
}

test('a file that leaves the order of its dates open is asked about, with the option that answers', async () => {
  const { code, errors } = await report('Sales.csv', 'Targets.csv', '--out', 'none.xlsx');
  expect(code).toBe(2);
  expect(errors).toMatch(/the dates of "Order Date" fit day first and month first/);
  expect(errors).toMatch(/--date-order dmy or --date-order mdy/);
  // The weights are open too, but nobody needs them.
  expect(errors).not.toMatch(/Weight|--decimal-sign/);
});

test('two files make a report; every line of them is accounted for', async () => {
  const { code, out, errors } = await report(
    ...['Sales.csv', 'Targets.csv', '--date-order', 'dmy', '--json', '--out', 'out.xlsx'],
  );
  expect(code).toBe(0);
  // 1,234.50 and 99.90 against 1,000 and 120.50.
  expect(JSON.parse(out)).toMatchObject({
    mapping: { sales: { source: 'Sales' }, targets: { source: 'Targets' } },
    asOf: '2026-03-02',
    total: { actual: 1334.4, target: 1120.5 },
    files: [
      { file: 'Sales.csv', lines: { lines: 4, header: 1, rows: 2, atFault: 1 } },
      { file: 'Targets.csv', lines: { lines: 3, header: 1, rows: 2, atFault: 0 } },
    ],
  });
  expect(errors).toMatch(/Line 4 has 2 fields, not 4/);
  const written = await openFile(await readFile(join(folder, 'out.xlsx')));
  expect(written.contents().sheets).toHaveLength(1);
});

test('a file of sales joins the targets of a workbook', async () => {
  const { code, out } = await report(
    ...['Quotas.xlsx', 'Sales.csv', '--sales', 'Sales.csv', '--date-order', 'mdy', '--json'],
  );
  expect(code).toBe(0);
  // Month first, 01/02/2026 is the second of January and 02/03 the third of February.
  expect(JSON.parse(out)).toMatchObject({ asOf: '2026-02-03', sales: { total: 1334.4 } });
});

test.each([
  ['--separator', 'xy', /--separator is a single sign or "tab"/],
  ['--encoding', 'klingon', /--encoding is one of utf-8/],
  ['--decimal-sign', 'x', /--decimal-sign is \. or ,/],
])('%s %s is refused with what it can be', async (option, value, sentence) => {
  const { code, errors } = await report('Sales.csv', option, value, '--json');
  expect(code).toBe(2);
  expect(errors).toMatch(sentence);
});

test('several columns that could be meant are named with the option that answers', async () => {
  await writeFile(
    join(folder, 'Invoices.csv'),
    'Date;Person;Net;Gross\n2026-02-13;Ann;100;119\n2026-02-14;Ann;50;59,5\n',
  );
  const inputs = ['Invoices.csv', 'Quotas.xlsx', '--json'];
  const asked = await report(...inputs);
  expect(asked.code).toBe(2);
  expect(asked.errors).toMatch(/"Net", "Gross"/);
  expect(asked.errors).toMatch(/Answer with --column salesAmount=COLUMN\./);
  const told = await report(...inputs, '--column', 'salesAmount=Net');
  expect(told.code).toBe(0);
  expect(JSON.parse(told.out)).toMatchObject({
    mapping: { sales: { amount: 'Net' } },
    total: { actual: 150, target: 1000 },
  });
  const wrong = await report(...inputs, '--column', 'price=Net');
  expect([wrong.code, wrong.errors]).toEqual([2, expect.stringContaining('PART=COLUMN')]);
});

test('--quality names what there is to mend in the data, and writes it to a sheet', async () => {
  await writeFile(
    join(folder, 'Twice.csv'),
    [
      'Date;Person;Amount',
      '2026-02-13;Ann;100',
      '2026-02-13;Ann;100',
      ...Array.from(
        { length: 20 },
        (_, day) => `2026-02-${String(day + 1).padStart(2, '0')};Bob;${String(50 + day)}`,
      ),
    ].join('\n'),
  );
  const inputs = ['Twice.csv', 'Quotas.xlsx'];
  const { code, out } = await report(...inputs, '--json', '--quality', '--out', 'quality.xlsx');
  expect(code).toBe(0);
  const { quality } = JSON.parse(out) as { quality: { side: string; findings: unknown[] }[] };
  expect(quality.map(({ side }) => side)).toEqual(['sales', 'targets']);
  expect(quality[0]).toMatchObject({ counts: { rows: 22, used: 22, setAside: 0 } });
  expect(quality[0]?.findings).toContainEqual(
    expect.objectContaining({ code: 'duplicateRows', count: 1, at: 'Twice!A3' }),
  );
  const book = await openFile(await readFile(join(folder, 'quality.xlsx')), 'quality.xlsx');
  expect(book.contents().sheets.map(({ name }) => name)).toEqual(['Sales report', 'Data quality']);
});

test('a title in the first line of a file tells the year of its targets, and where it stands', async () => {
  await writeFile(join(folder, 'Plan.csv'), 'Targets 2026\n\nPerson,Target\nAnn,1000\nBob,500\n');
  const { code, out } = await report('Sales.csv', 'Plan.csv', '--date-order', 'dmy', '--json');
  expect(code).toBe(0);
  // 1,234.50 and 99.90 against 1,000 and 500.
  expect(JSON.parse(out)).toMatchObject({
    mapping: {
      targets: {
        at: 'Plan!A3:B5',
        reading: { year: { year: 2026, by: 'title', text: 'Targets 2026', at: 'Plan!A1' } },
      },
    },
    total: { actual: 1334.4, target: 1500 },
    files: [{}, { file: 'Plan.csv', lines: { lines: 5, above: 1, header: 1, blank: 1, rows: 2 } }],
  });
});
