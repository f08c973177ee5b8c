import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, RunningWorkbench } from '../../src/workbench/driver';
import type { Rows } from '../intake/raw-tables';
import { complaints } from './complaints';
import { openBook } from './open-book';
import { reportRows } from './report-rows';

/** A shop's orders and their lines on two sheets, as a person meets them in the pane. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const waiting = { timeout: 30_000 };

const sheets: Readonly<Record<string, Rows>> = {
  'Order Details': [
    ['Order ID', 'Product', 'Amount'],
    ['B-1', 'Bolt', 100],
    ['B-1', 'Nut', 20.5],
    ['B-2', 'Bolt', 40],
    ['B-3', 'Lamp', 300],
  ],
  'List of Orders': [
    ['Order ID', 'Order Date', 'Customer', 'Region'],
    ['B-1', '2026-02-10', 'Ann', 'West'],
    ['B-2', '2026-02-20', 'Bob', 'East'],
    ['B-3', '2026-01-10', 'Ann', 'West'],
    ['B-4', '2026-02-11', 'Cid', 'East'],
  ],
  Targets: [
    ['Region', 'Month', 'Target'],
    ['West', '2026-02', 110],
    ['East', '2026-02', 50],
  ],
};
const sentence = '"Order Details" has amounts, "List of Orders" has dates; they share "Order ID".';

async function build({ pane }: OpenPage): Promise<void> {
  await pane
    .getByRole('button', { name: /^Build/ })
    .first()
    .click(waiting);
  await pane
    .getByText(/The report is on|is up to date/)
    .first()
    .waitFor(waiting);
}

test('amounts have the dates of their orders at once; it is said, taken back, and chosen again', async () => {
  const opened = await openBook(workbench, sheets, { paneWidth: 350 });
  const { pane } = opened;
  await pane.getByText(sentence).waitFor(waiting);

  await pane.getByRole('button', { name: 'Choose otherwise' }).click(waiting);
  const question = pane.getByRole('combobox', {
    name: /"Order Details" has amounts, but no dates/,
  });
  await question.waitFor(waiting);
  expect(await pane.getByRole('button', { name: /^Build/ }).count()).toBe(0);
  await question.selectOption({ label: 'List of Orders' });
  await pane.getByText('Other tables', { exact: true }).waitFor(waiting);

  await pane.getByRole('button', { name: 'Change', exact: true }).first().click(waiting);
  await pane
    .getByText(
      '4 of 4 lines have their order in "List of Orders". Orders there without a line: 1 of 4.',
    )
    .waitFor(waiting);
  await build(opened);
  // February: West has B-1's 100 + 20.50, East has B-2's 40.
  expect(await reportRows(opened)).toEqual([
    ['East', 40, 50],
    ['West', 120.5, 110],
    ['Total', 160.5, 160],
  ]);
  const firsts = (await opened.host.values('Sales report')).map((cells) => cells[0]);
  expect(firsts).toContain(
    'Each line has the columns of its order in "List of Orders" by "Order ID".',
  );
  expect(opened.errors).toEqual([]);
  await opened.close();
});

test('without targets the first steps say how the lines were read', async () => {
  const { Targets: _targets, ...shop } = sheets;
  const opened = await openBook(workbench, shop, { paneWidth: 320 });
  await opened.pane.getByText(sentence).waitFor(waiting);
  await opened.pane.getByRole('button', { name: 'Set targets' }).waitFor(waiting);
  await opened.close();
});

test.each([
  { paneWidth: 270, theme: 'light' },
  { paneWidth: 320, theme: 'dark' },
  { paneWidth: 450, theme: 'light' },
] as const)('is without a fault for axe at $paneWidth pixels, $theme', async (wish) => {
  const opened = await openBook(workbench, sheets, wish);
  const { pane } = opened;
  await pane.getByText(sentence).waitFor(waiting);
  await pane.getByRole('button', { name: 'Change', exact: true }).first().click(waiting);
  await pane.getByText(/4 of 4 lines/).waitFor(waiting);
  expect(await complaints(opened)).toEqual([]);
  await pane.getByRole('button', { name: 'Choose otherwise' }).click(waiting);
  await pane.getByRole('combobox', { name: /but no dates/ }).waitFor(waiting);
  expect(await complaints(opened)).toEqual([]);
  await opened.close();
});
