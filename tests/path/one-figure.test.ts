import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ReportJson } from '../../src/jobs';
import { builtAddIn, openWorkbench, type Workbench } from '../../src/workbench/node';

const sample = path.resolve('samples/adventureworks.xlsx');
const tsx = path.resolve('node_modules/.bin/tsx');

/** The sample's own published facts. */
const published = {
  sales: 80_977_720.21,
  quotas: 95_714_000,
  attainment: [
    0.8224, 0.8662, 0.8567, 0.8465, 0.8467, 0.8143, 0.8911, 0.8386, 0.8148, 0.8381, 0.8828, 0.8661,
  ],
};

/** One row of the shown quarter: what was sold, planned, and the difference. */
type Row = readonly [name: string, actual: number, target: number, variance: number];

let headless: ReportJson;
let workbench: Workbench;

async function until<T>(find: () => T | undefined | null | false, what: string): Promise<T> {
  for (let round = 0; round < 600; round += 1) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The pane never showed ${what}: ${pane().body.textContent}`);
}

function pane(): Document {
  return workbench.window.document;
}

beforeAll(async () => {
  const run = promisify(execFile)(tsx, ['src/cli/report.ts', sample, '--json'], {
    maxBuffer: 1e8,
  });
  workbench = await openWorkbench({ file: sample, addin: builtAddIn });
  const button = await until(
    () => [...pane().querySelectorAll('button')].find((one) => one.textContent === 'Build report'),
    'the button "Build report"',
  );
  button.click();
  await until(() => pane().body.textContent.includes('Largest shortfall first'), 'the report');
  headless = JSON.parse((await run).stdout) as ReportJson;
}, 120_000);

afterAll(() => {
  workbench.close();
});

const shownQuarter = '2020-Q2';

function headlessRows(): Row[] {
  return headless.rows
    .filter((row) => row.period === shownQuarter)
    .map((row): Row => [row.key.join(), row.actual, row.target ?? NaN, row.variance ?? NaN])
    .sort((a, b) => a[3] - b[3]);
}

/** The report sheet's block of the quarter, by its headers. */
async function sheetRows(): Promise<Row[]> {
  const values = await workbench.run((excel) =>
    excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem('Sales report').getUsedRange();
      used.load('values');
      await context.sync();
      return used.values as (string | number)[][];
    }),
  );
  const header = values.findIndex((row) => row[0] === 'Salesperson');
  const heads = values[header] ?? [];
  const column = (name: string) => heads.indexOf(name);
  return values
    .slice(header + 1)
    .slice(
      0,
      values.slice(header + 1).findIndex((row) => row[0] === 'Total'),
    )
    .map((row): Row => [
      String(row[0]),
      Number(row[column('AC')]),
      Number(row[column('PL')]),
      Number(row[column('ΔPL')]),
    ]);
}

test('the headless report meets the published sales, quotas and attainments', () => {
  expect(headless.sales.total).toBe(published.sales);
  expect(headless.targets.total).toBe(published.quotas);
  expect(headless.rows).toHaveLength(163);
  const periods = [...new Set(headless.rows.map((row) => row.period))];
  const sum = (period: string, figure: 'actual' | 'target') =>
    headless.rows
      .filter((row) => row.period === period)
      .reduce((total, row) => total + (row[figure] ?? 0), 0);
  expect(
    periods.map((period) => Number((sum(period, 'actual') / sum(period, 'target')).toFixed(4))),
  ).toEqual(published.attainment);
});

test('the sheet shows the headless figures, worst first', async () => {
  expect(await sheetRows()).toEqual(headlessRows());
});

test('the pane shows the same variances in the same order', () => {
  const rows = headlessRows();
  const shown = [...pane().querySelectorAll('li')]
    .map((item) => ({
      name: item.querySelector('[title]')?.textContent,
      variance: Number(item.querySelector('data')?.value),
    }))
    .filter(({ name }) => rows.some((row) => row[0] === name));
  expect(shown).toEqual(rows.map(([name, , , variance]) => ({ name, variance })));
});

test('a formula over the sheet gives the variance the sheet shows', async () => {
  const rows = headlessRows();
  // The first body row: PY in B, PL in C, AC in D, ΔPL in E.
  const spilled = await workbench.evaluate(
    `=SALES.VARIANCE('Sales report'!D9:D${String(8 + rows.length)},'Sales report'!C9:C${String(8 + rows.length)})`,
  );
  expect(spilled).toEqual(rows.map((row) => [row[3]]));
});

test('SALES.SUMMARY over the raw tables adds up to the same total', async () => {
  const table = (await workbench.evaluate(
    '=SALES.SUMMARY(Sales[Salesperson],Sales[Sales amount],Quotas[Salesperson],Quotas[Quota])',
  )) as (string | number)[][];
  const total = table.at(-1) ?? [];
  expect(total).toContain(published.sales);
  expect(total).toContain(published.quotas);
  expect(total).toContain(headless.total.variance);
});

test('nothing the add-in asked of the host is missing there', () => {
  expect(workbench.unsupported).toEqual([]);
});
