import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbookWith, type Rows } from '../intake/raw-tables';

jest.setTimeout(180_000);

/** The command line on files whose targets cannot be read, as a person runs it. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refused-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const Sales: Rows = [
  ['Date', 'Region', 'Amount'],
  ['2026-01-05', 'North', 100],
  ['2026-04-06', 'South', 20],
];

interface Run {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

async function report(Plan: Rows): Promise<Run> {
  const path = join(folder, 'In.xlsx');
  await writeFile(path, await workbookWith({ Sales, Plan }).toBytes());
  const tsx = join(process.cwd(), 'node_modules/.bin/tsx');
  return new Promise((resolve) => {
    execFile(tsx, ['src/cli/report.ts', path, '--json'], (error, out, errors) => {
      resolve({ code: error ? Number(error.code) : 0, out, errors });
    });
  });
}

test('formulas that no program has calculated end the report with what to do', async () => {
  const formula = { formula: '=SUM(1,2)' };
  const { code, errors } = await report([
    ['Region', 'Jan 2026', 'Feb 2026'],
    ['North', formula, formula],
    ['South', formula, formula],
  ]);
  expect(code).toBe(2);
  expect(errors).toBe(
    'Plan!B2: 4 formulas in "Target" were never calculated. Open the file in Excel and save it.\n',
  );
});

test('targets in percent end the report', async () => {
  const { code, errors } = await report([
    ['Region', 'Month', 'Target %'],
    ['North', '2026-01', 1.05],
    ['South', '2026-01', 1.1],
  ]);
  expect(code).toBe(2);
  expect(errors).toBe(
    'Plan!C1: "Target %" is in percent, which is no amount. Give the amounts, or choose another column.\n',
  );
});

test('spans of months across are quarters in the figures as JSON', async () => {
  const { code, out } = await report([
    ['Region', 'Jan-Mär 2026', 'Apr-Jun 2026'],
    ['North', 300, 400],
    ['South', 500, 600],
  ]);
  expect(code).toBe(0);
  const { mapping } = JSON.parse(out) as { readonly mapping: { readonly targets: object } };
  expect(mapping.targets).toMatchObject({ date: 'Period', amount: 'Target', grain: 'quarter' });
});
