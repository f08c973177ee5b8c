import type { Locator } from 'playwright-core';
import { startWorkbench } from '../../src/workbench/driver';
import type { OpenPage, RunningWorkbench } from '../../src/workbench/driver';
import type { Rows } from '../intake/raw-tables';
import { complaints } from './complaints';
import { openBook } from './open-book';
import { reportRows } from './report-rows';

/** Other tables joined to the sales as a person does it, in the pane. */
let workbench: RunningWorkbench;

beforeAll(async () => {
  workbench = await startWorkbench();
});

afterAll(async () => {
  await workbench.close();
});

const waiting = { timeout: 30_000 };
const comboOf = ({ pane }: OpenPage, name: string | RegExp): Locator =>
  pane.getByRole('combobox', { name });

async function changeData({ pane }: OpenPage): Promise<void> {
  await pane.getByRole('button', { name: 'Change', exact: true }).first().click(waiting);
  await pane.getByRole('group', { name: 'Join other tables' }).waitFor(waiting);
}

async function build({ pane }: OpenPage): Promise<void> {
  await pane
    .getByRole('button', { name: /^Build/ })
    .first()
    .click(waiting);
}

/** The button that joins a table goes away with it; the focus goes to a control near by. */
async function untilFocusMovedOn({ paneFrame, pane }: OpenPage): Promise<void> {
  await pane.getByRole('button', { name: /^Join "/ }).waitFor({ ...waiting, state: 'detached' });
  const frame = await paneFrame();
  await frame.waitForFunction(
    () => document.activeElement?.matches('select, button') === true,
    undefined,
    waiting,
  );
}

async function untilRows(opened: OpenPage, expected: unknown[][]): Promise<void> {
  await opened.pane
    .getByText(/The report is on|is up to date/)
    .first()
    .waitFor(waiting);
  expect(await reportRows(opened)).toEqual(expected);
}

const notesOf = async ({ host }: OpenPage): Promise<unknown[]> => {
  const firsts = (await host.values('Sales report')).map((cells) => cells[0]);
  return firsts.slice(firsts.indexOf('Notes'));
};

describe('assignments', () => {
  const sheets: Readonly<Record<string, Rows>> = {
    Sales: [
      ['Date', 'Order ID', 'Rep', 'Amount'],
      ['2026-01-10', 'D-1', 'Ann', 100],
      ['2026-01-20', 'D-3', 'Bob', 7],
      ['2026-02-10', 'D-2', 'Ann', 40],
      ['2026-02-20', 'D-4', 'Cid', 5],
    ],
    Teams: [
      ['Rep', 'Team', 'From', 'To'],
      ['Ann', 'East', '2026-01-01', '2026-02-15'],
      ['Ann', 'West', '2026-02-16', null],
      ['Bob', 'West', null, null],
    ],
    Targets: [
      ['Team', 'Month', 'Target'],
      ['West', '2026-02', 50],
      ['East', '2026-02', 30],
    ],
  };

  test('are offered where targets have a column that the sales lack, and move the figures', async () => {
    const opened = await openBook(workbench, sheets, { paneWidth: 350 });
    const { pane } = opened;
    await pane.getByRole('button', { name: 'Join "Teams"' }).click(waiting);
    await untilFocusMovedOn(opened);
    await pane.getByText('Other tables', { exact: true }).waitFor(waiting);
    await changeData(opened);
    // Ann has a team throughout, Bob too; Cid has none, and 5.00 of sales.
    await pane.getByText('2 of 3 names in "Rep" have a "Team" in every sale.').waitFor(waiting);
    await pane.getByText(/^Cid, 5\.00 \(1 row\)/).waitFor(waiting);
    await pane.getByRole('button', { name: 'Show Sales!C5' }).waitFor(waiting);
    await pane.getByText(/assigned 147\.00 \+ unassigned 5\.00 = all 152\.00/).waitFor(waiting);
    await build(opened);
    // As-was: Ann's 40 of 10 February are East's.
    await untilRows(opened, [
      ['West', 0, 50],
      ['East', 40, 30],
      ['(unassigned)', 5, 'n.a.'],
      ['Total', 45, 80],
    ]);
    expect(await notesOf(opened)).toContain(
      '"Team" comes from "Teams" by "Rep", as on the day of each sale (as-was).',
    );

    await pane.getByRole('button', { name: 'Change', exact: true }).first().click(waiting);
    await changeData(opened);
    await pane.getByRole('radio', { name: /^As-is/ }).check(waiting);
    await build(opened);
    await pane
      .getByText('"Team" comes from "Teams" by "Rep", as on 2026-02-20 (as-is).')
      .waitFor(waiting);
    // As-is: on 20 February Ann is West's, and so are all of her sales.
    expect(await reportRows(opened)).toEqual([
      ['East', 0, 30],
      ['West', 40, 50],
      ['(unassigned)', 5, 'n.a.'],
      ['Total', 45, 80],
    ]);

    await pane.getByRole('button', { name: 'Change', exact: true }).first().click(waiting);
    await changeData(opened);
    await comboOf(opened, 'Teams, regions, categories').selectOption({ label: 'None' });
    await pane.getByRole('button', { name: 'Join "Teams"' }).waitFor(waiting);
    expect(opened.errors).toEqual([]);
    await opened.close();
  });
});

test('targets by category and quarter meet daily sales by product through a mapping table', async () => {
  const opened = await openBook(
    workbench,
    {
      Sales: [
        ['Date', 'Product', 'Amount'],
        ['2026-01-05', 'Bolt', 100],
        ['2026-01-06', 'Nut', 50.25],
        ['2026-02-10', 'Bolt', 20],
        ['2026-02-11', 'Lamp', 300],
        ['2026-03-31', 'Rope', 12.5],
        ['2026-04-01', 'Lamp', 80],
      ],
      Products: [
        ['Product', 'Category'],
        ['Bolt', 'Parts'],
        ['Nut', 'Parts'],
        ['Lamp', 'Light'],
      ],
      Targets: [
        ['Category', 'Quarter', 'Target'],
        ['Parts', '2026-Q1', 200],
        ['Light', '2026-Q1', 250],
        ['Parts', '2026-Q2', 210],
        ['Light', '2026-Q2', 260],
      ],
    },
    { paneWidth: 350 },
  );
  const { pane } = opened;
  await pane.getByRole('button', { name: 'Join "Products"' }).click(waiting);
  await comboOf(opened, 'Period shown').selectOption({ label: '2026-Q1' }, waiting);
  await build(opened);
  // 2026-Q1: Parts 100 + 50.25 + 20 = 170.25; Light 300; Rope, in no category, 12.50. In all 482.75.
  await untilRows(opened, [
    ['Parts', 170.25, 200],
    ['Light', 300, 250],
    ['(unassigned)', 12.5, 'n.a.'],
    ['Total', 482.75, 450],
  ]);
  // All six sales: 170.25 + 380 of a category, 12.50 of none, 562.75 together.
  await pane
    .getByText(/assigned 550\.25 \+ unassigned 12\.50 = total 562\.75/)
    .first()
    .waitFor(waiting);
  await pane.getByText(/"Rope" has no "Category"/).waitFor(waiting);
  await opened.close();
});

test('sales in two currencies are refused, then joined with rates after one answer each', async () => {
  const opened = await openBook(
    workbench,
    {
      Sales: [
        ['Date', 'Region', 'Amount', 'Currency'],
        ['2026-01-10', 'North', 100, 'EUR'],
        ['2026-01-11', 'South', 100, 'USD'],
      ],
      Rates: [
        ['Date', 'USD', 'GBP'],
        ['2026-01-01', 0.8, 1.25],
      ],
      Targets: [
        ['Region', 'Month', 'Target'],
        ['North', '2026-01', 90],
        ['South', '2026-01', 90],
      ],
    },
    { paneWidth: 350 },
  );
  const { pane } = opened;
  await build(opened);
  await pane.getByText(/Amounts of several currencies are not added/).waitFor(waiting);
  await pane.getByRole('button', { name: 'Join "Rates"' }).click(waiting);
  await untilFocusMovedOn(opened);
  await comboOf(opened, /several currencies: "EUR", "USD"/).selectOption('EUR', waiting);
  await comboOf(opened, /the rate 0.8 between USD and EUR can be meant in two ways/).selectOption(
    { label: '1 EUR = 0.8 USD' },
    waiting,
  );
  await build(opened);
  // 100 USD at 1 EUR = 0.8 USD are 100 / 0.8 = 125 EUR.
  await untilRows(opened, [
    ['North', 100, 90],
    ['South', 125, 90],
    ['Total', 225, 180],
  ]);
  expect(await notesOf(opened)).toContain(
    'Amounts are in EUR, converted with "Rates" at the last rate by the day of each sale.',
  );
  await opened.close();
});

const shares = (second: number): Readonly<Record<string, Rows>> => ({
  Sales: [
    ['Date', 'Order ID', 'Rep', 'Amount'],
    ['2026-01-10', 'D-1', 'Ann', 100],
    ['2026-01-20', 'D-3', 'Bob', 7],
  ],
  Credits: [
    ['Order ID', 'Rep', 'Share'],
    ['D-1', 'Ann', 0.6],
    ['D-1', 'Bob', second],
  ],
  Targets: [
    ['Rep', 'Month', 'Target'],
    ['Ann', '2026-01', 50],
    ['Bob', '2026-01', 50],
  ],
});

test('shares that are not one together are refused with their cells', async () => {
  const opened = await openBook(workbench, shares(0.3), { paneWidth: 350 });
  await changeData(opened);
  await comboOf(opened, 'Shared credit').selectOption({ label: 'Credits' });
  await opened.pane
    .getByText(/the shares of D-1 \(Credits!C2, Credits!C3\) add up to 90 % instead of 100 %/)
    .first()
    .waitFor(waiting);
  await opened.close();
});

test.each([
  { paneWidth: 270, theme: 'light' },
  { paneWidth: 320, theme: 'dark' },
  { paneWidth: 450, theme: 'light' },
] as const)('joins credit without a fault for axe at $paneWidth pixels, $theme', async (wish) => {
  const opened = await openBook(workbench, shares(0.4), wish);
  const { pane } = opened;
  await changeData(opened);
  await comboOf(opened, 'Shared credit').selectOption({ label: 'Credits' });
  await pane.getByText('1 deal with 1 row is shared.').waitFor(waiting);
  expect(await complaints(opened)).toEqual([]);
  await build(opened);
  // Ann has 60 of D-1's 100; Bob the other 40 and his own 7.
  await untilRows(opened, [
    ['Bob', 47, 50],
    ['Ann', 60, 50],
    ['Total', 107, 100],
  ]);
  expect(opened.errors).toEqual([]);
  await opened.close();
});
