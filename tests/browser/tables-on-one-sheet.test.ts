import { startWorkbench } from '../../src/workbench/driver';
import type { RunningWorkbench } from '../../src/workbench/driver';
import type { Rows } from '../intake/raw-tables';
import { openBook } from './open-book';
import { reportRows } from './report-rows';

/** Sales in A:C and targets in E:G of one sheet. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const waiting = { timeout: 30_000 };

const besideTargets = (header: readonly string[], ...targets: Rows): Rows => [
  ['Date', 'Region', 'Amount', null, ...header],
  [46_027, 'North', 90, null, ...(targets[0] ?? [])],
  [46_042, 'South', 210, null, ...(targets[1] ?? [])],
  [46_044, 'North', 20],
];

test('sales and targets beside each other are found, shown by their ranges and followed', async () => {
  const cells = besideTargets(
    ['Region', 'Month', 'Target'],
    ['North', '2026-01', 100],
    ['South', '2026-01', 200],
  );
  const opened = await openBook(workbench, { Data: cells }, { paneWidth: 350 });
  const { pane, host } = opened;
  await pane.getByText('Data!A:C').first().waitFor(waiting);
  await pane.getByText('Data!E:G').first().waitFor();
  await pane.getByText('3 rows').waitFor();
  await pane.getByText('2 rows').waitFor();

  await pane.getByRole('button', { name: 'How it was read: targets' }).click();
  await pane.getByRole('columnheader', { name: 'Month' }).waitFor(waiting);

  // A sale more below the sales, which stand beside nothing.
  await host.write('Data', 'A5:C5', [[46_045, 'South', 7]]);
  await pane.getByText('4 rows').waitFor(waiting);
  await pane.getByRole('button', { name: /^Build/ }).click();
  await pane.getByText('327').first().waitFor(waiting);
  // North: 90 + 20 = 110 of 100; South: 210 + 7 = 217 of 200.
  const rows = await reportRows(opened);
  expect([...rows].sort()).toEqual([
    ['North', 110, 100],
    ['South', 217, 200],
    ['Total', 327, 300],
  ]);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('tables of one sheet whose headers tell nothing are asked about, and answered by their ranges', async () => {
  const cells = besideTargets(['Region', 'Jan 2026'], ['North', 100], ['South', 200]).map(
    (row, index) => [...row, ...(index === 0 ? ['Feb 2026'] : index < 3 ? [50] : [])],
  );
  const opened = await openBook(workbench, { Data: cells }, { paneWidth: 350 });
  const { pane } = opened;
  const ofSales = pane.getByRole('combobox', {
    name: /Several tables could hold the sales: "Data!A:C", "Data!E:G"/,
  });
  await ofSales.waitFor(waiting);
  await ofSales.selectOption('Data!A:C');
  const ofTargets = pane.getByRole('combobox', { name: 'Or choose the table of targets' });
  await ofTargets.waitFor(waiting);
  await ofTargets.selectOption('Data!E:G');
  await pane.getByRole('button', { name: /^Build/ }).click(waiting);
  await pane.getByText('320').first().waitFor(waiting);
  // January: North 90 + 20 = 110 of 100, South 210 of 200.
  expect([...(await reportRows(opened))].sort()).toEqual([
    ['North', 110, 100],
    ['South', 210, 200],
    ['Total', 320, 300],
  ]);
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('a row added below a range that was chosen is asked about before there is a report', async () => {
  const cells: Rows = [
    ['Date', 'Region', 'Amount'],
    [46_027, 'North', 90],
    [46_042, 'South', 210],
    [],
    [],
    ['Date', 'Region', 'Value'],
    [46_023, 'North', 100],
    [46_023, 'South', 200],
  ];
  const opened = await openBook(workbench, { Data: cells }, { paneWidth: 350 });
  const { pane, host } = opened;
  const ofSales = pane.getByRole('combobox', { name: /Several tables could hold the sales/ });
  await ofSales.waitFor(waiting);
  await ofSales.selectOption('Data!A1:C3');
  const ofTargets = pane.getByRole('combobox', { name: /table of targets/ });
  await ofTargets.selectOption('Data!A6:C8', waiting);
  await pane.getByRole('button', { name: /^Build/ }).waitFor(waiting);
  await host.write('Data', 'A4:C4', [[46_045, 'South', 7]]);
  const asked = pane.getByRole('combobox', { name: /Data!A1:C3/ });
  await asked.waitFor(waiting);
  expect(await pane.getByRole('button', { name: /^Build/ }).count()).toBe(0);
  expect(opened.errors).toEqual([]);
  await opened.close();
});
