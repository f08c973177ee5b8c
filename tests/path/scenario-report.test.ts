import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(180_000);

/** The command line on a file whose actual, planned and forecast rows stand below each other. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  const rows = ['Region,Month,Scenario,Amount'];
  for (const line of ['Actual,10,20', 'Budget,11,21', 'Forecast,12,22']) {
    const [text = '', north = '', south = ''] = line.split(',');
    rows.push(`North,2026-01,${text},${north}`, `South,2026-01,${text},${south}`);
  }
  await writeFile(join(folder, 'Data.csv'), rows.join('\n'));
  const reading = { Data: { versions: { Budget: 'targets' } } };
  await writeFile(join(folder, 'reading.json'), JSON.stringify(reading));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function report(
  ...args: readonly string[]
): Promise<{ code: number; out: string; errors: string }> {
  const tsx = join(process.cwd(), 'node_modules/.bin/tsx');
  const both = ['--sales', 'Data', '--targets', 'Data', '--json'];
  const all = ['src/cli/report.ts', join(folder, 'Data.csv'), ...both, ...args];
  return new Promise((resolve) => {
    execFile(tsx, all, (error, out, errors) => {
      resolve({ code: error ? Number(error.code) : 0, out, errors });
    });
  });
}

test('one file is named for both sides, and which plan counts is asked and answered', async () => {
  const asked = await report();
  expect(asked.code).toBe(2);
  expect(asked.errors).toContain(
    'Which of them are the targets? Choose one: "Budget", "Forecast".',
  );
  expect(asked.errors).toContain('Answer with --reading FILE.json');
  const { code, out } = await report('--reading', join(folder, 'reading.json'));
  expect(code).toBe(0);
  // 10 + 20 of 11 + 21; of 6 rows 2 are of each.
  expect(JSON.parse(out)).toMatchObject({
    total: { actual: 30, target: 32, variance: -2 },
    sales: { rows: 6, used: 2, setAside: 4 },
    targets: { rows: 6, used: 2, setAside: 4 },
  });
});
